"""Texts that a page of HTML is only the frame around: typed ones in a ``pre``, and Markdown that a script of the page shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from textwrap import dedent
from typing import Any

from faqtui.formats import writing
from faqtui.formats.converted import Converted
from faqtui.formats.html.html_inline import plain
from faqtui.formats.html.html_nodes import below, children, code, first_text
from faqtui.formats.html.html_noise import is_dropped

_LEAST_TYPED, _FRAME = 20, 0.1
"""Lines of a text that is all of a page, and how much of the page may stand around it."""

_AROUND_TYPED = 6

_RAW, _DEEP = frozenset({"xmp", "script", "textarea"}), 8
"""Elements whose text browsers take as it is, and how deep in a page they are looked for."""

_LEAST_WRITTEN = 4
"""Lines of Markdown that a page is a frame around."""

_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_CODE = ("    ", "\t")


def framed(root: Any, at: Callable[[Any], int], source: Sequence[str], title: str) -> Converted | None:
    """The text that is all of a page, each line where it stands (`at` tells that of an element); None for other pages."""
    node = _typed(root)
    if node is not None:
        _, first = code(node, at(node), source)
        lines = _written(node).strip("\n").split("\n")
        return Converted("HTML", lines, list(range(first, first + len(lines))), title=title, typed=True)
    node = _of_markdown(root, title)
    if node is None:
        return None
    text, begun = plain(node, code=True), first_text(node)
    said = text.lstrip("\n")
    first = (begun.origin_line or 1) - 1 + len(text) - len(said)
    lines = dedent(said.rstrip("\n")).split("\n")
    return Converted("HTML", lines, list(range(first, first + len(lines))), title=title)


def _typed(root: Any) -> Any | None:
    """The element with the text that a page is a frame around, as typed ones were put into HTML; None for other pages."""
    around, steps = next((one for one in children(root) if one.name == "html"), root), 0
    around = next((one for one in children(around) if one.name == "body"), around)
    while steps < _AROUND_TYPED:
        found = [one for one in children(around) if one.name not in {"#comment", "hr", "br", "script"}]
        found = [one for one in found if one.name != "#text" or (one.data or "").strip()]
        holding = [one for one in found if one.name == "pre"]
        if len(holding) == 1:
            text, page = plain(holding[0], code=True), sum(len(plain(one)) for one in found)
            return holding[0] if text.count("\n") >= _LEAST_TYPED and len(text.strip()) > (1 - _FRAME) * page else None
        if len(found) != 1 or found[0].name not in {"div", "main", "article", "section", "center", "font"}:
            return None
        around, steps = found[0], steps + 1
    return None


def _of_markdown(root: Any, title: str) -> Any | None:
    """The element that a script of the page shows as the Markdown it is, if that is nearly all of the page."""
    found = [one for one in below(root, _DEEP) if one.name in _RAW and _is_markdown(one)]
    longest = max(found, key=lambda one: len(plain(one, code=True)), default=None)
    if longest is None:
        return None
    text = plain(longest, code=True)
    own = "" if is_dropped(longest) else plain(longest)
    beside = len(" ".join(plain(root).split())) - len(" ".join(own.split()))
    few = beside - len(title) <= _FRAME * len(text)
    return longest if few and text.strip().count("\n") >= _LEAST_WRITTEN else None


def _is_markdown(node: Any) -> bool:
    if node.name == "xmp":
        return True
    attributes = node.attrs or {}
    kind, names = (attributes.get("type") or "").lower(), (attributes.get("class") or "").lower()
    return "markdown" in kind or "markdown" in names or any("markdown" in key for key in attributes)


def _written(node: Any) -> str:
    """The text of a node as Markdown, its lines as they are: the links that lead away are some, but not in lines of code."""
    is_code = _are_code(plain(node, code=True).split("\n"))
    parts: list[str] = []
    number = 0
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.name in {"#text", "br"}:
            parts.append("\n" if one.name == "br" else _MARKUP.sub(r"\\<", one.data or ""))
            number += parts[-1].count("\n")
            continue
        url = ((getattr(one, "attrs", None) or {}).get("href") or "").strip() if one.name == "a" else ""
        if url and url[0] != "#" and not is_code[number]:
            text = plain(one, code=True)
            if text.strip() and "\n" not in text:
                parts.append(writing.link(_MARKUP.sub(r"\\<", text), url))
                continue
        waiting += reversed(children(one))
    return "".join(parts)


def _are_code(lines: Sequence[str]) -> list[bool]:
    """Whether each line is one of code: indented, and below an empty one or another such."""
    found = [False]
    for above, line in pairwise(["", *lines]):
        found.append(line.startswith(_CODE) and (found[-1] or not above.strip()))
    return found[1:]
