"""Which entries match a query, and in what order. The only module that imports rapidfuzz.

A query becomes groups: one for each word, holding every term of the vocabulary the word may mean, each with a quality from 1
(the word itself) down. Only the vocabulary is matched fuzzily, never the entries. The groups' postings are added up (BM25F
with one weight for the whole group, so that a rare misspelling cannot win), and the first RERANK are put in order again by
how well their question as a whole fits. Equal scores stay in document order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import overload

from rapidfuzz import process
from rapidfuzz.distance import OSA

from faqtui.model import Entry, Hit
from faqtui.search.aliases import aliases
from faqtui.search.highlight import question_spans, snippet
from faqtui.search.index import PART_BITS, SearchIndex
from faqtui.search.query import Query, parse
from faqtui.search.tokens import NOISE_WEIGHT, STOP_WORDS, Token, fold, stem, tokenize

EXACT, STEM, ALIAS, PREFIX_LAST, PREFIX = 1.0, 0.85, 0.85, 0.85, 0.75
ONE_EDIT, TWO_EDITS, PREFIX_EDIT, SUBSEQUENCE = 0.62, 0.4, 0.5, 0.5
RARITY = (
    0.35  # a group of df entries weighs df ** -RARITY: a power, so that weights keep their ratio when a library grows
)
SHORT = 4  # up to so many words a query is a filter, whose words should all match; above, it is a sentence
RERANK = 60
STRONG = 0.5  # share of the query's weight an entry must match to be more than a weak hit
MOST_TERMS = 400  # of one group; a single letter would else bring half the vocabulary
_PARTS = (1 << PART_BITS) - 1
_VOWELS = str.maketrans("", "", "aeiou")


class Group:
    """One word of a query: what it may mean in this library, and what each entry scores by it."""

    __slots__ = ("df", "noise", "qualities", "scores", "typed", "weight")

    def __init__(self, index: SearchIndex, word: str, qualities: dict[int, float]) -> None:
        self.typed = word
        self.noise = word in STOP_WORDS
        self.qualities = qualities
        self.scores: dict[int, float] = {}
        scores = self.scores
        docs, impacts, starts, middles = index.docs, index.impacts, index.starts, index.middles
        ascending = sorted(qualities.items(), key=lambda item: (item[1], -item[0]))
        # Later updates win: answers before questions, poor expansions before good ones.
        for term, quality in ascending:
            a, b = middles[term], starts[term + 1]
            scores.update(zip(docs[a:b], [quality * x for x in impacts[a:b]], strict=True))
        for term, quality in ascending:
            a, b = starts[term], middles[term]
            scores.update(zip(docs[a:b], [quality * x for x in impacts[a:b]], strict=True))
        self.df = len(scores)
        self.weight = max(self.df, 1) ** -RARITY * (NOISE_WEIGHT if self.noise else 1.0)


class Ranker:
    """Answers queries over one index; remembers groups, since a key changes only the last word."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._groups: dict[tuple[str, bool], Group] = {}
        self._aliases = dict(aliases())
        for word, others in index.aliases.items():
            self._aliases[word] = tuple(dict.fromkeys((*self._aliases.get(word, ()), *others)))

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
        index = self._index
        words = [token for token in query.words if token.parts == 1]
        if not words:
            return self._without_words(query)
        last = words[-1]
        groups = [self._group(token.term, query.open and token is last) for token in words]
        content = [group for group in groups if not group.noise]
        counted = content or groups
        whole = sum(group.weight for group in counted)
        totals: dict[int, float] = {}
        shares: dict[int, float] = {}
        for group in groups:
            weight = group.weight
            for doc, score in group.scores.items():
                totals[doc] = totals.get(doc, 0.0) + weight * score
        for group in counted:
            weight = group.weight
            for doc in group.scores:
                shares[doc] = shares.get(doc, 0.0) + weight
        if len(words) <= SHORT:
            for doc in totals:
                totals[doc] *= (shares.get(doc, 0.0) / whole) ** 2
        allowed = self._allowed(query)
        if allowed is not None:
            totals = {doc: total for doc, total in totals.items() if doc in allowed}
        strong = {doc: total for doc, total in totals.items() if shares.get(doc, 0.0) >= STRONG * whole}
        if not content:
            strong = {}
        weak = not strong
        kept = totals if weak else strong
        order = nsmallest(RERANK, kept, key=lambda doc: (-kept[doc], doc))
        scored = [(self._rescore(doc, kept[doc], groups, query), doc) for doc in order]
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        first = {doc for _, doc in scored}
        rest = sorted((doc for doc in kept if doc not in first), key=lambda doc: (-kept[doc], doc))
        positions = [doc for _, doc in scored] + rest
        scores = [score for score, _ in scored] + [kept[doc] for doc in rest]
        return Ranking(index, query, groups, positions, scores, 0 if weak else len(strong), weak)

    def _without_words(self, query: Query) -> Ranking:
        """A query of operators only lists what they let through; one of punctuation only looks for it as it is."""
        index = self._index
        allowed = self._allowed(query)
        needle = query.text.strip()
        if allowed is not None:
            found = sorted(allowed)
        elif needle:
            found = [i for i, entry in enumerate(index.entries) if needle in entry.question or needle in entry.answer]
        else:
            found = []
        return Ranking(index, query, [], found, [0.0] * len(found), len(found), False)

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

    def _group(self, word: str, is_open: bool) -> Group:
        key = (word, is_open)
        group = self._groups.get(key)
        if group is None:
            if len(self._groups) > 200:
                self._groups.clear()
            group = self._groups[key] = Group(self._index, word, self._expand(word, is_open))
        return group

    def _expand(self, word: str, is_open: bool) -> dict[int, float]:
        """The terms a word may mean, with their qualities."""
        index = self._index
        terms = index.terms
        found: dict[int, float] = {}

        def add(term: int, quality: float) -> None:
            if found.get(term, 0.0) < quality:
                found[term] = quality

        exact = index.find(word)
        if exact >= 0:
            add(exact, EXACT)
        root = stem(word)
        for term in index.with_prefix(root[: max(3, len(root) - 1)]):
            if term != exact and stem(terms[term]) == root:
                add(term, STEM)
        for other in self._aliases.get(word, ()):
            term = index.find(other.replace("-", ""))
            if term >= 0:
                add(term, ALIAS)
        if len(word) >= 3 or is_open:
            for term in index.with_prefix(word)[:MOST_TERMS]:
                add(term, PREFIX_LAST if is_open else PREFIX)
        if not found and len(word) >= 3:
            self._misspelt(word, add)
        return found

    def _misspelt(self, word: str, add: object) -> None:
        index = self._index
        terms = index.terms
        same = index.with_prefix(word[0])
        choices = terms[same.start : same.stop]
        most = 2 if len(word) >= 8 else 1
        assert callable(add)
        hits = 0
        if len(word) >= 4:
            for _, distance, at in process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None):
                add(same.start + at, ONE_EDIT if distance == 1 else TWO_EDITS)
                hits += 1
            for length in (len(word) - 1, len(word), len(word) + 1):
                heads = [term[:length] if len(term) > length else "" for term in choices]
                for _, _, at in process.extract(word, heads, scorer=OSA.distance, score_cutoff=1, limit=None):
                    add(same.start + at, PREFIX_EDIT)
                    hits += 1
        bare = word.translate(_VOWELS)
        for at, term in enumerate(choices):
            if term.translate(_VOWELS) == bare or (len(term) < 3 * len(word) and _subsequence(word, term)):
                add(same.start + at, SUBSEQUENCE)
                hits += 1
        if not hits and len(word) >= 4:
            for _, _, at in process.extract(word, terms, scorer=OSA.distance, score_cutoff=1, limit=None):
                add(at, ONE_EDIT)

    def _rescore(self, doc: int, score: float, groups: list[Group], query: Query) -> float:
        """The score again, by how well the question as a whole fits: coverage, order and nearness of the matched words."""
        index = self._index
        a, b = index.sequence_starts[doc], index.sequence_starts[doc + 1]
        sequence = [n >> PART_BITS for n in index.sequence[a:b] if n & _PARTS == 1]
        places: list[int] = []
        covered: set[int] = set()
        for group in groups:
            place = -1
            best = 0.0
            for at, term in enumerate(sequence):
                quality = group.qualities.get(term, 0.0)
                if quality:
                    covered.add(at)
                if quality > best:
                    place, best = at, quality
            places.append(place)
        full = sum(NOISE_WEIGHT if index.terms[term] in STOP_WORDS else 1.0 for term in sequence) or 1.0
        part = sum(NOISE_WEIGHT if index.terms[sequence[at]] in STOP_WORDS else 1.0 for at in covered)
        pairs = list(zip(places, places[1:], strict=False))
        ordered = sum(0 <= x < y for x, y in pairs) / len(pairs) if pairs else 0.0
        adjacent = sum(x >= 0 and y == x + 1 for x, y in pairs) / len(pairs) if pairs else 0.0
        bonus = 0.3 * part / full + 0.1 * ordered + 0.2 * adjacent
        if places == list(range(len(sequence))):
            bonus += 10.0
        return score * (1.0 + bonus)


