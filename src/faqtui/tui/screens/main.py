"""The main screen: filter above, tree and answer beside each other, status line below.

It alone knows all widgets: what they post becomes calls here. What the keys do is in `faqtui.tui.keys`, whose tables of
acts it joins; what is listed and shown is `faqtui.tui.showing`'s business; what surrounds the panes is drawn by
`faqtui.tui.widgets.surround`.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from faqtui.errors import SHORTAGE, why_not
from faqtui.tui.bindings import bindings_everywhere, bindings_for, give_keys
from faqtui.tui.keys.adopting import Adopting
from faqtui.tui.keys.bookmarks import Bookmarks
from faqtui.tui.keys.browsing import Browsing
from faqtui.tui.keys.completing import Completing
from faqtui.tui.keys.copying import Copying
from faqtui.tui.keys.filtering import Filtering
from faqtui.tui.keys.find_in_answer import KEYS as FIND_KEYS
from faqtui.tui.keys.find_in_answer import FindInAnswer
from faqtui.tui.keys.following import Following
from faqtui.tui.keys.helping import Helping
from faqtui.tui.keys.moving import Moving
from faqtui.tui.keys.panes import Panes
from faqtui.tui.keys.picking import Picking
from faqtui.tui.keys.quitting import Quitting
from faqtui.tui.keys.reloading import Reloading
from faqtui.tui.messages import AnswerSelected, AnswerTouched, DividerDragged, FilesChanged, LinkTouched, RowOpened
from faqtui.tui.prompt import PromptFrames
from faqtui.tui.showing import Showing
from faqtui.tui.widgets.answer.view import AnswerView
from faqtui.tui.widgets.filter_bar import FilterBar
from faqtui.tui.widgets.line_widget import paint
from faqtui.tui.widgets.surround import Surround
from faqtui.tui.widgets.topic_tree import TopicTree
from faqtui.view import bars, room
from faqtui.view.actions import ACTIONS, Action, Pane, key_name
from faqtui.view.rows import CategoryRow

if TYPE_CHECKING:
    from faqtui.host.pool import Threads
    from faqtui.tui.keys.arriving import Arriving
    from faqtui.tui.stage import Session

STARTING = 2
"""How often Textual says that the screen has resumed when it is shown for the first time."""

AT_ONCE = 4
"""Threads that work at a time: one that reads, one that makes an index, and what is searched for."""


class MainScreen(PromptFrames[None], inherit_bindings=False):
    """Finding, reading and copying, all on one screen."""

    BINDINGS = bindings_everywhere()
    AUTO_FOCUS = ""

    def __init__(self, session: Session, size: Size) -> None:
        # Classes that are right from the start spare the first frame a second round of styling (5 ms).
        super().__init__(classes=" ".join(name for name, wanted in room.shape(*size).items() if wanted))
        self.session = session
        skin, actions = session.skin, session.options.actions
        paint(self, skin.theme)
        self.surround = Surround(skin, actions)
        self.filter = FilterBar(skin.theme, id="filter")
        self.showing = Showing(self)
        self.tree_view = TopicTree(self.showing.row_lines, skin, id="tree")
        self.answer = AnswerView(skin, actions, hyperlinks=session.hyperlinks, id="answer")
        self.filtering = Filtering(self, self.showing)
        self.answer.wraps = session.options.wrap
        self.answer.similar_to = self.filtering.similar_to
        self.adopting = Adopting(self, self.showing, self.filtering, self._settled)
        self.arriving: Arriving | None = None
        self.panes = Panes(self, lambda: self.showing.listing.widest())  # noqa: PLW0108 - another listing comes
        self.find_in_answer = FindInAnswer(self, partial(self.mount, after=self.surround.rule_bottom))
        self.moving = Moving(self, self.showing, self.filtering, self.find_in_answer)
        self.copying = Copying(self)
        self.picking = Picking(self, self.copying)
        self.browsing = Browsing(self, self.showing, self.moving, self.picking)
        self.following = Following(self, self.showing)
        self.completing = Completing(self, self.filtering)
        self.bookmarks = Bookmarks(self, self.showing)
        self.reloading = Reloading(self, self.adopting.take)
        self.helping = Helping(self, self.moving, self.filtering, partial(self.call_later, self.action_act))
        self.quitting = Quitting(self, self.copying, self.bookmarks)
        self.helpers = (
            *(self.panes, self.find_in_answer, self.moving, self.browsing, self.following),
            *(self.copying, self.bookmarks, self.reloading, self.helping, self.quitting),
        )
        self._threads: Threads | None = None
        self.acts = {name: act for helper in self.helpers for name, act in helper.acts.items()}
        self._left = Pane.FILTER
        if actions is not ACTIONS:
            self._give_keys(actions)

    def compose(self) -> ComposeResult:
        """The widgets, top to bottom."""
        surround = self.surround
        yield surround.title
        yield Container(surround.prompt, self.filter, surround.count, id="filter-line")
        yield surround.rule_top
        yield Container(self.tree_view, surround.divider, self.answer, id="panes")
        yield surround.rule_bottom
        yield surround.status
        yield surround.too_small

    def on_mount(self) -> None:
        """First rows, first answer, the focus in the filter."""
        options, loading = self.session.options, self.session.loading
        self._fit(self.app.size)
        self.set_focus(self.filter)
        if options.query:
            with self.prevent(Input.Changed):
                self.filter.set_query(options.query)
        if self.app.size.width >= room.HINT_FROM and self.bookmarks.never_started():
            self.filter.placeholder = bars.first_hint(options.actions)
        if loading is None:
            self.adopting.begin()
        else:
            from faqtui.tui.keys.arriving import Arriving  # few FAQs take so long

            self.arriving = Arriving(self, loading, self.adopting.arrive)
            self.arriving.show()
            self.draw_surround()
            self.call_after_refresh(self.arriving.start)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Spare the first frame a second round of styling: what has just been mounted has just been styled."""
        if self.stack_updates < STARTING:
            event.refresh_styles = False

    def _settled(self) -> None:
        if self.app.size.width >= room.ASIDE_FROM:  # the tree is as wide there as its rows want
            self._fit(self.app.size)
        self.draw_surround()
        self.call_after_refresh(self._warm_up)

    def _warm_up(self) -> None:
        """Make ready what the first frame did not need."""
        self.filtering.search.warm_up()
        self.answer.show_similar()
        if not (self.session.options.secure or self.bookmarks.never_started()):
            self.bookmarks.show()
        self.reloading.watch()
        self.set_timer(0.5, self.filtering.search.import_rest)

    # -- layout

    def on_resize(self, event: events.Resize) -> None:
        """Choose between two panes, one pane and a word of regret."""
        self._fit(event.size)
        self.draw_surround()

    def fit_panes(self) -> None:
        """Share the width anew."""
        self._fit(self.app.size)
        self.draw_surround()

    def _fit(self, size: Size) -> None:
        for name, wanted in room.shape(*size).items():
            self.set_class(wanted, name)
        one_pane = self.has_class("one-pane")
        self._show_pane_read()
        if one_pane:
            self.remove_class("zoomed")
        tree = 0 if one_pane else self.panes.tree_width(size.width)
        self.tree_view.styles.width = tree or "100%"
        self.answer.expected = Size(size.width - (tree and tree + 1), size.height - room.AROUND)
        self.tree_view.expected = Size(tree or size.width, size.height - room.AROUND)
        self.tree_view.is_alone = one_pane
        if self.has_class("tiny"):
            self.surround.regret(*size)
        elif self.focused is None:  # Textual takes it from what is out of sight, and gives it back to nobody
            self.set_focus({Pane.FILTER: self.filter, Pane.TREE: self.tree_view, Pane.ANSWER: self.answer}[self._left])

    def _show_pane_read(self) -> None:
        """Where one pane is seen, show the one that has the focus. Elsewhere both are, and no widget need be styled anew."""
        self.set_class(self.has_class("one-pane") and self.pane is Pane.ANSWER, "reading")

    # -- what surrounds it

    @property
    def pane(self) -> Pane:
        """Where the focus is."""
        if self.focused is self.answer or self.find_in_answer.is_open:
            return Pane.ANSWER
        return Pane.TREE if self.focused is self.tree_view else Pane.FILTER

    def draw_surround(self) -> None:
        """Draw title, count, rules and status."""
        library, hits = self.session.faq.library, self.showing.listing.hits
        strong, texts = (None, 0) if hits is None else (hits.total, 0 if hits.weak else len(hits.texts))
        waiting = self.arriving if self.arriving is not None and not self.arriving.is_over else None
        title, total = (library.title, len(library.entries)) if waiting is None else (waiting.name, None)
        weak = hits is not None and hits.weak and len(hits.positions) + len(hits.texts) > 0
        self.surround.draw(self.app.size.width, title, total, strong, weak=weak, texts=0 if weak else texts)
        self.draw_status()

    def draw_status(self) -> None:
        """Draw what depends on focus, place and message: the two last lines."""
        pane, selected = self.pane, self.tree_view.selected
        is_seen = not self.has_class("one-pane") or pane is Pane.ANSWER
        is_list_seen = not (self.has_class("zoomed") or (self.has_class("one-pane") and is_seen))
        listed = self.tree_view.place() if is_list_seen else ""
        read = self.answer.place() if is_seen else ""
        self.surround.draw_rules(self.app.size.width, self.panes.divider(), pane, listed=listed, read=read)
        self.surround.draw_status(
            self.app.size.width,
            pane,
            idle=bars.idle(
                self.answer.shown,
                pane,
                nothing_selected=selected is None,
                similar=bool(self.answer.similar),
                whole=not read,
            ),
            folds=isinstance(selected, CategoryRow) and selected.entries > 0,
            filtered=bool(self.filter.value),
            keys=self._keys_of_the_moment(),
        )

    def _keys_of_the_moment(self) -> Sequence[tuple[str, str]]:
        """Keys and labels for the footer that hold only while something is being chosen; none: those of the pane."""
        if self.find_in_answer.is_open:
            return FIND_KEYS
        return self.following.keys if self.following.is_choosing else self.completing.keys()

    def say(self, text: str, *, good: bool = True, address: str = "", about: str = "") -> None:
        """Put a message into the status line until the next key; an address is cut there, what it is `about` left out."""
        self.surround.say(text, good=good, address=address, about=about)
        self.draw_status()

    @contextmanager
    def or_not_now(self) -> Iterator[None]:
        """Where no descriptor or memory is left for what is loaded late, or it is gone: say so, and go on."""
        try:
            yield
        except SHORTAGE as error:
            self.say(f"not now: {why_not(error)}", good=False)

    def work_beside(self, work: Callable[[], None], *, group: str, exclusive: bool = False) -> None:
        """Do `work` in a thread of our own (see `faqtui.host.threads`); an `exclusive` one takes the place of its group."""
        if self._threads is None:
            from faqtui.host.pool import Threads  # needed by few sessions

            self._threads = Threads(AT_ONCE)
            get_running_loop().set_default_executor(self._threads)
        self.run_worker(work, thread=True, group=group, exclusive=exclusive)

    def from_thread(self, does: Callable[..., object], *arguments: Any) -> None:
        """Have `does` called in the loop."""
        self.app.call_from_thread(does, *arguments)

    # -- what widgets post

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        event.stop()
        if event.input is self.filter:
            with self.or_not_now():
                self.completing.typed(event.value)
                self.filtering.run(event.value)
        else:
            self.find_in_answer.changed(event.value)

    def on_selection_moved(self) -> None:
        """Show what was clicked."""
        self.set_focus(self.tree_view)
        self.showing.show_selected()

    def on_list_scrolled(self) -> None:
        """Say where in the list the reader is."""
        self.draw_status()

    def on_row_opened(self, _: RowOpened) -> None:
        """Open what was clicked."""
        self.browsing.open()

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
        self.following.follow(event.target)

    def on_divider_dragged(self, event: DividerDragged) -> None:
        """Move the divider."""
        self.panes.drag(event.x, is_done=event.is_done)

    def on_files_changed(self, _: FilesChanged) -> None:
        """Read what changed."""
        self.reloading.read()

    def on_unmount(self) -> None:
        """The program is leaving."""
        self.reloading.stop_watching()
        self.filtering.meant.stop()
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
            self.showing.history.visit(self.answer.entry.id)
        self._show_pane_read()
        if not reading and self.has_class("zoomed"):
            self.remove_class("zoomed")
            self.draw_surround()
        else:
            self.draw_status()

    # -- what keys do

    def before_key(self, key: events.Key) -> None:
        """A key came: the message has been read, and what is no more of the same text finds what that has brought about."""
        if not (key.is_printable or key.key == "backspace") or self.focused is not self.filter:
            with self.or_not_now():
                self.filtering.search.find_now()
                self.filtering.bursts.finish()
        if self.surround.forget_message():
            self.draw_status()

    def takes_key(self, key: events.Key) -> bool:
        """Whether a key was used up by what is being chosen; it then means nothing else."""
        if self.is_current and key.key == "enter" and self.pane is Pane.ANSWER and self._picks_here():
            self.picking.pick()
            return True
        return self.is_current and (self.following.take(key) or self.completing.take(key))

    def tell_unbound(self, key: events.Key) -> None:
        """A key that means nothing where the focus is: say so, and what has the keys."""
        typed = key.character if key.is_printable else None
        self.say(bars.unbound(typed or key_name(key.key), self.session.options.actions), good=False)

    def _picks_here(self) -> bool:
        return self.picking.is_on and not (self.following.is_choosing or self.find_in_answer.is_open)

    def _give_keys(self, actions: Sequence[Action]) -> None:
        give_keys(self, bindings_everywhere(actions))
        for widget, pane in ((self.filter, Pane.FILTER), (self.tree_view, Pane.TREE), (self.answer, Pane.ANSWER)):
            give_keys(widget, bindings_for(pane, actions))

    async def action_act(self, name: str) -> None:
        """Do what the row `name` of the action table says."""
        with self.or_not_now():
            if name == "open" and self.pane is Pane.FILTER:
                await self.filtering.meant.settled()
            done = self.acts[name]()
            if isawaitable(done):
                await done

    def action_find_accept(self) -> None:
        """Leave the find line, its marks kept: n and N walk on."""
        self.set_focus(self.answer)

    def action_find_close(self) -> None:
        """Leave the find line and forget it."""
        self.find_in_answer.close()
