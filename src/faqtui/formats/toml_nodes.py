"""TOML as nodes (see `nodes`): its parser tells no places, so that each text is looked for below the one before."""

from __future__ import annotations

import re

from faqtui import toml
from faqtui.formats.nodes import MAX_DEPTH, Node, NotRead, most_values, of_text, telling


def of_toml(text: str) -> Node:
    """The value of a TOML text. Its parser tells no places: each text is looked for below the one before. Raises NotRead."""
    depth = deepest = 0
    for char in re.findall(r"[\[\]{}]", text):
        depth = max(0, depth + (1 if char in "[{" else -1))
        deepest = max(deepest, depth)
    if deepest > 4 * MAX_DEPTH:
        raise NotRead("its lists and mappings are nested too deeply")
    try:
        data = toml.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotRead(" ".join(str(error).split())[:120] or "it is no TOML") from None
    return _Toml(text).node(data, 0)


class _Toml:
    """Puts values of tomllib back to the places they came from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 0
        self.misses = 0
        self.room = most_values(len(text))

    def node(self, value: object, depth: int) -> Node:
        self.room -= 1
        if self.room < 0:
            raise NotRead("it has too many values")
        if depth > MAX_DEPTH:
            raise NotRead("its lists and mappings are nested too deeply")
        if isinstance(value, dict):
            node = Node("map", self.line)
            for key, item in value.items():
                line = self._find(str(key)[:60]) if not isinstance(item, dict | list) else self.line
                node.pairs.append((str(key), line, self.node(item, depth + 1)))
        elif isinstance(value, list):
            node = Node("list", self.line)
            node.items = [self.node(item, depth + 1) for item in value]
        else:
            text = value if isinstance(value, str) else str(value)
            node = self._text(text)
            node.plain = not isinstance(value, str)
            return node
        node.line = min([child.line for child in node.items] + [line for _, line, _ in node.pairs], default=self.line)
        node.end = max(self.line + 1, node.line + 1)
        return node

    def _text(self, text: str) -> Node:
        node = of_text(text, self.line)
        node.lines = [(self._find(telling(line)), line) for _, line in node.lines]
        if node.lines:
            node.line, node.end = node.lines[0][0], node.lines[-1][0] + 1
        return node

    def _find(self, text: str) -> int:
        """The line on which a text stands next; the one before where it is written otherwise."""
        found = self.text.find(text, self.at) if text and self.misses < 200 else -1
        if found < 0:
            self.misses += 1
            return self.line
        self.line += self.text.count("\n", self.at, found)
        self.at = found
        return self.line
