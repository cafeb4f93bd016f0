"""Tables of Markdown: their cells with their places in the source, none of them dropped. Drawing them is `tables`'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.patterns import pattern
from faqtui.render.markup.places import SourceLines, SourceMap
from faqtui.render.nodes import Span, Table

if TYPE_CHECKING:
    from markdown_it.token import Token

    from faqtui.render.markup.spans import InlineSpans

_PIPE = pattern(r"(?<!\\)\|")


def read_table(tokens: Sequence[Token], lines: SourceLines, inline: InlineSpans) -> Table:
    """The table whose tokens these are, from its opening to before its closing one."""
    aligns = ""
    head: list[Sequence[Span]] = []
    rows: list[list[Sequence[Span]]] = []
    row: list[Sequence[Span]] = []
    cursor = 0
    line = 0
    for token in tokens:
        if token.type == "tr_open":
            row, cursor = [], 0
            line = token.map[0] if token.map else 0
        elif token.type == "th_open":
            style = str(token.attrs.get("style", ""))
            aligns += "r" if style.endswith("right") else "c" if style.endswith("center") else "l"
        elif token.type == "inline" and token.map is not None:
            spans, cursor = _cell(token.content, token.map[0], cursor, lines, inline)
            row.append(spans)
        elif token.type == "tr_close":
            if not head and not rows and len(row) == len(aligns):
                head = row
            else:
                _surplus(row, line, cursor, lines, inline)
                rows.append(row)
    return Table(aligns, head, rows)


def _cell(text: str, line: int, cursor: int, lines: SourceLines, inline: InlineSpans) -> tuple[list[Span], int]:
    """The spans of a table's cell that stands behind column `cursor` of a line, and the column behind it."""
    if not text:
        return [], cursor
    whole = lines.text(line)
    column = whole.find(text, cursor)
    if column >= 0:
        places = SourceMap([0], [lines.place(line) + column])
        return inline.spans(text, places), column + len(text)
    # Pipes were escaped: the text is shorter than the source, by a backslash each.
    starts, spots = [0], []
    escaped = text.replace("|", "\\|")
    column = max(whole.find(escaped, cursor), cursor)
    spots.append(lines.place(line) + column)
    for count, match in enumerate(re.finditer(r"\|", text)):
        starts.append(match.start())
        spots.append(lines.place(line) + column + match.start() + count + 1)
    return inline.spans(text, SourceMap(starts, spots)), column + len(escaped)


def _surplus(cells: list[Sequence[Span]], line: int, edge: int, lines: SourceLines, inline: InlineSpans) -> None:
    """Put what a row has beyond its last column, which ends at `edge`, into that column: a reader would miss it."""
    whole = lines.text(line)
    if not cells or whole.count("|") <= len(cells):
        return
    rest = whole[edge:].strip()
    extra = rest.strip("|").strip()
    if rest.startswith("|") and extra and len(_PIPE.split(whole.strip().strip("|"))) > len(cells):
        places = SourceMap([0], [lines.place(line) + whole.find(extra, edge)])
        cells[-1] = [*cells[-1], Span(" | "), *inline.spans(extra, places)]
