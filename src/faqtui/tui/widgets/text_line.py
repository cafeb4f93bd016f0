"""A widget one row high, or one column wide, whose content is set as styled pieces: titles, counts, rules."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from faqtui.tui.theme import Glyphs, Theme
from faqtui.tui.widgets.line_widget import LineWidget


class TextLine(LineWidget):
    """Left and right pieces of text on one row; the left ones give way where there is no room for both."""

    def __init__(self, glyphs: Glyphs, theme: Theme, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, theme, id=id)
        self._left: list[Segment] = []
        self._right: list[Segment] = []

    def show(self, left: Sequence[tuple[str, Style]], right: Sequence[tuple[str, Style]] = ()) -> None:
        """Set the content; nothing is repainted when it is the same."""
        new_left = [Segment(text, style) for text, style in left]
        new_right = [Segment(text, style) for text, style in right]
        if (new_left, new_right) != (self._left, self._right):
            self._left, self._right = new_left, new_right
            self.refresh()

    def draw_line(self, y: int) -> Strip:
        """The row; where the widget is higher, the rest is blank."""
        if y:
            return Strip([])
        width = self.size.width
        right = Strip(self._right)
        room = width - right.cell_length
        left = Strip(self._left)
        if room < min(left.cell_length, width // 2):
            return left
        return Strip.join([left.adjust_cell_length(room), right])


class Rule(LineWidget):
    """A line of one repeated character, with another where the divider meets it."""

    def __init__(self, glyphs: Glyphs, theme: Theme, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, theme, id=id)
        self._segments: tuple[str, str, int, Style, str] = (" ", " ", -1, Style.null(), "")

    def draw(self, character: str, junction: str, at: int, style: Style, right: str = "") -> None:
        """Repeat `character`, with `junction` in column `at` (-1: nowhere) and `right` near the right end."""
        wanted = (character, junction, at, style, right)
        if wanted != self._segments:
            self._segments = wanted
            self.refresh()

    def draw_line(self, y: int) -> Strip:  # noqa: ARG002 - every row is the same
        """One row of the rule."""
        character, junction, at, style, right = self._segments
        width = self.size.width
        cells = [character] * width
        if 0 <= at < width:
            cells[at] = junction
        text = "".join(cells)
        if right and len(right) + 2 < width - max(at, 0):
            start = width - cell_len(right) - 2
            text = text[:start] + right + text[start + cell_len(right) :]
        return Strip([Segment(text, style)], width)
