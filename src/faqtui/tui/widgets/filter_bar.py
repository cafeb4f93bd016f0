"""The filter: one line of text, always ready to be typed into."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from faqtui.sanitize import sanitize_line
from faqtui.tui.actions import Pane
from faqtui.tui.bindings import bindings_for


class FilterBar(Input):
    """An input that never blinks (a blinking cursor sends 1.1 KB/s for ever); arrow keys belong to the tree."""

    BINDINGS = bindings_for(Pane.FILTER)

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Textual lays out the whole screen anew when this changes, 3 ms with every letter; one line needs none of that."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def put(self, text: str) -> None:
        """Insert `text` at the cursor, or in place of the selection, as one line."""
        line = sanitize_line(text)
        if self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)

    def set_query(self, text: str) -> None:
        """Replace the whole text, the cursor behind it."""
        self.value = sanitize_line(text)
        self.cursor_position = len(self.value)

    async def _on_key(self, event: events.Key) -> None:
        """Take every character as text, save a slash in front: who comes back by ``/`` may press it twice."""
        if event.character == "/" and not self.value:
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        """Paste everything, newlines as spaces; Textual's own keeps the first line only."""
        self.put(event.text)
        event.stop()
        event.prevent_default()
