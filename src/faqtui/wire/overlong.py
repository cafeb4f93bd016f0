"""Clusters that some terminals draw over more cells than the grid has for them, and which cells are sent in one go for it.

The grid counts grapheme clusters; tmux 3.3 and GNU screen 4.9 add up code points, so that vowel signs of Indic scripts take
a cell of their own. What stands behind would be drawn over them, and words could not be read. Emoji of several parts, of
which a part may be lost, are none of these: placing what follows is worth more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from rich.cells import cell_len


@lru_cache(4096)
def surplus(cell: str) -> int:
    """How many cells more than the grid has for it a cluster may take."""
    if len(cell) == 1 or not any(category(char) == "Mc" for char in cell):
        return 0
    return max(0, sum(map(_width, cell)) - cell_len(cell))


def _width(char: str) -> int:
    kind = category(char)
    return 1 if kind == "Mc" else 0 if kind in {"Mn", "Me", "Cf"} else cell_len(char)


def is_overlong(row: Sequence[str]) -> bool:
    """Whether a row has such clusters."""
    return max(map(len, row)) > 1 and any(surplus(cell) for cell in row if len(cell) > 1)


def flows(row: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of a row, from start to before stop, that are to be sent without placing the cursor in between.

    Each begins with such a cluster and goes on to where more blanks follow than it may take of them. Borders end it: it is
    better that the end of a full line is cut than that all lines beside it are moved.
    """
    found: list[tuple[int, int]] = []
    x, width = 0, len(row)
    while x < width:
        if not surplus(row[x]):
            x += 1
            continue
        start = stop = x
        more = blanks = 0
        while x < width and not _is_border(row[x]):
            blanks = blanks + 1 if row[x] == " " else 0
            if blanks > more:
                break
            more += surplus(row[x])
            x += 1
            stop = stop if blanks else x
        found.append((start, stop))
    return found


def _is_border(cell: str) -> bool:
    return "\u2500" <= cell <= "\u259f" or cell == "|"