class Ranking:
    """A query's entries, best first.

    `positions` are places in `Library.entries`; `total` counts the strong ones; `weak` says that there is no strong one and
    all shown are the nearest there is. `hit(i)` makes the hit of the i-th.
    """

    __slots__ = ("_groups", "_index", "_query", "_scores", "positions", "total", "weak")

    def __init__(
        self,
        index: SearchIndex,
        query: Query,
        groups: list[Group],
        positions: Sequence[int],
        scores: Sequence[float],
        total: int,
        weak: bool,
    ) -> None:
        self._index = index
        self._query = query
        self._groups = groups
        self._scores = scores
        self.positions = positions
        self.total = total
        self.weak = weak

    def hit(self, rank: int) -> Hit:
        """The hit at a rank (0 is the best), with its spans."""
        position = self.positions[rank]
        entry = self._index.entries[position]
        matched = self._qualities()
        return Hit(
            position,
            entry,
            self._scores[rank],
            self.weak,
            question_spans(entry.question, matched),
            snippet(entry, matched),
        )

    def _qualities(self) -> list[tuple[str, dict[str, float], float, bool]]:
        terms = self._index.terms
        return [
            (group.typed, {terms[t]: q for t, q in group.qualities.items()}, group.weight, group.noise)
            for group in self._groups
        ]


class Hits(Sequence[Hit]):
    """The hits of a ranking up to a limit, each made when first asked for."""

    def __init__(self, ranking: Ranking, limit: int | None) -> None:
        self._ranking = ranking
        self._count = len(ranking.positions) if limit is None else min(limit, len(ranking.positions))
        self._made: dict[int, Hit] = {}

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...

    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._count))]
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(index)
        hit = self._made.get(index)
        if hit is None:
            hit = self._made[index] = self._ranking.hit(index)
        return hit

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Hit]:
        return (self[i] for i in range(self._count))


def _subsequence(word: str, term: str) -> bool:
    rest = iter(term)
    return all(char in rest for char in word)


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


__all__ = ["Group", "Hits", "Ranker", "Ranking", "Token"]
