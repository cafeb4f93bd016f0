"""Which question goes under which topic, once it is known which words can be names.

Greedy: the term that gathers the most questions that have no topic yet, weighed by how good a name it is, until few
questions are left. Each question then goes to the better name, then the smaller topic, among those it has a word of.
The rest are put, in this order and only as far as needed, under the topic their answer begins with, beside a question
that they share two words with, under a word of each other's answers, under the sort of question they are, and beside
the question they share most with. Everything is decided by counts and, where these are equal, by position.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from faqtui.model import Kind
from faqtui.parsing.kinds import kind_of
from faqtui.parsing.tree.confidence import Told, would_mislead
from faqtui.parsing.tree.names import OTHER
from faqtui.parsing.tree.topic_words import Term, TopicWords

_KINDS = {
    Kind.HOW_TO: "How-to",
    Kind.CAPABILITY: "Capabilities",
    Kind.TROUBLESHOOTING: "Troubleshooting",
    Kind.EXPLANATION: "Concepts",
    Kind.REFERENCE: "Reference",
}

FEWEST, MOST = 5, 15
"""Topics that a list of 10 to 150 questions gets."""

_LONG = 150
"""Questions above which there may be more topics, a twelfth of the questions and at most 40."""

_ENOUGH = 0.1
"""The share of questions without a topic that is left as it is."""

_BEGINS = 400
"""Characters of an answer that say what it is about."""

_SPOKEN, _FIRST = 1000, 150
"""Characters of an answer in which two mentions put it under a topic, and those in which one does."""

_ALONE = 1.5
"""The quality of a name under which a question may stand by itself: that of a product, or of something by two words."""

_SPLIT_FROM = 10
"""Questions from which a list has at least FEWEST topics."""


def group(questions: Sequence[str], answers: Sequence[str], words: TopicWords) -> list[str]:
    """The name of each question's topic, OTHER for those that fit nowhere; none at all where topics would tell little."""
    return _Groups(questions, answers, words).names()


class _Group:
    __slots__ = ("key", "members", "name", "quality")

    def __init__(self, name: str, key: str, quality: float, members: list[int]) -> None:
        self.name = name
        self.key = key
        self.quality = quality
        self.members = members


