"""Text to tokens: the one function by which entries are indexed and queries are read.

A token is a folded word (compatibility form, no accents, no case) with the place it has in the text it came from.
Identifiers and hyphenated words give their parts and the joined form: ``kmsKeyArn`` is kms, key, arn and kmskeyarn.
What a token may match is `faqtui.search.expand`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TypeAlias

from faqtui.letters import fold
from faqtui.patterns import pattern
from faqtui.records import NamedTuple
from faqtui.search import weights


class Token(NamedTuple):
    """A word of a text.

    `start` and `end` are code points of the original text. `position` counts words. `parts` is 1 for a word, 0 for a part
    of an identifier in camel case, and for a joined form how many words it joins: it has the position of the first.
    """

    term: str
    start: int
    end: int
    position: int
    parts: int = 1


# Separators end a chunk; everything else may join words (aws-iam, v1.21, a/b, Lambda's) and is looked at inside the chunk.
# So do thousands: 10,000 and 10 000 (also with the spaces of typesetters) are 10000, and 1,00,000 are 100000.
_CHUNK = pattern(
    r"[^\s()\[\]{}<>\"`,;!?*|=&$^~\\]+"
    r"(?:(?<=[0-9])(?:,(?=[0-9]{2,3}(?![0-9]))|(?<![0-9]{4})[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9])))"
    r"[^\s()\[\]{}<>\"`,;!?*|=&$^~\\]+){0,4}"
)
_PIECE = pattern(r"(?<![A-Za-z0-9])[A-Za-z](?:\+\+|#)(?![A-Za-z0-9])|[A-Za-z0-9]+(?:'[A-Za-z]+)*")
_CAMEL = pattern(r"[A-Z]+(?=v[0-9])|(?<=[A-Z])v[0-9]+|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+|[A-Z]")
_JOINERS = frozenset("-._/:@+#%'")
_THOUSANDS = frozenset(", ")
_CLITICS = frozenset(("s", "d", "m", "ll", "re", "ve"))
_ELIDED = frozenset(
    ("l", "d", "j", "n", "qu", "jusqu", "lorsqu", "puisqu", "dell", "all", "nell", "sull", "dall", "un")
)
"""What French and Italian leave of small words before a vowel: the word is what follows."""

_ONE: tuple[int, ...] = (1,)
_LONGEST = 100
"""Characters of a term; nobody types more of a word, and comparing longer ones takes long."""

_REMEMBERED = 200
"""Characters of a chunk whose tokens are remembered."""


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order; never raises."""
    tokens: list[Token] = []
    position = 0
    for chunk in _CHUNK.finditer(text):
        offset = chunk.start()
        found, places = _chunk_tokens(chunk.group())
        for term, start, end, place, parts in found:
            tokens.append(Token(term, offset + start, offset + end, position + place, parts))
        position += places
    return tokens


