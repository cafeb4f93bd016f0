"""Where the questions of a document are, what answers them, and under which headings they stand.

Which candidates are questions is decided once per document, from evidence: how many titles of a level read like questions,
whether text stands under them, what else could be questions. Then the document is walked once: a heading above the
questions is a category, a heading below a question stays in its answer. A page without questions is cut into its sections.

What is left over is text of the page and of its categories (`introductions`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile

from faqtui.markdown.blocks import Block
from faqtui.markdown.inline import inline
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.answer_lines import answer_lines
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.candidates import find
from faqtui.parsing.questions.evidence import Evidence, is_part_of_answer
from faqtui.parsing.questions.introductions import introductions
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.parsing.questions.wording import is_faq_title, looks_like_question
from faqtui.parsing.questions.zones import Zone, Zones

_LONG_ROW = 120
"""Characters of a row in a table of contents: a longer text says something of its own."""


def segment(
    scan: Scan, *, title: str = "", title_line: int = 0, fallback: str = "", question: str = "", whole: bool = False
) -> Segments:
    """Cut a document into sections.

    `title` is what its front matter says, on `title_line` (from 0); `fallback` a name for a page without one. A page whose
    front matter asks a `question` answers that one; with `whole` it answers its title.
    """
    segmenter = _Segmenter(scan, question or title, title_line, fallback)
    if not question and not whole and segmenter.answers_title():
        return segmenter.one(whole_title=False)
    return segmenter.one(whole_title=not question) if question or whole else segmenter.run()


class _Segmenter:
    """One document being cut."""

    def __init__(self, scan: Scan, title: str, title_line: int, fallback: str) -> None:
        self.scan = scan
        self.given_title = title
        self.title_line = title_line
        self.fallback = fallback
        self.result = Segments()
        found = find(scan)
        self.result.left = found.left
        self.candidates = [c for c in found if c.style != "echo"]
        self._echoes = {c.line for c in found if c.style == "echo"}
        self.evidence = Evidence(scan)
        self.total = len(scan.lines)
        self.finder = Zones(self.evidence, self.candidates)
        self._zones: dict[int, Zone] = {}
        self.is_faq = False

    def run(self) -> Segments:
        headings = [c for c in self.candidates if c.style == "heading"]
        self.result.headings = headings
        zones = self.finder.find(headings)
        self._zones = {zone.heading.line: zone for zone in zones}
        candidates = self.finder.outside(zones)
        own = [c for c in candidates if c.style == "heading"]
        plain = [c for c in own if c.line not in self._zones]
        faq = self.is_faq = self._is_faq(headings)
        style = self.evidence.style(plain[1:] if faq and self._is_first_title(plain) else plain, candidates, faq=faq)
        self._title(headings, style)
        if style == "heading":
            level = self.evidence.level([c for c in own if c.line not in self._zones], self.total, faq=faq)
            markers = own
        else:
            level = PSEUDO_LEVEL
            wanted = self.evidence.wanted(candidates, style, faq=faq)
            markers = sorted(_outside(own, wanted) + wanted, key=lambda c: (c.line, c.level))
        self._walk(markers, level, style, self.total, [])
        return self._with_introductions()

    def _is_faq(self, headings: list[Candidate]) -> bool:
        """Whether the page says of itself that it holds questions: in its title, or in its name."""
        titles = [self.given_title, self.fallback]
        if headings and headings[0].line <= self._first_text():
            titles.append(headings[0].plain)
        return any(is_faq_title(title) for title in titles if title)

    def _is_first_title(self, headings: list[Candidate]) -> bool:
        """Whether the first heading is one above all others, so that the others are below it."""
        if not headings or headings[0].line > self._first_text() or headings[0].asks:
            return False
        return all(c.level > headings[0].level for c in headings[1:])

    def _with_introductions(self) -> Segments:
        """All that was found, and the texts around it."""
        title = next(
            (
                c
                for c in self.result.headings
                if self.result.sections
                and c.line <= self._first_text()
                and c.plain.casefold() == self.result.title.casefold()
            ),
            None,
        )
        self.result.introductions = introductions(self.evidence, self.result, title, self._echoes)
        return self.result

    def one(self, *, whole_title: bool) -> Segments:
        """The whole document as the answer to one question: the one that was given, or its first heading."""
        headings = [c for c in self.candidates if c.style == "heading"]
        self.result.headings = headings
        first = headings[0] if headings and headings[0].line <= self._first_text() else None
        self.result.title = self.given_title
        if first is not None and whole_title and (not self.given_title or not self._said(0, first.line)):
            self.result.title = self.given_title or first.plain
        elif first is not None and first.plain.casefold() != self.given_title.casefold():
            first = None
        self._page([first] if first is not None else [])
        return self._with_introductions()

    def answers_title(self) -> bool:
        """Whether the headings are the parts of one answer, such as "Symptoms" and "Solution", to the title that was given."""
        headings = [c for c in self.candidates if c.style == "heading"]
        if not self.given_title or not headings or headings[0].plain.casefold() == self.given_title.casefold():
            return False
        parts = sum(1 for c in headings if is_part_of_answer(c.plain))
        asking = looks_like_question(self.given_title) or re.match(r"how to\b", self.given_title, re.IGNORECASE)
        return parts == len(headings) or (
            bool(asking) and 2 * parts >= len(headings) and not any(c.asks for c in headings)
        )

    def _said(self, start: int, stop: int) -> list[Block]:
        """The blocks from line `start` to before `stop` that are no noise by themselves."""
        return [block for block in self.evidence.blocks(start, stop) if not noise.is_noise(block)]

    def _title(self, headings: list[Candidate], style: str) -> None:
        """Take the title off the headings: the only one of the highest level, where it comes first."""
        self.result.title = self.given_title
        if not headings:
            return
        highest = min(c.level for c in headings)
        first = headings[0]
        others = [c for c in headings if c.level == highest]
        if first.level != highest or first.line > self._first_text():
            return
        if style != "heading" and any(
            c.asks and c.style == style for c in takewhile(lambda c: c is not first, self.candidates)
        ):
            return  # questions come before it
        alone = len(others) == 1 and (len(headings) > 1 or style != "heading")
        if (alone and not (style == "heading" and self.evidence.is_one_question(headings, self.total))) or (
            highest == 1
            and len(others) > 1
            and (not self.evidence.has_body(headings, 0, self.total) or self._is_title_of_faq(first, headings))
            and not first.asks
            and headings[1].level == 1
        ):
            first.style = "title"
        if first.style == "title" or (len(headings) == 1 and not self.given_title):
            self.result.title = self.given_title or first.plain

    def _is_title_of_faq(self, first: Candidate, headings: list[Candidate]) -> bool:
        """Whether a heading of the same level as its categories is the title of a page of questions."""
        named = is_faq_title(first.plain) or first.plain.casefold() == self.given_title.casefold()
        return named and sum(1 for c in headings if c.asks) >= 2

    def _first_text(self) -> int:
        """The line before which a title must stand: the tenth block is late for one."""
        blocks = self.scan.blocks
        return blocks[min(len(blocks) - 1, 12)].start if blocks else 0

    # Cutting

    def _walk(self, markers: list[Candidate], level: int, style: str, total: int, above: list[Candidate]) -> None:
        """Cut the range that ends before line `total` at these markers; `above` are the categories it is in."""
        asking = style == "heading" and sum(1 for c in markers if c.asks) >= 2
        path: list[Candidate] = list(above)
        index = 0
        count = len(markers)
        if not above and (not markers or (count == 1 and markers[0].style == "title")):
            self._page(markers)
            return
        while index < count:
            marker = markers[index]
            end_index = index + 1
            while end_index < count and markers[end_index].level > marker.level:
                end_index += 1
            stop = markers[end_index].line if end_index < count else total
            if marker.style == "title":
                path = []
                index += 1
                if marker.line in self._zones:
                    self._zones.pop(marker.line)
                continue
            while len(path) > len(above) and path[-1].level >= marker.level:
                path.pop()
            titles = tuple(c.text for c in path)
            zone = self._zones.get(marker.line)
            if zone is not None and zone.heading is marker:
                self._open(marker, titles)
                self._walk(zone.markers, zone.level, zone.style, zone.stop, [*path, marker])
                index = end_index
                continue
            following = markers[index + 1].line if index + 1 < count else total
            if (
                noise.is_contents_title(marker.plain)
                and self.evidence.blocks(marker.after, following)
                and self._only_contents(marker.after, following, titled=True)
            ):
                self.result.contents.add(marker.line)
                index += 1  # what stands below it by its level is not part of it
                continue
            below = markers[index + 1 : end_index]
            if self._is_category(
                marker, below, level, style, asking=asking, body=self.evidence.has_body(markers, index, total)
            ):
                if style != "heading" and marker.asks and self.evidence.has_body(markers, index, total):
                    # A question among others that are set in another style: its own text is its answer.
                    self._whole_entry(marker, markers[index + 1].line, titles)
                else:
                    path.append(marker)
                    self._open(marker, titles)
                index += 1
                continue
            inner = next((place for place in range(index + 1, end_index) if markers[place].line in self._zones), None)
            if inner is not None:
                if self.evidence.blocks(marker.after, markers[inner].line):
                    self._whole_entry(marker, markers[inner].line, titles)
                path.append(marker)
                self._open(marker, titles)
                index = inner
                continue
            local = self.finder.within(marker, stop) if style == "heading" and marker.style == "heading" else None
            if local is not None:
                self._open(marker, titles)
                self._walk(local.markers, local.level, local.style, stop, [*path, marker])
                index = end_index
                continue
            self._whole_entry(marker, stop, titles)
            index = end_index

    def _whole_entry(self, marker: Candidate, stop: int, path: tuple[str, ...]) -> None:
        """An entry, and what stands beside its tags."""
        self._entry(marker, stop, path)
        self.result.beside += [(line, text, path) for line, text in marker.beside]

    def _open(self, marker: Candidate, path: tuple[str, ...]) -> None:
        """A heading is a category, in the one with this `path`."""
        self.result.categories.append((marker, (*path, marker.text)))

    @staticmethod
    def _is_category(
        marker: Candidate, below: list[Candidate], level: int, style: str, *, asking: bool, body: bool
    ) -> bool:
        if marker.style != "heading" or marker.level > level:
            return False
        if marker.level == level:
            # A heading among the questions that has nothing but questions below it.
            return (
                style == "heading"
                and not marker.asks
                and sum(1 for c in below if c.asks) > 0.5 * len(below)
                and not body
            )
        if not below:
            return not marker.asks and not body
        if style != "heading":
            asked = sum(1 for c in below if c.asks)
            return any(c.style != "heading" for c in below) or (not marker.asks and not body and 2 * asked > len(below))
        if not asking or not marker.asks or not body:
            return any(c.level >= level or c.asks for c in below) or not body
        return any(c.asks for c in below)

    def _page(self, markers: list[Candidate]) -> None:
        """A page without any question: one entry, named by its title."""
        if markers:
            self._entry(markers[0], self.total, ())
            return
        blocks = self._said(0, self.total)
        question = self.given_title or self.fallback
        if not blocks:
            if looks_like_question(self.given_title):
                self.result.sections.append(
                    Section(self.given_title, self.title_line, self.title_line + 1, [], (), "page")
                )
            return
        first = blocks[0]
        after = first.start
        if not question:
            if first.kind == "paragraph" and len(first.text) <= 200:
                question, after = " ".join(first.text.split()), first.end
            else:
                question = " ".join(inline(first.text)[0].split())[:80]
        line = self.title_line if self.given_title else first.start
        page = Candidate(line, after, 1, "page", question, plain=question)
        self._entry(page, self.total, ())

    def _entry(self, marker: Candidate, stop: int, path: tuple[str, ...]) -> None:
        if marker.style == "heading" and not marker.asks and self._is_contents(marker, stop):
            self.result.contents.add(marker.line)
            return
        if not marker.plain:
            return
        lines = answer_lines(self.scan.lines, self.evidence.blocks, marker, stop, self._echoes)
        end = lines[-1][0] + 1 if lines else marker.after
        end = max(end, marker.line + 1)
        self.result.sections.append(Section(marker.text, marker.line, end, lines, path, marker.style))

    def _is_contents(self, marker: Candidate, stop: int) -> bool:
        """Whether a section is a table of contents, or a part of one."""
        titled = noise.is_contents_title(marker.plain)
        if titled or is_faq_title(marker.plain):
            return self._only_contents(marker.after, stop, titled=titled)
        blocks = self._said(marker.after, stop)
        if len(blocks) < 2 or not all(block.item and noise.leads_into_page(block) for block in blocks):
            return False
        self.result.contents.update(block.start for block in blocks)
        return True

    def _only_contents(self, start: int, stop: int, *, titled: bool) -> bool:
        """Whether nothing but a table of contents stands here, which is noted then.

        Where it is `titled` as one, a few rows may lead nowhere; they are part of it where they name a heading.
        """
        blocks = self._said(start, stop)
        others = [b for b in blocks if b.kind != "heading" and not noise.is_contents_block(b, titled=titled)]
        kept: set[int] = set()
        if others:
            beside = [block for block in others if block.item is None]
            rows = [block for block in others if block.item is not None]
            if not titled or 2 * len(others) > len(blocks):
                return False
            if any(b.kind != "paragraph" or len(b.text) > _LONG_ROW for b in others):
                return False
            if len(beside) > 1 or any(row.text.strip().endswith(("?", ".")) for row in rows):
                return False
            named = {heading.plain.casefold() for heading in self.result.headings}
            said = [(block, inline(block.text)[0].strip(" []").casefold()) for block in others]
            kept = {block.start for block, text in said if not (text in named or noise.is_contents_title(text))}
        self.result.contents.update(block.start for block in blocks if block.start not in kept)
        return True


def _outside(headings: list[Candidate], questions: list[Candidate]) -> list[Candidate]:
    """The headings that do not stand in the container of a question, of whose answer they are parts."""
    folds = [c for c in questions if c.style == "container"]
    starts = [c.line for c in folds]
    kept = []
    for heading in headings:
        place = bisect_right(starts, heading.line - 1) - 1
        if place < 0 or heading.line >= (folds[place].stop or 0):
            kept.append(heading)
    return kept
