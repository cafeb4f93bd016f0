"""Where the questions of a document are, what answers them, and under which headings they stand.

Which candidates are questions is decided once per document, from evidence: how many titles of a level read like questions,
whether text stands under them, what else could be questions. Then the document is walked once: a heading above the
questions is a category, a heading below a question stays in its answer. A page without questions is cut into its sections.

Text between categories and questions that is short is reported; what is longer becomes an entry of its own under the name of
its heading, so that nothing gets lost (`LONG_INTRODUCTION`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from faqtui.parsing import noise
from faqtui.parsing.candidates import PSEUDO_LEVEL, Candidate, find, is_generic, strip_answer_label
from faqtui.parsing.inline import inline
from faqtui.parsing.scan import Block, Scan

LONG_INTRODUCTION = 600
"""Characters from which a text outside all questions is an entry of its own."""

_SECTIONS_OF_ONE = re.compile(
    r"^\W*(?:answers?|solutions?|resolutions?|explanations?|good to hear|additional links?|references?|"
    r"links?|resources?|see also|related.*|"
    r"further reading|more info\w*|symptoms?|causes?|root cause|problem|issue|environment|steps?.*|"
    r"workarounds?|notes?|examples?|summary|"
    r"description|details?|conclusion|diagnos\w*|prerequisites?|before you begin|next steps?|tl;?dr|code|"
    r"hints?|procedure|overview|background)\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Section:
    """One question with its answer, before ids, kinds and duplicates.

    `start` and `end` are lines from 0, `end` excluded. `lines` is the answer as (source line, text), without outer
    blank lines. `path` holds the titles of the headings it stands under, as written.
    """

    question: str
    start: int
    end: int
    lines: list[tuple[int, str]]
    path: tuple[str, ...]
    style: str

    def is_verbatim(self, lines: Sequence[str]) -> bool:
        """Whether the answer is a run of the document's own lines."""
        own = self.lines
        return (
            bool(own)
            and own[-1][0] < len(lines)
            and own[-1][0] - own[0][0] == len(own) - 1
            and all(lines[n] is text for n, text in own)
        )


