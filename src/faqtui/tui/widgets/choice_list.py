"""The list of the palette: rows of which one is selected, what was typed marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message

from faqtui.tui.widgets.line_widget import WheeledWidget
from faqtui.view.lines import Line, chosen, exactly, fit, marked
from faqtui.view.overlays.choices import Narrowed
from faqtui.view.theme import Skin

GROUP_COLUMN = 7
"""Cells for the name of a group of rows, left of the first."""

GROUPS_FROM = 60
"""Columns from which there is room for it."""


class ChoiceList(WheeledWidget):
    """Shows choices, keeps one selected and in view."""

    class Picked(Message):
        """A row was clicked."""

    class Moved(Message):
        """Another row is selected."""

    def __init__(self, skin: Skin, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(skin, id=id)
        self._rows: Sequence[Narrowed] = ()
        self._selected = 0
        self._top = 0

    @property
    def selected(self) -> Narrowed | None:
        """The row that enter means."""
        return self._rows[self._selected] if self._selected < len(self._rows) else None

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

    def draw_line(self, y: int) -> Line:
        """A row: bar, text with its marks, note."""
        index = self._top + y
        style = self.theme.style
        if index >= len(self._rows):
            return [Segment(" no such action or topic", style("ui.note"))] if not self._rows and y == 0 else []
        choice, spans = self._rows[index]
        is_selected = index == self._selected
        width = self.size.width
        note = f" {choice.note} "
        groups = GROUP_COLUMN if width >= GROUPS_FROM else 0
        is_first = index == self._top or self._rows[index - 1].choice.group != choice.group
        room = max(8, width - 2 - groups - cell_len(note))
        text = fit(choice.text, room, self.glyphs.ellipsis)
        base = style("ui.current" if is_selected else "ui.category" if choice.category is not None else "")
        seen = len(text) if text == choice.text else len(text) - len(self.glyphs.ellipsis)
        marks = [(start, min(end, seen), style("ui.match")) for start, end in spans]
        segments = [
            Segment(f" {choice.group if is_first else '':<{groups}}"[: groups + 1], style("ui.dim")),
            Segment(self.glyphs.bar if is_selected else " ", style("ui.bar")),
            *marked(text, base, 0, marks),
        ]
        line = [*exactly(segments, width - cell_len(note)), Segment(note, style("ui.dim"))]
        return chosen(line, style("ui.selected"), self.glyphs.bar) if is_selected else line

    def on_click(self, event: events.Click) -> None:
        """Pick the row."""
        index = self._top + event.y
        if index < len(self._rows):
            self._select(index)
            self.post_message(self.Picked())
