"""A layout as text for a pipe, or with ANSI escape sequences for a terminal. The screen does not come this way.

Sequences are those of ECMA-48 8.3.117 (SGR) with the sixteen colours every terminal has, so that the reader's own
palette decides how they look, and OSC 8 for links. Text must have been sanitised: nothing is filtered here.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from faqtui.render.layout import Layout
from faqtui.render.wrap import Run

_SGR: dict[str, tuple[str, str]] = {
    "heading": ("1", ""),
    "heading.second": ("4", ""),
    "heading.third": ("3", ""),
    "strong": ("1", ""),
    "emphasis": ("3", ""),
    "strike": ("9", ""),
    "underline": ("4", ""),
    "mark": ("7", ""),
    "code": ("", "36"),
    "link": ("4", "34"),
    "url": ("", "34"),
    "image": ("", "35"),
    "bullet": ("", "36"),
    "quote": ("2", ""),
    "rule": ("2", ""),
    "footnote": ("", "36"),
    "summary": ("1", ""),
    "summary.hint": ("2", ""),
    "table.border": ("2", ""),
    "table.header": ("1", ""),
    "code.border": ("2", ""),
    "code.title": ("2", ""),
    "code.hint": ("2", ""),
    "code.more": ("1", "33"),
    "code.text": ("", ""),
    "code.keyword": ("", "35"),
    "code.name": ("", "34"),
    "code.function": ("", "34"),
    "code.string": ("", "32"),
    "code.number": ("", "36"),
    "code.comment": ("2", ""),
    "code.operator": ("", ""),
    "code.variable": ("", "33"),
    "code.error": ("", "31"),
    "code.added": ("", "32"),
    "code.prompt": ("1", ""),
    "code.output": ("", ""),
    "admonition.note": ("", "34"),
    "admonition.tip": ("", "32"),
    "admonition.important": ("", "35"),
    "admonition.warning": ("", "33"),
    "admonition.danger": ("", "31"),
}
"""For each style its attributes and its colour, as parameters of SGR."""


def to_text(layout: Layout) -> str:
    """The whole layout as plain text, without blanks at the ends of lines; code is not cut at the width."""
    return "".join("".join([run.text for run in runs]).rstrip() + "\n" for runs in _lines(layout))


def to_ansi(layout: Layout, *, colour: bool, hyperlinks: bool = False) -> str:
    """The whole layout for a terminal; code is not cut at the width.

    Without `colour` only attributes such as bold are used. With `hyperlinks` web and mail links are marked by OSC 8.
    """
    cache: dict[str, str] = {}
    parts: list[str] = []
    for runs in _lines(layout):
        last = len(runs) - 1
        for index, run in enumerate(runs):
            text = run.text.rstrip() if index == last else run.text
            if not text:
                continue
            sequence = cache.get(run.style)
            if sequence is None:
                sequence = cache[run.style] = sgr(run.style, colour=colour)
            if sequence:
                text = f"{sequence}{text}\x1b[m"
            if hyperlinks and run.link is not None:
                text = _hyperlink(text, layout.blocks.links[run.link].url)
            parts.append(text)
        parts.append("\n")
    return "".join(parts)


def sgr(style: str, *, colour: bool) -> str:
    """The sequence that turns `style` on; ``""`` where it looks like plain text."""
    attributes: list[str] = []
    tint = ""
    for name in style.split():
        attribute, colour_of = _SGR.get(name, ("", ""))
        if attribute and attribute not in attributes:
            attributes.append(attribute)
        tint = colour_of or tint
    if colour and tint:
        attributes.append(tint)
    return f"\x1b[{';'.join(attributes)}m" if attributes else ""


def is_web(url: str) -> bool:
    """Whether a terminal may be told to open `url`: http, https and mailto alone."""
    return url.lower().startswith(("http://", "https://", "mailto:"))


def _hyperlink(text: str, url: str) -> str:
    """`text` as an OSC 8 link; its id is made from the URL, so that the lines of one link light up together."""
    if not is_web(url) or not url.isascii() or not url.isprintable():
        return text
    return f"\x1b]8;id={crc32(url.encode()):08x};{url}\x1b\\{text}\x1b]8;;\x1b\\"


def _lines(layout: Layout) -> Iterator[tuple[Run, ...]]:
    layout.finish()
    for index in range(layout.height):
        yield layout.whole_line(index)