class _Groups:
    def __init__(self, questions: Sequence[str], answers: Sequence[str], words: TopicWords) -> None:
        self.questions = questions
        self.answers = answers
        self.words = words
        self.count = count = len(questions)
        # A tenth to a fifth of the questions is a handy topic; of hundreds of questions topics are larger.
        self.largest = max(10, -(-count // 12)) if count > 40 else max(2, -(-count // 5))
        # Good evidence may put a few more under one.
        self.room = self.largest + max(1, self.largest // 5)
        self.most = MOST if count <= _LONG else min(40, count // 12)
        self.enough = _ENOUGH * count
        self.groups: list[_Group] = []
        self.kinds = [kind_of(question) for question in questions]
        self.asked = [words.content(question) | words.pairs(question) for question in questions]

    def names(self) -> list[str]:
        terms = self.words.terms(self.questions)
        chosen = _choose(terms, self.count, self.largest, max(FEWEST, self.most - 3))
        self._assign(chosen)
        # All that follows puts questions under names that they do not say themselves.
        if would_mislead(self._told(), self.count):
            return []
        self._by_answer()
        self._beside(self.asked, shared=2)
        self._errors()
        if len(self._left()) > self.enough:
            self._by_answers_of_others()
        if len(self._left()) > self.enough:
            self._beside(self._spoken(), shared=3)
        if len(self._left()) > self.enough:
            self._by_kind()
        if len(self._left()) > self.enough:
            self._beside(self.asked, shared=1)
        self._dissolve()
        if self.count >= _SPLIT_FROM:
            self._shrink_other()
            self._split(terms)
        result = [OTHER] * self.count
        for found in self.groups:
            for place in found.members:
                result[place] = found.name
        return result

    def _told(self) -> Told:
        count = sum(len(found.members) for found in self.groups)
        quality = sum(found.quality * len(found.members) for found in self.groups)
        return Told(count / self.count, quality / max(count, 1), sum(len(found.members) > 1 for found in self.groups))

    def _spoken(self) -> list[set[str]]:
        """The words of each question and of how its answer begins."""
        return [
            asked | self.words.content(answer[:_BEGINS]) for asked, answer in zip(self.asked, self.answers, strict=True)
        ]

    def _left(self) -> list[int]:
        taken = {place for found in self.groups for place in found.members}
        return [place for place in range(self.count) if place not in taken]

    def _assign(self, chosen: list[Term]) -> None:
        """One topic for each question: among those it has a word of, the better name, then the smaller one."""
        options: list[list[int]] = [[] for _ in range(self.count)]
        for number, term in enumerate(chosen):
            for place in term.places:
                options[place].append(number)
        members: list[list[int]] = [[] for _ in chosen]
        # Those without a choice first, so that the others can even things out.
        for place in sorted(range(self.count), key=lambda p: (len(options[p]), p)):
            if options[place]:
                number = min(
                    options[place],
                    key=lambda n: (len(members[n]) >= self.largest, len(members[n]) // 2 - chosen[n].quality, n),
                )
                members[number].append(place)
        # A topic of one is none: its question goes to another of its topics, or to the others.
        for alone in members:
            if len(alone) == 1:
                place = alone.pop()
                other = next((n for n in options[place] if len(members[n]) > 1), None)
                if other is not None:
                    members[other].append(place)
        self.groups = [
            _Group(self.words.name(term), term.key, term.quality, found)
            for term, found in zip(chosen, members, strict=True)
            if found
        ]

    def _by_answer(self) -> None:
        """Under the topic that a question's answer begins with, or names several times."""
        keys = {found.key: found for found in self.groups if found.quality > 1 and " " not in found.key}
        for place in self._left():
            text = self.answers[place][:_SPOKEN]
            spoken = Counter(key for key in map(self.words.stem, self.words.plain(text)) if key in keys)
            if spoken:
                spoken.update(spoken.keys() & set(map(self.words.stem, self.words.plain(text[:_FIRST]))))
            for key, times in sorted(spoken.items(), key=lambda pair: (-pair[1], pair[0])):
                if times > 1 and len(keys[key].members) < self.room:
                    keys[key].members.append(place)
                    break

    def _beside(self, spoken: Sequence[set[str]], *, shared: int) -> None:
        """Beside the question with which one shares at least `shared` words that few others have.

        `spoken` are the words that count of each entry. Two words, or three where answers count, are taken as they
        are; single ones only until few questions are left, the best first.
        """
        having: dict[str, list[int]] = {}
        for place, found in enumerate(spoken):
            for word in found:
                having.setdefault(word, []).append(place)
        few = max(3, 0.12 * self.count)
        of = {place: found for found in self.groups for place in found.members}
        # What weighs how much and who has it is worked out once: thousands of questions share words with hundreds.
        told = {
            word: (log(self.count / len(places)), [place for place in places if place in of])
            for word, places in having.items()
            if 1 < len(places) <= few
        }
        wishes: list[tuple[float, int, int]] = []
        left = self._left()
        for place in left:
            near: dict[int, int] = {}
            weight: dict[int, float] = {}
            for word in sorted(spoken[place]):
                if word in told:
                    each, others = told[word]
                    for other in others:
                        near[other] = near.get(other, 0) + 1
                        weight[other] = weight.get(other, 0) + each
            wishes += [(-weight[other], place, other) for other, times in near.items() if times >= shared]
        placed: set[int] = set()
        for _, place, other in sorted(wishes):
            if shared == 1 and len(left) - len(placed) <= self.enough:
                break
            if place not in placed and len(of[other].members) < (self.largest if shared == 1 else self.room):
                of[other].members.append(place)
                placed.add(place)

    def _errors(self) -> None:
        """Errors that share no good word are looked for as errors."""
        errors = [place for place in self._left() if self.kinds[place] is Kind.TROUBLESHOOTING]
        if len(errors) > 1 and len(self.groups) < self.most:
            kind = Kind.TROUBLESHOOTING
            self.groups.append(_Group(_KINDS[kind], "", 0, errors))

    def _by_answers_of_others(self) -> None:
        """Topics for questions that share no word: words of one of them that the answers of the others begin with."""
        left = self._left()
        texts = [f"{self.questions[place]}. {self.answers[place][:_BEGINS]}" for place in left]
        asked = set().union(*(self.asked[place] for place in left))
        used = {found.key for found in self.groups}
        terms = [t for t in self.words.terms(texts) if t.key not in used and set(t.key.split(" ")) <= asked]
        free = set(range(len(left)))
        room = max(0, self.most - 1 - len(self.groups))
        for term in _choose(terms, len(left), max(2, len(left) // 3), room):
            places = sorted(free.intersection(term.places))[: self.largest]
            if len(places) > 1:
                free.difference_update(places)
                self.groups.append(
                    _Group(self.words.name(term), term.key, term.quality, [left[place] for place in places])
                )

    def _by_kind(self) -> None:
        """Where nothing else is shared by so many, what sort of question they are says more than "Other"."""
        left = self._left()
        sizes = Counter(self.kinds[place] for place in left if self.kinds[place] is not None)
        handy = max(2, self.largest // 2)
        for kind, size in sizes.most_common():
            if kind is None or size < 2 or len(left) <= self.enough or len(self.groups) >= self.most:
                break
            members = [place for place in left if self.kinds[place] is kind]
            members = members[: handy if len(members) - handy < self.enough else self.largest]
            self.groups.append(_Group(_KINDS[kind], "", 0, members))
            left = self._left()

    def _dissolve(self) -> None:
        """Give up the smallest topics while there are too many."""
        while len(self.groups) > self.most:
            smallest = min(self.groups, key=lambda found: (len(found.members), found.quality, found.name))
            self.groups.remove(smallest)
            self._by_answer()
            self._beside(self.asked, shared=1)

    def _shrink_other(self) -> None:
        """Keep Other under a fifth: beside the question shared most with, in a fuller topic too, then by kind."""
        few = (self.count - 1) // 5
        if len(self._left()) > few:
            handy, self.largest = self.largest, self.largest + 1
            self._beside(self._spoken(), shared=1)
            self.largest = handy
        while len(self._left()) > few and len(self.groups) < FEWEST and self._single_out(self._left()):
            pass
        for place in self._left()[few:]:
            kind = self.kinds[place]
            same = next((found for found in self.groups if kind and found.name == _KINDS[kind]), None)
            if same is not None:
                same.members.append(place)
        while len(self._left()) > few and len(self.groups) < self.most and self._single_out(self._left()):
            pass

    def _split(self, terms: list[Term]) -> None:
        """Halve the largest topics while there are too few: by a word that some of their questions share, or by kind."""
        while len(self.groups) < FEWEST:
            for found in sorted(self.groups, key=lambda found: (-len(found.members), found.name)):
                if len(found.members) >= 4 and self._halve(found, terms):
                    break
            else:
                break
        while len(self.groups) < FEWEST:
            crowded = sorted(place for found in self.groups if len(found.members) > 2 for place in found.members)
            if not (self._single_out(self._left()) or self._single_out(crowded)):
                break

    def _halve(self, found: _Group, terms: list[Term]) -> bool:
        best: _Group | None = None
        used = {other.key for other in self.groups}
        for term in terms:
            inside = [place for place in found.members if place in term.places]
            if term.key not in used and 2 <= len(inside) <= len(found.members) - 2:
                made = _Group(self.words.name(term), term.key, term.quality, inside)
                if best is None or (made.quality, made.key) > (best.quality, best.key):
                    best = made
        if best is None:
            sizes = Counter(self.kinds[place] for place in found.members)
            for kind, size in sizes.most_common():
                free = kind is not None and all(other.name != _KINDS[kind] for other in self.groups)
                if kind is not None and free and 2 <= size <= len(found.members) - 2:
                    best = _Group(_KINDS[kind], "", 0, [p for p in found.members if self.kinds[p] is kind])
                    break
        if best is None:
            return False
        found.members = [place for place in found.members if place not in best.members]
        self.groups.append(best)
        return True

    def _single_out(self, places: Sequence[int]) -> bool:
        """A topic of one question, where a short list has no other way: of `places` the one with the best name."""
        used = {found.name for found in self.groups}
        best: tuple[float, int, str] | None = None
        for place in places:
            for term in self.words.names(self.questions[place])[:1]:
                if (
                    term.quality > _ALONE
                    and self.words.name(term) not in used
                    and (best is None or term.quality > best[0])
                ):
                    best = (term.quality, place, self.words.name(term))
            kind = self.kinds[place]
            if best is None and kind and _KINDS[kind] not in used:
                best = (0, place, _KINDS[kind])
        if best is None:
            return False
        quality, place, name = best
        for found in self.groups:
            if place in found.members:
                found.members.remove(place)
        self.groups.append(_Group(name, "", quality, [place]))
        return True


def _choose(terms: list[Term], count: int, largest: int, most: int) -> list[Term]:
    """The terms that are topics, the ones that gather most first."""
    left = set(range(count))
    chosen: list[Term] = []
    pool = sorted(terms, key=lambda term: term.key)
    scale = log(count) if count > 1 else 1
    while len(chosen) < most and pool:
        best: Term | None = None
        best_gain = 0.0
        for term in pool:
            fresh = sum(1 for place in term.places if place in left)
            if fresh < 2:
                continue
            # What it shares with other topics counts a little: those questions may come to it in the end.
            size = min(fresh + 0.35 * (len(term.places) - fresh), largest)
            # A term that stands in few questions says more about them.
            gain = size**0.9 * term.quality * (0.6 + 0.4 * log(count / len(term.places)) / scale)
            if fresh > 1.3 * largest:
                gain *= 0.5
            if gain > best_gain:
                best, best_gain = term, gain
        if best is None:
            break
        chosen.append(best)
        left.difference_update(best.places)
        mine = set(best.key.split(" "))
        pool = [
            term
            for term in pool
            if term is not best and not (mine & set(term.key.split(" ")) and term.words + best.words > 2)
        ]
        if len(left) <= 0.04 * count and len(chosen) >= FEWEST:
            break
    return chosen