@dataclass(slots=True)
class Segments:
    """The sections of a document, its title, and what stands outside of all of them, as (line, text)."""

    title: str = ""
    sections: list[Section] = field(default_factory=list)
    outside: list[tuple[int, str]] = field(default_factory=list)
    headings: list[Candidate] = field(default_factory=list)


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
        self.candidates = find(scan)
        self.starts = [block.start for block in scan.blocks]

    def run(self) -> Segments:
        headings = [c for c in self.candidates if c.style == "heading"]
        self.result.headings = headings
        style = self._style(headings)
        self._title(headings, style)
        if style == "heading":
            level = self._level(headings)
            markers = headings
        else:
            level = PSEUDO_LEVEL
            wanted = {
                "q": {"q"},
                "bold": {"bold", "lead", "q"},
                "container": {"container"},
                "item": {"item"},
                "term": {"term"},
            }[style]
            markers = self._nested_out([c for c in self.candidates if c.style in wanted and self._is_wanted(c, style)])
            markers = sorted(headings + markers, key=lambda c: (c.line, c.level))
        self._walk(markers, level, style)
        self._report_unused(headings)
        return self.result

    def _report_unused(self, headings: list[Candidate]) -> None:
        """Headings that turned out to be neither question nor category of one, nor inside an answer, are told of."""
        sections = self.result.sections
        titles = {title for section in sections for title in section.path}
        starts = {section.start for section in sections}
        spans = [(section.start, section.end) for section in sections]
        places = [start for start, _ in spans]
        for heading in headings:
            if heading.line in starts or heading.text in titles or noise.is_contents_title(heading.plain):
                continue
            at = bisect_right(places, heading.line) - 1
            if at >= 0 and heading.line < spans[at][1]:
                continue
            if heading.style == "title" and sections and heading.plain.casefold() == self.result.title.casefold():
                continue
            if (heading.line, heading.text) not in self.result.outside[-50:]:
                self.result.outside.append((heading.line, heading.text))

    def one(self, *, whole_title: bool) -> Segments:
        """The whole document as the answer to one question: the one that was given, or its first heading."""
        headings = [c for c in self.candidates if c.style == "heading"]
        self.result.headings = headings
        first = headings[0] if headings and headings[0].line <= self._first_text() else None
        if first is not None and whole_title and (not self.given_title or not self._blocks_before(first)):
            self.result.title = self.given_title or first.plain
            self._page([first])
            return self.result
        self.result.title = self.given_title
        if first is not None and first.plain.casefold() == self.given_title.casefold():
            self._page([first])
        else:
            self._page([])
        return self.result

    def _blocks_before(self, first: Candidate) -> bool:
        return any(not noise.is_noise(block) for block in self._blocks(0, first.line))

    # Evidence

    def _style(self, headings: list[Candidate]) -> str:
        """Which kind of candidate the questions are."""
        asked = sum(1 for c in headings if c.asks)
        counts: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            counts.setdefault(candidate.style, []).append(candidate)
        q = counts.get("q", [])
        if len(q) >= 2 and len(q) >= asked:
            return "q"
        containers = [c for c in counts.get("container", []) if not is_generic(c.plain)]
        asking = [c for c in containers if c.asks]
        if len(containers) >= 2 and (len(asking) > asked or (len(containers) > len(headings) and not asked)):
            return "container"
        if len(asking) >= 2 and len(asking) >= 0.5 * len(containers) and asked <= len(asking):
            return "container"
        bold = [c for c in counts.get("bold", []) + counts.get("lead", []) if c.asks]
        every = counts.get("bold", []) + counts.get("lead", [])
        if len(bold) >= 2 and len(bold) > 1.5 * asked and len(bold) >= 0.4 * len(every):
            return "bold"
        terms = counts.get("term", [])
        if len(terms) >= 2 and sum(1 for c in terms if c.asks) >= max(0.5 * len(terms), asked + 1):
            return "term"
        items = counts.get("item", [])
        asking_items = [c for c in items if c.asks and "?" in c.plain]
        many = len(asking_items) >= 3 and len(asking_items) >= 0.5 * len(items) and len(asking_items) > 2 * asked
        if many and not self._is_contents(items):
            return "item"
        if len(q) == 1 and not asked and not headings:
            return "q"
        if len(bold) == 1 and not headings and not items:
            return "bold"
        return "heading"

    def _is_contents(self, items: list[Candidate]) -> bool:
        blocks = {block.start: block for block in self.scan.blocks if block.item is not None}
        linked = sum(1 for c in items if c.line in blocks and noise.is_contents_block(blocks[c.line]))
        return linked > 0.5 * len(items)

    def _is_wanted(self, candidate: Candidate, style: str) -> bool:
        if style == "container":
            return not is_generic(candidate.plain)
        if style == "bold":
            return candidate.asks or candidate.style == "q"
        if style == "item":
            return bool(candidate.plain) and candidate.line in self._listed
        return True

    @cached_property
    def _listed(self) -> set[int]:
        """The lines of list items that stand in a list of questions: those under a heading that mostly ask."""
        groups: dict[int, list[Candidate]] = {}
        starts = [c.line for c in self.candidates if c.style in {"heading", "title"}]
        for candidate in self.candidates:
            if candidate.style == "item":
                groups.setdefault(bisect_right(starts, candidate.line), []).append(candidate)
        wanted: set[int] = set()
        for group in groups.values():
            if 2.5 * sum(1 for c in group if c.asks) >= len(group):
                wanted.update(c.line for c in group)
        return wanted

    def _nested_out(self, markers: list[Candidate]) -> list[Candidate]:
        """Without those that stand inside another."""
        kept: list[Candidate] = []
        stop = -1
        for candidate in markers:
            if candidate.line < stop:
                continue
            kept.append(candidate)
            if candidate.style == "container" and candidate.stop is not None:
                stop = candidate.stop
        return kept

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
        if (len(others) == 1 and (len(headings) > 1 or style != "heading") and not self._is_one_question(headings)) or (
            highest == 1
            and len(others) > 1
            and not self._has_body(headings, 0)
            and not first.asks
            and headings[1].level == 1
        ):
            first.style = "title"
        if first.style == "title" or (len(headings) == 1 and not self.given_title):
            self.result.title = self.given_title or first.plain

    def _first_text(self) -> int:
        """The line before which a title must stand: the tenth block is late for one."""
        blocks = self.scan.blocks
        return blocks[min(len(blocks) - 1, 12)].start if blocks else 0

    def _is_one_question(self, headings: list[Candidate]) -> bool:
        """Whether the whole page answers its only title."""
        first, *others = headings
        if not others:
            return True
        own = sum(1 for c in others if _SECTIONS_OF_ONE.match(c.plain))
        asked = sum(1 for c in others if c.asks)
        if own >= 0.5 * len(others) and not asked and (first.asks or own == len(others)):
            return True
        return first.asks and "?" in first.plain and not asked and self._has_body(headings, 0)

    def _has_body(self, markers: Sequence[Candidate], index: int) -> bool:
        """Whether text that is no noise stands between a candidate and the next."""
        stop = markers[index + 1].line if index + 1 < len(markers) else len(self.scan.lines)
        if markers[index].tail:
            return True
        return any(not noise.is_noise(block) for block in self._blocks(markers[index].after, stop))

    def _blocks(self, start: int, stop: int) -> list[Block]:
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, stop)
        return self.scan.blocks[low:high]

    def _level(self, headings: list[Candidate]) -> int:
        """The level of headings that are questions."""
        rest = [(i, c) for i, c in enumerate(headings) if c.style == "heading"]
        if not rest:
            return 1
        if (
            len(rest) == len(headings)
            and self._is_one_question(headings)
            and headings[0].level < min((c.level for c in headings[1:]), default=PSEUDO_LEVEL)
        ):
            return headings[0].level
        levels = sorted({c.level for _, c in rest})
        total = dict.fromkeys(levels, 0)
        asked = dict(total)
        bodies = dict(total)
        for index, candidate in rest:
            if noise.is_contents_title(candidate.plain):
                continue
            total[candidate.level] += 1
            asked[candidate.level] += candidate.asks
            bodies[candidate.level] += self._has_body(headings, index)
        everything = sum(total.values())
        questions = sum(asked.values())
        if questions >= 2 and questions >= 0.2 * everything:
            best = max(levels, key=lambda n: (asked[n], -n))
            for level in levels:
                if level >= best:
                    break
                # Questions with text of their own, and nearly as many as further down: what is below is part of them.
                if (
                    asked[level] >= max(2, 0.5 * asked[best])
                    and asked[level] >= 0.5 * total[level]
                    and bodies[level] >= 0.6 * total[level]
                ):
                    return level
            return best
        for level in levels:
            if total[level] and bodies[level] >= 0.5 * total[level] and (total[level] > 1 or level == levels[-1]):
                return level
        return max(levels, key=lambda n: (bodies[n], -n))

    # Cutting

    def _walk(self, markers: list[Candidate], level: int, style: str) -> None:
        scan = self.scan
        total = len(scan.lines)
        asking = style == "heading" and sum(1 for c in markers if c.asks) >= 2
        path: list[Candidate] = []
        index = 0
        count = len(markers)
        if not markers or (count == 1 and markers[0].style == "title"):
            self._page(markers)
            return
        self._outside(0, markers[0].line, ())
        while index < count:
            marker = markers[index]
            end_index = index + 1
            while end_index < count and markers[end_index].level > marker.level:
                end_index += 1
            if marker.style == "title":
                self._introduce(marker, markers, index, ())
                path = []
                index += 1
                continue
            while path and path[-1].level >= marker.level:
                path.pop()
            titles = tuple(c.text for c in path)
            below = markers[index + 1 : end_index]
            if self._is_category(marker, below, level, style, asking=asking, markers=markers, index=index):
                path.append(marker)
                self._introduce(marker, markers, index, titles)
                index += 1
                continue
            stop = markers[end_index].line if end_index < count else total
            self._entry(marker, stop, titles)
            self.result.outside += marker.beside
            if marker.stop is not None and marker.stop < stop:
                self._outside(marker.stop + marker.closing, stop, titles)
            index = end_index

    def _is_category(
        self,
        marker: Candidate,
        below: list[Candidate],
        level: int,
        style: str,
        *,
        asking: bool,
        markers: list[Candidate],
        index: int,
    ) -> bool:
        if marker.style != "heading" or marker.level > level:
            return False
        if marker.level == level:
            # A heading among the questions that has nothing but questions below it.
            return (
                style == "heading"
                and not marker.asks
                and sum(1 for c in below if c.asks) > 0.5 * len(below)
                and not self._has_body(markers, index)
            )
        if not below:
            return not marker.asks and not self._has_body(markers, index)
        if style != "heading":
            return any(c.style != "heading" for c in below)
        if not asking or not marker.asks or not self._has_body(markers, index):
            return any(c.level >= level or c.asks for c in below) or not self._has_body(markers, index)
        return any(c.asks for c in below)

    def _page(self, markers: list[Candidate]) -> None:
        """A page without any question: one entry, named by its title."""
        scan = self.scan
        start = markers[0].after if markers else 0
        blocks = [block for block in self._blocks(start, len(scan.lines)) if not noise.is_noise(block)]
        before = self._blocks(0, markers[0].line) if markers else []
        for block in before:
            if not noise.is_noise(block):
                self.result.outside.append((block.start, block.text))
        if markers:
            self._entry(markers[0], len(scan.lines), ())
            return
        question = self.given_title or self.fallback
        if not blocks:
            if self.given_title:
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
        self._entry(page, len(scan.lines), ())

    def _entry(self, marker: Candidate, stop: int, path: tuple[str, ...]) -> None:
        if (
            marker.style == "heading"
            and noise.is_contents_title(marker.plain)
            and self._only_contents(marker.after, stop)
        ):
            return
        lines = self._answer(marker, stop)
        question = marker.text
        if not marker.plain:
            if lines:
                self.result.outside.append((marker.line, "\n".join(text for _, text in lines)))
            return
        end = lines[-1][0] + 1 if lines else marker.after
        end = max(end, marker.line + 1)
        self.result.sections.append(Section(question, marker.line, end, lines, path, marker.style))

    def _only_contents(self, start: int, stop: int) -> bool:
        blocks = [block for block in self._blocks(start, stop) if not noise.is_noise(block)]
        return all(noise.is_contents_block(block) or block.kind == "heading" for block in blocks)

    def _answer(self, marker: Candidate, stop: int) -> list[tuple[int, str]]:
        """The answer's lines, from after the question up to `stop` or to where its container is closed."""
        scan = self.scan
        limit = stop
        if marker.stop is not None:
            limit = min(stop, marker.stop)
        blocks = self._blocks(marker.after, limit)
        end = limit
        while blocks and marker.style != "item" and noise.trims_answer(blocks[-1]):
            end = blocks.pop().start
        lines = [(number, scan.lines[number]) for number in range(marker.after, end)]
        indent = marker.indent
        if marker.style == "container":
            indent = min((len(text) - len(text.lstrip()) for _, text in lines if text.strip()), default=0)
        if indent:
            lines = [(number, _dedent(text, indent)) for number, text in lines]
        if marker.tail:
            lines.insert(0, (max(marker.line, marker.after - 1), marker.tail))
        if marker.head and marker.stop is not None and marker.stop < stop:
            lines.append((marker.stop, marker.head))
        while lines and not lines[-1][1].strip():
            lines.pop()
        skip = 0
        while skip < len(lines) and not lines[skip][1].strip():
            skip += 1
        lines = lines[skip:]
        if lines and marker.style == "term" and lines[0][1].startswith(":"):
            lines[0] = (lines[0][0], lines[0][1][1:].lstrip())
        if lines and marker.style in {"q", "bold", "heading", "item"}:
            number, text = lines[0]
            stripped = strip_answer_label(text.strip()) if text[:1] != " " or text.strip()[:1] in "Aa*_" else text
            if stripped != text.strip():
                lines[0] = (number, stripped)
                while lines and not lines[0][1].strip():
                    lines.pop(0)
        return lines

    # What stands outside of questions

    def _introduce(self, marker: Candidate, markers: list[Candidate], index: int, path: tuple[str, ...]) -> None:
        """What stands between a category's heading and its first question."""
        stop = markers[index + 1].line if index + 1 < len(markers) else len(self.scan.lines)
        self.result.outside += marker.beside
        if marker.tail:
            self.result.outside.append((marker.after - 1, marker.tail))
        self._outside(marker.after, stop, path, marker)

    def _outside(self, start: int, stop: int, path: tuple[str, ...], marker: Candidate | None = None) -> None:
        if stop <= start:
            return
        blocks = [b for b in self._clipped(start, stop) if not noise.is_noise(b) and not noise.is_contents_block(b)]
        if not blocks:
            return
        size = sum(len(block.text) for block in blocks)
        if (size >= LONG_INTRODUCTION or any(b.kind in {"fence", "code"} for b in blocks)) and (
            marker is not None or self.given_title
        ):
            text = marker.text if marker is not None else self.given_title
            page = Candidate(marker.line if marker else blocks[0].start, blocks[0].start, 1, "page", text, plain=text)
            own = path if marker is None or marker.style == "title" else (*path, marker.text)
            self._entry(page, stop, own)
            return
        for block in blocks:
            text = block.text
            if block.kind == "fence":  # what it is marked with may be all that it says
                text = "\n".join(self.scan.lines[block.start : min(block.end, stop)])
            self.result.outside.append((block.start, text))

    def _clipped(self, start: int, stop: int) -> list[Block]:
        """The blocks of these lines; of one that begins before or ends after them, only what stands on them."""
        blocks = self._blocks(start, stop)
        first = bisect_left(self.starts, start)
        if first and self.scan.blocks[first - 1].end > start:
            blocks.insert(0, self.scan.blocks[first - 1])
        for place in {0, len(blocks) - 1} if blocks else ():
            block = blocks[place]
            if (block.start < start or block.end > stop) and block.kind in {"html", "paragraph", "table"}:
                lines = block.text.split("\n")[max(0, start - block.start) : stop - block.start]
                begun, ended = max(start, block.start), min(stop, block.end)
                blocks[place] = Block(block.kind, begun, ended, "\n".join(lines), block.depth, block.item, block.quoted)
        return [block for block in blocks if block.start >= start]


def _dedent(text: str, columns: int) -> str:
    """A line without up to so many columns of indentation."""
    if "\t" in text[:columns]:
        text = text.expandtabs(4)
    cut = 0
    while cut < columns and text[cut : cut + 1] == " ":
        cut += 1
    return text[cut:]
