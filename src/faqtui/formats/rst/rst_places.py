"""Where the nodes of docutils' tree stand in the text, and how code was written there: docutils knows neither for certain."""

from __future__ import annotations

from typing import Any


class NodeLines:
    """The lines of one text; `cursor` is the line of the node that was asked for last, from 0."""

    def __init__(self, text: str) -> None:
        self.source = text.split("\n")
        self.cursor: int = 0

    def of(self, node: Any, text: str = "") -> int:
        """The line on which a node stands, told by its first words: docutils' own numbers are those of its end at times."""
        first = (text or node.rawsource or node.astext()).lstrip("\n").split("\n", 1)[0].strip()[:60]
        hint = int(node.line or 0) - 1
        last: int = len(self.source) - 1
        words = first.split(" ")[0] if first else ""
        if not words:
            return min(max(self.cursor, hint), max(last, 0))
        near = (
            [hint, hint - 1, hint + 1, *range(self.cursor, min(self.cursor + 300, last + 1))]
            if hint >= 0
            else [*range(self.cursor, min(self.cursor + 300, last + 1))]
        )
        for wanted in (first, words):
            for number in near:
                if max(0, self.cursor - 1) <= number <= last and wanted in self.source[number]:
                    self.cursor = number
                    return self.cursor
        return min(max(self.cursor, 0), max(last, 0))

    def as_written(self, text: str, number: int) -> str:
        """Code with the tabs that docutils made to spaces."""
        lines = text.split("\n")
        written = self.source[number : number + len(lines)]
        if not any("\t" in line for line in written) or len(written) < len(lines):
            return text
        kept = []
        for line, raw in zip(lines, written, strict=True):
            spaced = raw.expandtabs(8)
            kept.append(
                _without(raw, len(spaced.rstrip()) - len(line.rstrip()))
                if spaced.rstrip().endswith(line.rstrip())
                else line
            )
        return "\n".join(kept)


def _without(line: str, columns: int) -> str:
    """A line without its first columns, tabs reaching to the next multiple of eight."""
    column = 0
    for index, char in enumerate(line):
        if column >= columns:
            return " " * (column - columns) + line[index:]
        column += 8 - column % 8 if char == "\t" else 1
    return ""
