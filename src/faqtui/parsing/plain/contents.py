"""Tables of contents of plain text: rows nearly all of which come again below as titles, and lead nowhere.

    Contents
    1. Ports
    1.1. Who
         may moor?

    1. Ports

A row comes again by its number, if that has a dot, or by what it says. Such a table has no text between its rows, and what
it names stands further apart than its rows do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from faqtui.parsing.questions.noise import is_contents_title
from faqtui.patterns import pattern

LEAST = 4
"""Rows from which it is a table."""

SHARE = 0.6
"""The share of its lines, blank ones apart, that come again below; the others go on with rows, or name groups of them."""

_GAP = 3
"""Lines in a row that do not come again."""
_LONGEST = 100
_APART, _IN_ORDER = 2, 0.8
"""How many times as far as its rows what they name stands apart, and the share that stands in the same order."""

_SAYS, _TOLD = 8, 24
"""Letters and digits from which a row says something, and how many of them tell it from others."""

_NUMBER = pattern(
    r"\W{0,12}(?:o[ \t]+)?(?:(?:chapter|part|section|question|q)\b[ \t]*)?((?:[0-9]{1,3}[.-]?){0,5})", re.IGNORECASE
)
_MARKUP = ("#", "```", "~~~")


def without_contents(lines: list[str]) -> list[str]:
    """The same lines, with those of tables of contents blank."""
    if any(line.startswith(_MARKUP) for line in lines):
        return lines
    names = [_names(line) for line in lines]
    last = {name: place for place, told in enumerate(names) for name in told}
    made = lines
    at = 0
    while at < len(lines):
        if not any(last[name] > at for name in names[at]):
            at += 1
            continue
        stop, targets = _region(lines, names, last, at)
        if _is_contents(lines, at, stop, targets):
            first = next((n for n in range(at - 1, max(-1, at - 1 - _GAP), -1) if lines[n].strip()), at)
            made = list(made) if made is lines else made
            if is_contents_title(lines[first].strip()):
                made[first] = ""
            made[at:stop] = [""] * (stop - at)
        at = stop
    return made


def _names(line: str) -> tuple[str, ...]:
    """By what a line is known again: its number, what it says."""
    text = line.strip()
    if not text or len(text) > 2 * _LONGEST or "](" in text:
        return ()
    found = _NUMBER.match(text)
    number = found[1].replace("-", ".").rstrip(".").removesuffix(".0") if found is not None else ""
    said = "".join(filter(str.isalnum, text[found.end() if found is not None else 0 :].casefold()))
    return ((number,) if "." in number else ()) + ((said[:_TOLD],) if len(said) >= _SAYS else ())


def _region(
    lines: Sequence[str], names: Sequence[tuple[str, ...]], last: dict[str, int], start: int
) -> tuple[int, list[int]]:
    """The line behind the last row of what may be a table from line `start` on, and the lines that its rows name."""
    seen: set[str] = set()
    targets: list[int] = []
    stop, missed, place, indent = start, 0, start, 0
    while place < len(lines):
        told = names[place]
        if lines[place].strip():
            if place > start and lines[place - 1].strip() and _indent(lines[place]) > indent:
                place += 1
                continue  # the row above goes on
            known = bool(told) and told[0] in seen
            if known and not lines[place - 1].strip():
                break  # here the titles begin
            again = max((last[name] for name in told), default=place)
            if again > place and not known:
                seen.update(told)
                indent = _indent(lines[place])
                targets.append(again)
                stop, missed = place + 1, 0
            else:
                missed += 1
                if missed > _GAP or len(lines[place]) > _LONGEST:
                    break
        place += 1
    while stop < place and lines[stop].strip():
        stop += 1  # the last row goes on, or another follows that is called otherwise below
    return stop, targets


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_contents(lines: Sequence[str], start: int, stop: int, targets: Sequence[int]) -> bool:
    rows = [n for n in range(start, stop) if lines[n].strip()]
    said = sum(1 for n in rows if n == start or not lines[n - 1].strip() or _indent(lines[n]) <= _indent(lines[n - 1]))
    begin = sum(1 for n in targets if not any(map(str.isalnum, lines[n - 1])))
    if begin < _IN_ORDER * len(targets):
        return False  # they are no titles
    if len(targets) < max(LEAST, SHARE * said) or min(targets) < stop:
        return False
    ordered = sum(1 for one, two in pairwise(targets) if one < two)
    return ordered >= _IN_ORDER * (len(targets) - 1) and max(targets) - min(targets) >= _APART * (stop - start)
