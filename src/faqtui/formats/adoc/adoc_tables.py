"""Tables of AsciiDoc: which cells stand in which row. What a cell says is markup yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.records import NamedTuple

_SPECIFICATION = re.compile(r"(?:^|[ \t])(?:\d+(?:\.\d+)?[+*])?[<^>]?(?:\.[<^>])?[aehlmdsv]?$")
"""What may stand in front of a cell: how often it comes, how wide it is, how it is set."""


class CellRows(NamedTuple):
    """Rows of cells, each with the line that it begins on; the text above the first cell; whether a head is asked for."""

    rows: list[list[tuple[int, str]]]
    above: list[tuple[int, str]]
    head: bool


def read(lines: Sequence[str], first: int, given: str, sign: str) -> CellRows:
    """The table on these lines, of which the `first` has that number; `given` stands in brackets above, `sign` parts cells."""
    cells: list[tuple[int, str]] = []
    above: list[tuple[int, str]] = []
    first_row = 0
    for at, line in enumerate(lines, first):
        if sign in ",:" and "format" not in given:
            cells += [(at, cell) for cell in line.split(sign)] if line else []
            first_row = first_row or len(cells)
            continue
        parts = re.split(r"(?<!\\)\|" if sign == "|" else "!", line)
        if len(parts) > 1:
            if parts[0].strip() and cells and not _SPECIFICATION.search(parts[0]):
                cells[-1] = (cells[-1][0], f"{cells[-1][1]}\n{parts[0]}")
            cells += [
                (at, _SPECIFICATION.sub("", part) if place < len(parts) - 2 else part)
                for place, part in enumerate(parts[1:])
            ]
            first_row = first_row or len(parts) - 1
        elif line and cells:
            cells[-1] = (cells[-1][0], f"{cells[-1][1]}\n{line}")
        elif line:
            above.append((at, line))
    width = _columns(given) or first_row
    rows = [cells[at : at + width] for at in range(0, len(cells), width)] if width else []
    return CellRows(rows, above, "header" in given)


def _columns(given: str) -> int:
    """How many columns are asked for; 0 where nothing says so."""
    match = re.search(r"cols\s*=\s*(?:\"([^\"]*)\"|(\d+))", given)
    if not match:
        return 0
    if match[2]:
        return min(int(match[2][:3]), 100)
    if match[1].strip().isdecimal():
        return min(int(match[1][:9]), 100)
    total = 0
    for part in re.split(r"[,;]", match[1]):
        times = re.match(r"\s*(\d{1,2})\*", part)
        total += int(times[1]) if times else 1
    return min(total, 100)
