"""Tables of questions and answers that are written in HTML: ``<tr><td>Is it hot?</td><td>Yes.</td></tr>``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import strip_label
from faqtui.parsing.questions.qa_tables import column
from faqtui.parsing.questions.titles import plain_title
from faqtui.patterns import pattern

_ROW = pattern(r"<tr(?=[\s>])", re.IGNORECASE)
_CELL = pattern(r"<t[dh](?:\s[^<>]{0,500})?>", re.IGNORECASE)
_END = pattern(r"</t[dhr](?:\s{0,20})>|</t(?:able|body|head)\s{0,20}>", re.IGNORECASE)
_IN_PAGE = pattern(r"<a\s[^<>]{0,300}href=[\"']?#", re.IGNORECASE)
_LEAST = 2
"""Rows from which a table has questions."""


def html_rows(scan: Scan) -> Iterator[Candidate]:
    """The rows of such tables, each all of a block and headed as one of questions; each row begins a line."""
    for block in scan.blocks:
        if (
            block.kind == "html"
            and not block.quoted
            and not block.depth
            and block.text.lstrip()[:6].lower() == "<table"
        ):
            yield from _rows(block)


def _rows(block: Block) -> Iterator[Candidate]:
    text = block.text.rstrip()
    if not text.lower().endswith("</table>") or text.lower().count("<table") > 1:
        return
    starts = [found.start() for found in _ROW.finditer(text)]
    if len(starts) <= _LEAST or any(map(_says_outside, starts, repeat(text))):
        return
    cells = [_cells(text[start:stop]) for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)]
    lines = [block.start + text.count("\n", 0, start) for start in starts]
    first = column([plain_title(cell) for cell in cells[0]])
    if first is None or len(set(lines[1:])) < len(lines) - 1 or any(len(row) <= first + 1 for row in cells[1:]):
        return
    if 2 * sum(_IN_PAGE.search("".join(row)) is not None for row in cells[1:]) > len(cells) - 1:
        return  # its questions are answered further down
    stops = [*lines[2:], block.end]
    for number, (row, stop) in enumerate(zip(cells[1:], stops, strict=True)):
        line = lines[number + 1] if number else block.start  # what heads the table is none of its questions
        answer = " \u2013 ".join(cell for cell in row[first + 1 :] if cell)
        yield Candidate(line, stop, PSEUDO_LEVEL, "row", strip_label(row[first]), tail=answer, stop=stop)


def _says_outside(start: int, text: str) -> bool:
    """Whether a row that begins at this place of a table says something in front of its first cell."""
    end = text.find(">", start)
    cell = _CELL.search(text, start)
    return end < 0 or cell is None or text[end + 1 : cell.start()].strip() != ""


def _cells(row: str) -> list[str]:
    """What the cells of a row say."""
    found = []
    for cell in _CELL.split(row)[1:]:
        end = _END.search(cell)
        found.append("\n".join(line.strip() for line in cell[: end.start() if end else len(cell)].strip().split("\n")))
    return found
