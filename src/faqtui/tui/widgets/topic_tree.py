"""The tree: rows of categories and entries, drawn line by line, so that a million rows cost what one screen costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual import events
from textual.geometry import Region

from faqtui.tui.bindings import bindings_for
from faqtui.tui.messages import ListScrolled, RowOpened, SelectionMoved
from faqtui.tui.widgets.line_widget import WheeledWidget
from faqtui.view.actions import Pane
from faqtui.view.bars import how_far
from faqtui.view.lines import Line
from faqtui.view.rows import CategoryRow, NoteRow, Row
from faqtui.view.theme import Skin
from faqtui.view.tree_lines import RowLines, row_at, top_for


class TopicTree(WheeledWidget, can_focus=True):
    """Shows `rows`, keeps the one at `selected_index` (-1: none) selected and in view.

    `lines` draws them; it is asked for rows on the screen only. With `has_preview` the beginning of the answer is shown
    below the selected entry (narrow screens).
    """

    BINDINGS = bindings_for(Pane.TREE)

    def __init__(self, lines: RowLines, skin: Skin, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(skin, id=id)
        self._lines = lines
        self.has_preview = False
        self.rows: Sequence[Row] = ()
        self.selected_index = -1
        self._top = 0

    @property
    def selected(self) -> Row | None:
        """The selected row."""
        return self.rows[self.selected_index] if 0 <= self.selected_index < len(self.rows) else None

    def show_rows(self, rows: Sequence[Row], selected: int) -> None:
        """List `rows` with the one at index `selected` chosen (-1: none)."""
        self.rows = rows
        self.selected_index = selected if 0 <= selected < len(rows) else -1
        self._top = min(self._top, max(0, self._line_count() - 1))
        self._reveal()
        self.refresh()

    def select(self, index: int) -> None:
        """Choose the row at `index` and bring it into view."""
        if not self.rows:
            return
        old_top, old = self._top, self.selected_index
        self.selected_index = max(0, min(index, len(self.rows) - 1))
        self._reveal()
        if self._top != old_top or self.has_preview:
            self.refresh()
        else:
            self._refresh_lines({old - self._top, self.selected_index - self._top})

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

    def _preview(self) -> str:
        return self._lines.preview(self.selected) if self.has_preview else ""

    def _line_count(self) -> int:
        return len(self.rows) + bool(self._preview())

    def place(self) -> str:
        """How far down the list the pane is, such as ``40%``; empty where all of it is seen."""
        return how_far(self._top, self.size.height, self._line_count())

    def _reveal(self) -> None:
        self._top = top_for(self.rows, self.selected_index, self.size.height, self._top, preview=bool(self._preview()))

    def _refresh_lines(self, lines: Iterable[int]) -> None:
        width = self.size.width
        regions = [Region(0, y, width, 1) for y in lines if 0 <= y < self.size.height]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        self._reveal()
        self.post_message(ListScrolled())

    def _row_at(self, y: int) -> int:
        """The index of the row on screen line `y`; -1 for the preview and below the last row."""
        line = self._top + y
        preview = line > self.selected_index and bool(self._preview())
        return row_at(line, len(self.rows), self.selected_index, preview=preview)

    def draw_line(self, y: int) -> Line:
        """One row of the tree."""
        width = self.size.width
        index = self._row_at(y)
        if index < 0:
            preview = self._preview()
            is_preview = preview and self._top + y == self.selected_index + 1
            return self._lines.preview_line(preview, width) if is_preview else []
        return self._lines.line(self.rows[index], width, selected=index == self.selected_index, active=self.has_focus)

    def wheel(self, lines: int) -> None:
        """Scroll the rows; the selection stays where it is."""
        top = max(0, min(self._top + lines, self._line_count() - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()
            self.post_message(ListScrolled())

    def on_click(self, event: events.Click) -> None:
        """Select the row; a second click opens it, a click on a category folds it."""
        index = self._row_at(event.y)
        if index < 0 or isinstance(self.rows[index], NoteRow):
            return
        was_selected = index == self.selected_index
        self.select(index)
        self.post_message(SelectionMoved())
        if was_selected or isinstance(self.rows[index], CategoryRow):
            self.post_message(RowOpened())

    def on_focus(self) -> None:
        """Show the selection as the place where keys act, or as kept, not active."""
        self._refresh_lines({self.selected_index - self._top})

    on_blur = on_focus
