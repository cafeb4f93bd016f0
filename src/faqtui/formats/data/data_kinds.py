"""What blocks and runs of the trees that editors keep are called (see `data_trees`), and where in them what stands."""

from __future__ import annotations

import re

from faqtui.formats.data.data_shapes import name_of
from faqtui.formats.nodes import Node
from faqtui.formats.writing import EMPHASIS, STRONG, STRUCK

KINDS = ("nodetype", "type", "object", "tag")
_BELOW = ("content", "children", "nodes", "leaves", "richtext", "items", "rows", "cells")
_HOLDERS = ("attrs", "data", "props", "properties", "fields", "file")
TEXTS = ("text", "value", "content", "code", "html", "message", "plaintext")
ROOTS = frozenset({"doc", "document", "root", "richtext"})
LOOSE = frozenset({"listitem", "li"})
BULLET, NUMBER = "unorderedlistitem", "orderedlistitem"
"""The items of lists that stand beside one another and below no list."""

_SAME = {
    **dict.fromkeys(
        ("bullet", "bulletlistitem", "bulletedlistitem", "checklistitem", "todo", "checked", "unchecked"), BULLET
    ),
    **dict.fromkeys(("number", "ordered", "numberedlistitem", "numberlistitem", "olistitem"), NUMBER),
}
_PARAGRAPHS = frozenset({"paragraph", "p", "text", "unstyled", "block", "normal", BULLET, NUMBER})
_ITEMS = LOOSE | {"listitemchild", "lic", "listitemtext"}
BULLETS = frozenset(
    {"ul", "bulletlist", "bulletedlist", "unorderedlist", "list", "checklist", "tasklist", "grouplistitem"}
)
NUMBERS = frozenset({"ol", "orderedlist", "numberedlist", "numberlist", "grouporderedlistitem"})
_HEADINGS = frozenset({"heading", "header", "h", "headline", "title"})
QUOTES = frozenset({"blockquote", "quote"})
CODES = frozenset({"code", "codeblock", "pre", "preformatted"})
PICTURES = frozenset({"image", "img", "embeddedassetblock", "picture"})
TABLES = frozenset({"table"})
RULES = frozenset({"hr", "horizontalrule", "delimiter", "divider", "thematicbreak"})
LINKS = frozenset({"hyperlink", "link", "a", "autolink"})
BREAKS = frozenset({"hardbreak", "br", "linebreak", "softbreak", "break"})
SIGNS = {
    **dict.fromkeys(("strong", "bold", "b"), STRONG),
    **dict.fromkeys(("emphasis", "em", "italic", "i"), EMPHASIS),
    **dict.fromkeys(("strike", "strikethrough", "s", "del", "delete"), STRUCK),
}
"""How runs are marked: by marks they have, as blocks around them, or as ranges of a text."""

CODE = "inlinecode"
INLINE = LINKS | BREAKS | SIGNS.keys() | {CODE, "span", "u", "underline", "mark", "sub", "sup", "inlinecard"}
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


def attribute(node: Node, *names: str) -> Node | None:
    """The text by the first of these names that a block or a run has, by itself or in a mapping of its own for such."""
    for place in (node, *_holders(node)):
        for name in names:
            found = named(place, name)
            if found is not None and found.kind == "text" and found.whole:
                return found
    return None


def _holders(node: Node) -> list[Node]:
    """Where a block keeps what it has besides its parts: ``attrs``, ``props``, ``headingData``, or what is called as it is."""
    kinds = kinds_of(node)
    called = {*_HOLDERS, *kinds, *(f"{kind}data" for kind in kinds)}
    found = [value for key, _, value in node.pairs if value.kind == "map" and name_of(key) in called]
    return found + [below for place in found for _, _, below in place.pairs if below.kind == "map"]


def kinds_of(node: Node) -> set[str]:
    """All that a block is called."""
    return {name_of(value.text) for key, _, value in node.pairs if name_of(key) in KINDS}


def kind_of(node: Node) -> str:
    """What a block is: its type, or where that is only that it is a block, its style."""
    found = named(node, *KINDS)
    kind = name_of(found.text) if found is not None and found.kind == "text" else ""
    if kind == "element" and (tag := named(node, "tagname")) is not None:  # a tree of HTML
        return {"code": CODE}.get(name_of(tag.text), name_of(tag.text))
    if kind in {"", "block"}:
        second = named(node, "type") if kind else None  # Notion's
        style = named(node, "listitem", "style")
        styled = name_of(style.text if style is not None else second.text if second is not None else "")
        kind = styled or kind
    return _SAME.get(kind, kind)


def parts_of(node: Node) -> list[Node]:
    """The blocks or runs of a block."""
    for place in (node, *_holders(node)):
        for name in _BELOW:
            found = named(place, name)
            if found is not None and found.kind == "list" and found.items:
                return found.items
    return []


def level_of(node: Node) -> int:
    """The level of a heading; 0 for what is none."""
    if node.kind != "map":
        return 0
    kind = kind_of(node)
    if match := _LEVEL.match(kind):
        return int(match[1]) if match[1].isdigit() else _LEVELS.index(match[1].lower()) + 1
    if kind not in _HEADINGS:
        return 0
    own = attribute(node, "level", "tag", "depth")
    level = own.text.removeprefix("h") if own is not None else ""
    return int(level) if level in set("123456") and level else 3
