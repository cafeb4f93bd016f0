"""Widgets one row high, or one column wide, whose content is set as styled pieces: titles, counts, rules, the divider."""

from __future__ import annotations

from rich.style import Style
from textual import events

from faqtui.tui.messages import DividerDragged
from faqtui.tui.widgets.line_widget import LineWidget
from faqtui.view.lines import Line, Marked, beside, ruled
from faqtui.view.theme import Skin


class TextLine(LineWidget):
    """Left and right pieces of text on one row; the left ones give way where there is no room for both."""

    def __init__(self, skin: Skin, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(skin, id=id)
        self._left: Line = []
        self._right: Line = []

    def show(self, left: Line, right: Line | None = None) -> None:
        """Set the content; nothing is repainted when it is the same."""
        wanted = left, right or []
        if wanted != (self._left, self._right):
            self._left, self._right = wanted
            self.refresh()

    def draw_line(self, y: int) -> Line:
        """The row; where the widget is higher, the rest is blank."""
        return [] if y else beside(self._left, self._right, self.size.width)


class Rule(LineWidget):
    """A line of one repeated character, with another where the divider meets it."""

    def __init__(self, skin: Skin, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(skin, id=id)
        self._drawn: tuple[str, str, int, Style, str, str, Marked | None] = (" ", " ", -1, Style.null(), "", "", None)

    def draw(
        self,
        character: str,
        junction: str,
        at: int,
        style: Style,
        *,
        left: str = "",
        right: str = "",
        marked: Marked | None = None,
    ) -> None:
        """Draw what `faqtui.view.lines.ruled` makes of this."""
        wanted = (character, junction, at, style, left, right, marked)
        if wanted != self._drawn:
            self._drawn = wanted
            self.refresh()

    def draw_line(self, y: int) -> Line:  # noqa: ARG002 - every row is the same
        """One row of the rule."""
        character, junction, at, style, left, right, marked = self._drawn
        return ruled(self.size.width, character, junction, at, style, left=left, right=right, marked=marked)


class Divider(Rule):
    """The line between tree and answer, which the mouse can take hold of.

    Posts where it is pulled to; moving it is the screen's business.
    """

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
