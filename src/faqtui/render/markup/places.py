"""Places in the source: the lines of an answer, and the way back from a block's text to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from faqtui.render.nodes import NOWHERE


class SourceMap:
    """From offsets in a block's inline text, which lacks indents and quote marks, to offsets in the source."""

    __slots__ = ("_places", "_shift", "_starts")

    def __init__(self, starts: Sequence[int], places: Sequence[int], shift: int = 0) -> None:
        self._starts = starts
        self._places = places
        self._shift = shift

    def __call__(self, offset: int) -> int:
        """The place in the source of the character at `offset`."""
        offset += self._shift
        index = bisect_right(self._starts, offset) - 1
        return self._places[index] + offset - self._starts[index]

    def end(self, offset: int) -> int:
        """The place right behind the character before `offset`."""
        return self(offset - 1) + 1 if offset else self(0)

    def shifted(self, by: int) -> SourceMap:
        """The map of the text that begins at offset `by` of this one's."""
        return SourceMap(self._starts, self._places, self._shift + by) if by else self


class SourceLines:
    """The lines of an answer, of which `numbers` says which the piece at hand consists of.

    markdown-it counts the lines of a piece; every method takes such a number.
    """

    __slots__ = ("numbers", "source", "starts", "texts")

    def __init__(self, source: str) -> None:
        self.source = source
        self.texts = source.split("\n")
        self.starts: list[int] = []
        self.numbers: Sequence[int] = ()
        offset = 0
        for text in self.texts:
            self.starts.append(offset)
            offset += len(text) + 1

    def __len__(self) -> int:
        return len(self.numbers)

    def text(self, line: int) -> str:
        """What a line says."""
        return self.texts[self.numbers[line]]

    def place(self, line: int) -> int:
        """Where a line begins in the source."""
        return self.starts[self.numbers[line]]

    def find(self, word: str, line: int) -> tuple[int, int]:
        """Where `word` stands in a line, in letters of any case."""
        column = self.text(line).lower().find(word.lower())
        return (self.place(line) + column, self.place(line) + column + len(word)) if column >= 0 else (NOWHERE, NOWHERE)

    def map(self, text: str, first: int) -> SourceMap:
        """Where the lines of `text`, which stands from line `first` on, are in the source."""
        starts: list[int] = []
        places: list[int] = []
        offset = 0
        for index, line in enumerate(text.split("\n")):
            number = min(first + index, len(self.numbers) - 1)
            whole = self.text(number)
            if whole.endswith(line):
                column = len(whole) - len(line)
            else:
                column = whole.rfind(line)
                if column < 0:
                    column = max(whole.find(line.strip()), 0) if line.strip() else 0
            starts.append(offset)
            places.append(self.place(number) + column)
            offset += len(line) + 1
        return SourceMap(starts, places)
