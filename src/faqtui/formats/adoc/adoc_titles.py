"""Headings of AsciiDoc, and the names under which links lead to them: those above or in them, and those made of their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)$")
_ID = re.compile(r"\[\[([^\[\],]+)(?:,[^\[\]]*)?\]\]$|\[#([\w:-]++)[^\[\]]*\]$|\[id=[\"']?([\w:.-]++)[\"']?[^\[\]]*\]$")
_ID_INSIDE = re.compile(r"\[\[([^\[\],]+)(?:,[^\[\]]*)?\]\]")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
"""The signs of underlines, and the levels of their titles."""

_VERBATIM = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|```.*)$")
_NO_TITLE = re.compile(r"[ \t:|.*\[/+=-]|\d+\.[ \t]|.*::$")
"""What a line begins with that is no title."""

_SLIP = 2
"""Characters by which an underline may be shorter or longer than its title."""

_NO_WORD = re.compile(r"[^\w\s.-]")
_BETWEEN = re.compile(r"[\s_.-]+")


def named(lines: Sequence[str]) -> dict[str, str]:
    """The titles of a document by their names; of several with one name the first."""
    found: dict[str, str] = {}
    above = ""
    for line in lines:
        anchor = _ID.match(line)
        if anchor:
            above = anchor[1] or anchor[2] or anchor[3]
            continue
        heading = TITLE.match(line)
        if heading:
            own = _ID_INSIDE.search(heading[2])
            title = " ".join(_ID_INSIDE.sub("", heading[2]).split())
            made = "_" + "_".join(_BETWEEN.split(_NO_WORD.sub("", title.lower()).strip()))
            for name in (above, own[1] if own else "", made):
                if name:
                    found.setdefault(name, title)
        if line:
            above = ""
    return found


def on_one_line(lines: Sequence[str]) -> list[str]:
    """As many lines, titles that are underlined or closed written as all others are: ``== Title``, above a comment."""
    made = list(lines)
    last = {line: number for number, line in enumerate(lines)}
    verbatim = ""
    for number, line in enumerate(lines):
        if verbatim:
            verbatim = "" if line == verbatim else verbatim
        elif line[:1] in _UNDERLINES and len(line) > 2 and line == line[0] * len(line) and _underlines(lines, number):
            made[number - 1], made[number] = f"{'=' * _UNDERLINES[line[0]]} {lines[number - 1]}", "//"
        elif _VERBATIM.match(line):
            closing = "```" if line[0] == "`" else line
            verbatim = closing if last.get(closing, 0) > number else ""
        elif line[:1] == "=" and line[-1] == "=" and " " in line:
            signs, said = line.partition(" ")[0], line.rstrip("=")
            if signs == "=" * (len(line) - len(said)) and said.endswith(" "):
                made[number] = said.rstrip()
    return made


def _underlines(lines: Sequence[str], number: int) -> bool:
    """Whether a line of one sign stands below a title: as long as that is, and beginning no block that ends below."""
    title = lines[number - 1] if number else ""
    above = lines[number - 2] if number > 1 else ""
    if not title or _NO_TITLE.match(title) or (above and above[0] not in "[:/"):
        return False
    return abs(len(title) - len(lines[number])) <= _SLIP and any(map(str.isalnum, title))
