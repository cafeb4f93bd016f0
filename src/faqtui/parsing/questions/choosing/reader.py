"""Making one reading: what each title of a range is, if some of them are the questions, and what is counted of that.

Titles above questions are categories, titles below them parts of answers; a section in which much asks is read by itself, by
whom lists the readings (`readings`).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from faqtui.letters import ASKS
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.choosing import asides
from faqtui.parsing.questions.choosing.lists import announces
from faqtui.parsing.questions.choosing.outline import Outline
from faqtui.parsing.questions.choosing.reading import Act, Range, Reading, ReadingStep
from faqtui.parsing.questions.choosing.weighing import FEW, FEW_OTHERS
from faqtui.parsing.questions.wording import is_generic

if TYPE_CHECKING:
    from typing import Protocol

    from faqtui.parsing.questions.choosing.weighing import ReadingFigures
    from faqtui.parsing.questions.evidence import Evidence

    class Weigher(Protocol):
        """What is asked of whom weighs the readings of a document."""

        evidence: Evidence
        lists: int

        def inner(
            self, marker: Candidate, headings: list[Candidate], stop: int, *, body: bool, alike: bool, peer: bool
        ) -> Reading | None:
            """How the section of an entry is read by itself, where that is worth more than the entry is, or `alike` ones are."""

        def count_whole(
            self, figures: ReadingFigures, outline: Outline, first: int, end: int, *, asks: bool, body: bool
        ) -> None:
            """Count an entry that is a whole page, of which these headings are parts."""

        def strong(self, start: int, stop: int) -> int:
            """How many candidates that are no headings ask below line `start`."""

        def first_strong(self, start: int) -> int | None:
            """The line of the first of these below line `start`."""

        def strong_between(self, given: Range) -> list[Candidate]:
            """These candidates themselves, of a range."""

        def count_answer(
            self,
            figures: ReadingFigures,
            *,
            asked: int,
            parts: int,
            other: int,
            likely: int = 0,
            surely: int = 0,
            hollow: int = 0,
        ) -> None:
            """Count the titles that stand in one answer."""


_FOLLOWING = frozenset({"bold", "lead", "container"})
_WEAK = frozenset({"bold", "lead", "run-in", "item", "term", "row"})
"""What is no question without asking, where nothing says that questions follow."""

LISTS = 2
"""Sections that are lists of questions, from which others of nothing but a list are so too, if they ask at all."""


class Reader:
    """Makes the steps of one reading and counts its figures."""

    def __init__(
        self, readings: Weigher, reading: Reading, given: Range, outline: Outline, title: Candidate | None
    ) -> None:
        self.readings = readings
        self.evidence = readings.evidence
        self.reading = reading
        self.given = given
        self.outline = outline
        self.title = title
        self.roles = reading.figures.roles
        self.asking = reading.style == "heading" and outline.asked(0, len(outline.titles)) >= 2
        self._above: Candidate | None = None  # the last heading: what is unanswered below it may be part of an answer
        self._tells: bool | None = None  # whether that heading has text of its own beside tables, once it was asked
        self._split: Candidate | None = None  # the last heading that asks and whose text is an entry of its own
        self._asking_levels: frozenset[int] | None = None
        self._foreign: list[Candidate] | None = None
        self._around = asides.Around(
            outline,
            readings.evidence,
            readings.strong,
            promised=given.faq or given.problems,
            inner=given.inner,
            zones=given.sections,
        )

    def read(self) -> None:
        """Make all steps."""
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
                self._above, self._tells = marker, None
            if marker is self.title:
                self.roles["asking title" if marker.asks else "title"] += 1
                figures.introducing += self.evidence.spoken(marker.after, following)
                self._step(Act.TITLE, marker, following)
                place += 1
            elif marker.line in given.sections and marker.style == "heading":
                self._section(marker, given.sections[marker.line], outline.line(end))
                place = end
            elif asides.is_contents(outline, place, self.evidence):
                self._step(Act.SKIP, marker, following)  # what stands below it by its level is not part of it
                place += 1
            elif marker.style != "heading":
                place = self._entry(place, end)
            elif self._is_aside(place, end):
                self.roles["links"] += 1  # text of what is around it
                figures.introducing += self.evidence.spoken(marker.line, following)
                place += 1
            elif self._is_category(place, end):
                self._category(place, end)
                place += 1
            else:
                place = self._entry(place, end)

    def _step(self, act: Act, marker: Candidate, stop: int, section: Reading | None = None) -> None:
        self.reading.steps.append(ReadingStep(act, marker, stop, section))

    def _is_aside(self, place: int, end: int) -> bool:
        """Whether what a heading says is text of what is around it, among others that ask or tell problems."""
        outline, marker = self.outline, self.outline.titles[place]
        if end > place + 1:
            return False
        if asides.is_closing(outline, place, self.evidence, self.readings.strong):
            return True
        if marker.asks:
            return False
        if asides.is_subtitle(outline, place, self.evidence) or asides.is_notes(outline, place, self.evidence):
            return True
        asked = outline.asked(0, len(outline.titles))
        if (asked >= 2 or self.given.sections) and asides.leads_on(outline, place, self.evidence):
            return True
        if self.given.faq and asides.is_link(outline, place):
            return True
        own = self.asking and marker.level == self.reading.level
        if own and (asides.is_bare(outline, place) or asides.is_motto(outline, place, self.evidence)):
            return True
        if marker.level > self.reading.level:
            return False
        return asides.is_yet_empty(outline, place, self.evidence) or self._around.is_around(place)

    def _is_category(self, place: int, end: int) -> bool:
        outline, marker = self.outline, self.outline.titles[place]
        level, heading = self.reading.level, self.reading.style == "heading"
        if marker.level > level:
            return False
        below = end - place - 1
        asked = outline.asked(place + 1, end)
        if marker.level == level:
            # A heading among the questions that has nothing but questions below it.
            return heading and not marker.asks and 2 * asked > below and not outline.has_body(place)
        if not below:
            return not marker.asks and not outline.has_body(place)
        if self.reading.style == "term" and marker.asks and not asked:
            return False  # what is defined below a question is part of its answer
        if not heading:
            others = outline.others(place + 1, end)
            return others > 0 or (not marker.asks and not outline.has_body(place) and 2 * asked > below)
        if self.asking and marker.asks and outline.has_body(place):
            return asked > 0
        return asked > 0 or not outline.has_body(place) or self._goes_deep(place, end)

    def _goes_deep(self, place: int, end: int) -> bool:
        """Whether headings of the level of the questions stand below this one."""
        return any(self.outline.titles[n].level >= self.reading.level for n in range(place + 1, end))

    def _category(self, place: int, end: int) -> None:
        outline, marker, figures = self.outline, self.outline.titles[place], self.reading.figures
        body, following = outline.has_body(place), outline.line(place + 1)
        if marker.asks and body:
            # Its own text is its answer.
            self.roles["split"] += 1
            self._split = marker
            figures.sizes.append(following - marker.line)
            self._step(Act.SPLIT, marker, following)
        else:
            # "How we count" above "Q: How many?" asks nothing.
            labelled = outline.titles[place + 1 : place + 2]
            asks = marker.asks and (marker.plain.endswith(ASKS) or not labelled or labelled[0].style != "q")
            role = (
                "category with text"
                if body
                else "category"
                if outline.hollow(place + 1, end) < end - place - 1
                else "links"
            )
            self.roles["part as category" if outline.parts[place] > 1 else "asking category" if asks else role] += 1
            figures.introducing += self.evidence.spoken(marker.after, following)
            self._step(Act.CATEGORY, marker, following)

    def _section(self, marker: Candidate, section: Reading, stop: int) -> None:
        figures, sub = self.reading.figures, section.figures
        for role, count in sub.roles.items():
            self.roles[role] += count
        figures.sizes += sub.sizes
        figures.introducing += sub.introducing
        figures.stray += sub.stray
        self._step(Act.SECTION, marker, stop, section)

    def _entry(self, place: int, end: int) -> int:
        """Count the entry at a place, whose titles end before `end`; the place after it."""
        outline, marker, given = self.outline, self.outline.titles[place], self.given
        stop = outline.line(end)
        if given.sections and any(outline.titles[n].line in given.sections for n in range(place + 1, end)):
            body = outline.has_body(place)
            self.roles["category with text" if body else "category"] += 1
            self._step(Act.SPLIT if body else Act.CATEGORY, marker, outline.line(place + 1))
            return place + 1
        heading = marker.style == "heading"
        asked, below = outline.asked(place + 1, end), end - place - 1
        body = outline.has_body(place)
        other = self.readings.strong(marker.line, stop)
        if heading and self._may_be_section(place, asked, other, below):
            alike = self._is_alike(place, asked, below)
            peer = body and not marker.asks and marker.level in self._levels()
            inner = list(outline.titles[place + 1 : end])
            section = self.readings.inner(marker, inner, stop, body=body, alike=alike, peer=peer)
            if section is not None:
                self._inner_section(marker, section, stop, body=body)
                return end
        figures = self.reading.figures
        own = stop
        if marker.stop is not None and marker.stop < stop:
            own = marker.stop + marker.closing
            figures.stray += self.evidence.spoken(own, stop)
        figures.sizes.append(max(1, own - marker.line))
        surely, hollow = outline.surely(place + 1, end), outline.hollow(place + 1, end)
        if heading and not marker.asks and below > body and below >= 2 * surely and self._is_lone(place, end):
            self.readings.count_whole(figures, outline, place + 1, end, asks=False, body=body)
        else:
            self._count(place, end, body=body)
            likely = outline.named(place + 1, end) - surely
            parts = below - asked
            if self.reading.style == "term":  # what an answer defines is worth nothing: no other reading counts it
                defined = sum(c.style == "term" and not c.asks for c in outline.titles[place + 1 : end])
                parts = max(parts - defined, likely + surely + hollow)
            self.readings.count_answer(
                figures, asked=asked, parts=parts, other=other, likely=likely, surely=surely, hollow=hollow
            )
        self._step(Act.ENTRY, marker, stop)
        return end

    def _may_be_section(self, place: int, asked: int, other: int, below: int) -> bool:
        """Whether a heading says nothing itself, or so much asks below it, that its section is weighed by itself."""
        marker = self.outline.titles[place]
        if self._is_alike(place, asked, below):
            return True
        if is_generic(marker.plain):
            return False
        if marker.asks:
            return asked > FEW or other > FEW_OTHERS
        if below > 1 and (self.given.faq or self._levels()) and self.outline.is_group(place):
            return True
        if other and not asked and self._announces(marker):
            return False
        if asked + other > 1 or (asked + other and self._begins(marker)):
            return True
        return self.readings.lists >= LISTS and not below

    def _is_alike(self, place: int, asked: int, below: int) -> bool:
        """Whether what is below a heading begins as it does, or it asks above a few questions, as another does above many."""
        outline, marker = self.outline, self.outline.titles[place]
        if outline.is_extended(place):
            return not outline.is_alone(place) and not (marker.asks and outline.has_body(place))
        return marker.asks and asked == below > 1 and marker.level in self._families

    @cached_property
    def _families(self) -> frozenset[int]:
        """The levels of headings that ask and have nothing but questions below them, more than may stand in one answer."""
        outline = self.outline
        below = [(n, end - n - 1) for n, end in enumerate(outline.ends) if outline.titles[n].asks and end - n - 1 > FEW]
        return frozenset(outline.titles[n].level for n, count in below if outline.asked(n + 1, n + 1 + count) == count)

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

    def _announces(self, marker: Candidate) -> bool:
        """Whether what asks first below a heading is one of a list or the first step that a line above it announces."""
        first = self.readings.first_strong(marker.line)
        said = self.evidence.said(marker.after, first) if first is not None else []
        listed = self.evidence.blocks(first, first + 1)[:1] if first is not None and said else []
        begun = any(block.item is not None or block.text.lstrip("*_( ")[:1] == "1" for block in listed)
        return begun and announces(said[-1].text)

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
        answered = body or (below and (outline.surely(place + 1, end) == below or outline.is_alone(place)))
        if marker.asks or marker.style == "q":
            if answered:
                follows = marker.style in _FOLLOWING and self._above is not None and self._above is self._split
                roles["follow-up" if follows else "answered"] += 1
            elif below:
                roles["above parts"] += 1
            else:
                roles["unanswered"] += 1
        elif answered and self.given.terms and marker.style == "term":
            roles["told in FAQ"] += 1
        elif outline.parts[place] == 1:
            roles["likely part as entry"] += 1
        elif outline.parts[place] or is_generic(marker.plain):
            again = marker.style == "heading" and marker.level >= outline.below
            roles["part again as entry" if again else "part as entry"] += 1
        elif not answered and (
            marker.style == "item" or (self.given.terms and marker.style == "heading" and not below)
        ):
            roles["unanswered"] += 1  # of a list most of which asks, or of terms
        elif not answered:
            roles["above others" if below else "untold"] += 1
        elif marker.style in _WEAK and self._levels():
            roles["told weakly"] += 1  # where headings ask and are answered, such a line says nothing of itself
        elif self.given.faq or (self.given.problems and (marker.style not in _WEAK or self._is_row_of_all(marker))):
            roles["told in FAQ"] += 1
        else:
            strong = marker.style == "item" and marker.strong
            roles["told weakly" if marker.style in _WEAK and not strong else "told"] += 1
        if marker.level < self.reading.level and self.reading.style == "heading":
            roles["asking off level" if marker.asks else "off level"] += 1

    def _is_row_of_all(self, marker: Candidate) -> bool:
        """Whether a row is of a table that is all there is below a heading."""
        if marker.style != "row" or self._above is None or self._above is self.title:
            return marker.style == "row"
        if self._tells is None:
            said = self.evidence.said(self._above.after, marker.line)
            self._tells = any(block.kind != "table" for block in said)
        return not self._tells

    def _is_sheltered(self, marker: Candidate) -> bool:
        """Whether an item, a row, a term in a fold, or a step ("1. ...") in bold stands in the answer to another question."""
        if marker.style not in {"item", "row", "term"} and not (marker.style == "bold" and marker.plain[:1].isdigit()):
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
