"""What stands between lines of one document, and whether it says anything: blocks, looked up and told from noise once.

Weighing what it means is `weighing`'s business, cutting `segment`'s.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from faqtui.letters import has_question_mark
from faqtui.markdown.blocks import Block
from faqtui.markdown.inline import inline
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions import noise, trailers

_UNKNOWN, _NOISE, _SAYS, _TEXT, _CONTENTS, _ENDS = range(6)
"""What is known of a block; of one that says something it is asked seldom whether it is a table of contents.

What ends the page (`_ENDS`) answers nothing, and is text of the page."""


_FEWEST, _ROW = 3, " -*+[]\\"
"""Rows of a table of contents that ask, from which it is one of questions, and what stands around the text of a row."""

_LAST = 10
"""Blocks at the end of a page among which that stands which ends it."""


def _end_of_page(blocks: Sequence[Block]) -> int:
    """How many blocks say no more than who owns a page and when it changed: they are part of no answer."""
    last: list[Block] = []
    asked = ""
    for block in reversed(blocks[-_LAST:]):
        if block.kind == "heading":
            asked = block.text
            break
        last.insert(0, block)
    begin = trailers.begin(last, asked, begun=len(last) == _LAST) if last else 0
    # Below a heading with no other words it is these that are said there.
    return len(last) - begin if any(not noise.is_noise(block) for block in last[:begin]) else 0


class Evidence:
    """Looks up ranges of one document. Lines count from 0; a range ends before its `stop`."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._starts = [block.start for block in scan.blocks]
        self._told = bytearray(len(scan.blocks))  # of each block whether it is noise, once it has been asked
        ends = _end_of_page(scan.blocks)
        self._told[len(self._told) - ends :] = bytes([_ENDS]) * ends
        self._split: tuple[Block | None, list[str]] = (None, [])  # the block that was clipped last, which may be large

    def blocks(self, start: int, stop: int) -> list[Block]:
        """The blocks that begin in these lines."""
        return self.scan.blocks[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def is_alone(self, line: int) -> bool:
        """Whether a line is all of its block."""
        return any(block.start == line and block.end == line + 1 for block in self.blocks(line, line + 1)[:1])

    def said(self, start: int, stop: int) -> list[Block]:
        """The blocks that begin in these lines and are no noise by themselves."""
        first, end = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        return [self.scan.blocks[place] for place in range(first, end) if not self._is_noise(place)]

    def lists(self, question: str) -> bool:
        """Whether a table of contents of the page has this question among others, beside few rows that do not ask."""
        return question.casefold() in self._listed

    @cached_property
    def _listed(self) -> frozenset[str]:
        rows = [
            (block.depth, inline(row)[0].strip(_ROW))
            for block in self.scan.blocks
            if noise.is_contents_block(block)
            for row in block.text.split("\n")
        ]
        asking = Counter(depth for depth, row in rows if has_question_mark(row))
        level, count = next(iter(asking.most_common(1)), (0, 0))
        beside = [row.casefold() for depth, row in rows if depth == level]
        return frozenset(beside if count >= _FEWEST and 2 * count > len(beside) else ())

    def is_noise(self, block: Block) -> bool:
        """Whether a block, whole or clipped, is noise by itself."""
        place = bisect_left(self._starts, block.start)
        if place < len(self._starts) and self.scan.blocks[place] is block and self._told[place] != _ENDS:
            return self._is_noise(place)
        return noise.is_noise(block)

    def _is_noise(self, place: int) -> bool:
        told = self._told
        if not told[place]:
            told[place] = _NOISE if noise.is_noise(self.scan.blocks[place]) or self._lists_pages(place) else _SAYS
        return told[place] in {_NOISE, _ENDS}

    def _lists_pages(self, place: int) -> bool:
        """Whether a paragraph is all that stands in a ``{toctree}``."""
        above, block = self.scan.blocks[place - 1], self.scan.blocks[place]
        return place > 0 and above.kind == "directive" and "toctree" in above.info and block.start == above.end

    def clipped(self, start: int, stop: int) -> list[Block]:
        """The blocks of these lines; of one that begins before or ends after them, only what stands on them."""
        blocks = self.blocks(start, stop)
        first = bisect_left(self._starts, start)
        if first and self.scan.blocks[first - 1].end > start:
            blocks.insert(0, self.scan.blocks[first - 1])
        for place in {0, len(blocks) - 1} if blocks else ():
            block = blocks[place]
            if block.start < start or block.end > stop:
                blocks[place] = self._clip(block, start, stop) or block
        return [block for block in blocks if block.start >= start]

    def _clip(self, block: Block, start: int, stop: int) -> Block | None:
        """What of a block stands on these lines; None of one that is no text."""
        begun, ended = max(start, block.start), min(stop, block.end)
        kind = block.kind
        if kind in {"html", "paragraph", "table", "rest"}:
            if self._split[0] is not block:
                self._split = block, block.text.split("\n")
            lines: Sequence[str] = self._split[1][begun - block.start : ended - block.start]
        elif kind == "fence":  # with titles in it: a line of tildes below a title is no fence
            kind, lines = "paragraph", self.scan.lines[begun:ended]
        else:
            return None
        return Block(kind, begun, ended, "\n".join(lines), block.depth, block.item, block.quoted)

    def says(self, start: int, stop: int) -> bool:
        """Whether something that is no noise begins in these lines."""
        blocks = self.scan.blocks
        for place in range(bisect_left(self._starts, start), len(blocks)):
            if blocks[place].start >= stop:
                return False
            if not self._is_noise(place):
                return True
        return False

    def goes_on(self, start: int, stop: int) -> bool:
        """Whether a block that begins above these lines says something on them: HTML, with a title in it."""
        place = bisect_left(self._starts, start)
        if not place or self.scan.blocks[place - 1].end <= start:
            return False
        block = self._clip(self.scan.blocks[place - 1], start, stop)
        if block is None:
            return any(not self.is_noise(block) for block in self.clipped(start, stop)[:1])
        return not noise.is_noise(block)

    def spoken(self, start: int, stop: int) -> int:
        """How many of these lines say something, without headings, noise and tables of contents."""
        blocks, told = self.scan.blocks, self._told
        lines = 0
        for place in range(bisect_left(self._starts, start), len(blocks)):
            block = blocks[place]
            if block.start >= stop:
                break
            if not self._is_noise(place) and told[place] == _SAYS:
                told[place] = _CONTENTS if noise.is_contents_block(block) else _TEXT
            if told[place] == _TEXT and block.kind != "heading":
                lines += min(block.end, stop) - block.start
        return lines
