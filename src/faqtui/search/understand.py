"""A query to weighted groups: what each of its words may mean in the library, and how much each counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from faqtui.search import weights
from faqtui.search.aliases import singular
from faqtui.search.english import BETWEEN, GLUE_WORDS, LIGHT_WORDS, PARTICLES, STOP_WORDS
from faqtui.search.expand import Expander
from faqtui.search.groups import Group, NoiseGroup, Understood
from faqtui.search.index import SearchIndex
from faqtui.search.query import Query
from faqtui.search.tokens import Token

_BEGUN_STOP_WORDS = frozenset([word[:size] for word in STOP_WORDS for size in range(1, len(word))]) - STOP_WORDS


class Understanding:
    """Reads queries over one index. What one key changes is the last word: the groups of the others are remembered."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._expander = Expander(index)
        self._groups: dict[tuple[str, bool, tuple[str, ...], tuple[str, ...], bool, bool], Group] = {}
        self._held = 0

    def of(self, query: Query, words: Sequence[Token]) -> Understood:
        """What a query says by `words`, those of it that are looked at: at least one."""
        groups = self._query_groups(query, words)
        length = len(words) + weights.GLUE * _glue(words[:-1] if query.open else words)
        filterness = min(max((weights.SENTENCE - length) / (weights.SENTENCE - weights.FILTER), 0.0), 1.0)
        says = _weigh(groups, filterness)
        counts = list(_less_for_common(groups, says, filterness))
        begun = _begun(query, groups, filterness)
        counts[-1] *= begun
        if not query.finished:
            says[-1] *= begun
        weighed = list(zip(groups, counts, strict=True))
        return Understood(words, weighed, says, self._identifiers(query), filterness)

    def group(
        self,
        word: str,
        is_open: bool = False,
        joined: Sequence[str] = (),
        short: tuple[str, ...] = (),
        *,
        begins: bool = False,
        in_two: bool = True,
    ) -> Group:
        """The group of a word, which may still be growing; `joined` are words it makes with its neighbours.

        `short` are what it and its neighbours stand for, such as gcp for "google cloud". It may stand `in_two` words in an entry.
        """
        index = self._index
        makes = tuple([other for other in joined if index.find(other) >= 0])
        key = (word, is_open, makes, short, begins, in_two)
        group = self._groups.get(key)
        if group is None:
            while self._held > weights.REMEMBERED:
                self._held -= len(self._groups.pop(next(iter(self._groups))).scores)
            qualities = self._expander.expand(word, is_open=is_open, joined=makes, short=short)
            if begins and word not in LIGHT_WORDS and index.find(word) >= 0:
                qualities[index.find(word)] = weights.BEGINS
            if index.find(word) < 0 and self._expander.is_glue(qualities):
                # A misspelt stop word says no more than one that is spelled well.
                group = self._groups[key] = NoiseGroup(
                    index, index.terms[max(qualities, key=lambda t: (qualities[t], -t))]
                )
                return group
            shallow = len(word) <= 2 or word in STOP_WORDS
            group = self._groups[key] = Group(
                index,
                word,
                qualities,
                shallow=shallow,
                noise=word in STOP_WORDS and not begins,
                compounds=self._expander.compounds(word, is_open=is_open) if in_two else (),
            )
            self._held += len(group.scores)
        return group

    def _query_groups(self, query: Query, words: Sequence[Token]) -> list[Group]:
        joined: list[list[str]] = [[] for _ in words]
        places = {token.position: at for at, token in enumerate(words)}
        for token in query.words:
            if token.parts > 1:
                for position in range(token.position, token.position + token.parts):
                    if position in places:
                        joined[places[position]].append(token.term)
        short: list[tuple[str, ...]] = [()] * len(words)
        for size in (2, 3, 4):
            for at in range(len(words) - size + 1):
                term = "".join([token.term for token in words[at : at + size]])
                phrases = self._expander.phrases
                if stands_for := phrases.get(term) or phrases.get(singular(term)):
                    short[at : at + size] = [(*each, *stands_for) for each in short[at : at + size]]
                if size < 4 and _is_joined(term, words[at : at + size]):
                    for each in joined[at : at + size]:
                        each.append(term)
        for at, (verb, small, particle) in enumerate(zip(words, words[1:], words[2:], strict=False)):
            if small.term in BETWEEN and particle.term in PARTICLES:  # set it up: setup
                for each in (joined[at], joined[at + 2]):
                    each.append(verb.term + particle.term)
        last = len(words) - 1
        # In a filter "too" may be the beginning of "tool"; in a sentence, or where most entries have it, it is itself.
        index = self._index
        sentence = len(words) > weights.FILTER
        only_noise = all(token.term in STOP_WORDS for token in words[:-1]) and (
            words[last].term in STOP_WORDS or (query.open and self._is_noise(words[last].term))
        )
        groups: list[Group] = []
        for at, token in enumerate(words):
            if at == last and query.open:
                if self._is_noise(token.term) and (last or only_noise):
                    whole = self._begun_stop_word(token.term) or token.term
                    groups.append(self.group(whole) if only_noise else NoiseGroup(index, whole))
                    continue
                if self._is_begun(words):
                    groups.append(self.group(token.term, True, joined[at], short[at], begins=True))
                    continue
            # The e of e-mail begins no stop word where email is a word.
            begun = None if self._are_known(joined[at]) else self._begun_stop_word(token.term)
            if begun is not None:
                groups.append(NoiseGroup(index, begun))
                continue
            if token.term in STOP_WORDS and not (only_noise and at == last):
                number = index.find(token.term)
                if sentence or (
                    number >= 0 and index.starts[number + 1] - index.starts[number] > weights.MOST_IN_ANSWERS
                ):
                    groups.append(NoiseGroup(index, token.term))
                    continue
            groups.append(self.group(token.term, query.open and at == last, joined[at], short[at]))
        return groups

    def _are_known(self, terms: Iterable[str]) -> bool:
        return any(self._index.find(term) >= 0 for term in terms)

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

    def _identifiers(self, query: Query) -> list[tuple[Group, float]]:
        """The identifiers that were typed as one and stand in the library as one, with what they weigh beside their parts.

        A hyphen or a slash may also stand between words (side-effects, blue/green), so these weigh less.
        """
        found: list[tuple[Group, float]] = []
        for token in query.words:
            if token.parts > 1 and len(token.term) > 4 and self._index.find(token.term) >= 0:
                group = self.group(token.term, query.open and token.end == len(query.text), in_two=False)
                typed = query.text[token.start : token.end]
                found.append((group, group.rarity * (weights.HYPHENATED if "-" in typed or "/" in typed else 1.0)))
        return found


