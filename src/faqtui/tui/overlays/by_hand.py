"""The last way to take text away: shown plain over the whole screen, nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment

from faqtui.sanitize import sanitize
from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.bars import SHORTEST, shortened
from faqtui.view.lines import Line, fit
from faqtui.view.theme import Skin
from faqtui.widths import chopped, is_wider

TAB = 8
"""Columns between tab stops, as a terminal has them."""


class PlainBox(OverlayBox):
    """Lines from the first column on: what is dragged over is the text and nothing else.

    Under the title stands how to take it, with the path of the file that has it, if any.
    """

    margin_left = ""

    def __init__(self, title: str, kept: str, text: str, skin: Skin) -> None:
        super().__init__(title, lambda width: list(wrapped(text, width)), skin)
        self.kept = kept

    def draw_line(self, y: int) -> Line:
        """The note in place of the upper rule."""
        if y == 1:
            shown = note(self.kept, self.size.width - 2, self.glyphs.ellipsis)
            return [Segment(" " + shown, self.theme.style("ui.note"))]
        return super().draw_line(y)


class ByHand(Overlay[None]):
    """Shows `text` without anything beside it, so that dragging over it selects it and nothing else.

    `title` says why it is shown; `kept` is the path of a file that has it too, or empty.
    """

    def __init__(self, skin: Skin, text: str, title: str, kept: str) -> None:
        super().__init__(skin, PlainBox(title, kept, text, skin))


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
