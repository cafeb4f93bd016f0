"""What the facet that is being typed (``topic:par``, ``kind:ho``, ``has:``) can become in a library.

`complete` offers values with the number of entries each would let through; `accept` puts one into the query. What facets
mean is `faqtui.search.filters`; how the offers are shown belongs to the screen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from faqtui.letters import fold
from faqtui.patterns import pattern
from faqtui.records import NamedTuple
from faqtui.search import weights
from faqtui.search.filters import is_topic, topics
from faqtui.search.index import HAS, KINDS, SearchIndex

_BEGUN = pattern(r'(?i)(topic|kind|has):([^\s"]*)')


class Completion(NamedTuple):
    """One thing the facet under the cursor can become.

    `text` is the whole facet, to stand in place of ``query[start:end]``; `label` is the value as people write it (a title of
    the tree, a kind); `count` is the number of entries it lets through, never 0.
    """

    text: str
    label: str
    count: int  # type: ignore[assignment]  # in place of tuple's own, which nobody needs here
    start: int
    end: int


def complete(query: str, cursor: int, index: SearchIndex, *, limit: int = weights.OFFERS) -> tuple[Completion, ...]:
    """What the facet before the cursor can become, at most `limit`; empty where no facet is being typed.

    `cursor` counts code points. What begins as typed comes first, then what has a word that does, then the rest, each in the
    order of the library. What is there in full already is not offered.
    """
    cursor = max(0, min(cursor, len(query)))
    start = cursor
    while start and not query[start - 1].isspace():
        start -= 1
    begun = _BEGUN.fullmatch(query, start, cursor)
    if begun is None:
        return ()
    end = cursor
    while end < len(query) and not query[end].isspace():
        end += 1
    name, typed = fold(begun[1]), fold(begun[2])
    offers = (
        Completion(text, label, count, start, end)
        for value, label, count in _offers(index, name, typed)
        if (text := f"{name}:{value}") != fold(query[start:end])
    )
    return tuple(islice(offers, limit))


def sorts(index: SearchIndex) -> list[tuple[str, int]]:
    """The facets that are no topics, as they are typed, with the number of entries each lets through, never 0."""
    return [(f"{name}:{value}", count) for name in ("kind", "has") for value, _, count in _offers(index, name, "")]


def narrowed(query: str, facet: str) -> str:
    """The query with a facet behind it, in place of another kind: an entry has one."""
    words = [word for word in query.split() if word != facet and not (facet[:5] == word[:5] == "kind:")]
    return " ".join([*words, facet]) + " "


def accept(query: str, completion: Completion) -> tuple[str, int]:
    """The query with a completion put in, and where the cursor then stands: after the space that ends the facet."""
    before, after = query[: completion.start] + completion.text + " ", query[completion.end :]
    return before + after[after[:1].isspace() :], len(before)


def _offers(index: SearchIndex, name: str, typed: str) -> Iterator[tuple[str, str, int]]:
    """(value, label, count), best first; what no entry has is left out."""
    if name == "topic":
        yield from _topics(index, typed)
        return
    if name == "kind":
        kinds = Counter(index.kind_numbers)
        values = [(kind.word, kinds[number]) for number, kind in enumerate(KINDS, 1)]
    else:
        flags = Counter(index.flags).items()
        values = [(value, sum([count for have, count in flags if have & flag])) for value, flag in HAS.items()]
    for value, count in values:
        if count and value.startswith(typed):
            yield value, value, count


def _topics(index: SearchIndex, typed: str) -> Iterator[tuple[str, str, int]]:
    titles: dict[str, str] = {}  # value to the title it was made of; of titles that are spelled alike the first
    for category in index.categories:
        for title in category:
            if not typed or is_topic(typed, title):
                value = _value(title)
                if value and is_topic(value, title):
                    titles.setdefault(value, title)
    entries = Counter(index.category_numbers)
    for value, title in sorted(titles.items(), key=lambda pair: _distance(typed, pair[0])):
        yield value, title, sum([entries[number] for number in topics(index, value)])


def _value(title: str) -> str:
    """A title as the value of a facet, which can have neither spaces nor quotes: of a quoting title the longest part without."""
    parts = [re.sub(r"\s+", "-", part.strip()) for part in fold(title).split('"')]
    return max(parts, key=len)


def _distance(typed: str, value: str) -> int:
    """0 where the value begins as typed, 1 where one of its words does, else 2."""
    plain, words = typed.replace("-", " "), value.replace("-", " ")
    if words.startswith(plain):
        return 0
    return 1 if re.search(rf"\b{re.escape(plain)}", words) else 2
