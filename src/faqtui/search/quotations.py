"""Entries that say what was pasted, word for word: an error message, a command, a sentence of an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from faqtui.model import Entry
from faqtui.search import weights
from faqtui.search.english import STOP_WORDS
from faqtui.search.index import SearchIndex
from faqtui.search.query import Query
from faqtui.search.tokens import Token


def parts(query: Query) -> list[str]:
    """Every QUOTE words in a row of a longer query, as they are spelled: what a pasted message shares with who quotes it."""
    words = [word for word in query.words if word.parts <= 1]
    text = query.text
    return [_plain(text[one.start : two.end]) for one, two in zip(words, words[weights.QUOTE - 1 :], strict=False)]


def text_of(entry: Entry) -> str:
    """What of an entry can be quoted, as `parts` are spelled."""
    return _plain(f"{entry.question}\n{entry.answer_text[: weights.READ_OF_ANSWER]}")


def quoting(index: SearchIndex, query: Query, words: Sequence[Token]) -> list[int]:
    """The entries with the whole of a longer query in question or answer, by position; `words` are those of the query."""
    if len(words) < weights.QUOTE or len({word.term for word in words} - STOP_WORDS) < weights.TELLING:
        return []
    terms = {index.find(word.term) for word in (words[:-1] if query.open else words)}
    if min(terms) < 0:
        return []
    starts = index.starts
    rarest, *others = sorted(terms, key=lambda term: starts[term + 1] - starts[term])
    if starts[rarest + 1] - starts[rarest] > weights.QUOTERS:
        return []
    found = sorted(index.docs[starts[rarest] : starts[rarest + 1]])
    for term in others:
        found = [doc for doc in found if index.posting(term, doc) >= 0]
    whole = _plain(query.text)
    return [doc for doc in found[: weights.QUOTERS_READ] if whole in text_of(index.entries[doc])]


def titled(index: SearchIndex, query: Query) -> list[int]:
    """The entries whose whole question stands in a longer query, by position: a title that was pasted with its surroundings.

    A title has QUOTE words or more, of which TELLING tell something.
    """
    spelled = [index.find(word.term) for word in query.words if word.parts <= 1]
    if len(spelled) <= weights.QUOTE:
        return []
    starts, middles, stops = index.starts, index.middles, index.stop_terms
    shared: Counter[int] = Counter()
    for term in set(spelled):
        if term >= 0 and term not in stops and middles[term] - starts[term] <= weights.QUOTERS:
            shared.update(index.docs[starts[term] : middles[term]])
    found = []
    for doc, telling in shared.most_common(weights.INSIDE_READ):
        if telling < weights.TELLING:
            break
        title = index.words_of(doc)
        says = len(set(title) - stops) >= weights.TELLING
        if says and weights.QUOTE <= len(title) < len(spelled) and _stands_in(title, spelled):
            found.append(doc)
    return sorted(found)


def _stands_in(part: Sequence[int], whole: Sequence[int]) -> bool:
    first, size = part[0], len(part)
    return any(whole[at] == first and list(whole[at : at + size]) == list(part) for at in range(len(whole) - size + 1))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
