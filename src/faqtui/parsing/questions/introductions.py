"""What a document says outside its questions and answers: the texts of the page and of its categories.

Nothing has to be handed over here to be kept. What no entry, no title of a category and no title of the page stands on is
looked at, and is text of the category in which it stands unless `noise` lists it: however a document is read, nothing of it
is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from faqtui.letters import STOPS
from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.markdown.inline import inline
from faqtui.markdown.line_starts import dedented
from faqtui.parsing.extract import directive_title
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.navigation_lines import is_row
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.parsing.questions.wording import is_answer_title
from faqtui.patterns import pattern

STYLE = "introduction"
"""The style of a section that has no question."""

_CODE_INDENT = 4

_FEW = 20
"""Blocks that are looked at before the first or behind the last that says something."""

_LEAST_ROWS = 2
"""Lines that repeat titles from which they are a table of contents."""

_LONGEST_GROUP = 80
"""Characters of what a group of rows is called."""

_LONGEST_ROWS = 20_000
"""Characters of a paragraph that is looked at as one."""

_NO_TITLE = (".", ",", ";", "!", "\uff0c", *STOPS)
"""What ends a line that is prose."""

_TITLE_BEGUN = 12
"""Characters from which the beginning of a title stands for all of it."""

_ANY_WORD = pattern(r"\w")
_PICTURE = pattern(r"!\[\]\([^()\s]{0,500}\)(?:\{[^{}\n]{0,200}\})?|</?[A-Za-z][^<>]{0,500}>")
_MARKUP = pattern(r"[\[`*<&\\_!]")
_NAME = pattern(r"\{?\s*([A-Za-z][\w-]*)")
_NUMBER = pattern(r"\W*(?:(?:chapter|part|section)\b\W*)?(?:[0-9]{1,4}[.):]?){0,6}\W*", re.IGNORECASE)


def introductions(
    evidence: Evidence, segments: Segments, title: Candidate | None, echoes: Container[int]
) -> list[Section]:
    """What is left over of a document that is cut into these `segments`, as sections without a question, in order.

    `title` is the heading that says the same as the page's title, where there is one; `echoes` are the lines of headings that
    say nothing.
    """
    return sorted(_LeftOver(evidence, segments, title, echoes).sections(), key=lambda section: section.start)


class _LeftOver:
    def __init__(self, evidence: Evidence, segments: Segments, title: Candidate | None, echoes: Container[int]) -> None:
        self.evidence = evidence
        self.lines = evidence.scan.lines
        self.segments = segments
        self.echoes = echoes
        used = {section.path[:depth] for section in segments.sections for depth in range(1, len(section.path) + 1)}
        self.categories = [(marker, path) for marker, path in segments.categories if path in used]
        self.level_of = {path: marker.level for marker, path in self.categories}
        starts = {marker.line for marker, _ in self.categories} | {section.start for section in segments.sections}
        self.levels = {heading.line: heading.level for heading in segments.headings}
        self._titles: list[str] | None = None
        if title is not None and title.line not in starts:
            self.categories.append((title, ()))

    def sections(self) -> Iterator[Section]:
        beside = list(self.segments.beside)
        for marker, path in self.categories:
            beside += [(line, text, path) for line, text in marker.beside]
            if marker.tail.strip():
                beside.append((marker.after - 1, marker.tail.strip(), path))
        for line, text, path in beside:
            yield Section("", line, line + 1, [(line, text)], path, STYLE)
        for start, stop, path in self._gaps():
            style, beyond = self._beyond(start, stop)
            if beyond < stop:
                yield _section(self._plain(beyond, stop), path, style)
                stop = beyond  # noqa: PLW2901 - the rest of the range is read as any other
            run: list[Block] = []
            lines: list[tuple[int, str]] = []
            inside = path
            for block in self._kept(self.evidence.clipped(start, stop)):
                around = self._around(inside, block) if block is not None else inside
                if block is None or around != inside:
                    lines += self._lines(run, start, blank=bool(lines))
                    run = []
                if around != inside:
                    if lines:
                        yield _section(lines, inside)
                    lines, inside = [], around
                if block is not None:
                    run.append(block)
            lines += self._lines(run, start, blank=bool(lines))
            if lines:
                yield _section(lines, inside)

    def _gaps(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """The ranges of lines on which nothing stands that is shown elsewhere, each with the category that it is in."""
        taken = [(marker.line, marker.after, path) for marker, path in self.categories]
        taken += [(section.start, section.end, section.path) for section in self.segments.sections]
        taken.sort(key=lambda place: place[:2])
        at = 0
        path: tuple[str, ...] = ()
        for start, stop, inside in taken:
            if start > at and any(map(str.strip, self.lines[at:start])):
                yield at, start, path
            if stop >= at:
                at, path = stop, inside
        if at < len(self.lines):
            yield at, len(self.lines), path

    def _beyond(self, start: int, stop: int) -> tuple[str, int]:
        """The line from which on a range is plain text, behind the last of more questions of a style than are told apart.

        Where there is none, it is that before which the range ends.
        """
        left, sections = self.segments.left, self.segments.sections
        if not left or not sections or stop < len(self.lines) or sections[-1].style not in left:
            return "", stop
        beyond = max(start, left[sections[-1].style])
        return sections[-1].style, beyond if any(map(str.strip, self.lines[beyond:])) else stop

    def _plain(self, start: int, stop: int) -> list[tuple[int, str]]:
        """These lines without the blank ones before and behind what they say."""
        said = [number for number in range(start, stop) if self.lines[number].strip()]
        return [(number, self.lines[number]) for number in range(said[0], said[-1] + 1)]

    def _around(self, path: tuple[str, ...], block: Block) -> tuple[str, ...]:
        """The category that a block stands in, where the one above it is `path`: a heading ends those of its level."""
        level = block.level if block.kind == "heading" else self.levels.get(block.start)
        while level is not None and path and self.level_of.get(path, 0) >= level:
            path = path[:-1]
        return path

    def _kept(self, blocks: Sequence[Block]) -> Iterator[Block | None]:
        """The blocks that are no noise, None where some was between two of them.

        What opens and closes a container says nothing by itself: it is kept round what is kept.
        """
        keep = [self._says(block) for block in blocks]
        if not any(keep):
            return
        said = 0
        opened: list[tuple[str, int, int]] = []
        silent = -1  # the block that opened a container of noise
        count: Counter[str] = Counter()
        for number, block in enumerate(blocks):
            before = said
            said += keep[number]
            for name, closes in _containers(block):
                if not closes:
                    if silent < 0 and _holds_noise(block):
                        silent = number
                    opened.append((name, number, before))
                    count[name] += 1
                    continue
                while count[name]:
                    opener, first, before = opened.pop()
                    count[opener] -= 1
                    is_silent = first == silent
                    if is_silent:
                        silent = -1
                    if opener == name:
                        if is_silent:
                            keep[first : number + 1] = [False] * (number + 1 - first)
                            said = before
                        elif said > before:
                            keep[first] = keep[number] = True
                        break
        for number in self._groups_of_contents(blocks, keep):
            keep[number] = False
        rows = [number for number, block in enumerate(blocks) if keep[number] and self._repeats_titles(block)]
        if sum(blocks[number].text.count("\n") + 1 for number in rows) >= _LEAST_ROWS:
            for number in rows:
                keep[number] = False
        for number, block in enumerate(blocks):
            if keep[number] and noise.is_contents_title(block.text):
                following = next((n for n in range(number + 1, len(blocks)) if keep[n]), len(blocks))
                ends = following == len(blocks) or blocks[following].kind == "heading"
                keep[number] = not (ends if block.kind == "heading" else following > number + 1)
        for number, block in enumerate(blocks):
            yield block if keep[number] else None

    def _groups_of_contents(self, blocks: Sequence[Block], keep: Sequence[bool]) -> list[int]:
        """The short items that have nothing below them but the rows of a table of contents, where there are several."""
        below: dict[int, list[int]] = {}
        for number, block in enumerate(blocks):
            if block.item is not None and block.item.parent is not None:
                below.setdefault(block.item.parent.start, []).append(number)
        groups = [
            number
            for number, block in enumerate(blocks)
            if keep[number]
            and block.item is not None
            and block.kind == "paragraph"
            and len(block.text) <= _LONGEST_GROUP
            and len(rows := below.get(block.item.start, ())) >= _LEAST_ROWS
            and not any(keep[row] for row in rows)
            and all(noise.is_contents_row(blocks[row]) for row in rows)
        ]
        return groups if len(groups) >= _LEAST_ROWS else []

    def _says(self, block: Block) -> bool:
        """Whether a block is no noise by itself."""
        if block.start in self.segments.contents:
            return False
        if block.kind == "heading":
            return not (block.start in self.echoes or is_answer_title(block.text) or _is_wordless(block.text.strip()))
        if self.evidence.is_noise(block) or noise.is_contents_row(block):
            return False
        if noise.is_contents_row(block, by_file=True) and all(map(self._is_title, inline(block.text)[0].split("\n"))):
            return False
        if block.kind == "paragraph" and is_row(block.text) and self._is_outermost(block):
            return False
        if block.kind != "directive" or block.marker[:1] in "!?=":
            return True
        name = _NAME.match(block.info)
        is_known = block.marker[:1] == "{" or (name is not None and name[1].lower() in CONTAINERS)
        return not is_known or bool(directive_title(block.info))

    def _is_outermost(self, block: Block) -> bool:
        """Whether nothing else that is no noise stands above a block, or nothing below it."""
        blocks = self.evidence.scan.blocks
        place = bisect_left(blocks, block.start, key=lambda other: other.start)
        above, below = blocks[max(0, place - _FEW) : place], blocks[place + 1 : place + 1 + _FEW]
        return any(
            len(some) < _FEW and all(self.evidence.is_noise(other) or is_row(other.text) for other in some)
            for some in (above, below)
        )

    def _repeats_titles(self, block: Block) -> bool:
        """Whether each line of a block says no more than a title or a question does, as tables of contents do without links."""
        if block.kind != "paragraph" or len(block.text) > _LONGEST_ROWS or "](" in block.text:
            return False
        lines = block.text.split("\n")
        if any(line.endswith(_NO_TITLE) for line in lines):
            return False
        return all(self._is_title(line) or noise.is_contents_title(line) for line in lines)

    def _is_title(self, line: str) -> bool:
        """Whether a line says what a title or a question of the page does, or begins so."""
        if self._titles is None:
            texts = [section.question for section in self.segments.sections]
            texts += [heading.text for heading in self.segments.headings]
            self._titles = sorted({_bare(text) for text in texts} - {""})
        bare = _bare(line)
        place = bisect_left(self._titles, bare)
        known = self._titles[place] if place < len(self._titles) else ""
        return bool(bare) and (known == bare or (len(bare) >= _TITLE_BEGUN and known.startswith(bare)))

    def _lines(self, run: Sequence[Block], least: int, *, blank: bool) -> list[tuple[int, str]]:
        """The lines of blocks that follow on each other, from line `least` on, without what they are indented by all together.

        With `blank` they stand below others.
        """
        if not run:
            return []
        first, last = run[0], run[-1]
        start = first.start
        if first.item is not None and least <= first.item.start <= start:
            start = first.item.start  # its bullet may stand on a line of its own
        lines = [(number, self.lines[number]) for number in range(start, last.end)]
        while lines and not lines[-1][1].strip():  # of a fence that ends nowhere
            lines.pop()
        if not lines:
            return []
        columns = 0
        item = first.item
        while item is not None and item.start >= start:
            item = item.parent
        if item is not None:
            columns = item.indent
        elif first.kind != "code":
            columns = len(lines[0][1]) - len(lines[0][1].lstrip(" "))
            columns = columns if columns >= _CODE_INDENT else 0
        if columns:
            lines = [(number, dedented(text, columns)) for number, text in lines]
        return [(start - 1, ""), *lines] if blank else lines


def _is_wordless(text: str) -> bool:
    """Whether a heading says nothing: an empty one, or a picture without words."""
    bare = not text or (text.startswith(("<", "![")) and "alt=" not in text)
    return bare and _ANY_WORD.search(_PICTURE.sub("", text)) is None


def _section(lines: list[tuple[int, str]], path: tuple[str, ...], style: str = STYLE) -> Section:
    return Section("", lines[0][0], lines[-1][0] + 1, lines, path, style)


def _containers(block: Block) -> Iterator[tuple[str, bool]]:
    """What a block opens or closes: names, and whether it closes them."""
    if block.kind == "directive":
        if block.marker[:1] not in "!?=":  # these end with their indentation
            yield block.marker[:1], not block.info
    elif block.kind in {"html", "paragraph"} and "<" in block.text:
        yield from noise.elements(block.text)


def _bare(title: str) -> str:
    """A title's letters and digits, without its number."""
    text = inline(title)[0] if _MARKUP.search(title) else title
    return "".join(filter(str.isalnum, text[match.end() if (match := _NUMBER.match(text)) else 0 :].casefold()))


def _holds_noise(block: Block) -> bool:
    return block.kind == "directive" and noise.is_noise(block)
