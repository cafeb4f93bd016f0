"""Moving over a page: which of its lines are in view, and how far wide code is panned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.view.answer.page import Page

if TYPE_CHECKING:
    from faqtui.live.around import PageView

END = 1 << 40
"""A line behind every other."""


class Scrolling:
    """The place in a page: `top` is the first line that is seen, wide code is moved to the left by `panned` cells.

    A long page grows while it is looked at: what is asked for beyond its last line is gone to when it is there.
    """

    def __init__(self, pane: PageView) -> None:
        self._pane = pane
        self._goal: int | None = None
        self._stay = -1
        self.top = 0
        self.panned = 0

    def start_over(self) -> None:
        """To the beginning of another page."""
        self.top = self.panned = 0
        self._goal, self._stay = None, -1

    def by(self, lines: int) -> None:
        """Scroll by `lines`, down where positive, no further than the ends."""
        self._goal = None
        self.bring(self.top + lines)

    def to(self, line: int) -> None:
        """Bring `line` to the top, as far as there are lines below it; of a long answer as soon as it is laid out."""
        self._goal = line
        self.bring(line)

    def bring(self, line: int) -> None:
        """Bring `line` to the top, as far as there are lines below it by now."""
        page = self._pane.page_shown
        last = page.height - self._pane.size.height
        if self._goal is not None and not page.complete and line > last:
            return  # `go_on` does
        self._goal, self._stay = None, -1
        if self.put(page, line):
            self._pane.refresh()

    def put(self, page: Page, top: int) -> bool:
        """Have `top` be the first line of `page` in view, or the last that can be; whether that is another. Draws nothing."""
        before, self.top = self.top, max(0, min(top, page.height - self._pane.size.height))
        return self.top != before

    def pan(self, columns: int) -> bool:
        """Move wide code sideways by `columns` cells; False where there is none, as far as the answer is laid out."""
        layout = self._pane.page_shown.layout
        limit = layout.pan_limit if layout is not None else 0
        panned = max(0, min(self.panned + columns, limit))
        if panned != self.panned:
            self.panned = panned
            self._pane.repaint()
        return limit > 0

    def position(self, height: int, ellipsis: str) -> str:
        """How far down the answer the `height` lines in view are, such as ``40%``; empty where all of it is seen."""
        page = self._pane.page_shown
        if not page.complete and self._goal is not None:
            return f"to the end{ellipsis}" if self._goal == END else ellipsis
        return page.place(self.top, height)

    # -- what stays in view while the page changes

    def source(self, page: Page) -> int:
        """What stands on top, or is to stand there: its place in the Markdown of `page`; -1 above and below that."""
        return self._stay if self._stay >= 0 else page.source_at(self.top)

    def stay_at(self, page: Page, source: int) -> None:
        """Bring the line of `page` that shows `source` to the top, as soon as it is laid out."""
        line = page.line_of(source)
        self._stay = source if line < 0 and not page.complete else -1
        if line >= 0 and page.complete:
            self.put(page, line)
        elif line >= 0:
            self.top = line

    def wait_for(self, source: int) -> None:
        """Go to `source` when it is laid out."""
        self._stay = source

    def go_on(self, page: Page) -> None:
        """Go where it was asked to, now that `page` has more lines."""
        if self._stay >= 0:
            self.stay_at(page, self._stay)
        if self._goal is not None:
            self.bring(self._goal)
