"""Which entries match a query, and in what order. The only module that imports rapidfuzz.

A query becomes groups: one for each word, holding every term of the vocabulary the word may mean. The groups' postings are
added up (BM25F with one weight for the whole group, so that a rare misspelling cannot win), and the first RERANK are put in
order again by how well their question as a whole fits. Equal scores stay in document order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from faqtui.model import Entry
from faqtui.search.aliases import aliases
from faqtui.search.expand import EXACT, Expander
from faqtui.search.highlight import Word
from faqtui.search.index import PART, PART_BITS, SearchIndex
from faqtui.search.query import Query, parse
from faqtui.search.results import Ranking
from faqtui.search.tokens import STOP_WORDS, Token, fold, tokenize

RARITY = 0.17  # a group of df entries weighs df ** -RARITY: a power, so that weights keep their ratio when a library grows
NOISE_SHORT, NOISE_LONG = 0.4, 0.12  # what a stop word counts of another word, in a filter and in a sentence
FILTER_ALL, FILTER_NONE = 4, 6
OPEN_SHORT = (0.3, 0.6, 0.9)
OPEN_LONG = (0.05, 0.1, 0.2, 0.4, 0.7)
SHORT = 4  # up to so many words a query is a filter, whose words should all match; above, it is a sentence
RERANK = 60
COVER, ORDERED, ADJACENT, FIRST = 0.3, 0.1, 0.2, 0.0
IN_ANSWER = 0.8
IN_CATEGORY = 0.8
STEEP = 1.0
UNKNOWN_SHORT = 1.5
UNKNOWN_LONG = 1.5
SQ = 1.0
STRONG_ANSWER = 0.6
COMMON_W = 1.0
COMMON=frozenset()
QUALITY_POWER = 2.0
COORD = 2.0
BM = 0.5
STRONG = 0.5  # share of the query's weight an entry must match to be more than a weak hit
_PARTS = (1 << PART_BITS) - 1


def near(word: str, choices: Sequence[str], most: int) -> Iterable[tuple[int, int]]:
    """The places of the choices at most `most` edits from `word`, with their edits."""
    for _, edits, at in process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None):
        yield at, int(edits)


class Group:
    """One word of a query: what it may mean in this library, and what each entry scores by it."""

    __slots__ = ("exact", "noise", "qualities", "rarity", "scores", "typed")

    def __init__(self, index: SearchIndex, word: str, qualities: dict[int, float]) -> None:
        self.typed = word
        self.noise = word in STOP_WORDS
        self.qualities = qualities
        self.exact = index.find(word)
        self.scores: dict[int, float] = {}
        scores = self.scores
        docs, impacts, starts, middles = index.docs, index.impacts, index.starts, index.middles
        ascending = sorted(qualities.items(), key=lambda item: (item[1], -item[0]))
        # Later updates win: answers before questions, poor expansions before good ones.
        for term, quality in ascending:
            a, b = middles[term], starts[term + 1]
            scores.update(zip(docs[a:b], map(quality.__mul__, impacts[a:b]), strict=True))
        for term, quality in ascending:
            a, b = starts[term], middles[term]
            scores.update(zip(docs[a:b], map(quality.__mul__, impacts[a:b]), strict=True))
        self.rarity = max(len(scores), 1) ** -RARITY

    def in_answer(self, index: SearchIndex, doc: int) -> float:
        """How well an entry that lacks the word in its question has it elsewhere."""
        if self.exact >= 0:
            a, b = index.starts[self.exact], index.starts[self.exact + 1]
            m = index.middles[self.exact]
            for low, high in ((a, m), (m, b)):
                at = bisect_left(index.docs, doc, low, high)
                if at < high and index.docs[at] == doc:
                    return EXACT
        return max((q for term, q in self.qualities.items() if term != self.exact), default=0.0)


class Ranker:
    """Answers queries over one index; remembers groups, since a key changes only the last word."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._groups: dict[tuple[str, bool, tuple[str, ...]], Group] = {}
        table = aliases()
        for word, others in index.aliases.items():
            table[word] = tuple(dict.fromkeys((*table.get(word, ()), *others)))
        self._expander = Expander(index, table, near)

    def rank(self, text: str) -> Ranking:
        """Rank the library for a query as typed."""
        query = parse(text)
        ranking = self._run(query)
        if query.has_operators and not ranking.total:
            literal = self._run(parse(text, literal=True))
            if literal.total or not ranking.positions:
                return literal
        return ranking

    def _run(self, query: Query) -> Ranking:
        words = [token for token in query.words if token.parts <= 1]
        if not words:
            return self._without_words(query)
        groups = self._query_groups(query, words)
        size = len(words)
        filterness = min(max((FILTER_NONE - size) / (FILTER_NONE - FILTER_ALL), 0.0), 1.0)
        short = filterness > 0
        noise = NOISE_LONG + (NOISE_SHORT - NOISE_LONG) * filterness
        weights = [group.rarity * (noise if group.noise else 1.0) for group in groups]
        if query.open and size > 1 and groups[-1].exact < 0:
            typed = len(words[-1].term)
            table = OPEN_LONG if size > 4 else OPEN_SHORT
            if typed <= len(table):
                weights[-1] *= table[typed - 1]
        content = any(not group.noise for group in groups)
        whole = sum(weight for group, weight in zip(groups, weights, strict=True) if not content or not group.noise)
        totals: dict[int, float] = {}
        shares: dict[int, float] = {}
        for group, weight in zip(groups, weights, strict=True):
            for doc, score in group.scores.items():
                totals[doc] = totals.get(doc, 0.0) + weight * score
            if not (content and group.noise):
                for doc in group.scores:
                    shares[doc] = shares.get(doc, 0.0) + weight
        allowed = self._allowed(query)
        if allowed is not None:
            totals = {doc: total for doc, total in totals.items() if doc in allowed}
        if short:
            for doc in totals:
                totals[doc] *= (shares.get(doc, 0.0) / whole) ** (2 * filterness)
        strong = sum(1 for doc in totals if shares.get(doc, 0.0) >= STRONG * whole) if content else 0
        order = nsmallest(RERANK, totals, key=lambda doc: (-totals[doc], doc))
        rescorer = _Rescorer(self._index, groups, weights, filterness)
        scored = [(rescorer.score(doc, totals[doc]), doc) for doc in order]
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        first = {doc for _, doc in scored}
        rest = sorted((doc for doc in totals if doc not in first), key=lambda doc: (-totals[doc], doc))
        positions = [doc for _, doc in scored] + rest
        scores = [score for score, _ in scored] + [totals[doc] for doc in rest]
        terms = self._index.terms
        explained = [
            Word(group.typed, {terms[term] for term in group.qualities}, weight, group.noise)
            for group, weight in zip(groups, weights, strict=True)
        ]
        self.debug = rescorer.strength[positions[0]] if positions else 0.0
        return Ranking(
            self._index.entries, explained, positions=positions, scores=scores, total=strong, weak=not strong
        )

    def _query_groups(self, query: Query, words: list[Token]) -> list[Group]:
        joined: list[list[str]] = [[] for _ in words]
        places = {token.position: at for at, token in enumerate(words)}
        for token in query.words:
            if token.parts > 1:
                for position in range(token.position, token.position + token.parts):
                    if position in places:
                        joined[places[position]].append(token.term)
        for at, (one, two) in enumerate(pairwise(words)):
            if len(one.term) + len(two.term) >= 5:
                joined[at].append(one.term + two.term)
                joined[at + 1].append(one.term + two.term)
        last = len(words) - 1
        return [
            self._group(token.term, query.open and at == last, tuple(joined[at])) for at, token in enumerate(words)
        ]

    def _without_words(self, query: Query) -> Ranking:
        """A query of operators only lists what they let through; one of punctuation only looks for it as it is."""
        entries = self._index.entries
        allowed = self._allowed(query)
        needle = query.text.strip()
        if allowed is not None:
            found = sorted(allowed)
        elif needle:
            found = [i for i, entry in enumerate(entries) if needle in entry.question or needle in entry.answer]
        else:
            found = []
        return Ranking(entries, (), positions=found, scores=[0.0] * len(found), total=len(found), weak=not found)

    def _allowed(self, query: Query) -> set[int] | None:
        """The entries that facets, phrases and exclusions let through; None when the query has none of them."""
        if not query.has_operators:
            return None
        entries = self._index.entries
        allowed: set[int] = set()
        for position in range(len(entries)):
            if all(_has_facet(entries[position], name, value) for name, value in query.facets):
                allowed.add(position)
        for word in query.excluded:
            allowed -= self._group(word, False).scores.keys()
        for phrase in query.phrases:
            for word in phrase:
                allowed &= self._group(word, False).scores.keys()
            allowed = {position for position in allowed if _has_phrase(entries[position], phrase)}
        return allowed

    def _group(self, word: str, is_open: bool, joined: tuple[str, ...] = ()) -> Group:
        joined = tuple(other for other in joined if self._index.find(other) >= 0)
        key = (word, is_open, joined)
        group = self._groups.get(key)
        if group is None:
            if len(self._groups) > 200:
                self._groups.clear()
            qualities = self._expander.expand(word, is_open=is_open, joined=joined)
            group = self._groups[key] = Group(self._index, word, qualities)
        return group


