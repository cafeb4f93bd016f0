"""The ways in which a page, or a section of one, can be read: each a cut into entries, categories and parts of answers.

A reading takes one sort of candidates for the questions: the headings of a level, bold lines, folds, and so on. What each
title is then follows from where it stands, and is counted on the way. What that is worth is `weighing`'s business, cutting
is `segment`'s.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from faqtui.parsing.questions import noise, styles
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.contents import only_contents
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.outline import Outline
from faqtui.parsing.questions.weighing import FEW, FEW_OTHERS, WEIGHTS, Figures, worth
from faqtui.parsing.questions.wording import is_generic

_STRONG = frozenset({"q", "bold", "lead", "container"})
"""What asks in an answer and may be a question of its own; items of lists that ask are part of many answers."""

_FOLLOWING = frozenset({"bold", "lead", "container"})
_WEAK = frozenset({"bold", "lead", "run-in", "item", "term", "row"})
"""What is no question without asking, where nothing says that questions follow."""


LISTS = 2
"""Sections that are lists of questions, from which others that are nothing but a list are so too, if they ask at all."""


class Act(Enum):
    """What is done with a title when a page is cut."""

    TITLE = "title"
    CATEGORY = "category"
    ENTRY = "entry"
    SPLIT = "split"  # an entry of the text above the questions below it, which stand under it as under a category
    SKIP = "skip"
    SECTION = "section"  # read by itself


class Step(NamedTuple):
    """One cut: from `marker` up to line `stop`. `section` is how a section is read that is read by itself."""

    act: Act
    marker: Candidate
    stop: int
    section: Reading | None = None


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """One way to read lines of a document, with its figures and its worth."""

    name: str
    style: str
    level: int
    steps: list[Step] = field(default_factory=list)
    figures: Figures = field(default_factory=Figures)
    worth: float = 0.0


class Range(NamedTuple):
    """What is read: the headings and all candidates in it, in order; lines from `start` to before `stop`.

    `faq` says that what stands above says that questions follow, `problems` that problems do. `title` is the heading that is
    the title of the page, where one is. `sections` are the sections that are read by themselves, by the line of their
    heading; `inner` says that the range is itself a section, below its heading; `listed` that all items of lists in it are
    questions.
    """

    headings: list[Candidate]
    candidates: list[Candidate]
    start: int
    stop: int
    faq: bool = False
    problems: bool = False
    title: Candidate | None = None
    sections: Mapping[int, Reading] = MappingProxyType({})
    inner: bool = False
    listed: bool = False


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
        self._folds = [c for c in candidates if c.style == "container"]
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
        found = []
        headings = given.headings
        if self._folds:
            headings = outside(headings, self._folds)
        outline: Outline | None = None
        levels = sorted({c.level for c in headings if c.line not in given.sections})
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
        found = []
        for style in styles.SORTS:
            listed = given.listed and style == "item"
            questions = styles.wanted(given.candidates, style, self.evidence, faq=given.faq or listed, listed=listed)
            if not questions or (len(questions) == 1 and given.headings[given.title is not None :]):
                continue
            headings = outside(given.headings, self._folds) if style != "container" else given.headings
            titles = sorted(outside(headings, questions) + questions, key=lambda c: (c.line, c.level))
            first = questions[0].line
            title = given.title if given.title is not None and given.title.line <= first else None
            outline = Outline(titles, given.stop, self.evidence)
            found.append(self._read(Reading(styles.NAMES[style], style, PSEUDO_LEVEL), given, outline, title))
        return found

    def _read(self, reading: Reading, given: Range, outline: Outline, title: Candidate | None) -> Reading:
        _Reader(self, reading, given, outline, title).read()
        reading.worth = worth(reading.figures)
        return reading

    def _one(self, given: Range, outline: Outline) -> Reading:
        """The reading of a page as the answer to its first heading, which is above all others."""
        marker = outline.titles[0]
        reading = self.whole(outline.titles, given.stop, first=1, asks=marker.asks, body=outline.has_body(0))
        reading.figures.introducing += self.evidence.spoken(given.start, marker.line)
        reading.steps.append(Step(Act.ENTRY, marker, given.stop))
        reading.worth = worth(reading.figures)
        return reading

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

    def count_whole(self, figures: Figures, outline: Outline, first: int, end: int, *, asks: bool, body: bool) -> None:
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

    def inner(self, marker: Candidate, headings: list[Candidate], stop: int, *, body: bool) -> Reading | None:
        """How the section of an entry is read by itself, where that is worth more than the entry is."""
        key = (marker.line, stop)
        if key not in self._inner:
            self._inner[key] = self._weigh_inner(marker, headings, stop, body=body)
        return self._inner[key]

    def _weigh_inner(self, marker: Candidate, headings: list[Candidate], stop: int, *, body: bool) -> Reading | None:
        listed = not headings and not marker.asks and self.lists >= LISTS
        given = Range(headings, self.between(marker.after, stop), marker.after, stop, inner=True, listed=listed)
        best = next(iter(self.weighed(given)), None)
        if best is None:
            return None
        role = ("split" if marker.asks else "category with text") if body else "category"
        whole = Figures()
        asked = sum(1 for c in headings if c.asks)
        self.count_answer(whole, asked=asked, parts=len(headings) - asked, other=self.strong(marker.line, stop))
        whole.roles["answered" if marker.asks else "told" if body else "above others"] += 1
        return best if best.worth + WEIGHTS[role] > worth(whole) else None

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
        figures: Figures, *, asked: int, parts: int, other: int, likely: int = 0, surely: int = 0, hollow: int = 0
    ) -> None:
        """Count the titles that stand in one answer: those that ask, those that do not, and what asks otherwise."""
        roles = figures.roles
        roles["nested"] += min(asked, FEW)
        roles["crowded"] += max(0, asked - FEW)
        roles["part"] += parts - likely - surely - hollow
        roles["likely part"] += likely
        roles["hollow part"] += hollow
        roles["named part"] += surely
        roles["nested otherwise"] += min(other, FEW_OTHERS)
        roles["crowded otherwise"] += max(0, other - FEW_OTHERS)


class _Reader:
    """Makes the steps of one reading and counts its figures."""

    def __init__(
        self, readings: Readings, reading: Reading, given: Range, outline: Outline, title: Candidate | None
    ) -> None:
        self.readings = readings
        self.evidence = readings.evidence
        self.reading = reading
        self.given = given
        self.outline = outline
        self.title = title
        self.roles = reading.figures.roles
        self.asking = reading.style == "heading" and outline.asked(0, len(outline.titles)) >= 2
        self._above: Candidate | None = (
            None  # the last heading, below which what is unanswered may be part of an answer
        )
        self._split: Candidate | None = None  # the last heading that asks and whose text is an entry of its own
        self._asking_levels: frozenset[int] | None = None
        self._foreign: list[Candidate] | None = None

    def read(self) -> None:
        outline, titles, given = self.outline, self.outline.titles, self.given
        figures = self.reading.figures
        if titles:
            figures.introducing += self.evidence.spoken(given.start, titles[0].line)
        place, count = 0, len(titles)
        while place < count:
            marker = titles[place]
            end = outline.ends[place]
            following = outline.line(place + 1)
            if marker.style == "heading":
                self._above = marker
            if marker is self.title:
                self.roles["asking title" if marker.asks else "title"] += 1
                figures.introducing += self.evidence.spoken(marker.after, following)
                self._step(Act.TITLE, marker, following)
                place += 1
            elif marker.line in given.sections and marker.style == "heading":
                self._section(marker, given.sections[marker.line], outline.line(end))
                place = end
            elif self._is_contents(marker, following):
                self._step(Act.SKIP, marker, following)  # what stands below it by its level is not part of it
                place += 1
            elif self._is_category(place, end):
                self._category(place, following)
                place += 1
            else:
                place = self._entry(place, end)

    def _step(self, act: Act, marker: Candidate, stop: int, section: Reading | None = None) -> None:
        self.reading.steps.append(Step(act, marker, stop, section))

    def _is_contents(self, marker: Candidate, following: int) -> bool:
        if not noise.is_contents_title(marker.plain):
            return False
        blocks = self.evidence.said(marker.after, following)
        return bool(blocks) and only_contents(blocks, titled=True) is not None

    def _is_category(self, place: int, end: int) -> bool:
        outline, marker = self.outline, self.outline.titles[place]
        level, heading = self.reading.level, self.reading.style == "heading"
        if marker.style != "heading" or marker.level > level:
            return False
        below = end - place - 1
        asked = outline.asked(place + 1, end)
        if marker.level == level:
            # A heading among the questions that has nothing but questions below it.
            return heading and not marker.asks and 2 * asked > below and not outline.has_body(place)
        if not below:
            return not marker.asks and not outline.has_body(place)
        if not heading:
            others = outline.others(place + 1, end)
            return others > 0 or (not marker.asks and not outline.has_body(place) and 2 * asked > below)
        if self.asking and marker.asks and outline.has_body(place):
            return asked > 0
        return asked > 0 or not outline.has_body(place) or self._goes_deep(place, end)

    def _goes_deep(self, place: int, end: int) -> bool:
        """Whether headings of the level of the questions stand below this one."""
        return any(self.outline.titles[n].level >= self.reading.level for n in range(place + 1, end))

    def _category(self, place: int, following: int) -> None:
        outline, marker, figures = self.outline, self.outline.titles[place], self.reading.figures
        body = outline.has_body(place)
        if marker.asks and body:
            # Its own text is its answer.
            self.roles["split"] += 1
            self._split = marker
            figures.sizes.append(following - marker.line)
            self._step(Act.SPLIT, marker, following)
        else:
            role = "category with text" if body else "category"
            self.roles[
                "part as category" if outline.parts[place] > 1 else "asking category" if marker.asks else role
            ] += 1
            figures.introducing += self.evidence.spoken(marker.after, following)
            self._step(Act.CATEGORY, marker, following)

    def _section(self, marker: Candidate, section: Reading, stop: int) -> None:
        figures, sub = self.reading.figures, section.figures
        figures.roles.update(sub.roles)
        figures.sizes += sub.sizes
        figures.introducing += sub.introducing
        figures.stray += sub.stray
        self._step(Act.SECTION, marker, stop, section)

    def _entry(self, place: int, end: int) -> int:
        """Count the entry at a place, whose titles end before `end`; the place after it."""
        outline, marker, given = self.outline, self.outline.titles[place], self.given
        stop = outline.line(end)
        if given.sections:
            inside = next((n for n in range(place + 1, end) if outline.titles[n].line in given.sections), None)
            if inside is not None:
                body = outline.has_body(place)
                self.roles["category with text" if body else "category"] += 1
                self._step(Act.SPLIT if body else Act.CATEGORY, marker, outline.line(inside))
                return inside
        heading = marker.style == "heading"
        asked = outline.asked(place + 1, end)
        below = end - place - 1
        body = outline.has_body(place)
        other = self.readings.strong(marker.line, stop)
        if heading and self._may_be_section(place, asked, other, below):
            section = self.readings.inner(marker, list(outline.titles[place + 1 : end]), stop, body=body)
            if section is not None:
                self._inner_section(marker, section, stop, body=body)
                return end
        figures = self.reading.figures
        own = stop
        if marker.stop is not None and marker.stop < stop:
            own = marker.stop + marker.closing
            figures.stray += self.evidence.spoken(own, stop)
        figures.sizes.append(max(1, own - marker.line))
        if heading and not marker.asks and below and self._is_lone(place, end):
            self.readings.count_whole(figures, outline, place + 1, end, asks=False, body=body)
        else:
            self._count(place, end, body=body)
            surely, hollow = outline.surely(place + 1, end), outline.hollow(place + 1, end)
            likely = outline.named(place + 1, end) - surely
            self.readings.count_answer(
                figures, asked=asked, parts=below - asked, other=other, likely=likely, surely=surely, hollow=hollow
            )
        self._step(Act.ENTRY, marker, stop)
        return end

    def _may_be_section(self, place: int, asked: int, other: int, below: int) -> bool:
        """Whether a heading says nothing itself, or so much asks below it, that its section is weighed by itself."""
        marker = self.outline.titles[place]
        if is_generic(marker.plain):
            return False
        if marker.asks:
            return asked > FEW or other > FEW_OTHERS
        if self._is_group(place, below):
            return True
        if asked + other > 1 or (asked + other and self._begins(marker)):
            return True
        return self.readings.lists >= LISTS and not below

    def _is_group(self, place: int, below: int) -> bool:
        """Whether a heading among questions has no words of its own above several titles that are no parts of an answer."""
        outline = self.outline
        if below < 2 or outline.has_body(place) or not (self.given.faq or self._levels()):
            return False
        end = place + 1 + below
        return (
            not outline.named(place + 1, end)
            and not outline.hollow(place + 1, end)
            and not outline.again(place + 1, end)
        )

    def _inner_section(self, marker: Candidate, section: Reading, stop: int, *, body: bool) -> None:
        """Count a section that is read by itself; the text above its questions is the answer to its title, if that asks."""
        if marker.asks and body:
            self.roles["split"] += 1
            self.reading.figures.sizes.append(section.steps[0].marker.line - marker.line)
        else:
            self.roles["category with text" if body else "category"] += 1
        self._section(marker, section, stop)

    def _begins(self, marker: Candidate) -> bool:
        """Whether a section begins with what asks, and says nothing before."""
        first = self.readings.first_strong(marker.line)
        return not marker.tail and first is not None and not self.evidence.says(marker.after, first)

    def _is_lone(self, place: int, end: int) -> bool:
        """Whether an entry is all that there is, but for the title of the page."""
        first = 1 if self.title is not None and self.outline.titles[0] is self.title else 0
        return place == first and end == len(self.outline.titles) and not self.given.inner

    def _count(self, place: int, end: int, *, body: bool) -> None:
        """Count what sort of entry the title at a place makes."""
        outline, marker, roles = self.outline, self.outline.titles[place], self.roles
        below = end - place - 1
        if self._is_sheltered(marker):
            roles["sheltered"] += 1
            return
        answered = body or (below and outline.surely(place + 1, end) == below)
        if marker.asks or marker.style == "q":
            if answered:
                follows = marker.style in _FOLLOWING and self._above is not None and self._above is self._split
                roles["follow-up" if follows else "answered"] += 1
            elif below:
                roles["above parts"] += 1
            else:
                roles["unanswered"] += 1
        elif outline.parts[place] == 1:
            roles["likely part as entry"] += 1
        elif outline.parts[place] or is_generic(marker.plain):
            again = marker.style == "heading" and marker.level >= outline.below
            roles["part again as entry" if again else "part as entry"] += 1
        elif not answered and marker.style == "item":
            roles["unanswered"] += 1  # of a list most of which asks
        elif not answered:
            roles["above others" if below else "untold"] += 1
        elif marker.style in _WEAK and self._levels():
            roles["told weakly"] += 1  # where headings ask and are answered, such a line says nothing of itself
        elif self.given.faq or (self.given.problems and marker.style not in _WEAK):
            roles["told in FAQ"] += 1
        else:
            roles["told weakly" if marker.style in _WEAK else "told"] += 1
        if marker.level < self.reading.level and self.reading.style == "heading":
            roles["asking off level" if marker.asks else "off level"] += 1

    def _is_sheltered(self, marker: Candidate) -> bool:
        """Whether an item of a list, a row of a table, or a term in a fold stands in the answer to another question."""
        if marker.style not in {"item", "row", "term"}:
            return False
        held = marker.style == "term"  # such a list may well be the answers, but what folds around it is no part of one
        if not held and self._above is not None and (self._above.asks or self._above.level in self._levels()):
            return True
        if self._foreign is None:
            own = {c.line for c in self.outline.titles}
            self._foreign = [c for c in self.readings.strong_between(self.given) if c.line not in own]
        place = bisect_left(self._foreign, marker.line, key=lambda c: c.line)
        if not place:
            return False
        above = self._foreign[place - 1]
        if self._above is not None and above.line < self._above.line:
            return False
        return not held if above.stop is None else above.stop > marker.line

    def _levels(self) -> frozenset[int]:
        """The levels on which headings ask and are answered: what stands on them is a question even where it does not ask."""
        if self._asking_levels is None:
            outline = self.outline
            asking = [n for n, c in enumerate(outline.titles) if c.style == "heading" and c.asks]
            self._asking_levels = frozenset([outline.titles[n].level for n in asking if outline.has_body(n)])
        return self._asking_levels


def outside(headings: list[Candidate], questions: list[Candidate]) -> list[Candidate]:
    """The headings that do not stand in the container of a question, of whose answer they are parts."""
    folds = [c for c in questions if c.stop is not None]
    starts = [c.line for c in folds]
    kept = []
    for heading in headings:
        place = bisect_right(starts, heading.line - 1) - 1
        if place < 0 or heading.line >= (folds[place].stop or 0):
            kept.append(heading)
    return kept
