"""What the operators of a query let through: facets, exclusions, phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from faqtui.model import Entry
from faqtui.search.index import HAS, KINDS, SearchIndex
from faqtui.search.query import Query
from faqtui.search.tokens import fold, tokenize


def allowed(index: SearchIndex, query: Query, matching: Callable[[str], Iterable[int]]) -> set[int]:
    """The positions of the entries a query's operators let through; `matching` gives those that have a word."""
    found = set(range(len(index.entries)))
    for name, value in query.facets:
        found &= _with_facet(index, name, value)
    for word in query.excluded:
        found.difference_update(matching(word))
    for phrase in query.phrases:
        for word in phrase:
            found.intersection_update(matching(word))
        found = {position for position in found if _has_phrase(index.entries[position], phrase)}
    return found


def _with_facet(index: SearchIndex, name: str, value: str) -> set[int]:
    if name == "topic":
        plain = value.replace("-", " ")
        numbers = {
            number
            for number, category in enumerate(index.categories)
            if any(value in title or plain in title.replace("-", " ") for title in map(fold, category))
        }
        return {position for position, number in enumerate(index.category_numbers) if number in numbers}
    if name == "kind":
        numbers = {number for number, kind in enumerate(KINDS, 1) if kind.value.startswith(value)}
        return {position for position, number in enumerate(index.kind_numbers) if number in numbers}
    flag = HAS.get(value.removesuffix("s"), 0)
    return {position for position, flags in enumerate(index.flags) if flags & flag}


def _has_phrase(entry: Entry, phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    for text in (entry.question, entry.answer_text):
        terms = tuple([token.term for token in tokenize(text) if token.parts <= 1])
        if any(terms[at : at + size] == phrase for at in range(len(terms) - size + 1)):
            return True
    return False
