"""Tables of contents that name other pages, ``toctree`` of Sphinx: the order of these, and the titles they are listed below."""

from __future__ import annotations

import re

_OPENS = re.compile(r"([ \t]*)\.\.[ \t]+toctree::[ \t]*$")
_CAPTION = re.compile(r":caption:[ \t]*(\S.{0,200})$")
_TITLED = re.compile(r"[^<>]{0,200}<([^<>\s]{1,300})>$")
_MOST = 2_000
"""Pages that are listed at most."""


def listed(text: str) -> list[tuple[str, str]]:
    """The pages that a document names in such tables, in order, each with the caption of its table."""
    found: list[tuple[str, str]] = []
    if "toctree::" not in text:
        return found
    indent, caption = -1, ""
    for line in text.split("\n"):
        opened = _OPENS.match(line)
        if opened is not None:
            indent, caption = len(opened[1].expandtabs()), ""
            continue
        said = line.strip()
        if indent < 0 or not said:
            continue
        if len(line.expandtabs()) - len(line.expandtabs().lstrip()) <= indent:
            indent = -1
        elif said[0] == ":":
            named = _CAPTION.match(said)
            caption = named[1].strip() if named is not None else caption
        elif len(found) < _MOST and len(said) < 500:
            titled = _TITLED.match(said)
            target = titled[1] if titled is not None else said
            if "://" not in target and "*" not in target and target != "self":
                found.append((target, caption))
    return found
