"""What a query gives back: the entries in order, and their hits, made when asked for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import overload

from faqtui.model import Hit, MadeOnAccess, Span
from faqtui.search.groups import Group
from faqtui.search.highlight import Word, question_spans, snippet
from faqtui.search.index import SearchIndex
from faqtui.search.query import Query


class Tail(Sequence[int]):
    """Positions in order: the first few given, all others of `scores` by score and position, sorted when first asked for."""

    __slots__ = ("_all", "_first", "_length", "scores")

    def __init__(self, first: list[int], scores: Mapping[int, float]) -> None:
        self._first = first
        self.scores = scores
        self._length = len(scores) + sum([doc not in scores for doc in first])
        self._all: list[int] | None = first if len(first) >= self._length else None

    def led_by(self, lead: list[int]) -> Tail:
        """The same positions with these before all others; those of them that were not there before are added."""
        ahead = set(lead)
        return Tail(lead + [doc for doc in self._first if doc not in ahead], self.scores)

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...

    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, int) and 0 <= index < len(self._first):
            return self._first[index]
        return self._sorted()[index]

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[int]:
        yield from self._first
        if len(self) > len(self._first):
            yield from self._sorted()[len(self._first) :]

    def _sorted(self) -> list[int]:
        if self._all is None:
            scores = self.scores
            first = set(self._first)
            rest = sorted([doc for doc in scores if doc not in first], key=lambda doc: (-scores[doc], doc))
            self._all = self._first + rest
        return self._all


class Ranking:
    """A query's entries, best first.

    `positions` are places in `Library.entries`; `total` counts the strong ones; `weak` says that there is no strong one and
    all shown are the nearest there is. `query` is what was asked, as it was understood; `scores` are those of the first
    positions. `hit(i)` makes the hit of the i-th. `is_certain` says that the query is the title of the best or quoted by it word
    for word; `strengths` tell of the positions that were looked at closely how much of what the query says is met by their
    words, from 0 to 1; `meant` are the positions of those that were found by what they mean, not by their words.
    """

    __slots__ = (
        "_groups",
        "_index",
        "_words",
        "is_certain",
        "meant",
        "positions",
        "query",
        "scores",
        "strengths",
        "total",
        "weak",
    )

    def __init__(
        self,
        index: SearchIndex,
        query: Query,
        groups: Sequence[tuple[Group, float]],
        positions: Tail,
        scores: Sequence[float],
        *,
        total: int,
        weak: bool,
        is_certain: bool = False,
        strengths: Mapping[int, float] = MappingProxyType({}),
        meant: frozenset[int] = frozenset(),
    ) -> None:
        self.is_certain = is_certain
        self.strengths = strengths
        self.meant = meant
        self._index = index
        self.query = query
        self._groups = groups
        self._words: list[Word] | None = None
        self.scores = scores
        self.positions = positions
        self.total = total
        self.weak = weak

    @property
    def matching(self) -> Container[int]:
        """The positions of the entries that match, in whatever way."""
        return self.positions.scores

    def ask_the_same(self, one: int, other: int) -> bool:
        """Whether the entries at two positions have the same question, word for word."""
        return self._index.words_of(one) == self._index.words_of(other)

    def led_by(self, positions: list[int]) -> Ranking:
        """The same with these entries before all others, matching or not; counted with the strong ones where there are any."""
        known = dict(zip(islice(self.positions, len(self.scores)), self.scores, strict=True))
        order = self.positions.led_by(positions)
        scores = [known.get(position, 0.0) for position in islice(order, len(self.scores))]
        total = self.total and self.total + len(order) - len(self.positions)
        return self._as(order, scores, total=total, weak=self.weak)

    def reordered(self, first: list[int], scores: list[float], *, meant: frozenset[int], total: int) -> Ranking:
        """The same query with the entries `first` before all others, of which `total` are strong; weak where that is 0.

        Where nothing was strong before, and something is now, there are no others.
        """
        alone = self.weak and total > 0
        order = Tail(first, {} if alone else self.positions.scores)
        return self._as(order, scores, total=total, weak=total == 0, meant=meant)

    def _as(
        self, order: Tail, scores: Sequence[float], *, total: int, weak: bool, meant: frozenset[int] = frozenset()
    ) -> Ranking:
        index, query, groups, strengths = self._index, self.query, self._groups, self.strengths
        return Ranking(index, query, groups, order, scores, total=total, weak=weak, strengths=strengths, meant=meant)

    def matches(self, rank: int) -> tuple[Span, ...]:
        """The spans of the question at a rank (0 is the best): all that a list of hits needs, and quicker than `hit`."""
        position = self.positions[rank]
        return (
            () if position in self.meant else question_spans(self._index.entries[position].question, self._explained())
        )

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the words of the query stand in any other text, such as a line of an answer."""
        return question_spans(text, self._explained())

    def hit(self, rank: int) -> Hit:
        """The hit at a rank, with its spans and, where the answer matched, its best line."""
        position = self.positions[rank]
        entry = self._index.entries[position]
        score = self.scores[rank] if rank < len(self.scores) else 0.0
        if position in self.meant:
            return Hit(position, entry, score, self.weak, by="meaning")
        words = self._explained()
        spans = question_spans(entry.question, words)
        return Hit(position, entry, score, self.weak, spans, snippet(entry, words))

    def _explained(self) -> list[Word]:
        if self._words is None:
            self._words = _words(self._groups)
        return self._words


def _words(groups: Sequence[tuple[Group, float]]) -> list[Word]:
    """What is to be marked: stop words only when nothing else was typed, else half of every question would be."""
    told = [pair for pair in groups if not pair[0].noise] or groups
    return [Word(group.typed, group.spellings, weight) for group, weight in told]


class Hits(MadeOnAccess[Hit]):
    """The hits of a ranking up to a limit, each made when first asked for."""

    __slots__ = ("_count", "_made", "_ranking")

    def __init__(self, ranking: Ranking, limit: int | None = None) -> None:
        self._ranking = ranking
        self._count = len(ranking.positions) if limit is None else max(0, min(limit, len(ranking.positions)))
        self._made: dict[int, Hit] = {}

    def _item(self, index: int) -> Hit:
        hit = self._made.get(index)
        if hit is None:
            hit = self._made[index] = self._ranking.hit(index)
        return hit

    def __len__(self) -> int:
        return self._count
