"""Moving about: from pane to pane, through the rows of the tree and the lines of the answer, from entry to entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from faqtui.live.scrolling import END
from faqtui.view.actions import Pane
from faqtui.view.rows import CategoryRow, EntryRow

if TYPE_CHECKING:
    from faqtui.model import Category
    from faqtui.tui.keys.filtering import Filtering
    from faqtui.tui.keys.find_in_answer import FindInAnswer
    from faqtui.tui.showing import Showing
    from faqtui.tui.stage import Acts, Stage


class Moving:
    """Moves the focus, the selection and the lines in view of the main screen."""

    def __init__(self, stage: Stage, showing: Showing, filtering: Filtering, find: FindInAnswer) -> None:
        self._stage = stage
        self._showing = showing
        self._filtering = filtering
        self._find = find
        self.acts: Acts = {
            "focus_filter": self.to_filter,
            "next_pane": partial(self._to_pane, 1),
            "previous_pane": partial(self._to_pane, -1),
            "escape": self.out,
            "down": partial(self._by, 1),
            "up": partial(self._by, -1),
            "page_down": partial(self._by_page, 1),
            "page_up": partial(self._by_page, -1),
            "half_down": partial(self._by_page, 1, half=True),
            "half_up": partial(self._by_page, -1, half=True),
            "first": partial(self._to_end, -1),
            "last": partial(self._to_end, 1),
            "centre": self._centre,
            "fold": self.fold,
            "unfold": self.unfold,
            "next_category": partial(self._step_category, 1),
            "previous_category": partial(self._step_category, -1),
            "next_entry": partial(self._step_entry, 1),
            "previous_entry": partial(self._step_entry, -1),
        }

    # -- from pane to pane

    def to_filter(self) -> None:
        """Back to the filter; what stands in it is replaced by what is typed next."""
        stage = self._stage
        if stage.pane is not Pane.FILTER:
            stage.set_focus(stage.filter)
            stage.filter.action_select_all()

    def _to_pane(self, step: int) -> None:
        """Filter, tree, answer, filter; or the other way round."""
        stage = self._stage
        panes = (stage.filter, stage.tree_view, stage.answer)
        widget = panes[(list(Pane).index(stage.pane) + step) % len(panes)]
        stage.set_focus(widget)
        if widget is stage.filter:
            stage.filter.action_end()

    def out(self) -> None:
        """One step out; never out of the program."""
        stage = self._stage
        if stage.answer.mouse.deselect():
            return
        if stage.pane is Pane.ANSWER:
            if not self._find.close():
                stage.set_focus(stage.tree_view)
        elif stage.filter.value:
            stage.filter.set_query("")
        elif stage.pane is Pane.FILTER:
            stage.set_focus(stage.tree_view)

    # -- rows of the tree, lines of the answer

    def _by(self, steps: int) -> None:
        """So many rows or lines down."""
        stage = self._stage
        if stage.pane is Pane.ANSWER:
            stage.answer.scrolling.by(steps)
            stage.draw_status()
        else:
            stage.tree_view.move(steps, skip=self._showing.listing.is_passed_over)
            self._showing.show_selected()

    def _by_page(self, pages: int, *, half: bool = False) -> None:
        stage = self._stage
        pane = stage.answer if stage.pane is Pane.ANSWER else stage.tree_view
        self._by(pages * (max(1, pane.size.height // 2) if half else pane.page_lines()))

    def _to_end(self, direction: int) -> None:
        """To the first row or line (-1), or to the last (1)."""
        stage = self._stage
        if stage.pane is Pane.ANSWER:
            stage.answer.scrolling.to(END) if direction > 0 else stage.answer.scrolling.by(-END)
            stage.draw_status()
        else:
            self._by(direction * len(stage.tree_view.rows))

    def _centre(self) -> None:
        if not self._stage.tree_view.centre():
            self._stage.say("the selected row is as near the middle as it gets")

    # -- categories

    def fold(self) -> None:
        """Close the selected category, or the one the selected entry is in."""
        stage = self._stage
        if stage.pane is Pane.FILTER and stage.filter.value:
            stage.filter.action_cursor_left()
            return
        row = stage.tree_view.selected
        if isinstance(row, CategoryRow):
            path = row.path if row.is_open else self._showing.listing.above(row.path)
        elif isinstance(row, EntryRow):
            path = self._showing.listing.category_of[row.position]
        else:
            return
        if path:
            self._showing.set_open(path, is_open=False)

    def unfold(self) -> None:
        """Open the selected category; where it is open, go to its first row."""
        stage = self._stage
        if stage.pane is Pane.FILTER and stage.filter.value:
            stage.filter.action_cursor_right()
            return
        row = stage.tree_view.selected
        if isinstance(row, CategoryRow):
            if row.is_open:
                stage.tree_view.select(stage.tree_view.selected_index + 1)
                self._showing.show_selected()
            else:
                self._showing.set_open(row.path, is_open=True)

    def to_category(self, path: Category) -> None:
        """To a category by name, open, in the whole tree: a filter that is on is cleared."""
        stage = self._stage
        if stage.filter.value:
            self._filtering.clear()
        path = self._showing.listing.row_of(path)
        for depth in range(1, len(path)):
            self._showing.listing.set_open(path[:depth], is_open=True)
        self._showing.set_open(path, is_open=True)
        stage.set_focus(stage.tree_view)

    def _step_category(self, step: int) -> None:
        """To the next category, or the one above."""
        tree = self._stage.tree_view
        at = tree.selected_index + step
        while 0 <= at < len(tree.rows):
            if isinstance(tree.rows[at], CategoryRow):
                tree.select(at)
                self._showing.show_selected()
                return
            at += step
        self._stage.say("this is the last category" if step > 0 else "this is the first category")

    # -- entries

    def _step_entry(self, step: int) -> None:
        """The next entry in the order of the list, or the one before; from a category, its first, or the last before it."""
        stage, showing = self._stage, self._showing
        order = showing.listing.reading_order()
        if not order:
            return
        shown, row = showing.position(), stage.tree_view.selected
        if shown in order:
            at = order.index(shown) + step
        elif isinstance(row, CategoryRow):
            at = showing.listing.first_in(row.path, order) - (step < 0)
        else:
            at = order.index(row.position) if isinstance(row, EntryRow) and row.position in order else 0
        if not 0 <= at < len(order):
            stage.say("this is the last entry" if step > 0 else "this is the first entry")
            return
        showing.list_rows(select=order[at])
        showing.show_selected()
        if stage.pane is Pane.ANSWER:
            stage.set_focus(stage.answer)
