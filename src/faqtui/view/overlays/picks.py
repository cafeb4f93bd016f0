"""What there is to pick from: the title, the texts in which letters are looked for, and numbered lines about each thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from rich.segment import Segment

from faqtui.model import CodeBlock
from faqtui.render.layout import text_of
from faqtui.render.nodes import Heading
from faqtui.view.lines import Line, fit
from faqtui.view.theme import Skin

PREVIEW_LINES = 4
"""Lines of a code block that are shown: enough to know it by."""

Numbered: TypeAlias = tuple[int, Line]
"""A line, and the index from 0 of the thing it is about."""


class Picks(NamedTuple):
    """Things to pick from; `numbered` gives the lines about them for a width in cells, numbers from 1 included."""

    title: str
    texts: Sequence[str]
    numbered: Callable[[int], Sequence[Numbered]]


def places_to_go(skin: Skin, title: str, questions: Sequence[str]) -> Picks:
    """Which entry to go to: a line each."""

    def numbered(width: int) -> list[Numbered]:
        key, ellipsis = skin.theme.style("ui.key"), skin.glyphs.ellipsis
        return [
            (index, [Segment(f"{index + 1:>2} ", key), Segment(fit(text, width - 6, ellipsis))])
            for index, text in enumerate(questions)
        ]

    return Picks(title, questions, numbered)


def headings_of(skin: Skin, headings: Sequence[Heading]) -> Picks:
    """Which heading of the answer to go to: a line each, the lower ones indented."""

    def numbered(width: int) -> list[Numbered]:
        key, ellipsis = skin.theme.style("ui.key"), skin.glyphs.ellipsis
        digits = max(2, len(str(len(headings))))
        top = min(heading.level for heading in headings)
        lines = []
        for index, heading in enumerate(headings):
            indent = "  " * (heading.level - top)
            text = indent + fit(text_of(heading.spans), max(width - digits - 3 - len(indent), 8), ellipsis)
            lines.append((index, [Segment(f"{index + 1:>{digits}} ", key), Segment(text)]))
        return lines

    return Picks("Go to which heading?", [text_of(heading.spans) for heading in headings], numbered)


def code_blocks(skin: Skin, blocks: Sequence[CodeBlock]) -> Picks:
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
            add(index, Segment(f"{index + 1:>2} ", style("ui.key")), Segment(title, style("ui.dim")))
            for text in text_lines[:PREVIEW_LINES]:
                add(index, Segment("   " + fit(text, width - 6, ellipsis), style("code")))
            if len(text_lines) > PREVIEW_LINES:
                add(index, Segment("   " + ellipsis, style("ui.dim")))
            add(index)
        return lines

    texts = [f"{block.language or ''} {block.text}" for block in blocks]
    return Picks("Copy which code block?", texts, numbered)
