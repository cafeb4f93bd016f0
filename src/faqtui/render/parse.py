"""Markdown to blocks: the block structure of an answer, in pieces where it is long. Imports markdown-it.

What the author wrote is kept: a table row with too many cells keeps them, what is nested deeper than the parser goes
is shown as written, and no unknown tag, placeholder or container is dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from faqtui.parsing.markdown import parser
from faqtui.render.blocks import (
    NOWHERE,
    Admonition,
    Block,
    Blocks,
    Code,
    Details,
    Footnote,
    Heading,
    Item,
    LinkData,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from faqtui.render.htmlblocks import Frames
from faqtui.render.inline import Inline, SourceMap, segments

if TYPE_CHECKING:
    from markdown_it.token import Token

_WHOLE = 24_576
"""An answer up to this many characters is parsed at once, in about 20 ms."""

_PIECE = 16_384
"""What of a longer one is parsed at a time."""

_GIANT = 24_576
"""A paragraph longer than this comes in pieces."""

_ALERT = re.compile(r"\[!([A-Za-z]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)")
"""The first line of a quotation that is an alert (GitHub, Obsidian)."""

_CONTAINER = re.compile(r"\s*([\w-]*)\s*(?:\[(.*)\]\s*$|\{?(?:[^\"]*title=)?\"([^\"]*)\".*|(.*?)\s*$)", re.DOTALL)
_TASK = re.compile(r"\[([ xX])\](?=\s)\s*")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_FOOTNOTES = re.compile(r"^\[\^[^\]\s]+\]:", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:.*(?:\n[ \t]+\S.*)?", re.MULTILINE)
_HEADING_ID = re.compile(r"[ \t]+\{#[\w.:-]+\}$")
_PIPE = re.compile(r"(?<!\\)\|")
_TITLE = re.compile(r"title=(?:\"([^\"]*)\"|'([^']*)')")


def parse_answer(markdown: str) -> Blocks:
    """The blocks of an answer written in Markdown. Never raises for what it says."""
    builder = _Builder(markdown)
    pieces = builder.pieces()
    blocks = Blocks(markdown, [], builder.links, pieces)
    if len(markdown) <= _WHOLE:
        blocks.finish()
    return blocks


class _Builder:
    """Builds the blocks of one answer out of markdown-it's tokens."""

    def __init__(self, markdown: str) -> None:
        self.links: list[LinkData] = []
        self._source = markdown
        self._lines = markdown.split("\n")
        self._starts: list[int] = []
        offset = 0
        for line in self._lines:
            self._starts.append(offset)
            offset += len(line) + 1
        self._md = parser()
        self._env: dict[str, Any] = {}
        self._inline = Inline(self._md, self._env, markdown, self.links)
        self._deepest = int(self._md.options["maxNesting"])
        self._numbers: list[int] = []  # which line of the source each line of the piece at hand is
        self._marker = (-1, 0)  # the last list marker: its line, and where it ended
        self._frames = Frames(self._inline, markdown)

    # Pieces

    def pieces(self) -> Iterator[list[Block]]:
        """The top-level blocks, a piece of the answer at a time."""
        count = len(self._lines)
        if len(self._source) > _WHOLE:
            # Definitions may stand at the very end: what refers to them is parsed long before.
            definitions = "\n\n".join(match[0] for match in _DEFINITION.finditer(self._source))
            self._md.block.parse(definitions, self._md, self._env, [])
            self._take_footnotes()
        line = 0
        size = _PIECE if len(self._source) > _WHOLE else len(self._source)
        heading: list[int] = []  # the lines of the header that the rows at hand belong to
        number: int | None = None  # the number that goes on in a list that was cut
        while line < count:
            stop = self._stop(line, size)
            self._numbers = heading + list(range(line, stop))
            tokens = self._parse("\n".join([self._lines[n] for n in self._numbers]))
            notes = self._take_footnotes()
            skip = len(heading)
            if stop < count:
                cut, following = self._cut(tokens, skip)
                if not cut:
                    size *= 4
                    continue
            else:
                cut, following = len(self._numbers), "end"
            if len(tokens) == 3 and tokens[0].type == "paragraph_open" and len(tokens[1].content) > _GIANT:
                yield from self._giant(tokens[1])
                blocks = []
            else:
                blocks = self._build(_before(tokens, cut), cut)
            first = blocks[0] if blocks else None
            if heading and isinstance(first, Table):
                first.follows = True
            if number is not None and isinstance(first, Listing) and first.ordered == (number > NOWHERE):
                _follow(first, number)
            number = None
            last = blocks[-1] if blocks else None
            heading = self._header(tokens, cut) if following == "row" else []
            if following == "item" and isinstance(last, Listing):
                number = int(last.items[-1].marker[:-1]) + 1 if last.ordered else NOWHERE
            line = self._numbers[cut - 1] + 1 if cut else stop
            size = _PIECE
            if notes:
                words = [self._definition(begin, end) for begin, end in notes if begin < cut]
                _add_footnotes(blocks, [block for found in words for block in found])
            if stop >= count:
                blocks = blocks + self._frames.finish()
                line = count
            yield blocks

    def _giant(self, token: Token) -> Iterator[list[Block]]:
        """A paragraph of which not even the first screen waits for the rest."""
        content = token.content
        places = self._map(content, token.map[0] if token.map else 0)
        for start, end in segments(content):
            if content[start:end].isspace():
                continue
            spans = self._inline.spans(content[start:end], places.shifted(start))
            self._frames.add(Paragraph(spans, follows=start > 0))
            yield self._frames.take()

    def _take_footnotes(self) -> list[tuple[int, int]]:
        """The lines of footnotes of one word, which CommonMark takes for definitions of links and would not show."""
        found = [(key, ref["map"]) for key, ref in self._env.get("references", {}).items() if key.startswith("^")]
        for key, _ in found:
            del self._env["references"][key]
        again = [ref["map"] for ref in self._env.pop("duplicate_refs", ()) if ref["label"].startswith("^")]
        return sorted((first, last) for first, last in [*(place for _, place in found), *again])

    def _definition(self, first: int, last: int) -> list[Block]:
        content = "\n".join(self._line(n) for n in range(first, last))
        match = _FOOTNOTE.search(content)
        return self._footnotes(content[match.start() :], first) if match else []

    def _header(self, tokens: Sequence[Token], cut: int) -> list[int]:
        """The two lines of the header of the table that is cut at line `cut` of the piece."""
        for token in reversed(tokens):
            if token.type == "table_open" and token.map and token.map[0] < cut and token.level == 0:
                return [self._numbers[token.map[0]], self._numbers[token.map[0] + 1]]
        return []

    def _stop(self, line: int, size: int) -> int:
        """The line to stop before, `size` characters from `line` on, if possible behind a blank line."""
        if size >= len(self._source):
            return len(self._lines)
        target = self._starts[line] + size
        if target >= len(self._source):
            return len(self._lines)
        return max(bisect_right(self._starts, target) - 1, line + 1)

    def _cut(self, tokens: Sequence[Token], skip: int) -> tuple[int, str]:
        """Where the piece at hand may end: before its last top-level block, or inside that if it is all there is.

        Gives a line of the piece (0 for nowhere, the piece is too short), and what the next piece goes on with.
        """
        last = next((t for t in reversed(tokens) if t.level == 0 and t.nesting >= 0 and t.map is not None), None)
        if last is None or last.map is None:
            return len(self._numbers), "block"
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
        if last.type in {"paragraph_open", "blockquote_open"}:
            return len(self._numbers), "block"
        return 0, ""

    def _parse(self, text: str) -> list[Token]:
        tokens: list[Token] = []
        self._md.block.parse(text, self._md, self._env, tokens)
        return tokens

    # Places

    def _place(self, line: int) -> int:
        """Where line `line` of the piece begins in the source."""
        return self._starts[self._numbers[line]]

    def _line(self, line: int) -> str:
        return self._lines[self._numbers[line]]

    def _map(self, text: str, first: int, cursor: int = 0) -> SourceMap:
        """Where the lines of `text`, which stands from line `first` on, are in the source."""
        starts: list[int] = []
        places: list[int] = []
        offset = 0
        for index, line in enumerate(text.split("\n")):
            number = min(first + index, len(self._numbers) - 1)
            whole = self._line(number)
            if whole.endswith(line):
                column = len(whole) - len(line)
            else:
                column = whole.find(line, cursor) if cursor else whole.rfind(line)
                if column < 0:
                    column = max(whole.find(line.strip()), 0) if line.strip() else 0
            starts.append(offset)
            places.append(self._place(number) + column)
            offset += len(line) + 1
            cursor = 0
        return SourceMap(starts, places)

    def _text(self, token: Token, skip: int = 0) -> list[Span]:
        """The spans of an inline token, without its first `skip` characters."""
        if token.map is None:
            return [Span(token.content)]
        places = self._map(token.content, token.map[0])
        return self._inline.spans(token.content[skip:], places.shifted(skip) if skip else places)

    # Blocks

    def _build(self, tokens: Sequence[Token], stop: int) -> list[Block]:
        """The blocks of a piece that ends before its line `stop`."""
        out: list[Block] = []
        index = 0
        count = len(tokens)
        while index < count:
            end = index + 1
            while end < count and tokens[end].level > 0:
                end += 1
            if end < count and tokens[end].level == 0 and tokens[end].nesting < 0:
                end += 1
            group = tokens[index:end]
            if max(token.level for token in group) >= self._deepest - 1:
                first, last = group[0].map or [0, stop]
                self._frames.add(self._verbatim(first, min(last, stop)))
            else:
                self._fill(group, 0, len(group), self._frames)
            out.extend(self._frames.take())
            index = end
        return out

    def _verbatim(self, first: int, last: int) -> Paragraph:
        """Lines as they are written."""
        spans = [
            Span(
                self._line(n) + ("\n" if n < last - 1 else ""),
                "",
                self._place(n),
                self._place(n) + len(self._line(n)) + (n < last - 1),
            )
            for n in range(first, last)
        ]
        return Paragraph(spans)

    def _inner(self, tokens: Sequence[Token], start: int, end: int) -> list[Block]:
        """The blocks of ``tokens[start:end]``, which stand inside another block."""
        frames = Frames(self._inline, self._source)
        self._fill(tokens, start, end, frames)
        return frames.take() + frames.finish()

    def _fill(self, tokens: Sequence[Token], index: int, end: int, frames: Frames) -> None:
        """Add the blocks of ``tokens[index:end]`` to `frames`."""
        while index < end:
            token = tokens[index]
            kind = token.type
            if kind == "html_block":
                if token.map is not None:
                    frames.html(token.content.rstrip("\n"), self._map(token.content.rstrip("\n"), token.map[0]))
            elif kind in {"fence", "code_block"}:
                frames.add(self._code(token))
            elif kind == "hr":
                line = token.map[0] if token.map else 0
                frames.add(Rule(self._place(line), self._place(line) + len(self._line(line))))
            elif kind == "inline":
                for block in self._paragraph(token):
                    frames.add(block)
            elif token.nesting > 0:
                close = _closing(tokens, index, end)
                reader = self._readers.get(kind)
                if reader is not None:
                    for block in reader(self, tokens, index, close):
                        frames.add(block)
                elif kind.startswith("container_"):
                    frames.add(self._container(tokens, index, close))
                else:
                    self._fill(tokens, index + 1, close, frames)
                index = close
            elif token.content:
                frames.add(Paragraph([Span(token.content)]))
            index += 1

    def _paragraph(self, token: Token) -> list[Block]:
        """A paragraph, or the footnotes that it explains."""
        content = token.content
        if not content.startswith("[^") or not _FOOTNOTE.match(content) or token.map is None:
            spans = self._text(token)
            return [Paragraph(spans)] if spans else []
        return self._footnotes(content, token.map[0])

    def _footnotes(self, content: str, line: int) -> list[Block]:
        """The footnotes that `content` explains, which stands from `line` on."""
        blocks: list[Block] = []
        places = self._map(content, line)
        begins = [match.start() for match in _FOOTNOTES.finditer(content)] + [len(content)]
        for begin, stop in pairwise(begins):
            match = _FOOTNOTE.match(content, begin)
            if match is None:
                continue
            close = match.end(1) + 1
            label = Span(f"[^{match[1]}]", "footnote", places(begin), places.end(close))
            text = content[match.end() : stop].rstrip("\n")
            blocks.append(Footnote(label, [Paragraph(self._inline.spans(text, places.shifted(match.end())))]))
        return blocks

    def _heading(self, tokens: Sequence[Token], index: int, close: int) -> list[Block]:
        level = int(tokens[index].tag[1:] or 1)
        blocks: list[Block] = []
        for token in tokens[index + 1 : close]:
            # ``{#id}`` at the end of a heading is where links may lead (Docusaurus, Pandoc).
            token.content = _HEADING_ID.sub("", token.content)
            if spans := self._text(token):
                blocks.append(Heading(level, spans))
        return blocks

    def _code(self, token: Token) -> Code:
        text = token.content.removesuffix("\n")
        language, title = _fence_info(token.info) if token.type == "fence" else ("", "")
        starts: list[int] = []
        if token.map is not None:
            first = token.map[0] + (token.type == "fence")
            begin = self._place(min(first, len(self._numbers) - 1))
            if self._source.startswith(text, begin):
                return Code(language, title, text, [begin])
            lines = text.split("\n") if token.content else []
            for index, line in enumerate(lines):
                number = first + index
                whole = self._line(number) if number < len(self._numbers) else ""
                known = whole.endswith(line) and number < len(self._numbers)
                starts.append(self._place(number) + len(whole) - len(line) if known else NOWHERE)
        return Code(language, title, text, starts)

    def _quote(self, tokens: Sequence[Token], index: int, close: int) -> list[Block]:
        first = tokens[index + 2] if index + 2 < close and tokens[index + 1].type == "paragraph_open" else None
        match = _ALERT.match(first.content) if first is not None and first.map is not None else None
        if first is None or match is None or first.map is None:
            return [Quote(self._inner(tokens, index + 1, close))]
        places = self._map(first.content, first.map[0])
        title = self._inline.spans(match[2].rstrip(), places.shifted(match.start(2))) if match[2].strip() else []
        blocks: list[Block] = []
        rest = first.content[match.end() :]
        if rest.strip():
            blocks.append(Paragraph(self._inline.spans(rest, places.shifted(match.end()))))
        blocks.extend(self._inner(tokens, index + 4, close))
        return [Admonition(match[1].lower(), (places(match.start(1)), places.end(match.end(1))), title, blocks)]

    def _container(self, tokens: Sequence[Token], index: int, close: int) -> Block:
        """A ``:::`` container, whatever its name."""
        token = tokens[index]
        match = _CONTAINER.match(token.info)
        kind, title = "note", ""
        spans: list[Span] = []
        if match is not None:
            group = next((n for n in (2, 3, 4) if match[n]), 0)
            kind = match[1] or kind
            title = match[group] if group else ""
            if title and token.map is not None:
                line = self._line(token.map[0])
                column = max(line.rfind(title), 0)
                spans = self._inline.spans(title, SourceMap([0], [self._place(token.map[0]) + column]))
        blocks = self._inner(tokens, index + 1, close)
        if kind.lower() == "details":
            return Details(spans or [Span("Details")], blocks)
        return Admonition(kind.lower(), self._find(kind, token), spans, blocks)

    def _admonition(self, tokens: Sequence[Token], index: int, close: int) -> list[Block]:
        """A ``!!!`` admonition: its kind is in the token's meta, its title in tokens of its own."""
        kind = str(tokens[index].meta.get("tag", "")) or "note"
        start = index + 1
        spans: list[Span] = []
        if start < close and tokens[start].type == "admonition_title_open":
            end = _closing(tokens, start, close)
            title = tokens[start + 1]
            if title.content.lower() != kind.lower():
                spans = self._text(title)
            start = end + 1
        return [Admonition(kind.lower(), self._find(kind, tokens[index]), spans, self._inner(tokens, start, close))]

    def _find(self, word: str, token: Token) -> tuple[int, int]:
        """Where `word` stands in the first line of a block."""
        column = self._line(token.map[0]).lower().find(word.lower()) if token.map is not None else NOWHERE
        if column < 0 or token.map is None:
            return NOWHERE, NOWHERE
        begin = self._place(token.map[0]) + column
        return begin, begin + len(word)

    def _list(self, tokens: Sequence[Token], index: int, close: int) -> list[Block]:
        ordered = tokens[index].type == "ordered_list_open"
        number = int(str(tokens[index].attrs.get("start", 1))) if ordered else 0
        items: list[Item] = []
        tight = True
        position = index + 1
        while position < close:
            token = tokens[position]
            end = _closing(tokens, position, close)
            start, stop = self._item_marker(token, ordered)
            task: bool | None = None
            after = position + 1
            blocks: list[Block] = []
            if after + 1 < end and tokens[after].type == "paragraph_open":
                text = tokens[after + 1]
                match = _TASK.match(text.content)
                if match is not None:
                    task = match[1] != " "
                    if text.map is not None:
                        stop = self._map(text.content, text.map[0]).end(match.end(1) + 1)
                    blocks.append(Paragraph(self._text(text, match.end())))
                    after += 3
            if any(
                t.type == "paragraph_open" and not t.hidden and t.level == token.level + 1 for t in tokens[position:end]
            ):
                tight = False
            blocks.extend(self._inner(tokens, after, end))
            items.append(Item(f"{number}{token.markup}" if ordered else "", start, stop, task, blocks))
            number += 1
            position = end + 1
        return [Listing(ordered, tight, items)]

    def _item_marker(self, token: Token, ordered: bool) -> tuple[int, int]:
        """Where the marker of a list item stands in the source."""
        if token.map is None:
            return NOWHERE, NOWHERE
        line = token.map[0]
        marker = f"{token.info}{token.markup}" if ordered else token.markup
        column = self._line(line).find(marker, self._marker[1] if self._marker[0] == self._numbers[line] else 0)
        if column < 0 or not marker:
            return NOWHERE, NOWHERE
        self._marker = (self._numbers[line], column + len(marker))
        return self._place(line) + column, self._place(line) + column + len(marker)

    def _table(self, tokens: Sequence[Token], index: int, close: int) -> list[Block]:
        aligns = ""
        head: list[Sequence[Span]] = []
        rows: list[list[Sequence[Span]]] = []
        row: list[Sequence[Span]] = []
        cursor = 0
        token_line = 0
        for position in range(index + 1, close):
            token = tokens[position]
            if token.type == "tr_open":
                row, cursor = [], 0
                token_line = token.map[0] if token.map else 0
            elif token.type == "th_open":
                style = str(token.attrs.get("style", ""))
                aligns += "r" if style.endswith("right") else "c" if style.endswith("center") else "l"
            elif token.type == "inline" and token.map is not None:
                spans, cursor = self._cell(token.content, token.map[0], cursor)
                row.append(spans)
            elif token.type == "tr_close":
                if not head and not rows and len(row) == len(aligns):
                    head = row
                else:
                    self._surplus(token_line, row, cursor)
                    rows.append(row)
        return [Table(aligns, head, rows)]

    def _cell(self, text: str, line: int, cursor: int) -> tuple[list[Span], int]:
        """The spans of a table's cell that stands behind column `cursor` of a line, and the column behind it."""
        if not text:
            return [], cursor
        whole = self._line(line)
        column = whole.find(text, cursor)
        if column >= 0:
            places = SourceMap([0], [self._place(line) + column])
            return self._inline.spans(text, places), column + len(text)
        # Pipes were escaped: the text is shorter than the source, by a backslash each.
        starts, spots = [0], []
        escaped = text.replace("|", "\\|")
        column = max(whole.find(escaped, cursor), cursor)
        spots.append(self._place(line) + column)
        for count, match in enumerate(re.finditer(r"\|", text)):
            starts.append(match.start())
            spots.append(self._place(line) + column + match.start() + count + 1)
        return self._inline.spans(text, SourceMap(starts, spots)), column + len(escaped)

    def _surplus(self, line: int, cells: list[Sequence[Span]], edge: int) -> None:
        """Put what a row has beyond its last column, which ends at `edge`, into that column: a reader would miss it."""
        whole = self._line(line)
        if not cells or whole.count("|") <= len(cells):
            return
        rest = whole[edge:].strip()
        extra = rest.strip("|").strip()
        if rest.startswith("|") and extra and len(_PIPE.split(whole.strip().strip("|"))) > len(cells):
            places = SourceMap([0], [self._place(line) + whole.find(extra, edge)])
            cells[-1] = [*cells[-1], Span(" | "), *self._inline.spans(extra, places)]

    def _footnote(self, tokens: Sequence[Token], index: int, close: int) -> list[Block]:
        token = tokens[index]
        label = str(token.meta.get("label", token.meta.get("id", "")))
        start = end = NOWHERE
        if token.map is not None:
            column = self._line(token.map[0]).find(f"[^{label}]")
            if column >= 0:
                start = self._place(token.map[0]) + column
                end = start + len(label) + 3
        return [Footnote(Span(f"[^{label}]", "footnote", start, end), self._inner(tokens, index + 1, close))]

    _readers: dict[str, Callable[[_Builder, Sequence[Token], int, int], list[Block]]] = {  # noqa: RUF012
        "heading_open": _heading,
        "blockquote_open": _quote,
        "bullet_list_open": _list,
        "ordered_list_open": _list,
        "table_open": _table,
        "admonition_open": _admonition,
        "footnote_reference_open": _footnote,
    }


