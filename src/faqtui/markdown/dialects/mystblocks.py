"""Directives of MyST as blocks of markdown-it: ```` ```{note} ````, ``:::{figure} a.png``, with what they hold.

Only those whose content is prose; a directive with another name stays the fence that it looks like, and its content
code. What each is shown as is up to `faqtui.render`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

PROSE = CONTAINERS - {"code", "code-group", "csv-table", "include", "raw", "table", "toctree"}
"""Names of directives whose content is Markdown and worth reading as such."""

OPTIONS = pattern(r"\A(?::[\w-]+:[^\n]*(?:\n|\Z))+\n?")
"""The options at the top of a directive that holds code, one a line (MyST, "Directives")."""

_OPEN = pattern(r"(`{3,}|~{3,}|:{3,})[ \t]*\{([A-Za-z][\w:.+-]*)\}[ \t]*+((?:[^`\n]*[^`\n \t])?)[ \t]*$")
_OPTION = pattern(r":([\w-]+):(?:[ \t]++((?:.*[^ \t\n])?))?[ \t]*$")
_CLOSE = pattern(r"(`{3,}|~{3,}|:{3,})[ \t]*$")

_LONGEST = 16
"""Markers of more characters count as so many, so that looking for an end takes a look for each length only."""


def directive(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: a directive that is closed. The token has its title as content, name and options as meta."""
    if state.is_code_block(first):
        return False
    begin = state.bMarks[first] + state.tShift[first]
    if state.src[begin : begin + 3] not in {"```", "~~~", ":::"}:
        return False
    match = _OPEN.match(state.src, begin, state.eMarks[first])
    if match is None or match[2].lower() not in PROSE:
        return False
    last = _end(state, first, end, match[1])
    if last is None:
        return False
    if silent:
        return True
    token = state.push("directive_open", "div", 1)
    token.map, token.block, token.content = [first, last + 1], True, match[3]
    options, inner = _options(state, first + 1, last)
    token.meta = {"name": match[2].lower(), "options": options}
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "directive", last
    state.md.block.tokenize(state, inner, last)
    state.parentType, state.lineMax = parent, limit
    state.push("directive_close", "div", -1)
    state.line = last + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _end(state: StateBlock, first: int, end: int, marker: str) -> int | None:
    """The line that closes a directive: the next of its marker alone, at least as long, in the block it stands in."""
    known = state.env.get("directive ends")
    if known is None or known[0] is not state.src:
        closers: dict[tuple[str, int], list[int]] = {}
        for number in range(len(state.bMarks) - 1):
            if match := _CLOSE.match(_line(state, number)):
                closers.setdefault((match[1][0], min(len(match[1]), _LONGEST)), []).append(number)
        known = state.env["directive ends"] = (state.src, closers)
    found = end
    for (char, length), numbers in known[1].items():
        if char == marker[0] and length >= min(len(marker), _LONGEST):
            index = bisect_right(numbers, first)
            if index < len(numbers):
                found = min(found, numbers[index])
    if found >= end:
        return None
    inside = all(state.isEmpty(n) or state.sCount[n] >= state.blkIndent for n in range(first + 1, found + 1))
    return found if inside else None


def _options(state: StateBlock, first: int, last: int) -> tuple[dict[str, str], int]:
    """The options that stand from line `first` on, and the line behind them."""
    options: dict[str, str] = {}
    if first < last and _line(state, first).rstrip() == "---":
        for number in range(first + 1, last):
            line = _line(state, number).rstrip()
            if line == "---":
                return options, number + 1
            name, _, value = line.partition(":")
            options[name.strip()] = value.strip().strip("\"'")
        return {}, first
    while first < last and (match := _OPTION.match(_line(state, first))):
        options[match[1]] = match[2] or ""
        first += 1
    return options, first
