"""The titles that a reading cuts at, in order, with what is asked of runs of them answered without looking at each again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from sys import maxsize

from faqtui.letters import ASKS, QUESTION_MARKS
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.choosing.styles import complains
from faqtui.parsing.questions.contents import names_of
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.wording import part_of_answer

REPEATED, REPEATED_SHARE = 3, 0.8
"""How often a title comes, and in how much of a level, for that to be parts of answers: "Symptoms", "Solution"."""

_BREAKS = ("...", "\u2026")
"""How a title ends that others go on from."""

PEERS = 5
"""Headings of a level from which one without a text is as they are, where nearly all have one."""


class Outline:
    """Titles of one range, which ends before line `stop`. Places count from 0; a run of them ends before its `end`."""

    def __init__(self, titles: Sequence[Candidate], stop: int, evidence: Evidence) -> None:
        self.titles = titles
        self.stop = stop
        self._evidence = evidence
        self._bodies: dict[int, bool] = {}
        self.ends = self._ends()
        self.below = level_of_parts(titles)
        self.parts = [self._part(c) for c in titles]
        self._asked = [0, *accumulate(c.asks and part < 2 for c, part in zip(titles, self.parts, strict=True))]
        self._named = [0, *accumulate(part > 0 for part in self.parts)]
        self._surely = [0, *accumulate(part > 1 for part in self.parts)]
        self._hollow: list[int] | None = None
        self._names: Counter[str] | None = None
        self._asking: dict[int, bool] = {}
        self._peers: dict[int, list[bool]] = {}
        self._other = [0, *accumulate(c.style != "heading" for c in titles)]

    def _part(self, heading: Candidate) -> int:
        if heading.style != "heading" or _surely_asks(heading):
            return 0
        return 2 if heading.level >= self.below else 0 if heading.asks else part_of_answer(heading.plain)

    def _ends(self) -> list[int]:
        """For each title the place of the next that is not below it."""
        ends = [len(self.titles)] * len(self.titles)
        opened: list[int] = []
        for place, title in enumerate(self.titles):
            while opened and self.titles[opened[-1]].level >= title.level:
                ends[opened.pop()] = place
            opened.append(place)
        return ends

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the titles."""
        return names_of(title.plain for title in self.titles)

    def line(self, place: int) -> int:
        """The line on which a title stands; that before which the range ends where there is none."""
        return self.titles[place].line if place < len(self.titles) else self.stop

    def asked(self, place: int, end: int) -> int:
        """How many of these titles ask."""
        return self._asked[end] - self._asked[place]

    def named(self, place: int, end: int) -> int:
        """How many of these titles may be those of parts of answers."""
        return self._named[end] - self._named[place]

    def surely(self, place: int, end: int) -> int:
        """How many of these titles can be nothing but those of parts of answers."""
        return self._surely[end] - self._surely[place]

    def hollow(self, place: int, end: int) -> int:
        """How many of these titles do not ask, and have no text of their own."""
        if self._hollow is None:
            bare = (not c.asks and not self.parts[n] and not self.has_body(n) for n, c in enumerate(self.titles))
            self._hollow = [0, *accumulate(bare)]
        return self._hollow[end] - self._hollow[place]

    def again(self, place: int, end: int) -> bool:
        """Whether one of these titles stands below another heading too: "Linux", "Windows"."""
        if self._names is None:
            self._names = Counter(c.plain.casefold() for c in self.titles if c.style == "heading")
        own = Counter(c.plain.casefold() for c in self.titles[place:end])
        return any(self._names[name] > count for name, count in own.items())

    def mostly_asks(self, level: int) -> bool:
        """Whether several headings of a level ask and have a text, and are most of those that have one."""
        if level not in self._asking:
            told = [c.asks for n, c in enumerate(self.titles) if c.level == level and self.has_body(n)]
            self._asking[level] = sum(told) >= REPEATED and sum(told) >= REPEATED_SHARE * len(told)
        return self._asking[level]

    def is_group(self, place: int) -> bool:
        """Whether a heading has no words of its own above titles that are no parts of an answer."""
        end = self.ends[place]
        return not (
            self.has_body(place)
            or self.named(place + 1, end)
            or self.hollow(place + 1, end)
            or self.again(place + 1, end)
            or self.is_alone(place)
        )

    def is_alone(self, place: int) -> bool:
        """Whether nearly all headings of a level have a text, and nothing stands below this one but a few titles that do not ask.

        It is an entry as they are, and these are the parts of its answer: "Windows", "Linux".
        """
        level, end = self.titles[place].level, self.ends[place]
        if level not in self._peers:
            self._peers[level] = [self.has_body(n) for n, c in enumerate(self.titles) if c.level == level]
        peers = self._peers[level]
        below = end - place - 1
        if not 0 < below <= len(peers) or len(peers) < PEERS or sum(peers) < REPEATED_SHARE * len(peers):
            return False
        if self.asked(place + 1, end):
            return False
        return 2 * sum(map(complains, (c.plain for c in self.titles[place + 1 : end]))) < below

    def is_extended(self, place: int) -> bool:
        """Whether two or more titles right below a heading, and all of these, begin as it does, say more and have a text.

        Below one that asks they do so too. "How do I ..." is begun in the heading alone, and each title goes on from there.
        """
        if self._is_begun(place):
            return True
        own, below, end = self.titles[place], place + 1, self.ends[place]
        name = own.plain.rstrip(f"{QUESTION_MARKS}.!:\u2026 ").casefold()
        if end < place + 3 or not name or self.hollow(below, end):
            return False
        while (
            below < end and self.titles[below].asks >= own.asks and _goes_on(self.titles[below].plain.casefold(), name)
        ):
            below = self.ends[below]
        return below == end > self.ends[place + 1]

    def _is_begun(self, place: int) -> bool:
        """Whether a heading breaks off above two or more that have a text each, and says nothing else."""
        own, below, end = self.titles[place], place + 1, self.ends[place]
        if own.style != "heading" or not own.plain.rstrip("? ").endswith(_BREAKS) or self.has_body(place):
            return False
        level = {c.level for c in self.titles[below:end] if c.style == "heading"}
        return end >= place + 3 and len(level) == 1 and not self.hollow(below, end)

    def others(self, place: int, end: int) -> int:
        """How many of these titles are no headings."""
        return self._other[end] - self._other[place]

    def has_body(self, place: int) -> bool:
        """Whether text that is no noise stands between a title and the next."""
        found = self._bodies.get(place)
        if found is None:
            title = self.titles[place]
            following = self.line(place + 1)
            if title.stop is not None:
                following = min(following, title.stop)
            found = bool(title.tail or title.head) or self._evidence.says(title.after, following)
            found = found or self._evidence.goes_on(title.after, following)
            self._bodies[place] = found
        return found


