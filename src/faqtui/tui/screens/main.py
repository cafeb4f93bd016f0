"""The main screen: filter above, tree and answer beside each other, status line below.

It alone knows all widgets: what they post becomes calls here, and every row of the action table has its method.
What is listed is worked out in `faqtui.tui.listing`, what is found in `faqtui.tui.finding`; what surrounds the panes
is drawn by `faqtui.tui.screens.frame`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from faqtui.model import Category, Entry, Span
from faqtui.tui.actions import Pane
from faqtui.tui.bindings import bindings_everywhere
from faqtui.tui.finding import Finder, Found
from faqtui.tui.frames import PromptFrames
from faqtui.tui.history import History, Place
from faqtui.tui.listing import Listing, index_of_category, index_of_entry
from faqtui.tui.messages import AnswerTouched, RowOpened
from faqtui.tui.rows import CategoryRow, EntryRow, NoteRow
from faqtui.tui.screens.bookmarks import Bookmarks
from faqtui.tui.screens.find import KEYS as FIND_KEYS
from faqtui.tui.screens.find import FindInAnswer
from faqtui.tui.screens.frame import Frame
from faqtui.tui.screens.links import KEYS as LINK_KEYS
from faqtui.tui.screens.links import Links
from faqtui.tui.screens.sources import Sources
from faqtui.tui.widgets.answer_view import PAN_STEP, AnswerView
from faqtui.tui.widgets.filter_bar import FilterBar
from faqtui.tui.widgets.topic_tree import TopicTree

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.tui.app import FaqtuiApp

ONE_PANE_BELOW = 70
"""Columns; narrower terminals show the list or the answer, not both."""

SMALLEST = (40, 10)
"""Columns and rows below which nothing useful can be shown."""


def tree_width(columns: int) -> int:
    """Cells for the tree on a screen of so many columns: 30 of 80."""
    return min(64, columns * 3 // 8)


def _shape(size: Size) -> dict[str, bool]:
    """The CSS classes that depend on the room there is."""
    return {
        "tiny": size.width < SMALLEST[0] or size.height < SMALLEST[1],
        "one-pane": size.width < ONE_PANE_BELOW,
    }


class MainScreen(PromptFrames[None], inherit_bindings=False):
    """Finding, reading and copying, all on one screen."""

    BINDINGS = bindings_everywhere()
    AUTO_FOCUS = None
    app: FaqtuiApp

    def __init__(self, size: Size) -> None:
        # Classes that are right from the start spare the first frame a second round of styling (5 ms).
        super().__init__(classes=" ".join(name for name, wanted in _shape(size).items() if wanted))
        app = self.app
        app.paint(self)
        self.faq = app.faq
        self.listing = Listing(self.faq.library)
        self.finder = Finder(self, self.faq)
        glyphs, theme = app.glyphs, app.look
        self.frame = Frame(glyphs, theme)
        self.filter = FilterBar(id="filter")
        app.paint(self.filter)
        self.tree_view = TopicTree(glyphs, theme, id="tree")
        self.tree_view.label_of = lambda position: self.faq.library.entries[position].question
        self.tree_view.matches_of = self.listing.matches
        self.answer = AnswerView(glyphs, theme, ascii_only=app.ascii_only, id="answer")
        self.answer.similar_to = self._similar_to
        self.find_in_answer = FindInAnswer(self)
        self.links = Links(self)
        self.history = History()
        self.sources = Sources(self)
        self.bookmarks = Bookmarks(self)

    def compose(self) -> ComposeResult:
        """The widgets, top to bottom."""
        frame = self.frame
        yield frame.title
        yield Container(frame.prompt, self.filter, frame.count, id="filter-line")
        yield frame.rule_top
        yield Container(self.tree_view, frame.divider, self.answer, id="panes")
        yield frame.rule_bottom
        yield frame.status
        yield frame.too_small

    def on_mount(self) -> None:
        """First rows, first answer, the focus in the filter."""
        self.set_focus(self.filter)
        self._fit(self.app.size)
        options = self.app.options
        start = self.faq.find(options.open_id) if options.open_id else None
        self.listing.fold_what_does_not_fit(self.app.size.height - 5, keep=start)
        if options.query:
            with self.prevent(Input.Changed):
                self.filter.set_query(options.query)
            self._run(self.filter.value)
        else:
            self._browse(select=start)
        self._draw_frame()
        self.call_after_refresh(self._warm_up)

    def _warm_up(self) -> None:
        """What the first frame did not need: the index, and with it the similar entries."""
        self.finder.warm_up()
        self.answer.show_similar()

    # -- layout

    def on_resize(self, event: events.Resize) -> None:
        """Choose between two panes, one pane and a word of regret."""
        self._fit(event.size)
        self._draw_frame()

    def _fit(self, size: Size) -> None:
        for name, wanted in _shape(size).items():
            self.set_class(wanted, name)
        one_pane = self.has_class("one-pane")
        if one_pane:
            self.remove_class("zoomed")
        self.tree_view.styles.width = "100%" if one_pane else tree_width(size.width)
        self.tree_view.preview_of = self._preview_of if one_pane else None
        if self.has_class("tiny"):
            self.frame.regret(*size, SMALLEST)

    def _preview_of(self, row: EntryRow) -> str:
        return self.faq.library.entries[row.position].answer_text.partition("\n")[0]

    # -- what is listed

    def _browse(self, select: int | None) -> None:
        """List the whole library with the entry at position `select` chosen, where it lives."""
        self.listing.browse()
        self._list(select)
        self._show_selected()

    def _list(self, select: int | None = None) -> None:
        """List anew, with the entry at position `select` chosen and its categories open; without one, the best."""
        if select is not None:
            self.listing.reveal(select)
        else:
            select = self.listing.best()
        rows = self.listing.rows()
        self.tree_view.show_rows(rows, index_of_entry(rows, select))

    def _run(self, query: str) -> None:
        """Show the best hits for `query`, or everything where it is empty."""
        if not query.strip():
            self.finder.forget()
            self._browse(select=self._shown_position())
            self._draw_frame()
            return
        self.finder.find(query)

    def found(self, found: Found) -> None:
        """Take over a result: the finder calls this, within the key event or later."""
        if found.query != self.filter.value:
            return
        self.listing.take(found)
        self._list()
        self._show_selected(anew=True)
        self._draw_frame()

    def still_indexing(self, done: int, of: int) -> None:
        """Say how far the index is; what is typed stays in the filter and runs when it is ready."""
        if self.filter.value.strip():
            self.tree_view.show_rows([NoteRow(f"indexing {done:,}/{of:,}")], -1)

    def _shown_position(self) -> int | None:
        entry = self.answer.entry
        return None if entry is None else self.faq.find(entry.id)

    def _show_selected(self, *, anew: bool = False) -> None:
        """Show the selected row's entry or category in the answer pane."""
        row = self.tree_view.selected
        match row:
            case EntryRow():
                self._show(row.position, self.listing.matches(row), anew=anew)
            case CategoryRow():
                self.answer.show_overview(row.path[-1], self.listing.questions_in(row.path))
            case _:
                self.answer.show_nothing()
        self.draw_status()

    def _similar_to(self, entry: Entry) -> list[tuple[int, str]]:
        """Position and question of entries like `entry`, without those that it links to itself."""
        position = self.faq.find(entry.id)
        linked = {link.entry for link in entry.links}
        others = () if position is None else self.finder.similar(position)
        entries = self.faq.library.entries
        return [(other, entries[other].question) for other in others if entries[other].id not in linked]

    def _show(self, position: int, matches: Sequence[Span], *, anew: bool = False) -> None:
        entry = self.faq.library.entries[position]
        shown = self.answer.entry
        if shown is not None:
            self.history.note(Place(shown.id, self.answer.top))
            if shown.id == entry.id and not anew:
                entry = shown
        found = self.listing.found
        self.answer.show_entry(entry, self.faq.blocks(position), matches, None if found is None else found.spans)

    # -- what surrounds it

    @property
    def pane(self) -> Pane:
        """Where the focus is."""
        if self.focused is self.answer or self.find_in_answer.is_open:
            return Pane.ANSWER
        return Pane.TREE if self.focused is self.tree_view else Pane.FILTER

    def _divider(self) -> int:
        """The column of the divider, -1 where one pane has the screen to itself."""
        alone = self.has_class("one-pane") or self.has_class("zoomed")
        return -1 if alone else tree_width(self.app.size.width)

    def _draw_frame(self) -> None:
        library, found = self.faq.library, self.listing.found
        strong = None if found is None else found.total
        self.frame.draw(self.app.size.width, library.title, len(library.entries), strong, self._divider())
        self.draw_status()

    def draw_status(self) -> None:
        """Draw what depends on focus, place and message: the two last lines."""
        is_seen = not self.has_class("one-pane") or self.pane is Pane.ANSWER
        place = "  ".join(filter(None, (self.answer.match_place(), self.answer.position()))) if is_seen else ""
        self.frame.draw_bottom(self._divider(), place)
        entry = self.answer.entry
        self.frame.draw_status(
            self.app.size.width,
            self.pane,
            has_code=bool(entry and entry.code_blocks),
            filtered=bool(self.filter.value),
            keys=FIND_KEYS if self.find_in_answer.is_open else LINK_KEYS if self.links.is_choosing else (),
        )

    def say(self, text: str, *, good: bool = True) -> None:
        """Put a message into the status line, where it stays until the next key."""
        self.frame.say(text, good=good)
        self.draw_status()

    def before_key(self) -> None:
        """A key came: the message has been read."""
        if self.frame.forget_message():
            self.draw_status()

    def takes_key(self, key: events.Key) -> bool:
        """Whether a key was used up by what is being chosen; it then means nothing else."""
        return self.is_current and self.links.take(key)

    # -- what widgets post

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        event.stop()
        if event.input is self.filter:
            self._run(event.value)
        else:
            self.find_in_answer.changed(event.value)

    def on_selection_moved(self) -> None:
        """Show what was clicked."""
        self.set_focus(self.tree_view)
        self._show_selected()

    def on_row_opened(self, _: RowOpened) -> None:
        """Open what was clicked."""
        self.action_open()

    def on_answer_touched(self, _: AnswerTouched) -> None:
        """Put the focus where the reader clicked."""
        self.set_focus(self.answer)

    def on_paste(self, event: events.Paste) -> None:
        """A paste always goes to the filter."""
        self.action_focus_filter()
        self.filter.put(event.text)
        event.stop()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Move the focus; what is seen on narrow and zoomed screens follows it."""
        super().set_focus(widget, scroll_visible, from_app_focus)
        self.find_in_answer.focus_moved()
        reading = self.pane is Pane.ANSWER
        if reading and self.answer.entry is not None:
            self.history.visit(self.answer.entry.id)
        if self.has_class("reading") != reading:
            self.set_class(reading, "reading")
        if not reading and self.has_class("zoomed"):
            self.remove_class("zoomed")
            self._draw_frame()
        else:
            self.draw_status()

    # -- actions: finding and moving

    def action_focus_filter(self) -> None:
        """Back to the filter; what stands in it is replaced by what is typed next."""
        if self.pane is Pane.FILTER:
            return
        self.set_focus(self.filter)
        self.filter.action_select_all()

    def action_next_pane(self) -> None:
        """Filter, tree, answer, filter."""
        self._go_to((self.tree_view, self.answer, self.filter)[list(Pane).index(self.pane)])

    def action_previous_pane(self) -> None:
        """Answer, tree, filter, answer."""
        self._go_to((self.answer, self.filter, self.tree_view)[list(Pane).index(self.pane)])

    def _go_to(self, widget: Widget) -> None:
        self.set_focus(widget)
        if widget is self.filter:
            self.filter.action_end()

    def action_escape(self) -> None:
        """One step out; never out of the program."""
        if self.pane is Pane.ANSWER:
            if not self.find_in_answer.close():
                self.set_focus(self.tree_view)
        elif self.filter.value:
            self.filter.set_query("")
        elif self.pane is Pane.FILTER:
            self.set_focus(self.tree_view)

    def _move(self, rows: int) -> None:
        self.tree_view.move(rows, skip=self.listing.is_passed_over)
        self._show_selected()

    def action_down(self) -> None:
        """A row or a line down."""
        if self.pane is Pane.ANSWER:
            self._scroll(1)
        else:
            self._move(1)

    def action_up(self) -> None:
        """A row or a line up."""
        if self.pane is Pane.ANSWER:
            self._scroll(-1)
        else:
            self._move(-1)

    def action_page_down(self) -> None:
        """A page down."""
        if self.pane is Pane.ANSWER:
            self._scroll(self.answer.page())
        else:
            self._move(self.tree_view.page())

    def action_page_up(self) -> None:
        """A page up."""
        if self.pane is Pane.ANSWER:
            self._scroll(-self.answer.page())
        else:
            self._move(-self.tree_view.page())

    def _scroll(self, lines: int) -> None:
        self.answer.scroll_lines(lines)
        self.draw_status()

    def action_first(self) -> None:
        """To the first row or line."""
        if self.pane is Pane.ANSWER:
            self.answer.scroll_to_start()
            self.draw_status()
        else:
            self._move(-len(self.tree_view.rows))

    def action_last(self) -> None:
        """To the last row or line."""
        if self.pane is Pane.ANSWER:
            self.answer.scroll_to_end()
            self.draw_status()
        else:
            self._move(len(self.tree_view.rows))

    def action_fold(self) -> None:
        """Close the selected category, or the one the selected entry is in."""
        if self.pane is Pane.FILTER and self.filter.value:
            self.filter.action_cursor_left()
            return
        row = self.tree_view.selected
        if isinstance(row, CategoryRow):
            path = row.path if row.is_open else row.path[:-1]
        elif isinstance(row, EntryRow):
            path = self.listing.category_of[row.position]
        else:
            return
        if path:
            self._set_open(path, is_open=False)

    def action_unfold(self) -> None:
        """Open the selected category; where it is open, go to its first row."""
        if self.pane is Pane.FILTER and self.filter.value:
            self.filter.action_cursor_right()
            return
        row = self.tree_view.selected
        if isinstance(row, CategoryRow):
            if row.is_open:
                self.tree_view.select(self.tree_view.selected_index + 1)
                self._show_selected()
            else:
                self._set_open(row.path, is_open=True)

    def _set_open(self, path: Category, *, is_open: bool) -> None:
        self.listing.set_open(path, is_open=is_open)
        rows = self.listing.rows()
        self.tree_view.show_rows(rows, index_of_category(rows, path))
        self._show_selected()

    def action_next_category(self) -> None:
        """To the next category."""
        self._to_category(1)

    def action_previous_category(self) -> None:
        """To the category above."""
        self._to_category(-1)

    def _to_category(self, step: int) -> None:
        rows, index = self.tree_view.rows, self.tree_view.selected_index
        at = index + step
        while 0 <= at < len(rows):
            if isinstance(rows[at], CategoryRow):
                self.tree_view.select(at)
                self._show_selected()
                return
            at += step

    # -- actions: reading

    def action_open(self) -> None:
        """Read the selected entry; fold or unfold the selected category."""
        row = self.tree_view.selected
        if isinstance(row, CategoryRow):
            self._set_open(row.path, is_open=not row.is_open)
        elif isinstance(row, EntryRow):
            self.set_focus(self.answer)

    def action_pan_left(self) -> None:
        """Wide code back to the left."""
        self.answer.pan(-PAN_STEP)

    def action_pan_right(self) -> None:
        """Wide code to the right."""
        self.answer.pan(PAN_STEP)

    def action_next_entry(self) -> None:
        """The next entry in the order of the list."""
        self._step_entry(1)

    def action_previous_entry(self) -> None:
        """The entry before."""
        self._step_entry(-1)

    def _step_entry(self, step: int) -> None:
        order = self.listing.reading_order()
        if not order:
            return
        shown = self._shown_position()
        if shown in order:
            at = order.index(shown) + step
            if not 0 <= at < len(order):
                self.say("that was the last entry" if step > 0 else "this is the first entry")
                return
        else:
            row = self.tree_view.selected
            at = order.index(row.position) if isinstance(row, EntryRow) and row.position in order else 0
        self._list(select=order[at])
        self._show_selected()
        if self.pane is Pane.ANSWER:
            self.set_focus(self.answer)

    def take(self, faq: Faq) -> None:
        """Show another reading of the same content, with entry, place, filter and focus as they were."""
        shown, top = self.answer.entry, self.answer.top
        before, self.listing = self.listing, Listing(faq.library)
        self.listing.fold_as(before)
        self.finder.forget()
        self.app.faq = self.faq = faq
        self.finder = Finder(self, faq)
        self.tree_view.matches_of = self.listing.matches
        self.history.keep(lambda entry: faq.find(entry) is not None)
        position = faq.find(shown.id) if shown is not None else None
        if self.filter.value.strip():
            self._run(self.filter.value)
            if position is not None and self.listing.found is not None and position in self.listing.found.positions:
                self._list(position)
        else:
            self._browse(position)
        self._show_selected(anew=True)
        if position is not None and self._shown_position() == position:
            self.answer.scroll_to_line(top)
        self._draw_frame()
        self.call_after_refresh(self._warm_up)

    def action_reload(self) -> None:
        """Read the files again."""
        self.sources.reload()

    def action_edit(self) -> None:
        """Open the file of the answer in the user's editor."""
        self.sources.edit()

    def action_bookmark(self) -> None:
        """Bookmark the entry that is shown, or no longer."""
        self.bookmarks.toggle()

    def action_bookmarks(self) -> None:
        """Go to a bookmark."""
        self.bookmarks.choose()

    def read(self, position: int, line: int = 0) -> None:
        """Go to the entry at `position`, its `line` on top; it is selected where it is listed, else the selection stays."""
        self.listing.reveal(position)
        rows = self.listing.rows()
        index = index_of_entry(rows, position)
        if index >= 0:
            self.tree_view.show_rows(rows, index)
        row = self.tree_view.selected
        matches = self.listing.matches(row) if index >= 0 and isinstance(row, EntryRow) else ()
        self._show(position, matches)
        self.set_focus(self.answer)
        if line:
            self.answer.scroll_to_line(line)
            self.draw_status()

    def action_back(self) -> None:
        """Back to what was read before."""
        shown = self.answer.entry
        if shown is not None:
            self.history.note(Place(shown.id, self.answer.top))
        self._return_to(self.history.back(shown.id if shown is not None else None), "nothing was read before this")

    def action_forward(self) -> None:
        """Forward to what going back left."""
        shown = self.answer.entry
        if shown is not None:
            self.history.note(Place(shown.id, self.answer.top))
        self._return_to(self.history.forward(), "nothing was read after this")

    def _return_to(self, place: Place | None, otherwise: str) -> None:
        position = None if place is None else self.faq.find(place.entry)
        if place is None or position is None:
            self.say(otherwise)
        else:
            self.read(position, place.top)

    def action_links(self) -> None:
        """Follow a link."""
        self.links.choose()

    def action_zoom(self) -> None:
        """Only the answer; the same key, or leaving it, brings the tree back."""
        if self.has_class("one-pane"):
            self.action_open() if self.pane is not Pane.ANSWER else self.action_escape()
            return
        if self.has_class("zoomed"):
            self.remove_class("zoomed")
        elif self.answer.entry is not None:
            self.set_focus(self.answer)
            self.add_class("zoomed")
        self._draw_frame()

    # -- actions: finding in the answer

    async def action_find(self) -> None:
        """Type what to find in the answer."""
        await self.find_in_answer.open()

    def action_next_match(self) -> None:
        """To the next match, round the end."""
        self.find_in_answer.step(1)

    def action_previous_match(self) -> None:
        """To the match before."""
        self.find_in_answer.step(-1)

    def action_find_accept(self) -> None:
        """Leave the find line, its marks kept."""
        self.find_in_answer.accept()

    def action_find_close(self) -> None:
        """Leave the find line and forget it."""
        self.find_in_answer.close()

    # -- actions: copying

    def action_copy_answer(self) -> None:
        """Copy the answer's Markdown."""
        if entry := self._entry_or_complain():
            self.app.copy_text(entry.answer, "the answer")

    def action_copy_entry(self) -> None:
        """Copy question, answer and where they stand."""
        if entry := self._entry_or_complain():
            place = f"{entry.source.path}:{entry.source.start_line}"
            self.app.copy_text(
                f"{entry.question_markdown}\n\n{entry.answer}\n\n({place})", "question, answer and source"
            )

    def action_copy_code(self) -> None:
        """Copy the only code block, or ask which."""
        entry = self._entry_or_complain()
        if entry is None:
            return
        if not entry.code_blocks:
            self.say("no code block in this answer", good=False)
        elif len(entry.code_blocks) == 1:
            self.app.copy_text(entry.code_blocks[0].text, "the code block")
        else:
            from faqtui.tui.screens.code_picker import CodePicker  # only when there is a choice

            self.app.push_screen(CodePicker(entry.code_blocks), partial(self._copy_picked, entry))

    def _copy_picked(self, entry: Entry, index: int | None) -> None:
        if index is not None:
            self.app.copy_text(entry.code_blocks[index].text, "the code block")

    def _entry_or_complain(self) -> Entry | None:
        if self.answer.entry is None:
            self.say("no answer is shown", good=False)
        return self.answer.entry

    # -- actions: help and leaving

    def action_help(self) -> None:
        """Show the keys."""
        from faqtui.tui.screens.help import HelpScreen  # 2 ms that a start without help does not pay

        self.app.push_screen(HelpScreen(self.pane))

    def action_clear_or_quit(self) -> None:
        """Clear the filter; quit where it is empty."""
        if self.filter.value:
            self.filter.set_query("")
            self.set_focus(self.filter)
        else:
            self.action_quit()

    def action_quit(self) -> None:
        """Leave, and remember where."""
        shown = self.answer.entry
        if shown is not None:
            self.history.note(Place(shown.id, self.answer.top))
        self.bookmarks.remember_last(self.history.present)
        self.app.exit(0)

    def action_suspend(self) -> None:
        """Back to the shell until ``fg``."""
        self.app.action_suspend_process()
