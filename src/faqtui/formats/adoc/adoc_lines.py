"""What a line of AsciiDoc is by itself: an attribute, the delimiter of a block, a macro, an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from faqtui.formats.adoc import adoc_titles

ATTRIBUTE = re.compile(r":(!?[\w-]+!?):(?:[ \t]+(.*))?$")
BLOCK_ATTRIBUTES = re.compile(r"\[(?!\[)([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\][ \t]*$")
ANCHOR = re.compile(r"\[\[[^\[\]]*\]\][ \t]*$")
DELIMITER = re.compile(r"(-{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\.{4,}|/{4,}|--|`{3,}.*|[|,:!]={3,})[ \t]*$")
BREAK = re.compile(r"(?:'{3,}|<{3,}|---|\*\*\*|- - -|\* \* \*)$")
"""A line that is drawn; of ``<`` the end of a printed page."""

DESCRIPTION = re.compile(r"(\S.*?)(:{2,4}|;;)(?:[ \t]+(\S.*))?$")
BULLET = re.compile(r"(\*{1,8}|-)[ \t]+(\S.*)$")
NUMBERED = re.compile(r"(\.{1,8}|(?:\d{1,9}|[a-zA-Z])\.)[ \t]+(\S.*)$")
CALLOUT = re.compile(r"<(\d{1,3}|\.)>[ \t]+(\S.*)$")
ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(\S.*)$")
MACRO = re.compile(r"(image|video|audio|include|toc|icon|link)::([^\s\[\]]*)\[([^\]]*)\][ \t]*$")
CONDITION = re.compile(r"(?:ifdef|ifndef|ifeval|endif)::[^\s\[]*\[(.*)\][ \t]*$")
ADMONITIONS = frozenset({"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"})
CALLOUT_IN_CODE = re.compile(r"(?:(?<![ \t])[ \t]+)?(?:(?://|#|--|;;)[ \t]*)?<(?:\d{1,3}|\.)>$", re.MULTILINE)
CHECK = re.compile(r"\[([ xX*])\][ \t]+")


def starts_list(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return bool(
        BULLET.match(line)
        or NUMBERED.match(line)
        or CALLOUT.match(line)
        or ((line.endswith(("::", ";;")) or "::" in line or ";;" in line) and is_description(line))
    )


def is_description(line: str) -> bool:
    """Whether a line begins with a term that is described."""
    match = DESCRIPTION.match(line) if len(line) < 2_000 else None
    return match is not None and not MACRO.match(line) and not match[1].endswith(":")


def item(line: str) -> tuple[str, str, str]:
    """The marker of an item, its text, and its term."""
    match = BULLET.match(line)
    if match:
        return match[1], match[2], ""
    match = NUMBERED.match(line)
    if match:
        return (match[1] if match[1][0] == "." else "1."), match[2], ""
    match = CALLOUT.match(line)
    if match:
        return "<>", match[2], ""
    if is_description(line) and (match := DESCRIPTION.match(line)):
        return match[2], match[3] or "", match[1]
    return "", "", ""


def answers(line: str, below: Iterable[str]) -> bool:
    """Whether a line below a question has a letter for its answer, and is no first item of others `below`: ``A. It is``."""
    if line[:3] != "A. ":
        return False
    item = next((other for other in below if NUMBERED.match(other) or BULLET.match(other)), "")
    return item[:3] != "B. "


def shown(cell: str) -> list[str]:
    """The lines of a cell of a table, with pictures that are blocks as those in a line are."""
    lines = [line.strip() for line in cell.split("\n")]
    return [line.replace("::", ":", 1) if line[:7] == "image::" and MACRO.match(line) else line for line in lines]


def ends_item(line: str) -> bool:
    """Whether a line is no more part of the paragraph of an item."""
    return (
        line == "+"
        or starts_list(line.strip())
        or bool(DELIMITER.match(line) or BLOCK_ATTRIBUTES.match(line))
        or line.startswith("//")
        or bool(adoc_titles.TITLE.match(line))
    )
