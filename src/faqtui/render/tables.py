"""Tables as lines: columns with wrapped cells while there is room for them, else each row as a list of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faqtui.render.glyphs import LayoutGlyphs
from faqtui.render.nodes import Span, Spans, Table
from faqtui.render.runs import Line
from faqtui.render.wrap import Run, longest_word, most_width, runs_width, wrap
from faqtui.widths import most_cells

_GAP = 3
"""Cells between two columns: a border with a space at each side."""

_NARROWEST = 8
"""A column whose longest word does not fit gets at least this; below it, rows are stacked."""

_SAMPLE = 400
"""So many rows decide about the widths of the columns."""


def column_widths(head: Sequence[Spans], rows: Sequence[Sequence[Spans]], columns: int, width: int) -> list[int] | None:
    """The cells of each column of a table that is at most `width` wide; None where it has to be stacked."""
    room = width - _GAP * (columns - 1)
    if not columns or room < columns:
        return None
    sample = [head, *rows[:_SAMPLE]] if head else rows[:_SAMPLE]
    natural = [1] * columns
    words = [1] * columns
    for row in sample:
        for index, cell in enumerate(row[:columns]):
            if cell:
                natural[index] = max(natural[index], min(_widest(cell), room))
                words[index] = max(words[index], longest_word(cell, room))
    if sum(natural) <= room:
        return natural
    least = [min(word, max(_NARROWEST, room // columns)) for word in words]
    if sum(least) > room or (columns > 1 and room // columns < _NARROWEST and sum(words) > room):
        return None
    # Every column gets its longest word; what is left goes to those that want more, evenly.
    widths = least
    left = room - sum(widths)
    while left > 0:
        hungry = [index for index in range(columns) if widths[index] < natural[index]]
        if not hungry:
            break
        share = max(1, left // len(hungry))
        for index in hungry:
            more = min(share, natural[index] - widths[index], left)
            widths[index] += more
            left -= more
    return widths


def _widest(cell: Spans) -> int:
    """The cells of the longest line of a cell."""
    best = current = 0
    for span in cell:
        lines = span.text.split("\n")
        for index, line in enumerate(lines):
            if index:
                current = 0
            current += most_cells(line)
            best = max(best, current)
    return best


class Columns:
    """How a table is drawn: the cells of its columns, None when stacked; and whether its last row was a tall one.

    A table that was cut into several shares them.
    """

    __slots__ = ("tall", "width", "widths")

    def __init__(self, table: Table, width: int) -> None:
        columns = max([len(table.aligns), len(table.head), *(len(row) for row in table.rows)], default=0)
        self.width = width
        self.widths = column_widths(table.head, table.rows, columns, width)
        self.tall = False


def table_lines(table: Table, shape: Columns, glyphs: LayoutGlyphs) -> Iterator[Line]:
    """The lines of `table`."""
    widths = shape.widths
    if widths is None:
        yield from _stacked(table, shape.width, glyphs)
        return
    columns = len(widths)
    aligns = table.aligns.ljust(columns, "l")
    border = glyphs.horizontal + glyphs.cross + glyphs.horizontal
    rule = Line((Run(border.join(glyphs.horizontal * cells for cells in widths), "table.border"),))
    if table.head and not table.follows:
        yield from _row([_styled(cell, "table.header") for cell in table.head], widths, aligns, glyphs)
        yield rule
    between = Line(
        (
            Run(
                border.join(" " * cells for cells in widths)
                .replace(glyphs.horizontal, " ")
                .replace(glyphs.cross, glyphs.vertical),
                "table.border",
            ),
        )
    )
    for index, row in enumerate(table.rows):
        lines = list(_row(row, widths, aligns, glyphs))
        # Rows of several lines need something between them to be told apart.
        if (index or table.follows) and (shape.tall or len(lines) > 1):
            yield between
        shape.tall = len(lines) > 1
        yield from lines


def _styled(cell: Spans, style: str) -> list[Span]:
    return [span._replace(style=f"{style} {span.style}".strip()) for span in cell]


def _row(cells: Sequence[Spans], widths: Sequence[int], aligns: str, glyphs: LayoutGlyphs) -> Iterator[Line]:
    columns = len(widths)
    wrapped = [
        wrap(cells[index], widths[index]) if index < len(cells) and cells[index] else [()] for index in range(columns)
    ]
    for number in range(max(len(lines) for lines in wrapped)):
        runs: list[Run] = []
        pending = 0  # blanks not yet written: none are wanted at the end of a line
        for index, lines in enumerate(wrapped):
            if index:
                runs.append(Run(" " * (pending + 1) + glyphs.vertical, "table.border"))
                pending = 1
            part = lines[number] if number < len(lines) else ()
            spare, free = widths[index] - runs_width(part), widths[index] - most_width(part)
            before = free if aligns[index] == "r" else free // 2 if aligns[index] == "c" else 0
            if part:
                if pending + before:
                    runs.append(Run(" " * (pending + before)))
                runs.extend(part)
                pending = spare - before
            else:
                pending += spare
        yield Line(tuple(runs))


def _stacked(table: Table, width: int, glyphs: LayoutGlyphs) -> Iterator[Line]:
    """Each row as lines of ``header: cell``, with a short rule between rows."""
    rule = Line((Run(glyphs.horizontal * min(width, 8), "table.border"),))
    if table.head and not table.rows:
        for cell in table.head:
            for runs in wrap(_styled(cell, "table.header"), width):
                yield Line(runs)
    for number, row in enumerate(table.rows):
        if number or table.follows:
            yield rule
        for index, cell in enumerate(row):
            name = table.head[index] if index < len(table.head) else ()
            if not cell and not name:
                continue
            label = [*_styled(name, "table.header"), Span(": ", "table.border")] if name else []
            for count, runs in enumerate(wrap([*label, *cell], width if not name else max(width - 2, 1))):
                yield Line(runs if not count or not name or width < 12 else (Run("  "), *runs))
