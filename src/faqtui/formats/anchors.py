"""The names under which links lead into a page that is not Markdown, each with the line (from 0) that has it.

HTML and reStructuredText know their own; here are those that can be told from the lines of a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_IN_WIKI = re.compile(
    r"<(?:span|div|a|p|h[1-6]|li|td|section)\b[^<>]{0,200}?\b(?:id|name)\s*=\s*(?:\"([^\"<>]{1,200})\"|'([^'<>]{1,200})'|([^\s\"'<>]{1,200}))"
    r"|\{\{\s*(?:anchor|anker|ancre|ancla|\u044f\u043a\u043e\u0440\u044c|\u951a\u70b9)s?\s*\|([^{}]{1,400})\}\}",
    re.IGNORECASE,
)
_IN_ORG = re.compile(r"[ \t]*:(?:CUSTOM_)?ID:[ \t]+(\S+)[ \t]*$", re.IGNORECASE)
_IN_ADOC = re.compile(
    r"\[\[([^\[\],\s]{1,200})(?:,[^\[\]]{0,400})?\]\]|^\[(?:[\w-]{1,40})?#([\w:-]{1,200})[^\[\]]{0,400}\]$"
    r"|^\[(?:[^\[\]]{0,200},\s*)?id=[\"']?([\w:.-]{1,200})[\"']?[^\[\]]{0,400}\]$|\banchor:([\w:.-]{1,200})\["
)


def wiki_name(name: str) -> str:
    """A name as links of wikis write it: in any case, with spaces for underscores."""
    return re.sub(r"[\s_]+", "-", name.strip().lower())


def in_wiki(lines: Sequence[str]) -> dict[str, int]:
    """Elements with an id, and the templates that make one."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines):
        if "=" in line or "{{" in line:
            for match in _IN_WIKI.finditer(line):
                names = match[4].split("|") if match[4] else [match[1] or match[2] or match[3]]
                for name in names:
                    found.setdefault(wiki_name(name), number)
    return found


def in_org(lines: Sequence[str]) -> dict[str, int]:
    """The ids that headings are given."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines):
        match = _IN_ORG.match(line) if ":" in line[:20] else None
        if match:
            found.setdefault(match[1], number)
    return found


def in_adoc(lines: Sequence[str]) -> dict[str, int]:
    """The ids of blocks, and those inside of text."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines):
        if "[" in line:
            for match in _IN_ADOC.finditer(line):
                found.setdefault(match[1] or match[2] or match[3] or match[4], number)
    return found
