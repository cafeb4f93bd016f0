"""The answer pane: what it shows, which part of that is in view, and what the mouse does in it.

Its lines are `answer_page`'s, drawn by `answer_paint`; long answers are laid out by `answer_ahead`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.strip import Strip

from faqtui.model import Entry, Span
from faqtui.render import AT_ONCE, Blocks, DetailsPlace, Layout, lay_out
from faqtui.render.blocks import Heading, walk
from faqtui.tui.actions import Pane, key_name
from faqtui.tui.bindings import bindings_for
from faqtui.tui.matches import SpansOf, cells_before, shown_parts
from faqtui.tui.messages import AnswerProgressed, AnswerTouched
from faqtui.tui.theme import Glyphs, Theme
from faqtui.tui.widgets.answer_folds import Folding
from faqtui.tui.widgets.answer_head import MARGIN, Look, entry_head, overview_lines, see_also
from faqtui.tui.widgets.answer_matches import MatchWalk
from faqtui.tui.widgets.answer_mouse import AnswerMouse
from faqtui.tui.widgets.answer_page import Page
from faqtui.tui.widgets.answer_paint import Painter, Sight
from faqtui.tui.widgets.answer_targets import Target, targets_of
from faqtui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from faqtui.tui.app import FaqtuiApp
    from faqtui.tui.widgets.answer_ahead import Ahead

WHEEL_LINES = 3
PAN_STEP = 8
WIDEST_TEXT = 110
"""Cells; longer lines are hard to read however wide the terminal is."""

PAN_MARGIN = 8
"""Cells of code left in view before a match that it was panned to."""

PATIENCE = 0.1
"""Seconds that the first frame waits for the first lines of a long answer."""

END = 1 << 40
"""A line behind every other."""


class AnswerView(LineWidget, can_focus=True):
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
        self._spans_of: SpansOf | None = None
        self._needle = ""
        self._folding = Folding()
        self._walk: MatchWalk | None = None
        self._wish: Callable[[], None] | None = None
        self._hints: Mapping[int, str] = {}
        self._similar: Sequence[tuple[int, str]] = ()
        self._page = Page()
        self._painter = Painter(self._page, theme, "", hyperlinks=False)
        self._ahead: Ahead | None = None
        self._strips: dict[int, Strip] = {}
        self._laid_out_for = 0
        self._top = 0
        self._goal: int | None = None
        self._stay = -1
        self._pan = 0

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
        """Cells for text: those between the margins, but no more than the eye follows from line to line."""
        return max(10, min(WIDEST_TEXT, self.size.width - 2 * MARGIN))

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
        self._strips.clear()
        look = Look(self.app.console, self.glyphs, self.theme)
        if self._entry is not None and self._blocks is not None:
            blocks = self._blocks
            layout = lay_out(
                blocks,
                width,
                ascii=self.ascii_only,
                code_hint=self._hint("copy_code", "copies"),
                fold_hint=self._hint("details", "opens"),
                folds=self._folding,
                lazy=len(blocks.markdown) > AT_ONCE,
            )
            self._similar = self.similar_to(self._entry)
            self._page = Page(
                entry_head(self._entry, self._matches, width, look),
                layout,
                see_also([question for _, question in self._similar], width, look),
            )
            self._walk_matches(layout)
            if not layout.complete:
                from faqtui.tui.widgets.answer_ahead import Ahead  # few answers are that long

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

    def _hint(self, action: str, does: str) -> str:
        """The key of an action and what it does, nothing where it has no key here."""
        keys = next((row.keys(Pane.ANSWER) for row in self.app.options.actions if row.id == action), ())
        return f"{key_name(keys[0])} {does}" if keys else ""

    def _stay_at(self, source: int) -> None:
        """Bring the line that shows `source` to the top, as soon as it is laid out."""
        line = self._page.line_of(source)
        self._stay = source if line < 0 and not self._page.complete else -1
        if line >= 0:
            self._top = line

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
        self._strips.clear()
        self.refresh()
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()
        if self._stay >= 0:
            self._stay_at(self._stay)
        if self._goal is not None:
            self._scroll_top(self._goal)
        self.post_message(AnswerProgressed())

    def on_unmount(self) -> None:
        """Nothing is looked at any more."""
        self._stop_ahead()

    def repaint(self) -> None:
        """Draw every line anew: something lies over other text than before."""
        self._strips.clear()
        self.refresh()

    def draw_line(self, y: int) -> Strip:
        """One line of the pane."""
        page = self.page_shown
        line = self._top + y
        strip = self._strips.get(line)
        if strip is None:
            strip = self._painter.line(line, Sight(self._pan, self._walk, self._hints, self.mouse.selecting))
            if line < page.height:
                self._strips[line] = strip
        return strip

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

    # -- matches

    def _walk_matches(self, layout: Layout) -> None:
        """Look for the same in another layout, the same match being current."""
        current = self._walk.number if self._walk is not None else -1
        self._walk = MatchWalk(layout, self._needle, self._spans_of)
        if current >= 0 or self._needle:
            self._when_gathered(partial(self._walk.go_to, current))

    def _when_gathered(self, then: Callable[[], None]) -> None:
        """Do something when all matches are known: now, or where the answer is long when a thread has found them."""
        walk, layout = self._walk, self._page.layout
        if walk is None or layout is None:
            return
        if walk.gathered or (layout.complete and len(layout.markdown) <= AT_ONCE):
            walk.gather()
            then()
        elif not layout.complete:
            self._wish = partial(self._when_gathered, then)
        else:
            from faqtui.tui.widgets.answer_ahead import in_thread

            in_thread(partial(self._gather, walk, then))

    def _gather(self, walk: MatchWalk, then: Callable[[], None]) -> None:
        if walk is self._walk:
            walk.gather()
            self.app.call_later(self._gathered, walk, then)

    def _gathered(self, walk: MatchWalk, then: Callable[[], None]) -> None:
        if walk is self._walk:
            then()
            self.repaint()
            self.post_message(AnswerProgressed())

    def find(self, needle: str, *, from_line: int) -> None:
        """Mark `needle` and go to its first place from line `from_line` of the page on; details that hold it open.

        An empty needle brings the words of the filter back. `match_place` tells what was found.
        """
        page = self.page_shown
        if page.layout is None:
            return
        self._needle = self._folding.needle = needle
        if self._folding.would_open(page.layout.details):
            self._walk = None
            self._lay_out_again()
        layout = self._page.layout
        self._walk = MatchWalk(layout, needle, self._spans_of) if layout is not None else None
        self.repaint()
        if needle:
            self._when_gathered(partial(self._go_from, from_line))

    def _go_from(self, line: int) -> None:
        if self._walk is not None:
            self._walk.go_from(line - self._page.above)
            self._reveal_match()

    def step_match(self, step: int) -> bool:
        """Go to the next match (`step` 1) or the one before (-1), round the ends; False where there is none."""
        page = self.page_shown
        if self._walk is None or page.layout is None:
            return False
        self._when_gathered(partial(self._step, step))
        return len(self._walk) > 0 or not self._walk.gathered

    def _step(self, step: int) -> None:
        if self._walk is not None:
            self._walk.step(step, self._top - self._page.above)
            self.repaint()
            self._reveal_match()

    def match_place(self) -> str:
        """Which match is current, such as ``3/14``; an ellipsis while that is worked out, nothing where none is."""
        if self._walk is None:
            return ""
        if self._needle and not self._walk.gathered:
            return self.glyphs.ellipsis
        return self._walk.place()

    @property
    def needle(self) -> str:
        """What is looked for; empty while nothing is."""
        return self._needle

    def _reveal_match(self) -> None:
        """Scroll and pan as little as needed to see the current match, a third down where it was out of view."""
        match = self._walk.current if self._walk is not None else None
        layout = self._page.layout
        if match is None or layout is None:
            return
        line = match.line_index + self._page.above
        if not self._top <= line < self._top + self.size.height:
            self._scroll_top(line - self.size.height // 3)
        part = match.parts[0]
        if layout.pan_limit and not shown_parts(layout, part.line_index, self._pan, [part]):
            self.pan(cells_before(layout, part) - PAN_MARGIN - self._pan)

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
            look = Look(self.app.console, self.glyphs, self.theme)
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

    # -- moving

    @property
    def top(self) -> int:
        """The first line that is seen, counted from the question's."""
        return self._top

    @property
    def panned(self) -> int:
        """By how many cells wide code is moved to the left."""
        return self._pan

    def page(self) -> int:
        """Lines of a page: all that are seen but one."""
        return max(1, self.size.height - 1)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by `lines`, down where positive, no further than the ends."""
        self._goal = None
        self._scroll_top(self._top + lines)

    def scroll_to_line(self, line: int) -> None:
        """Bring `line` to the top, as far as there are lines below it; of a long answer as soon as it is laid out."""
        self._goal = line
        self._scroll_top(line)

    def scroll_to_start(self) -> None:
        """Back to the question."""
        self._goal = None
        self._scroll_top(0)

    def scroll_to_end(self) -> None:
        """To the last line, of a long answer as soon as it is laid out."""
        self.scroll_to_line(END)

    def _scroll_top(self, top: int) -> None:
        page = self.page_shown
        last = page.height - self.size.height
        if self._goal is not None and not page.complete and top > last:
            return  # `_progressed` goes on
        self._goal, self._stay = None, -1
        top = max(0, min(top, last))
        if top != self._top:
            self._top = top
            self.refresh()

    def pan(self, columns: int) -> None:
        """Move wide code sideways by `columns` cells."""
        layout = self.page_shown.layout
        limit = layout.pan_limit if layout is not None else 0
        pan = max(0, min(self._pan + columns, limit))
        if pan != self._pan:
            self._pan = pan
            self.repaint()

    def position(self) -> str:
        """How far down the answer the pane is, such as ``40%``; empty where all of it is seen."""
        page, seen = self.page_shown, self.size.height
        height = page.height
        if not page.complete and page.layout is not None:
            if self._goal is not None:
                return f"to the end{self.glyphs.ellipsis}" if self._goal == END else self.glyphs.ellipsis
            height = round(height / max(page.layout.share, 0.001))
        if height <= seen or not seen:
            return ""
        if self._top == 0:
            return "top"
        if self._top >= height - seen:
            return "end"
        return f"{100 * (self._top + seen) // height}%"

    def on_resize(self) -> None:
        """Stay in place, with the current match in view."""
        self._top = max(0, min(self._top, self.page_shown.height - self.size.height))
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
