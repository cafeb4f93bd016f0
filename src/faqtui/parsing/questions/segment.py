"""Where the questions of a document are, what answers them, and under which headings they stand.

Every way to read the page is weighed (`readings`, `weighing`), and the page is cut as the one says that is worth most: a
heading above the questions is a category, a heading below a question stays in its answer. A page without questions is cut
into its sections.

What is left over is text of the page and of its categories (`introductions`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects import shortcodes
from faqtui.markdown.inline import inline
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.answer_lines import answer_lines
from faqtui.parsing.questions.around import is_around_title
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.candidates import find
from faqtui.parsing.questions.choosing import zones
from faqtui.parsing.questions.choosing.asides import closes_page
from faqtui.parsing.questions.choosing.following import taken_up
from faqtui.parsing.questions.choosing.glossaries import explained, heads, is_terms_title, told_in_lists
from faqtui.parsing.questions.choosing.lists import numbered_titles
from faqtui.parsing.questions.choosing.reading import Act, Range, Reading, ReadingStep
from faqtui.parsing.questions.choosing.readings import Readings
from faqtui.parsing.questions.contents import is_section_of_contents, names_of, only_contents, unnamed
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.introductions import introductions
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.parsing.questions.titles import folded, plain_title, same_title
from faqtui.parsing.questions.wording import is_faq_title, is_problems_title, looks_like_question, part_of_answer
from faqtui.patterns import pattern

_NUMBER = pattern(r"[0-9]{1,2}(?:\.[0-9]{1,3}){0,4}[.:)]?$")
"""The title of a question that is yet to be written."""


def segment(
    scan: Scan, *, title: str = "", title_line: int = 0, fallback: str = "", question: str = "", whole: bool = False
) -> Segments:
    """Cut a document into sections.

    `title` is what its front matter says, on `title_line` (from 0); `fallback` a name for a page without one. A page whose
    front matter asks a `question` answers that one; with `whole` it answers its title.
    """
    segmenter = _Segmenter(scan, question or title, title_line, fallback)
    return segmenter.one(whole_title=not question) if question or whole else segmenter.run()


class _Segmenter:
    """One document being cut."""

    def __init__(self, scan: Scan, title: str, title_line: int, fallback: str) -> None:
        self.scan = scan
        self.given_title = title
        self.title_line = title_line
        self.fallback = fallback
        self.result = Segments()
        self._found = found = find(scan)
        self.result.left = found.left
        self.candidates = taken_up([c for c in found if c.style not in {"echo", "part"}])
        self.headings = [c for c in self.candidates if c.style == "heading"]
        self.result.headings = [c for c in found if c.style in {"heading", "part"}]
        self._echoes = {c.line for c in found if c.style == "echo"}
        self.evidence = Evidence(scan)
        self.total = len(scan.lines)
        self.is_faq = False
        if len(self.headings) > 1 and closes_page(self.headings[-1], self.evidence):
            self.total = self.headings.pop().line
            self.candidates = [c for c in self.candidates if c.line < self.total]

    def run(self) -> Segments:
        self.result.title = self.given_title
        if not self.candidates and not self._says(is_terms_title):
            self._page([])
            return self._with_introductions()
        self.is_faq = self._says(is_faq_title)
        if self.is_faq and len(self.headings) < 2:
            self._take_numbered_titles()
        problems, glossary = self._says(is_problems_title), self._says(is_terms_title)
        terms, lines = glossary or (problems and len(self.headings) < 2), heads(self.headings)
        told = [] if terms else told_in_lists(self.scan, self.headings, lines)
        if terms or lines or told:
            known = {c.line for c in self.candidates if c.style == "term"}
            told += explained(self.scan, self.headings, lines, whole=terms, problems=not glossary)
            told.sort(key=lambda c: c.line)
            more = self._found.first(c for c in told if c.line not in known)
            self.candidates = sorted([*self.candidates, *more], key=lambda c: (c.line, c.level))
        readings = Readings(self.evidence, self.candidates)
        found = zones.find(readings, self.headings, self.total, () if terms else lines)
        candidates = zones.outside(self.candidates, found)
        title = self._title()
        given = Range(
            [c for c in candidates if c.style == "heading"],
            candidates,
            0,
            self.total,
            faq=self.is_faq,
            problems=problems,
            terms=terms,
            title=title,
            sections={zone.heading.line: zone.reading for zone in found},
        )
        weighed = readings.weighed(given)
        whole = self._whole(readings)
        if whole is not None:
            weighed = sorted([*weighed, whole], key=lambda reading: -reading.worth)
        self.result.readings = weighed
        chosen = weighed[0] if weighed else None
        if chosen is None or chosen is whole:
            return self.one(whole_title=False)
        if title is not None and any(step.act is Act.TITLE for step in chosen.steps):
            title.style = "title"
        alone = len(self.headings) == 1 and not any(step.marker.line < self.headings[0].line for step in chosen.steps)
        if not self.given_title and (alone or (title is not None and title.style == "title")):
            self.result.title = self.headings[0].plain
        if not chosen.steps or (len(chosen.steps) == 1 and self._is_all(chosen.steps[0])):
            self._page([step.marker for step in chosen.steps])
            return self._with_introductions()
        self._cut(chosen, [])
        return self._with_introductions()

    def _is_all(self, step: ReadingStep) -> bool:
        """Whether a step is all of a page: its title, or its only heading."""
        return step.act is Act.TITLE or (step.act is Act.ENTRY and [step.marker] == self.headings)

    def _take_numbered_titles(self) -> None:
        """Take the numbered items that text breaks up for headings: "1. Ports"."""
        items = [c for c in self.candidates if c.style == "item" and c.numbered]
        titles = numbered_titles(items, self.scan.lines, self.evidence) if items else []
        for title in titles:
            title.style, title.level, title.stop, title.indent = "heading", PSEUDO_LEVEL - 1, None, 0
        self.headings += titles
        self.result.headings += titles

    def _whole(self, readings: Readings) -> Reading | None:
        """The reading of a page as the answer to the title that was given, where that is none of its headings.

        So is one without a title read whose headings begin with a part of an answer: it is called as its file is.
        """
        if not self.given_title and self.headings and self.fallback and self._begins_with_part():
            told = looks_like_question(self.fallback) or self.evidence.says(0, self.headings[0].line)
            return readings.whole(self.headings, self.total, asks=told)
        if not self.given_title or not self.headings or same_title(self.headings[0].plain, self.given_title):
            return None
        asks = looks_like_question(self.given_title) or re.match(r"how to\b", self.given_title, re.IGNORECASE)
        return readings.whole(self.headings, self.total, asks=bool(asks))

    def _says(self, of: Callable[[str], bool]) -> bool:
        """Whether the page says this of itself: in its title, or in its name."""
        titles = [self.given_title, self.fallback]
        if self.headings and self.headings[0].line <= self._first_text():
            titles.append(self.headings[0].plain)
        return any(of(title) for title in titles if title)

    def _title(self) -> Candidate | None:
        """The heading that is the title of the page: the only one of the highest level, where it comes first."""
        headings = self.headings
        if not headings or headings[0].line > self._first_text():
            return None
        first = headings[0]
        others = sum(1 for c in headings if c.level == first.level)
        if any(c.level < first.level for c in headings):
            return None
        if others == 1:
            return None if self._is_only_entry(first) else first
        following = headings[1]
        if first.asks or following.level != first.level or (following.asks and first.level > 1):
            return None
        untitled = first.level == 1 and not self.evidence.says(first.after, following.line) and not first.tail
        return first if untitled or self._is_title_of_faq(first) else None

    def _is_only_entry(self, first: Candidate) -> bool:
        """Whether a heading is all that stands on a page with another title, and says more than the one section below it."""
        if len(self.headings) != 2 or first.level < 2 or not self.given_title:
            return False
        own = self.evidence.says(first.after, self.headings[1].line)
        return own and not self.headings[1].asks and not same_title(first.plain, self.given_title)

    def _is_title_of_faq(self, first: Candidate) -> bool:
        """Whether a heading of the same level as its categories is the title of a page of questions: none is right below it."""
        if not is_faq_title(first.plain) and not same_title(first.plain, self.given_title):
            return False
        asking = [c.line for c in self.candidates if c.asks or c.style == "q"]
        return len(asking) >= 2 and self.headings[1].line <= asking[0]

    def _first_text(self) -> int:
        """The line before which a title must stand: the tenth block is late for one."""
        blocks = self.scan.blocks
        return blocks[min(len(blocks) - 1, 12)].start if blocks else 0

    def _drop_announced(self) -> None:
        """Drop questions without an answer that come again below with one: they are a table of contents."""
        sections = self.result.sections
        bare = {folded(section.question) for section in sections if not section.lines}
        last = {
            name: section.start for section in sections if section.lines and (name := folded(section.question)) in bare
        }
        announced = {s.start for s in sections if not s.lines and last.get(folded(s.question), -1) > s.start}
        self.result.contents |= announced
        self.result.sections = [s for s in sections if s.lines or s.start not in announced]

    def _with_introductions(self) -> Segments:
        """All that was found, and the texts around it."""
        self._drop_announced()
        title = next(
            (
                c
                for c in self.result.headings
                if self.result.sections and c.line <= self._first_text() and same_title(c.plain, self.result.title)
            ),
            None,
        )
        self.result.introductions = introductions(self.evidence, self.result, title, self._echoes)
        return self.result

    def one(self, *, whole_title: bool) -> Segments:
        """The whole document as the answer to one question: the one that was given, or its first heading."""
        first = self.headings[0] if self.headings and self.headings[0].line <= self._first_text() else None
        if first is not None and noise.is_contents_title(first.plain):
            first = None  # the page is not the answer to that
        if first is not None and not self.given_title and self._begins_with_part():
            first = None
        self.result.title = self.given_title
        if first is not None and whole_title and (not self.given_title or self._stands_for_page(first)):
            self.result.title = self.given_title or first.plain
        elif first is not None and not same_title(first.plain, self.given_title):
            first = None
        self._page([first] if first is not None else [])
        return self._with_introductions()

    def _stands_for_page(self, first: Candidate) -> bool:
        """Whether all of a page that has a title stands below its first heading, as its answer: no other is of that level."""
        beside = [c for c in self.headings[1:] if c.level <= first.level]
        alone = not beside or (
            first.asks and not looks_like_question(self.given_title) and not any(c.asks for c in beside)
        )
        return alone and not self.evidence.said(0, first.line)

    def _begins_with_part(self) -> bool:
        """Whether the headings are parts of an answer: the first and another, "Problem", "Solution", or all below a text."""
        first = self.headings[0]
        beside = [c for c in self.headings[1:] if c.level == first.level]
        if part_of_answer(first.plain) > 1 and any(part_of_answer(c.plain) > 1 for c in beside):
            return True
        parts = all(part_of_answer(c.plain) or is_around_title(c.plain) for c in (first, *beside))
        return parts and first.level > 1 and self.evidence.says(0, first.line) and " " in self.fallback

    # Cutting

    def _cut(self, reading: Reading, above: list[Candidate]) -> None:
        """Cut as a reading says; `above` are the categories it is in."""
        path = list(above)
        for place, step in enumerate(reading.steps):
            marker, stop = step.marker, step.stop
            while len(path) > len(above) and path[-1].level >= marker.level:
                path.pop()
            titles = tuple(c.text for c in path)
            if step.act is Act.TITLE:
                path = []
            elif step.act is Act.SKIP:
                self.result.contents.add(marker.line)
                self._note(only_contents(self.evidence.said(marker.after, stop), titled=True) or [], marker.after, stop)
            elif self._names_nothing(
                marker, step.section.steps if step.section else reading.steps[place + 1 : place + 3]
            ):
                self.result.contents.add(marker.line)
                if step.section is not None:
                    self._cut(step.section, path)
            elif step.section is not None:
                below = step.section.steps[0].marker.line
                if marker.asks and self.evidence.says(marker.after, below):
                    self._whole_entry(marker, below, titles)
                self._open(marker, titles)
                self._cut(step.section, [*path, marker])
            elif step.act is Act.CATEGORY:
                self._open(marker, titles)
                path.append(marker)
            else:
                self._whole_entry(marker, stop, titles)
                if step.act is Act.SPLIT and reading.style == "heading":
                    self._open(marker, titles)
                    path.append(marker)

    def _names_nothing(self, marker: Candidate, below: Sequence[ReadingStep]) -> bool:
        """Whether a heading is no name of a group: the number of the one question right below it, or what contents are called."""
        if not below or not (noise.is_number(marker.plain) or noise.announces_contents(marker.plain, surely=True)):
            return False
        if marker.asks or below[0].act is not Act.ENTRY or self.evidence.says(marker.after, below[0].marker.line):
            return False
        return not noise.is_number(marker.plain) or len(below) == 1 or below[1].marker.level <= marker.level

    def _open(self, marker: Candidate, path: tuple[str, ...]) -> None:
        """A heading is a category, in the one with this `path`."""
        self.result.categories.append((marker, (*path, marker.text)))

    def _whole_entry(self, marker: Candidate, stop: int, path: tuple[str, ...]) -> None:
        """An entry, and what stands beside its tags."""
        self._entry(marker, stop, path)
        self.result.beside += [(line, text, path) for line, text in marker.beside]

    def _page(self, markers: list[Candidate]) -> None:
        """A page without any question: one entry, named by its title."""
        if markers:
            first, after = markers[0], markers[0].after
            if (
                first.asks
                or first.tail
                or self.evidence.said(after, self.total)
                or self.evidence.goes_on(after, self.total)
            ):
                self._entry(first, self.total, ())
            elif (
                same_title(first.plain, self.result.title)
                and not self.evidence.said(0, first.line)
                and not any(shortcodes.tags(first.text))  # a fold with a rule below it, which no title is
            ):  # a title alone says nothing more
                self.result.contents.add(first.line)
            return
        blocks = self.evidence.said(0, self.total)
        question = self.given_title or self.fallback
        if not blocks:
            if looks_like_question(self.given_title):
                self.result.sections.append(
                    Section(self.given_title, self.title_line, self.title_line + 1, [], (), "page")
                )
            return
        block = blocks[0]
        after = block.start
        if not question:
            if block.kind == "paragraph" and len(block.text) <= 200:
                question, after = " ".join(block.text.split()), block.end
            else:
                question = " ".join(inline(block.text)[0].split())[:80]
        line = self.title_line if self.given_title else block.start
        page = Candidate(line, after, 1, "page", question, plain=question)
        self._entry(page, self.total, ())

    def _entry(self, marker: Candidate, stop: int, path: tuple[str, ...]) -> None:
        may_list = marker.style == "heading" and (not marker.asks or self._titles[marker.plain.casefold()] > 1)
        if may_list and not marker.tail and self._is_contents(marker, stop):
            self.result.contents.add(marker.line)
            if not (self.result.title or self.result.sections) and is_faq_title(marker.plain):
                self.result.title = marker.plain  # beside its questions, and not above them
            return
        if not marker.plain:
            return
        if marker.style == "heading" and _NUMBER.match(marker.plain) and not self.evidence.said(marker.after, stop):
            self.result.contents.add(marker.line)  # nothing was written there yet
            return
        if marker.style == "container" and not marker.tail:
            self._skip_repeated(marker, stop)
        lines = answer_lines(self.scan.lines, self.evidence.blocks, marker, stop, self._echoes)
        end = lines[-1][0] + 1 if lines else marker.after
        end = max(end, marker.line + 1)
        if marker.closing > 1 and marker.stop is not None:
            end = max(end, marker.stop + marker.closing)
        self.result.sections.append(Section(marker.text, marker.line, end, lines, path, marker.style))

    def _skip_repeated(self, marker: Candidate, stop: int) -> None:
        """Let the answer in a fold begin below a heading that only says again what the fold is titled."""
        first = next(iter(self.evidence.blocks(marker.after, min(stop, marker.stop or stop))), None)
        if (
            first is not None
            and first.kind == "heading"
            and plain_title(first.text).casefold() == marker.plain.casefold()
            and not self.evidence.goes_on(marker.after, first.start)
        ):
            self.result.contents.add(first.start)
            marker.after = first.end

    def _is_contents(self, marker: Candidate, stop: int) -> bool:
        """Whether a section is a table of contents, or a part of one, which is noted then."""
        said = self.evidence.said(marker.after, stop)
        rows = is_section_of_contents(marker.plain, said, self._titles, self._names)
        self._note(rows, marker.after, stop)
        return rows is not None

    @cached_property
    def _titles(self) -> Counter[str]:
        """The titles of all headings, folded, and how often each stands there."""
        return Counter(heading.plain.casefold() for heading in self.result.headings)

    @cached_property
    def _names(self) -> frozenset[str]:
        return names_of(self._titles)

    def _note(self, rows: list[Block] | None, start: int, stop: int) -> None:
        """Note the lines of a table of contents, but not those of its rows that lead nowhere and name no heading."""
        if rows is not None:
            kept = unnamed(rows, self._titles)
            self.result.contents.update({block.start for block in self.evidence.said(start, stop)} - kept)
