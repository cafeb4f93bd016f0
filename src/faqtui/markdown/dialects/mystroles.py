"""Roles of MyST, which say what a code span behind them is: ``{ref}`The title <target>```, ``{py:func}`open```."""

from __future__ import annotations

import re

from faqtui.patterns import pattern

ROLE = pattern(r"(?<![\w$\\{])\{([A-Za-z][\w:+.-]*)\}(?=`)")
"""A role, up to the code span that it belongs to; it is one if `is_role` knows its name."""

PLAIN = frozenset(("abbr", "any", "doc", "download", "eq", "numref", "ref", "sub", "sup", "term"))
"""Roles whose text is prose."""

_CODE = frozenset(
    ("command", "envvar", "file", "guilabel", "kbd", "keyword", "menuselection", "option", "program", "samp", "token")
)
_DOMAINS = frozenset(("c", "cite", "cpp", "js", "py", "rst", "std"))
_TITLED = pattern(r"(.*\S)\s*<[^<>]+>\Z", re.DOTALL)


def is_role(name: str) -> bool:
    """Whether a role of this name is known; any other ``{word}`` is text."""
    domain, colon, _ = name.partition(":")
    return name in PLAIN or name in _CODE or bool(colon and domain in _DOMAINS)


def shown(content: str) -> tuple[int, int]:
    """What of a role's content is for readers, as start and end: the title before a target, a name without its ``~``."""
    match = _TITLED.match(content)
    if match is not None:
        return 0, match.end(1)
    return (1 if content[:1] in {"~", "!"} and len(content) > 1 else 0), len(content)
