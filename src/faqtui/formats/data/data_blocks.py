"""The blocks of the trees that editors keep (see `data_trees`), as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.formats.data.data_kinds import (
    BREAKS,
    BULLETS,
    CODES,
    KNOWN,
    LINKS,
    NUMBERS,
    PICTURES,
    QUOTES,
    RULES,
    TABLES,
    kind_of,
    level_of,
    named,
    parts_of,
)
from faqtui.formats.data.data_runs import inlines, inlines_of, picture
from faqtui.formats.nodes import Node
from faqtui.formats.writing import Inline, Writer

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
        number = 0
        for block in blocks:
            kind = kind_of(block) if block.kind == "map" else "text"
            if _is_inline(block, kind):
                runs.append(block)
                continue
            self._write(runs)
            runs = []
            number = number + 1 if kind == "orderedlistitem" else 0
            self._put(block, kind, depth, number)
        self._write(runs)

    def _put(self, block: Node, kind: str, depth: int, number: int) -> None:
        writer = self._writer
        if depth > MAX_DEPTH:
            return
        if level := level_of(block):
            writer.heading(level, inlines(block).line(), block.line)
        elif kind in BULLETS | NUMBERS and parts_of(block):
            self._list(block, kind, depth)
        elif kind in {"unorderedlistitem", "orderedlistitem"}:
            nested = named(block, "level", "depth", "indent")
            indent = int(nested.text) if nested is not None and nested.text.isdigit() else 0
            indent = min(indent - (named(block, "level") is not None), 6)
            mark = f"{number}. " if number else "- "
            with writer.tight(), writer.inside("   " * indent + mark, "   " * indent + " " * len(mark)):
                self.inline(block)
        elif kind in CODES:
            self._code(block)
        elif kind in QUOTES:
            with writer.inside("> ", "> "):
                self.blocks(parts_of(block), depth + 1) if parts_of(block) else self.inline(block)
        elif kind in PICTURES:
            if text := picture(block):
                writer.paragraph(text, block.line)
        elif kind in TABLES:
            self._table(block)
        elif kind in RULES:
            writer.apart()
            writer.put("---", block.line)
            writer.apart()
        elif any(not _is_inline(item, kind_of(item)) for item in parts_of(block)[:FEW] if item.kind == "map"):
            self.blocks(parts_of(block), depth + 1)
        else:
            self.inline(block)

    def _list(self, block: Node, kind: str, depth: int) -> None:
        style = named(block, "listtype", "format", "style") or named(named(block, "data") or block, "style")
        numbered = kind in NUMBERS or (style is not None and style.text in {"ordered", "number"})
        with self._writer.tight():
            for number, item in enumerate(parts_of(block), 1):
                mark = f"{number}. " if numbered else "- "
                with self._writer.inside(mark, " " * len(mark)):
                    below = parts_of(item)
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
        own = named(block, "code") or named(named(block, "data") or block, "code", "text")
        language = named(block, "language", "lang") or named(named(block, "attrs") or block, "language")
        if own is not None and own.kind == "text":
            text = "\n".join(line for _, line in own.lines)
        else:
            text = ("\n" if _of_lines(block) else "").join(map(_bare, parts_of(block)))
        if text:
            self._writer.code(text, language.text if language is not None else "", block.line)

    def _table(self, block: Node) -> None:
        rows = [
            (row.line, [_all_inlines(cell).line() for cell in parts_of(row)])
            for part in parts_of(block)
            for row in ([part] if kind_of(part) not in _PARTS else parts_of(part))
        ]
        self._writer.table([row for row in rows if any(row[1])])

    def inline(self, block: Node) -> None:
        self._writer.inline(inlines(block).lines())

    def _write(self, runs: Sequence[Node]) -> None:
        if runs:
            self._writer.inline(inlines_of(runs, {}).lines())


def _is_inline(node: Node, kind: str) -> bool:
    """Whether a node is a run, or a link around some."""
    if node.kind == "text" or kind in LINKS | BREAKS or kind == "span":
        return True
    if kind == "text" and not parts_of(node):
        return named(node, "text", "nodetype") is not None
    if parts_of(node) or kind in KNOWN or level_of(node) or named(node, "data", "spans") is not None:
        return False
    return named(node, "text") is not None


def _of_lines(block: Node) -> bool:
    return bool(parts_of(block)) and all(parts_of(item) for item in parts_of(block) if item.kind == "map")


def _bare(node: Node, depth: int = 0) -> str:
    """The text below a node as it is."""
    if node.kind == "text":
        return "\n".join(text for _, text in node.lines)
    text = named(node, "text", "value")
    if text is not None and text.kind == "text":
        return "\n".join(line for _, line in text.lines)
    return "".join(_bare(part, depth + 1) for part in parts_of(node)) if depth < MAX_DEPTH else ""


def _all_inlines(cell: Node) -> Inline:
    """What a cell says, its paragraphs on one line."""
    if cell.kind == "map" and (below := parts_of(cell)) and not _is_inline(below[0], kind_of(below[0])):
        return inlines_of([run for block in below for run in (parts_of(block) or [block])], {})
    return inlines(cell)
