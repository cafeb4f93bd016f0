"""What blocks and runs of the trees that editors keep are called (see `data_trees`), and where in them what stands."""

from __future__ import annotations

import re

from faqtui.formats.data.data_shapes import name_of
from faqtui.formats.nodes import Node

_KINDS = ("nodetype", "type", "object", "tag")
_BELOW = ("children", "content", "nodes", "items", "rows", "cells")
TEXTS = ("text", "value", "content")
ROOTS = frozenset({"doc", "document", "root", "richtext"})
_PARAGRAPHS = frozenset(
    {"paragraph", "p", "text", "unstyled", "block", "normal", "unorderedlistitem", "orderedlistitem"}
)
_ITEMS = frozenset({"listitem", "listitemchild", "li", "lic", "olistitem", "listitemtext"})
BULLETS = frozenset({"ul", "bulletlist", "bulletedlist", "unorderedlist", "list", "grouplistitem"})
NUMBERS = frozenset({"ol", "orderedlist", "numberedlist", "numberlist", "grouporderedlistitem"})
_HEADINGS = frozenset({"heading", "header", "h", "headline", "title"})
QUOTES = frozenset({"blockquote", "quote"})
CODES = frozenset({"code", "codeblock", "pre", "preformatted"})
PICTURES = frozenset({"image", "img", "embeddedassetblock", "picture"})
TABLES, ROWS = frozenset({"table"}), frozenset({"tablerow", "tr"})
RULES = frozenset({"hr", "horizontalrule", "delimiter", "divider", "thematicbreak"})
LINKS = frozenset({"hyperlink", "link", "a", "autolink"})
BREAKS = frozenset({"hardbreak", "br", "linebreak", "softbreak"})
KNOWN = (_PARAGRAPHS | _ITEMS | BULLETS | NUMBERS | _HEADINGS | QUOTES | CODES | PICTURES | TABLES | RULES | ROOTS) - {
    "text",
    "normal",
    "title",
    "link",
}
_LEVEL = re.compile(r"(?:h|heading|header)[-_]?(one|two|three|four|five|six|[1-6])$", re.IGNORECASE)
_LEVELS = ("one", "two", "three", "four", "five", "six")


def named(node: Node, *names: str) -> Node | None:
    """The value by the first of these names that a mapping has."""
    for name in names:
        for key, _, value in node.pairs:
            if name_of(key) == name:
                return value
    return None


def kind_of(node: Node) -> str:
    """What a block is: its type, or where that is only that it is a block, its style."""
    found = named(node, *_KINDS)
    kind = name_of(found.text) if found is not None and found.kind == "text" else ""
    if kind in {"", "block"}:
        style = named(node, "listitem", "style")
        styled = name_of(style.text) if style is not None else ""
        kind = {"bullet": "unorderedlistitem", "number": "orderedlistitem"}.get(styled, styled) or kind
    return kind


def parts_of(node: Node) -> list[Node]:
    """The blocks or runs of a block."""
    for name in _BELOW:
        found = named(node, name)
        if found is not None and found.kind == "list":
            return found.items
    data = named(node, "data")
    items = named(data, "items", "content") if data is not None else None
    return items.items if items is not None else []


def level_of(node: Node) -> int:
    """The level of a heading; 0 for what is none."""
    if node.kind != "map":
        return 0
    kind = kind_of(node)
    if match := _LEVEL.match(kind):
        return int(match[1]) if match[1].isdigit() else _LEVELS.index(match[1].lower()) + 1
    if kind not in _HEADINGS:
        return 0
    own = named(node, "level", "tag") or named(named(node, "attrs") or named(node, "data") or node, "level")
    level = own.text.removeprefix("h") if own is not None else ""
    return int(level) if level in set("123456") and level else 3
