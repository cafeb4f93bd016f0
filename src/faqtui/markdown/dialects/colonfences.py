"""Containers between lines of colons, ``::: note`` to ``:::``, as blocks of markdown-it, whatever their name.

The rules are those of mdit_py_plugins' ``container``, which looks at every line below each that opens one: a page of
containers that are never closed takes it a hundred times as long as its text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_OPEN = pattern(r":{3,}")
_CLOSER = pattern(r"^[ \t>*+.)0-9-]*+(:{3,}+)[ \t]*+$", re.MULTILINE)


class _Closers:
    """The lines of a text that may close a container: their numbers, where the colons begin, how many they are.

    `none` says for containers right inside the one that is read that none of so many colons is closed between two lines.
    """

    def __init__(self, state: StateBlock) -> None:
        self.source = state.src
        self.none: tuple[int, int, int] | None = None
        self._lines: list[int] = []
        self._places: list[int] = []
        self._counts: list[int] = []
        for match in _CLOSER.finditer(state.src):
            self._lines.append(bisect_right(state.eMarks, match.start(1)))
            self._places.append(match.start(1))
            self._counts.append(len(match[1]))

    def after(self, state: StateBlock, first: int, end: int, count: int) -> int:
        """The line before `end` that closes the container of so many colons that line `first` opens; `end` where none does."""
        for at in range(bisect_right(self._lines, first), len(self._lines)):
            line = self._lines[at]
            if line >= end:
                break
            begins = state.bMarks[line] + state.tShift[line] == self._places[at]
            if begins and self._counts[at] >= count and not state.is_code_block(line):
                return line
        return end


def rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: a container with what stands behind its colons as info, closed or up to the end of its block."""
    begin = state.bMarks[first] + state.tShift[first]
    if state.src[begin : begin + 3] != ":::" or state.is_code_block(first):
        return False
    opened = _OPEN.match(state.src, begin, state.eMarks[first])
    if opened is None or not state.src[opened.end() : state.eMarks[first]].strip():
        return False
    if silent:
        return True
    closers = state.env.get("colons")
    if closers is None or closers.source is not state.src:
        closers = state.env["colons"] = _Closers(state)
    limit, count = _outdented(state, first + 1, end), len(opened[0])
    outer = closers.none
    known = outer if state.parentType == "container" else None
    if known is not None and count >= known[0] and first >= known[1] and limit <= known[2]:
        last = limit
    else:
        last = closers.after(state, first, limit, count)
        known = (count, first, limit) if last == limit else known
    token = state.push("container_block_open", "div", 1)
    token.markup, token.block, token.info = opened[0], True, state.src[opened.end() : state.eMarks[first]]
    token.map = [first, last]
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax, closers.none = "container", last, known
    state.md.block.tokenize(state, first + 1, last)
    state.parentType, state.lineMax, closers.none = parent, line_max, outer
    state.push("container_block_close", "div", -1).block = True
    state.line = last + 1 if last < limit else last
    return True


def _outdented(state: StateBlock, first: int, end: int) -> int:
    """The first line before `end` that says something and is indented by less than the block that this stands in; or `end`."""
    indent = state.blkIndent
    if min(state.sCount[first:end], default=indent) >= indent:
        return end
    return next((n for n in range(first, end) if state.sCount[n] < indent and not state.isEmpty(n)), end)
