"""Which entries match a query, and in what order. The only module that imports rapidfuzz.

A query becomes groups, one for each word (`faqtui.search.groups`). Their postings are added up (BM25F with one weight for the
whole group, so that a rare misspelling cannot win), and the first RERANK are put in order by how well each fits as a whole
(`faqtui.search.rescore`). Equal scores stay in document order. What one key changes is the last word: all else is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from faqtui.search.aliases import aliases, synonyms
from faqtui.search.english import GLUE_WORDS, LIGHT_WORDS, STOP_WORDS
from faqtui.search.expand import Expander
from faqtui.search.filters import allowed
from faqtui.search.groups import MOST_IN_ANSWERS, Group, NoiseGroup
from faqtui.search.index import PART_BITS, PARTS, SearchIndex
from faqtui.search.query import Query, parse
from faqtui.search.quotations import quoting
from faqtui.search.rescore import TITLE, Rescorer
from faqtui.search.results import Ranking, Tail
from faqtui.search.tokens import Token

FILTER, SENTENCE = 4, 6  # words: up to FILTER all should match, from SENTENCE on none must
GLUE = 3  # words, beside the one it is: a word that only sentences have makes one of a short query
BEGINS = 0.5  # a stop word that may be the beginning of another word
NOISE_IN_FILTER, NOISE_IN_SENTENCE = 0.4, 0.12  # what a stop word weighs of what another word would
# What the last word weighs by the letters typed of it, while it may still become anything.
OPEN_IN_FILTER = (0.1, 0.35, 0.75)
OPEN_IN_SENTENCE = (0.0, 0.0, 0.0, 0.2, 0.4, 0.6, 0.8)
HYPHENATED = 0.6  # what side-effects as a whole weighs beside its parts
BEGUN = 2  # letters
KNOWN = 2  # letters that a word of the vocabulary counts more than it has
LONGEST, MOST_WORDS = (
    4000,
    60,
)  # characters and words of a query that are looked at: a page pasted by mistake must not freeze
SCANNED = 10_000  # entries read for punctuation that no word comes with
RERANK = 20
QUOTABLE = 10  # of those, how many are read for what the query quotes
WHOLE = 4.0  # times the score of an entry that says the whole query word for word
STRONG_FILTER, STRONG_SENTENCE = 0.56, 0.37  # the strength from which a query counts as answered
NEAR_BEST_FILTER, NEAR_BEST_SENTENCE = 0.7, 0.3  # of the best first score, what an entry needs to be shown beside it
CANDIDATES = 4000  # entries with a query's rarer words; the commoner words then only add to these
TITLES = 5000  # entries with the rarest word of a query of which it is asked whether it is their whole question
REMEMBERED = 400_000  # postings in remembered groups, about 40 MB


def near(word: str, choices: Sequence[str], most: int) -> Iterable[tuple[int, int]]:
    """The places of the choices at most `most` edits from `word`, with their edits."""
    for _, edits, at in process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None):
        yield at, int(edits)


_BEGUN_STOP_WORDS = frozenset([word[:size] for word in STOP_WORDS for size in range(1, len(word))]) - STOP_WORDS


class Ranker:
    """Answers queries over one index."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._groups: dict[tuple[str, bool, tuple[str, ...], bool], Group] = {}
        self._held = 0
        self._base: tuple[list[tuple[float, Group]], dict[int, float]] = ([], {})
        self._expander = Expander(index, aliases(index.aliases), synonyms(), near)

    def rank(self, text: str) -> Ranking:
        """Rank the library for a query as typed."""
        text = text[:LONGEST]
        query = parse(text)
        ranking = self._run(query)
        if query.has_operators and not ranking.total:
            literal = self._run(parse(text, literal=True))
            if literal.total or not ranking.positions:
                return literal
        return ranking

    def _run(self, query: Query) -> Ranking:
        index = self._index
        words = [token for token in query.words if token.parts <= 1][:MOST_WORDS]
        through = allowed(index, query, self._matching) if query.has_operators else None
        if not words:
            return _without_words(index, query, through)
        groups = self._query_groups(query, words)
        length = len(words) + GLUE * _glue(words[:-1] if query.open else words)
        filterness = min(max((SENTENCE - length) / (SENTENCE - FILTER), 0.0), 1.0)
        weights = _weights(query, groups, filterness)
        whole = self._identifiers(query)
        rescorer = Rescorer(
            index,
            query,
            [*groups, *[group for group, _ in whole]],
            [*weights, *[weight for _, weight in whole]],
            filterness,
            words=len(groups),
        )
        quoters = [doc for doc in quoting(index, query, words) if through is None or doc in through]
        strong = False
        kept: dict[int, float] = {}
        scored: list[tuple[float, int]] = []
        for found in self._candidates(groups, weights, filterness):
            kept = found if through is None else {doc: score for doc, score in found.items() if doc in through}
            scored = []
            strength = 0.0
            for doc in dict.fromkeys([*_best(kept, RERANK), *quoters]):
                scored.append((-rescorer.score(doc), doc))
                strength = max(strength, rescorer.strength)
            scored.sort()
            scored[:QUOTABLE] = [(rescorer.quoted(score, doc), doc) for score, doc in scored[:QUOTABLE]]
            if quoters:
                scored = [(score * WHOLE if doc in quoters else score, doc) for score, doc in scored]
                kept = dict.fromkeys(quoters, 0.0) | kept
            scored.sort()
            strong = bool(quoters) or strength >= STRONG_SENTENCE + (STRONG_FILTER - STRONG_SENTENCE) * filterness
            if strong:
                break
        if not any(-score > TITLE for score, _ in scored):
            titles = [doc for doc in self._titled(query) if through is None or doc in through]
            if titles:
                kept = kept | dict.fromkeys(titles, 0.0)
                scored = sorted(
                    [(-rescorer.score(doc), doc) for doc in titles] + [s for s in scored if s[1] not in titles]
                )
                strong = True
        positions = Tail([doc for _, doc in scored], kept)
        if not any(weight and not group.noise for group, weight in zip(groups, weights, strict=True)):
            # Stop words alone say nothing: the library's own order, which stays while more of them are typed, save a title.
            strong = any(-score > TITLE for score, _ in scored)
            if strong or not LIGHT_WORDS.issuperset([token.term for token in words]):
                scored = [(score, doc) for score, doc in scored if -score > TITLE]
                positions = Tail([doc for _, doc in scored] if strong else sorted(kept), {})
        scores = [-score for score, _ in scored]
        return Ranking(
            index,
            query,
            list(zip(groups, weights, strict=True)),
            positions,
            scores,
            total=len(positions) if strong else 0,
            weak=not strong,
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
        among = index.docs[index.starts[rarest] : min(index.middles[rarest], index.starts[rarest] + TITLES)]
        size = len(numbers)
        found = [doc for doc in among if starts[doc + 1] - starts[doc] == size]
        return [doc for doc in found if list(index.sequence[starts[doc] : starts[doc + 1]]) == numbers]

    def _candidates(
        self, groups: Sequence[Group], weights: Sequence[float], filterness: float
    ) -> Iterator[dict[int, float]]:
        """Entries with their first scores: those with all words first, then those with some."""
        known = [(weight, group) for weight, group in zip(weights, groups, strict=True) if weight and group.scores]
        # Stop words, and a word of which hardly anything is typed yet, put in order what the other words find.
        begun = groups[-1] if weights[-1] < groups[-1].rarity and len(groups[-1].typed) <= BEGUN else None
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
            enough = NEAR_BEST_FILTER * filterness * max(shares.values())
            yield {
                doc: total * (shares[doc] / whole) ** power for doc, total in totals.items() if shares[doc] >= enough
            }
        else:
            enough = NEAR_BEST_SENTENCE * max(totals.values())
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

    def _query_groups(self, query: Query, words: list[Token]) -> list[Group]:
        joined: list[list[str]] = [[] for _ in words]
        places = {token.position: at for at, token in enumerate(words)}
        for token in query.words:
            if token.parts > 1:
                for position in range(token.position, token.position + token.parts):
                    if position in places:
                        joined[places[position]].append(token.term)
        for size in (2, 3):
            for at in range(len(words) - size + 1):
                term = "".join([token.term for token in words[at : at + size]])
                if len(term) >= 5:
                    for each in joined[at : at + size]:
                        each.append(term)
        last = len(words) - 1
        # In a filter "too" may be the beginning of "tool"; in a sentence, or where most entries have it, it is itself.
        index = self._index
        sentence = len(words) > FILTER
        only_noise = all(token.term in STOP_WORDS for token in words)
        groups: list[Group] = []
        for at, token in enumerate(words):
            if at == last and query.open:
                if last and self._is_noise(token.term):
                    groups.append(NoiseGroup(index, token.term))
                    continue
                if self._is_begun(words):
                    groups.append(self._group(token.term, True, joined[at], begins=True))
                    continue
            begun = self._begun_stop_word(token.term)
            if begun is not None:
                groups.append(NoiseGroup(index, begun))
                continue
            if token.term in STOP_WORDS and not (only_noise and at == last):
                number = index.find(token.term)
                if sentence or (number >= 0 and index.starts[number + 1] - index.starts[number] > MOST_IN_ANSWERS):
                    groups.append(NoiseGroup(index, token.term))
                    continue
            groups.append(self._group(token.term, query.open and at == last, joined[at]))
        return groups

    def _is_begun(self, words: Sequence[Token]) -> bool:
        """Whether a stop word at the very end may as well begin another word: "we" may be "web", but not after "can"."""
        before, word = words[:-1], words[-1].term
        return word in STOP_WORDS and _glue(before) == 0 and self._has_questions(word)

    def _is_noise(self, word: str) -> bool:
        """Whether an unfinished word can only become a stop word, as far as questions go."""
        return word in _BEGUN_STOP_WORDS and not self._has_questions(word)

    def _begun_stop_word(self, word: str) -> str | None:
        """The stop word that a word which is none can only be the beginning of, as far as questions go."""
        if not self._is_noise(word):
            return None
        index = self._index
        return next((index.terms[term] for term in index.with_prefix(word) if term in index.stop_terms), None)

    def _has_questions(self, beginning: str) -> bool:
        """Whether a question has a word with this beginning that is no stop word."""
        index = self._index
        starts, middles, stops = index.starts, index.middles, index.stop_terms
        return any(middles[term] > starts[term] and term not in stops for term in index.with_prefix(beginning))

    def _group(self, word: str, is_open: bool, joined: Sequence[str] = (), *, begins: bool = False) -> Group:
        index = self._index
        makes = tuple([other for other in joined if index.find(other) >= 0])
        key = (word, is_open, makes, begins)
        group = self._groups.get(key)
        if group is None:
            while self._held > REMEMBERED:
                self._held -= len(self._groups.pop(next(iter(self._groups))).scores)
            qualities = self._expander.expand(word, is_open=is_open, joined=makes)
            if begins and word not in LIGHT_WORDS and index.find(word) >= 0:
                qualities[index.find(word)] = BEGINS
            if index.find(word) < 0 and self._expander.is_glue(qualities):
                # A misspelt stop word says no more than one that is spelled well.
                group = self._groups[key] = NoiseGroup(
                    index, index.terms[max(qualities, key=lambda t: (qualities[t], -t))]
                )
                return group
            shallow = len(word) <= 2 or word in STOP_WORDS
            group = self._groups[key] = Group(
                index, word, qualities, shallow=shallow, noise=word in STOP_WORDS and not begins
            )
            self._held += len(group.scores)
        return group

    def _identifiers(self, query: Query) -> list[tuple[Group, float]]:
        """The identifiers that were typed as one and stand in the library as one, with what they weigh beside their parts.

        A hyphen or a slash may also stand between words (side-effects, blue/green), so these weigh less.
        """
        found: list[tuple[Group, float]] = []
        for token in query.words:
            if token.parts > 1 and len(token.term) > 4 and self._index.find(token.term) >= 0:
                group = self._group(token.term, query.open and token.end == len(query.text))
                typed = query.text[token.start : token.end]
                found.append((group, group.rarity * (HYPHENATED if "-" in typed or "/" in typed else 1.0)))
        return found

    def _matching(self, word: str) -> Iterable[int]:
        """The entries that have a word, in whatever form."""
        return self._group(word, False).scores.keys()


def _glue(words: Iterable[Token]) -> int:
    """How many of these words do nothing but hold a sentence together."""
    return sum([token.term in GLUE_WORDS for token in words])


def _weights(query: Query, groups: Sequence[Group], filterness: float) -> list[float]:
    noise = NOISE_IN_SENTENCE + (NOISE_IN_FILTER - NOISE_IN_SENTENCE) * filterness
    weights = [group.rarity * (noise if group.noise else 1.0) for group in groups]
    last = groups[-1]
    if query.open and len(groups) > 1:
        sentence = filterness < 1 or sum([group.noise for group in groups[:-1]]) > 1
        # Where nothing else says anything, every letter of the one word that does counts.
        alone = len(last.typed) > BEGUN and all(group.noise for group in groups[:-1])
        table = OPEN_IN_SENTENCE if sentence and not alone else OPEN_IN_FILTER
        # What is a word already counts some letters more, not at once as much as it will: it may still grow.
        letters = len(last.typed) + KNOWN * (last.exact >= 0 and len(last.typed) > BEGUN)
        if letters <= len(table):
            weights[-1] *= table[letters - 1]
    return weights


def _add(totals: dict[int, float], weight: float, group: Group) -> None:
    if len(totals) < CANDIDATES:
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


def _without_words(index: SearchIndex, query: Query, through: set[int] | None) -> Ranking:
    """A query of operators only lists what they let through; one of punctuation only looks for it as it is."""
    needle = query.text.strip()
    found: list[int] = []
    if through is not None:
        found = sorted(through)
    elif needle:
        few = islice(enumerate(index.entries), SCANNED)
        found = [position for position, entry in few if needle in entry.question or needle in entry.answer]
    return Ranking(index, query, (), Tail(found, {}), [0.0] * len(found), total=len(found), weak=not found)
