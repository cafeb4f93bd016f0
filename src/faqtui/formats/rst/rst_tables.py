"""Tables of reStructuredText: the rows of docutils' tree, each cell on one line."""

from __future__ import annotations

from typing import Any

from faqtui.formats.rst.rst_inline import RstInlines
from faqtui.formats.rst.rst_places import NodeLines
from faqtui.formats.writing import code_span


def rows_of(group: Any, places: NodeLines, inlines: RstInlines) -> tuple[list[tuple[int, list[str]]], bool]:
    """The rows of a table, each with its line, and whether the first is its head."""
    rows: list[tuple[int, list[str]]] = []
    head = False
    for part in group.children:
        if part.tagname not in {"thead", "tbody"}:
            continue
        head = head or part.tagname == "thead"
        for row in part.children:
            cells: list[str] = []
            number: int | None = None
            for entry in row.children:
                text = _cell(entry, places, inlines)
                number = places.cursor if number is None else number
                cells.append(text)
                cells += [""] * min(int(entry.get("morecols") or 0), 50)
            if any(cells):
                rows.append((number or places.cursor, cells))
    return rows, head


def _cell(entry: Any, places: NodeLines, inlines: RstInlines) -> str:
    """A cell on one line: its blocks with breaks between them."""
    parts: list[str] = []
    waiting = list(reversed(entry.children))
    while waiting:
        child = waiting.pop()
        name = child.tagname
        if name in {"paragraph", "title", "term", "caption", "attribution", "line", "rubric"}:
            parts.append(one_line(child, places, inlines))
        elif name in {"literal_block", "doctest_block"}:
            places.of(child, child.astext())
            parts += [code_span(line) for line in child.astext().split("\n") if line.strip()]
        elif name == "list_item":
            parts.append("\u2022")
            waiting += reversed(child.children)
        elif name == "image":
            parts.append(inlines.image(child))
        elif name not in {"comment", "target", "substitution_definition", "system_message"}:
            waiting += reversed(child.children)
    return "<br>".join(part for part in parts if part).replace("\u2022<br>", "\u2022 ")


def one_line(node: Any, places: NodeLines, inlines: RstInlines) -> str:
    """What a node says, on one line."""
    return " ".join(text.removesuffix("\\") for _, text in inlines.lines(node, places.of(node)) if text)
