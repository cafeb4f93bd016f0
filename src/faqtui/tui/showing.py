"""The one FAQ of the screen: which rows of it are listed, and which of them is shown in the answer pane.

What is listed is worked out in `faqtui.view.listing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.model import Category, Span
from faqtui.view.history import History, Place
from faqtui.view.listing import Listing, index_of_category, index_of_entry
from faqtui.view.rows import AboutRow, CategoryRow, EntryRow
from faqtui.view.tree_lines import RowLines

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.tui.stage import Stage


class Showing:
    """Lists rows in the tree and shows the selected one beside it; keeps what was read."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.history = History()
        self.listing = Listing(self.faq.library)
        self.row_lines = RowLines(stage.session.skin, self.listing)

    @property
    def faq(self) -> Faq:
        """What is listed."""
        return self._stage.session.faq

    def adopt(self, faq: Faq) -> None:
        """List `faq` from now on, folded as what was there before."""
        before = self.listing
        self._stage.session.faq = faq
        self.listing = self.row_lines.listing = Listing(faq.library)
        self.listing.fold_as(before)
        self.history.keep(lambda entry: faq.find(entry) is not None)

    def browse(self, select: int | None) -> None:
        """List the whole library with the entry at position `select` chosen, where it lives."""
        self.listing.browse()
        self.list_rows(select)
        self.show_row()

    def list_rows(self, select: int | None = None) -> None:
        """List anew, with the entry at position `select` chosen and its categories open; without one, the best."""
        if select is not None:
            self.listing.reveal(select)
        rows = self.listing.rows()
        self._stage.tree_view.show_rows(
            rows, index_of_entry(rows, select) if select is not None else self.listing.first(rows)
        )

    def set_open(self, path: Category, *, is_open: bool) -> None:
        """Open or close a category of the tree and select it."""
        self.listing.set_open(path, is_open=is_open)
        rows = self.listing.rows()
        self._stage.tree_view.show_rows(rows, index_of_category(rows, path))
        self.show_selected()

    def position(self) -> int | None:
        """The position of the entry that the answer pane shows."""
        entry = self._stage.answer.entry
        return None if entry is None else self.faq.find(entry.id)

    def show_selected(self) -> None:
        """Show the selected row's entry or category in the answer pane, and say so below."""
        self.show_row()
        self._stage.draw_status()

    def show_row(self, *, anew: bool = False) -> None:
        """Show the selected row's entry or category in the answer pane; `anew` with new marks, though it is the same."""
        row = self._stage.tree_view.selected
        match row:
            case EntryRow():
                self._show(row.position, self.listing.matches(row), anew=anew)
            case CategoryRow():
                self._show_category(row.path, row.path[-1])
            case AboutRow():
                self._show_category((), self.faq.library.title)
            case _:
                self._stage.answer.show_nothing(self.listing.why_nothing())

    def _show_category(self, path: Category, title: str) -> None:
        listing = self.listing
        spans_of = None if listing.hits is None else listing.hits.spans_in_text
        self._stage.answer.show_overview(title, listing.questions_in(path), listing.introduction(path), spans_of)

    def read(self, position: int, line: int = 0) -> None:
        """Go to the entry at `position`, its `line` on top; it is selected where it is listed, else the selection stays."""
        stage = self._stage
        self.listing.reveal(position)
        rows = self.listing.rows()
        index = index_of_entry(rows, position)
        if index >= 0:
            stage.tree_view.show_rows(rows, index)
        row = stage.tree_view.selected
        self._show(position, self.listing.matches(row) if index >= 0 and isinstance(row, EntryRow) else ())
        stage.set_focus(stage.answer)
        if line:
            stage.answer.scrolling.to(line)
            stage.draw_status()

    def _show(self, position: int, matches: Sequence[Span], *, anew: bool = False) -> None:
        entry, answer = self.faq.library.entries[position], self._stage.answer
        self.note_place()
        if answer.entry is not None and answer.entry.id == entry.id and not anew:
            entry = answer.entry
        hits = self.listing.hits
        answer.show_entry(entry, self.faq.blocks(position), matches, None if hits is None else hits.spans)

    def note_place(self) -> None:
        """Remember how far the entry that is shown has been read."""
        answer = self._stage.answer
        if answer.entry is not None:
            self.history.note(Place(answer.entry.id, answer.scrolling.top))
