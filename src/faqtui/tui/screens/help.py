"""The keys, generated from the action table; those of the pane one came from first."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.strip import Strip

from faqtui.tui.actions import Pane, groups, key_name
from faqtui.tui.screens.overlay import Overlay, OverlayBox


class HelpScreen(Overlay[None]):
    """All keys, by what they are for."""

    def __init__(self, pane: Pane) -> None:
        super().__init__()
        self.pane = pane

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        yield OverlayBox(f"Keys in the {self.pane}", self._lines(), self.app.glyphs, self.app.look)

    def _lines(self) -> list[Strip]:
        look = self.app.look
        lines: list[Strip] = []
        for heading, actions in groups():
            rows = [(action.keys(self.pane), action.description) for action in actions if action.keys(self.pane)]
            if not rows:
                continue
            if lines:
                lines.append(Strip([]))
            lines.append(Strip([Segment(heading, look.style("heading"))]))
            for keys, description in rows:
                names = " ".join(key_name(key) for key in keys)
                lines.append(
                    Strip([Segment(f"  {names:<18} ", look.style("ui.key")), Segment(description, look.style(""))])
                )
        if self.pane is Pane.FILTER:
            lines += [Strip([]), Strip([Segment("In the filter every letter is text.", look.style("ui.note"))])]
            lines += [Strip([Segment("Tab leaves it: then letters act as keys.", look.style("ui.note"))])]
        return lines
