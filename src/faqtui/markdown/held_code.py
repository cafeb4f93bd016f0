"""Code that stands inside other tags, as ``<div><pre>``: it goes on over blank lines and number signs, up to its end tag.

CommonMark ends such a block at the first blank line, and has the rest be Markdown; kramdown and those who write so do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.markdown.tags import RAW_TAGS, STARTS_RAW
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_TAG = pattern(rf"<(/?)({STARTS_RAW})(?=[\s>]|$)", re.IGNORECASE)
_BEGUN = tuple(f"<{name}" for name in sorted(RAW_TAGS))


def left_open(text: str, opened: str = "") -> str:
    """The name of the tag whose lines are code that text of HTML leaves open, where `opened` was before it; empty for none."""
    lower = text.lower()
    if not opened and not any(map(lower.__contains__, _BEGUN)):
        return ""
    for found in _TAG.finditer(lower):
        if not opened and not found[1]:
            opened = found[2]
        elif found[1] and found[2] == opened:
            opened = ""
    return opened


class HeldCode:
    """Knows on which lines of a text such tags stand, once it is asked."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._tags: dict[str, list[tuple[int, bool]]] | None = None

    def end(self, number: int, text: str) -> int:
        """The line on which the code ends that `text`, line `number`, leaves open; -1 where it ends nowhere, or none is open.

        Code does not go on where another begins.
        """
        name = left_open(text)
        if not name:
            return -1
        if self._tags is None:
            self._tags = {}
            for place, line in enumerate(self._lines):
                for closes, found in _TAG.findall(line) if "<" in line else ():
                    self._tags.setdefault(found.lower(), []).append((place, bool(closes)))
        tags = self._tags.get(name, [])
        place, closes = next(iter(tags[(at := bisect_right(tags, (number, True))) : at + 1]), (-1, False))
        return place if closes else -1


def extended(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """The rule ``html_block`` of markdown-it, whose blocks take the code with them that they leave open."""
    from markdown_it.rules_block import html_block

    if not html_block(state, first, end, silent):
        return False
    opened = "" if silent else left_open(state.tokens[-1].content)
    begun = state.line
    while opened and (close := _close(state, state.line, end, opened)) >= 0:
        state.line = close + 1
        while state.line < end and not state.isEmpty(state.line) and state.sCount[state.line] >= state.blkIndent:
            state.line += 1
        opened = left_open(state.getLines(close, state.line, state.blkIndent, False), opened)
    if state.line > begun:
        token = state.tokens[-1]
        token.map = [first, state.line]
        token.content = state.getLines(first, state.line, state.blkIndent, True)
    return True


def _close(state: StateBlock, first: int, end: int, name: str) -> int:
    """The line before `end` on which a tag ends; -1 where another of its name begins before that, or it ends nowhere."""
    for line in range(first, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return -1
        text = state.src[state.bMarks[line] : state.eMarks[line]]
        if "<" in text:
            for closes, found in _TAG.findall(text):
                if found.lower() == name:
                    return line if closes else -1
    return -1
