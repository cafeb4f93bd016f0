"""What of a HTML page is no content: scripts and styles, forms, and what leads to other pages.

Navigation is told by its element, its role, or a name of its class with little but links in it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

_DROPPED_TEXT = """
script style head svg canvas object embed applet input select option optgroup datalist textarea map area track source param
link meta base template
"""
DROPPED = frozenset(_DROPPED_TEXT.split())
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menubar", "menu", "toolbar"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|sidebar|(?:bread)?crumbs?|footer|masthead|site-header|topbar|toc|table-of-contents|"
    r"pagination|pager|skip-?(?:link|to-content|nav)|headerlink|cookie|share|social|related-pages|sphinxsidebar|toctree-wrapper|"
    r"linenos?|line-numbers|edit-?(?:link|page|this-page))(?:$|[\s_-])",
    re.IGNORECASE,
)
_OF_LINKS = frozenset({"nav", "menu", "toc", "table-of-contents", "sidebar"})
"""Of these names those that a link has which leads to a part of a menu, or back to it, and is no menu by itself."""

_CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookies?|gdpr|consent)[\s_-]?(?:banner|bar|box|consent|dialog|law|message|modal|notice|notification|overlay|popup)"
    r"|cookieconsent|onetrust|cookiebot",
    re.IGNORECASE,
)
"""What asks for leave to keep cookies, on any page."""

_LARGEST_CONSENT = 150
"""Nodes of such a question; what has more is not only one."""

_LARGEST_ICON = 8
_ICON = re.compile(
    r"(?:^|[\s_-])(?:icon|arrow|chevron|caret|indicator|marker|toggler?|plus|sign)(?:$|[\s_-])", re.IGNORECASE
)
SIGN = re.compile(
    r"(?:[-+^\xab\xbb\xd7\u02c5\u2013\u2039\u203a\u2191\u2193\u2212\u2304]|[\u25b2-\u25c5\u2715\u2716\u276e\u276f])\ufe0f?$"
)
"""What stands on the button of a fold."""

_OWN_CLASSES = frozenset({"linenos", "mw-editsection", "navheader", "navfooter"})
"""Numbers of lines, what changes a section of a wiki, and what DocBook puts above and below each page."""

_OWN_KEYS = frozenset({"mdbook-help-container"})
"""Ids of what mdBook shows over each page when asked for its keys: no question of a book."""

_FOOT = re.compile(r"(?:^|\s)(?:page-?|site-?|main-?)?foot(?:er)?(?:$|\s)", re.IGNORECASE)
_STATEMENTS = re.compile(r"\s*(?:\{%(?![^%{}]*\btrans)[^%{}]*%\}\s*)+$")
"""What a template does; of what it shows it may say the words: ``{% trans "Hours" %}``."""

_OF_TEXT = frozenset({"p", "pre", "blockquote"})
_OF_QUESTIONS = frozenset({"details", "dt", "h3", "h4"})
_OF_PAGE = frozenset({"details", "dt", "main", "article", "form"})
_LARGEST_HEADER, _LONGEST_HEADER = 1_000, 1_500
"""Nodes and characters of what stands above a page and is no part of it."""

_CONTROLS = frozenset({"input", "select", "button", "textarea"})
_OF_CONTENT = _OF_TEXT | _OF_QUESTIONS | {"h1", "h2", "li", "img"}
"""What stands in no form that is only to be filled in."""

MENU = 5
"""Links from which a cell beside others that is mostly links is a menu."""

_WRAPPED = 5
"""Elements around what is on a page that its footer may stand in."""

_NEAR, _MANY = 24, 6
"""Elements around one that are looked at, and how many of them are called navigation around what is none."""

_SPACERS = frozenset(
    {"spacer", "void", "blank", "clear", "cleardot", "pixel", "transparent", "trans", "1x1", "shim", "empty"}
)
_NO_SIZE = frozenset({"0", "1"})
_MOST_IN_BOX = 16
"""Cells of a table that is only a frame."""

_LEAST_APART = 3
"""Rows of a table that lays out a column by what stands empty beside it."""

_BUTTONS = frozenset(
    {"copy", "close", "menu", "search", "toggle", "expand", "collapse", "expand all", "collapse all", "share", "print"}
)


def is_dropped(node: Any) -> bool:
    """Whether an element with all that it holds is no content."""
    name = node.name
    if name in DROPPED:
        return True
    attributes = getattr(node, "attrs", None)
    if name == "nav":
        return not _says_something(node)
    if name == "form":
        return _is_filled_in(node)
    if name == "button":
        return _words(node, 40) in _BUTTONS
    if (name == "footer" and _ends_page(node)) or (
        name == "header" and _is_top(node) and (_is_menu(node) or _is_frame(node))
    ):
        return True
    if not attributes:
        return False
    if attributes.get("role") in _ROLES:
        return True
    if attributes.get("id") in _OWN_KEYS:
        return True
    if not _OWN_CLASSES.isdisjoint((attributes.get("class") or "").lower().split()):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('summary') or ''}"[:400]
    if len(names) > 2 and name in {"div", "section", "table", "p"} and _FOOT.search(names) and _is_top(node):
        return True
    if len(names) < 3:
        return False
    if name in {"div", "section", "aside", "dialog"} and _CONSENT.search(names):
        return _has(node, _OF_QUESTIONS, _LARGEST_CONSENT) is False
    if name in {"span", "i", "div"} and _ICON.search(names) and _has(node, frozenset(), _LARGEST_ICON) is False:
        return SIGN.match(_words(node, 8)) is not None
    found = _NAMES.search(names)
    if found is not None and name == "a" and found[0].strip(" \t\n_-").lower() in _OF_LINKS:
        return False  # it stands in the text: its brackets would stay, or all that a title says
    if found is None or _is_deep(node):
        return False
    return _is_mostly_links(node) or ("crumb" in found[0].lower() and _has(node, _OF_TEXT, _LARGEST_CONSENT) is False)


def _is_filled_in(form: Any) -> bool:
    """Whether a form is only one to be filled in: a page may stand in one as well."""
    return bool(_has(form, _CONTROLS, _LARGEST_CONSENT)) and _has(form, _OF_CONTENT, _LARGEST_CONSENT) is False


def _is_menu(node: Any) -> bool:
    """Whether what stands above a page leads to others, and has no text: the title of the page may stand there instead."""
    return _texts(node, 20_000)[2] > 1 and not _has(node, _OF_TEXT, 500) and _is_mostly_links(node)


def _is_frame(header: Any) -> bool:
    """Whether what stands above a page has the menu of the site, and no title of the page or question."""
    if not _has(header, frozenset({"nav"}), _LARGEST_HEADER) or len(_texts(header, 20_000)[0]) > _LONGEST_HEADER:
        return False
    holds_page = _has(header, _OF_PAGE, _LARGEST_HEADER)
    return holds_page is False and not any(_words(title, 10) for title in _titles(header))


def _titles(header: Any) -> Iterator[Any]:
    """The headings in an element that may be the title of a page."""
    waiting, steps = [header], 0
    while waiting and steps < _LARGEST_HEADER:
        steps += 1
        one = waiting.pop()
        if one.name in {"h1", "h2"}:
            yield one
        waiting += getattr(one, "children", None) or []


def _is_deep(node: Any) -> bool:
    """Whether so much around an element is called navigation, and was none, that it is none: each is read anew."""
    called = 0
    for _ in range(_NEAR):
        node = node.parent
        attributes = getattr(node, "attrs", None)
        if node is None or called == _MANY:
            break
        called += attributes is not None and _NAMES.search((attributes.get("class") or "")[:400]) is not None
    return called == _MANY


def _says_something(node: Any) -> bool:
    """Whether what is called navigation has paragraphs, and more in them than links: a list that falls open holds answers too."""
    return _has(node, _OF_TEXT, 500) is True and not _is_mostly_links(node)


def _has(node: Any, names: frozenset[str], most: int) -> bool | None:
    """Whether an element of one of these names is in a node; None where that is not known after so many of its nodes."""
    waiting, steps = [node], 0
    while waiting:
        if steps == most:
            return None
        steps += 1
        one = waiting.pop()
        if one.name in names:
            return True
        waiting += getattr(one, "children", None) or []
    return False


def is_statement(node: Any) -> bool:
    """Whether a text is nothing but what a template does: ``{% include "menu.html" %}``."""
    return node.name == "#text" and "{%" in (node.data or "") and _STATEMENTS.match(node.data) is not None


def is_spacer(attributes: Mapping[str, str | None]) -> bool:
    """Whether a picture with these attributes only keeps others apart: one that nobody sees, by its name or its size."""
    if attributes.get("alt") or attributes.get("title"):
        return False
    name = (attributes.get("src") or "").rpartition("/")[2].partition(".")[0].lower()
    return name in _SPACERS or not _NO_SIZE.isdisjoint((attributes.get("width"), attributes.get("height")))


def in_box(rows: Sequence[Sequence[Any]]) -> Any | None:
    """The cell that a table is drawn around as a frame: of several in a few rows the only one that says anything."""
    if not 1 < sum(map(len, rows)) <= _MOST_IN_BOX:
        return None
    told = [cell for row in rows for cell in row if cell.name == "th" or _words(cell, 1)]
    return told[0] if len(told) == 1 and told[0].name == "td" else None


def keeps_apart(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether nearly all rows of a table have one cell that says anything, and the others only keep that from the margins.

    There are paragraphs in those.
    """
    if len(rows) < _LEAST_APART or any(cell.name == "th" for row in rows for cell in row):
        return False
    told = [[cell for cell in row if _words(cell, 1)] for row in rows if len(row) > 1]
    several = sum(len(row) > 1 for row in told)
    if len(told) < _LEAST_APART or _LEAST_APART * several >= len(told):
        return False
    return all(_has(row[0], _OF_TEXT, _LARGEST_HEADER) for row in told if len(row) == 1)


