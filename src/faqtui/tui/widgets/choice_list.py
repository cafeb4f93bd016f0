"""The list of the palette: rows of which one is selected, what was typed marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message

from faqtui.tui.widgets.line_widget import WheeledWidget
from faqtui.view import bars
from faqtui.view.lines import Line
from faqtui.view.overlays.choice_lines import choice_line
from faqtui.view.overlays.choices import Narrowed
from faqtui.view.theme import Skin


class ChoiceList(WheeledWidget):
    """Shows choices, keeps one selected and in view."""

    class Picked(Message):
        """A row was clicked."""

    class Moved(Message):
        """Another row is selected, or others are in view."""

    def __init__(self, skin: Skin, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(skin, id=id)
        self._rows: Sequence[Narrowed] = ()
        self._selected = 0
        self._top = 0

    @property
    def selected(self) -> Narrowed | None:
        """The row that enter means."""
        return self._rows[self._selected] if self._selected < len(self._rows) else None

    @property
    def shown(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def show_rows(self, rows: Sequence[Narrowed]) -> None:
        """List `rows`, the first selected."""
        self._rows, self._selected, self._top = rows, 0, 0
        self.refresh()
        self.post_message(self.Moved())

    def wheel(self, lines: int) -> None:
        """Move the selection, no further than the ends."""
        self._select(self._selected + lines)

    def _select(self, index: int) -> None:
        index = max(0, min(index, len(self._rows) - 1))
        if index != self._selected:
            self._selected = index
            self._reveal()
            self.refresh()
            self.post_message(self.Moved())

    def _reveal(self) -> None:
        height = max(1, self.size.height)
        self._top = max(min(self._top, self._selected), self._selected - height + 1)

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        self._reveal()
        self.post_message(self.Moved())

    def place(self) -> str:
        """How far down the list is; nothing where all of it is seen."""
        return bars.how_far(self._top, self.size.height, len(self._rows))

    def draw_line(self, y: int) -> Line:
        """A row, the first in view of each group with its name."""
        index, rows = self._top + y, self._rows
        if index >= len(rows):
            return [Segment(" no such action or topic", self.theme.style("ui.note"))] if not rows and y == 0 else []
        is_first = index == self._top or rows[index - 1].choice.group != rows[index].choice.group
        is_selected = index == self._selected
        return choice_line(rows[index], self.size.width, self.skin, is_first=is_first, is_selected=is_selected)

    def on_click(self, event: events.Click) -> None:
        """Pick the row."""
        index = self._top + event.y
        if index < len(self._rows):
            self._select(index)
            self.post_message(self.Picked())
