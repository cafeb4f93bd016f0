"""Code that is being filled in, as lines: what is put in marked, what is asked for now most of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.segment import Segment

from faqtui.view.lines import Line
from faqtui.view.overlays.filling import Blank, pieces
from faqtui.view.theme import Theme


def preview(
    text: str, places: Sequence[Blank], values: Mapping[str, str], current: str, *, width: int, theme: Theme
) -> tuple[list[Line], int]:
    """`text` with `values` in lines of `width` cells, and which line has the placeholder `current` first (-1: none)."""
    style = theme.style
    lines: list[Line] = [[]]
    asked = -1
    for piece, name in pieces(text, places, values):
        looks = "" if name is None else "ui.found" if name == current else "ui.match"
        for number, part in enumerate(piece.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Segment(part.replace("\t", "    "), style(looks)))
        if name == current and asked < 0:
            asked = len(lines) - 1
    wrapped = [list(cut_to(line, width)) for line in lines]
    asked = sum(map(len, wrapped[:asked])) if asked >= 0 else -1
    return [line for parts in wrapped for line in parts], asked


def cut_to(line: Line, width: int) -> Iterator[Line]:
    """`line` in lines of `width` cells: all of what will be copied is to be seen."""
    cells = Segment.get_line_length(line)
    if cells <= width:
        yield line
    else:
        yield from (part for part in Segment.divide(line, [*range(width, cells, width), cells]) if part)