def _is_joined(term: str, words: Sequence[Token]) -> bool:
    """Whether neighbours may be one word that was set apart: git hub and wi fi, 10 gb, but not "in to"."""
    return len(term) >= 5 or (
        len(term) >= 3 and not term.isdigit() and not any(word.term in STOP_WORDS for word in words)
    )


def _glue(words: Iterable[Token]) -> int:
    """How many of these words do nothing but hold a sentence together."""
    return sum([token.term in GLUE_WORDS for token in words])


def _weigh(groups: Sequence[Group], filterness: float) -> list[float]:
    noise = weights.NOISE_IN_SENTENCE + (weights.NOISE_IN_FILTER - weights.NOISE_IN_SENTENCE) * filterness
    return [group.rarity * (noise if group.noise else 1.0) for group in groups]


def _begun(query: Query, groups: Sequence[Group], filterness: float) -> float:
    """What the last word counts of what it would as a whole one: less while it is, or may be, half typed."""
    last = groups[-1]
    if not query.open or len(groups) == 1 or (query.finished and last.exact >= 0):
        return 1.0
    sentence = filterness < 1 or sum([group.noise for group in groups[:-1]]) > 1
    # Where nothing else says anything, every letter of the one word that does counts.
    alone = len(last.typed) > weights.BEGUN and all(group.noise for group in groups[:-1])
    table = weights.OPEN_IN_SENTENCE if sentence and not alone else weights.OPEN_IN_FILTER
    # What is a word already counts some letters more, not at once as much as it will: it may still grow.
    letters = len(last.typed) + weights.KNOWN * (last.exact >= 0 and len(last.typed) > weights.BEGUN)
    return table[letters - 1] if letters <= len(table) else 1.0


def _less_for_common(groups: Sequence[Group], says: Sequence[float], filterness: float) -> Sequence[float]:
    """What the words of a sentence weigh when entries are put in order: less where most entries have one.

    "What is X?" must not answer every sentence about X in a FAQ of X. How many there are is told by the stop words of the
    sentence, which nearly all entries have: that number does not change with entries that share nothing with it.
    """
    power = weights.COMMON * (1 - filterness)
    entries = max([group.entries() for group in groups if group.noise], default=0)
    if not power or not entries:
        return says
    return [
        weight * max(1 - group.entries() / entries, weights.COMMON_LEAST) ** power if not group.noise else weight
        for group, weight in zip(groups, says, strict=True)
    ]
