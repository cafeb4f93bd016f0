"""Moving over a page: which of its lines are in view, and how far wide code is panned."""

from __future__ import annotations

from textual.geometry import Size

from faqtui.tui.widgets.line_widget import LineWidget
from faqtui.view.answer.page import Page
from faqtui.view.lines import Line
from faqtui.view.theme import Glyphs, Theme

END = 1 << 40
"""A line behind every other."""


class ScrolledPage(LineWidget):
    """Scrolls a page by lines and pans wide code by columns; drawn lines are kept until `repaint`.

    A long page grows while it is looked at: what is asked for beyond its last line is gone to when it is there.
    """

    def __init__(self, glyphs: Glyphs, theme: Theme, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, theme, id=id)
        self._page = Page()
        self._drawn: dict[int, Line] = {}
        self._top = 0
        self._pan = 0
        self._goal: int | None = None
        self._stay = -1
        self.expected = Size(0, 0)
        """The size that it is going to have, for what has to be known before its first layout."""

    @property
    def page_shown(self) -> Page:
        """The lines of the pane, laid out for its width."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw every line anew: something lies over other text than before."""
        self._drawn.clear()
        self.refresh()

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

    def pan(self, columns: int) -> bool:
        """Move wide code sideways by `columns` cells; False where there is none, as far as the answer is laid out."""
        layout = self.page_shown.layout
        limit = layout.pan_limit if layout is not None else 0
        pan = max(0, min(self._pan + columns, limit))
        if pan != self._pan:
            self._pan = pan
            self.repaint()
        return limit > 0

    def position(self) -> str:
        """How far down the answer the pane is, such as ``40%``; empty where all of it is seen."""
        page, seen = self.page_shown, (self.size or self.expected).height
        if not page.complete and self._goal is not None:
            return f"to the end{self.glyphs.ellipsis}" if self._goal == END else self.glyphs.ellipsis
        return page.place(self._top, seen)

    def _go_on(self) -> None:
        """Go where it was asked to, now that there are more lines."""
        if self._stay >= 0:
            self._stay_at(self._stay)
        if self._goal is not None:
            self._scroll_top(self._goal)

    def _stay_at(self, source: int) -> None:
        """Bring the line that shows `source` to the top, as soon as it is laid out."""
        line = self._page.line_of(source)
        self._stay = source if line < 0 and not self._page.complete else -1
        if line >= 0:
            last = self._page.height - self.size.height
            self._top = max(0, min(line, last)) if self._page.complete else line
