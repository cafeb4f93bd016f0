"""Lines of MDX as Markdown can read them: tags of components on one line, and no code for indentation alone between them.

A tag that is written over several lines stands on the last of them, before what follows there: as Markdown the line ``>``
that ends it would be a quotation. What stands in a component is aligned with its tags: indentation says nothing there (MDX 2
has no indented code), and authors indent by their nesting, which would be code from the second level on. Code in fences keeps
the indentation that it has beside its fence.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.markdown.line_starts import fence_behind
from faqtui.patterns import pattern

_TAG = pattern(r"<(/?)([A-Z][\w.-]{0,80})(?:\s[^<>]*)?(?<!/)>$")
_BEGUN = pattern(r"<[A-Z][\w.-]{0,80}(?=\s|$)")
_GIVEN = pattern(
    r"(?:\s*[A-Za-z_][\w:.-]*(?:=(?:\"[^\"\n]*\"|'[^'\n]*'|\{(?:[^{}\n]|\{[^{}\n]*\})*\}))?(?=[\s/>]|$))*\s*"
)
_OPENED = pattern(r"[A-Za-z_][\w:.-]{0,80}=\{")
"""An attribute whose value in braces goes on on the next line, as lists of tabs are written."""
_ANSWERS = pattern(
    r"[{,][ \t]{0,40}[\"']?(?:a|answer|body|content|description|text)[\"']?[ \t]{0,8}:|^[ \t]*[\"']?answer[\"']?[ \t]{0,8}:"
)
"""A line of an array of questions with their answers: each is read where it stands, however long the array is."""

_LONGEST_TAG = 20
_CODE = 4
"""Columns from which on an indented line is code (CommonMark 4.4)."""


class _Region:
    """What stands between the lines of two tags: from `first` to before `stop`."""

    __slots__ = ("first", "indent", "inner", "stop", "tag_indent")

    def __init__(self, first: int, tag_indent: int) -> None:
        self.first = first
        self.stop = first
        self.tag_indent = tag_indent
        self.indent: int | None = None
        self.inner: list[_Region] = []

    def holds(self, indent: int) -> None:
        """Take note of a line that stands in it; one to the left of its tag, as of a fence, says nothing of the others."""
        if indent >= self.tag_indent and (self.indent is None or indent < self.indent):
            self.indent = indent


def joined(lines: Sequence[str]) -> Sequence[str]:
    """The lines with each tag of a component that is written over several on the last of them; the same object where none is."""
    if not any("<" in line and ">" not in line for line in lines):
        return lines
    made: list[str] | None = None
    fence, number = "", 0
    while number < len(lines):
        stripped = lines[number].lstrip(" ")
        number += 1
        if fence or stripped[:1] in {"`", "~"}:
            fence = fence_behind(fence, stripped)
        elif stripped[:1] == "<" and ">" not in stripped and (end := _end_of_tag(lines, number - 1)):
            first, line = number - 1, lines[end].lstrip(" ")
            made = list(lines) if made is None else made
            attributes = [lines[first].rstrip(), *(each.strip() for each in lines[first + 1 : end])]
            made[first : end + 1] = [*[""] * (end - first), " ".join(attributes) + " " * (line[0] not in "/>") + line]
            number = end + 1
    return lines if made is None else made


def _end_of_tag(lines: Sequence[str], first: int) -> int:
    """The line on which the tag of a component ends that begins on line `first`; 0 where it is none, or goes on for too long."""
    line = lines[first].lstrip(" ")
    begun = _BEGUN.match(line)
    if begun is None:
        return 0
    end, depth = _read(line, begun.end(), 0)
    has_any = end > begun.end()
    for number in range(first + 1, min(len(lines), first + _LONGEST_TAG)):
        if end < len(line) or depth < 0:
            return 0
        line = lines[number]
        end, depth = _read(line, 0, depth)
        has_any = has_any or end > 0
        if not depth and line.startswith((">", "/>"), end):
            return number if has_any and not _answers(lines[first : number + 1]) else 0
        if not line.strip():
            return 0
    return 0


def _answers(lines: Sequence[str]) -> bool:
    """Whether the tag on these lines is given an array of questions with their answers."""
    return any("={" in line for line in lines) and any(_ANSWERS.search(line) for line in lines)


def _read(line: str, start: int, depth: int) -> tuple[int, int]:
    """Where the attributes end that stand from `start` on in a line, and how many braces are open then, of `depth` before."""
    if depth:
        depth += line.count("{") - line.count("}")
        if depth:
            return len(line), depth
        start = line.rfind("}") + 1
    end = _given(line[start:]) + start
    if _OPENED.match(line, end) and (depth := line.count("{", end) - line.count("}", end)) > 0:
        return len(line), depth
    return end, 0


def _given(line: str) -> int:
    """Where the attributes end that a line begins with."""
    found = _GIVEN.match(line)
    return found.end() if found is not None else 0


def aligned(lines: Sequence[str]) -> Sequence[str]:
    """The lines with those in components moved to the left as far as their tags; the same object where none is moved."""
    if not any("</" in line for line in lines):
        return lines
    regions = _regions(lines)
    moved: list[str] | None = None
    waiting = [(region, 0, region.tag_indent) for region in reversed(regions) if region.tag_indent < _CODE]
    while waiting:
        region, columns, margin = waiting.pop()
        taken = columns + margin  # what stands there already, or would in a list item
        if region.indent is not None and region.indent - taken >= _CODE > region.tag_indent - taken:
            columns += region.indent - region.tag_indent
        if columns:
            moved = list(lines) if moved is None else moved
            done = region.first
            for inner in region.inner:
                _move(moved, lines, done, inner.first, columns)
                done = inner.stop
            _move(moved, lines, done, region.stop, columns)
        waiting += [(inner, columns, margin) for inner in reversed(region.inner)]
    return lines if moved is None else moved


def _move(moved: list[str], lines: Sequence[str], first: int, stop: int, columns: int) -> None:
    for number in range(first, stop):
        moved[number] = lines[number][columns:] if lines[number][:columns].isspace() else lines[number].lstrip()


def _regions(lines: Sequence[str]) -> list[_Region]:
    """The outermost components that are closed, each with those inside of it."""
    found: list[_Region] = []
    open_: list[tuple[str, _Region]] = []
    places: dict[str, list[int]] = {}  # where in `open_` a name is
    fence = ""
    for number, line in enumerate(lines):
        stripped = line.lstrip(" ")
        if not stripped:
            continue
        indent = len(line) - len(stripped)
        if fence:
            fence = fence_behind(fence, stripped)
            continue
        if stripped[0] in "`~":
            fence = fence_behind(fence, stripped)
        elif stripped[0] == "<" and stripped[1:3].lstrip("/")[:1].isupper() and (tag := _TAG.match(stripped.rstrip())):
            if not tag[1]:
                if open_:
                    open_[-1][1].holds(indent)
                places.setdefault(tag[2], []).append(len(open_))
                open_.append((tag[2], _Region(number + 1, indent)))
                continue
            if places.get(tag[2]):
                place = places[tag[2]][-1]
                region = open_[place][1]
                for name, unclosed in open_[
                    place + 1 :
                ]:  # placeholders: what was seen of them belongs to what is around
                    places[name].pop()
                    region.inner += unclosed.inner
                    if unclosed.indent is not None:
                        region.holds(unclosed.indent)
                places[tag[2]].pop()
                del open_[place:]
                region.stop = number
                (open_[-1][1].inner if open_ else found).append(region)
                if open_ and region.indent is not None:
                    open_[-1][1].holds(region.indent)
        if open_:
            open_[-1][1].holds(indent)
    for _, unclosed in open_:
        found += unclosed.inner
    return found