def level_of_parts(titles: Sequence[Candidate]) -> int:
    """The level whose headings come again and again under others and do not ask: parts of answers, as all below it.

    Beyond all levels where there is none, or where nothing would be left to be parts of.
    """
    by_level: dict[int, Counter[str]] = {}
    for c in titles:
        if c.style == "heading":
            by_level.setdefault(c.level, Counter())["" if _surely_asks(c) else c.plain.casefold()] += 1
    above = 0
    for level, names in sorted(by_level.items()):
        known = [name for name, count in names.items() if name and count >= REPEATED]
        again = sum(count for name, count in names.items() if name and (count > 1 or _is_short_for(name, known)))
        if known and above >= REPEATED and again >= REPEATED_SHARE * names.total():
            return level
        above += names.total()
    return maxsize


def _is_short_for(name: str, known: Sequence[str]) -> bool:
    """Whether a title is one of these, or that with fewer words: "How to fix" and "How to fix this"."""
    return any(f"{other} ".startswith(f"{name} ") for other in known)


def _surely_asks(heading: Candidate) -> bool:
    """Whether a heading asks, and does not only tell how: "How to fix this" comes again and again as a part of answers."""
    return heading.asks and (heading.plain.endswith(ASKS) or not heading.plain.lower().startswith("how to "))


def _goes_on(title: str, name: str) -> bool:
    """Whether a title begins with a name, and has words behind that."""
    more = title[len(name) :]
    return title.startswith(name) and any(map(str.isalpha, more)) and (not more[0].isalnum() or more[0] >= "\u2e80")