def is_menu_cell(cell: Any, beside: int) -> bool:
    """Whether a cell that has `beside` others in its row leads to other pages and says little else."""
    return beside > 0 and _texts(cell, 20_000)[2] >= MENU and _is_mostly_links(cell)


def _is_top(node: Any) -> bool:
    """Whether a footer is that of the page."""
    parent = node.parent
    return (
        parent is None
        or parent.name in {"body", "#document"}
        or (parent.name == "div" and parent.parent is not None and parent.parent.name == "body")
    )


def _ends_page(node: Any) -> bool:
    """Whether a footer is that of the page, or of what is all of it."""
    for _ in range(_WRAPPED):
        if _is_top(node):
            return True
        node = node.parent
        if node is None or node.name not in {"div", "main", "article", "section"}:
            return False
    return False


def _words(node: Any, most: int) -> str:
    return " ".join(_texts(node, most)[0].split()).casefold()


def is_contents(node: Any, anchors: Container[str]) -> bool:
    """Whether a list is a table of contents: two links or more, to places in the page with these names, and little else."""
    links = steps = 0
    waiting = [node]
    while waiting and steps < 5_000:
        steps += 1
        one = waiting.pop()
        href = (getattr(one, "attrs", None) or {}).get("href") if one.name == "a" else None
        if href is not None:  # it may be a place that is led to
            links += 1
            if (href or "").partition("#")[2] not in anchors:
                return False
        waiting += getattr(one, "children", None) or []
    return links > 1 and _is_mostly_links(node, places=True)


