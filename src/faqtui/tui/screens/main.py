"""The main screen: filter above, tree and answer beside each other, status line below.

It alone knows all widgets: what they post becomes calls here. What the keys do is in modules by subject (moving,
reading, copying, links, bookmarks, sources), which the table of `MainScreen.acts` joins to the action table.
What is listed is worked out in `faqtui.view.listing`, what is found in `faqtui.tui.searching`; what surrounds the panes
is drawn by `faqtui.tui.widgets.surround`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from faqtui.model import Category, Entry, Span
from faqtui.tui.bindings import bindings_everywhere, bindings_for, give_keys
from faqtui.tui.bursts import Bursts
from faqtui.tui.keys.bookmarks import Bookmarks
from faqtui.tui.keys.copying import Copying
from faqtui.tui.keys.facets import Facets
from faqtui.tui.keys.find_in_answer import KEYS as FIND_KEYS
from faqtui.tui.keys.find_in_answer import FindInAnswer
from faqtui.tui.keys.following import Links
from faqtui.tui.keys.moving import Moving
from faqtui.tui.keys.panes import Panes
from faqtui.tui.keys.parts import Parts
from faqtui.tui.keys.reading import Reading
from faqtui.tui.keys.reloading import Sources
from faqtui.tui.messages import AnswerSelected, AnswerTouched, DividerDragged, FilesChanged, LinkTouched, RowOpened
from faqtui.tui.prompt import PromptFrames
from faqtui.tui.searching import Finder
from faqtui.tui.widgets.answer.view import AnswerView
from faqtui.tui.widgets.filter_bar import FilterBar
from faqtui.tui.widgets.surround import Frame
from faqtui.tui.widgets.topic_tree import TopicTree
from faqtui.view import bars, room
from faqtui.view.actions import ACTIONS, Action, Pane
from faqtui.view.history import Place
from faqtui.view.hits import Found
from faqtui.view.listing import Listing, index_of_category, index_of_entry
from faqtui.view.rows import CategoryRow, EntryRow, NoteRow
from faqtui.view.theme import Look
from faqtui.view.tree_lines import RowLines

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.tui.app import FaqtuiApp
    from faqtui.tui.keys.arriving import Arriving
    from faqtui.view.choices import Choice

STARTING = 2
"""How often Textual says that the screen has resumed when it is shown for the first time."""


def _shape(size: Size) -> dict[str, bool]:
    """The CSS classes that depend on the room there is."""
    return {
        "tiny": room.is_tiny(*size),
        "one-pane": size.width < room.ONE_PANE_BELOW,
    }


def _same_place(faq: Faq, entry: Entry) -> int | None:
    """The position in `faq` of an entry of an earlier reading: by its id or, where its question was edited, its place."""
    position = faq.find(entry.id)
    if position is None:
        path, line = entry.source.path, entry.source.start_line
        for other, candidate in enumerate(faq.library.entries):
            if candidate.source.path == path and candidate.source.start_line <= line <= candidate.source.end_line:
                return other
    return position


class MainScreen(PromptFrames[None], inherit_bindings=False):
    """Finding, reading and copying, all on one screen."""

    BINDINGS = bindings_everywhere()
    AUTO_FOCUS = ""
    app: FaqtuiApp

    def __init__(self, size: Size) -> None:
        # Classes that are right from the start spare the first frame a second round of styling (5 ms).
        super().__init__(classes=" ".join(name for name, wanted in _shape(size).items() if wanted))
        app = self.app
        app.paint(self)
        self.faq = app.faq
        self.listing = Listing(self.faq.library)
        self.finder = Finder(self, self.faq)
        self.bursts = Bursts(self._take_over)
        look = Look(app.glyphs, app.look)
        self.frame = Frame(look, app.options.actions)
        self.filter = FilterBar(id="filter")
        app.paint(self.filter)
        self.row_lines = RowLines(look, self.listing)
        self.tree_view = TopicTree(self.row_lines, look, id="tree")
        self.answer = AnswerView(*look, ascii_only=app.ascii_only, id="answer")
        self.answer.similar_to = self._similar_to
        self.panes = Panes(self)
        self.find_in_answer = FindInAnswer(self)
        self.links = Links(self)
        self.parts = Parts(self)
        self.sources = Sources(self)
        self.arriving: Arriving | None = None
        self.bookmarks = Bookmarks(self)
        self.facets = Facets(self)
        self.moving = Moving(self)
        self.reading = Reading(self)
        self.copying = Copying(self)
        self._left = Pane.FILTER
        self.acts = self._make_acts()
        if app.options.actions is not ACTIONS:
            self._give_keys(app.options.actions)

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
        self._fit(self.app.size)
        self.set_focus(self.filter)
        if self.app.options.query:
            with self.prevent(Input.Changed):
                self.filter.set_query(self.app.options.query)
        if self.app.size.width >= room.HINT_FROM and self.bookmarks.never_started():
            self.filter.hint_style = self.app.look.style("ui.dim")
            self.filter.placeholder = bars.first_hint(self.app.options.actions)
        if self.app.loading is None:
            self._begin()
        else:
            from faqtui.tui.keys.arriving import Arriving  # few FAQs take so long

            self.arriving = Arriving(self, self.app.loading)
            self.arriving.show()
            self.draw_frame()
            self.call_after_refresh(self.arriving.start)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Spare the first frame a second round of styling: what has just been mounted has just been styled."""
        if self.stack_updates < STARTING:
            event.refresh_styles = False

    def _begin(self) -> None:
        """List what there is and show the first answer, or what was asked for."""
        open_id = self.app.options.open_id
        start = self.faq.find(open_id) if open_id else None
        self.listing.fold_what_does_not_fit(self.app.size.height - room.AROUND, keep=start)
        if self.filter.value.strip():
            self._run(self.filter.value)
        else:
            self._browse(select=start)
        if self.faq.errors:
            self.frame.say(self.sources.not_read(), good=False)
        self.draw_frame()
        self.call_after_refresh(self._warm_up)

    def _warm_up(self) -> None:
        """What the first frame did not need: the index, and with it the similar entries."""
        self.finder.warm_up()
        self.answer.show_similar()
        self.sources.watch()

    # -- layout

    def on_resize(self, event: events.Resize) -> None:
        """Choose between two panes, one pane and a word of regret."""
        self._fit(event.size)
        self.draw_frame()

    def _fit(self, size: Size) -> None:
        for name, wanted in _shape(size).items():
            self.set_class(wanted, name)
        one_pane = self.has_class("one-pane")
        if one_pane:
            self.remove_class("zoomed")
        tree = 0 if one_pane else self.panes.tree_width(size.width)
        self.tree_view.styles.width = tree or "100%"
        self.answer.expected = Size(size.width - (tree and tree + 1), size.height - room.AROUND)
        self.tree_view.has_preview = one_pane
        if self.has_class("tiny"):
            self.frame.regret(*size)
        elif self.focused is None:  # Textual takes it from what is out of sight, and gives it back to nobody
            self.set_focus({Pane.FILTER: self.filter, Pane.TREE: self.tree_view, Pane.ANSWER: self.answer}[self._left])

    # -- what is listed

    def _browse(self, select: int | None) -> None:
        """List the whole library with the entry at position `select` chosen, where it lives."""
        self.listing.browse()
        self.list_rows(select)
        self.show_selected()

    def list_rows(self, select: int | None = None) -> None:
        """List anew, with the entry at position `select` chosen and its categories open; without one, the best."""
        if select is not None:
            self.listing.reveal(select)
        else:
            select = self.listing.best()
        rows = self.listing.rows()
        self.tree_view.show_rows(rows, index_of_entry(rows, select))

    def _run(self, query: str) -> None:
        """Show the best hits for `query`, or everything where it is empty; nothing before there is something to look in."""
        if self.arriving is not None:
            return
        if not query.strip():
            self.finder.forget()
            self.bursts.forget()
            self._browse(select=self.shown_position())
            self.draw_frame()
            return
        self.finder.find(query)

    def clear_filter(self) -> None:
        """Empty the filter and list everything at once, not when its message comes round."""
        with self.prevent(Input.Changed):
            self.filter.set_query("")
        self._run("")

    def found(self, found: Found) -> None:
        """Show a result soon: the finder calls this, within the key event or later."""
        if found.query == self.filter.value:
            self.bursts.came(found, slow=self.app.has_slow_link)

    def _take_over(self, found: Found) -> None:
        if found.query != self.filter.value:
            return
        self.listing.take(found)
        self.list_rows()
        self.show_selected(anew=True)
        self.draw_frame()

    def still_indexing(self, done: int, of: int) -> None:
        """Say how far the index is; what is typed stays in the filter and runs when it is ready."""
        if self.filter.value.strip():
            self.tree_view.show_rows([NoteRow(f"indexing {done:,}/{of:,}")], -1)

    def shown_position(self) -> int | None:
        """The position of the entry that the answer pane shows."""
        entry = self.answer.entry
        return None if entry is None else self.faq.find(entry.id)

    def show_selected(self, *, anew: bool = False) -> None:
        """Show the selected row's entry or category in the answer pane; `anew` with new marks, though it is the same."""
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
            self.reading.history.note(Place(shown.id, self.answer.top))
            if shown.id == entry.id and not anew:
                entry = shown
        found = self.listing.found
        self.answer.show_entry(entry, self.faq.blocks(position), matches, None if found is None else found.spans)

    def set_open(self, path: Category, *, is_open: bool) -> None:
        """Open or close a category of the tree and select it."""
        self.listing.set_open(path, is_open=is_open)
        rows = self.listing.rows()
        self.tree_view.show_rows(rows, index_of_category(rows, path))
        self.show_selected()

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

    def take(self, faq: Faq) -> None:
        """Show another reading of the same content, with entry, place, filter and focus as they were."""
        shown, top = self.answer.entry, self.answer.top
        before = self.listing
        self._adopt(faq)
        self.listing.fold_as(before)
        self.reading.history.keep(lambda entry: faq.find(entry) is not None)
        position = _same_place(faq, shown) if shown is not None else None
        if self.filter.value.strip():
            self._run(self.filter.value)
            if position is not None and self.listing.found is not None and position in self.listing.found.positions:
                self.list_rows(position)
        else:
            self._browse(position)
        self.show_selected(anew=True)
        if position is not None and self.shown_position() == position:
            self.answer.scroll_to_line(top)
        if self.faq.errors:
            self.frame.say(self.sources.not_read(), good=False)
        self.draw_frame()
        self.call_after_refresh(self._warm_up)

    def arrive(self, faq: Faq) -> None:
        """Fill the screen with the FAQ that it was waiting for, and look for what was typed meanwhile."""
        self.arriving = None
        self._adopt(faq)
        self.app.arrived(faq)
        self._begin()

    def _adopt(self, faq: Faq) -> None:
        self.finder.forget()
        self.app.faq = self.faq = faq
        self.listing = Listing(faq.library)
        self.finder = Finder(self, faq)
        self.row_lines.listing = self.listing

    # -- what surrounds it

    @property
    def pane(self) -> Pane:
        """Where the focus is."""
        if self.focused is self.answer or self.find_in_answer.is_open:
            return Pane.ANSWER
        return Pane.TREE if self.focused is self.tree_view else Pane.FILTER

    @property
    def has_divider(self) -> bool:
        """Whether tree and answer are beside each other."""
        return not (self.has_class("one-pane") or self.has_class("zoomed"))

    def _divider(self) -> int:
        """The column of the divider, -1 where one pane has the screen to itself."""
        return self.panes.tree_width(self.app.size.width) if self.has_divider else -1

    def fit_panes(self) -> None:
        """The width is shared anew."""
        self._fit(self.app.size)
        self.draw_frame()

    def draw_frame(self) -> None:
        """Draw title, count, rules and status."""
        library, found = self.faq.library, self.listing.found
        strong = None if found is None else found.total
        title, total = library.title, len(library.entries) if self.arriving is None else None
        if self.arriving is not None:
            title = self.arriving.name
        self.frame.draw(self.app.size.width, title, total, strong, self._divider())
        self.draw_status()

    def draw_status(self) -> None:
        """Draw what depends on focus, place and message: the two last lines."""
        is_seen = not self.has_class("one-pane") or self.pane is Pane.ANSWER
        place = "  ".join(filter(None, (self.answer.match_place(), self.answer.position()))) if is_seen else ""
        self.frame.draw_bottom(self._divider(), place)
        self.frame.draw_status(
            self.app.size.width,
            self.pane,
            idle=bars.idle(self.answer.entry, self.pane, nothing_selected=self.tree_view.selected is None),
            folds=isinstance(self.tree_view.selected, CategoryRow),
            filtered=bool(self.filter.value),
            keys=self._keys_of_the_moment(),
        )

    def _keys_of_the_moment(self) -> Sequence[tuple[str, str]]:
        """Keys and labels for the footer that hold only while something is being chosen; none: those of the pane."""
        if self.find_in_answer.is_open:
            return FIND_KEYS
        return self.links.keys if self.links.is_choosing else self.facets.keys()

    def say(self, text: str, *, good: bool = True) -> None:
        """Put a message into the status line, where it stays until the next key."""
        self.frame.say(text, good=good)
        self.draw_status()

    def before_key(self, key: events.Key) -> None:
        """A key came: the message has been read, and what is no more of the same text finds what that has brought about."""
        if not (key.is_printable or key.key == "backspace") or self.focused is not self.filter:
            self.bursts.finish()
        if self.frame.forget_message():
            self.draw_status()

    def takes_key(self, key: events.Key) -> bool:
        """Whether a key was used up by what is being chosen; it then means nothing else."""
        return self.is_current and (self.links.take(key) or self.facets.take(key))

    # -- what widgets post

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        event.stop()
        if event.input is self.filter:
            self.facets.typed(event.value)
            self._run(event.value)
        else:
            self.find_in_answer.changed(event.value)

    def on_selection_moved(self) -> None:
        """Show what was clicked."""
        self.set_focus(self.tree_view)
        self.show_selected()

    def on_row_opened(self, _: RowOpened) -> None:
        """Open what was clicked."""
        self.reading.open()

    def on_answer_touched(self, _: AnswerTouched) -> None:
        """Put the focus where the reader clicked."""
        self.set_focus(self.answer)

    def on_answer_progressed(self) -> None:
        """Say better where the reader is, and what was found."""
        self.find_in_answer.show_count()
        self.draw_status()

    def on_answer_selected(self, event: AnswerSelected) -> None:
        """Say what can be done with it."""
        self.set_focus(self.answer)
        self.copying.selected(event.characters)

    def on_link_touched(self, event: LinkTouched) -> None:
        """Follow it."""
        self.links.follow(event.target)

    def on_divider_dragged(self, event: DividerDragged) -> None:
        """Move the divider."""
        self.panes.drag(event.x, is_done=event.is_done)

    def on_files_changed(self, _: FilesChanged) -> None:
        """Read what changed."""
        self.sources.changed()

    def on_unmount(self) -> None:
        """The program is leaving."""
        self.sources.stop_watching()
        if self.arriving is not None:
            self.arriving.stop()

    def on_paste(self, event: events.Paste) -> None:
        """A paste always goes to the filter."""
        self.moving.to_filter()
        self.filter.put(event.text)
        event.stop()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Move the focus; what is seen on narrow and zoomed screens follows it."""
        if widget is None:
            self._left = self.pane
        super().set_focus(widget, scroll_visible, from_app_focus)
        self.find_in_answer.focus_moved()
        reading = self.pane is Pane.ANSWER
        if reading and self.answer.entry is not None:
            self.reading.history.visit(self.answer.entry.id)
        if self.has_class("reading") != reading:
            self.set_class(reading, "reading")
        if not reading and self.has_class("zoomed"):
            self.remove_class("zoomed")
            self.draw_frame()
        else:
            self.draw_status()

    # -- what keys do

    def _give_keys(self, actions: Sequence[Action]) -> None:
        give_keys(self, bindings_everywhere(actions))
        for widget, pane in ((self.filter, Pane.FILTER), (self.tree_view, Pane.TREE), (self.answer, Pane.ANSWER)):
            give_keys(widget, bindings_for(pane, actions))

    def _make_acts(self) -> dict[str, Callable[[], object]]:
        """What each row of the action table does, by its id."""
        moving, reading, copying, find = self.moving, self.reading, self.copying, self.find_in_answer
        return {
            "open": reading.open,
            "copy_answer": copying.answer,
            "copy_code": copying.code,
            "copy_entry": copying.entry,
            "focus_filter": moving.to_filter,
            "find": find.open,
            "next_match": partial(find.step, 1),
            "previous_match": partial(find.step, -1),
            "next_pane": moving.to_next_pane,
            "previous_pane": moving.to_previous_pane,
            "escape": moving.out,
            "down": moving.down,
            "up": moving.up,
            "page_down": moving.page_down,
            "page_up": moving.page_up,
            "first": moving.first,
            "last": moving.last,
            "fold": moving.fold,
            "unfold": moving.unfold,
            "pan_left": reading.pan_left,
            "pan_right": reading.pan_right,
            "next_entry": moving.next_entry,
            "previous_entry": moving.previous_entry,
            "next_category": moving.next_category,
            "previous_category": moving.previous_category,
            "outline": self.parts.outline,
            "details": self.parts.details,
            "links": self.links.choose,
            "back": reading.back,
            "forward": reading.forward,
            "reload": self.sources.reload,
            "edit": self.sources.edit,
            "bookmark": self.bookmarks.toggle,
            "bookmarks": self.bookmarks.choose,
            "zoom": reading.zoom,
            "wider": self.panes.wider,
            "narrower": self.panes.narrower,
            "palette": self._palette,
            "help": self._help,
            "suspend": self.app.action_suspend_process,
            "clear_or_quit": self._clear_or_quit,
            "quit": self._quit,
        }

    async def action_act(self, name: str) -> None:
        """Do what the row `name` of the action table says."""
        done = self.acts[name]()
        if isawaitable(done):
            await done

    def action_find_accept(self) -> None:
        """Leave the find line, its marks kept."""
        self.find_in_answer.accept()

    def action_find_close(self) -> None:
        """Leave the find line and forget it."""
        self.find_in_answer.close()

    def _help(self) -> None:
        from faqtui.tui.screens.help import HelpScreen  # 2 ms that a start without help does not pay

        self.app.push_screen(HelpScreen(self.pane))

    def _palette(self) -> None:
        from faqtui.tui.screens.palette import Palette
        from faqtui.view.choices import choices  # asked for by few sessions, as the palette itself

        self.app.push_screen(Palette(choices(self.app.options.actions, self.faq.library.categories)), self._chosen)

    def _chosen(self, choice: Choice | None) -> None:
        if choice is None:
            return
        if choice.action is not None:
            self.call_later(self.action_act, choice.action)
        elif choice.category is not None:
            self.moving.to_category(choice.category)

    def _clear_or_quit(self) -> None:
        if self.copying.selection():
            return
        if self.filter.value:
            self.filter.set_query("")
            self.set_focus(self.filter)
        else:
            self._quit()

    def _quit(self) -> None:
        """Leave, and remember where."""
        self.remember()
        self.app.exit(0)

    def remember(self) -> None:
        """Keep the place where reading ends."""
        self.reading.note_place()
        self.bookmarks.remember_last(self.reading.history.present)
