"""Letters for links: of equal length, so that none is the beginning of another."""

from __future__ import annotations

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of hints; the first ones lie under the fingers."""


def hint_names(count: int) -> list[str]:
    """So many different hints, as short as possible."""
    names = list(LETTERS)
    while len(names) < count:
        names = [name + letter for name in names for letter in LETTERS]
    return names[:count]
