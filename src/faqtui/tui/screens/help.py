"""The keys, generated from the action table; those of the pane one came from first."""

from __future__ import annotations

import textwrap

from rich.segment import Segment
from textual.app import ComposeResult

from faqtui.tui.screens.overlay import Overlay, OverlayBox
from faqtui.view.actions import Pane, groups, key_name
from faqtui.view.lines import Line

KEY_COLUMN = 18
"""Cells for the keys, left of what they do."""


class HelpScreen(Overlay[None]):
    """All keys, by what they are for."""

    def __init__(self, pane: Pane) -> None:
        super().__init__()
        self.pane = pane

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        yield OverlayBox(f"Keys in the {self.pane}", self._lines, self.app.glyphs, self.app.look)

    def _lines(self, columns: int) -> list[Line]:
        look, width = self.app.look, max(16, columns - 2)
        key_style, plain = look.style("ui.key"), look.style("")
        lines: list[Line] = []
        for heading, actions in groups(self.app.options.actions):
            rows = [(action.keys(self.pane), action.description) for action in actions if action.keys(self.pane)]
            if not rows:
                continue
            if lines:
                lines.append([])
            lines.append([Segment(heading, look.style("heading"))])
            for keys, description in rows:
                names = " ".join(key_name(key) for key in keys)
                first, *more = textwrap.wrap(description, max(16, width - KEY_COLUMN))
                lines.append([Segment(f"  {names:<{KEY_COLUMN - 3}} ", key_style), Segment(first, plain)])
                lines += [[Segment(" " * KEY_COLUMN + text, plain)] for text in more]
        if self.pane is Pane.FILTER:
            lines.append([])
            hint = "In the filter every letter is text. Tab leaves it; then letters act as keys."
            lines += [[Segment(text, look.style("ui.note"))] for text in textwrap.wrap(hint, width)]
        return lines
