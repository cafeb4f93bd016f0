"""What there is to pick from: the title, the texts in which letters are looked for, and numbered lines about each thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from rich.segment import Segment

from faqtui.model import CodeBlock
from faqtui.records import NamedTuple
from faqtui.render.layout import text_of
from faqtui.render.nodes import Heading, Span
from faqtui.render.wrap import wrap
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
    """Which entry to go to."""
    return Picks(title, questions, partial(_whole, skin, [(0, text) for text in questions]))


def headings_of(skin: Skin, headings: Sequence[Heading]) -> Picks:
    """Which heading of the answer to go to, the lower ones indented."""
    top = min(heading.level for heading in headings)
    texts = [text_of(heading.spans) for heading in headings]
    indented = [(2 * (heading.level - top), text) for heading, text in zip(headings, texts, strict=True)]
    return Picks("Go to which heading?", texts, partial(_whole, skin, indented))


def _whole(skin: Skin, indented: Sequence[tuple[int, str]], width: int) -> list[Numbered]:
    """Texts, each with the cells that it is indented by, all of them to be seen: its end may be what tells one from another."""
    digits = max(2, len(str(len(indented))))
    lines: list[Numbered] = []
    for index, (indent, text) in enumerate(indented):
        for number, runs in enumerate(wrap([Span(text)], max(8, width - digits - 3 - indent))):
            told = f"{'' if number else index + 1:>{digits}} "
            shown = " " * indent + "".join([run.text for run in runs])
            lines.append((index, [Segment(told, skin.theme.style("ui.key")), Segment(shown)]))
    return lines


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
