"""Markdown to blocks, in pieces where an answer is long: the one who starts reading never waits for the end.

Pieces end before a top-level block; a list, a table or a paragraph that is longer than a piece ends inside and goes on.
What the blocks are is `build`'s business.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from faqtui.markdown.held_code import left_open
from faqtui.markdown.parser import parser
from faqtui.patterns import pattern
from faqtui.render.markup.from_tokens import BlockBuilder
from faqtui.render.markup.places import SourceLines
from faqtui.render.markup.spans import InlineSpans
from faqtui.render.nodes import NOWHERE, Block, Blocks, Code, LinkData, List, Table

if TYPE_CHECKING:
    from markdown_it.token import Token

_WHOLE = 24_576
"""An answer up to this many characters is parsed at once, in about 20 ms."""

_PIECE = 16_384
"""What of a longer one is parsed at a time."""

_GIANT = 24_576
"""A paragraph longer than this comes in pieces."""

_LARGEST = 32_768
"""A container longer than this is shown without what is drawn around it, from about there on."""

_SHORTEST = 1_024
"""The shortest piece, where more of a container is nested than the parser goes into."""

_HELD = 65_536
"""An element of HTML with Markdown in it that is longer than this, such as a fold, is closed somewhere behind it."""

_SILENT = 20_000
"""Blocks and tags in a row that show nothing, in half a second: what follows them is shown as it is written."""

_DEFINITIONS = 3_000
"""Definitions of links that are read in advance: each takes 30 \u00b5s, and no answer written by people has as many."""

_CONTAINERS = frozenset(
    f"{name}_open"
    for name in ("admonition", "blockquote", "bullet_list", "container_block", "directive", "footnote_reference",
                 "ordered_list", "shortcode", "tab", "term")
)  # fmt: skip
_MARKS = " \t>-+*.)0123456789"
"""What the marks of containers are made of."""

_CODE = frozenset(("fence", "code_block"))
_UNCUT = pattern(r"\s*<(?:[!?]|(?:pre|script|style|textarea)\b)", re.IGNORECASE)
"""HTML blocks that end where they say, and not at a blank line."""

_DEFINITION = pattern(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*(?:\n[ \t]+\S.*)?", re.MULTILINE)


def parse_answer(markdown: str) -> Blocks:
    """The blocks of an answer written in Markdown. Never raises for what it says."""
    pieces = _Pieces(markdown)
    blocks = Blocks(markdown, [], pieces.links, pieces.blocks())
    if len(markdown) <= _WHOLE:
        blocks.finish()
    return blocks


class _Pieces:
    """Parses one answer, a piece at a time."""

    def __init__(self, markdown: str) -> None:
        self.links: list[LinkData] = []
        self._md = parser()
        self._env: dict[str, Any] = {}
        self._lines = SourceLines(markdown)
        self._indent = 0  # what the lines at hand are indented by, since their container was cut
        self._outdented = -1  # the line from which on they are not; -1 where that is not known yet
        inline = InlineSpans(self._md, self._env, markdown, self.links)
        self._builder = BlockBuilder(self._lines, inline, int(self._md.options["maxNesting"]))

    def blocks(self) -> Iterator[list[Block]]:
        """The top-level blocks, a piece of the answer at a time."""
        lines = self._lines
        count = len(lines.texts)
        if len(self._lines.source) > _WHOLE:
            # Definitions may stand at the very end: what refers to them is parsed long before.
            found = islice(_DEFINITION.finditer(self._lines.source), _DEFINITIONS)
            self._md.block.parse("\n\n".join(match[0] for match in found), self._md, self._env, [])
        line = 0
        size = _PIECE if len(self._lines.source) > _WHOLE else len(self._lines.source)
        largest = _LARGEST
        heading: list[int] = []  # the lines of the header that the rows at hand belong to
        number: int | None = None  # the number that goes on in a list that was cut
        finished = 0  # the line behind the last block that was given
        silent = 0  # blocks and tags behind it
        while line < count:
            stop = self._stop(line, size)
            lines.numbers = heading + list(range(line, stop))
            tokens = self._parse("\n".join(self._dedented(heading) + self._dedented(range(line, stop))))
            skip = len(heading)
            if stop < count:
                cut, following = self._cut(tokens, skip)
                inside = not cut and size >= largest
                if inside:
                    cut, following = self._cut_inside(tokens), "block"
                if not cut:
                    size = self._longer(line, stop, size, largest)
                    continue
            else:
                cut, following, inside = len(self._lines.numbers), "end", False
            tokens = _before(tokens, cut)
            if _is_giant(tokens):
                yield from self._builder.giant(tokens[1])
                tokens = tokens[3:]
            blocks = self._builder.build(tokens, cut) if tokens else []
            first = blocks[0] if blocks else None
            if heading and isinstance(first, Table):
                first.follows = True
            if number is not None and isinstance(first, List) and first.ordered == (number > NOWHERE):
                _follow(first, number)
            number = None
            last = blocks[-1] if blocks else None
            heading = self._header(tokens, cut) if following == "row" else []
            if following == "item" and isinstance(last, List):
                number = int(last.items[-1].marker[:-1]) + 1 if last.ordered else NOWHERE
            begun, line = line, self._lines.numbers[cut - 1] + 1 if cut else stop
            if -1 < self._outdented <= line:
                self._indent, self._outdented = 0, -1
            size, largest = self._following(lines.starts[line] - lines.starts[begun]) if inside else (_PIECE, _LARGEST)
            if stop >= count:
                blocks = blocks + self._builder.frames.finish()
                line = count
            elif not blocks and lines.starts[line] - lines.starts[finished] >= _HELD:
                blocks = self._builder.frames.finish()
            silent = 0 if blocks else silent + _weight(tokens)
            finished = line if blocks else finished
            yield blocks
            if silent > _SILENT and line < count:
                yield [
                    *self._builder.frames.finish(),
                    Code("", "", "\n".join(lines.texts[line:]), [lines.starts[line]]),
                ]
                return

    @staticmethod
    def _following(taken: int) -> tuple[int, int]:
        """How long the piece is that follows one that was cut inside, `taken` characters from its start, and a container at most.

        Where things are nested deeper than the parser goes, most of a piece of common length would be read again and again.
        """
        short = max(2 * taken, _SHORTEST)
        return (short, short) if 8 * taken < _LARGEST else (_PIECE, _LARGEST)

    def _header(self, tokens: Sequence[Token], cut: int) -> list[int]:
        """The two lines of the header of the table that is cut at line `cut` of the piece."""
        for token in reversed(tokens):
            if token.type == "table_open" and token.map and token.map[0] < cut and token.level == 0:
                return [self._lines.numbers[token.map[0]], self._lines.numbers[token.map[0] + 1]]
        return []

    def _stop(self, line: int, size: int) -> int:
        """The line to stop before, `size` characters from `line` on, if possible behind a blank line."""
        if size >= len(self._lines.source):
            return len(self._lines.texts)
        target = self._lines.starts[line] + size
        if target >= len(self._lines.source):
            return len(self._lines.texts)
        return max(bisect_right(self._lines.starts, target) - 1, line + 1)

    def _longer(self, line: int, stop: int, size: int, largest: int) -> int:
        """The next size to try where nothing can be cut before line `stop`: one that has more lines, or is the largest."""
        tried = size
        size *= 2
        while self._stop(line, size) == stop and not tried < largest <= size:
            size *= 2
        return size

    def _cut(self, tokens: Sequence[Token], skip: int) -> tuple[int, str]:
        """Where the piece at hand may end: before its last top-level block, or inside that if it is all there is.

        Gives a line of the piece (0 for nowhere, the piece is too short), and what the next piece goes on with.
        """
        last = next((t for t in reversed(tokens) if t.level == 0 and t.nesting >= 0 and t.map is not None), None)
        if last is None or last.map is None:
            return len(self._lines.numbers), "block"
        if last.map[0] > 0 and last.type != "table_open":
            return last.map[0], "block"
        if last.type == "table_open":
            rows = [t.map[0] for t in tokens if t.type == "tr_open" and t.level == 2 and t.map]
            rows = [row for row in rows if row > max(last.map[0] + 2, skip)]
            if rows:
                return rows[-1], "row"
            return (last.map[0], "block") if last.map[0] > 0 else (0, "")
        if last.type in {"bullet_list_open", "ordered_list_open"}:
            items = [t.map[0] for t in tokens if t.type == "list_item_open" and t.level == 1 and t.map]
            return (items[-1], "item") if len(items) > 1 else (0, "")
        if last.type == "paragraph_open" or (last.type == "blockquote_open" and not _ends_in_code(tokens)):
            return len(self._lines.numbers), "block"
        return 0, ""

    def _cut_inside(self, tokens: Sequence[Token]) -> int:
        """A line of the piece at hand at which the container may end that is all there is; 0 for nowhere.

        It is the last at which a block inside begins. Where that is indented, what follows is so for as long as this lasts.
        """
        begun = [t for t in tokens if t.nesting >= 0 and t.map]
        outer = next((t for t in reversed(begun) if t.level == 0), None)
        if outer is None:
            return 0
        if outer.type == "html_block":
            closed = outer.content.rfind("<!--") <= outer.content.rfind("-->")
            whole = closed and not _UNCUT.match(outer.content) and not left_open(outer.content)
            return len(self._lines.numbers) if whole else 0
        if outer.type not in _CONTAINERS:
            return 0
        inside = [t.map[0] for t in begun if t.level > 0 and t.map and t.type != "code_block"]
        place = max(inside, default=0)
        if _ends_in_code(tokens) and 2 * place < len(self._lines.numbers):
            return 0  # code is never cut
        if place:
            text = self._lines.text(place)
            self._indent, self._outdented = len(text) - len(text.lstrip(" ")), -1
        return place or len(self._lines.numbers)

    def _dedented(self, numbers: Sequence[int]) -> list[str]:
        """These lines, without the indentation that a container of theirs has left them."""
        texts = [self._lines.texts[number] for number in numbers]
        indent = self._indent
        for place, number in enumerate(numbers if indent else ()):
            if number == self._outdented or texts[place][:indent].strip():
                self._outdented = number
                break
            texts[place] = texts[place][indent:]
        return texts

    def _parse(self, text: str) -> list[Token]:
        tokens: list[Token] = []
        # Rules look at the first character of a line, which the last has to have where nothing stands in its containers.
        ended = "" if text[text.rfind("\n") + 1 :].strip(_MARKS) else "\n"
        self._md.block.parse(text + ended, self._md, self._env, tokens)
        return tokens


def _weight(tokens: Sequence[Token]) -> int:
    """How many blocks and tags these tokens are."""
    return len(tokens) + sum(token.content.count("<") for token in tokens if token.type == "html_block")


def _ends_in_code(tokens: Sequence[Token]) -> bool:
    """Whether the last block is code, of which more may follow."""
    return next((t.type for t in reversed(tokens) if t.nesting >= 0 and t.map), "") in _CODE


def _before(tokens: list[Token], cut: int) -> list[Token]:
    """`tokens` without what begins at line `cut` or later; the blocks around the cut stay closed."""
    first = next((i for i, t in enumerate(tokens) if t.map is not None and t.map[0] >= cut and t.nesting >= 0), None)
    if first is None:
        return tokens
    level = tokens[first].level
    after = first
    while after < len(tokens) and tokens[after].level >= level:
        after += 1
    return tokens[:first] + tokens[after:]


def _follow(listing: List, number: int) -> None:
    """Make `listing` go on with the list before it; an ordered one counts from `number`."""
    listing.follows = True
    for index, item in enumerate(listing.items):
        if listing.ordered:
            item.marker = f"{number + index}{item.marker[-1:]}"


def _is_giant(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph, or a title that is none for its length, comes first of which a screen shows a part only."""
    return len(tokens) > 2 and tokens[0].type in {"paragraph_open", "heading_open"} and len(tokens[1].content) > _GIANT
