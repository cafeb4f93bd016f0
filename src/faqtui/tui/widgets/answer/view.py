"""The answer pane: what it shows, its details and links, and what the mouse does in it.

Its lines are `answer_page`'s, drawn by `answer_paint`; moving over them is `answer_scroll`'s, finding in them
`answer_finding`'s; long answers are laid out by `answer_ahead`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events

from faqtui.model import Entry, Span
from faqtui.render import Blocks, DetailsPlace
from faqtui.render.nodes import Heading, walk
from faqtui.tui.bindings import bindings_for
from faqtui.tui.messages import AnswerProgressed, AnswerTouched
from faqtui.tui.widgets.answer.finding import FindingPage
from faqtui.tui.widgets.answer.mouse import AnswerMouse
from faqtui.view.actions import Pane
from faqtui.view.answer.folded import Folding
from faqtui.view.answer.head import entry_head, overview_lines, see_also
from faqtui.view.answer.page import Page, laid_out
from faqtui.view.answer.paint import Painter, Sight
from faqtui.view.answer.targets import Target, targets_of
from faqtui.view.lines import Line
from faqtui.view.matches import SpansOf
from faqtui.view.room import text_width
from faqtui.view.theme import Glyphs, Look, Theme

if TYPE_CHECKING:
    from faqtui.tui.app import FaqtuiApp
    from faqtui.tui.widgets.answer.ahead import Ahead

WHEEL_LINES = 3
PAN_STEP = 8
PATIENCE = 0.1
"""Seconds that the first frame waits for the first lines of a long answer."""


class AnswerView(FindingPage, can_focus=True):
    """Shows one entry, or the overview of a category; scrolls by lines and pans wide code by columns.

    `similar_to` gives position and question of the entries to name below an answer.
    """

    BINDINGS = bindings_for(Pane.ANSWER)
    app: FaqtuiApp
    ALLOW_SELECT = False  # Textual's own selection knows cells alone; `AnswerMouse` knows the source

    def __init__(self, glyphs: Glyphs, theme: Theme, *, ascii_only: bool, id: str) -> None:  # noqa: A002
        super().__init__(glyphs, theme, id=id)
        self.ascii_only = ascii_only
        self.similar_to: Callable[[Entry], Sequence[tuple[int, str]]] = lambda _: ()
        self.mouse = AnswerMouse(self)
        self._entry: Entry | None = None
        self._blocks: Blocks | None = None
        self._matches: Sequence[Span] = ()
        self._overview: tuple[str, Sequence[str]] | None = None
        self._hints: Mapping[int, str] = {}
        self._similar: Sequence[tuple[int, str]] = ()
        self._painter = Painter(self._page, theme, "", hyperlinks=False)
        self._ahead: Ahead | None = None
        self._laid_out_for = 0

    # -- what is shown

    @property
    def entry(self) -> Entry | None:
        """The entry shown, None while nothing or a category is."""
        return self._entry

    def show_entry(
        self, entry: Entry, blocks: Blocks, matches: Sequence[Span] = (), spans_of: SpansOf | None = None
    ) -> None:
        """Show `entry` from its top, with `matches` marked in its question and what `spans_of` tells in its answer."""
        if entry is self._entry and not self._top and not self._pan and not self._needle:
            if matches == self._matches and spans_of is None and self._spans_of is None:
                return
        elif entry is not self._entry:
            self._blocks = blocks
            self._folding = Folding()
        self._entry, self._matches, self._overview, self._spans_of = entry, matches, None, spans_of
        self._start_over()

    def show_overview(self, title: str, questions: Sequence[str]) -> None:
        """Show a category: its title and the questions in it."""
        self._entry, self._blocks, self._matches = None, None, ()
        self._overview, self._spans_of = (title, questions), None
        self._start_over()

    def show_nothing(self) -> None:
        """Show an empty pane."""
        if self._entry is not None or self._overview is not None:
            self._entry, self._blocks, self._overview, self._spans_of = None, None, None, None
            self._start_over()

    def _start_over(self) -> None:
        self._top = self._pan = 0
        self._needle, self._walk, self._goal, self._wish, self._stay = "", None, None, None, -1
        self._hints = {}
        self._folding.spans_of = self._spans_of
        self._forget_page()

    def _forget_page(self) -> None:
        """Lay out anew before the next frame."""
        self._laid_out_for = 0
        self._stop_ahead()
        self.mouse.deselect()
        self.refresh()

    # -- the page

    @property
    def text_width(self) -> int:
        """Cells for text."""
        return text_width((self.size or self.expected).width)

    @property
    def page_shown(self) -> Page:
        """The lines of the pane."""
        width = self.text_width
        if self._laid_out_for != width:
            self._lay_out(width)
        return self._page

    def _lay_out(self, width: int) -> None:
        before, source = self._laid_out_for, -1
        if before:
            source = self._stay if self._stay >= 0 else self._page.source_at(self._top)
            self._stop_ahead()
            self.mouse.deselect()
        self._laid_out_for = width
        self._drawn.clear()
        look = Look(self.glyphs, self.theme)
        if self._entry is not None and self._blocks is not None:
            actions = self.app.options.actions
            layout = laid_out(self._blocks, width, actions, ascii_only=self.ascii_only, folds=self._folding)
            self._similar = self.similar_to(self._entry)
            self._page = Page(
                entry_head(self._entry, self._matches, width, look),
                layout,
                see_also([question for _, question in self._similar], width, look),
            )
            self._walk_matches(layout)
            if not layout.complete:
                from faqtui.tui.widgets.answer.ahead import Ahead  # few answers are that long

                tell = partial(self.app.call_later, self._progressed)
                self._ahead = Ahead(layout, self._top + max(self.size.height, 24), tell)
                self._ahead.wait(PATIENCE)
        elif self._overview is not None:
            self._page = Page(overview_lines(*self._overview, width, look))
        else:
            self._page = Page()
        self._painter = Painter(self._page, self.theme, self.glyphs.ellipsis, hyperlinks=self.app.hyperlinks)
        if source >= 0:
            self._stay_at(source)

    def _stop_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None

    def _progressed(self) -> None:
        """More lines are there, or all."""
        if self._ahead is None:
            return
        if self._ahead.failure is not None:
            raise self._ahead.failure
        page = self._page
        if page.complete:
            self._ahead = None
        self._drawn.clear()
        self.refresh()
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()
        self._go_on()
        self.post_message(AnswerProgressed())

    def on_unmount(self) -> None:
        """Nothing is looked at any more."""
        self._stop_ahead()

    def draw_line(self, y: int) -> Line:
        """One line of the pane."""
        page = self.page_shown
        line = self._top + y
        drawn = self._drawn.get(line)
        if drawn is None:
            drawn = self._painter.line(line, Sight(self._pan, self._walk, self._hints, self.mouse.selecting))
            if line < page.height:
                self._drawn[line] = drawn
        return drawn

    # -- details and headings

    def headings(self) -> Sequence[Heading]:
        """The headings of the answer, as far as it is read, those in folded details too."""
        blocks = self._blocks.blocks[:] if self._blocks is not None else ()
        return [block for block in walk(blocks) if isinstance(block, Heading)]

    def go_to_heading(self, heading: Heading) -> None:
        """Bring a heading to the top, of a long answer as soon as it is laid out; details around it open."""
        layout = self.page_shown.layout
        while layout is not None and (index := layout.heading_line(heading)) is None:
            around = [p for p in layout.details if p.folded and any(b is heading for b in walk(p.block.blocks))]
            if not around:
                self._stay = heading.spans[0].start  # laid out later, then gone to
                return
            self.fold(around, folded=False)
            layout = self._page.layout
        if layout is not None and index is not None:
            self._scroll_top(self._page.above + index)

    def details(self) -> Sequence[DetailsPlace]:
        """What can be folded in the answer."""
        layout = self.page_shown.layout
        return layout.details[:] if layout is not None else ()

    def details_in_view(self) -> Sequence[DetailsPlace]:
        """What of it begins where the reader looks."""
        start = self._top - self.page_shown.above
        return [place for place in self.details() if start <= place.line_index < start + self.size.height]

    def fold(self, places: Sequence[DetailsPlace], *, folded: bool) -> None:
        """Fold or open details; what stands above them stays where it is."""
        self._folding.set([place.number for place in places], folded=folded)
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        """Lay out for the same width, in place."""
        top, current = self._top, self._walk.number if self._walk is not None else -1
        self._lay_out(self.text_width)
        if self._page.complete:
            # What is folded or opened is in view or below it: the lines above it are as many as before.
            self._top = max(0, min(top, self._page.height - self.size.height))
            if self._walk is not None and current >= 0:
                self._walk.gather()
                self._walk.go_to(current)
        self.refresh()

    # -- links

    @property
    def similar(self) -> Sequence[tuple[int, str]]:
        """Position and question of the entries that are named below the answer."""
        return self._similar

    def targets(self) -> list[Target]:
        """The links of the answer in its order, then those to similar entries."""
        return targets_of(self.page_shown, self._similar)

    def show_similar(self) -> None:
        """Ask for similar entries once more: there may be an index now."""
        if self._entry is not None and self._laid_out_for and not self._page.tail and self.similar_to(self._entry):
            self._similar = self.similar_to(self._entry)
            look = Look(self.glyphs, self.theme)
            self._page.tail = see_also([question for _, question in self._similar], self._laid_out_for, look)
            self.repaint()

    @property
    def hints(self) -> Mapping[int, str]:
        """The hints that are shown, by the number of the link."""
        return self._hints

    def show_hints(self, hints: Mapping[int, str]) -> None:
        """Draw `hints` over the beginnings of links; where none of those is in view, scroll to the next, or up to one."""
        if hints == self._hints:
            return
        self._hints = hints
        self.repaint()
        lines = [target.line for target in self.targets() if target.number in hints]
        if lines and not any(self._top <= line < self._top + self.size.height for line in lines):
            nearest = next((line for line in lines if line >= self._top), lines[-1])
            self._scroll_top(nearest - self.size.height // 3)

    def on_resize(self) -> None:
        """Stay in place, with the current match in view."""
        page = self.page_shown  # laying out may move the top
        self._top = max(0, min(self._top, page.height - self.size.height))
        self._reveal_match()

    # -- the mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        self.scroll_lines(WHEEL_LINES)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        self.scroll_lines(-WHEEL_LINES)
        event.stop()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select."""
        self.mouse.pressed(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to here."""
        self.mouse.dragged(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Select no further."""
        self.mouse.released(event)

    def on_click(self, event: events.Click) -> None:
        """Words and lines are selected; a link is followed, details are folded; and the reader wants to be here."""
        self.post_message(AnswerTouched())
        self.mouse.clicked(event)
