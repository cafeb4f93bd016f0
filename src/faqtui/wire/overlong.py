"""Which cells of a row are sent in one go, since some terminals draw clusters in them over more cells than the grid has.

What stands behind would be drawn over them, and words could not be read. Lines are broken and cut so that they have room for
it (`faqtui.widths`), up to the next border.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.widths import surplus
from faqtui.wire.grid import SINGLE


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
    return "\u2500" <= cell <= "\u259f" or cell in {"|", "\u203a"}  # the last says that a line of code goes on


def is_trusted(cell: str) -> bool:
    """Whether every terminal gives `cell` the same width: plain characters, and old wide ones."""
    if cell in SINGLE or not cell:
        return True
    if len(cell) != 1:
        return False
    code = ord(cell)
    return (
        0x4E00 <= code <= 0x9FFF  # ideographs
        or 0xAC00 <= code <= 0xD7A3  # hangul
        or 0x3041 <= code <= 0x3096  # kana
        or 0x30A1 <= code <= 0x30FA
        or 0xFF01 <= code <= 0xFF60  # full width
    )
