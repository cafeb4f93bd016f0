"""Which HTML tags are understood in an answer, and how one is read. What they do is up to `inline` and `parse`.

A FAQ is full of ``<PLACEHOLDERS>`` that look like tags. So a tag counts as markup only if its name is known here and,
where HTML wants it closed, its end follows, or if it is evidently a component, as `faqtui.markdown.tags` has it;
everything else is the author's text and is shown as written.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from faqtui.markdown.tags import HTML_TAGS, is_component

INLINE_STYLES = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "s": "strike",
    "del": "strike",
    "strike": "strike",
    "u": "underline",
    "ins": "underline",
    "mark": "mark",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
"""Tags that give their text a style."""

_SILENT = frozenset(
    ("span", "small", "big", "font", "abbr", "sub", "sup", "bdi", "bdo", "picture", "wbr", "source", "nobr", "q", "a")
)
VOID = frozenset(("br", "hr", "img", "wbr", "source"))
_OPEN_ENDED = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "tbody", "thead", "tfoot"))
"""Tags that HTML lets the author leave unclosed."""

BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "colgroup",
            "dd",
            "details",
            "div",
            "dl",
        ),
        *(
            "dt",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "li",
            "main",
        ),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
        *("script", "style", "svg"),
    )
)
"""Tags that begin or end a block."""

BREAKS = frozenset(("br", "hr", *(BLOCKS - {"script", "style", "svg"})))
"""Tags that end a line where they stand in running text."""

KNOWN = BLOCKS | _SILENT | VOID | frozenset(INLINE_STYLES)

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)?)/?>")
"""A tag as HTML5 writes one; the groups are the slash of an end tag, the name, and the attributes."""

_ATTRIBUTE = re.compile(r"([A-Za-z_:@][\w:.-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")


class Tag(NamedTuple):
    """A tag: its name in lower case, its attributes, whether it is an end tag, and where it stood in the text.

    It is `alone` where it says that no end tag follows (``/>``), `component` where its name is none of HTML's, `evident`
    where that cannot be anything else: ``<Steps>``, ``<my-element>`` and ``<button>`` but not ``<account>``.
    """

    name: str
    attributes: dict[str, str]
    closing: bool
    start: int
    end: int
    alone: bool
    component: bool
    evident: bool


def read_tag(text: str, position: int = 0) -> Tag | None:
    """The tag that begins at `position` of `text`, whatever its name."""
    match = TAG.match(text, position)
    return tag_of(match) if match else None


def tag_of(match: re.Match[str]) -> Tag:
    """The tag that `TAG` matched."""
    attributes: dict[str, str] = {}
    if match[3]:
        for found in _ATTRIBUTE.finditer(match[3]):
            value = found[2] or ""
            if value[:1] in {'"', "'"}:
                value = value[1:-1]
            attributes.setdefault(found[1].lower(), safe(unescape(value)))
    written = match[2]
    name = written.lower()
    evident = name in HTML_TAGS or written[0].isupper() or "-" in written
    alone = match[0].endswith("/>")
    return Tag(name, attributes, bool(match[1]), match.start(), match.end(), alone, is_component(written), evident)


def safe(text: str) -> str:
    """`text` that stood in the source as entities, made safe to show: sanitising saw the entities only."""
    if text.isprintable():
        return text
    from faqtui.sanitize import sanitize_line

    return sanitize_line(text)


class Closers:
    """Knows where the last end tag of each name stands in a text, so that asking again and again costs nothing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower: str | None = None
        self._last: dict[str, int] = {}
        self._taken: set[str] = set()

    def is_markup(self, tag: Tag, after: int) -> bool:
        """Whether `tag`, which ends at `after`, acts as markup; otherwise it is text."""
        name = tag.name
        if name not in KNOWN:
            if not tag.closing and (tag.alone or any(tag.attributes.values())):
                self._taken.add(name)
                return True
            if not tag.evident and not (tag.closing and name in self._taken):
                return False
        if tag.closing or name in VOID or name in _OPEN_ENDED:
            return True
        if name not in self._last:
            if self._lower is None:
                self._lower = self._text.lower()
            self._last[name] = self._lower.rfind(f"</{name}")
        return self._last[name] >= after
