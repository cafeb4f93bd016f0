"""What a query found, as the screen keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.model import Span

if TYPE_CHECKING:
    from faqtui.search.results import Ranking


class FilterHits:
    """What a query found, best first."""

    __slots__ = ("_matches", "_ranking", "positions", "query", "total", "weak")

    def __init__(self, query: str, ranking: Ranking) -> None:
        self.query = query
        self.positions: Sequence[int] = ranking.positions
        self.total = ranking.total
        self.weak = ranking.weak
        self._ranking = ranking
        self._matches: dict[int, Sequence[Span]] = {}

    def spans(self, text: str) -> Sequence[Span]:
        """Where the words of the query stand in `text`."""
        return self._ranking.spans(text)

    def matches(self, rank: int) -> Sequence[Span]:
        """What matched in the question at `rank`; worked out once, since a row is drawn more often than that."""
        spans = self._matches.get(rank)
        if spans is None:
            spans = self._matches[rank] = self._ranking.matches(rank)
        return spans