class Numbering:
    """Terms as numbers, without places, for indexing: remembers what each chunk gave, since most chunks repeat.

    `numbers` are the terms seen so far, numbered from 0 as they came.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._terms: dict[str, tuple[int, ...]] = {}
        self._parts: dict[str, tuple[int, ...]] = {}

    def terms(self, text: str) -> list[int]:
        """The terms of a text, in order, joined forms included."""
        seen = self._terms
        found: list[int] = []
        for chunk in _CHUNK.findall(text):
            terms: tuple[int, ...] | None = seen.get(chunk)
            if terms is None:
                numbers = self.numbers
                word = _plain(chunk)
                if word:
                    terms = (numbers.setdefault(word, len(numbers)),)
                    parts = _ONE
                else:
                    tokens, _ = _chunk_tokens(chunk)
                    terms = tuple([numbers.setdefault(token[0], len(numbers)) for token in tokens])
                    parts = tuple([token[4] for token in tokens])
                seen[chunk], self._parts[chunk] = terms, parts
            found += terms
        return found

    def parts(self, text: str) -> list[int]:
        """For each of `terms(text)`, which must have been asked for, its `Token.parts`."""
        seen = self._parts
        return [parts for chunk in _CHUNK.findall(text) for parts in seen[chunk]]


def _plain(chunk: str) -> str:
    """The term of a chunk that is one word of ASCII, or a number, with or without marks around it; empty for others.

    Most chunks are: cutting them as all others are cut takes ten times as long.
    """
    word = chunk.strip("-._/:@%'")
    if not word.isalnum() or not word.isascii():
        return ""
    return word.lower()[:_LONGEST] if word.isdigit() or word.isupper() or word[1:].islower() or word.islower() else ""


_Places: TypeAlias = "list[tuple[str, int, int, int, int]]"


def _chunk_tokens(chunk: str) -> tuple[_Places, int]:
    """(term, start, end, position, parts) of each token of a chunk without separators, and how many positions they take.

    Remembered, since most chunks repeat, save for very long ones: nobody may change the list.
    """
    return _remembered(chunk) if len(chunk) <= _REMEMBERED else _cut(chunk)


def _cut(chunk: str) -> tuple[_Places, int]:
    if chunk.isascii():
        return _join(chunk, None)
    # Each character folds alone, so that every folded character knows which original it came from.
    letters: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(chunk):
        # Case is kept for cutting camel case: a capital that folds to two letters is two capitals.
        plain = char if char.isascii() else fold(char).upper() if char.isupper() else fold(char)
        for folded in plain:
            letters.append(folded)
            origins.append(index)
    return _join("".join(letters), origins)


_remembered = lru_cache(maxsize=8192)(_cut)


def _join(text: str, origins: list[int] | None) -> tuple[_Places, int]:
    """Cut a chunk into pieces and the pieces into parts, and put joined forms before the parts they join."""
    pieces = _pieces(text)
    found: _Places = []
    position = 0
    index = 0
    while index < len(pieces):
        last = index
        while last + 1 < len(pieces) and _are_joined(text, *pieces[last], pieces[last + 1][0]):
            last += 1
        parts = [part for piece in pieces[index : last + 1] for part in _parts(text, *piece)]
        if 1 < len(parts) <= (weights.MOST_JOINED if last > index else weights.MOST_PARTS):
            joined = "".join([part[0] for part in parts])
            found.append((joined, parts[0][1], parts[-1][2], position, len(parts)))
            found += _versions(parts, position)
        for term, start, end, kind in parts:
            found.append((term, start, end, position, kind))
            position += 1
        index = last + 1
    if origins is not None:
        found = [(term, origins[start], origins[end - 1] + 1, place, parts) for term, start, end, place, parts in found]
    return found, position


def _versions(parts: list[tuple[str, int, int, int]], position: int) -> _Places:
    """The numbers of versions without the v before them: of v1.21, and of TLSv1.3, which is TLS 1.3 too."""
    found: _Places = []
    for index, (term, start, _, _) in enumerate(parts):
        if term[0] == "v" and term[1:].isdigit():
            last = index
            while last + 1 < len(parts) and parts[last + 1][0].isdigit():
                last += 1
            if last > index:
                number = term[1:] + "".join([part[0] for part in parts[index + 1 : last + 1]])
                found.append((number, start + 1, parts[last][2], position + index, last + 1 - index))
    return found


def _are_joined(text: str, start: int, end: int, following: int) -> bool:
    """Whether a piece and the one that follows make one identifier: a single joining character between, or that of thousands."""
    if following - end != 1:
        return False
    return text[end] in _JOINERS or (text[end] in _THOUSANDS and end - start <= 3 and text[start:end].isdigit())


def _pieces(text: str) -> list[tuple[int, int]]:
    """Ranges of letters and digits; a character of a script without spaces is a piece of its own."""
    if text.isascii():
        return [m.span() for m in _PIECE.finditer(text)]
    pieces: list[tuple[int, int]] = []
    start = -1
    for index, char in enumerate(text):
        mark = unicodedata.category(char)[0] == "M"
        if _unspaced(char) and not mark:
            if start >= 0:
                pieces.append((start, index))
            start = index
        elif char.isalnum() or mark:
            if start < 0 or (_unspaced(text[start]) and not mark):
                if start >= 0:
                    pieces.append((start, index))
                start = index
        elif char == "'" and start >= 0 and text[index + 1 : index + 2].isalpha() and not _unspaced(text[start]):
            continue
        elif start >= 0:
            pieces.append((start, index))
            start = -1
    if start >= 0:
        pieces.append((start, len(text)))
    return pieces


def _unspaced(char: str) -> bool:
    """Whether the character belongs to a script that does not put spaces between words: Han, kana, Thai, Lao, Burmese, Khmer."""
    return char > "\u0e00" and (
        char <= "\u0eff"
        or "\u1000" <= char <= "\u109f"
        or "\u1780" <= char <= "\u17ff"
        or "\u3040" <= char <= "\u30ff"
        or "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or char >= "\U00020000"
    )


def _parts(text: str, start: int, end: int) -> list[tuple[str, int, int, int]]:
    """(term, start, end, 1 or 0 as in `Token.parts`): cut where lower case meets upper case, and in JSONParser before P."""
    piece = text[start:end]
    if piece.islower() or piece.isupper() or not piece.isascii() or "'" in piece or piece[1:].islower():
        return [(_word(piece)[:_LONGEST], start, end, 1)]
    cuts = [m.span() for m in _CAMEL.finditer(piece)]
    if not 2 <= len(cuts) <= weights.MOST_PARTS or sum(b - a for a, b in cuts) != len(piece):
        return [(_word(piece)[:_LONGEST], start, end, 1)]
    return [(piece[a:b].lower()[:_LONGEST], start + a, start + b, 0) for a, b in cuts]


def _word(piece: str) -> str:
    """A piece as a term: lower case, without possessives, short verbs (I'd), elided words (l'heure) and apostrophes."""
    word = piece.lower() if piece.isascii() else piece.casefold()
    if "'" in word:
        head, _, tail = word.rpartition("'")
        if tail in _CLITICS:
            word = head
        elif head in _ELIDED and len(tail) > 2:
            word = tail
        word = word.replace("'", "")
    return word
