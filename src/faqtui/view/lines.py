"""Lines of the screen as styled pieces: for the widgets, and for what is painted before there are any.

Nothing here, nor in what draws with it, knows of Textual.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from faqtui.records import NamedTuple
from faqtui.view.theme import ASCII, ScreenGlyphs, Theme
from faqtui.widths import cut, is_wider
from faqtui.wire.charset import spelled

Line: TypeAlias = list[Segment]
"""Pieces side by side; what draws a line may leave it shorter or longer than its place is wide."""

_CLEAR = Style(dim=False)

Mark: TypeAlias = tuple[int, int, Style]
"""Columns of a line as it is drawn, from and to before, and the style that lies over them."""


def fit(text: str, width: int, ellipsis: str) -> str:
    """`text` in at most `width` cells of any terminal, cut with `ellipsis` where it is longer."""
    if not is_wider(text, width):
        return text
    if width < 1:
        return ""
    return cut(text, width - cell_len(ellipsis)).rstrip() + ellipsis


def exactly(line: Line, width: int) -> Line:
    """`line`, cut or filled so that it takes `width` cells."""
    return Segment.adjust_line_length(line, width)


def over(line: Line, style: Style) -> Line:
    """`line` on `style`: what a piece says itself counts more."""
    return list(Segment.apply_style(line, style))


def chosen(line: Line, style: Style, bar: str) -> Line:
    """`line` as the selected one: on `style`, behind its `bar` where that style swaps colours: half a cell would be dark."""
    if not style.reverse:
        return over(line, style)
    place = next((at + 1 for at, piece in enumerate(line) if piece.text == bar), 0)
    # What swaps colours by itself already, as the sign of a category does, is a part of the row; dim would be grey on grey.
    own = [piece.style or Style.null() for piece in line[place:]]
    behind = [
        Segment(piece.text, style if has.reverse else style + has + _CLEAR)
        for piece, has in zip(line[place:], own, strict=True)
    ]
    return [*line[:place], *behind]


def marked(text: str, style: Style, column: int, marks: Sequence[Mark]) -> list[Segment]:
    """A run that begins in `column` of its line, in pieces where `marks` lie on it."""
    pieces = []
    at, end_of_run = 0, column + len(text)
    for start, end, mark in marks:
        first, last = max(at, start - column), min(end, end_of_run) - column
        if last <= first:
            continue
        pieces += [Segment(text[at:first], style), Segment(text[first:last], style + mark)]
        at = last
    pieces.append(Segment(text[at:], style))
    return [piece for piece in pieces if piece.text]


def finished(line: Line, width: int, glyphs: ScreenGlyphs, theme: Theme) -> Line:
    """`line` as it is shown: `width` cells, on the theme's own background, spelled in ASCII where that is all there is."""
    if glyphs is ASCII:
        line = list(spelled(line))
    line = exactly(line, width)
    return over(line, theme.base) if theme.background is not None else line


def beside(left: Line, right: Line, width: int) -> Line:
    """`left` and `right` at the ends of a line; where there is no room for both, `left` gives way, but not all of it."""
    room, needed = width - Segment.get_line_length(right), Segment.get_line_length(left)
    return left if room < min(needed, width // 2) else [*exactly(left, room), *right]


class Marked(NamedTuple):
    """A part of a rule that is drawn with another character, from one column to before another."""

    start: int
    end: int
    character: str
    style: Style


def ruled(
    width: int,
    character: str,
    junction: str,
    at: int,
    style: Style,
    *,
    left: str = "",
    right: str = "",
    marked: Marked | None = None,
) -> Line:
    """`character` all along, with `junction` in column `at` (-1: nowhere), and words near its ends.

    `left` stands near the junction, or near the right end where there is none, `right` near that.
    """
    cells = [character] * width
    if 0 <= at < width:
        cells[at] = junction
    text = "".join(cells)
    for words, first, last in ((left, 0, at if at >= 0 else width), (right, max(at, 0), width)):
        if words and len(words) + 2 < last - first:
            start = last - cell_len(words) - 2
            text = text[:start] + words + text[start + cell_len(words) :]
    if marked is None:
        return [Segment(text, style)]
    start, end, focus, accent = marked
    between = text[start:end].replace(character, focus)
    return [Segment(text[:start], style), Segment(between, accent), Segment(text[end:], style)]


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in their order as runs of such as follow each other: the first of each, and the one behind the last."""
    begin = end = -1
    for row in sorted(rows):
        if row != end:
            if end > begin:
                yield begin, end
            begin = row
        end = row + 1
    if end > begin:
        yield begin, end