class _Rescorer:
    """Scores an entry by how well its question as a whole fits a query."""

    def __init__(self, index: SearchIndex, groups: list[Group], weights: list[float], filterness: float) -> None:
        self._index = index
        self._groups = groups
        self._weights = weights
        self._short = filterness
        self._whole = sum(weights)
        self._spelled = [group.exact for group in groups]
        self._content = any(not group.noise for group in groups)
        self.strength: dict[int, float] = {}
        self._meanings: dict[int, list[tuple[int, float]]] = {}
        for at, group in enumerate(groups):
            for term, quality in group.qualities.items():
                self._meanings.setdefault(term, []).append((at, quality))

    def score(self, doc: int, total: float) -> float:
        index = self._index
        a, b = index.sequence_starts[doc], index.sequence_starts[doc + 1]
        meanings = self._meanings
        places = [-1] * len(self._groups)
        best = [0.0] * len(self._groups)
        full = part = 0.0
        at = 0
        spelled = []
        for number in index.sequence[a:b]:
            term = number >> PART_BITS
            weight = 0.0
            parts = number & _PARTS
            if parts <= 1:
                weight = NOISE_LONG if index.terms[term] in STOP_WORDS else 1.0
                full += weight
                spelled.append(term)
            found = meanings.get(term)
            if found:
                part += weight
                for group, quality in found:
                    if not parts:
                        quality *= PART
                    if quality > best[group]:
                        best[group] = quality
                        places[group] = at
            at += parts <= 1
        pairs = list(pairwise(places))
        ordered = sum(0 <= x < y for x, y in pairs) / len(pairs) if pairs else 0.0
        adjacent = sum(x >= 0 and y == x + 1 for x, y in pairs) / len(pairs) if pairs else 0.0
        bonus = COVER * part / (full or 1.0) + ORDERED * ordered + ADJACENT * adjacent
        strength = strong_whole = 0.0
        for group, weight, quality in zip(self._groups, self._weights, best, strict=True):
            if group.noise and self._content:
                continue
            w = weight**STEEP * (1.0 if group.scores else (UNKNOWN_SHORT if self._short else UNKNOWN_LONG)) * (COMMON_W if group.typed in COMMON and group.scores else 1.0)
            strong_whole += w
            if quality:
                strength += w * quality**SQ
            elif doc in group.scores:
                strength += w * STRONG_ANSWER * group.in_answer(index, doc)
        self.strength[doc] = strength / (strong_whole or 1.0)
        title = 2.0 if spelled == self._spelled else 0.0
        if not self._short:
            return title + total / self._whole * (1.0 + bonus)
        share = 0.0
        bm = 0.0
        for group, weight, quality in zip(self._groups, self._weights, best, strict=True):
            score = group.scores.get(doc)
            if score is None:
                continue
            bm += weight * score
            if quality:
                share += weight * quality**QUALITY_POWER
            else:
                share += weight * IN_ANSWER * (group.in_answer(index, doc) ** QUALITY_POWER)
        return title + (share / self._whole) ** (COORD * self._short) * (bm / self._whole) ** (1 - self._short * (1 - BM)) * (1.0 + bonus)


def _has_facet(entry: Entry, name: str, value: str) -> bool:
    if name == "topic":
        return any(value in fold(title) for title in entry.category)
    if name == "kind":
        return entry.kind is not None and entry.kind.value.startswith(value)
    return bool({"code": entry.code_blocks, "link": entry.links}.get(value, ()))


def _has_phrase(entry: Entry, phrase: tuple[str, ...]) -> bool:
    for text in (entry.question, entry.answer_text):
        terms = [token.term for token in tokenize(text) if token.parts == 1]
        size = len(phrase)
        if any(tuple(terms[i : i + size]) == phrase for i in range(len(terms) - size + 1)):
            return True
    return False
