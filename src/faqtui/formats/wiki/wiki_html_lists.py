"""Lists that a wiki page has in HTML, as lists of wikis: ``<ul><li>a</li></ul>`` is ``* a``.

Each item is a line, as those of wikis are. What holds code or a table is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAG = re.compile(r"<(/?)(ul|ol|dl|li|dt|dd)\b[^<>]{0,300}>", re.IGNORECASE)
_SIGNS = {"ul": "*", "ol": "#", "dl": ":"}
_LARGE = re.compile(r"<(?:pre|syntaxhighlight|source|nowiki|table|code)\b|^\{\||^=", re.IGNORECASE)
_CODE = re.compile(r"<(/?)(?:pre|syntaxhighlight|source|nowiki)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</?p\b[^<>]{0,200}>", re.IGNORECASE)


def as_wiki(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The same lines, and on which of them each stood: what was a list of HTML has a line for each item."""
    made: list[str] = []
    places: list[int] = []
    number = 0
    ends = _ends(lines)
    while number < len(lines):
        last = ends.get(number)
        found = _items(lines, number, last) if last is not None else [(number, lines[number])]
        places += [place for place, _ in found]
        made += [text for _, text in found]
        number = (last if last is not None else number) + 1
    return made, places


def _ends(lines: Sequence[str]) -> dict[int, int]:
    """The lines on which lists begin that stand in no other, and those on which they end."""
    found: dict[int, int] = {}
    begun = depth = 0
    large = in_code = False
    for number, line in enumerate(lines):
        if "<" not in line and not depth:
            continue
        if not depth:
            begun, large = number, in_code
        large = large or in_code or _LARGE.search(line) is not None
        for tag in _TAG.finditer(line):
            if tag[2].lower() in _SIGNS:
                depth = max(0, depth - 1) if tag[1] else depth + 1
            if not depth and tag[1] and not large:
                found[begun] = number
        for code in _CODE.finditer(line):
            in_code = not code[1]
    return found


def _items(lines: Sequence[str], first: int, last: int) -> list[tuple[int, str]]:
    """What stands on these lines: a line for each item, and the text around the list."""
    found: list[tuple[int, str]] = []
    signs: list[str] = []
    marker, said, place = "", "", first

    def put() -> None:
        nonlocal said
        text = " ".join(_PARAGRAPH.sub(" ", said).split())
        if text:
            found.append((place, f"{marker} {text}" if marker else text))
        said = ""

    for number in range(first, last + 1):
        at = 0
        for tag in [*_TAG.finditer(lines[number]), None]:
            said += lines[number][at : tag.start() if tag else None]
            if not tag:
                break
            at, name = tag.end(), tag[2].lower()
            if said.strip() or name in _SIGNS:
                put()
            if name in _SIGNS and tag[1]:
                signs = signs[:-1]
                marker = ""
            elif name in _SIGNS:
                signs.append(_SIGNS[name])
            elif not tag[1]:
                place = number
                marker = "".join(signs[:-1]) + (";" if name == "dt" else signs[-1]) if signs else ""
        if said.strip():
            place = place if marker else number
            said += " "
        if not signs:
            put()
    put()
    return found
