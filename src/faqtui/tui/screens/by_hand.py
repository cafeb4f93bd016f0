"""The last way to take text away: shown plain over the whole screen, the mouse left to the terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.strip import Strip

from faqtui.tui.screens.overlay import Overlay, OverlayBox


class ByHand(Overlay[None]):
    """Shows `text` without anything beside it, so that dragging over it selects it and nothing else."""

    def __init__(self, text: str, title: str) -> None:
        super().__init__()
        self.text = text
        self.heading = title

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        width = max(1, self.app.size.width - 1)
        lines = [
            Strip([Segment(line[at : at + width])])
            for line in self.text.expandtabs(4).split("\n")
            for at in range(0, max(1, len(line)), width)
        ]
        yield OverlayBox(self.heading, lines, self.app.glyphs, self.app.look)

    def on_mount(self) -> None:
        """Give the mouse back to the terminal while this is open."""
        super().on_mount()
        self.app.release_mouse()

    def on_unmount(self) -> None:
        """Take it again."""
        self.app.capture_mouse_again()
