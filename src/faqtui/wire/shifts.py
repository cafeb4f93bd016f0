"""Whether the rest of a row that moved aside is moved cheaper by the terminal than drawn again. Pure; `difference` asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TypeAlias

WORTH_SHIFT = 8
"""Bytes that moving the rest of a line has to spare for that to be tried: about what it takes."""

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
    best: tuple[int, int] | None = None
    most = WORTH_SHIFT - 1
    spared: list[int] = []  # with `right` looked at only where something may have moved, once for the row
    right: list[int] = []
    for begin, shift in _candidates(first, now, before):
        new = begin + max(shift, 0)
        end = new
        while (
            end < width
            and end - shift < width
            and text[end] == old_text[end - shift]
            and ink[end] == old_ink[end - shift]
        ):
            end += 1
        if (end - new) * 3 <= most:
            continue  # whatever they are, they gain no more
        if not spared:
            spared = _bytes(text)
            right = [*accumulate(map(_right, spared, *now, *before), initial=0)]
        moved = sum(spared[new:end])
        gain = moved - (right[end] - right[begin]) - min(right[width] - right[end], MOST_LOST)
        if gain > most:
            best, most = (begin, shift), gain
    return best


def _candidates(first: int, now: Row, before: Row) -> Iterator[tuple[int, int]]:
    """From which cells the rest of a row may have moved, and by how many.

    Either what stood first where the rows begin to differ stands elsewhere, or what they end with does.
    """
    text, old_text = "".join(now[0]), "".join(before[0])
    nearest, beyond = first + 1, first + MOST_SHIFT + ALIKE
    for at in reversed([*_found(text[first : first + ALIKE], old_text, nearest, beyond)]):
        yield first, first - at
    for at in _found(old_text[first : first + ALIKE], text, nearest, beyond):
        yield first, at - first
    end = len(text.rstrip())
    tail = text[max(first, end - ALIKE) : end]
    if len(tail) < ALIKE:
        return
    new = end - ALIKE
    old = old_text.rfind(tail, max(first, new - MOST_SHIFT), end + MOST_SHIFT)
    if old < 0 or old == new:
        return
    lowest = first + max(new - old, 0)
    shift = new - old
    while new > lowest and text[new - 1] == old_text[new - 1 - shift] and now[1][new - 1] == before[1][new - 1 - shift]:
        new -= 1
    yield new - max(shift, 0), shift


def _found(cells: str, row: str, begin: int, end: int) -> Iterator[int]:
    """Where `cells` are in a part of `row`."""
    at = row.find(cells, begin, end)
    while at >= 0:
        yield at
        at = row.find(cells, at + 1, end)


def _bytes(text: list[str]) -> list[int]:
    """What each cell takes to be drawn; blanks, which may be erased together, next to nothing."""
    return [0 if cell == " " else len(cell.encode("utf-8", "replace")) for cell in text]


def _right(size: int, text: str, ink: int, old: str, had: int) -> int:
    """What is not drawn of a cell that is as it should be."""
    return size if text == old and ink == had else 0
