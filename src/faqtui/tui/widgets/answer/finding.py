"""Finding in the answer pane: what is looked for, which match is current, and bringing it into view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from faqtui.render import AT_ONCE, Layout
from faqtui.tui.messages import AnswerProgressed
from faqtui.tui.widgets.answer.scrolling import ScrolledPage
from faqtui.view.answer.folded import Folding
from faqtui.view.answer.walk import MatchWalk
from faqtui.view.matches import SpansOf, cells_before, shown_parts
from faqtui.view.theme import Glyphs, Theme

PAN_MARGIN = 8
"""Cells of code left in view before a match that it was panned to."""


class FindingPage(ScrolledPage):
    """A page in which a text can be found, or the words of a query; in a long one a thread looks for them."""

    def __init__(self, glyphs: Glyphs, theme: Theme, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, theme, id=id)
        self._spans_of: SpansOf | None = None
        self._needle = ""
        self._folding = Folding()
        self._walk: MatchWalk | None = None
        self._wish: Callable[[], None] | None = None

    def _lay_out_again(self) -> None:
        """Lay out for the same width, in place."""
        raise NotImplementedError

    def _walk_matches(self, layout: Layout) -> None:
        """Look for the same in another layout, the same match being current."""
        current = self._walk.number if self._walk is not None else -1
        self._walk = MatchWalk(layout, self._needle, self._spans_of, self._walk)
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
            from faqtui.tui.widgets.answer.ahead import in_thread

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
        self._walk = MatchWalk(layout, needle, self._spans_of, self._walk) if layout is not None else None
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