def _is_mostly_links(node: Any, *, places: bool = False) -> bool:
    """Whether little stands in an element that is no link, or few words beside links that are pictures.

    With `places` what is named to be led to is a link too: elsewhere it may well hold all of its answer.
    """
    text, linked, links = _texts(node, 20_000, places=places)
    words = len(text.split())
    return linked >= 0.6 * len(text.strip()) or (links > 1 and not linked and words <= links)


def _texts(node: Any, most: int, *, places: bool = False) -> tuple[str, int, int]:
    """The text of an element up to so many characters, how many of them are in links, and how many links there are."""
    parts: list[str] = []
    size = linked = count = links = 0
    waiting = [(node, False)]
    while waiting and size < most and count < 5_000:
        count += 1
        one, inside = waiting.pop()
        if one.name == "#text":
            text = (one.data or "").strip()
            size += len(text)
            linked += len(text) if inside else 0
            parts.append(text)
        elif one.name not in DROPPED and not (one.name == "form" and _is_filled_in(one)):
            leads = one.name == "a" and (places or (getattr(one, "attrs", None) or {}).get("href") is not None)
            inside = inside or leads
            links += leads
            waiting += [(child, inside) for child in reversed(getattr(one, "children", None) or [])]
    return " ".join(parts), linked, links
