"""Queries as one filter sees them, key by key: what stood among the first is not lost to what half a word may mean.

A query by itself is ranked by a `Searcher`, and what it finds best is first here too. The places after it change slowly:
what stood there stays until something else is clearly better, or until it has not matched for some keys. The same keys give
the same list; taking keys back gives the list that was there before, and any other change of the text starts anew.
"""

from __future__ import annotations

from array import array
from typing import TypeAlias

from faqtui.records import NamedTuple
from faqtui.search import weights
from faqtui.search.english import GLUE_WORDS, STOP_WORDS
from faqtui.search.query import Query
from faqtui.search.results import Ranking
from faqtui.search.searcher import Searcher


class _Guarded(NamedTuple):
    """A guarded entry: its position, what it is worth (the best is 1), and for how many keys it has not matched."""

    entry: int
    worth: float
    unmatched: int


_Guards: TypeAlias = "dict[bytes, _Guarded]"
"""Guarded entries by their questions, which several entries may share."""


class Typing:
    """The queries of one filter, in the order in which they come."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._steps: list[tuple[str, _Guards]] = []
        self._questions: dict[int, bytes] = {}

    def rank(self, text: str) -> Ranking:
        """Rank the library for a query that may go on where the last one stopped, or take some of it back."""
        ranking = self._searcher.rank(text)
        if ranking.query.has_operators:
            # Who narrows by hand gets what is let through and nothing else.
            self._steps.clear()
            return ranking
        steps = self._steps
        while steps and not (text.startswith(steps[-1][0]) and len(text) < len(steps[-1][0]) + weights.PASTED):
            steps.pop()
        if not steps or steps[-1][0] != text:
            steps.append((text, self._guarded(steps[-1][1] if steps else {}, ranking)))
        return ranking.led_by([place.entry for place in steps[-1][1].values()])

    def _patience(self, ranking: Ranking) -> int:
        """For how many keys an entry stays that no longer matches: for none where the last word is one that entries have."""
        query = ranking.query
        if _is_sentence(query):
            return weights.UNMATCHED_IN_SENTENCE
        last = query.words[-1].term if query.words else ""
        return 0 if last not in STOP_WORDS and self._searcher.index.find(last) >= 0 else weights.UNMATCHED

    def _guarded(self, before: _Guards, ranking: Ranking) -> _Guards:
        best = ranking.scores[0] if ranking.scores else 0.0
        found: _Guards = {}
        for rank in range(min(weights.LOOKED_AT, len(ranking.positions))):
            if rank >= len(ranking.scores) and len(found) >= weights.PLACES:
                break  # and leave the rest unsorted
            entry = ranking.positions[rank]
            worth = ranking.scores[rank] / best if best > 0 and rank < len(ranking.scores) else 0.0
            found.setdefault(self._question(entry), _Guarded(entry, worth, 0))
        if best <= 0:
            # Only stop words, or nothing known: what is there stays.
            places = dict(before)
        else:
            places = _faded(before, found, ranking, self._patience(ranking))
            _admit(places, found)
        for question, place in found.items():
            if len(places) >= weights.PLACES:
                break
            places.setdefault(question, place)
        if best <= 0:
            return places
        first = next(iter(found))
        return dict(sorted(places.items(), key=lambda it: (it[0] != first, it[1].unmatched > 0, -it[1].worth)))

    def _question(self, entry: int) -> bytes:
        """What tells the question of an entry from others."""
        known = self._questions.get(entry)
        if known is None:
            numbers = array("I", self._searcher.index.question(entry))
            known = self._questions[entry] = numbers.tobytes() or b"%d" % entry
        return known


def _faded(before: _Guards, found: _Guards, ranking: Ranking, patience: int) -> _Guards:
    """What stood there, as it is worth now; without what has not matched for too long, unless nothing else does."""
    places: _Guards = {}
    for question, place in before.items():
        worth = place.worth * weights.FADING
        now = found.get(question)
        if now is not None:
            places[question] = now._replace(worth=max(now.worth, worth))
            continue
        unmatched = 0 if place.entry in ranking.matching else place.unmatched + 1
        if unmatched <= patience or ranking.weak:
            places[question] = _Guarded(place.entry, worth, unmatched)
    return places


def _admit(places: _Guards, found: _Guards) -> None:
    """Let in the best, and of the next ones those that are clearly better than what stands there."""
    first, *others = list(found)[: weights.NEWCOMERS]
    if first not in places and len(places) >= weights.PLACES:
        del places[min(places, key=lambda question: places[question].worth)]
    places[first] = found[first]._replace(worth=1.0)
    for question in others:
        if question not in places and len(places) >= weights.PLACES:
            least = min((one for one in places if one != first), key=lambda one: places[one].worth)
            if places[least].worth >= weights.CLEARLY * found[question].worth:
                continue
            del places[least]
        places.setdefault(question, found[question])


def _is_sentence(query: Query) -> bool:
    words = [token.term for token in query.words if token.parts <= 1]
    return len(words) > 4 or not GLUE_WORDS.isdisjoint(words[:-1])
