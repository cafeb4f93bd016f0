"""What the operators of a query let through: facets, exclusions, phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from faqtui.letters import fold
from faqtui.search.index import HAS, KINDS, SearchIndex
from faqtui.search.query import Query


def allowed(index: SearchIndex, query: Query, matching: Callable[[str], Iterable[int]]) -> set[int]:
    """The positions of the entries a query's operators let through; `matching` gives those that have a word."""
    found = set(range(len(index.entries)))
    for name, value in query.facets:
        if value:
            found &= _with_facet(index, name, value)
    for word in query.excluded:
        found.difference_update(matching(word))
    for kind, word in query.anchored:
        found = _anchored(index, kind, word, found)
    for phrase in query.phrases:
        found = _saying(index, phrase, found, matching)
    for name, value in query.refused:
        if value:
            found -= _meant(index, name, value, found, matching)
    return found


def _meant(
    index: SearchIndex, name: str, value: str, among: set[int], matching: Callable[[str], Iterable[int]]
) -> set[int]:
    """The entries that an operator would let through if it was not turned round; see `Query.refused`."""
    if name in ("'", "^", "$"):
        return _anchored(index, name, value, among)
    return _saying(index, tuple(value.split()), among, matching) if name == '"' else _with_facet(index, name, value)


def _saying(
    index: SearchIndex, phrase: tuple[str, ...], among: set[int], matching: Callable[[str], Iterable[int]]
) -> set[int]:
    """The entries that have the words of a phrase, and in a row."""
    return _with_phrase(index, phrase, among.intersection(*map(matching, phrase)))


def _anchored(index: SearchIndex, kind: str, word: str, among: set[int]) -> set[int]:
    return {position for position in among if _stands(index, position, kind, word)}


def is_topic(value: str, title: str) -> bool:
    """Whether ``topic:value``, folded, means a category with this title: hyphens stand for spaces."""
    title = fold(title)
    return value in title or value.replace("-", " ") in title.replace("-", " ")


def topics(index: SearchIndex, value: str) -> set[int]:
    """The numbers of the categories that ``topic:value`` means, as `is_topic` does."""
    return {number for number, category in enumerate(index.categories) if any(is_topic(value, t) for t in category)}


def _with_facet(index: SearchIndex, name: str, value: str) -> set[int]:
    if name == "topic":
        numbers = topics(index, value)
        return {position for position, number in enumerate(index.category_numbers) if number in numbers}
    if name == "kind":
        numbers = {n for n, kind in enumerate(KINDS, 1) if kind.value.startswith(value) or kind.word.startswith(value)}
        return {position for position, number in enumerate(index.kind_numbers) if number in numbers}
    flag = HAS.get(value.removesuffix("s"), 0)
    return {position for position, flags in enumerate(index.flags) if flags & flag}


def _stands(index: SearchIndex, position: int, kind: str, word: str) -> bool:
    """Whether an entry has a word whole ('), or a question that begins (^) or ends ($) with it."""
    if kind == "'":
        number = index.find(word)
        return number >= 0 and index.posting(number, position) >= 0
    words = index.words_of(position)
    if not words:
        return False
    return index.terms[words[0]].startswith(word) if kind == "^" else index.terms[words[-1]].endswith(word)


def _with_phrase(index: SearchIndex, phrase: tuple[str, ...], among: set[int]) -> set[int]:
    """The entries that have these words in a row, in the question (known to the index) or in the answer (which is read)."""
    numbers = [index.find(word) for word in phrase]
    spelled = re.compile(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, phrase)) + r"(?!\w)")
    return {
        position
        for position in among
        if (-1 not in numbers and _in_a_row(index, position, numbers))
        or spelled.search(fold(index.entries[position].answer_text))
    }


def _in_a_row(index: SearchIndex, position: int, numbers: list[int]) -> bool:
    words, size = index.words_of(position), len(numbers)
    return any(words[at : at + size] == numbers for at in range(len(words) - size + 1))
