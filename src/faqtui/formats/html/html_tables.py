"""Tables of HTML: those of texts, those that lay a page out, and those whose rows are questions and answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol

from faqtui.formats.html import html_nodes
from faqtui.formats.html.html_inline import HtmlInlines, plain
from faqtui.formats.html.html_nodes import children
from faqtui.formats.html.html_noise import in_box, is_dropped, is_menu_cell, keeps_apart
from faqtui.formats.html.html_questions import Questions
from faqtui.formats.writing import Writer

_LABEL, _WITH_COLON = 8, 16
"""Characters of a cell beside a question or an answer that has its number, or "A:", in it, and of one that ends with a colon."""

_BOLD = re.compile(r"\*\*([^*]+)\*\*")


class TabledPage(Protocol):
    """What a table asks of the page that it is on."""

    writer: Writer
    questions: Questions
    inlines: HtmlInlines
    with_blocks: set[int]
    level: int

    def blocks(self, node: Any, depth: int) -> None:
        """Write the content of an element."""

    def is_block(self, node: Any) -> bool:
        """Whether a node stands by itself."""

    def at(self, node: Any) -> int:
        """The line of a node."""

    def paragraph(self, run: Sequence[Any]) -> None:
        """Write nodes as a paragraph."""

    def heading(self, level: int, text: str, line: int, *, marked: bool = False) -> None:
        """Write a heading, which is a question where it is `marked`."""

    def answer(self) -> AbstractContextManager[None]:
        """What is written here is marked as the answer to the question above."""

    def code(self, node: Any, line: int, holder: Any = None) -> None:
        """Write a block of code; its `holder` may name its language."""


def _is_label(text: str) -> bool:
    return len(text) <= (_WITH_COLON if text.endswith((":", "\uff1a")) else _LABEL)


class Tables:
    """Writes the tables of one page."""

    def __init__(self, page: TabledPage) -> None:
        self._page = page

    def write(self, node: Any, depth: int) -> None:
        """A table: as one, or the blocks of its cells where they are laid out in it or ask."""
        code = html_nodes.highlighted(node)
        if code is not None:
            self._page.code(code, self._page.at(code), node)
            return
        rows = [child for child in html_nodes.rows(node) if child.name == "tr"]
        cells = [[c for c in children(row) if c.name in {"td", "th"}] for row in rows]
        layout = (node.attrs or {}).get("role") == "presentation" or all(len(row) < 2 for row in cells)
        layout = layout or keeps_apart(cells)
        if not layout:
            layout = any(
                id(cell) in self._page.with_blocks and html_nodes.is_large(cell) for row in cells[:200] for cell in row
            )
        for child in children(node):
            if child.name == "caption":
                self._page.paragraph(children(child))
        if not layout and (cell := in_box(cells)) is not None and not self._page.questions.holds_marks(node):
            self._page.writer.apart()
            self._page.blocks(cell, depth + 2)
            self._page.writer.apart()
            return
        if layout or self._page.questions.holds_marks(node):
            for row, columns in zip(rows, cells, strict=True):
                if is_dropped(row):
                    continue
                with self._page.answer() if self._page.questions.holds_answer(row) else nullcontext():
                    self._cells(row, columns, depth, layout=layout)
            self._page.writer.apart()
            return
        head = bool(cells) and any(cell.name == "th" for cell in cells[0])
        made = [
            (self._page.at(row), html_nodes.texts(own, self._page.inlines))
            for row, own in zip(rows, cells, strict=True)
        ]
        self._page.writer.table([(line, texts) for line, texts in made if any(texts)], head=head)

    def _cells(self, row: Any, columns: list[Any], depth: int, *, layout: bool) -> None:
        """The cells of a row, one below the other."""
        titled = any(map(html_nodes.is_titled, columns))
        for cell in self._marked_row(row, columns):
            if layout and (is_menu_cell(cell, len(columns) - 1) or (titled and html_nodes.is_ornament(cell))):
                continue
            self._page.writer.apart()
            self._page.blocks(cell, depth + 2)

    def _marked_row(self, row: Any, columns: list[Any]) -> list[Any]:
        """The cells of a row that are yet to be written: of one that is a question, all but the first line of its last cell.

        A cell before the last may have its number, or a letter that stands for "question" or "answer".
        """
        if not self._page.questions.is_question(row) and not self._page.questions.holds_answer(row):
            return columns
        said = [cell for cell in columns[:-1] if not _is_label(plain(cell).strip())] + columns[-1:]
        asked = [c for c in children(said[-1]) if c.name != "#comment" and (c.name != "#text" or c.data.strip())]
        if not asked or self._page.questions.holds_answer(row):
            return said
        size = next((place for place, child in enumerate(asked) if self._page.is_block(child)), len(asked))
        title, rest = (asked[:size], asked[size:]) if size else (children(asked[0]), asked[1:])
        lines = self._page.inlines.lines(title, heading=True)
        text = _BOLD.sub(r"\1", " ".join(text.removesuffix("\\") for _, text in lines if text).strip())
        self._page.heading(
            min(self._page.level + 1, 6), text, next((n for n, t in lines if t), self._page.at(row)), marked=True
        )
        return [*said[:-1], html_nodes.Holder(rest)]
