"""A text in pieces: which of them, and which places of the source, a range of the joined text stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

Piece: TypeAlias = tuple[str, int, int]
"""A text, and the range of the source that it shows: as long as itself, or longer where it is one sign for several."""


def between(pieces: Sequence[Piece], start: int, stop: int) -> Iterator[Piece]:
    """The parts of `pieces` that are the characters from `start` to before `stop` of the joined text."""
    offset = 0
    for text, begin, end in pieces:
        first, last = max(start - offset, 0), min(stop - offset, len(text))
        offset += len(text)
        if first >= last:
            continue
        yield (
            (text[first:last], begin + first, begin + last)
            if end - begin == len(text)
            else (text[first:last], begin, end)
        )


def place(pieces: Sequence[Piece], start: int, stop: int) -> tuple[int, int]:
    """Where the characters from `start` to before `stop` of the joined `pieces` stand in the text."""
    offset, begin = 0, -1
    for text, first, last in pieces:
        if begin < 0 and start < offset + len(text):
            begin = first + start - offset
        if stop <= offset + len(text):
            return begin, last if stop == offset + len(text) else first + stop - offset
        offset += len(text)
    return begin, begin
