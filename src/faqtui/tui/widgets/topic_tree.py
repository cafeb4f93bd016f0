"""The tree: rows of categories and entries, drawn line by line, so that a million rows cost what one screen costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from faqtui.model import Span
from faqtui.tui.actions import Pane
from faqtui.tui.bindings import bindings_for
from faqtui.tui.labels import room_beside, short_question
from faqtui.tui.messages import RowOpened, SelectionMoved
from faqtui.tui.rows import CategoryRow, EntryRow, NoteRow, Row
from faqtui.tui.theme import Glyphs, Theme
from faqtui.tui.widgets.line_widget import LineWidget, fit

WHEEL_ROWS = 3


class TopicTree(LineWidget, can_focus=True):
    """Shows rows, keeps one of them selected and in view.

    `label_of` gives an entry's question by position, `tail_of` the words that tell it from namesakes, `matches_of` the
    spans of the question to mark for a row; all are asked for rows on the screen only. `preview` is a line shown below
    the selected entry (narrow screens; empty: none).
    """

    BINDINGS = bindings_for(Pane.TREE)

    def __init__(self, glyphs: Glyphs, theme: Theme, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, theme, id=id)
        self.label_of: Callable[[int], str] = lambda _: ""
        self.tail_of: Callable[[int], str] = lambda _: ""
        self.matches_of: Callable[[EntryRow], Sequence[Span]] = lambda _: ()
        self.preview_of: Callable[[EntryRow], str] | None = None
        self._rows: Sequence[Row] = ()
        self._selected = -1
        self._top = 0

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    @property
    def selected(self) -> Row | None:
        """The selected row."""
        return self._rows[self._selected] if 0 <= self._selected < len(self._rows) else None

    @property
    def selected_index(self) -> int:
        """The place of the selected row in `rows`, -1 where there is none."""
        return self._selected

    def show_rows(self, rows: Sequence[Row], selected: int) -> None:
        """List `rows` with the one at index `selected` chosen (-1: none)."""
        self._rows = rows
        self._selected = selected if 0 <= selected < len(rows) else -1
        self._top = min(self._top, max(0, self._line_count() - 1))
        self._reveal()
        self.refresh()

    def select(self, index: int) -> None:
        """Choose the row at `index` and bring it into view."""
        if not self._rows:
            return
        old_top, old = self._top, self._selected
        self._selected = max(0, min(index, len(self._rows) - 1))
        self._reveal()
        if self._top != old_top or self.preview_of is not None:
            self.refresh()
        else:
            self._refresh_lines({old - self._top, self._selected - self._top})

    def move(self, rows: int, *, skip: Callable[[Row], bool]) -> None:
        """Move the selection by `rows`, over rows that `skip` names; it stays where there is no other."""
        step = 1 if rows > 0 else -1
        index, left, last_good = self._selected, abs(rows), self._selected
        while left and 0 <= index + step < len(self._rows):
            index += step
            if not skip(self._rows[index]):
                last_good = index
                left -= 1
        if last_good != self._selected:
            self.select(last_good)
        elif step < 0 and self._top > 0 and index == 0:
            self._top = 0
            self.refresh()

    def page(self) -> int:
        """How many rows a page is: all that are seen but one, which stays for the eye."""
        return max(1, self.size.height - 1)

    def _preview_line(self) -> str:
        row = self.selected
        return self.preview_of(row) if self.preview_of is not None and isinstance(row, EntryRow) else ""

    def _line_count(self) -> int:
        return len(self._rows) + bool(self._preview_line())

    def _reveal(self) -> None:
        """Scroll as little as needed to see the selected row, with its preview and a category right above it."""
        height = self.size.height
        if height < 1 or self._selected < 0:
            return
        first = last = self._selected
        if first > 0 and not isinstance(self._rows[first - 1], EntryRow) and height > 2:
            first -= 1
        last += bool(self._preview_line())
        if first < self._top:
            self._top = first
        elif last >= self._top + height:
            self._top = last - height + 1
        self._top = max(0, min(self._top, self._line_count() - height))

    def _refresh_lines(self, lines: Iterable[int]) -> None:
        width = self.size.width
        regions = [Region(0, y, width, 1) for y in lines if 0 <= y < self.size.height]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        self._reveal()

    def _row_at(self, y: int) -> int:
        """The index of the row on screen line `y`; -1 for the preview and below the last row."""
        line = self._top + y
        if line > self._selected >= 0 and self._preview_line():
            line = -1 if line == self._selected + 1 else line - 1
        return line if line < len(self._rows) else -1

    def draw_line(self, y: int) -> Strip:
        """One row of the tree."""
        width = self.size.width
        index = self._row_at(y)
        if index < 0:
            if self._selected >= 0 and self._top + y == self._selected + 1 and (preview := self._preview_line()):
                text = fit(preview, width - 5, self.glyphs.ellipsis)
                return Strip([Segment("    " + text, self.theme.style("ui.preview"))])
            return Strip([])
        row = self._rows[index]
        is_selected = index == self._selected
        match row:
            case CategoryRow():
                strip = self._category(row, width, is_selected)
            case EntryRow():
                strip = self._entry(row, width, is_selected)
            case NoteRow():
                text = fit(row.text, width - 1, self.glyphs.ellipsis)
                strip = Strip([Segment(" " + text, self.theme.style("ui.note"))])
        if is_selected and self.has_focus:
            return strip.adjust_cell_length(width).apply_style(self.theme.style("ui.selected"))
        return strip

    def _category(self, row: CategoryRow, width: int, is_selected: bool) -> Strip:
        glyph = self.glyphs.opened if row.is_open else self.glyphs.closed
        count = f" {row.entries:,} "
        indent = "  " * row.depth
        room = width - cell_len(indent) - 2 - len(count)
        title = fit(row.path[-1], room, self.glyphs.ellipsis)
        style = self.theme.style("ui.category")
        # Where the tree has no focus nothing else marks it, and colour alone would tell nothing.
        bar = (
            self.theme.style("ui.bar") + self.theme.style("ui.selected") if is_selected else self.theme.style("ui.dim")
        )
        return Strip(
            [
                Segment(indent),
                Segment(glyph, bar),
                Segment(" "),
                Segment(set_cell_size(title, max(0, room)), style),
                Segment(count, self.theme.style("ui.dim")),
            ]
        )

    def _entry(self, row: EntryRow, width: int, is_selected: bool) -> Strip:
        question = self.label_of(row.position)
        label, left_out = short_question(question)
        indent = "  " * row.depth
        bar = self.glyphs.bar if is_selected else " "
        room = width - len(indent) - 2
        tail = self.tail_of(row.position)
        if tail:
            gap = f" {self.glyphs.dot} "
            room, beside = room_beside(room, cell_len(label), cell_len(tail), len(gap))
            tail = gap + fit(tail, beside, self.glyphs.ellipsis)
        text = fit(label, room, self.glyphs.ellipsis)
        base = self.theme.style("ui.current" if is_selected else "")
        segments = [Segment(indent), Segment(bar, self.theme.style("ui.bar"))]
        marked = self.theme.style("ui.match")
        visible = len(text) if text == label else max(0, len(text) - len(self.glyphs.ellipsis))
        at = 0
        for start, end in self.matches_of(row):
            first, last = max(at, start - left_out), min(end - left_out, visible)
            if last <= first:
                continue
            segments.append(Segment(text[at:first], base))
            segments.append(Segment(text[first:last], base + marked))
            at = last
        segments.append(Segment(text[at:], base))
        segments.append(Segment(tail, self.theme.style("ui.dim")))
        return Strip([segment for segment in segments if segment.text])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the rows; the selection stays where it is."""
        self._scroll(WHEEL_ROWS)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self._scroll(-WHEEL_ROWS)
        event.stop()

    def _scroll(self, rows: int) -> None:
        top = max(0, min(self._top + rows, self._line_count() - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Select the row; a second click opens it, a click on a category folds it."""
        index = self._row_at(event.y)
        if index < 0 or isinstance(self._rows[index], NoteRow):
            return
        was_selected = index == self._selected
        self.select(index)
        self.post_message(SelectionMoved())
        if was_selected or isinstance(self._rows[index], CategoryRow):
            self.post_message(RowOpened())

    def on_focus(self) -> None:
        """Show the selection as the place where keys act."""
        self._refresh_lines({self._selected - self._top})

    def on_blur(self) -> None:
        """Show the selection as kept, not active."""
        self._refresh_lines({self._selected - self._top})
