"""What stands beside an answer on wide screens: its outline, or where it has none the entries like it.

The outline marks the section that is being read. What is too narrow for it has neither; see `faqtui.view.room.aside_width`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment

from faqtui.render import AT_ONCE, Blocks
from faqtui.render.layout import text_of
from faqtui.render.nodes import Heading, walk
from faqtui.view.answer.page import Page
from faqtui.view.answer.paint import Painter
from faqtui.view.lines import Line, fit
from faqtui.view.theme import Skin

FEWEST = 2
"""Headings that make an outline."""

_TITLE = 2
"""Lines for what the outline is called, and a blank one."""


def headings_of(blocks: Blocks) -> Sequence[Heading]:
    """The headings of an answer that make an outline; none of one that is laid out bit by bit, or that has too few."""
    if len(blocks.markdown) > AT_ONCE:
        return ()
    headings = [block for block in walk(blocks.blocks[:]) if isinstance(block, Heading)]
    return headings if len(headings) >= FEWEST else ()


class Aside:
    """The lines beside a page: the outline of `headings`, or what the page names aside, in `width` cells."""

    def __init__(self, page: Page, headings: Sequence[Heading], painter: Painter, skin: Skin, width: int) -> None:
        self._page = page
        self._headings = headings
        self._least = min([heading.level for heading in headings], default=1)
        self._painter = painter
        self._skin = skin
        self._width = width

    def line(self, y: int, top: int, height: int, hints: Mapping[int, str]) -> Line:
        """Line `y` of `height`, where the page is read from line `top` on."""
        if not self._headings:
            return self._painter.plain(self._page.aside[y], hints) if y < len(self._page.aside) else []
        glyphs, theme = self._skin
        if y < _TITLE:
            return [Segment("  In this answer", theme.style("ui.see_also"))] if y == 0 else []
        now = self._now(top, height)
        index = y - _TITLE + self._first(now, height)
        if index >= len(self._headings):
            return []
        heading = self._headings[index]
        indent = "  " * min(heading.level - self._least, 3)
        text = fit(text_of(heading.spans), self._width - 3 - len(indent), glyphs.ellipsis)
        is_now = index == now
        bar = Segment(glyphs.bar if is_now else " ", theme.style("ui.bar"))
        return [bar, Segment(f" {indent}"), Segment(text, theme.style("ui.current" if is_now else ""))]

    def heading_at(self, y: int, top: int, height: int) -> Heading | None:
        """The heading that line `y` names."""
        index = y - _TITLE + self._first(self._now(top, height), height)
        return self._headings[index] if y >= _TITLE and index < len(self._headings) else None

    def similar_at(self, y: int) -> int | None:
        """The number of the entry that line `y` names."""
        lines = () if self._headings else self._page.aside[: y + 1]
        return (
            next((line.number for line in reversed(lines) if line.number is not None), None) if y < len(lines) else None
        )

    def _now(self, top: int, height: int) -> int:
        """Which heading is read: the last one at the top or above it, else the first in view; -1 where none is."""
        layout, now = self._page.layout, -1
        for index, heading in enumerate(self._headings):
            line = layout.heading_line(heading) if layout is not None else None
            if line is None:
                continue
            line += self._page.above
            if line <= top or (now < 0 and line < top + height):
                now = index
            if line > top:
                break
        return now

    def _first(self, now: int, height: int) -> int:
        """The first heading that is in view, so that the one that is read is."""
        room = max(1, height - _TITLE)
        return max(0, min(now - room // 2, len(self._headings) - room))
