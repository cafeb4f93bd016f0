"""Which entries match a query, and in what order.

The postings of a query's groups (`faqtui.search.groups`) are added up (BM25F with one weight for the whole group, so that a
rare misspelling cannot win), and the first RERANK are put in order by how well each fits as a whole (`faqtui.search.rescore`).
Equal scores stay in document order. What one key changes is the last word: the sum of all others is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from heapq import nlargest

from faqtui.search import weights
from faqtui.search.english import LIGHT_WORDS
from faqtui.search.groups import Group, Understood
from faqtui.search.index import PART_BITS, PARTS, SearchIndex
from faqtui.search.query import Query
from faqtui.search.quotations import quoting, titled
from faqtui.search.rescore import Rescorer
from faqtui.search.results import Ranking, Tail


class Ranker:
    """Puts the entries of one index in order."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._base: tuple[list[tuple[float, Group]], dict[int, float]] = ([], {})

    def rank(self, query: Query, understood: Understood, through: Set[int] | None = None) -> Ranking:
        """Rank the entries for a query as it is understood; `through` are those that its operators let through (None: all)."""
        index = self._index
        words, groups, filterness = understood.words, understood.groups, understood.filterness
        rescorer = Rescorer(index, query, understood)
        quoters = [doc for doc in quoting(index, query, words) if through is None or doc in through]
        inside = [doc for doc in titled(index, query) if through is None or doc in through]
        quoters += [doc for doc in inside if doc not in quoters]
        enough = weights.STRONG_SENTENCE + (weights.STRONG_FILTER - weights.STRONG_SENTENCE) * filterness
        strong = False
        kept: dict[int, float] = {}
        scored: list[tuple[float, int]] = []
        strengths: dict[int, float] = {}
        for found in self._candidates(groups, filterness):
            kept = found if through is None else {doc: score for doc, score in found.items() if doc in through}
            scored, strengths = [], {}
            for doc in dict.fromkeys([*_best(kept, weights.RERANK), *quoters]):
                scored.append((-rescorer.score(doc), doc))
                strengths[doc] = rescorer.strength
            scored.sort()
            scored[: weights.QUOTABLE] = [
                (rescorer.quoted(score, doc), doc) for score, doc in scored[: weights.QUOTABLE]
            ]
            if quoters:
                times = dict.fromkeys(quoters, weights.WHOLE) | dict.fromkeys(inside, weights.INSIDE)
                scored = [(score * times.get(doc, 1.0), doc) for score, doc in scored]
                kept = dict.fromkeys(quoters, 0.0) | kept
            scored.sort()
            strong = bool(quoters) or max(strengths.values(), default=0.0) >= enough
            if strong:
                break
        if not any(-score > weights.TITLE for score, _ in scored):
            titles = [doc for doc in self._titled(query) if through is None or doc in through]
            if titles:
                kept = kept | dict.fromkeys(titles, 0.0)
                scored = sorted(
                    [(-rescorer.score(doc), doc) for doc in titles] + [s for s in scored if s[1] not in titles]
                )
                strong = True
        positions = Tail([doc for _, doc in scored], kept)
        is_noise = not any(weight and not group.noise for group, weight in groups)
        if is_noise and through is not None and kept:
            strong = True  # the operators say what is meant
        elif is_noise:
            # Stop words alone say nothing: the library's own order, which stays while more of them are typed, save a title.
            strong = any(-score > weights.TITLE for score, _ in scored)
            if strong or not LIGHT_WORDS.issuperset([token.term for token in words]):
                scored = [(score, doc) for score, doc in scored if -score > weights.TITLE]
                positions = Tail([doc for _, doc in scored] if strong else sorted(kept), {})
        scores = [-score for score, _ in scored]
        total = len(positions) if strong else 0
        certain = bool(quoters) or any(score > weights.TITLE for score in scores[:1])
        return Ranking(
            index,
            query,
            groups,
            positions,
            scores,
            total=total,
            weak=not strong,
            is_certain=certain,
            strengths=strengths,
        )

    def _titled(self, query: Query) -> list[int]:
        """The entries whose question has just these words, which may all be common ones."""
        index = self._index
        starts = index.sequence_starts
        numbers = [index.find(word.term) << PART_BITS | min(word.parts, PARTS) for word in query.words]
        terms = [number >> PART_BITS for number in numbers]
        if not terms or min(terms) < 0:
            return []
        rarest = min(terms, key=lambda term: index.middles[term] - index.starts[term])
        among = index.docs[index.starts[rarest] : min(index.middles[rarest], index.starts[rarest] + weights.TITLES)]
        size = len(numbers)
        found = [doc for doc in among if starts[doc + 1] - starts[doc] == size]
        return [doc for doc in found if list(index.sequence[starts[doc] : starts[doc + 1]]) == numbers]

    def _candidates(self, groups: Sequence[tuple[Group, float]], filterness: float) -> Iterator[dict[int, float]]:
        """Entries with their first scores: those with all words first, then those with some."""
        known = [(weight, group) for group, weight in groups if weight and group.scores]
        # Stop words, and a word of which hardly anything is typed yet, put in order what the other words find.
        last, weight = groups[-1]
        begun = last if weight < last.rarity and len(last.typed) <= weights.BEGUN else None
        noise = [(weight, group) for weight, group in known if group.noise or group is begun]
        if len(noise) < len(known):
            known = [(weight, group) for weight, group in known if not (group.noise or group is begun)]
        else:
            noise = []
        if not known:
            yield {}
            return
        if len(known) == 1 and not noise:
            yield known[0][1].scores
            return
        if filterness == 1:
            smallest, *others = sorted((group.scores for _, group in known), key=len)
            docs = set(smallest)
            for other in others:
                docs &= other.keys()
            if docs:
                totals = {doc: sum([weight * group.scores[doc] for weight, group in known]) for doc in docs}
                for weight, group in noise:
                    for doc in group.scores.keys() & docs:
                        totals[doc] += weight * group.scores[doc]
                yield totals
        totals = self._added_up(known)
        if filterness:
            shares = dict.fromkeys(totals, 0.0)
            for weight, group in known:
                for doc in group.scores.keys() & shares.keys():
                    shares[doc] += weight
            power = 2 * filterness
            whole = sum(weight for weight, _ in known)
            enough = weights.NEAR_BEST_FILTER * filterness * max(shares.values())
            yield {
                doc: total * (shares[doc] / whole) ** power for doc, total in totals.items() if shares[doc] >= enough
            }
        else:
            enough = weights.NEAR_BEST_SENTENCE * max(totals.values())
            yield {doc: total for doc, total in totals.items() if total >= enough}

    def _added_up(self, known: list[tuple[float, Group]]) -> dict[int, float]:
        """The sum of the groups' scores for each entry; all but the last group are remembered from key to key."""
        *before, (last_weight, last) = known
        remembered, base = self._base
        if remembered != before:
            base = {}
            for weight, group in sorted(before, key=lambda pair: len(pair[1].scores)):
                _add(base, weight, group)
            self._base = (before, base)
        totals = base.copy()
        _add(totals, last_weight, last)
        return totals


def _add(totals: dict[int, float], weight: float, group: Group) -> None:
    if len(totals) < weights.CANDIDATES:
        get = totals.get
        for doc, score in group.scores.items():
            totals[doc] = get(doc, 0.0) + weight * score
    else:
        scores = group.scores
        for doc in totals.keys() & scores.keys():
            totals[doc] += weight * scores[doc]


def _best(totals: dict[int, float], count: int) -> list[int]:
    """The entries with the highest scores, at most `count`, by position where the scores are equal."""
    if len(totals) > count:
        least = nlargest(count, totals.values())[-1]
        found = [doc for doc, total in totals.items() if total >= least]
    else:
        found = list(totals)
    found.sort(key=lambda doc: (-totals[doc], doc))
    return found[:count]
