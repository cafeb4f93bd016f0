"""Sections that hold questions of their own: those whose title says so ("FAQ"), and those that turn out to.

How the questions of a section are written is decided for it alone, so that a page may hold several ways.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.wording import is_faq_title, is_generic

LISTS = 2
"""Sections that are lists of questions, from which others that are nothing but a list are so too, if they ask at all."""


@dataclass(slots=True)
class Zone:
    """A section with questions: its heading, the line before which it ends, how they are written, what could be one."""

    heading: Candidate
    stop: int
    style: str
    level: int
    markers: list[Candidate]


class Zones:
    """Finds such sections in one document."""

    def __init__(self, evidence: Evidence, candidates: list[Candidate]) -> None:
        self.evidence = evidence
        self.candidates = candidates
        self.total = len(evidence.scan.lines)
        self._lines = [candidate.line for candidate in candidates]
        self._lists = 0

    def find(self, headings: list[Candidate]) -> list[Zone]:
        """The sections under headings such as "FAQ" in which questions are found, but not a whole page of them."""
        zones: list[Zone] = []
        reach = 0
        for index, heading in enumerate(headings):
            if heading.line < reach or heading.asks or not is_faq_title(heading.plain):
                continue
            after = index + 1
            while after < len(headings) and headings[after].level > heading.level:
                after += 1
            stop = headings[after].line if after < len(headings) else self.total
            if index == 0 and stop == self.total:
                continue  # the title of the page
            zone = self._zone(heading, headings[index + 1 : after], stop)
            if zone is not None:
                zones.append(zone)
                self._lists += zone.style == "item"
                reach = stop
        return zones

    def _zone(self, heading: Candidate, below: list[Candidate], stop: int) -> Zone | None:
        low, high = bisect_left(self._lines, heading.after), bisect_left(self._lines, stop)
        candidates = self.candidates[low:high]
        style = self.evidence.style(below, candidates, faq=True)
        if style != "heading":
            markers = self.evidence.wanted(candidates, style, faq=True)
            return Zone(heading, stop, style, PSEUDO_LEVEL, sorted(below + markers, key=lambda c: (c.line, c.level)))
        if not below:
            return None
        return Zone(heading, stop, style, self.evidence.level(below, stop, faq=True), below)

    def outside(self, zones: list[Zone]) -> list[Candidate]:
        """The candidates that stand in none of these; their headings stand for them."""
        candidates = self.candidates
        kept: list[Candidate] = []
        begin = 0
        for zone in zones:
            end = bisect_right(self._lines, zone.heading.line)
            kept += [c for c in candidates[begin:end] if c.line < zone.heading.line or c is zone.heading]
            begin = bisect_left(self._lines, zone.stop)
        return kept + candidates[begin:]

    def within(self, marker: Candidate, stop: int) -> Zone | None:
        """The questions that a section consists of though its title does not ask, and says nothing of them."""
        if marker.asks or marker.stop is not None or is_generic(marker.plain):
            return None
        low, high = bisect_left(self._lines, marker.after), bisect_left(self._lines, stop)
        candidates = self.candidates[low:high]
        if self._lists >= LISTS and self.evidence.is_list_of_questions(candidates):
            questions = self.evidence.wanted(candidates, "item", faq=True, listed=True)
            return Zone(marker, stop, "item", PSEUDO_LEVEL, questions)
        if sum(1 for c in candidates if c.asks and c.style in {"q", "bold", "lead", "container"}) < 2:
            return None
        below = [c for c in candidates if c.style == "heading"]
        style = self.evidence.style(below, candidates, faq=False)
        if below or style not in {"q", "bold", "container"}:
            return None
        markers = self.evidence.wanted(candidates, style, faq=False)
        blocks = self.evidence.blocks(marker.after, stop)
        late = len(markers) < 2 or (len(blocks) > 2 and markers[0].line > blocks[2].start)
        return None if late else Zone(marker, stop, style, PSEUDO_LEVEL, markers)
