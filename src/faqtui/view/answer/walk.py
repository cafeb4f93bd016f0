"""Walking from match to match in one layout: which is current, and whether they are known yet."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.render import Layout
from faqtui.render.find import Finder, Match, Part
from faqtui.view.matches import Matches, NeedleMatches, SpansOf, WordMatches


class MatchWalk:
    """The matches of `needle`, or without one those of `spans_of`; `gather` has to be called before walking.

    What the walk `before` has worked out of the same layout is used again.
    """

    def __init__(self, layout: Layout, needle: str, spans_of: SpansOf | None, before: MatchWalk | None = None) -> None:
        self._layout = layout
        self._finder: Finder | None = before._finder if before is not None and before._layout is layout else None
        self._needle = needle
        self._found: Matches | None = None
        self._all: Sequence[Match] = ()
        self.gathered = False
        self.number = -1
        """Which match is current, from 0; -1 where none is."""
        if not needle and spans_of is not None:
            self._found = WordMatches(layout, spans_of)

    def gather(self) -> None:
        """Find all of them, for which the layout has to be complete; may be called in another thread."""
        if self.gathered:
            return
        if self._needle:
            self._finder = self._finder or Finder(self._layout)
            self._found = NeedleMatches(self._finder, self._needle)
        self._all = self._found.all() if self._found is not None else ()
        self.gathered = True

    def on_line(self, index: int) -> Sequence[Part]:
        """The parts of matches on a line of the layout."""
        return self._found.on_line(index) if self._found is not None else ()

    def __len__(self) -> int:
        return len(self._all)

    @property
    def current(self) -> Match | None:
        """The match that was gone to last."""
        return self._all[self.number] if 0 <= self.number < len(self._all) else None

    def go_from(self, index: int) -> None:
        """Go to the first match that begins on line `index` of the layout or below, round the end."""
        first = self._found.first_from(index) if self._found is not None else 0
        self.number = first if first < len(self._all) else 0

    def go_to(self, number: int) -> None:
        """Go to the match that is `number` in order, from 0: the same as in a layout of another width."""
        self.number = min(number, len(self._all) - 1)

    def step(self, step: int, top: int) -> None:
        """Go to the next (1) or the one before (-1), round the ends; the first time from line `top` of the layout."""
        if not self._all:
            return
        if self.number < 0:
            self.go_from(top)
            self.number = (self.number - (step < 0)) % len(self._all)
        else:
            self.number = (self.number + step) % len(self._all)

    def place(self) -> str:
        """Which match is current, such as ``3/14``; empty where none is."""
        return f"{self.number + 1}/{len(self._all)}" if self.current is not None else ""
