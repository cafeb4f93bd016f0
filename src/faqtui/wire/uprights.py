"""Strokes below one another, as between two panes: drawn downwards, five bytes each. Pure; `faqtui.wire.difference` asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faqtui.records import NamedTuple

STROKES = "│|"
"""What is drawn so, each in one cell on every terminal."""

FEWEST = 4
"""Strokes from which on going down for them is cheaper than drawing each in its row, between other pens."""


class Upright(NamedTuple):
    """The same stroke in one column of the rows [top, bottom)."""

    stroke: str
    pen: int
    x: int
    top: int
    bottom: int


def uprights(
    text: Sequence[list[str]], ink: Sequence[list[int]], before: Sequence[list[str]], rows: Sequence[int]
) -> Iterator[Upright]:
    """Those that are in no cell yet, of the `rows` in their order, save in the last column, where the cursor stays."""
    growing: dict[int, Upright] = {}
    for y in rows:
        going_on: dict[int, Upright] = {}
        row, old = text[y], before[y]
        last, letters = len(row) - 1, "".join(row)
        for stroke in STROKES:
            x = -1
            while 0 <= (x := letters.find(stroke, x + 1)) < last:
                if row[x] == stroke != old[x]:  # else wide or combined letters stand before it
                    above = growing.get(x)
                    if above is None or above.bottom != y or above[:2] != (stroke, ink[y][x]):
                        above = Upright(stroke, ink[y][x], x, y, y)
                    else:
                        del growing[x]
                    going_on[x] = above._replace(bottom=y + 1)
        yield from (one for one in growing.values() if one.bottom - one.top >= FEWEST)
        growing = going_on
    yield from (one for one in growing.values() if one.bottom - one.top >= FEWEST)
