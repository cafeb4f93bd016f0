"""Choosing among a few things by their numbers: the base of pickers."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from faqtui.tui.screens.overlay import Overlay, OverlayBox
from faqtui.view.lines import Line

Numbered = tuple[int, Line]
"""A line, and the index from 0 of the thing it is about."""


class NumberPicker(Overlay[int]):
    """A page of lines, in which `count` things have numbers from 1; returns the index of the one picked, from 0."""

    def __init__(self, title: str, count: int) -> None:
        super().__init__()
        self.heading = title
        self.count = count
        self._typed = ""
        self._numbers = "1" if count == 1 else f"1-{count}"
        self._things: Sequence[int] = ()

    def lines(self, width: int) -> Sequence[Numbered]:
        """What is shown in `width` cells, numbers included."""
        raise NotImplementedError

    def _lines(self, width: int) -> Sequence[Line]:
        lines = self.lines(width)
        self._things = [thing for thing, _ in lines]
        return [strip for _, strip in lines]

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        self.box = OverlayBox(self.heading, self._lines, self.app.glyphs, self.app.look, [(self._numbers, "pick")])
        yield self.box

    def on_key(self, event: events.Key) -> None:
        """Digits pick; with ten things or more, as soon as no longer number could be meant."""
        if event.key == "enter" and self._typed:
            event.stop()
            self._pick()
        elif event.key == "backspace":
            event.stop()
            self._type(self._typed[:-1])
        elif event.character and event.character in "0123456789":
            event.stop()
            self._type(self._typed + event.character)
            number = int(self._typed)
            if not 1 <= number * 10 <= self.count:
                self._pick()

    def _type(self, typed: str) -> None:
        """Take `typed` for the beginning of a number, and say so."""
        self._typed = typed
        self.box.show_keys([("enter", f"pick {typed}"), ("0-9", "go on")] if typed else [(self._numbers, "pick")])

    def _pick(self) -> None:
        number, self._typed = int(self._typed), ""
        if 1 <= number <= self.count:
            self.dismiss(number - 1)
        else:
            self.box.show_keys([(self._numbers, f"pick; there is no {number}")])

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        index = self.box.line_at(event.y)
        if 0 <= index < len(self._things):
            self.dismiss(self._things[index])
