"""How letters are compared: without case and accents, however they are composed, and without signs that have no shape.

What a filter finds and what is found in an answer go by the same rules.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache

from faqtui.patterns import pattern

_ZEROS = "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u17e0\u1810"
"""Of the scripts that have figures of their own, which whoever types has not: Arabic, Persian, Indic, Thai and others."""

# Letters that have no decomposition but that people type without their stroke or ligature.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ʼ": "'"}
    | dict.fromkeys("\u2018\u2019\u201a\u201b", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
    | {"\u2044": "/"}  # what NFKD parts a fraction with
    | {"\u066b": ".", "\u066c": ","}  # of Arabic numbers
    | {chr(ord(zero) + figure): str(figure) for zero in _ZEROS for figure in range(10)}
    | dict.fromkeys("\u2010\u2012\u2013\u2043\u2212\u1806", "-")  # all hyphens are one; NFKD makes U+2010 of U+2011
)

_ALIKE = str.maketrans(
    {"\u0629": "\u0647", "\u0649": "\u064a", "\u06a9": "\u0643", "\u06cc": "\u064a", "\u06c1": "\u0647"}
    | {chr(katakana): chr(katakana - 0x60) for katakana in range(0x30A1, 0x30F7)}
)
"""Letters that are typed for each other: of Arabic, where keyboards and hands differ (as Lucene's ArabicNormalizer and
PersianNormalizer have them), and the two kana, as browsers find them."""

_FOLDED = _LETTERS | _ALIKE

_SHAPELESS = pattern(
    "[\u00ad\u034f\u061c\u0640\u07fa\u180a\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufffd\U000e0000-\U000e0fff]"
)
"""Signs that are not seen, what `faqtui.sanitize` shows in their place, and what only makes words wider."""

QUESTION_MARKS = "?\uff1f\u061f\u037e\u1367"
"""Question marks: Latin, of full width, Arabic, Greek (where it is no semicolon) and Ethiopic; to stand in a class of signs."""

ASKS = tuple(QUESTION_MARKS)
"""The same, as `str.endswith` takes them."""

STOPS = "\u3002\uff01\u06d4\u0964\u0965\u0589\u104b\u17d4\u1362"
"""What ends a sentence that does not ask, beside the full stop and ``!``: in East Asian, Arabic, Indic and other scripts."""

_APART = pattern(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=[0-9])[ ,'](?=[0-9]{3}(?![0-9]))")
"""What may stand in e-mail and in 10,000, or not. (NFKD makes one blank of those of typesetters.)"""

_FOREIGN = pattern(r"[^\x00-\x7f]+")


_GREEK = pattern("[\u0370-\u03ff\u1f00-\u1fff]{2}")
_CLOSING = " *_`)\"'\u00bb\u201d"
"""What may stand behind the mark that ends a sentence."""

_PARTED = pattern(
    "[^\\W\\d_][\u0300-\u036f\u0653-\u0655]{1,4}|[\u3040-\u30ff][\u3099\u309a]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
"""A letter with accents, kana with a voicing mark, a syllable of Hangul in pieces."""


def fold(text: str) -> str:
    """The text as it is compared: NFKD, case folded, without accents. Vowel signs and kana voicing marks stay."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", _SHAPELESS.sub("", text)).casefold())
    # Combining classes up to 9 are viramas, nuktas and voicing marks, which tell letters apart; above are accents.
    return "".join(c for c in folded if unicodedata.combining(c) <= 9).translate(_FOLDED)


def has_question_mark(text: str) -> bool:
    """Whether any question mark stands in a text."""
    return "?" in text or (not text.isascii() and any(map(text.__contains__, ASKS)))


def asks_in_greek(text: str) -> bool:
    """Whether a text in Greek ends with what is typed there as a question mark: a semicolon."""
    return text.rstrip(_CLOSING).endswith(";") and not text.isascii() and _GREEK.search(text) is not None


def composed(text: str) -> str:
    """The text with letters and their accents as one, as they are typed (UAX 15): some systems and readers part them.

    What cannot be parted and put together again without another look, as ideographs of old character sets, stays as it is.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return _PARTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def exact(text: str) -> str:
    """The text as it is compared where case and accents count: decomposed, without signs that have no shape."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", _SHAPELESS.sub("", text)).translate(_LETTERS)


class Compared:
    """A text as it is compared, which knows the place in the original of each of its characters."""

    def __init__(self, text: str, *, ignore_case: bool) -> None:
        self.text = fold(text) if ignore_case else exact(text)
        self._places: Sequence[int] | None = None
        self._original = text
        if text.isascii():
            return
        # Each character by itself: what a word as a whole becomes has no places.
        one = _folded if ignore_case else _exact
        parts: list[str] = []
        places = array("Q")
        end = 0
        for foreign in _FOREIGN.finditer(text):
            plain = text[end : foreign.start()]
            parts.append(plain.lower() if ignore_case else plain)
            places.extend(range(end, foreign.start()))
            for place, character in enumerate(foreign[0], foreign.start()):
                letters = one(character)
                parts.append(letters)
                places.extend([place] * len(letters))
            end = foreign.end()
        parts.append(text[end:].lower() if ignore_case else text[end:])
        places.extend(range(end, len(text)))
        self.text, self._places = "".join(parts), places

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]``, which is not empty, stands in the original, with the marks on its last letter."""
        if self._places is None:
            return start, end
        first, last = self._places[start], self._places[end - 1] + 1
        while last < len(self._original) and unicodedata.combining(self._original[last]):
            last += 1
        return first, last


class Joined:
    """A text as `Compared` has it, in which words stand as one that may be set apart, or not, and figures of thousands."""

    def __init__(self, text: str) -> None:
        self.places: Sequence[int] | None = None
        """The place in the text of each letter that is left; None where none was left out."""
        parts: list[str] = []
        places = array("Q")
        end = 0
        for match in _APART.finditer(text):
            parts.append(text[end : match.start()])
            places.extend(range(end, match.start()))
            end = match.end()
        if parts:
            places.extend(range(end, len(text)))
            self.places = places
        self.text = "".join([*parts, text[end:]])

    def find(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Where `wanted`, in which nothing stands that may be left out, begins and ends in the text as it was."""
        places = self.places
        found = self.text.find(wanted)
        while found >= 0:
            stop = found + len(wanted)
            yield (found, stop) if places is None else (places[found], places[stop - 1] + 1)
            found = self.text.find(wanted, stop)


_folded, _exact = lru_cache(maxsize=4096)(fold), lru_cache(maxsize=4096)(exact)
"""The same for one character, of which the same come again and again."""
