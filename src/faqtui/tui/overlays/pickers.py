"""Choosing among a few things by their numbers: bookmarks, headings of an answer, its code blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events

from faqtui.model import CodeBlock
from faqtui.render.layout import text_of
from faqtui.render.nodes import Heading
from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.lines import Line, fit
from faqtui.view.theme import Skin

PREVIEW_LINES = 4
"""Lines of a code block that are shown: enough to know it by."""

Numbered = tuple[int, Line]
"""A line, and the index from 0 of the thing it is about."""


class NumberPicker(Overlay[int]):
    """A page of lines, in which `count` things have numbers from 1; returns the index of the one picked, from 0.

    `numbered` gives the lines for a width in cells, numbers included.
    """

    def __init__(self, skin: Skin, title: str, count: int, numbered: Callable[[int], Sequence[Numbered]]) -> None:
        self._numbers = "1" if count == 1 else f"1-{count}"
        self.box = OverlayBox(title, self._lines, skin, [(self._numbers, "pick")])
        super().__init__(skin, self.box)
        self.count = count
        self._numbered = numbered
        self._typed = ""
        self._things: Sequence[int] = ()

    def _lines(self, width: int) -> Sequence[Line]:
        lines = self._numbered(width)
        self._things = [thing for thing, _ in lines]
        return [line for _, line in lines]

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
            self.close_with(number - 1)
        else:
            self.box.show_keys([(self._numbers, f"pick; there is no {number}")])

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        index = self.box.line_at(event.y)
        if 0 <= index < len(self._things):
            self.close_with(self._things[index])


def pick_bookmark(skin: Skin, questions: Sequence[str]) -> NumberPicker:
    """Which bookmark to go to: a line each."""

    def numbered(width: int) -> list[Numbered]:
        key, ellipsis = skin.theme.style("ui.key"), skin.glyphs.ellipsis
        return [
            (index, [Segment(f"{index + 1:>3} ", key), Segment(fit(text, width - 6, ellipsis))])
            for index, text in enumerate(questions)
        ]

    return NumberPicker(skin, "Go to which?", len(questions), numbered)


def pick_heading(skin: Skin, headings: Sequence[Heading]) -> NumberPicker:
    """Which heading of the answer to go to: a line each, the lower ones indented."""

    def numbered(width: int) -> list[Numbered]:
        key, ellipsis = skin.theme.style("ui.key"), skin.glyphs.ellipsis
        digits = max(3, len(str(len(headings))))
        top = min(heading.level for heading in headings)
        lines = []
        for index, heading in enumerate(headings):
            indent = "  " * (heading.level - top)
            text = indent + fit(text_of(heading.spans), max(width - digits - 3 - len(indent), 8), ellipsis)
            lines.append((index, [Segment(f"{index + 1:>{digits}} ", key), Segment(text)]))
        return lines

    return NumberPicker(skin, "Go to which heading?", len(headings), numbered)


def pick_code(skin: Skin, blocks: Sequence[CodeBlock]) -> NumberPicker:
    """Which code block to copy: number, language and size of each, and how it begins."""

    def numbered(width: int) -> list[Numbered]:
        style, ellipsis = skin.theme.style, skin.glyphs.ellipsis
        lines: list[Numbered] = []

        def add(index: int, *segments: Segment) -> None:
            lines.append((index, list(segments)))

        for index, block in enumerate(blocks):
            text_lines = block.text.expandtabs(4).split("\n")
            size = f"{len(text_lines)} line{'s' * (len(text_lines) != 1)}"
            title = f"{block.language or 'code'}, {size}"
            add(index, Segment(f"{index + 1:>3} ", style("ui.key")), Segment(title, style("ui.dim")))
            for text in text_lines[:PREVIEW_LINES]:
                add(index, Segment("    " + fit(text, width - 6, ellipsis), style("code")))
            if len(text_lines) > PREVIEW_LINES:
                add(index, Segment("    " + ellipsis, style("ui.dim")))
            add(index)
        return lines

    return NumberPicker(skin, "Copy which code block?", len(blocks), numbered)
