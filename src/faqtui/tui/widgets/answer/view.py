"""The answer pane: what it shows, laid out and drawn, with its details and its links.

Moving over it, finding in it and selecting in it with the mouse are parts of it, each in a module of its own. The lines
are `faqtui.view.answer.page`'s, drawn by `faqtui.view.answer.paint`; long answers are laid out by `ahead`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from faqtui.live.finding import PageMatches
from faqtui.live.parts import Parts
from faqtui.live.scrolling import Scrolling
from faqtui.model import Entry, Introduction, Span
from faqtui.render import Blocks, Layout
from faqtui.render.nodes import Heading
from faqtui.tui.bindings import bindings_for
from faqtui.tui.messages import AnswerProgressed, AnswerTouched, LinkTouched
from faqtui.tui.widgets.answer.mouse import AnswerMouse
from faqtui.tui.widgets.answer.paged import PagedWidget
from faqtui.view.actions import Action, Pane
from faqtui.view.answer.beside import Beside
from faqtui.view.answer.head import (
    BLANK,
    entry_head,
    note_lines,
    overview_head,
    overview_list,
)
from faqtui.view.answer.page import Page, Spot, laid_out
from faqtui.view.answer.paint import Painter, Sight
from faqtui.view.answer.targets import Target, target_at, targets_of
from faqtui.view.lines import Line
from faqtui.view.matches import SpansOf
from faqtui.view.room import text_width
from faqtui.view.shown import Shown, shown_entry, shown_text
from faqtui.view.theme import ASCII, Skin

if TYPE_CHECKING:
    from faqtui.live.ahead import Ahead
    from faqtui.view.answer.steps import Step

PATIENCE = 0.1
"""Seconds that the first frame waits for the first lines of a long answer."""


class AnswerView(PagedWidget, can_focus=True):
    """Shows one entry, or the overview of a category; drawn lines are kept until `repaint`.

    `actions` are named where their keys act; `hyperlinks` says that the terminal opens links itself. `similar_to` gives
    position and question of the entries to name below an answer.
    """

    BINDINGS = bindings_for(Pane.ANSWER)
    ALLOW_SELECT = False  # Textual's own selection knows cells alone; `AnswerMouse` knows the source

    def __init__(self, skin: Skin, actions: Sequence[Action], *, hyperlinks: bool, id: str) -> None:  # noqa: A002
        super().__init__(skin, id=id)
        self._actions = actions
        self._hyperlinks = hyperlinks
        self.similar_to: Callable[[Entry], Sequence[tuple[int, str]]] = lambda _: ()
        self.expected = Size(0, 0)
        """The size that it is going to have, for what has to be known before its first layout."""
        self.wraps = False
        """Whether long lines of code are broken rather than cut."""
        self.page = Page()
        self.scrolling = Scrolling(self)
        self.finding = PageMatches(self, self.scrolling)
        self.mouse = AnswerMouse(self, self.scrolling)
        self.parts = Parts(self, self.scrolling, self.finding)
        self.entry: Entry | None = None
        """The entry shown, None while nothing or a category is."""
        self.shown: Shown | None = None
        """What can be copied, followed and edited of what is shown: an answer, or a category's own text."""
        self._matches: Sequence[Span] = ()
        self._overview: tuple[str, Sequence[str]] | None = None
        self._why: Sequence[str] = ()
        self.hints: Mapping[int, str] = {}
        """The hints that are shown, by the number of the link."""
        self.ticked: dict[str, dict[int, str]] = {}
        """What stands for the ticks of steps, by the entry's id and the places of the steps; as long as the session lasts."""
        self.similar: Sequence[tuple[int, str]] = ()
        self._drawn: dict[int, Line] = {}
        self._painter = Painter(self.page, self.theme, "", hyperlinks=False)
        self._ahead: Ahead | None = None
        self._laid_out_for = 0
        self._beside = Beside(skin)
        self._place_told = ""

    # -- what is shown

    def show_entry(
        self, entry: Entry, blocks: Blocks, matches: Sequence[Span] = (), spans_of: SpansOf | None = None
    ) -> None:
        """Show `entry` from its top, with `matches` marked in its question and what `spans_of` tells in its answer."""
        other = entry is not self.entry
        if not (other or self.scrolling.top or self.scrolling.panned or self.finding.needle):
            if matches == self._matches and spans_of is None and self.finding.spans_of is None:
                return
        elif other:
            self.parts.blocks = blocks
        self.entry, self._matches, self._overview = entry, matches, None
        self.shown = shown_entry(entry)
        self._start_over(spans_of, other_answer=other)

    def show_overview(
        self, title: str, questions: Sequence[str], own: Introduction | None = None, spans_of: SpansOf | None = None
    ) -> None:
        """Show a category: its title, its own text with what `spans_of` tells in it, and the questions in it."""
        self.entry, self.parts.blocks, self.shown, self._matches = None, None, None, ()
        self._overview = (title, questions)
        if own is not None:
            from faqtui.render import parse_answer  # here already wherever an answer was not saved laid out

            self.shown, self.parts.blocks = shown_text(title, own), parse_answer(own.text)
        self._start_over(spans_of, other_answer=True)

    def show_nothing(self, why: Sequence[str] = ()) -> None:
        """Show no entry, but `why` there is none, paragraph by paragraph."""
        if self.entry is not None or self._overview is not None or why != self._why:
            self.entry, self.parts.blocks, self._overview, self.shown, self._why = None, None, None, None, why
            self._start_over()

    def _start_over(self, spans_of: SpansOf | None = None, *, other_answer: bool = False) -> None:
        self.scrolling.start_over()
        self.finding.start_over(spans_of, other_answer=other_answer)
        self.hints = {}
        # Laid out anew before the next frame.
        self._laid_out_for = 0
        self._stop_ahead()
        self.mouse.deselect()
        self.refresh()

    # -- the page

    @property
    def text_width(self) -> int:
        """Cells for text."""
        return text_width((self.size or self.expected).width - self._aside_width)

    @property
    def _aside_width(self) -> int:
        blocks, pane = self.parts.blocks if self.entry is not None else None, self.size or self.expected
        return self._beside.width(blocks, self.app.size.width, pane.width)

    @property
    def page_shown(self) -> Page:
        """The lines of the pane, laid out for its width."""
        width = self.text_width
        if self._laid_out_for != width:
            self._lay_out(width)
        return self.page

    def _lay_out(self, width: int) -> None:
        before, source = self._laid_out_for, -1
        if before:
            source = self.scrolling.source(self.page)
            self._stop_ahead()
            self.mouse.deselect()
        self._laid_out_for = width
        self._drawn.clear()
        if self.parts.blocks is not None:
            is_ascii = self.glyphs is ASCII
            codes = len(self.shown.code_blocks) if self.shown is not None else 0
            folds, wraps = self.finding.folding, self.wraps
            layout = laid_out(
                self.parts.blocks, width, self._actions, codes=codes, ascii_only=is_ascii, folds=folds, wraps=wraps
            )
            self.page = self._around(layout, width)
            self.finding.laid_out(layout)
            if not layout.complete:
                from faqtui.live.ahead import Ahead  # few answers are that long

                tell = partial(self.later, self._went_on)
                self._ahead = Ahead(layout, self.scrolling.top + max(self.size.height, 24), tell)
                self._ahead.wait(PATIENCE)
        elif self._overview is not None:
            title, questions = self._overview
            head = overview_head(title, len(questions), width, self.skin)
            self.page = Page([*head, *overview_list(questions, width, self.skin)])
        else:
            self.page = Page(note_lines(self._why, width, self.skin))
        self._painter = Painter(self.page, self.theme, self.glyphs.ellipsis, hyperlinks=self._hyperlinks)
        self._beside.put(self.page, self.parts.blocks, self._painter, self._aside_width)
        if source >= 0:
            self.scrolling.stay_at(self.page, source)

    def _around(self, layout: Layout, width: int) -> Page:
        """What is laid out, with what stands above and below it."""
        if self.entry is not None:
            self.similar = self.similar_to(self.entry)
            page = Page(entry_head(self.entry, self._matches, width, self.skin), layout)
            self._name_similar(page, width)
            return page
        self.similar = ()
        title, questions = self._overview or ("", ())
        below = overview_list(questions, width, self.skin)
        return Page(overview_head(title, len(questions), width, self.skin), layout, [BLANK, *below] if below else ())

    def lay_out_again(self) -> None:
        """Lay out for the same width, in place."""
        top, current = self.scrolling.top, self.finding.current
        self._lay_out(self.text_width)
        if self.page.complete:
            # What is folded or opened is in view or below it: the lines above it are as many as before.
            self.scrolling.put(self.page, top)
            self.finding.stay_at(current)
        self.refresh()

    def _stop_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None

    def _went_on(self) -> None:
        """More lines are there, or all."""
        if self._ahead is None:
            return
        if self._ahead.failure is not None:
            raise self._ahead.failure
        page = self.page
        if page.complete:
            self._ahead = None
        self.repaint()
        self.finding.progressed()
        self.scrolling.go_on(self.page)
        self.progressed()

    def progressed(self) -> None:
        """Tell that the place can be told better."""
        self.post_message(AnswerProgressed())

    def later(self, does: Callable[..., None], *arguments: Any) -> None:
        """Have `does` called in the loop soon; for threads too."""
        self.app.call_later(does, *arguments)

    def on_unmount(self) -> None:
        """Nothing is looked at any more."""
        self._stop_ahead()

    def on_resize(self) -> None:
        """Stay in place, with the current match in view."""
        page = self.page_shown  # laying out may move the top
        self.scrolling.put(page, self.scrolling.top)
        self.finding.reveal()
        told = self._place_told
        if self.place() != told:  # that was of the size before
            self.progressed()

    def repaint(self) -> None:
        """Draw every line anew: something lies over other text than before."""
        self._drawn.clear()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The part `crop` of the pane, laid out once for all of its lines."""
        self.page_shown  # noqa: B018 - lays out
        return super().render_lines(crop)

    def draw_line(self, y: int) -> Line:
        """One line of the pane, as it was laid out."""
        page = self.page
        line = self.scrolling.top + y
        drawn = self._drawn.get(line)
        if drawn is None:
            ticks = self.ticked.get(self.entry.id, {}) if self.entry is not None else {}
            sight = Sight(self.scrolling.panned, self.finding.walk, self.hints, self.mouse.selecting, ticks)
            drawn = self._painter.line(line, sight)
            if line < page.height:
                self._drawn[line] = drawn
        top, height = self.scrolling.top, self.size.height
        return self._beside.with_it(drawn, text=self._laid_out_for, y=y, top=top, height=height, hints=self.hints)

    def place(self) -> str:
        """Which match is current, and how far down the answer the pane is."""
        ellipsis, height = self.glyphs.ellipsis, (self.size or self.expected).height
        places = (self.finding.place(ellipsis), self.scrolling.position(height, ellipsis))
        self._place_told = "  ".join(filter(None, places))
        return self._place_told

    def steps(self) -> Sequence[Step]:
        """The steps of the answer, as far as it is read."""
        from faqtui.view.answer.steps import steps_of  # few answers are worked through

        return steps_of(self.parts.blocks.blocks[:]) if self.parts.blocks is not None and self.entry is not None else ()

    # -- links

    def targets(self) -> list[Target]:
        """The links of the answer in its order, then those to similar entries."""
        return targets_of(self.page_shown, self.similar)

    def _name_similar(self, page: Page, width: int) -> None:
        if self.parts.blocks is not None:
            questions = [question for _, question in self.similar]
            self._beside.name(page, self.parts.blocks, questions, width, self._aside_width)

    def show_similar(self) -> None:
        """Ask for similar entries once more: there may be an index now."""
        is_named = self.page.tail or self.page.aside
        if self.entry is not None and self._laid_out_for and not is_named and self.similar_to(self.entry):
            self.similar = self.similar_to(self.entry)
            self._name_similar(self.page, self._laid_out_for)
            self.repaint()

    def show_hints(self, hints: Mapping[int, str]) -> None:
        """Draw `hints` over the beginnings of links; where none of those is in view, scroll to the next, or up to one."""
        if hints == self.hints:
            return
        self.hints = hints
        self.repaint()
        top, height = self.scrolling.top, self.size.height
        lines = [target.line for target in self.targets() if target.number in hints]
        if -1 in lines:  # beside the answer: always in view
            return
        if lines and not any(top <= line < top + height for line in lines):
            nearest = next((line for line in lines if line >= top), lines[-1])
            self.scrolling.bring(nearest - height // 3)

    # -- the mouse

    def wheel(self, lines: int) -> None:
        """Scroll."""
        self.scrolling.by(lines)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select."""
        if not self._beside.is_at(event.x, self.text_width):
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
        if self._beside.is_at(event.x, self.text_width):
            self._touch_aside(event.y)
        elif (spot := self.mouse.clicked(event)) is not None:
            self._touch(spot)

    def _touch_aside(self, y: int) -> None:
        """Go to the heading, or to the entry, that a line beside the answer names."""
        named = self._beside.at(y, self.scrolling.top, self.size.height)
        if isinstance(named, Heading):
            self.parts.go_to(named)
            self.post_message(AnswerProgressed())
        elif named is not None:
            self.post_message(LinkTouched(Target(-1 - named, "", -1, self.similar[named][0])))

    def _touch(self, spot: Spot) -> None:
        """Do what a click on one place does: fold the details there, or follow the link."""
        if self.parts.touch(spot):
            return
        page = self.page_shown
        run, index = page.run_at(spot), page.index(spot.line)
        target = target_at(page, self.similar, spot.line, run.link if run is not None else None)
        if target is not None and (run is not None or index < 0):
            self.post_message(LinkTouched(target))
