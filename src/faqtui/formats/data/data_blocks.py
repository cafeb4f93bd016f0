"""The blocks of the trees that editors keep (see `data_trees`), as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.formats.data.data_kinds import (
    BULLET,
    BULLETS,
    CODES,
    INLINE,
    KNOWN,
    LOOSE,
    NUMBER,
    NUMBERS,
    PICTURES,
    QUOTES,
    RULES,
    TABLES,
    TEXTS,
    attribute,
    kind_of,
    level_of,
    named,
    parts_of,
)
from faqtui.formats.data.data_runs import bare, inlines, inlines_of, picture
from faqtui.formats.nodes import Node
from faqtui.formats.writing import Inline, Writer, escaped

MAX_DEPTH = 40
"""Blocks inside one another that are written."""

FEW = 5
"""Blocks that tell whether those below one are blocks."""


_PARTS = frozenset({"thead", "tbody", "tablehead", "tablebody"})


def markdown_of(blocks: Sequence[Node]) -> list[tuple[int, str]]:
    """The Markdown of blocks, as (line, text); of a title that stands alone its text."""
    writer = _Blocks()
    if len(blocks) == 1 and level_of(blocks[0]):
        writer.inline(blocks[0])
    else:
        writer.blocks(blocks, 0)
    return writer.lines()


class _Blocks:
    """One tree being written."""

    def __init__(self) -> None:
        self._writer = Writer()

    def lines(self) -> list[tuple[int, str]]:
        return list(zip(self._writer.numbers, self._writer.lines, strict=True))

    def blocks(self, blocks: Sequence[Node], depth: int) -> None:
        runs: list[Node] = []
        numbers: list[int] = []  # how many numbered items stand above, by their depth
        for block in blocks:
            kind = kind_of(block) if block.kind == "map" else "text"
            if _is_inline(block, kind):
                runs.append(block)
                continue
            self._write(runs)
            runs = []
            if kind not in LOOSE | {BULLET, NUMBER}:
                numbers = []
                self._put(block, kind, depth)
                continue
            indent = _indent(block)
            numbers = [*numbers[: indent + 1], *[0] * (indent + 1 - len(numbers))]
            numbers[indent] = numbers[indent] + 1 if kind == NUMBER else 0
            self._item(block, numbers, depth)
        self._write(runs)

    def _item(self, block: Node, numbers: Sequence[int], depth: int) -> None:
        """An item that stands beside the others of its list; `numbers` are those of the items that it is below, and its own."""
        *above, own = [f"{number}. " if number else "- " for number in numbers]
        before = " " * sum(map(len, above))
        with self._writer.tight(), self._writer.inside(before + own, before + " " * len(own)):
            self._below(block, depth)
            below = named(block, "children")
            if below is not None and depth < MAX_DEPTH and below.items and parts_of(block) is not below.items:
                self.blocks(below.items, depth + 1)  # BlockNote's

    def _put(self, block: Node, kind: str, depth: int) -> None:
        writer = self._writer
        if depth > MAX_DEPTH:
            return
        if level := level_of(block):
            writer.heading(level, inlines(block).line(), block.line)
        elif kind in BULLETS | NUMBERS and parts_of(block):
            self._list(block, kind, depth)
        elif kind in CODES:
            self._code(block)
        elif kind in QUOTES:
            with writer.inside("> ", "> "):
                self._below(block, depth)
            if (said := attribute(block, "caption")) is not None:
                writer.paragraph(escaped(said.text), said.line)
        elif kind in PICTURES:
            if text := picture(block):
                writer.paragraph(text, block.line)
        elif kind in TABLES:
            self._table(block)
        elif kind in RULES:
            writer.apart()
            writer.put("---", block.line)
            writer.apart()
        else:
            self._below(block, depth)

    def _below(self, block: Node, depth: int) -> None:
        """What is in a block: other blocks, or runs."""
        if any(not _is_inline(item, kind_of(item)) for item in parts_of(block)[:FEW] if item.kind == "map"):
            self.blocks(parts_of(block), depth + 1)
        else:
            if (title := attribute(block, "title")) is not None:
                self._writer.paragraph(f"**{escaped(title.text)}**", title.line)
            self.inline(block)

    def _list(self, block: Node, kind: str, depth: int) -> None:
        style = attribute(block, "listtype", "format", "style", "ordered")
        numbered = kind in NUMBERS or (style is not None and style.text in {"ordered", "number", "numbered", "true"})
        with self._writer.tight():
            number = 0
            for item in parts_of(block):
                below = parts_of(item)
                lists = bool(below) and all(kind_of(part) in BULLETS | NUMBERS for part in below)
                number += not (lists and number)
                mark = f"{number}. " if numbered else "- "
                if lists and number:  # Lexical: a list of the item above
                    with self._writer.inside(" " * len(mark), " " * len(mark)):
                        self.blocks(below, depth + 1)
                    continue
                with self._writer.inside(mark, " " * len(mark)):
                    content = named(item, "content")
                    if content is not None and content.kind == "text":  # EditorJS: a text with items below it
                        self._writer.paragraph(content.text, item.line)
                        if below:
                            self._list(item, kind, depth + 1)
                    elif below and depth < MAX_DEPTH:
                        self.blocks(below, depth + 1)
                    else:
                        self.inline(item)
        self._writer.apart()

    def _code(self, block: Node) -> None:
        own = attribute(block, "code", "text", "value")
        language = attribute(block, "language", "lang")
        if text := own.whole if own is not None else bare(block):
            self._writer.code(text.rstrip("\n"), language.text if language is not None else "", block.line)

    def _table(self, block: Node) -> None:
        rows = [
            (row.line, [_all_inlines(cell).line() for cell in row.items or parts_of(row)])
            for part in parts_of(block)
            for row in ([part] if kind_of(part) not in _PARTS else parts_of(part))
        ]
        self._writer.table([row for row in rows if any(row[1])])

    def inline(self, block: Node) -> None:
        self._writer.inline(inlines(block).lines())

    def _write(self, runs: Sequence[Node]) -> None:
        if runs:
            self._writer.inline(inlines_of(runs, {}).lines())


def _indent(block: Node) -> int:
    """How many items an item that stands beside the others of its list is below."""
    nested = named(block, "level", "depth", "indent")
    indent = int(nested.text) if nested is not None and nested.text.isdigit() else 0
    return min(max(indent - (named(block, "level") is not None), 0), 6)


def _is_inline(node: Node, kind: str) -> bool:
    """Whether a node is a run, or a link around some."""
    if node.kind == "text" or kind in INLINE:
        return True
    if kind == "text":
        return named(node, "leaves") is not None or (
            not parts_of(node) and attribute(node, "nodetype", *TEXTS) is not None
        )
    if parts_of(node) or kind in KNOWN or level_of(node) or named(node, "data", "spans") is not None:
        return False
    return named(node, "text") is not None


def _all_inlines(cell: Node) -> Inline:
    """What a cell says, its paragraphs on one line."""
    if cell.kind == "map" and (below := parts_of(cell)) and not _is_inline(below[0], kind_of(below[0])):
        return inlines_of([run for block in below for run in (parts_of(block) or [block])], {})
    return inlines(cell)
