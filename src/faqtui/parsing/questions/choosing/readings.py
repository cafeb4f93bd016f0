"""The ways in which a page, or a section of one, can be read: each a cut into entries, categories and parts of answers.

A reading takes one sort of candidates for the questions: the headings of a level, bold lines, folds, and so on. What each
title is then follows from where it stands, and is counted on the way. What that is worth is `weighing`'s business, cutting
is `segment`'s.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.choosing import styles
from faqtui.parsing.questions.choosing.outline import Outline
from faqtui.parsing.questions.choosing.reader import LISTS, Reader
from faqtui.parsing.questions.choosing.reading import Act, Range, Reading, ReadingStep
from faqtui.parsing.questions.choosing.weighing import FEW, FEW_OTHERS, WEIGHTS, ReadingFigures, worth
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.wording import is_generic, part_of_answer

_STRONG = frozenset({"q", "bold", "lead", "container"})
"""What asks in an answer and may be a question of its own; items of lists that ask are part of many answers."""


_IN_ORDER = attrgetter("line", "level")


class Folded:
    """The lines of the containers of questions, of whose answers the headings in them are parts."""

    def __init__(self, questions: Sequence[Candidate]) -> None:
        folds = [c for c in questions if c.stop is not None]
        self._starts = [c.line for c in folds]
        self._stops = [c.stop or 0 for c in folds]

    def without(self, headings: list[Candidate]) -> list[Candidate]:
        """The headings that do not stand in one of these."""
        if not self._starts:
            return headings
        kept = []
        for heading in headings:
            place = bisect_left(self._starts, heading.line) - 1
            if place < 0 or heading.line >= self._stops[place]:
                kept.append(heading)
        return kept


class Readings:
    """Lists and weighs the readings of ranges of one document."""

    def __init__(self, evidence: Evidence, candidates: Sequence[Candidate]) -> None:
        self.evidence = evidence
        self._candidates = candidates
        self._lines = [c.line for c in candidates]
        self._strong = [
            c
            for c in candidates
            if c.asks and c.style in _STRONG and not (c.style == "container" and is_generic(c.plain))
        ]
        self._strong_lines = [c.line for c in self._strong]
        self._folds = Folded([c for c in candidates if c.style == "container"])
        self.lists = 0
        """How many sections whose title says that questions follow are lists of them."""
        self._inner: dict[tuple[int, int], Reading | None] = {}

    def between(self, start: int, stop: int) -> list[Candidate]:
        """The candidates that begin in these lines."""
        return list(self._candidates[bisect_left(self._lines, start) : bisect_left(self._lines, stop)])

    def weighed(self, given: Range) -> list[Reading]:
        """All readings of a range, that which is worth most first."""
        found = [*self._by_levels(given), *self._by_styles(given)]
        found.sort(key=lambda reading: -reading.worth)
        return found

    def _by_levels(self, given: Range) -> list[Reading]:
        """A reading for each level on which headings stand."""
        found: list[Reading] = []
        if not given.headings:
            return found
        headings = self._folds.without(given.headings)
        outline: Outline | None = None
        levels = sorted({c.level for c in headings if c.line not in given.sections} or {c.level for c in headings})
        for level in levels:
            outline = outline or Outline(headings, given.stop, self.evidence)
            title = given.title
            top = [n for n, c in enumerate(headings) if c.level <= level]
            if title is not None and title.level == level and len(top) == 1 and (len(levels) > 1 or not given.sections):
                if not given.sections:
                    found.append(self._one(given, outline))
                continue
            reading = Reading(f"headings of level {level}", "heading", level)
            found.append(self._read(reading, given, outline, title))
        return found

    def _by_styles(self, given: Range) -> list[Reading]:
        """A reading for each style in which questions are written beside headings."""
        found: list[Reading] = []
        asked: dict[str, list[Candidate]] = {}
        read: list[tuple[list[Candidate], Reading]] = []
        written = {c.style for c in given.candidates}
        for style in (*styles.SORTS, styles.MIXED):
            listed = given.listed and style == "item"
            if style == styles.MIXED:
                questions = styles.mixed(asked, given.headings) if len(asked) > 1 else []
            elif styles.SORTS[style].isdisjoint(written):
                continue
            else:
                questions = styles.wanted(
                    given.candidates,
                    style,
                    self.evidence,
                    faq=given.faq or listed,
                    problems=given.problems,
                    title=given.title,
                    listed=listed,
                )
            if questions:
                asked[style] = questions
            if not questions or (len(questions) == 1 and given.headings[given.title is not None :]):
                continue
            if style == "item" and _only_headings_ask(questions, given.headings):
                continue
            headings = self._headings_beside(questions, style, given) if given.headings else []
            headings += styles.group_titles(questions, given.candidates, self.evidence)
            titles = sorted(headings + questions, key=_IN_ORDER)
            reading = Reading(styles.NAMES[style], style, PSEUDO_LEVEL)
            same = next((other for own, other in read if style != "term" and own == titles), None)
            if same is not None:  # the same candidates by another name
                found.append(replace(reading, steps=same.steps, figures=same.figures, worth=same.worth))
                continue
            first = questions[0].line
            title = given.title if given.title is not None and given.title.line <= first else None
            found.append(self._read(reading, given, Outline(titles, given.stop, self.evidence), title))
            if style != "term":  # what is defined is read otherwise
                read.append((titles, reading))
        return found

    def _headings_beside(self, questions: list[Candidate], style: str, given: Range) -> list[Candidate]:
        """The headings that are no parts of the answers to these questions, which are of one style."""
        headings = self._folds.without(given.headings) if style != "container" else given.headings
        headings = without_parts(headings, questions)
        if style == "bold":  # one that begins an item of a list has the headings in that item among its parts
            lines = {c.line for c in questions}
            items = [c for c in given.candidates if c.style == "item" and c.line in lines]
            headings = Folded(items).without(headings)
        return [*Folded(questions).without(headings)]

    def _read(self, reading: Reading, given: Range, outline: Outline, title: Candidate | None) -> Reading:
        Reader(self, reading, given, outline, title).read()
        reading.worth = worth(reading.figures)
        return reading

    def _one(self, given: Range, outline: Outline) -> Reading:
        """The reading of a page as the answer to its first heading, which is above all others."""
        marker = outline.titles[0]
        body = outline.has_body(0) and (marker.asks or not self._is_all_folded(marker.after, given.stop))
        reading = self.whole(outline.titles, given.stop, first=1, asks=marker.asks, body=body)
        reading.figures.introducing += self.evidence.spoken(given.start, marker.line)
        reading.steps.append(ReadingStep(Act.ENTRY, marker, given.stop))
        reading.worth = worth(reading.figures)
        return reading

    def _is_all_folded(self, start: int, stop: int) -> bool:
        """Whether all that these lines say is folded away below titles of its own."""
        folds = [c for c in self.between(start, stop) if c.style == "container" and c.stop is not None]
        if not folds or any(is_generic(c.plain) or part_of_answer(c.plain) for c in folds):
            return False
        for fold in folds:
            if fold.line >= start and self.evidence.says(start, fold.line):
                return False
            start = max(start, (fold.stop or 0) + fold.closing)
        return not self.evidence.says(start, stop)

    def whole(
        self, headings: Sequence[Candidate], stop: int, *, asks: bool, first: int = 0, body: bool = True
    ) -> Reading:
        """The reading of a page as one entry, whose title `asks` or not; its headings are parts from the `first` on.

        `body` says whether text stands above these.
        """
        reading = Reading("one entry", "page", 0)
        outline = Outline(headings, stop, self.evidence)
        start = headings[0].line if first else 0
        self.count_whole(reading.figures, outline, first, len(headings), asks=asks, body=body)
        reading.figures.sizes.append(max(1, stop - start))
        reading.worth = worth(reading.figures)
        return reading

    def count_whole(
        self, figures: ReadingFigures, outline: Outline, first: int, end: int, *, asks: bool, body: bool
    ) -> None:
        """Count an entry that is a whole page, of which these headings are parts."""
        asked, named = outline.asked(first, end), outline.named(first, end)
        parts = end - first - asked
        other = self.strong(outline.line(first - 1) if first else -1, outline.line(end))
        if asks:
            answered = body or (named == parts and parts > 0 and not asked)
            figures.roles["answered" if answered else "above parts" if parts + asked else "unanswered"] += 1
            self.count_answer(figures, asked=asked, parts=parts, other=other, surely=named)
            return
        of_parts = named and named == parts + asked
        figures.roles["page of parts" if of_parts else "page" if parts + asked else "told" if body else "untold"] += 1
        own = named if asked <= 1 else 0  # below several that ask they are parts of those answers, not of the page's
        self.count_answer(figures, asked=asked, parts=own, other=other, surely=own)
        place = first
        while place < end:
            if not outline.titles[place].asks and not outline.parts[place]:
                figures.roles["section of page"] += 1
                parts -= 1
            place = outline.ends[place]
        figures.roles["page part"] += parts - named

    def inner(
        self, marker: Candidate, headings: list[Candidate], stop: int, *, body: bool, alike: bool, peer: bool
    ) -> Reading | None:
        """How the section of an entry is read by itself, where that is worth more than the entry is, or `alike` ones are.

        It is a `peer` of headings that ask and are answered: what it says right below is an answer too.
        """
        key = (marker.line, stop)
        if key not in self._inner:
            self._inner[key] = self._weigh_inner(marker, headings, stop, body=body, alike=alike, peer=peer)
        return self._inner[key]

    def _weigh_inner(
        self, marker: Candidate, headings: list[Candidate], stop: int, *, body: bool, alike: bool, peer: bool
    ) -> Reading | None:
        listed = not headings and not marker.asks and self.lists >= LISTS
        given = Range(headings, self.between(marker.after, stop), marker.after, stop, inner=True, listed=listed)
        best = next(iter(self.weighed(given)), None)
        if best is None:
            return None
        role = ("split" if marker.asks or peer else "category with text") if body else "category"
        whole = ReadingFigures()
        asked = sum(1 for c in headings if c.asks)
        self.count_answer(whole, asked=asked, parts=len(headings) - asked, other=self.strong(marker.line, stop))
        whole.roles["answered" if marker.asks else "told" if body else "above others"] += 1
        return best if alike or best.worth + WEIGHTS[role] > worth(whole) else None

    def strong(self, start: int, stop: int) -> int:
        """How many candidates that are no headings ask below line `start`."""
        return bisect_left(self._strong_lines, stop) - bisect_right(self._strong_lines, start)

    def first_strong(self, start: int) -> int | None:
        """The line of the first of these below line `start`."""
        place = bisect_right(self._strong_lines, start)
        return self._strong_lines[place] if place < len(self._strong_lines) else None

    def strong_between(self, given: Range) -> list[Candidate]:
        """These candidates themselves, of a range."""
        lines = self._strong_lines
        return self._strong[bisect_left(lines, given.start) : bisect_left(lines, given.stop)]

    @staticmethod
    def count_answer(
        figures: ReadingFigures,
        *,
        asked: int,
        parts: int,
        other: int,
        likely: int = 0,
        surely: int = 0,
        hollow: int = 0,
    ) -> None:
        """Count the titles that stand in one answer: those that ask, those that do not, and what asks otherwise."""
        if not (asked or parts or other):  # as in most answers
            return
        roles = figures.roles
        roles["nested"] += min(asked, FEW)
        roles["crowded"] += max(0, asked - FEW)
        roles["part"] += parts - likely - surely - hollow
        roles["likely part"] += likely
        roles["hollow part"] += hollow
        roles["named part"] += surely
        roles["nested otherwise"] += min(other, FEW_OTHERS)
        roles["crowded otherwise"] += max(0, other - FEW_OTHERS)


def _only_headings_ask(questions: Sequence[Candidate], headings: Sequence[Candidate]) -> bool:
    """Whether none of these asks, and more headings than there are of these do."""
    return not any(c.asks for c in questions) and sum(c.asks for c in headings) > len(questions)


def without_parts(headings: list[Candidate], questions: Sequence[Candidate]) -> list[Candidate]:
    """The headings without those below the level that these questions stand under, where all of them are parts of answers.

    They are if they are named so or come again: "Definition", "Example".
    """
    place = bisect_left(headings, questions[0].line, key=lambda c: c.line)
    level = headings[place - 1].level if place else 0
    deeper = [c for c in headings[place:] if c.level > level]
    if not deeper:
        return headings
    names = Counter(c.plain.casefold() for c in deeper)
    if any(c.asks or (names[c.plain.casefold()] < 2 and not part_of_answer(c.plain)) for c in deeper):
        return headings
    return headings[:place] + [c for c in headings[place:] if c.level <= level]
