"""Running text that tokens brought in pieces: one text whose parts know where they stand in the source. Knows no styles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

Piece: TypeAlias = tuple[str, int, int]
"""What is shown, and the range of the inline text that it shows: as long, unless what is written is an entity or escaped."""


class Pieces:
    """Pieces one after another; asked for a part, it looks at the pieces of that part alone."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._starts = [0, *accumulate(len(piece[0]) for piece in pieces)]
        self.text = "".join([piece[0] for piece in pieces])

    def part(self, start: int, stop: int) -> Iterator[Piece]:
        """The characters of the text from `start` to before `stop`, in pieces."""
        for index in range(self._holding(start), len(self._pieces)):
            offset = self._starts[index]
            if offset >= stop:
                return
            text, begin, end = self._pieces[index]
            first, last = max(start - offset, 0), min(stop - offset, len(text))
            if first < last:
                yield (
                    (text[first:last], begin + first, begin + last)
                    if end - begin == len(text)
                    else (
                        text[first:last],
                        begin,
                        end,
                    )
                )

    def place(self, start: int, stop: int) -> tuple[int, int]:
        """Where the characters from `start` to before `stop` stand."""
        first, last = self._holding(start), self._holding(stop - 1)
        begin = self._pieces[first][1] + start - self._starts[first]
        _, at, end = self._pieces[last]
        return begin, end if stop == self._starts[last + 1] else at + stop - self._starts[last]

    def _holding(self, position: int) -> int:
        """The number of the piece that a character is in."""
        return max(bisect_right(self._starts, position) - 1, 0)
