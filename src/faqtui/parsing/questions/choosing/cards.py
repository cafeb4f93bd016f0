"""Cards that lead to other pages, as the covers of handbooks have them, in what holds them together.

    ::::{grid} 2                      <CardGroup>                       {{< cards >}}
    :::{grid-item-card} Kilns         <Card title="Kilns" href="/k" />  {{< card link="k" title="Kilns" >}}
    :link: kilns                      </CardGroup>                      {{< /cards >}}
    :::
    ::::

Material for MkDocs has a list in an element of the classes ``grid cards``. A ``{toctree}`` says where pages are as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.patterns import pattern

_OPENS = pattern(
    r"[ \t]{0,8}(?:(?P<fence>`{3,}|:{3,}|~{3,})\{(?:grid|cards?|grid-item-card|toctree)\}"
    r"|<(?P<tag>CardGroup|CardGrid|CardList|Cards|Columns)\b"
    r"|<(?P<html>div|ul|table|section)\b"
    r"(?=[^<>]{0,300}(?:class(?:Name)?|data-view)[ \t]{0,4}=[ \t]{0,4}[\"'][^\"'<>]{0,200}\bcards?\b)"
    r"|\{\{[<%][ \t]{0,4}(?P<code>cards?)\b)"
)
_LINK = pattern(
    r"^[ \t]{0,12}:link:[ \t]{1,9}(?P<option>\S)|\b(?:href|to|link|url)[ \t]{0,4}=[ \t]{0,4}[\"'{](?P<value>[^\"'{}\s#])"
    r"|\]\(<?(?P<inline>[^\s()<>#])",
    re.MULTILINE,
)
"""A link, up to the first character of where it leads to."""

_AWAY = pattern(r"[a-z][a-z0-9+.-]{1,20}:|//", re.IGNORECASE)


def without_cards(lines: Sequence[str]) -> tuple[list[int], int, int]:
    """The places of the lines that stand outside of cards; how many links these have, and how many of them lead to pages beside.

    What is not closed holds no cards, and neither does what has no links.
    """
    outside: list[int] = []
    links = beside = at = 0
    unclosed: set[str] = set()
    while at < len(lines):
        opened = _OPENS.match(lines[at]) if "{" in lines[at] or "<" in lines[at] else None
        name = opened.lastgroup if opened is not None else None
        stop = _end(lines, at, opened) if opened is not None and name and opened[name] not in unclosed else 0
        if opened is not None and name and not stop:
            unclosed.add(opened[name])
        text = "\n".join(lines[at:stop])
        found = list(_LINK.finditer(text))
        if found or (stop and "{toctree}" in lines[at]):
            links += len(found)
            beside += sum(_AWAY.match(text, match.end() - 1) is None for match in found)
        else:
            outside += range(at, max(stop, at + 1))
        at = max(stop, at + 1)
    return outside, links, beside


def _end(lines: Sequence[str], start: int, opened: re.Match[str]) -> int:
    """The line behind what is opened on one; 0 where it is not closed."""
    if opened["fence"]:
        closing = re.compile(rf"[ \t]{{0,8}}{opened['fence'][0]}{{{len(opened['fence'])},}}[ \t]*$")
        return next((n + 1 for n in range(start + 1, len(lines)) if closing.match(lines[n])), 0)
    name = opened["tag"] or opened["html"]
    tags = re.compile(rf"<(/?){name}\b" if name else rf"\{{\{{[<%][ \t]{{0,4}}(/?)[ \t]{{0,4}}{opened['code']}\b")
    depth = 0
    for number in range(start, len(lines)):
        depth += sum(-1 if tag[1] else 1 for tag in tags.finditer(lines[number]))
        if depth <= 0:
            return number + 1
    return 0
