"""The keys, generated from the action table; those of the pane one came from first."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rich.segment import Segment

from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.actions import Action, Pane, groups, key_name
from faqtui.view.lines import Line
from faqtui.view.theme import Skin

KEY_COLUMN = 18
"""Cells for the keys, left of what they do."""


class HelpScreen(Overlay[None]):
    """The keys of `actions`, by what they are for; those that act in `pane`."""

    def __init__(self, skin: Skin, actions: Sequence[Action], pane: Pane) -> None:
        super().__init__(skin, OverlayBox(f"Keys in the {pane}", self._lines, skin))
        self.actions = actions
        self.pane = pane

    def _lines(self, columns: int) -> list[Line]:
        style, width = self.skin.theme.style, max(16, columns - 2)
        key_style, plain = style("ui.key"), style("")
        lines: list[Line] = []
        for heading, actions in groups(self.actions):
            rows = [(action.keys(self.pane), action.description) for action in actions if action.keys(self.pane)]
            if not rows:
                continue
            if lines:
                lines.append([])
            lines.append([Segment(heading, style("heading"))])
            for keys, description in rows:
                names = " ".join(key_name(key) for key in keys)
                first, *more = textwrap.wrap(description, max(16, width - KEY_COLUMN))
                lines.append([Segment(f"  {names:<{KEY_COLUMN - 3}} ", key_style), Segment(first, plain)])
                lines += [[Segment(" " * KEY_COLUMN + text, plain)] for text in more]
        if self.pane is Pane.FILTER:
            lines.append([])
            hint = "In the filter every letter is text. Tab leaves it; then letters act as keys."
            lines += [[Segment(text, style("ui.note"))] for text in textwrap.wrap(hint, width)]
        return lines
