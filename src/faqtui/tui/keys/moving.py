"""Moving about: from pane to pane, through the rows of the tree and the lines of the answer, from entry to entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.view.actions import Pane
from faqtui.view.rows import CategoryRow, EntryRow

if TYPE_CHECKING:
    from textual.widget import Widget

    from faqtui.model import Category
    from faqtui.tui.screens.main import MainScreen


class Moving:
    """Moves the focus, the selection and the lines in view of the main screen."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen

    # -- from pane to pane

    def to_filter(self) -> None:
        """Back to the filter; what stands in it is replaced by what is typed next."""
        screen = self._screen
        if screen.pane is not Pane.FILTER:
            screen.set_focus(screen.filter)
            screen.filter.action_select_all()

    def to_next_pane(self) -> None:
        """Filter, tree, answer, filter."""
        screen = self._screen
        self._focus((screen.tree_view, screen.answer, screen.filter)[list(Pane).index(screen.pane)])

    def to_previous_pane(self) -> None:
        """Answer, tree, filter, answer."""
        screen = self._screen
        self._focus((screen.answer, screen.filter, screen.tree_view)[list(Pane).index(screen.pane)])

    def _focus(self, widget: Widget) -> None:
        screen = self._screen
        screen.set_focus(widget)
        if widget is screen.filter:
            screen.filter.action_end()

    def out(self) -> None:
        """One step out; never out of the program."""
        screen = self._screen
        if screen.answer.mouse.deselect():
            return
        if screen.pane is Pane.ANSWER:
            if not screen.find_in_answer.close():
                screen.set_focus(screen.tree_view)
        elif screen.filter.value:
            screen.filter.set_query("")
        elif screen.pane is Pane.FILTER:
            screen.set_focus(screen.tree_view)

    # -- rows of the tree, lines of the answer

    def down(self) -> None:
        """A row or a line down."""
        self._by(1)

    def up(self) -> None:
        """A row or a line up."""
        self._by(-1)

    def page_down(self) -> None:
        """A page down."""
        self._by(self._page())

    def page_up(self) -> None:
        """A page up."""
        self._by(-self._page())

    def first(self) -> None:
        """To the first row or line."""
        screen = self._screen
        if screen.pane is Pane.ANSWER:
            screen.answer.scroll_to_start()
            screen.draw_status()
        else:
            self._by(-len(screen.tree_view.rows))

    def last(self) -> None:
        """To the last row or line."""
        screen = self._screen
        if screen.pane is Pane.ANSWER:
            screen.answer.scroll_to_end()
            screen.draw_status()
        else:
            self._by(len(screen.tree_view.rows))

    def _page(self) -> int:
        screen = self._screen
        return screen.answer.page() if screen.pane is Pane.ANSWER else screen.tree_view.page()

    def _by(self, steps: int) -> None:
        screen = self._screen
        if screen.pane is Pane.ANSWER:
            screen.answer.scroll_lines(steps)
            screen.draw_status()
        else:
            screen.tree_view.move(steps, skip=screen.listing.is_passed_over)
            screen.show_selected()

    # -- categories

    def fold(self) -> None:
        """Close the selected category, or the one the selected entry is in."""
        screen = self._screen
        if screen.pane is Pane.FILTER and screen.filter.value:
            screen.filter.action_cursor_left()
            return
        row = screen.tree_view.selected
        if isinstance(row, CategoryRow):
            path = row.path if row.is_open else row.path[:-1]
        elif isinstance(row, EntryRow):
            path = screen.listing.category_of[row.position]
        else:
            return
        if path:
            screen.set_open(path, is_open=False)

    def unfold(self) -> None:
        """Open the selected category; where it is open, go to its first row."""
        screen = self._screen
        if screen.pane is Pane.FILTER and screen.filter.value:
            screen.filter.action_cursor_right()
            return
        row = screen.tree_view.selected
        if isinstance(row, CategoryRow):
            if row.is_open:
                screen.tree_view.select(screen.tree_view.selected_index + 1)
                screen.show_selected()
            else:
                screen.set_open(row.path, is_open=True)

    def next_category(self) -> None:
        """To the next category."""
        self._to_category(1)

    def previous_category(self) -> None:
        """To the category above."""
        self._to_category(-1)

    def to_category(self, path: Category) -> None:
        """To a category by name, open, in the whole tree: a filter that is on is cleared."""
        screen = self._screen
        if screen.filter.value:
            screen.clear_filter()
        for depth in range(1, len(path)):
            screen.listing.set_open(path[:depth], is_open=True)
        screen.set_open(path, is_open=True)
        screen.set_focus(screen.tree_view)

    def _to_category(self, step: int) -> None:
        tree = self._screen.tree_view
        at = tree.selected_index + step
        while 0 <= at < len(tree.rows):
            if isinstance(tree.rows[at], CategoryRow):
                tree.select(at)
                self._screen.show_selected()
                return
            at += step
        self._screen.say("this is the last category" if step > 0 else "this is the first category")

    # -- entries

    def next_entry(self) -> None:
        """The next entry in the order of the list."""
        self._step_entry(1)

    def previous_entry(self) -> None:
        """The entry before."""
        self._step_entry(-1)

    def _step_entry(self, step: int) -> None:
        screen = self._screen
        order = screen.listing.reading_order()
        if not order:
            return
        shown = screen.shown_position()
        if shown in order:
            at = order.index(shown) + step
            if not 0 <= at < len(order):
                screen.say("this is the last entry" if step > 0 else "this is the first entry")
                return
        else:
            row = screen.tree_view.selected
            at = order.index(row.position) if isinstance(row, EntryRow) and row.position in order else 0
        screen.list_rows(select=order[at])
        screen.show_selected()
        if screen.pane is Pane.ANSWER:
            screen.set_focus(screen.answer)
