"""What of a HTML page is no content: scripts and styles, forms, and what leads to other pages.

Navigation is told by its element, its role, or a name of its class with little but links in it.
"""

from __future__ import annotations

import re
from typing import Any

_DROPPED_TEXT = """
script style head nav svg canvas object embed applet input select option optgroup datalist textarea map area track source param
link meta base template
"""
DROPPED = frozenset(_DROPPED_TEXT.split())
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menubar", "menu", "toolbar"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|sidebar|breadcrumbs?|footer|masthead|site-header|topbar|toc|table-of-contents|"
    r"pagination|pager|skip-?(?:link|to-content|nav)|headerlink|cookie|share|social|related-pages|sphinxsidebar|toctree-wrapper|"
    r"linenos?|line-numbers)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BUTTONS = frozenset(
    {"copy", "close", "menu", "search", "toggle", "expand", "collapse", "expand all", "collapse all", "share", "print"}
)


def is_dropped(node: Any) -> bool:
    """Whether an element with all that it holds is no content."""
    name = node.name
    if name in DROPPED:
        return True
    attributes = getattr(node, "attrs", None)
    if name == "button":
        return _words(node, 40) in _BUTTONS
    if not attributes:
        return name == "footer" and _is_top(node)
    if attributes.get("role") in _ROLES or (name == "footer" and _is_top(node)):
        return True
    if "linenos" in (attributes.get("class") or "").split():
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return len(names) > 1 and _NAMES.search(names[:400]) is not None and _is_mostly_links(node)


def _is_top(node: Any) -> bool:
    """Whether a footer is that of the page."""
    parent = node.parent
    return (
        parent is None
        or parent.name in {"body", "#document"}
        or (parent.name == "div" and parent.parent is not None and parent.parent.name == "body")
    )


def _words(node: Any, most: int) -> str:
    return " ".join(_texts(node, most)[0].split()).casefold()


def _is_mostly_links(node: Any) -> bool:
    text, linked = _texts(node, 20_000)
    return linked >= 0.6 * len(text.strip())


def _texts(node: Any, most: int) -> tuple[str, int]:
    """The text of an element up to so many characters, and how many of them are links."""
    parts: list[str] = []
    size = linked = count = 0
    waiting = [(node, False)]
    while waiting and size < most and count < 5_000:
        count += 1
        one, inside = waiting.pop()
        if one.name == "#text":
            text = (one.data or "").strip()
            size += len(text)
            linked += len(text) if inside else 0
            parts.append(text)
        else:
            inside = inside or one.name == "a"
            waiting += [(child, inside) for child in reversed(getattr(one, "children", None) or [])]
    return " ".join(parts), linked
