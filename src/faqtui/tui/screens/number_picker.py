"""Choosing among a few things by their numbers: the base of pickers."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from faqtui.tui.screens.overlay import Overlay, OverlayBox


class NumberPicker(Overlay[int]):
    """A page of lines, in which `count` things have numbers from 1; returns the index of the one picked, from 0."""

    def __init__(self, title: str, count: int) -> None:
        super().__init__()
        self.heading = title
        self.count = count
        self._typed = ""

    def lines(self) -> Sequence[Strip]:
        """What is shown, numbers included."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        numbers = "1" if self.count == 1 else f"1-{self.count}"
        yield OverlayBox(self.heading, self.lines(), self.app.glyphs, self.app.look, [(numbers, "pick")])

    def on_key(self, event: events.Key) -> None:
        """Digits pick; with ten things or more, as soon as no longer number could be meant."""
        if event.key == "enter" and self._typed:
            event.stop()
            self._pick()
            return
        if not (event.character and event.character in "0123456789"):
            return
        event.stop()
        self._typed += event.character
        number = int(self._typed)
        if number * 10 > self.count or number > self.count:
            self._pick()

    def _pick(self) -> None:
        number, self._typed = int(self._typed), ""
        if 1 <= number <= self.count:
            self.dismiss(number - 1)
