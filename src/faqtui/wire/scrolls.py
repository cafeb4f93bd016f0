"""Whether lines that moved up or down are moved cheaper by the terminal than drawn again. Pure; `faqtui.wire.difference` asks.

Whole lines move, so where panes stand beside each other it pays if one has moved and the other has changed anyway: the tree
scrolls by a line while the answer becomes another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from faqtui.records import NamedTuple

Rows: TypeAlias = tuple[Sequence[list[str]], Sequence[list[int]]]
"""The texts and the pens of all cells, row by row."""

WORTH = 40
"""Bytes that have to be saved: moving takes some fifteen bytes, and flickers where frames are not drawn as one."""

FEWEST = 3
"""Rows that must have moved by the same number of lines for more to be looked at."""

PIECE = 20
"""Cells that are compared to find out which rows may have moved."""


class Scroll(NamedTuple):
    """The rows [top, bottom) move up by `by` lines, down where that is negative; blank ones come in."""

    top: int
    bottom: int
    by: int


def best_scroll(now: Rows, before: Rows, rows: Sequence[int]) -> Scroll | None:
    """What to move of a screen that shows `before` and shall show `now`, which differ in `rows`; None: nothing."""
    by = _likely(now[0], before[0], rows)
    if not by:
        return None
    height = len(now[0])
    saved: dict[int, int] = {}
    comes: dict[int, int] = {}
    for y in rows:
        if 0 <= y + by < height:
            saved[y] = _cost(now, y, before, y) - _cost(now, y, before, y + by)
    for y in range(height):
        if y not in saved and 0 <= y + by < height:  # it is as it should be, and would not be any more
            saved[y] = -_cost(now, y, before, y + by)
    best, most = None, WORTH - 1
    for first, last, all_saved in _runs(saved, by):
        if all_saved <= most:
            continue
        new = range(last + 1, last + 1 + by) if by > 0 else range(first + by, first)
        for y in new:
            if y not in comes:
                comes[y] = _cost(now, y, None, 0) - _cost(now, y, before, y)
        gain = all_saved - sum(comes[y] for y in new)
        if gain > most:
            best, most = Scroll(min(first, new[0]), max(last, new[-1]) + 1, by), gain
    return best


def _likely(text: Sequence[list[str]], old: Sequence[list[str]], rows: Sequence[int]) -> int:
    """By how many lines most rows seem to have moved up, judged by what is in pieces of them; 0 where none have."""
    votes: Counter[int] = Counter()
    for start in range(0, len(text[0]), PIECE):
        was: dict[str, int] = {}
        for y in rows:
            piece = "".join(old[y][start : start + PIECE])
            was[piece] = -1 if piece in was else y  # what is there twice tells nothing
        for y in rows:
            piece = "".join(text[y][start : start + PIECE])
            from_row = was.get(piece, -1)
            if from_row >= 0 and len(set(piece)) > 2:
                votes[from_row - y] += 1
    votes.pop(0, None)
    if not votes:
        return 0
    by, count = votes.most_common(1)[0]
    return by if count >= FEWEST else 0


def _cost(now: Rows, y: int, before: Rows | None, old_y: int) -> int:
    """About how many bytes it takes to draw row `y` over row `old_y` of `before`, or over a blank one."""
    text, ink = now[0][y], now[1][y]
    if before is None:
        return _size([cell for cell in text if cell != " "])
    old_text, old_ink = before[0][old_y], before[1][old_y]
    if text == old_text and ink == old_ink:
        return 0
    return _size(
        [new for new, was, pen, had in zip(text, old_text, ink, old_ink, strict=True) if new != was or pen != had]
    )


def _size(cells: Sequence[str]) -> int:
    """About how many bytes these cells take, of which blanks are mostly erased together."""
    row = "".join(cells)
    return len(row.encode("utf-8", "replace")) - row.count(" ") * 3 // 4


def _runs(saved: dict[int, int], by: int) -> Iterator[tuple[int, int, int]]:
    """Rows next to each other that may move together: the first, the last, how much they save; best for where they end.

    They end where others come in.
    """
    total, begun = 0, 0
    for y in sorted(saved, reverse=by < 0):
        if total <= 0:
            total, begun = 0, y
        total += saved[y]
        yield min(begun, y), max(begun, y), total
