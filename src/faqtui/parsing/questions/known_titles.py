"""What sections, columns and pages are usually called, and whether a title is one of these names.

Looking a name up takes less than a pattern of as many, which the very first paint would wait for: a millisecond each.
"""

from __future__ import annotations

from functools import cached_property
from unicodedata import category, normalize

_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())


def letters_of(title: str) -> str:
    """What a title is compared by: letters and digits, in lower case."""
    if title.isascii():
        return title.lower().encode().translate(None, _NO_LETTERS).decode()  # a tenth of what a translated str takes
    return "".join(c for c in normalize("NFKC", title).casefold() if category(c)[0] in "LMN")


class KnownTitles:
    """A table of names, on lines and parted by ``|``: whether a title is `in` it is asked of its letters and digits alone."""

    def __init__(self, table: str) -> None:
        self._table = table

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(letters_of(name) for line in self._table.strip().split("\n") for name in line.split("|"))

    @cached_property
    def _ordered(self) -> tuple[str, ...]:
        return tuple(self._names)

    def __contains__(self, title: str) -> bool:
        return letters_of(title) in self._names

    def have(self, letters: str) -> bool:
        """Whether one of these is written with these `letters_of` a title."""
        return letters in self._names

    def begin(self, title: str) -> bool:
        """Whether a title begins with one of these."""
        return letters_of(title).startswith(self._ordered)

    def stand_in(self, title: str) -> bool:
        """Whether one of these stands anywhere in a title."""
        return any(map(letters_of(title).__contains__, self._ordered))
