"""A word of a query as a group: every term it may mean in a library, and what each entry scores by it; a query as groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from faqtui.records import NamedTuple
from faqtui.search import weights
from faqtui.search.english import BETWEEN, PARTICLES
from faqtui.search.index import SearchIndex
from faqtui.search.tokens import Token


class Group:
    """One word of a query. `scores` maps entries to quality times impact; it is empty when nothing in the library fits.

    `qualities` are the terms it may mean; `exact` is the term that is the word itself, or -1; `noise` says that it is
    only a stop word; `rarity` is what the group weighs.
    """

    __slots__ = ("_index", "_spellings", "exact", "noise", "qualities", "rarity", "rest", "scores", "typed")

    def __init__(
        self,
        index: SearchIndex,
        word: str,
        qualities: dict[int, float],
        *,
        shallow: bool = False,
        noise: bool = False,
        compounds: Sequence[tuple[int, range]] = (),
    ) -> None:
        self._index = index
        self._spellings: frozenset[str] | None = None
        self.typed = word
        self.noise = noise
        self.qualities = qualities
        self.exact = exact = index.find(word)
        self.rest = max((quality for term, quality in qualities.items() if term != exact), default=0.0)
        self.scores = scores = dict[int, float]()
        docs, impacts, starts, middles = index.docs, index.impacts, index.starts, index.middles
        descending = sorted(qualities.items(), key=lambda item: (-item[1], item[0]))
        # Of one or two letters (`shallow`) only words of questions are meant, and of stop words too: half of all answers
        # have some; but e-mail is email. In a large library the answers of a broad beginning are left out for the same reason.
        room = weights.MOST_IN_ANSWERS
        answers: list[tuple[int, float]] = []
        for term, quality in descending:
            size = starts[term + 1] - middles[term]
            if not size or (shallow and quality < weights.JOINED and index.terms[term].startswith(word)):
                continue
            if size <= room or (term == exact and not self.noise):
                answers.append((term, quality))
                room -= size
        # Later updates win: answers before questions, poor expansions before good ones.
        for term, quality in reversed(answers):
            a, b = middles[term], starts[term + 1]
            if b - a == 1:
                scores[docs[a]] = quality * impacts[a]
            else:
                scores.update(zip(docs[a:b], map(quality.__mul__, impacts[a:b]), strict=True))
        for term, quality in reversed(descending):
            a, b = starts[term], middles[term]
            if self.noise:
                b = min(b, a + weights.MOST_IN_ANSWERS)
            if b - a == 1:
                scores[docs[a]] = quality * impacts[a]
            elif a < b:
                scores.update(zip(docs[a:b], map(quality.__mul__, impacts[a:b]), strict=True))
        for first, second in compounds:
            self._add_compound(first, second)
        self.rarity = max(len(scores), 1) ** -weights.RARITY

    def _add_compound(self, first: int, second: range) -> None:
        """Add the entries in which the word stands as two, one right after the other: as a verb also around a small word."""
        index, scores = self._index, self.scores
        starts = index.starts
        rest = self.typed[len(index.terms[first]) :]
        rarer = min(range(first, first + 1), second, key=lambda terms: starts[terms.stop] - starts[terms.start])
        for doc in index.docs[starts[rarer.start] : starts[rarer.stop]][: weights.COMPOUNDS_READ]:
            words = index.words_of(doc)
            pair = next((after for word, after in pairwise(words) if word == first and after in second), -1)
            if pair < 0 and rest in PARTICLES:
                three = zip(words, words[1:], words[2:], strict=False)
                pair = next((c for a, b, c in three if a == first and c in second and index.terms[b] in BETWEEN), -1)
            if pair < 0:
                # In answers half a word may be the beginning of too many, and "keyor" is no key or anything.
                pair = index.find(rest)
                if pair < 0 or (len(second) > 1 and pair in index.stop_terms):
                    continue
                if index.posting(first, doc) < 0 or index.posting(pair, doc) < 0:
                    continue
                text = index.entries[doc].answer_text[: weights.READ_OF_ANSWER].lower()
                if f"{index.terms[first]} {rest}" not in text and not (
                    rest in PARTICLES and any(f"{index.terms[first]} {small} {rest}" in text for small in BETWEEN)
                ):
                    continue
            impact = min(index.impacts[index.posting(term, doc)] for term in (first, pair))
            scores[doc] = max(scores.get(doc, 0.0), weights.TOGETHER * impact)
            for term in (first, pair):
                self.qualities[term] = max(self.qualities.get(term, 0.0), weights.TOGETHER)
            self.rest = max(self.rest, weights.TOGETHER)

    @property
    def spellings(self) -> frozenset[str]:
        """The terms it may mean, spelled out."""
        if self._spellings is None:
            terms = self._index.terms
            self._spellings = frozenset([terms[term] for term in self.qualities])
        return self._spellings

    def entries(self) -> int:
        """How many entries have the word as it was typed."""
        starts = self._index.starts
        return starts[self.exact + 1] - starts[self.exact] if self.exact >= 0 else 0

    def elsewhere(self, doc: int) -> float:
        """The quality with which an entry of `scores` that lacks the word in its question has it in answer or category."""
        return weights.EXACT if self.exact >= 0 and self._index.posting(self.exact, doc) >= 0 else self.rest


class NoiseGroup(Group):
    """A stop word: looked up for the few entries that matter, since nearly all have it."""

    __slots__ = ()

    def __init__(self, index: SearchIndex, word: str) -> None:
        self._index = index
        self._spellings: frozenset[str] | None = None
        self.typed = word
        self.noise = True
        self.exact = index.find(word)
        self.qualities = {self.exact: weights.EXACT} if self.exact >= 0 else {}
        self.scores = {}
        self.rest = 0.0
        df = index.starts[self.exact + 1] - index.starts[self.exact] if self.exact >= 0 else 1
        self.rarity = df**-weights.RARITY

    def score(self, doc: int) -> float:
        """What an entry scores by the word."""
        at = self._index.posting(self.exact, doc) if self.exact >= 0 else -1
        return self._index.impacts[at] if at >= 0 else 0.0


class Understood(NamedTuple):
    """What a query says: a group and its weight for each of its words, and for the identifiers that some of them make.

    The weights put entries in order; `says` are those by which it is told whether one answers, a number for each of `groups`.
    `words` are those of the query that are looked at. `filterness` is 1 for a filter, whose words should all match, 0 for a
    sentence, and between for what may be either.
    """

    words: Sequence[Token]
    groups: Sequence[tuple[Group, float]]
    says: Sequence[float]
    identifiers: Sequence[tuple[Group, float]]
    filterness: float
