"""Lists of HTML that lay questions out: what an item is called that holds a list of them, and tables that are items."""

from __future__ import annotations

import re
from typing import Any, Protocol

from faqtui.formats.html.html_inline import HtmlInlines, plain
from faqtui.formats.html.html_nodes import HEADINGS, children, rows
from faqtui.formats.html.html_noise import is_dropped
from faqtui.letters import ASKS

_LONGEST_QUESTION = 300
_LONGEST_NAME = 160
_MOST_ROWS = 1_000
_BOLD = frozenset({"b", "strong"}) | HEADINGS.keys()
_AROUND = frozenset({"p", "div", "span", "font", "a", "i", "em", "u"})
_STEPS = 4
_LISTS = frozenset({"ul", "ol"})
_SETS = frozenset({"b", "strong", "i", "em", "u", "a", "font", "span", "big", "p", "div", "code", "tt"})
"""Elements that the name of a group stands in."""


_STRONG = re.compile(r"\*\*([^*]+)\*\*")


class Marks(Protocol):
    """What marks questions on a page."""

    def holds_marks(self, node: Any) -> bool:
        """Whether any question is marked in this element."""

    def is_question(self, node: Any) -> bool:
        """Whether this element is a question."""


def _said(node: Any) -> list[Any]:
    """The nodes in a node that say something."""
    return [c for c in children(node) if c.name != "#comment" and (c.name != "#text" or (c.data or "").strip())]


def items_of(node: Any) -> list[Any]:
    """What a list holds that says something."""
    return [child for child in _said(node) if child.name != "!doctype" and not is_dropped(child)]


def is_alone_in_item(table: Any) -> bool:
    """Whether a table is all that an item of a list has."""
    item = table.parent
    return item is not None and item.name == "li" and len(children(item)) < _STEPS * 2 and len(_said(item)) == 1


def asked_rows(table: Any) -> list[tuple[Any, Any]]:
    """The rows of a table with one cell each in pairs, where the first of each asks or is bold and the second does not."""
    found = [row for row in rows(table)[:_MOST_ROWS] if row.name == "tr"]
    cells = [[cell for cell in children(row) if cell.name in {"td", "th"}] for row in found]
    if not found or len(found) % 2 or any(len(row) != 1 for row in cells):
        return []
    asking = [_asks(row[0]) for row in cells]
    if not all(asking[::2]) or any(asking[1::2]):
        return []
    return list(zip(found[::2], found[1::2], strict=True))


def _asks(cell: Any) -> bool:
    """Whether a cell has a question, or a few words that are all bold."""
    text = plain(cell).strip()
    if not 0 < len(text) <= _LONGEST_QUESTION:
        return False
    if text.endswith(ASKS) or cell.name == "th":
        return True
    for _ in range(_STEPS):
        said = _said(cell)
        if len(said) != 1 or said[0].name not in _BOLD | _AROUND:
            return False
        cell = said[0]
        if cell.name in _BOLD:
            return True
    return False


def named_group(item: Any, marks: Marks, inlines: HtmlInlines) -> tuple[int, str, list[Any]]:
    """The name of an item that holds a list of marked questions, with its line, and the rest of it; no name where it has none."""
    if item.name != "li":
        return 0, "", [item]
    said = _said(item)
    place = next((place for place, child in enumerate(said) if child.name not in _SETS | {"#text", "br"}), len(said))
    if not 0 < place < len(said) or said[place].name not in _LISTS or not marks.holds_marks(said[place]):
        return 0, "", children(item)
    name = said[:place]
    if any(marks.holds_marks(child) or marks.is_question(child) for child in name):
        return 0, "", children(item)
    lines = [
        (number, text.removesuffix("\\")) for number, text in inlines.lines(name, heading=True) if text.strip("\\ ")
    ]
    text = _STRONG.sub(r"\1", " ".join(text for _, text in lines)).strip()
    return (lines[0][0], text, said[place:]) if 0 < len(text) <= _LONGEST_NAME else (0, "", children(item))
