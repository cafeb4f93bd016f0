"""The second look: how well the question of an entry as a whole fits a query, for the few entries that may come first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from faqtui.search.groups import Group, NoiseGroup
from faqtui.search.index import PART, PART_BITS, PARTS, SearchIndex
from faqtui.search.query import Query
from faqtui.search.quotations import parts, text_of

COVER, ORDERED, ADJACENT, QUOTED = 0.3, 0.1, 0.2, 1.0
TITLE = 2.0  # the whole title was typed: nothing else comes before
NOISE_IN_QUESTION = 0.12
QUALITY_POWER, SHARE_POWER, IMPACT_POWER = 1.5, 2.0, 0.25
IN_ANSWER = 0.8  # a word in the answer, in a filter, where every word should be met
STRONG_ANSWER = 0.65  # the same when it is asked whether there is an answer at all
BELIEF = 1.0  # the power by which likeness is doubted in a sentence, beside 1
UNKNOWN = 1.5  # a word that the library does not know tells against it more than one that this entry lacks


class Rescorer:
    """Scores entries for one query.

    The first `words` groups are the words of the query, those after them the identifiers that some of these make.
    `filterness` is 1 for a filter, whose words should all match, 0 for a sentence, and between for what may be either.
    After `score`, `strength` tells from 0 to 1 how much of what the query says is met by that entry.
    """

    def __init__(
        self,
        index: SearchIndex,
        query: Query,
        groups: Sequence[Group],
        weights: Sequence[float],
        filterness: float,
        *,
        words: int,
    ) -> None:
        self._index = index
        self._filterness = filterness
        # In a sentence words are whole and spelled with care: what is only like one says less than in a filter.
        self._belief = 1 + BELIEF * (1 - filterness)
        self._spelled = [group.exact for group in groups[:words]]
        self._whole = sum(weights) or 1.0
        counted = [not group.noise and weight > 0 for group, weight in zip(groups, weights, strict=True)]
        if not any(counted):
            counted = [True] * len(groups)
        self._said = 0.0
        self._rows: list[tuple[Group, Callable[[int], float | None], float, float]] = []
        for group, weight, counts in zip(groups, weights, counted, strict=True):
            said = weight * (1.0 if group.qualities else UNKNOWN) if counts else 0.0
            self._said += said
            score_of = group.score if isinstance(group, NoiseGroup) else group.scores.get
            self._rows.append((group, score_of, weight, said))
        self._meanings: dict[int, list[tuple[int, float]]] = {}
        for at, group in enumerate(groups):
            for term, quality in group.qualities.items():
                self._meanings.setdefault(term, []).append((at, quality))
        self._quotes = parts(query)
        self.strength = 0.0

    def score(self, doc: int) -> float:
        """The score of an entry: about 0 to 2, above for a whole title."""
        index = self._index
        stops = index.stop_terms
        meanings = self._meanings.get
        rows = self._rows
        places = [-1] * len(rows)
        best = [0.0] * len(rows)
        full = part = 0.0
        words = 0
        numbers = index.sequence[index.sequence_starts[doc] : index.sequence_starts[doc + 1]]
        for number in numbers:
            term = number >> PART_BITS
            found = meanings(term)
            if number & PARTS <= 1:
                weight = NOISE_IN_QUESTION if term in stops else 1.0
                full += weight
                words += 1
                if found is None:
                    continue
                part += weight
                place = words - 1
                worth = 1.0 if number & PARTS else PART
            elif found is None:
                continue
            else:
                place = words
                worth = 1.0
            for at, quality in found:
                if worth * quality > best[at]:
                    best[at] = worth * quality
                    places[at] = place
        impact = share = strength = 0.0
        for at, (group, score_of, weight, said) in enumerate(rows):
            score = score_of(doc)
            if not score:
                continue
            impact += weight * score
            quality = best[at]
            if quality:
                share += weight * quality**QUALITY_POWER
                strength += said * quality**self._belief
            else:
                quality = group.elsewhere(doc)
                share += weight * IN_ANSWER * quality**QUALITY_POWER
                strength += said * STRONG_ANSWER * quality**self._belief
        self.strength = strength / self._said
        bonus = COVER * part / full if full else 0.0
        if len(places) > 1:
            ordered = adjacent = 0
            for one, two in pairwise(places):
                if 0 <= one < two:
                    ordered += 1
                    adjacent += two == one + 1
            bonus += (ORDERED * ordered + ADJACENT * adjacent) / (len(places) - 1)
        title = 0.0
        if part == full and words == len(self._spelled):
            spelled = [number >> PART_BITS for number in numbers if number & PARTS <= 1]
            title = TITLE if spelled == self._spelled else 0.0
        filterness = self._filterness
        fit: float = (share / self._whole) ** (SHARE_POWER * filterness)
        depth: float = (impact / self._whole) ** (1 - filterness * (1 - IMPACT_POWER))
        return title + fit * depth * (1.0 + bonus)

    def quoted(self, score: float, doc: int) -> float:
        """A score, raised by the share of the query's quotations that the entry has in its question or answer."""
        if not self._quotes:
            return score
        text = text_of(self._index.entries[doc])
        return score * (1.0 + QUOTED * sum([quote in text for quote in self._quotes]) / len(self._quotes))
