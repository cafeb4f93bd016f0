"""`Searcher` answers the queries of one index: what is typed is read, understood, filtered and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import islice
from time import perf_counter

from faqtui.model import SearchResult
from faqtui.search import weights
from faqtui.search.filters import allowed
from faqtui.search.index import SearchIndex
from faqtui.search.query import Query, parse
from faqtui.search.rank import Ranker
from faqtui.search.results import Hits, Ranking, Tail
from faqtui.search.understand import Understanding


class Searcher:
    """Answers queries over an index.

    Importing this module and making one takes 20 ms, rapidfuzz most of them: do so after the first frame, before the first key.
    """

    def __init__(self, index: SearchIndex) -> None:
        self.index = index
        self._understanding = Understanding(index)
        self._ranker = Ranker(index)

    def search(self, query: str, *, limit: int | None = None) -> SearchResult:
        """The hits of a query, best first, at most `limit`."""
        begun = perf_counter()
        ranking = self.rank(query)
        return SearchResult(query, Hits(ranking, limit), ranking.total, (perf_counter() - begun) * 1000)

    def rank(self, text: str) -> Ranking:
        """The entries that match a query as typed, best first, as positions; hits are made when asked for."""
        text = text[: weights.LONGEST]
        query = parse(text)
        ranking = self._run(query)
        if query.has_operators and not ranking.total:
            literal = self._run(parse(text, literal=True))
            if literal.total or not ranking.positions:
                return literal
        return ranking

    def _run(self, query: Query) -> Ranking:
        words = [token for token in query.words if token.parts <= 1][: weights.MOST_WORDS]
        through = allowed(self.index, query, self._matching) if query.has_operators else None
        if not words:
            return _without_words(self.index, query, through)
        return self._ranker.rank(query, self._understanding.of(query, words), through)

    def _matching(self, word: str) -> Iterable[int]:
        """The entries that have a word, in whatever form."""
        return self._understanding.group(word).scores.keys()


def _without_words(index: SearchIndex, query: Query, through: Set[int] | None) -> Ranking:
    """A query of operators only lists what they let through; one of punctuation only looks for it as it is."""
    needle = query.text.strip()
    found: list[int] = []
    if through is not None:
        found = sorted(through)
    elif needle:
        few = islice(enumerate(index.entries), weights.SCANNED)
        found = [position for position, entry in few if needle in entry.question or needle in entry.answer]
    return Ranking(index, query, (), Tail(found, {}), [0.0] * len(found), total=len(found), weak=not found)
