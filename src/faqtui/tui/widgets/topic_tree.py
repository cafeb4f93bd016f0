"""The tree: rows of categories and entries, drawn line by line, so that a million rows cost what one screen costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual import events
from textual.geometry import Region, Size

from faqtui.tui.bindings import bindings_for
from faqtui.tui.messages import ListScrolled, RowOpened, SelectionMoved
from faqtui.tui.widgets.line_widget import WheeledWidget
from faqtui.view.actions import Pane
from faqtui.view.bars import how_far
from faqtui.view.lines import Line
from faqtui.view.rows import ONE_LINE, CategoryRow, NoteRow, Row, Tall, height_of
from faqtui.view.tall_rows import tall_rows
from faqtui.view.theme import Skin
from faqtui.view.tree_lines import RowLines, first_line, line_count, row_at, top_for


class TopicTree(WheeledWidget, can_focus=True):
    """Shows `rows`, keeps the one at `selected_index` (-1: none) selected and in view.

    `lines` draws them; it is asked for rows on the screen only. Where it `is_alone` (narrow screens) what the answer begins
    with is shown below the selected entry.
    """

    BINDINGS = bindings_for(Pane.TREE)

    def __init__(self, lines: RowLines, skin: Skin, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(skin, id=id)
        self._lines = lines
        self.is_alone = False
        self.rows: Sequence[Row] = ()
        self.selected_index = -1
        self._top = 0
        self._tall: Mapping[int, Tall] = {}
        self.expected = Size(0, 0)
        """The size that it will have, before it is laid out."""
        self._measured: Size | None = None

    @property
    def selected(self) -> Row | None:
        """The selected row."""
        return self.rows[self.selected_index] if 0 <= self.selected_index < len(self.rows) else None

    def show_rows(self, rows: Sequence[Row], selected: int) -> None:
        """List `rows` with the one at index `selected` chosen (-1: none)."""
        self.rows = rows
        self.selected_index = selected if 0 <= selected < len(rows) else -1
        self._measure()
        self._top = min(self._top, max(0, self._line_count() - 1))
        self._reveal()
        self.refresh()

    def select(self, index: int) -> None:
        """Choose the row at `index` and bring it into view."""
        if not self.rows:
            return
        old_top, before = self._top, self._selected_lines()
        self.selected_index = max(0, min(index, len(self.rows) - 1))
        self._measure()
        self._reveal()
        if self._top != old_top:
            self.refresh()
        else:
            # Between the two no line is where it was: the second line of the one is above them now, that of the other below.
            lines = {*before, *self._selected_lines()}
            self._refresh_lines(range(min(lines), max(lines) + 1))

    def move(self, rows: int, *, skip: Callable[[Row], bool]) -> None:
        """Move the selection by `rows`, over rows that `skip` names; it stays where there is no other."""
        step = 1 if rows > 0 else -1
        index, left, last_good = self.selected_index, abs(rows), self.selected_index
        while left and 0 <= index + step < len(self.rows):
            index += step
            if not skip(self.rows[index]):
                last_good = index
                left -= 1
        if last_good != self.selected_index:
            self.select(last_good)
        elif step < 0 and self._top > 0 and index == 0:
            self._top = 0
            self.refresh()

    def _measure(self) -> None:
        """Find out anew which rows have more than one line."""
        width, height = self._measured = self.size or self.expected
        rows, selected = self.rows, self.selected_index
        self._tall = tall_rows(self._lines, rows, selected, width, height, one_pane=self.is_alone) if height else {}

    def _line_count(self) -> int:
        return line_count(len(self.rows), self._tall)

    def _selected_lines(self) -> range:
        """The lines of the pane that the selected row has."""
        first = first_line(self.selected_index, self._tall) - self._top
        return range(first, first + height_of(self.selected_index, self._tall))

    def place(self) -> str:
        """How far down the list the pane is, such as ``40%``; empty where all of it is seen."""
        return how_far(self._top, (self.size or self.expected).height, self._line_count())

    def _reveal(self) -> None:
        self._top = top_for(self.rows, self.selected_index, self.size.height, self._top, self._tall)

    def _refresh_lines(self, lines: Iterable[int]) -> None:
        width = self.size.width
        regions = [Region(0, y, width, 1) for y in lines if 0 <= y < self.size.height]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        self._measure()
        self._reveal()
        self.post_message(ListScrolled())

    def draw_line(self, y: int) -> Line:
        """One line of a row of the tree."""
        if self._measured != self.size:  # the first frame is drawn before anybody is told of the size
            self._measure()
            self._reveal()
        index, which = row_at(self._top + y, len(self.rows), self._tall)
        if index < 0:
            return []
        tall, is_selected = self._tall.get(index, ONE_LINE), index == self.selected_index
        return self._lines.lines(self.rows[index], self.size.width, tall, selected=is_selected, active=self.has_focus)[
            which
        ]

    def wheel(self, lines: int) -> None:
        """Scroll the rows; the selection stays where it is."""
        top = max(0, min(self._top + lines, self._line_count() - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()
            self.post_message(ListScrolled())

    def centre(self) -> bool:
        """Scroll until the selected row is in the middle, as far as there are rows; whether anything moved."""
        lines, top = self._selected_lines(), self._top
        self.wheel((lines.start + lines.stop - self.size.height) // 2)
        return self._top != top

    def on_click(self, event: events.Click) -> None:
        """Select the row; a second click opens it, a click on a category folds it."""
        index, _ = row_at(self._top + event.y, len(self.rows), self._tall)
        if index < 0 or isinstance(self.rows[index], NoteRow):
            return
        was_selected = index == self.selected_index
        self.select(index)
        self.post_message(SelectionMoved())
        if was_selected or isinstance(self.rows[index], CategoryRow):
            self.post_message(RowOpened())

    def on_focus(self) -> None:
        """Show the selection as the place where keys act, or as kept, not active."""
        self._refresh_lines(self._selected_lines())

    on_blur = on_focus
