"""Headings of AsciiDoc, and the names under which links lead to them: those above or in them, and those made of their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)$")
_ID = re.compile(r"\[\[([^\[\],]+)(?:,[^\[\]]*)?\]\]$|\[#([\w:-]++)[^\[\]]*\]$|\[id=[\"']?([\w:.-]++)[\"']?[^\[\]]*\]$")
_ID_INSIDE = re.compile(r"\[\[([^\[\],]+)(?:,[^\[\]]*)?\]\]")
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
