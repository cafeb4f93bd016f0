"""Choosing among a few things, by their numbers, by arrows and enter, or by letters; what things is in `picks`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events

from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.lines import Line
from faqtui.view.overlays.choices import fits
from faqtui.view.overlays.picks import Picks
from faqtui.view.theme import Skin

FEW = 9
"""Things up to which a digit is a choice and letters are keys; of more, letters say which are meant."""

_DOWN, _UP = frozenset(("down", "ctrl+n", "ctrl+j")), frozenset(("up", "ctrl+p", "ctrl+k"))
"""Keys that select, where letters may say which are meant."""


class Picker(Overlay[int]):
    """A page of lines about things with numbers from 1, one of which is selected; returns the index of the one picked, from 0.

    What these are, and which lines are about which, is in `picks`.
    """

    def __init__(self, skin: Skin, picks: Picks) -> None:
        title, texts, numbered = picks
        count = len(texts)
        self._numbers = "1" if count == 1 else f"1-{count}"
        self.box = OverlayBox(title, self._lines, skin)
        self.box.scrolling = ()  # what is selected comes into view
        super().__init__(skin, self.box)
        self.count = count
        self._title = title
        self._texts = texts
        self._numbered = numbered
        self._number = ""
        self._letters = ""
        self._selected = 0
        self._fitting: Sequence[int] = range(count)
        self._things: Sequence[int] = ()
        self._offer()

    def _lines(self, width: int) -> Sequence[Line]:
        lines = [(thing, line) for thing, line in self._numbered(width) if thing in self._fitting]
        self._things = [thing for thing, _ in lines]
        style, glyph = self.skin.theme.style("ui.bar"), self.skin.glyphs.bar
        firsts = {thing: at for at, thing in reversed(list(enumerate(self._things)))}
        none = [[Segment("  nothing here has these letters", self.skin.theme.style("ui.note"))]]
        return [
            [Segment(glyph if thing == self._selected and firsts[thing] == at else " ", style), *line]
            for at, (thing, line) in enumerate(lines)
        ] or none

    # -- what is typed

    def on_key(self, event: events.Key) -> None:
        """Digits pick, with ten things or more as soon as no longer number could be meant; arrows select, enter takes that."""
        letter = event.character or ""
        if event.key == "enter":
            self._pick(int(self._number) - 1 if self._number else self._selected)
        elif event.key in _DOWN | _UP or (self.count <= FEW and event.key in {"j", "k"}):
            self._select(1 if event.key in _DOWN | {"j"} else -1)
        elif event.key in {"pageup", "pagedown", "home", "end"}:
            far = self.count if event.key in {"home", "end"} else max(1, self.box.page_lines() - 1)
            self._select(far if event.key in {"pagedown", "end"} else -far)
        elif event.key == "backspace":
            self._number, self._letters = self._number[:-1], self._letters if self._number else self._letters[:-1]
            self._narrow()
        elif letter and letter in "0123456789":
            self._number += letter
            self._offer()
            number = int(self._number)
            if not 1 <= number * 10 <= self.count:
                self._pick(number - 1)
        elif self.count > FEW and event.is_printable and letter:
            self._letters += letter
            self._narrow()
        elif event.key == "escape" and (self._letters or self._number):
            self._letters = self._number = ""
            self._narrow()
        else:
            return
        event.stop()

    def _narrow(self) -> None:
        """List the things whose text has words that begin with what was typed."""
        words = self._letters.lower().split()
        self._fitting = [thing for thing in range(self.count) if fits(words, self._texts[thing])]
        if self._selected not in self._fitting:
            self._selected = self._fitting[0] if self._fitting else 0
        self.box.title = f"{self._title} {self._letters}" if self._letters else self._title
        self._show()

    def _select(self, step: int) -> None:
        """Select a thing further on, none beyond the ends."""
        if self._fitting:
            at = self._fitting.index(self._selected) + step
            self._selected = self._fitting[max(0, min(at, len(self._fitting) - 1))]
        self._number = ""
        self._show()

    def _show(self) -> None:
        self.box.lay_out_anew()
        if self._selected in self._things:
            first = self._things.index(self._selected)
            self.box.reveal(first, first + self._things.count(self._selected) - 1)
        self._offer()

    def _offer(self, wrong: str = "") -> None:
        """Say which keys there are, and which number has been begun."""
        if self._number:
            self.box.show_keys([("enter", f"pick {self._number}"), ("0-9", "go on")])
            return
        letters = [("a-z", "narrow")] if self.count > FEW else []
        self.box.show_keys([(f"{self._numbers} enter", f"pick{wrong}"), ("up down", "choose"), *letters])

    def _pick(self, thing: int) -> None:
        number, self._number = self._number, ""
        if 0 <= thing < self.count and (number or thing in self._fitting):
            self.close_with(thing)
        elif number:
            self._offer(f"; there is no {int(number)}")

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        index = self.box.line_at(event.y)
        if 0 <= index < len(self._things):
            self.close_with(self._things[index])
