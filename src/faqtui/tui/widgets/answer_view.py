"""The answer: the question, where it belongs, and the laid-out answer, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.strip import Strip

from faqtui.model import Entry, Span
from faqtui.render import Blocks, Layout, lay_out
from faqtui.tui.actions import Pane
from faqtui.tui.bindings import bindings_for
from faqtui.tui.messages import AnswerTouched
from faqtui.tui.theme import Glyphs, Theme
from faqtui.tui.widgets.line_widget import LineWidget

WHEEL_LINES = 3
PAN_STEP = 8
MARGIN = 1
"""Blank cells left and right of the text."""


WIDEST_TEXT = 110


class AnswerView(LineWidget, can_focus=True):
    """Shows one entry, or the overview of a category; scrolls by lines and pans wide code by columns."""

    BINDINGS = bindings_for(Pane.ANSWER)

    def __init__(self, glyphs: Glyphs, theme: Theme, *, ascii_only: bool, id: str) -> None:  # noqa: A002
        super().__init__(glyphs, theme, id=id)
        self.ascii_only = ascii_only
        self._entry: Entry | None = None
        self._blocks: Blocks | None = None
        self._matches: Sequence[Span] = ()
        self._overview: tuple[str, Sequence[str]] | None = None
        self._head: list[Strip] = []
        self._layout_of_answer: Layout | None = None
        self._strips: dict[int, Strip] = {}
        self._laid_out_for = 0
        self._top = 0
        self._pan = 0

    @property
    def entry(self) -> Entry | None:
        """The entry shown, None while nothing or a category is."""
        return self._entry

    def show_entry(self, entry: Entry, blocks: Blocks, matches: Sequence[Span] = ()) -> None:
        """Show `entry` from its top, with `matches` marked in its question."""
        if entry is self._entry and matches == self._matches and not self._top and not self._pan:
            return
        if entry is not self._entry:
            self._blocks = blocks
        self._entry, self._matches, self._overview = entry, matches, None
        self._start_over()

    def show_overview(self, title: str, questions: Sequence[str]) -> None:
        """Show a category: its title and the questions in it."""
        self._entry, self._blocks, self._matches = None, None, ()
        self._overview = (title, questions)
        self._start_over()

    def show_nothing(self) -> None:
        """Show an empty pane."""
        if self._entry is not None or self._overview is not None:
            self._entry, self._blocks, self._overview = None, None, None
            self._start_over()

    def _start_over(self) -> None:
        self._top = self._pan = 0
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
        self._laid_out_for = width
        self._strips.clear()
        self._layout_of_answer = None
        if self._entry is not None and self._blocks is not None:
            self._head = self._entry_head(self._entry, width)
            self._layout_of_answer = lay_out(self._blocks, width, ascii=self.ascii_only, code_hint="c copies")
        elif self._overview is not None:
            self._head = self._overview_lines(*self._overview, width)
        else:
            self._head = []

    def _wrapped(self, text: Text, width: int, indent: str = "") -> list[Strip]:
        text.stylize_before(text.style)  # rich renders a text without spans without its own style, too
        lines = text.wrap(self.app.console, width - len(indent))
        return [
            Strip([Segment(" " * MARGIN + indent), *(s for s in line.render(self.app.console, end="") if s.text)])
            for line in lines
        ]

    def _entry_head(self, entry: Entry, width: int) -> list[Strip]:
        question = Text(entry.question, style=self.theme.style("ui.question"), no_wrap=False)
        for start, end in self._matches:
            question.stylize(self.theme.style("ui.match"), start, end)
        place = f" {self.glyphs.dot} ".join([" / ".join(entry.category), *([str(entry.kind)] if entry.kind else [])])
        meta = Text(place, style=self.theme.style("ui.dim"))
        return [*self._wrapped(question, width), *self._wrapped(meta, width), Strip([])]

    def _overview_lines(self, title: str, questions: Sequence[str], width: int) -> list[Strip]:
        noun = "question" if len(questions) == 1 else "questions"
        lines = self._wrapped(Text(title, style=self.theme.style("ui.question")), width)
        lines += self._wrapped(Text(f"{len(questions):,} {noun}", style=self.theme.style("ui.dim")), width)
        lines.append(Strip([]))
        for question in questions[:200]:
            wrapped = self._wrapped(Text(question), width, indent="  ")
            bullet = Strip([Segment(" " * MARGIN + self.glyphs.dot + " ", self.theme.style("bullet"))])
            wrapped[0] = Strip.join([bullet, wrapped[0].crop(MARGIN + 2)])
            lines += wrapped
        return lines

    def _height(self) -> int:
        self._ensure_layout()
        return len(self._head) + (self._layout_of_answer.height if self._layout_of_answer else 0)

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
        if layout is None or index >= layout.height:
            return Strip([])
        segments = [Segment(" " * MARGIN)]
        for run in layout.line(index, self._pan).runs:
            style = self.theme.style(run.style)
            if run.link is not None:
                style += self._link_style(layout.links[run.link].url)
            segments.append(Segment(run.text, style))
        return Strip(segments)

    def _link_style(self, url: str) -> Style:
        """A style that makes the terminal open `url` itself on a click, where it understands OSC 8."""
        if not getattr(self.app, "hyperlinks", False) or not url.startswith(("http://", "https://", "mailto:")):
            return Style.null()
        return Style(link=url)

    # -- moving

    def page(self) -> int:
        """Lines of a page: all that are seen but one."""
        return max(1, self.size.height - 1)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by `lines`, down where positive, no further than the ends."""
        self._scroll_top(self._top + lines)

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
        """Lay out anew for another width; keep the place as a share of the whole."""
        if self._laid_out_for and self._laid_out_for != self.text_width:
            old = max(1, self._head_and_answer_height())
            self._laid_out_for = 0
            self._top = round(self._top * self._height() / old)
        self._top = max(0, min(self._top, self._height() - self.size.height))

    def _head_and_answer_height(self) -> int:
        return len(self._head) + (self._layout_of_answer.height if self._layout_of_answer else 0)

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
