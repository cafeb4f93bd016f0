"""Text to the word pieces of a BERT model without case: words, and of unknown ones the longest known beginnings.

After Devlin et al. 2018 and Wu et al. 2016: letters without accents, a punctuation mark or a Han character is a word, and
what goes on inside a word is written with ``##``. The work is linear in the letters looked at: a word longer than LONGEST_WORD
is unknown, and no text is read further than `limit` pieces need.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

LONGEST_WORD = 100
"""Letters of a word; longer ones are unknown as a whole."""

LETTERS = 8
"""Letters looked at for each piece wanted: ordinary text has five and a blank."""

_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


class WordPieces:
    """Cuts texts by one vocabulary, whose words are numbered by their places."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Raises KeyError where the vocabulary has no ``[UNK]``, ``[CLS]`` and ``[SEP]``."""
        self._numbers = {word: number for number, word in enumerate(vocabulary)}
        self._unknown, self._first, self._last = (self._numbers[name] for name in ("[UNK]", "[CLS]", "[SEP]"))

    def numbers(self, text: str, limit: int) -> list[int]:
        """The pieces of a text by number, at most `limit` with the two that stand around them."""
        found = [self._first]
        for word in words(text[: LETTERS * limit]):
            found += self._pieces(word)
            if len(found) >= limit:
                break
        del found[limit - 1 :]
        found.append(self._last)
        return found

    def _pieces(self, word: str) -> list[int]:
        numbers = self._numbers
        whole = numbers.get(word)
        if whole is not None:
            return [whole]
        if len(word) > LONGEST_WORD:
            return [self._unknown]
        pieces: list[int] = []
        start, before = 0, ""
        while start < len(word):
            for end in range(len(word), start, -1):
                number = numbers.get(before + word[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            pieces.append(number)
            start, before = end, "##"
        return pieces


def words(text: str) -> Iterator[str]:
    """The words of a text: lower case without accents, each punctuation mark and Han character by itself."""
    plain = text.lower()
    if not plain.isascii():
        plain = "".join([c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) != "Mn"])
    for chunk in plain.split():
        if chunk.isalnum() and chunk.isascii():
            yield chunk
            continue
        word: list[str] = []
        for char in chunk:
            if _stands_alone(char):
                if word:
                    yield "".join(word)
                    word.clear()
                yield char
            elif unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs"):
                word.append(char)
        if word:
            yield "".join(word)


def _stands_alone(char: str) -> bool:
    if char.isascii():
        return not char.isalnum() and char.isprintable()
    code = ord(char)
    return unicodedata.category(char)[0] == "P" or any(first <= code <= last for first, last in _HAN)
