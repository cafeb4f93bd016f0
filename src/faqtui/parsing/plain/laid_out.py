"""Plain text whose answers are all indented below their titles: only a layout, where Markdown would see code.

How long does tea take?
-----------------------
    Four minutes. Green tea:

        wait 180
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from faqtui.letters import ASKS, STOPS
from faqtui.markdown.line_starts import dedented

LEAST = 2
"""Texts below titles that are all indented, from which that is a layout."""

_CODE = 4
"""Columns from which on Markdown takes a line for code."""
_ENDS = (".", "!", *ASKS, *STOPS, ":", ".)", '."', "\uff1a")
_WORDS = 3
"""Words of a line that tells something."""


def with_texts(lines: list[str]) -> list[str]:
    """The same lines, with the texts below titles as far left as these, where most are indented as code is and are none."""
    titles = [number for number, line in enumerate(lines) if _is_title(lines, number, line)]
    if len(titles) < LEAST:
        return lines
    texts = [(one + 1, two) for one, two in pairwise([*titles, len(lines)])]
    texts = [(start + _is_rule(lines, start), stop) for start, stop in texts]
    columns = [_least(lines[start:stop]) for start, stop in texts]
    indented = [place for place, least in enumerate(columns) if least >= _CODE]
    told = sum(_tells(lines[texts[place][0] : texts[place][1]]) for place in indented)
    if told < LEAST or 2 * told < len(indented) or 4 * len(indented) < 3 * sum(least >= 0 for least in columns):
        return lines
    made = list(lines)
    for place in indented:
        start, stop = texts[place]
        made[start:stop] = [dedented(line, columns[place]) for line in lines[start:stop]]
    return made


def _is_title(lines: Sequence[str], number: int, line: str) -> bool:
    return line.startswith("#") or (bool(line[:1].strip()) and _is_rule(lines, number + 1))


def _is_rule(lines: Sequence[str], number: int) -> bool:
    text = lines[number].rstrip() if number < len(lines) else ""
    return len(text) > 1 and text[0] in "=-" and text == text[0] * len(text)


def _least(lines: Sequence[str]) -> int:
    """The columns by which each line with a text is indented; -1 where there is none."""
    texts = [(line, line.lstrip()) for line in lines if line.strip()]
    return min((len(line[: len(line) - len(text)].expandtabs(4)) for line, text in texts), default=-1)


def _tells(lines: Sequence[str]) -> bool:
    """Whether a text begins with words, and a paragraph of it ends as a sentence does."""
    texts = [line.strip() for line in lines]
    first = next((text for text in texts if text), "")
    ends = [one for one, two in pairwise([*texts, ""]) if one and not two]
    return first[:1].isalpha() and len(first.split()) >= _WORDS and any(text.endswith(_ENDS) for text in ends)
