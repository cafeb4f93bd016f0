"""Entries that say what was pasted, word for word: an error message, a command, a sentence of an answer."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Container, Sequence

from faqtui.model import Entry
from faqtui.patterns import pattern
from faqtui.search import weights
from faqtui.search.english import STOP_WORDS
from faqtui.search.index import SearchIndex
from faqtui.search.query import Query
from faqtui.search.tokens import Token, tokenize

_QUOTED = pattern(r"(?<![\w`])[\"'`“„«‘]([^\"'`“”„«»‘’\n]{8,300})[\"'`”“»’](?![\w`])")
"""What a question quotes: an error message most often, in quotation marks or as code."""

_PLACEHOLDER = pattern(r"<[^<>\s]{1,40}>|\$?\{[^{}\s]{1,40}\}|%[sd]\b|…|\.\.\.")
"""What stands in a message for what differs from one time to another."""


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
    """The entries whose question stands in a longer query, by position: a title that was pasted with its surroundings.

    The whole question, or what it quotes: "Why do I get `connection refused by peer`?". Where it has a placeholder, such as
    ``<name>``, some words may stand in its place. What stands there has QUOTE words or more, of which TELLING tell something.
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
    read = 0
    for doc, telling in shared.most_common(weights.INSIDE_READ):
        if telling < weights.TELLING:
            break
        title = index.words_of(doc)
        ways = [[title]] if len(title) < len(spelled) else []
        question = index.entries[doc].question_markdown
        if read < weights.QUOTED_READ and _QUOTED.search(question):
            read += 1
            ways += [_pieces(index, quoted) for quoted in _QUOTED.findall(question)]
        if read < weights.QUOTED_READ and _PLACEHOLDER.search(question):
            read += 1
            ways.append(_pieces(index, question))
        if any(_tells(pieces, stops) and _stand_in(pieces, spelled) for pieces in ways):
            found.append(doc)
    return sorted(found)


def _pieces(index: SearchIndex, text: str) -> list[list[int]]:
    """The terms of a text, up to each placeholder and from there; a negative number is a word that the library does not have."""
    pieces = [
        [index.find(token.term) for token in tokenize(piece) if token.parts <= 1] for piece in _PLACEHOLDER.split(text)
    ]
    return [piece for piece in pieces if piece]


def _tells(pieces: Sequence[Sequence[int]], stops: Container[int]) -> bool:
    """Whether there is enough of it to be a quotation."""
    words = [word for piece in pieces for word in piece]
    return (
        len(words) >= weights.QUOTE
        and min(words) >= 0
        and len({word for word in words if word not in stops}) >= weights.TELLING
    )


def _stand_in(pieces: Sequence[Sequence[int]], whole: Sequence[int]) -> bool:
    """Whether all pieces stand in a text one behind the other, a few words at most between two."""
    return any(_stand_from(at, pieces, whole) for at, word in enumerate(whole) if word == pieces[0][0])


def _stand_from(at: int, pieces: Sequence[Sequence[int]], whole: Sequence[int]) -> bool:
    room = 0
    for piece in pieces:
        size = len(piece)
        places = range(at, min(at + room, len(whole) - size) + 1)
        found = next((place for place in places if list(whole[place : place + size]) == list(piece)), None)
        if found is None:
            return False
        at, room = found + size, weights.IN_PLACE
    return True


def _plain(text: str) -> str:
    if not text.isascii():  # letters of half and full width, and however they are composed
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())
