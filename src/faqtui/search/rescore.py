"""The second look: how well the question of an entry as a whole fits a query, for the few entries that may come first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from faqtui.search import weights
from faqtui.search.groups import Group, NoiseGroup, Understood
from faqtui.search.index import PART_BITS, PARTS, SearchIndex
from faqtui.search.query import Query
from faqtui.search.quotations import parts, text_of


class Rescorer:
    """Scores entries for one query.

    After `score`, `strength` tells from 0 to 1 how much of what the query says is met by that entry.
    """

    def __init__(self, index: SearchIndex, query: Query, understood: Understood) -> None:
        filterness = understood.filterness
        groups = [*understood.groups, *understood.identifiers]
        self._index = index
        self._filterness = filterness
        # In a sentence words are whole and spelled with care: what is only like one says less than in a filter.
        self._belief = 1 + weights.BELIEF * (1 - filterness)
        answers = weights.STRONG_ANSWER_SENTENCE, weights.STRONG_ANSWER_FILTER
        self._in_answer = answers[0] + (answers[1] - answers[0]) * filterness
        self._spelled = [group.exact for group, _ in understood.groups]
        self._whole = sum([weight for _, weight in groups]) or 1.0
        says = [*understood.says, *[weight for _, weight in understood.identifiers]]
        counted = [not group.noise and said > 0 for (group, _), said in zip(groups, says, strict=True)]
        if not any(counted):
            counted = [True] * len(groups)
        self._said = 0.0
        self._rows: list[tuple[Group, Callable[[int], float | None], float, float]] = []
        for (group, weight), plain, counts in zip(groups, says, counted, strict=True):
            said = self._said_by(group, plain) if counts else 0.0
            self._said += said
            score_of = group.score if isinstance(group, NoiseGroup) else group.scores.get
            self._rows.append((group, score_of, weight, said))
        self._meanings: dict[int, list[tuple[int, float]]] = {}
        for at, (group, _) in enumerate(groups):
            for term, quality in group.qualities.items():
                self._meanings.setdefault(term, []).append((at, quality))
        self._quotes = parts(query)
        self.strength = 0.0

    def _said_by(self, group: Group, plain: float) -> float:
        """What a word says that should be met. In a sentence one that is only like those of the library may be none of them.

        As far as that is so it says what a rare word says: "alps" is hardly "apps", and must not weigh as little as that.
        """
        if not group.qualities:
            return plain * weights.UNKNOWN
        doubt: float = (1 - self._filterness) * (1 - max(group.qualities.values()) ** self._belief)
        more: float = weights.UNKNOWN / group.rarity - 1
        return plain * (1 + doubt * more)

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
        numbers = index.question(doc)
        for number in numbers:
            term = number >> PART_BITS
            found = meanings(term)
            if number & PARTS <= 1:
                weight = weights.NOISE_IN_QUESTION if term in stops else 1.0
                full += weight
                words += 1
                if found is None:
                    continue
                part += weight
                place = words - 1
                worth = 1.0 if number & PARTS else weights.PART
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
                share += weight * quality**weights.QUALITY_POWER
                strength += said * quality**self._belief
            else:
                quality = group.elsewhere(doc)
                share += weight * weights.IN_ANSWER * quality**weights.QUALITY_POWER
                strength += said * self._in_answer * quality**self._belief
        self.strength = strength / self._said
        bonus = weights.COVER * part / full if full else 0.0
        if len(places) > 1:
            ordered = adjacent = 0
            for one, two in pairwise(places):
                if 0 <= one < two:
                    ordered += 1
                    adjacent += two == one + 1
            bonus += (weights.ORDERED * ordered + weights.ADJACENT * adjacent) / (len(places) - 1)
        title = 0.0
        if part == full and words == len(self._spelled):
            spelled = [number >> PART_BITS for number in numbers if number & PARTS <= 1]
            title = weights.TITLE if spelled == self._spelled else 0.0
        filterness = self._filterness
        fit: float = (share / self._whole) ** (weights.SHARE_POWER * filterness)
        depth: float = (impact / self._whole) ** (1 - filterness * (1 - weights.IMPACT_POWER))
        return title + fit * depth * (1.0 + bonus)

    def quoted(self, score: float, doc: int) -> float:
        """A score, raised by the share of the query's quotations that the entry has in its question or answer."""
        if not self._quotes:
            return score
        text = text_of(self._index.entries[doc])
        return score * (1.0 + weights.QUOTED * sum([quote in text for quote in self._quotes]) / len(self._quotes))
