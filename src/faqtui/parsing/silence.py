"""Lines that show nothing for very long: tags alone, or spans of code without a word.

An answer on the screen waits for what it can show, and shows the rest as it is written where there is nothing
(`faqtui.render.markup.spans`); here it is told of.
"""

from __future__ import annotations

from faqtui.markdown.inline import inline
from faqtui.markdown.parts import LONGEST, SILENT, part_bounds

_LEAST = LONGEST * SILENT
"""Characters that a line has at least of which some show nothing for too long."""


def silent_until(text: str) -> int:
    """Where within a line of a paragraph it begins that is shown as it is written; 0 for nowhere."""
    if len(text) <= _LEAST:
        return 0
    begin = 0
    for line in text.split("\n"):
        if len(line) > _LEAST and (place := _silent_until(line)):
            return begin + place
        begin += len(line) + 1
    return 0


def _silent_until(text: str) -> int:
    cut = list(part_bounds(text))
    # One in so many parts is among any so many in a row: the others are looked at beside one that shows nothing.
    at = SILENT - 1
    while at < len(cut):
        first = at
        while first >= 0 and _is_silent(text, cut[first]):
            first -= 1
        last = at
        while first < at and last - first < SILENT and last + 1 < len(cut) and _is_silent(text, cut[last + 1]):
            last += 1
        if last - first >= SILENT and first + SILENT + 1 < len(cut):
            return cut[first + SILENT + 1][0]
        at = last + SILENT
    return 0


def _is_silent(text: str, part: tuple[int, int]) -> bool:
    piece = text[slice(*part)]
    return "![" not in piece and not inline(piece)[0].strip()
