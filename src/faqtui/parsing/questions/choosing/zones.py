"""Sections whose title says that questions follow ("FAQ"), or problems, or terms; each of these is weighed by itself.

So a page may hold several ways, and a README its few questions among sections that ask nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence

from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.choosing.reading import Range, Reading
from faqtui.parsing.questions.choosing.readings import Readings
from faqtui.parsing.questions.wording import is_faq_title, is_problems_title, part_of_answer
from faqtui.records import NamedTuple

_LEAST = 0.5
"""What a section of problems or terms is worth at least: two that are told without being asked, below a few lines of text."""


class Zone(NamedTuple):
    """Such a section: its heading, the line before which it ends, and how it is read."""

    heading: Candidate
    stop: int
    reading: Reading


def find(readings: Readings, headings: Sequence[Candidate], total: int, terms: Container[int]) -> list[Zone]:
    """The sections of a document of `total` lines that hold questions; one that is the whole page is none.

    `terms` are the lines of the headings of glossaries.
    """
    zones: list[Zone] = []
    reach = 0
    for index, heading in enumerate(headings):
        if heading.line < reach or heading.asks:
            continue
        faq = is_faq_title(heading.plain)
        defines = heading.line in terms
        if not faq and not defines and not is_problems_title(heading.plain):
            continue
        after = index + 1
        while after < len(headings) and headings[after].level > heading.level:
            after += 1
        stop = headings[after].line if after < len(headings) else total
        if index == 0 and stop == total:
            continue  # the title of the page
        candidates = readings.between(heading.after, stop)
        below = list(headings[index + 1 : after])
        leads = not faq and below and (is_problems_title(below[0].plain) or is_faq_title(below[0].plain))
        if leads and not readings.evidence.says(heading.after, below[0].line):
            continue  # "Troubleshooting" above "Common issues": the problems are told there
        problems = not faq and is_problems_title(heading.plain)
        given = Range(below, candidates, heading.after, stop, faq=faq, problems=problems, terms=defines, inner=True)
        weighed = readings.weighed(given)
        if weighed and weighed[0].steps and (faq or _tells_problems(weighed[0])):
            zones.append(Zone(heading, stop, weighed[0]))
            readings.lists += weighed[0].style == "item"
            reach = stop
    return zones


def _tells_problems(reading: Reading) -> bool:
    """Whether a section whose title promises problems or terms tells of some, each under a title of its own."""
    if reading.style == "heading" and reading.figures.entries == 1:
        return not part_of_answer(reading.steps[0].marker.plain)
    told = reading.style in {"heading", "container", "row", "term"}
    return (
        (told or (reading.style == "bold" and reading.figures.asking == reading.figures.entries))
        and reading.figures.entries > 1
        and reading.worth > _LEAST
    )


def outside(candidates: Sequence[Candidate], zones: Sequence[Zone]) -> list[Candidate]:
    """The candidates that stand in none of these sections; their headings stand for them."""
    lines = [c.line for c in candidates]
    kept: list[Candidate] = []
    begin = 0
    for zone in zones:
        end = bisect_right(lines, zone.heading.line)
        kept += [c for c in candidates[begin:end] if c.line < zone.heading.line or c is zone.heading]
        begin = bisect_left(lines, zone.stop)
    return kept + list(candidates[begin:])
