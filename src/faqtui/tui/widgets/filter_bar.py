"""The filter: one line of text, always ready to be typed into."""

from __future__ import annotations

from textual import events

from faqtui.sanitize import sanitize_line
from faqtui.tui.bindings import bindings_for
from faqtui.tui.widgets.line_input import LONGEST, LineInput
from faqtui.view.actions import Pane


class FilterBar(LineInput):
    """The line that says what is listed; arrow keys belong to the tree."""

    BINDINGS = bindings_for(Pane.FILTER)

    def set_query(self, text: str) -> None:
        """Replace the whole text, the cursor behind it."""
        self.value = sanitize_line(text)[:LONGEST]
        self.cursor_position = len(self.value)
        self.show_cursor()

    async def _on_key(self, event: events.Key) -> None:
        """Take every character as text, save a slash in front: who comes back by ``/`` may press it twice."""
        if event.character == "/" and not self.value:
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)
