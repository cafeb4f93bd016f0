"""Containers whose content is indented, as tabs and notes of MkDocs are: what begins in one ends with it, and is dedented."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.markdown.blocks import Block

_LEAST = 4
"""Columns by which such content is indented."""


class Indented:
    """Says of the blocks of one document, in order, what they are indented by and where that ends."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._known: dict[int, tuple[int, int]] = {}  # by columns: the lines of the last container that was looked at

    def around(self, block: Block) -> tuple[int, int | None]:
        """The columns of an item or container that a block is in, and the line before which that container ends.

        Items end where their list says, so that for one in an item the line is None, as it is outside of all.
        """
        if block.item is not None:
            return block.item.indent, None
        if not block.depth or block.quoted:
            return 0, None
        columns = _columns(self._lines[block.start])
        if columns < _LEAST:
            return 0, None
        start, stop = self._known.get(columns, (0, 0))
        if not start <= block.start < stop:
            stop = self._end(block.end, columns)
            self._known[columns] = block.start, stop
        return columns, stop

    def _end(self, line: int, columns: int) -> int:
        """The line behind the last, from this one on, that is indented as much."""
        end = line
        while line < len(self._lines):
            if self._lines[line].strip():
                if _columns(self._lines[line]) < columns:
                    break
                end = line + 1
            line += 1
        return end


def _columns(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
