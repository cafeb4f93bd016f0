"""The line between tree and answer, which the mouse can take hold of."""

from __future__ import annotations

from textual import events

from faqtui.tui.messages import DividerDragged
from faqtui.tui.widgets.text_line import Rule


class Divider(Rule):
    """Posts where it is pulled to; moving it is the screen's business."""

    _is_held = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of it."""
        event.stop()
        self._is_held = True
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull it."""
        if self._is_held:
            event.stop()
            self.post_message(DividerDragged(int(event.screen_x), is_done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let it go."""
        if self._is_held:
            event.stop()
            self._is_held = False
            self.release_mouse()
            self.post_message(DividerDragged(int(event.screen_x), is_done=True))
