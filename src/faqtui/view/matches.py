"""Matches in a laid-out answer: of what is looked for in it, or of the words that found it.

A match is one of `faqtui.render.find`: parts of lines, whose columns count in the whole of each line. What is seen of a
line of wide code is a window of it; `shown_parts` gives the places there. Which match is current is the pane's business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeAlias

from faqtui.model import Span
from faqtui.render import Layout, Run
from faqtui.render.find import Finder, Match, Part

SpansOf = Callable[[str], Sequence[Span]]
"""Where something stands in a text."""


class NeedleMatches:
    """Where a text stands in an answer, also across line breaks; in lower case it stands for either case."""

    def __init__(self, finder: Finder, needle: str) -> None:
        self._all = finder.find(needle, ignore_case=needle == needle.lower())
        self._lines: dict[int, Sequence[Part]] = {}

    def all(self) -> Sequence[Match]:
        """Every match from top to bottom."""
        return self._all

    def on_line(self, index: int) -> Sequence[Part]:
        """The parts of matches on a line."""
        parts = self._lines.get(index)
        if parts is None:
            parts = self._lines[index] = self._all.on_line(index)
        return parts

    def first_from(self, index: int) -> int:
        """The number of the first match on line `index` of the layout or below it; how many there are where none is."""
        return self._all.first_from(index)


class WordMatches:
    """Where the words of a query stand in an answer, worked out line by line as they are drawn."""

    def __init__(self, layout: Layout, spans_of: SpansOf) -> None:
        self._layout = layout
        self._spans_of = spans_of
        self._lines: dict[int, Sequence[Part]] = {}
        self._all: list[Part] = []

    def all(self) -> Sequence[Match]:
        """Every match from top to bottom; lays out the whole answer."""
        self._layout.finish()
        self._all = [part for index in range(self._layout.height) for part in self.on_line(index)]
        return [Match((part,)) for part in self._all]

    def first_from(self, index: int) -> int:
        """The same of the first word, once all are known."""
        return bisect_left(self._all, (index,))

    def on_line(self, index: int) -> Sequence[Part]:
        """The words on a line; borders and what else is only drawn are not searched."""
        parts = self._lines.get(index)
        if parts is None:
            runs = self._layout.whole_line(index)
            text = "".join([run.text if run.source is not None else " " * len(run.text) for run in runs])
            spans = self._spans_of(text) if not text.isspace() else ()
            parts = self._lines[index] = [Part(index, start, end) for start, end in spans]
        return parts


Matches: TypeAlias = NeedleMatches | WordMatches
"""Matches in one layout."""


def shown_parts(layout: Layout, index: int, pan: int, parts: Sequence[Part]) -> list[tuple[int, int, Part]]:
    """Where `parts` of line `index` are seen when its code is moved left by `pan` cells: start, end and the part.

    Start and end are columns of ``layout.line(index, pan)``; parts that are out of view are left out.
    """
    whole, shown = layout.whole_line(index), layout.line(index, pan).runs
    if not parts or whole is shown:
        return [(part.start, part.end, part) for part in parts]
    placed = [(column, run) for column, run in _placed(shown) if run.source is not None]
    seen: list[tuple[int, int, Part]] = []
    for part in parts:
        for start, end in _sources(whole, part):
            for column, run in placed:
                first, last = run.source or (0, 0)
                begin, stop = max(first, start), min(last, end)
                if begin < stop and last - first == len(run.text):
                    seen.append((column + begin - first, column + stop - first, part))
    return sorted(seen)


def cells_before(layout: Layout, part: Part) -> int:
    """How many cells of its line are left of `part`, in the whole line."""
    from rich.cells import cell_len

    text = "".join([run.text for run in layout.whole_line(part.line_index)])
    return cell_len(text[: part.start])


def _placed(runs: Sequence[Run]) -> list[tuple[int, Run]]:
    column = 0
    placed = []
    for run in runs:
        placed.append((column, run))
        column += len(run.text)
    return placed


def _sources(runs: Sequence[Run], part: Part) -> list[Span]:
    """The ranges of the source that `part` of a line shows."""
    ranges = []
    for column, run in _placed(runs):
        first, last = max(part.start - column, 0), min(part.end - column, len(run.text))
        if first < last and run.source is not None and run.source[1] - run.source[0] == len(run.text):
            ranges.append((run.source[0] + first, run.source[0] + last))
    return ranges