def _closing(tokens: Sequence[Token], index: int, end: int) -> int:
    """The token that closes the one at `index`."""
    level = tokens[index].level
    for position in range(index + 1, end):
        if tokens[position].level == level and tokens[position].nesting < 0:
            return position
    return end


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


def _fence_info(info: str) -> tuple[str, str]:
    """The language and the title of a fence's info string: ``yaml title="deploy.yml" {1,3}``."""
    title = _TITLE.search(info)
    words = info.split()
    language = words[0] if words else ""
    if language.startswith("{"):
        language = language.strip("{}").lstrip(".")
    if language.startswith("title="):
        language = ""
    name, _, path = language.partition(":")
    if path and not title:
        return name, path
    return language.split("{")[0].rstrip(","), (title[1] or title[2] or "") if title else ""


def _add_footnotes(blocks: list[Block], more: list[Block]) -> None:
    """Add footnotes beside those that are there already, in the order of the source."""
    known = [index for index, block in enumerate(blocks) if isinstance(block, Footnote)]
    end = known[-1] + 1 if known else len(blocks)
    start = end
    while start and isinstance(blocks[start - 1], Footnote):
        start -= 1
    run = [block for block in [*blocks[start:end], *more] if isinstance(block, Footnote)]
    run.sort(key=lambda block: block.label.start)
    blocks[start:end] = run


def _follow(listing: Listing, number: int) -> None:
    """Make `listing` go on with the list before it; an ordered one counts from `number`."""
    listing.follows = True
    for index, item in enumerate(listing.items):
        if listing.ordered:
            item.marker = f"{number + index}{item.marker[-1:]}"
