"""The last way to take text away: shown plain over the whole screen, nothing beside it."""

from __future__ import annotations

from rich.segment import Segment

from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.lines import Line
from faqtui.view.overlays.by_hand_lines import note, wrapped
from faqtui.view.theme import Skin


class PlainBox(OverlayBox):
    """Lines from the first column on, below how to take them: what is dragged over is the text and nothing else."""

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
