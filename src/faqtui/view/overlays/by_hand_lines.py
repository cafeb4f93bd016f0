"""What is shown to be taken away by hand, as lines, and how to take it."""

from __future__ import annotations

from collections.abc import Iterator

from faqtui.sanitize import sanitize
from faqtui.view.bars import SHORTEST, shortened
from faqtui.view.lines import fit
from faqtui.widths import chopped, is_wider

TAB = 8
"""Columns between tab stops, as a terminal has them."""


def note(kept: str, width: int, ellipsis: str) -> str:
    """How to take a text away, in `width` cells; the path `kept`, if any, is whole where it can be, else cut in its middle."""
    by_hand = "select it by hand"
    if not kept:
        return fit(by_hand, width, ellipsis)
    both, alone = f"{by_hand}; a copy is in ", "a copy is in "
    fits = [before for before in (both, alone) if not is_wider(before + kept, width)]
    before = fits[0] if fits else both if width - len(both) >= 2 * SHORTEST else alone
    return before + shortened(kept, max(1, width - len(before)), ellipsis)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of `text`, cut where they are wider than `width` cells, safe to show."""
    width = max(2, width)  # a cell of one does not hold every character
    for line in sanitize(text).expandtabs(TAB).split("\n"):
        if len(line) * 2 <= width or (line.isascii() and len(line) <= width):  # most lines, and quickly told
            yield line
        elif line.isascii():
            yield from (line[at : at + width] for at in range(0, len(line), width))
        else:
            yield from chopped(line, width)
