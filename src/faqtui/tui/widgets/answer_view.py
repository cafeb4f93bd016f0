"""The answer: the question, where it belongs, and the laid-out answer, drawn line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from faqtui.model import Entry, Span
from faqtui.render import Blocks, Layout, lay_out
from faqtui.render.find import Match
from faqtui.tui.actions import Pane
from faqtui.tui.bindings import bindings_for
from faqtui.tui.matches import Matches, NeedleMatches, SpansOf, WordMatches, cells_before, shown_parts
from faqtui.tui.messages import AnswerTouched
from faqtui.tui.theme import Glyphs, Theme
from faqtui.tui.widgets.answer_head import MARGIN, Look, TailLine, entry_head, overview_lines, see_also
from faqtui.tui.widgets.line_widget import LineWidget

WHEEL_LINES = 3
PAN_STEP = 8
WIDEST_TEXT = 110
"""Cells; longer lines are hard to read however wide the terminal is."""

PAN_MARGIN = 8
"""Cells of code left in view before a match that it was panned to."""


class Target(NamedTuple):
    """Where a link of the pane leads: its number in the pane, its URL, and the line on which it begins.

    A link to a similar entry has a negative number and no URL, but the `position` of that entry in the library.
    """

    number: int
    url: str
    line: int
    position: int | None = None


class AnswerView(LineWidget, can_focus=True):
    """Shows one entry, or the overview of a category; scrolls by lines and pans wide code by columns.

    `similar_to` gives position and question of the entries to name below an answer.
    """

    BINDINGS = bindings_for(Pane.ANSWER)

    def __init__(self, glyphs: Glyphs, theme: Theme, *, ascii_only: bool, id: str) -> None:  # noqa: A002
        super().__init__(glyphs, theme, id=id)
        self.ascii_only = ascii_only
        self._entry: Entry | None = None
        self._blocks: Blocks | None = None
        self._matches: Sequence[Span] = ()
        self._spans_of: SpansOf | None = None
        self._needle = ""
        self._found: Matches | None = None
        self._current = -1
        self._hints: Mapping[int, str] = {}
        self._overview: tuple[str, Sequence[str]] | None = None
        self.similar_to: Callable[[Entry], Sequence[tuple[int, str]]] = lambda _: ()
        self._head: list[Strip] = []
        self._tail: list[TailLine] = []
        self._similar: Sequence[tuple[int, str]] = ()
        self._layout_of_answer: Layout | None = None
        self._strips: dict[int, Strip] = {}
        self._laid_out_for = 0
        self._top = 0
        self._pan = 0

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
        self._needle, self._current = "", -1
        self._hints = {}
        self._laid_out_for = 0
        self.refresh()

    @property
    def text_width(self) -> int:
        """Cells for text: those between the margins, but no more than the eye follows from line to line."""
        return max(10, min(WIDEST_TEXT, self.size.width - 2 * MARGIN))

    def _ensure_layout(self) -> None:
        width = self.text_width
        if self._laid_out_for == width:
            return
        old = self._lines_so_far() if self._laid_out_for else 0
        self._laid_out_for = width
        self._strips.clear()
        self._layout_of_answer = self._found = None
        self._tail = []
        look = Look(self.app.console, self.glyphs, self.theme)
        if self._entry is not None and self._blocks is not None:
            self._head = entry_head(self._entry, self._matches, width, look)
            self._layout_of_answer = lay_out(self._blocks, width, ascii=self.ascii_only, code_hint="c copies")
            self._found = self._matches_in(self._layout_of_answer)
            self._similar = self.similar_to(self._entry)
            self._tail = see_also([question for _, question in self._similar], width, look)
        elif self._overview is not None:
            self._head = overview_lines(*self._overview, width, look)
        else:
            self._head = []
        if old:  # another width for the same: keep the place as a share of the whole
            self._top = round(self._top * self._lines_so_far() / old)

    def _lines_so_far(self) -> int:
        layout = self._layout_of_answer
        if layout is None:
            return len(self._head)
        return len(self._head) + layout.height + (len(self._tail) if layout.complete else 0)

    def _height(self) -> int:
        self._ensure_layout()
        return self._lines_so_far()

    def draw_line(self, y: int) -> Strip:
        """One line of the pane."""
        self._ensure_layout()
        line = self._top + y
        strip = self._strips.get(line)
        if strip is None:
            strip = self._strips[line] = self._make_strip(line)
        return strip

    def _make_strip(self, line: int) -> Strip:
        if line < len(self._head):
            return self._head[line]
        layout = self._layout_of_answer
        index = line - len(self._head)
        if layout is None:
            return Strip([])
        if index >= layout.height:
            return self._tail_strip(index - layout.height)
        segments = [Segment(" " * MARGIN)]
        line_of_layout = layout.line(index, self._pan)
        marks = self._marks(layout, index)
        column = 0
        hinted: set[int] = set()
        for run in line_of_layout.runs:
            text, style = run.text, self.theme.style(run.style)
            if run.link is not None:
                style += self._link_style(layout.links[run.link].url)
                hint = self._hints.get(run.link, "")
                if hint and run.link not in hinted and layout.links[run.link].line_index == index:
                    hinted.add(run.link)
                    segments.append(Segment(hint, self.theme.style("ui.hint")))
                    covered = _behind(text, len(hint))
                    column += len(text) - len(covered)
                    text = covered
            segments += _marked(text, style, column, marks)
            column += len(text)
        return Strip(segments)

    def _tail_strip(self, index: int) -> Strip:
        if index >= len(self._tail):
            return Strip([])
        mark, text, style, number = self._tail[index]
        hint = "" if number is None else self._hints.get(-1 - number, "")
        segments = [
            Segment(" " * MARGIN),
            Segment(mark, self.theme.style("bullet")),
            Segment(hint, self.theme.style("ui.hint")),
            Segment(_behind(text, len(hint)), self.theme.style(style)),
        ]
        return Strip([segment for segment in segments if segment.text])

    def _marks(self, layout: Layout, index: int) -> list[tuple[int, int, Style]]:
        """What to mark on a line of the layout as it is seen."""
        if self._found is None or not (parts := self._found.on_line(index)):
            return []
        match, found = self.theme.style("ui.match"), self.theme.style("ui.found")
        current = self._current_match()
        now = current.parts if current is not None else ()
        return [
            (start, end, found if part in now else match)
            for start, end, part in shown_parts(layout, index, self._pan, parts)
        ]

    def _link_style(self, url: str) -> Style:
        """A style that makes the terminal open `url` itself on a click, where it understands OSC 8."""
        if not getattr(self.app, "hyperlinks", False) or not url.startswith(("http://", "https://", "mailto:")):
            return Style.null()
        return Style(link=url)

    # -- matches

    def _matches_in(self, layout: Layout) -> Matches | None:
        if self._needle:
            return NeedleMatches(layout, self._needle)
        return WordMatches(layout, self._spans_of) if self._spans_of is not None else None

    def _current_match(self) -> Match | None:
        if self._current < 0 or self._found is None:
            return None
        matches = self._found.all()
        return matches[min(self._current, len(matches) - 1)] if matches else None

    def find(self, needle: str, *, from_line: int) -> int:
        """Mark `needle` and go to its first place from line `from_line` of the pane's content on; how many there are.

        An empty needle brings the words of the filter back.
        """
        self._ensure_layout()
        self._needle, self._current = needle, -1
        layout = self._layout_of_answer
        self._found = self._matches_in(layout) if layout is not None else None
        self._strips.clear()
        self.refresh()
        if not needle or self._found is None:
            return 0
        matches = self._found.all()
        start = from_line - len(self._head)
        if matches:
            self._current = next((i for i, match in enumerate(matches) if match.line_index >= start), 0)
            self._reveal_match()
        return len(matches)

    def step_match(self, step: int) -> int:
        """Go to the next match (`step` 1) or the one before (-1), round the ends; how many there are."""
        self._ensure_layout()
        matches = self._found.all() if self._found is not None else ()
        if not matches:
            return 0
        if self._current < 0:
            top = self._top - len(self._head)
            seen = next((i for i, match in enumerate(matches) if match.line_index >= top), 0)
            self._current = seen if step > 0 else (seen - 1) % len(matches)
        else:
            self._current = (min(self._current, len(matches) - 1) + step) % len(matches)
        self._strips.clear()
        self.refresh()
        self._reveal_match()
        return len(matches)

    def match_place(self) -> str:
        """Which match is current, such as ``3/14``; empty where none is."""
        if self._current < 0 or self._found is None or not (count := len(self._found.all())):
            return ""
        return f"{min(self._current, count - 1) + 1}/{count}"

    @property
    def needle(self) -> str:
        """What is looked for; empty while nothing is."""
        return self._needle

    def _reveal_match(self) -> None:
        """Scroll and pan as little as needed to see the current match, a third down where it was out of view."""
        match, layout = self._current_match(), self._layout_of_answer
        if match is None or layout is None:
            return
        line = match.line_index + len(self._head)
        if not self._top <= line < self._top + self.size.height:
            self._scroll_top(line - self.size.height // 3)
        part = match.parts[0]
        if layout.pan_limit and not shown_parts(layout, part.line_index, self._pan, [part]):
            self.pan(cells_before(layout, part) - PAN_MARGIN - self._pan)

    # -- links

    def targets(self) -> list[Target]:
        """The links of the answer in its order, then those to similar entries."""
        self._ensure_layout()
        layout = self._layout_of_answer
        if layout is None:
            return []
        above = len(self._head)
        layout.finish()
        targets = [Target(i, link.url, above + link.line_index) for i, link in enumerate(layout.links) if link.url]
        for line, (*_, number) in enumerate(self._tail, above + layout.height):
            if number is not None:
                targets.append(Target(-1 - number, "", line, self._similar[number][0]))
        return targets

    def show_similar(self) -> None:
        """Ask for similar entries once more: there may be an index now."""
        if self._entry is not None and self._laid_out_for and not self._tail and self.similar_to(self._entry):
            self._laid_out_for = 0
            self.refresh()

    @property
    def hints(self) -> Mapping[int, str]:
        """The hints that are shown, by the number of the link."""
        return self._hints

    def show_hints(self, hints: Mapping[int, str]) -> None:
        """Draw `hints` over the beginnings of links; where none of those is in view, scroll to the next, or up to one."""
        if hints == self._hints:
            return
        self._hints = hints
        self._strips.clear()
        self.refresh()
        lines = [target.line for target in self.targets() if target.number in hints]
        if lines and not any(self._top <= line < self._top + self.size.height for line in lines):
            nearest = next((line for line in lines if line >= self._top), lines[-1])
            self._scroll_top(nearest - self.size.height // 3)

    # -- moving

    @property
    def top(self) -> int:
        """The first line that is seen, counted from the question's."""
        return self._top

    def page(self) -> int:
        """Lines of a page: all that are seen but one."""
        return max(1, self.size.height - 1)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by `lines`, down where positive, no further than the ends."""
        self._scroll_top(self._top + lines)

    def scroll_to_line(self, line: int) -> None:
        """Bring `line` to the top, as far as there are lines below it."""
        self._scroll_top(line)

    def scroll_to_start(self) -> None:
        """Back to the question."""
        self._scroll_top(0)

    def scroll_to_end(self) -> None:
        """To the last line."""
        self._scroll_top(self._height())

    def _scroll_top(self, top: int) -> None:
        top = max(0, min(top, self._height() - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()

    def pan(self, columns: int) -> None:
        """Move wide code sideways by `columns` cells."""
        self._ensure_layout()
        limit = self._layout_of_answer.pan_limit if self._layout_of_answer else 0
        pan = max(0, min(self._pan + columns, limit))
        if pan != self._pan:
            self._pan = pan
            self._strips.clear()
            self.refresh()

    def position(self) -> str:
        """How far down the answer the pane is, such as ``40%``; empty where all of it is seen."""
        height, seen = self._height(), self.size.height
        if height <= seen or not seen:
            return ""
        if self._top == 0:
            return "top"
        if self._top >= height - seen:
            return "end"
        return f"{100 * (self._top + seen) // height}%"

    def on_resize(self) -> None:
        """Stay in place, with the current match in view."""
        self._top = max(0, min(self._top, self._height() - self.size.height))
        self._reveal_match()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        self.scroll_lines(WHEEL_LINES)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        self.scroll_lines(-WHEEL_LINES)
        event.stop()

    def on_click(self) -> None:
        """The reader wants to be here."""
        self.post_message(AnswerTouched())


def _behind(text: str, cells: int) -> str:
    """What is left of `text` behind its first `cells` cells."""
    for index, character in enumerate(text):
        if cells <= 0:
            return text[index:]
        cells -= cell_len(character)
    return ""


def _marked(text: str, style: Style, column: int, marks: Sequence[tuple[int, int, Style]]) -> list[Segment]:
    """A run that begins in `column` of its line, in pieces where `marks` lie on it."""
    pieces = []
    at, end_of_run = 0, column + len(text)
    for start, end, mark in marks:
        first, last = max(at, start - column), min(end, end_of_run) - column
        if last <= first:
            continue
        pieces += [Segment(text[at:first], style), Segment(text[first:last], style + mark)]
        at = last
    pieces.append(Segment(text[at:], style))
    return [piece for piece in pieces if piece.text]
