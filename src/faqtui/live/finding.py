"""Finding in the answer pane: what is looked for, which match is current, and bringing it into view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from faqtui.live.scrolling import Scrolling
from faqtui.render import AT_ONCE, Layout
from faqtui.view.answer.folded import Folding
from faqtui.view.answer.walk import MatchWalk
from faqtui.view.matches import SpansOf, cells_before, shown_parts

if TYPE_CHECKING:
    from faqtui.live.around import PageView

PAN_MARGIN = 8
"""Cells of code left in view before a match that it was panned to."""


class PageMatches:
    """Where a text stands in a page, or the words of a query; in a long one a thread looks for them."""

    def __init__(self, pane: PageView, scrolling: Scrolling) -> None:
        self._pane = pane
        self._scrolling = scrolling
        self._wish: Callable[[], None] | None = None
        self.spans_of: SpansOf | None = None
        self.needle = ""
        """What is looked for; empty while nothing is."""
        self.folding = Folding()
        self.walk: MatchWalk | None = None

    def start_over(self, spans_of: SpansOf | None, *, other_answer: bool) -> None:
        """Look for nothing but what `spans_of` tells; in an answer that is another, what was folded does not count."""
        if other_answer:
            self.folding = Folding()
        self.spans_of = self.folding.spans_of = spans_of
        self.needle, self.walk, self._wish = "", None, None

    @property
    def current(self) -> int:
        """Which match is current, from 0; -1 where none is."""
        return self.walk.number if self.walk is not None else -1

    def stay_at(self, current: int) -> None:
        """Have the match that was `current` in another layout be it in this one, which is complete."""
        if self.walk is not None and current >= 0:
            self.walk.gather()
            self.walk.go_to(current)

    def laid_out(self, layout: Layout) -> None:
        """Look for the same in another layout, the same match being current."""
        current = self.current
        self.walk = MatchWalk(layout, self.needle, self.spans_of, self.walk)
        if current >= 0 or self.needle:
            self._when_gathered(partial(self.walk.go_to, current))

    def progressed(self) -> None:
        """More of the answer is laid out: do what had to wait for it."""
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _when_gathered(self, then: Callable[[], None]) -> None:
        """Do something when all matches are known: now, or where the answer is long when a thread has found them."""
        walk, layout = self.walk, self._pane.page.layout
        if walk is None or layout is None:
            return
        if walk.gathered or (layout.complete and len(layout.markdown) <= AT_ONCE):
            walk.gather()
            then()
        elif not layout.complete:
            self._wish = partial(self._when_gathered, then)
        else:
            from faqtui.live.ahead import in_thread

            in_thread(partial(self._gather, walk, then))

    def _gather(self, walk: MatchWalk, then: Callable[[], None]) -> None:
        if walk is self.walk:
            walk.gather()
            self._pane.later(self._gathered, walk, then)

    def _gathered(self, walk: MatchWalk, then: Callable[[], None]) -> None:
        if walk is self.walk:
            then()
            self._pane.repaint()
            self._pane.progressed()

    def find(self, needle: str, *, from_line: int) -> None:
        """Mark `needle` and go to its first place from line `from_line` of the page on; details that hold it open.

        An empty needle brings the words of the filter back. `place` tells what was found.
        """
        page = self._pane.page_shown
        if page.layout is None:
            return
        self.needle = self.folding.needle = needle
        if self.folding.would_open(page.layout.details):
            self.walk = None
            self._pane.lay_out_again()
        layout = self._pane.page.layout
        self.walk = MatchWalk(layout, needle, self.spans_of, self.walk) if layout is not None else None
        self._pane.repaint()
        if needle:
            self._when_gathered(partial(self._go_from, from_line))

    def _go_from(self, line: int) -> None:
        if self.walk is not None:
            self.walk.go_from(line - self._pane.page.above)
            self.reveal()

    def step(self, step: int) -> bool:
        """Go to the next match (`step` 1) or the one before (-1), round the ends; False where there is none."""
        page = self._pane.page_shown
        if self.walk is None or page.layout is None:
            return False
        self._when_gathered(partial(self._step, step))
        return len(self.walk) > 0 or not self.walk.gathered

    def _step(self, step: int) -> None:
        if self.walk is not None:
            self.walk.step(step, self._scrolling.top - self._pane.page.above)
            self._pane.repaint()
            self.reveal()

    def place(self, ellipsis: str) -> str:
        """Which match is current, such as ``3/14``; `ellipsis` while that is worked out, nothing where none is."""
        if self.walk is None:
            return ""
        return ellipsis if self.needle and not self.walk.gathered else self.walk.place()

    def reveal(self) -> None:
        """Scroll and pan as little as needed to see the current match, a third down where it was out of view."""
        match = self.walk.current if self.walk is not None else None
        page, scrolling, height = self._pane.page, self._scrolling, self._pane.size.height
        layout = page.layout
        if match is None or layout is None:
            return
        line = match.line_index + page.above
        if not scrolling.top <= line < scrolling.top + height:
            scrolling.bring(line - height // 3)
        part = match.parts[0]
        if layout.pan_limit and not shown_parts(layout, part.line_index, scrolling.panned, [part]):
            scrolling.pan(cells_before(layout, part) - PAN_MARGIN - scrolling.panned)
