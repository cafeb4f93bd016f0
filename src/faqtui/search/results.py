"""What a query gives back: the entries in order, and their hits, made when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from faqtui.model import Entry, Hit
from faqtui.search.highlight import Word, question_spans, snippet


class Ranking:
    """A query's entries, best first.

    `positions` are places in `Library.entries`; `total` counts the strong ones; `weak` says that there is no strong one and
    all shown are the nearest there is. `hit(i)` makes the hit of the i-th.
    """

    __slots__ = ("_entries", "_scores", "_words", "positions", "total", "weak")

    def __init__(
        self,
        entries: Sequence[Entry],
        words: Sequence[Word],
        *,
        positions: Sequence[int],
        scores: Sequence[float],
        total: int,
        weak: bool,
    ) -> None:
        self._entries = entries
        self._words = words
        self._scores = scores
        self.positions = positions
        self.total = total
        self.weak = weak

    def hit(self, rank: int) -> Hit:
        """The hit at a rank (0 is the best), with its spans."""
        position = self.positions[rank]
        entry = self._entries[position]
        spans = question_spans(entry.question, self._words)
        return Hit(position, entry, self._scores[rank], self.weak, spans, snippet(entry, self._words))


class Hits(Sequence[Hit]):
    """The hits of a ranking up to a limit, each made when first asked for."""

    __slots__ = ("_count", "_made", "_ranking")

    def __init__(self, ranking: Ranking, limit: int | None = None) -> None:
        self._ranking = ranking
        self._count = len(ranking.positions) if limit is None else max(0, min(limit, len(ranking.positions)))
        self._made: dict[int, Hit] = {}

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...

    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._count))]
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(index)
        hit = self._made.get(index)
        if hit is None:
            hit = self._made[index] = self._ranking.hit(index)
        return hit

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Hit]:
        return (self[i] for i in range(self._count))
