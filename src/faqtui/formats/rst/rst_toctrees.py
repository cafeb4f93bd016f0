"""Tables of contents that name other pages, ``toctree`` of Sphinx: the order of these, and the titles they are listed below."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENS = re.compile(r"([ \t]*)\.\.[ \t]+toctree::[ \t]*$")
_CAPTION = re.compile(r":caption:[ \t]*(\S.{0,200})$")
_TITLED = re.compile(r"[^<>]{0,200}<([^<>\s]{1,300})>$")
_LINE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*$")
"""What stands below a title, and above it."""

_NAMES = re.compile(r"(?:\.\.[ \t]+rubric::[ \t]+(\S[^\n]{0,200})|\*\*([^*\n]{1,200})\*\*[ \t]*)$")
"""A line that is a title and no section: a rubric, or nothing but bold."""

_OF_PAGE = 2
"""Titles up to that of the page, with none before it."""

_MOST = 2_000
"""Pages that are listed at most."""


def listed(text: str) -> list[tuple[str, str]]:
    """The pages that a document names in such tables, in order, each with the caption of its table.

    Where no table has one, it is the title that stands above the table, if there are several but that of the page.
    """
    found: dict[str, tuple[str, str]] = {}
    if "toctree::" not in text:
        return []
    lines = text.split("\n")
    indent, caption, titles = -1, "", [""]
    for number, line in enumerate(lines):
        opened = _OPENS.match(line)
        if opened is not None:
            indent, caption = len(opened[1].expandtabs()), ""
            continue
        said = line.strip()
        if not said:
            continue
        if indent < 0 or len(line.expandtabs()) - len(line.expandtabs().lstrip()) <= indent:
            indent = -1
            if title := _title(lines, number):
                titles.append(title)
        elif said[0] == ":":
            named = _CAPTION.match(said)
            caption = named[1].strip() if named is not None else caption
        elif len(found) < _MOST and len(said) < 500:
            titled = _TITLED.match(said)
            target = titled[1] if titled is not None else said
            if "://" not in target and target != "self":
                found.setdefault(target, (caption, titles[-1] if len(titles) > _OF_PAGE else ""))
    given = any(caption for caption, _ in found.values())
    several = len({title for _, title in found.values() if title}) > 1
    return [(target, title if several and not given else caption) for target, (caption, title) in found.items()]


def _title(lines: Sequence[str], number: int) -> str:
    """The title that a line is, be it of a section or a line that stands for one; empty for any other."""
    line = lines[number].strip()
    below = lines[number + 1].rstrip() if number + 1 < len(lines) else ""
    if _LINE.match(below) is not None and len(below) >= len(line) and _LINE.match(line) is None:
        return line
    named = _NAMES.match(line) if line[:1] in {".", "*"} else None
    return (named[1] or named[2]).strip() if named is not None else ""
