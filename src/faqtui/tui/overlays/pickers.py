"""Choosing among a few things, by their numbers, by arrows and enter, or by letters; what things is in `picks`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events

from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.lines import Line
from faqtui.view.overlays.choosing import Choosing
from faqtui.view.overlays.picks import Picks
from faqtui.view.theme import Skin


class Picker(Overlay[int]):
    """A page of lines about things with numbers from 1, one of which is selected; returns the index of the one picked, from 0.

    What these are, and which lines are about which, is in `picks`; what keys do is in `Choosing`.
    """

    def __init__(self, skin: Skin, picks: Picks) -> None:
        self._picks = picks
        self._choosing = Choosing(picks.texts)
        self._things: Sequence[int] = ()
        self.box = OverlayBox(picks.title, self._lines, skin, self._choosing.keys())
        self.box.scrolling = ()  # what is selected comes into view
        super().__init__(skin, self.box)

    def _lines(self, width: int) -> Sequence[Line]:
        fitting, selected = frozenset(self._choosing.fitting), self._choosing.selected
        lines = [(thing, line) for thing, line in self._picks.numbered(width) if thing in fitting]
        self._things = [thing for thing, _ in lines]
        style, glyph = self.skin.theme.style("ui.bar"), self.skin.glyphs.bar
        first = self._things.index(selected) if selected in self._things else -1
        none = [[Segment("  nothing here has these letters", self.skin.theme.style("ui.note"))]]
        return [[Segment(glyph if at == first else " ", style), *line] for at, (_, line) in enumerate(lines)] or none

    def on_key(self, event: events.Key) -> None:
        """What was typed picks, selects or narrows."""
        letter = (event.character or "") if event.is_printable else ""
        if not self._choosing.take(event.key, letter, self.box.page_lines() - 1):
            return
        event.stop()
        if self._choosing.picked is not None:
            self.close_with(self._choosing.picked)
            return
        letters, selected = self._choosing.letters, self._choosing.selected
        self.box.title = f"{self._picks.title} {letters}" if letters else self._picks.title
        self.box.show_keys(self._choosing.keys())
        self.box.lay_out_anew()
        if selected in self._things:
            first = self._things.index(selected)
            self.box.reveal(first, first + self._things.count(selected) - 1)

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        index = self.box.line_at(event.y)
        if 0 <= index < len(self._things):
            self.close_with(self._things[index])
