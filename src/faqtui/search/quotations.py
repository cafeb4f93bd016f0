"""Entries that say what was pasted, word for word: an error message, a command, a sentence of an answer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from faqtui.model import Entry
from faqtui.search.english import STOP_WORDS
from faqtui.search.index import SearchIndex
from faqtui.search.query import Query
from faqtui.search.tokens import Token

QUOTE = 4
"""Words in a row, in the same spelling, that make a quotation."""

TELLING = 2
"""Words of a query that are no stop words, from which on it can be one as a whole: "what is the best" is no quotation."""

QUOTERS, READ = 2000, 50
"""Entries with the rarest word that are looked for the others, and those with all of them that are read."""

FIRST = 50_000
"""Characters of an answer that are read: half a second for every letter typed would be the price of more."""


def parts(query: Query) -> list[str]:
    """Every QUOTE words in a row of a longer query, as they are spelled: what a pasted message shares with who quotes it."""
    words = [word for word in query.words if word.parts <= 1]
    text = query.text
    return [_plain(text[one.start : two.end]) for one, two in zip(words, words[QUOTE - 1 :], strict=False)]


def text_of(entry: Entry) -> str:
    """What of an entry can be quoted, as `parts` are spelled."""
    return _plain(f"{entry.question}\n{entry.answer_text[:FIRST]}")


def quoting(index: SearchIndex, query: Query, words: Sequence[Token]) -> list[int]:
    """The entries with the whole of a longer query in question or answer, by position; `words` are those of the query."""
    if len(words) < QUOTE or len({word.term for word in words} - STOP_WORDS) < TELLING:
        return []
    terms = {index.find(word.term) for word in (words[:-1] if query.open else words)}
    if min(terms) < 0:
        return []
    starts, middles, docs = index.starts, index.middles, index.docs
    rarest, *others = sorted(terms, key=lambda term: starts[term + 1] - starts[term])
    if starts[rarest + 1] - starts[rarest] > QUOTERS:
        return []
    found = sorted(docs[starts[rarest] : starts[rarest + 1]])
    for term in others:
        first, middle, end = starts[term], middles[term], starts[term + 1]
        found = [doc for doc in found if _has(docs, doc, first, middle) or _has(docs, doc, middle, end)]
    whole = _plain(query.text)
    return [doc for doc in found[:READ] if whole in text_of(index.entries[doc])]


def _has(docs: Sequence[int], doc: int, first: int, end: int) -> bool:
    at = bisect_left(docs, doc, first, end)
    return at < end and docs[at] == doc


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
