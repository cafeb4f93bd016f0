"""Whether the rest of a row that moved aside is moved cheaper by the terminal than drawn again. Pure; `difference` asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TypeAlias

WORTH_SHIFT = 10
"""Cells that moving the rest of a line has to spare for that to pay: about what it takes in bytes."""

MOST_LOST = 6
"""What is right beyond the cells that move counts no more than this: moving it back takes no more."""

MOST_SHIFT = 24
"""Cells by which the rest of a line is tried to be moved."""

ALIKE = 6
"""Cells that must be the same in a row before more is compared."""

Row: TypeAlias = tuple[list[str], list[int]]
"""The texts and the pens of the cells in a row."""


def best_shift(start: int, now: Row, before: Row) -> tuple[int, int] | None:
    """From which cell, not before `start`, to move the rest of a row, and by how many (to the left: negative).

    Each cell is one character.
    """
    (text, ink), (old_text, old_ink) = now, before
    width = len(text)
    first = start
    while first < width and text[first] == old_text[first] and ink[first] == old_ink[first]:
        first += 1
    if width - first < WORTH_SHIFT:
        return None
    best, by = WORTH_SHIFT - 1, 0
    alike: list[int] = []
    for shift in _shifts(first, "".join(text), "".join(old_text)):
        new = first + max(shift, 0)
        end = new
        while (
            end < width
            and end - shift < width
            and text[end] == old_text[end - shift]
            and ink[end] == old_ink[end - shift]
        ):
            end += 1
        if end - new <= best:
            continue  # whatever the rest is like, it gains no more
        alike = alike or _alike(now, before)
        right, after = alike[end] - alike[new], alike[width] - alike[end]
        if (gain := end - new - right - min(after, MOST_LOST)) > best:
            best, by = gain, shift
    return (first, by) if by else None


def _shifts(first: int, now: str, before: str) -> list[int]:
    """By how many cells the rest of a row may have moved: those by which the first of them are found, from left to right."""
    nearest, beyond = first + 1, first + MOST_SHIFT + ALIKE
    to_left = [first - at for at in _found(now[first : first + ALIKE], before, nearest, beyond)]
    return [*reversed(to_left), *(at - first for at in _found(before[first : first + ALIKE], now, nearest, beyond))]


def _found(cells: str, row: str, begin: int, end: int) -> Iterator[int]:
    """Where `cells` are in a part of `row`."""
    at = row.find(cells, begin, end)
    while at >= 0:
        yield at
        at = row.find(cells, at + 1, end)


def _alike(now: Row, before: Row) -> list[int]:
    """How many cells before each, and of all, are as they were; blanks, which cost next to nothing, do not count."""
    cells = zip(*now, *before, strict=True)
    return list(accumulate((text == old and ink == had and text != " " for text, ink, old, had in cells), initial=0))
