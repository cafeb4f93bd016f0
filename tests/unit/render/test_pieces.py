"""Running text in pieces: any part of it is found without looking at all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from faqtui.render.markup.pieces import Piece, Pieces


class Counted(list[Piece]):
    """Pieces that count how often one of them is taken."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        super().__init__(pieces)
        self.taken = 0

    def __getitem__(self, index: Any) -> Any:
        self.taken += 1
        return super().__getitem__(index)


def test_a_part_is_found_without_looking_at_the_others() -> None:
    pieces = Counted([("ab", 2 * at, 2 * at + 2) for at in range(10_000)])
    joined = Pieces(pieces)
    assert list(joined.part(9_999, 10_002)) == [("b", 9_999, 10_000), ("ab", 10_000, 10_002)]
    assert joined.place(19_998, 20_000) == (19_998, 20_000)
    assert pieces.taken < 10


def test_an_entity_stands_as_a_whole_where_it_is_written() -> None:
    joined = Pieces([("a", 0, 1), ("&", 1, 6), ("", 6, 6), ("b c", 6, 9)])
    assert joined.text == "a&b c"
    assert list(joined.part(0, 5)) == [("a", 0, 1), ("&", 1, 6), ("b c", 6, 9)]
    assert list(joined.part(2, 3)) == [("b", 6, 7)]
    assert joined.place(1, 2) == (1, 6)
    assert joined.place(1, 3) == (1, 7)
    assert list(Pieces([]).part(0, 0)) == []
