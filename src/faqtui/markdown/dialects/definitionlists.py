"""Definition lists: terms, a line each, and below them what each means behind a colon (PHP Markdown Extra, Pandoc).

``Dry`` / ``:   Heat without water.`` A blank line may stand between; what a definition goes on with is indented.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.letters import STOPS
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_MARK = pattern(r":([ \t]+)(?=[^\s:])")
_DEEPEST = 4
"""Columns that what a definition goes on with has to be indented by at most."""


MOST_TERMS = 8
"""Terms above one meaning: of a longer run those at its end."""

_ENDS = tuple(f".?!:\u2026\uff1f\u061f{STOPS}")


def joined(terms: Sequence[str]) -> str:
    """Several terms that have one meaning, or questions that have one answer, as one."""
    made = ""
    for term in terms:
        made += f"{'' if not made else ' ' if made.endswith(_ENDS) else ' / '}{term}" if term else ""
    return made


def mark(stripped: str) -> tuple[int, str] | None:
    """The columns that a definition takes and what it begins with; None for a line that begins none."""
    match = _MARK.match(stripped) if stripped[:1] == ":" else None
    if match is None:
        return None
    written = match[0]
    columns = len(written.expandtabs(4)) if "\t" in written else len(written)
    return min(columns, _DEEPEST), stripped[match.end() :]


def _at(state: StateBlock, line: int) -> tuple[int, int] | None:
    """The columns that the definition on a line takes, and where its text begins; None where it begins none."""
    begin = state.bMarks[line] + state.tShift[line]
    if state.src[begin : begin + 1] != ":" or state.is_code_block(line):
        return None
    match = mark(state.src[begin : state.eMarks[line]])
    return (match[0], state.eMarks[line] - len(match[1])) if match else None


def rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: the definitions of the paragraph that has just been read, as tokens ``term`` and ``definition``.

    The paragraph's own tokens are put inside of them. As what ends a paragraph it is asked while that is being read.
    """
    found = _at(state, first)
    if found is None:
        return False
    if silent:
        open_ = state.env.get("definitions") or [state.blkIndent]
        return state.parentType == "paragraph" and state.sCount[first] >= min(open_[-1], state.blkIndent)
    terms = state.tokens[-3:]
    if len(terms) < 3 or terms[2].type != "paragraph_close" or not terms[0].map or first - terms[0].map[1] > 1:
        return False
    del state.tokens[-3:]
    state.push("term_open", "dl", 1).map = whole = [terms[0].map[0], first + 1]
    for token in terms:
        token.level += 1
        state.tokens.append(token)
    line = first
    while found is not None:
        line = whole[1] = _definition(state, line, end, *found)
        behind = state.skipEmptyLines(line)
        near = behind < end and behind - line <= 1 and state.sCount[behind] >= state.blkIndent
        found = _at(state, behind) if near else None
        line = behind if found else line
    state.push("term_close", "dl", -1)
    state.line = line
    return True


def _definition(state: StateBlock, first: int, end: int, columns: int, begin: int) -> int:
    """Read the definition on line `first`, of which the text stands at `begin`; gives the line behind it."""
    token = state.push("definition_open", "dd", 1)
    saved = state.tShift[first], state.sCount[first], state.blkIndent, state.parentType, state.tight
    state.env.setdefault("definitions", []).append(state.blkIndent)
    state.tShift[first] = begin - state.bMarks[first]
    state.blkIndent = state.sCount[first] + columns
    state.sCount[first] = state.blkIndent
    state.parentType = "definition"
    state.md.block.tokenize(state, first, end)
    state.env["definitions"].pop()
    state.tShift[first], state.sCount[first], state.blkIndent, state.parentType, state.tight = saved
    state.push("definition_close", "dd", -1)
    line = state.line
    while line > first + 1 and state.isEmpty(line - 1):
        line -= 1
    token.map = [first, line]
    return line
