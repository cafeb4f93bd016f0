"""Lines that show nothing for very long: tags alone, or spans of code without a word.

An answer on the screen waits for what it can show, and shows the rest as it is written where there is nothing
(`faqtui.render.markup.spans`); here it is told of.
"""

from __future__ import annotations

from collections.abc import Iterator

from faqtui.markdown.inline import inline

_PART = 8_192
"""Characters of a part, which are cut as a paragraph is that is shown."""

_PARTS = 12
"""Parts in a row that show nothing, behind which the rest is shown as it is written."""


def silent_until(text: str) -> int:
    """Where within a line of a paragraph it begins that is shown as it is written; 0 for nowhere."""
    if len(text) <= _PART * _PARTS:
        return 0
    begin = 0
    for line in text.split("\n"):
        if len(line) > _PART * _PARTS and (place := _silent_until(line)):
            return begin + place
        begin += len(line) + 1
    return 0


def _silent_until(text: str) -> int:
    parts = list(_parts(text))
    # One in so many parts is among any so many in a row: the others are looked at beside one that shows nothing.
    at = _PARTS - 1
    while at < len(parts):
        first = at
        while first >= 0 and _is_silent(text, parts[first]):
            first -= 1
        last = at
        while first < at and last - first < _PARTS and last + 1 < len(parts) and _is_silent(text, parts[last + 1]):
            last += 1
        if last - first >= _PARTS and first + _PARTS + 1 < len(parts):
            return parts[first + _PARTS + 1][0]
        at = last + _PARTS
    return 0


def _is_silent(text: str, part: tuple[int, int]) -> bool:
    piece = text[slice(*part)]
    return "![" not in piece and not inline(piece)[0].strip()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = min(start + _PART, len(text))
        if end < len(text):
            blank = max(text.rfind("\n", start, end), text.rfind(" ", start, end))
            blank = blank if blank > start else text.rfind(">", start, end)
            end = blank + 1 if blank > start else end
        yield start, end
        start = end
