"""`Searcher` answers the queries of one index: what is typed is read, understood, filtered and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
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

    Importing this module and making one takes 12 ms: do so after the first frame, before the first key.
    """

    def __init__(self, index: SearchIndex) -> None:
        self.index = index
        self._understanding = Understanding(index)
        self._ranker = Ranker(index)

    def search(self, query: str, *, limit: int | None = None, finished: bool = False) -> SearchResult:
        """The hits of a query, best first, at most `limit`; `finished` is as in `rank`."""
        begun = perf_counter()
        ranking = self.rank(query, finished=finished)
        return SearchResult(query, Hits(ranking, limit), ranking.total, (perf_counter() - begun) * 1000)

    def rank(self, text: str, *, finished: bool = False) -> Ranking:
        """The entries that match a query as typed, best first, as positions; hits are made when asked for.

        The last word may still grow, unless the query is `finished` and the library has that word as it is.
        """
        text = text[: weights.LONGEST]
        query = self._parsed(text, finished=finished)
        ranking = self._run(query)
        if query.has_operators and not ranking.total:
            literal = self._run(self._parsed(text, literal=True, finished=finished))
            if literal.total or not ranking.positions:
                return literal
        return ranking

    def _parsed(self, text: str, *, literal: bool = False, finished: bool) -> Query:
        query = parse(text, literal=literal)
        if not (finished and query.open and query.words):
            return query
        # A short query is often made of beginnings, of which some are words too: these may go on all the same. What ends a
        # sentence counts whole, or "how do I set up a VPN" asks only how to set something up where nothing is said of one.
        short = sum(token.parts <= 1 for token in query.words) <= weights.FILTER
        known = self.index.find(query.words[-1].term) >= 0
        return replace(query, open=short or not known, finished=known or not short)

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
