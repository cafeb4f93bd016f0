"""Rows of tables that are questions, each above what answers it: beside a letter or a number, or alone in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from faqtui.formats.html.html_inline import plain
from faqtui.formats.html.html_items import asked_rows, is_alone_in_item
from faqtui.letters import ASKS

_ASKING = re.compile(r"(?:q|f|(?:question|frage|q|f)[ \t]?\d{0,3}[ \t]?[.:)]|\d{1,3}[.)]?)", re.IGNORECASE)
_ANSWERING = re.compile(r"(?:a|(?:answer|antwort|a)[ \t]?\d{0,3}[ \t]?[.:)])?", re.IGNORECASE)

_FEW = 400
"""Cells of a row that are looked at."""

_LONGEST_LETTER = 20
_LEAST = 2
"""Rows that begin with a letter for "question", from which these are questions."""


class AskedRows:
    """Collects such rows while a page is looked at."""

    def __init__(self) -> None:
        self._rows: list[Any] = []
        self._tables: list[Any] = []

    def see(self, node: Any) -> None:
        """Look at one element."""
        if node.name == "tr" and _begins(node, _ASKING):
            self._rows.append(node)
        elif node.name == "table" and is_alone_in_item(node):
            self._tables.append(node)

    def found(self) -> Iterator[tuple[Any, list[Any]]]:
        """The rows that are questions, each with those that answer it."""
        yield from self._lettered()
        yield from self._laid_out()

    def _lettered(self) -> list[tuple[Any, list[Any]]]:
        """Rows with ``Q:`` or a number, each above those with ``A:`` or with nothing in their first cells."""
        asking = {id(row) for row in self._rows}
        pairs: list[tuple[Any, list[Any]]] = []
        for parent in {id(row.parent): row.parent for row in self._rows if row.parent is not None}.values():
            open_ = False
            for row in parent.children:
                if id(row) in asking:
                    pairs.append((row, []))
                    open_ = True
                elif row.name == "tr" and open_:
                    open_ = _begins(row, _ANSWERING) and (not pairs[-1][1] or not _label(row))
                    pairs[-1][1].extend([row] if open_ else [])
        pairs = [pair for pair in pairs if pair[1]]
        counted = [pair for pair in pairs if _label(pair[0])[0].isdigit()]
        if counted and not _count_questions(counted):
            pairs = [pair for pair in pairs if not _label(pair[0])[0].isdigit()]
        return pairs if len(pairs) >= _LEAST else []

    def _laid_out(self) -> list[tuple[Any, list[Any]]]:
        """Tables that are items of lists, of single cells of which each other one asks or is bold, as most of them ask."""
        pairs = [pair for table in self._tables for pair in asked_rows(table)]
        asking = sum(plain(row).rstrip().endswith(ASKS) for row, _ in pairs)
        return [(row, [below]) for row, below in pairs] if len(pairs) >= _LEAST and 2 * asking >= len(pairs) else []


def _label(row: Any) -> str:
    """What the first cell of a row says."""
    return plain(next(cell for cell in row.children if cell.name in {"td", "th"})).strip()


def _count_questions(pairs: Sequence[tuple[Any, list[Any]]]) -> bool:
    """Whether these rows have the numbers from 1 on, most of them ask, and there is none beside what answers them."""
    numbers = [_label(row).rstrip(".) ") for row, _ in pairs]
    asking = sum(plain(row).rstrip().endswith(ASKS) for row, _ in pairs)
    counted = numbers == [str(number) for number in range(1, len(pairs) + 1)]
    return counted and 2 * asking > len(pairs) and not any(_label(below[0]) for _, below in pairs)


def _begins(row: Any, letter: re.Pattern[str]) -> bool:
    """Whether a row of a table has two cells: such a letter alone, and a text."""
    cells = [cell for cell in (row.children or [])[:_FEW] if cell.name in {"td", "th"}]
    return (
        len(cells) == 2
        and letter.fullmatch(plain(cells[0]).strip()[:_LONGEST_LETTER]) is not None
        and bool(plain(cells[1]).strip())
    )
