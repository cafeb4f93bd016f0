"""Queries as one filter sees them, key by key: what stood among the first is not lost to what half a word may mean.

A query by itself is ranked by `faqtui.search.rank`, and what it finds best is first here too. The places after it change slowly:
what stood there stays until something else is clearly better, or until it has not matched for some keys. The same keys give
the same list; taking keys back gives the list that was there before, and any other change of the text starts anew.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from faqtui.search.english import GLUE_WORDS

if TYPE_CHECKING:
    from faqtui.search.index import SearchIndex
    from faqtui.search.query import Query
    from faqtui.search.results import Ranking

PLACES = 5  # that are guarded: what the eye has taken in while the fingers type
LOOKED_AT = 60  # entries in which as many different questions are looked for
FADING = 0.97  # of what an entry was worth, a key
CLEARLY = 0.8  # an entry gives way to one of which it is worth less than this
NEWCOMERS = 2  # so many of the best may drive another out: the best always, the next when it is clearly better
UNMATCHED, UNMATCHED_IN_SENTENCE = 2, 40  # keys for which an entry stays that no longer matches
PASTED = 8  # letters at once are no typing


class _Place(NamedTuple):
    """A guarded entry: its position, what it is worth (the best is 1), and for how many keys it has not matched."""

    entry: int
    worth: float
    unmatched: int


_Places: TypeAlias = "dict[bytes, _Place]"
"""Guarded entries by their questions, which several entries may share."""


class Typing:
    """The queries of one filter, in the order in which they come."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._steps: list[tuple[str, _Places]] = []
        self._questions: dict[int, bytes] = {}

    def rank(self, text: str) -> Ranking:
        """Rank the library for a query that may go on where the last one stopped, or take some of it back."""
        ranking = self._index.rank(text)
        if ranking.query.has_operators:
            # Who narrows by hand gets what is let through and nothing else.
            self._steps.clear()
            return ranking
        steps = self._steps
        while steps and not (text.startswith(steps[-1][0]) and len(text) < len(steps[-1][0]) + PASTED):
            steps.pop()
        if not steps or steps[-1][0] != text:
            steps.append((text, self._guarded(steps[-1][1] if steps else {}, ranking, _is_sentence(ranking.query))))
        return ranking.led_by([place.entry for place in steps[-1][1].values()])

    def _guarded(self, before: _Places, ranking: Ranking, sentence: bool) -> _Places:
        best = ranking.scores[0] if ranking.scores else 0.0
        found: _Places = {}
        for rank in range(min(LOOKED_AT, len(ranking.positions))):
            if rank >= len(ranking.scores) and len(found) >= PLACES:
                break  # and leave the rest unsorted
            entry = ranking.positions[rank]
            worth = ranking.scores[rank] / best if best > 0 and rank < len(ranking.scores) else 0.0
            found.setdefault(self._question(entry), _Place(entry, worth, 0))
        if best <= 0:
            # Only stop words, or nothing known: what is there stays.
            places = dict(before)
        else:
            places = _faded(before, found, ranking, UNMATCHED_IN_SENTENCE if sentence else UNMATCHED)
            _admit(places, found)
        for question, place in found.items():
            if len(places) >= PLACES:
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
            index = self._index
            numbers = array("I", index.sequence[index.sequence_starts[entry] : index.sequence_starts[entry + 1]])
            known = self._questions[entry] = numbers.tobytes() or b"%d" % entry
        return known


def _faded(before: _Places, found: _Places, ranking: Ranking, patience: int) -> _Places:
    """What stood there, as it is worth now; without what has not matched for too long, unless nothing else does."""
    places: _Places = {}
    for question, place in before.items():
        worth = place.worth * FADING
        now = found.get(question)
        if now is not None:
            places[question] = now._replace(worth=max(now.worth, worth))
            continue
        unmatched = 0 if place.entry in ranking.matching else place.unmatched + 1
        if unmatched <= patience or ranking.weak:
            places[question] = _Place(place.entry, worth, unmatched)
    return places


def _admit(places: _Places, found: _Places) -> None:
    """Let in the best, and of the next ones those that are clearly better than what stands there."""
    first, *others = list(found)[:NEWCOMERS]
    if first not in places and len(places) >= PLACES:
        del places[min(places, key=lambda question: places[question].worth)]
    places[first] = found[first]._replace(worth=1.0)
    for question in others:
        if question not in places and len(places) >= PLACES:
            least = min((one for one in places if one != first), key=lambda one: places[one].worth)
            if places[least].worth >= CLEARLY * found[question].worth:
                continue
            del places[least]
        places.setdefault(question, found[question])


def _is_sentence(query: Query) -> bool:
    words = [token.term for token in query.words if token.parts <= 1]
    return len(words) > 4 or not GLUE_WORDS.isdisjoint(words[:-1])
