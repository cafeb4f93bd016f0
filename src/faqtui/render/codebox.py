"""Code blocks as lines: their box, their tabs, their colours as runs. The colours themselves come from `code`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from faqtui.render.glyphs import ASCII, LayoutGlyphs
from faqtui.render.nodes import NOWHERE, Code
from faqtui.render.runs import CodeLine, Line
from faqtui.render.wrap import Run, most_width, width_of
from faqtui.widths import cut, most_cells

CodeHint: TypeAlias = str | Callable[[Code], str]
"""What stands at the upper right of a code block: the same at each, or made for it."""

_GOES_ON = 2
"""Cells by which the rest of a broken line is indented."""

_FAR, _FARTHER = 400, 40
"""Characters that are looked at to fill a line, and for each cell of it."""

_TAB = 4
"""Tabs reach to the next multiple of so many cells."""


def code_lines(
    block: Code, width: int, glyphs: LayoutGlyphs, hint: str, *, boxes: bool, wraps: bool = False
) -> Iterator[Line]:
    """The lines of `block`, in a box where `boxes` is set and there is room; `hint` stands at its upper right.

    Where it `wraps`, lines that are too long are broken; else a window of them is shown.
    """
    boxed = boxes and width >= 8
    room = width - 4 if boxed else width
    if boxed:
        yield Line(_top_border(block, width, glyphs, hint))
    for content in code_runs(block):
        for part in broken(content, room) if wraps else (content,):
            yield CodeLine(part, room, glyphs, boxed)
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


def broken(content: tuple[Run, ...], room: int) -> Iterator[tuple[Run, ...]]:
    """`content` in lines of at most `room` cells, broken behind blanks where there are any, the later ones indented."""
    if most_width(content) <= room:
        yield content
        return
    text = "".join([run.text for run in content])
    indent = _GOES_ON if room >= 4 * _GOES_ON else 0
    begin, left = 0, list(reversed(content))
    while begin < len(text):
        cells = room - indent if begin else room
        end = begin + max(1, len(cut(text[begin : begin + _FAR + _FARTHER * cells], cells)))
        blank = text.rfind(" ", begin, end) + 1
        if end < len(text) and text[end] != " " and blank > (begin + end) // 2:
            end = blank
        start = (Run(" " * indent, "code.text"),) if begin and indent else ()
        yield start + _taken(left, end - begin)
        if text[end : end + 1] == " ":  # the one at which it is broken
            _taken(left, 1)
            end += 1
        begin = end


def _taken(left: list[Run], size: int) -> tuple[Run, ...]:
    """The next `size` code points of the runs that are `left`, which are kept last first."""
    runs: list[Run] = []
    while left and size > 0:
        text, style, source, link = run = left.pop()
        if len(text) > size:
            # What is shown for a tab shows it once.
            first, second = source, None
            if source is not None and source[1] - source[0] == len(text):
                first, second = (source[0], source[0] + size), (source[0] + size, source[1])
            left.append(Run(text[size:], style, second, link))
            run = Run(text[:size], style, first, link)
        runs.append(run)
        size -= len(run.text)
    return tuple(runs)


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
