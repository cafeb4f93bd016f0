"""The containers around a line: quotations, list items, indented bodies; which of them a line goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from faqtui.markdown.blocks import Item

Container: TypeAlias = "tuple[str, int, Item | None]"
"""Kind, columns, item; the kind is q for a quotation, i for an item, n for the indented body of a MkDocs block or footnote,
d for a definition."""


class Nesting:
    """The open containers, outermost first in `stack`, and all list items so far in `items`."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.stack: list[Container] = []
        self.items: list[Item] = []

    def innermost(self) -> tuple[Item | None, bool]:
        """The list item that what stands here belongs to, and whether it is quoted."""
        item: Item | None = None
        quoted = False
        for container, _, own in self.stack:
            item = own or item
            quoted = quoted or container == "q"
        return item, quoted

    def follow(self, line: str, *, ends_empty: bool) -> tuple[int, str]:
        """How many containers a line goes on with, and what it says inside of them.

        `ends_empty` says that a blank line ends the innermost list item, which is empty.
        """
        rest = line
        matched = 0
        for kind, columns, _ in self.stack:
            if kind == "q":
                stripped = rest.lstrip(" ")
                if len(rest) - len(stripped) > 3 or not stripped.startswith(">"):
                    break
                rest = unquoted(stripped)
            elif not rest.strip():
                return self._blank(matched, rest, ends_empty=ends_empty)
            elif rest[:columns].strip():
                break
            else:
                rest = rest[columns:]
            matched += 1
        return matched, rest

    def _blank(self, matched: int, rest: str, *, ends_empty: bool) -> tuple[int, str]:
        """What `follow` gives of a line that is blank behind the outermost `matched` containers."""
        indent = 0
        for kind, columns, _ in self.stack[matched:]:
            if kind == "q":
                return matched, rest[indent:]
            indent += columns
            matched += 1
        last, columns, _ = self.stack[-1]
        if last == "i" and ends_empty:
            return matched - 1, rest[indent - columns :]
        return matched, rest[indent:]

    def pop_to(self, depth: int, number: int) -> None:
        """Close all but the outermost `depth`, before line `number`."""
        while len(self.stack) > depth:
            _, _, item = self.stack.pop()
            if item is not None:
                end = number
                while end > item.start + 1 and not self._lines[end - 1].strip():
                    end -= 1
                item.end = end

    def may_interrupt(self, match: re.Match[str], stripped: str, depth: int) -> bool:
        """Whether a list item may end a paragraph: not when empty, and numbered only from 1, save in a list."""
        if depth < len(self.stack):
            return True
        if match.end() >= len(stripped):
            return False
        return match[1] is not None or match[2] == "1" or (bool(self.stack) and self.stack[-1][0] == "i")

    def open_item(self, number: int, stripped: str, indent: int, match: re.Match[str]) -> str:
        """Open the list item that a line begins, and give what stands in it."""
        marker = match[1] or match[2] + match[3]
        spaces = len(match[4] or "")
        body = stripped[match.end() :]
        if not body.strip():
            spaces, body = 1, ""
        elif spaces > 4:
            body = " " * (spaces - 1) + body
            spaces = 1
        columns = indent + len(marker) + spaces
        parent = next((item for _, _, item in reversed(self.stack) if item is not None), None)
        item = Item(number, columns, match[1] or match[3], int(match[2]) if match[2] else None, len(self.stack), parent)
        self.items.append(item)
        self.stack.append(("i", columns, item))
        return body


def unquoted(stripped: str) -> str:
    """What stands behind the mark of a quotation that a line begins with."""
    return stripped[2:] if stripped[1:2] == " " else stripped[1:]
