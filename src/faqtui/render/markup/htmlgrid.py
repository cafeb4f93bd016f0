"""The cells of an HTML table in rows and columns, those that span several put where readers of the page see them."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.records import NamedTuple
from faqtui.render.nodes import Spans

_WIDEST, _TALLEST = 1_000, 65_534
"""What a cell spans at most (HTML, "Tables: Attributes common to td and th elements")."""

_ROOM = 50_000
"""A grid may have so many places and, beyond them, four for each cell; one that is larger is laid out without its spans."""


class Cell(NamedTuple):
    """A cell: what it says, and over how many columns and rows."""

    spans: Spans
    columns: int
    rows: int


def spanned(columns: str, rows: str) -> tuple[int, int]:
    """How many columns and rows a cell spans by its attributes; one where they say nothing that makes sense."""
    return _count(columns, _WIDEST), _count(rows, _TALLEST)


def _count(value: str, most: int) -> int:
    value = value.strip()[:9]
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() else 1


def grid(rows: Sequence[Sequence[Cell]]) -> list[list[Spans]]:
    """The rows with all their columns; the text of a cell that spans several stands in the first, the others are empty."""
    found = _placed(rows)
    if found is None:
        placed = [list(range(len(row))) for row in rows]
    else:
        # A column in which no cell begins would show nothing.
        used = {column: index for index, column in enumerate(sorted({column for row in found for column in row}))}
        placed = [[used[column] for column in row] for row in found]
    columns = max((row[-1] + 1 for row in placed if row), default=0)
    out: list[list[Spans]] = []
    for row, places in zip(rows, placed, strict=True):
        line: list[Spans] = [[]] * columns
        for cell, place in zip(row, places, strict=True):
            line[place] = cell.spans
        out.append(line)
    return out


def _placed(rows: Sequence[Sequence[Cell]]) -> list[list[int]] | None:
    """The column in which each cell begins; None where nothing spans, or more than a table would."""
    if all(cell.columns == cell.rows == 1 for row in rows for cell in row):
        return None
    room = _ROOM + 4 * sum(map(len, rows))
    taken: dict[int, int] = {}  # the row before which a column is free again
    places: list[list[int]] = []
    for number, row in enumerate(rows):
        column = 0
        places.append([])
        for cell in row:
            while taken.get(column, 0) > number:
                column += 1
            places[-1].append(column)
            for covered in range(column, column + cell.columns) if cell.rows > 1 else ():
                taken[covered] = number + min(cell.rows, len(rows) - number)
            column += cell.columns
            room -= cell.columns
            if room < 0:
                return None
        room -= len(taken)
    columns = len({column for row in places for column in row})
    return places if columns * len(rows) <= _ROOM + 4 * sum(map(len, rows)) else None
