"""Containers between lines of colons, ``::: note`` to ``:::``, as blocks of markdown-it, whatever their name.

Those between lines of slashes, ``/// note | Title`` to ``///`` (PyMdown), are the same with options on the lines right below.

The rules are those of mdit_py_plugins' ``container``, which looks at every line below each that opens one: a page of
containers that are never closed takes it a hundred times as long as its text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from faqtui.markdown import line_starts as starts
from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_OPEN = pattern(r":{3,}")
_CLOSER = pattern(r"^[ \t>*+.)0-9-]*+(:{3,}+|/{3,}+)[ \t]*+$", re.MULTILINE)


class _Closers:
    """The lines of a text that may close a container: their numbers, where the colons or slashes begin, how many they are.

    `none` says of each sign, for containers right inside the one that is read, that none of so many is closed between two lines.
    """

    def __init__(self, state: StateBlock) -> None:
        self.source = state.src
        self.none: dict[str, tuple[int, int, int]] = {}
        self._lines: list[int] = []
        self._places: list[int] = []
        self._counts: list[int] = []
        self._signs: list[str] = []
        for match in _CLOSER.finditer(state.src):
            self._lines.append(bisect_right(state.eMarks, match.start(1)))
            self._places.append(match.start(1))
            self._counts.append(len(match[1]))
            self._signs.append(match[1][0])

    def after(self, state: StateBlock, first: int, end: int, opened: str) -> tuple[int, bool]:
        """Where the container ends that line `first` opens with these signs, before `end`: and whether that line closes it.

        No line is looked at behind its end, or a page of containers would take the square of its length.
        """
        seen = first + 1
        for at in range(bisect_right(self._lines, first), len(self._lines)):
            line = self._lines[at]
            if line >= end:
                break
            limit = _outdented(state, seen, line)
            if limit < line or _outdented(state, line, line + 1) == line:
                return limit, False
            seen = line
            begins = state.bMarks[line] + state.tShift[line] == self._places[at]
            if begins and self._closes(at, opened) and not state.is_code_block(line):
                return line, True
        return _outdented(state, seen, end), False

    def _closes(self, at: int, opened: str) -> bool:
        """Whether a line closes what these signs open: with more colons too, but only with as many slashes."""
        more = self._counts[at] - len(opened)
        return self._signs[at] == opened[0] and (more >= 0 if opened[0] == ":" else not more)


def rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: a container with what stands behind its colons as info, closed or up to the end of its block."""
    begin = state.bMarks[first] + state.tShift[first]
    sign = state.src[begin : begin + 3]
    if sign not in {":::", "///"} or state.is_code_block(first):
        return False
    opened, info = _colons(state, begin, first) if sign == ":::" else _slashes(state, begin, first)
    if not info.strip():
        return False
    if silent:
        return True
    closers = state.env.get("colons")
    if closers is None or closers.source is not state.src:
        closers = state.env["colons"] = _Closers(state)
    count = len(opened)
    outer, inside = closers.none, closers.none if state.parentType == "container" else {}
    known = inside.get(sign)
    as_many = known is not None and (count >= known[0] if sign == ":::" else count == known[0])
    if known is not None and as_many and first >= known[1] and end <= known[2]:
        last, closed = _outdented(state, first + 1, end), False
    else:
        last, closed = closers.after(state, first, end, opened)
        known = known if closed else (count, first, last)
    token = state.push("container_block_open", "div", 1)
    token.markup, token.block, token.info = opened, True, info
    token.map = [first, last]
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    closers.none = {**inside, sign: known} if known is not None else inside
    state.md.block.tokenize(state, first + 1 + (_options(state, first + 1, last) if sign == "///" else 0), last)
    state.parentType, state.lineMax, closers.none = parent, line_max, outer
    state.push("container_block_close", "div", -1).block = True
    state.line = last + closed
    return True


def _colons(state: StateBlock, begin: int, first: int) -> tuple[str, str]:
    """The colons that a line begins with, and what stands behind them."""
    end = state.eMarks[first]
    opened = _OPEN.match(state.src, begin, end)
    return (opened[0], state.src[opened.end() : end]) if opened is not None else ("", "")


def _slashes(state: StateBlock, begin: int, first: int) -> tuple[str, str]:
    """The same of slashes, the name of a container and its title; nothing where they are others."""
    match = starts.SLASHES.match(state.src[begin : state.eMarks[first]])
    if match is None or not match[2] or match[2].lower() not in CONTAINERS:
        return "", ""
    return match[1], f" {match[2]} {match[3] or ''}"


def _options(state: StateBlock, first: int, end: int) -> int:
    """How many lines from `first` on are options of a container between slashes."""
    last = first
    while last < end and starts.SLASHED_OPTION.match(state.src[state.bMarks[last] : state.eMarks[last]]):
        last += 1
    return last - first


def _outdented(state: StateBlock, first: int, end: int) -> int:
    """The first line before `end` that says something and is indented by less than the block that this stands in; or `end`."""
    indent, size = state.blkIndent, 16
    while first < end:
        last = min(first + size, end)
        if min(state.sCount[first:last]) < indent:
            for line in range(first, last):
                if state.sCount[line] < indent and not state.isEmpty(line):
                    return line
        first, size = last, 2 * size
    return end
