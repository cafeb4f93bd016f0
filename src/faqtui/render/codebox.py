"""Code blocks as lines: their box, their tabs, their colours as runs. The colours themselves come from `code`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from faqtui.render.glyphs import ASCII, LayoutGlyphs
from faqtui.render.nodes import NOWHERE, Code
from faqtui.render.runs import CodeLine, Line
from faqtui.render.wrap import Run, width_of
from faqtui.widths import cut, most_cells

CodeHint: TypeAlias = str | Callable[[Code], str]
"""What stands at the upper right of a code block: the same at each, or made for it."""

_TAB = 4
"""Tabs reach to the next multiple of so many cells."""


def code_lines(block: Code, width: int, glyphs: LayoutGlyphs, hint: str, *, boxes: bool) -> Iterator[Line]:
    """The lines of `block`, in a box where `boxes` is set and there is room; `hint` stands at its upper right."""
    boxed = boxes and width >= 8
    room = width - 4 if boxed else width
    if boxed:
        yield Line(_top_border(block, width, glyphs, hint))
    for content in code_runs(block):
        yield CodeLine(content, room, glyphs, boxed)
    if boxed:
        line = glyphs.bottom_left + glyphs.horizontal * (width - 2) + glyphs.bottom_right
        yield Line((Run(line, "code.border"),))


def _top_border(block: Code, width: int, glyphs: LayoutGlyphs, hint: str) -> tuple[Run, ...]:
    title = " · ".join(part for part in (block.language, block.title) if part)
    if glyphs is ASCII:
        title = title.replace(" · ", ", ")
    room = width - 4
    if title and most_cells(title) + 2 > room:
        # The title is content: what does not fit is cut with a sign, since the border is one line.
        title = _shortened(title, room - 2, glyphs.ellipsis)
    if width_of(hint) + width_of(title) + 6 > room:
        hint = ""
    runs = [Run(glyphs.top_left, "code.border")]
    used = 2
    if title:
        runs += [Run(" "), Run(title, "code.title"), Run(" ")]
        used += width_of(title) + 2
    tail: list[Run] = []
    if hint:
        tail = [Run(" "), Run(hint, "code.hint"), Run(" ")]
        used += width_of(hint) + 2
    runs.append(Run(glyphs.horizontal * (width - used), "code.border"))
    runs += tail
    runs.append(Run(glyphs.top_right, "code.border"))
    return tuple(runs)


def _shortened(text: str, width: int, ellipsis: str) -> str:
    if width < 2:
        return ""
    return cut(text, width - 1) + ellipsis


def code_runs(block: Code) -> Iterator[tuple[Run, ...]]:
    """The lines of a code block, coloured, their tabs expanded to every fourth cell."""
    if block.pieces is None and block.language:
        # Only code that was not kept with its colours comes here: importing pygments takes some milliseconds.
        from faqtui.render.code import colour

        block.pieces = colour(block.language, block.text) or ()
    pieces = iter(block.pieces or ())
    style, left = next(pieces, ("code.text", len(block.text) + 1))
    for line, begin in block.lines():
        runs: list[Run] = []
        column = 0
        position = 0
        length = len(line)
        while position < length:
            while left <= 0:
                # What is missing is the line feed, which a piece of its own may hold.
                style, more = next(pieces, ("code.text", length + 1 - left))
                left += more
            size = min(left, length - position)
            column = _append(
                runs, line[position : position + size], style, begin if begin == NOWHERE else begin + position, column
            )
            position += size
            left -= size
        left -= 1  # the line feed
        yield tuple(runs)


def _append(runs: list[Run], text: str, style: str, place: int, column: int) -> int:
    """Add `text`, which stands at `place` of the source and begins in cell `column`; gives the column behind it."""
    done = 0
    for index in range(len(text)) if "\t" in text else ():
        if text[index] != "\t":
            continue
        if index > done:
            runs.append(_code_run(text[done:index], style, place, done))
            column += width_of(text[done:index])
        size = _TAB - column % _TAB
        at = place + index
        runs.append(Run(" " * size, style, None if place == NOWHERE else (at, at + 1)))
        column += size
        done = index + 1
    if done < len(text):
        runs.append(_code_run(text[done:], style, place, done))
        column += width_of(text[done:])
    return column


def _code_run(text: str, style: str, place: int, offset: int) -> Run:
    source = None if place == NOWHERE else (place + offset, place + offset + len(text))
    return Run(text, style, source)
