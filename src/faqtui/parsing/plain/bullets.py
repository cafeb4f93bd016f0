"""Questions behind bullets with their answers deeper below, as plain text has them, as items of lists of Markdown.

    General

        o  How do I start it?

              Pull the lever.

There what is indented by four columns, or that far beyond a bullet, is code, and "o" is no bullet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faqtui.letters import ASKS
from faqtui.parsing.questions.labels import has_label
from faqtui.parsing.questions.wording import is_faq_title
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

LEAST = 2
"""Bullets that ask, each with something below it, from which they are a way of writing."""
_CODE = 4
_LINES = 3
"""Lines of a question."""
_LONGEST_TITLE = 60
_BULLET = pattern(r"[ \t]{0,40}([*+o\u2022\u00b7\u2013\u25aa\u25cb\u25cf\u00bb]|[=-]?>|-)[ \t]{1,8}(?=\S)")
_BULLETS = frozenset("*+o-=\u2022\u00b7\u2013\u25aa\u25cb\u25cf\u00bb")


class _Item(NamedTuple):
    """The lines of a question and of what is deeper below; columns of its bullet and of that."""

    start: int
    after: int
    stop: int
    depth: int
    below: int


def with_items(lines: list[str]) -> list[str]:
    """The same lines with such questions, and the titles of their groups, as Markdown has them, unless it reads them already."""
    found = list(_items(lines))
    if len(found) < LEAST or not any(_is_misread(lines[item.start], item) for item in found):
        return lines
    made = list(lines)
    for item in found:
        for number in range(item.start, item.stop):
            cut = lines[number].strip() if number < item.after else _behind(lines[number], item.below)
            made[number] = f"  {cut}" if cut else ""
        made[item.start] = f"* {_said(lines[item.start])}"
    titles = list(_titles(lines, found))
    named = len(titles) >= LEAST or any(is_faq_title(lines[number]) for number in titles)
    if named and not any(line.startswith("#") for line in lines):
        for number in titles:
            made[number] = f"## {lines[number].strip(' :')}"
    return made


def _items(lines: Sequence[str]) -> Iterator[_Item]:
    stop = depth = -1
    number = 0
    while number < len(lines):
        start, number = number, number + 1
        if lines[start].lstrip()[:1] not in _BULLETS or _BULLET.match(lines[start]) is None:
            continue
        own = _depth(lines[start])
        after = _asked(lines, start)
        if not after and not (start == stop and own == depth):
            continue
        after = after or start + 1
        number = after
        deeper: list[int] = []
        while number < len(lines) and (not lines[number].strip() or _depth(lines[number]) > own):
            deeper += [_depth(lines[number])] if lines[number].strip() else []
            number += 1
        if deeper:
            stop, depth = number, own
            yield _Item(start, after, stop, own, min(deeper))


def _asked(lines: Sequence[str], start: int) -> int:
    """The line behind the question that begins on this one; 0 where none does."""
    for number in range(start, min(start + _LINES, len(lines))):
        text = lines[number].strip()
        if not text:
            return 0
        if text.endswith(ASKS):
            return 0 if has_label(_said(lines[start])) else number + 1
    return 0


def _said(line: str) -> str:
    """What stands behind a bullet."""
    return line.split(maxsplit=1)[1].rstrip()


def _behind(line: str, columns: int) -> str:
    """A line from a column on; a tab there is what makes it code."""
    place = column = 0
    while column < columns and place < len(line):
        column += 8 - column % 8 if line[place] == "\t" else 1
        place += 1
    rest = line[place:]
    return " " * (column - columns) + (f"    {rest[1:]}" if rest[:1] == "\t" else rest) if rest.strip() else ""


def _is_misread(line: str, item: _Item) -> bool:
    """Whether Markdown takes such a bullet, or what is below it, for something else."""
    found = _BULLET.match(line.expandtabs(8))
    return found is None or item.depth >= _CODE or found[1] not in "*+-" or item.below >= found.end() + _CODE


def _titles(lines: Sequence[str], items: Sequence[_Item]) -> Iterator[int]:
    """The short lines, alone above the first of several items, that are no text of another."""
    stop = 0
    for item in items:
        above = item.start - 1
        while above >= stop and not lines[above].strip():
            above -= 1
        alone = above >= stop and (above == 0 or not lines[above - 1].strip())
        text = lines[above].strip() if alone else ""
        if text and text[0].isalnum() and len(text) <= _LONGEST_TITLE and text[-1] not in ".?!,;":
            yield above
        stop = item.stop


def _depth(line: str) -> int:
    wide = line.expandtabs(8)
    return len(wide) - len(wide.lstrip())
