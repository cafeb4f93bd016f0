"""A text to the nodes of a page, as browsers make them (justhtml): what its parser is slow at is written otherwise first."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from faqtui.formats.html import confluence, html_templates

_RUN = re.compile(r"<{3,}")
_SHAPELESS = re.compile(
    r"&(?:#(?:173|8203|8288|65279)|#[xX]0*(?:[aA][dD]|200[bB]|2060|[fF][eE][fF][fF])|shy|ZeroWidthSpace|NoBreak);"
)
"""Where a line may break, or may not, written as an entity: nothing that is read."""

_TO_PLACE = re.compile(
    r"""(<a\b[^<>]{0,300}?\bhref[ \t]{0,4}=[ \t]{0,4}["']?)([^"'#<>\s:/?]{1,100})(#[^"'<>\s]{1,200})""", re.IGNORECASE
)
_PLACE = re.compile(r"""\b(?:name|id)[ \t]{0,4}=[ \t]{0,4}["']?([^"'\s<>]{1,200})""", re.IGNORECASE)
_LEAST_LINKS, _SHARE = 3, 0.8
"""Links to places of a page, and the share of these places that a page has itself, by which they lead to itself."""

_LINK_TAG = re.compile(r"<(/?)a(?=[\s/>])([^<>]*)>", re.IGNORECASE)
_LEADS = re.compile(r"\bhref\b", re.IGNORECASE)

_STRAY = re.compile(r"</li>(?=\s{0,200}<(?:blockquote|div|dl|ol|p|pre|table|ul)\b)", re.IGNORECASE)
"""The end of an item that goes on: a list can hold nothing but items (HTML Standard, 4.4.5)."""

_END = re.compile(r"</([A-Za-z][\w-]{0,20})\s[^<>]{1,200}>")
"""The end of an element with attributes, which says nothing (HTML Standard, 13.2.2, end-tag-with-attributes)."""


def parsed(text: str, *, fragment: bool) -> Any:
    """The root of a page, or of a piece of one."""
    from justhtml import JustHTML  # 80 ms

    if not fragment and ".htm" in text:
        text = _within(text)
    if "<ac:" in text:
        text = confluence.as_html(text)
    text = _END.sub(lambda tag: f"</{tag[1]}>" + "\n" * tag[0].count("\n"), html_templates.shown(text))
    text = _STRAY.sub("", _closed(_SHAPELESS.sub("", text)))
    if _RUN.search(text):  # a run of these alone takes the parser time with the square of its length
        text = _RUN.sub(lambda match: "&lt;" * (len(match[0]) - 1) + "<", text)
    return JustHTML(text, track_node_locations=True, sanitize=False, fragment=fragment, scripting_enabled=False).root


def _within(text: str) -> str:
    """A page whose links to its own places, written with its name (``faq.html#s1``), are those within it (``#s1``)."""
    links = [(match[2], match[3][1:]) for match in _TO_PLACE.finditer(text)]
    if len(links) < _LEAST_LINKS:
        return text
    places = set(_PLACE.findall(text))
    names = Counter(name for name, _ in links)
    found = Counter(name for name, place in links if place in places)
    own = {name for name, count in names.items() if count >= _LEAST_LINKS and found[name] >= _SHARE * count}
    if not own:
        return text
    return _TO_PLACE.sub(lambda match: match[1] + match[3] if match[2] in own else match[0], text)


def _closed(text: str) -> str:
    """A page whose places to lead to that nothing closes (``<a name="s1">``) hold nothing.

    A parser closes one at the next link, wherever that is, and what stands in between is taken out of its lists and tables
    (HTML Standard, 13.2.6.1, the adoption agency algorithm).
    """
    parts: list[str] = []
    at, place = 0, None
    for tag in _LINK_TAG.finditer(text):
        if place is not None and not tag[1]:
            parts += [text[at:place], "</a>"]
            at = place
        place = None if tag[1] or _LEADS.search(tag[2]) else tag.end()
    if place is not None:
        parts += [text[at:place], "</a>"]
        at = place
    return "".join([*parts, text[at:]]) if parts else text
