"""Components of MDC, which Nuxt Content has: ``::callout`` to ``::``, written as the containers between three colons or more.

Those inside have more colons than those around them; everywhere else they have fewer. What they are titled with stands in an
attribute, ``{label="How?"}``, in YAML right below the first line, or under ``#title``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.markdown.line_starts import dedented, outside_fences
from faqtui.markdown.tags import attributes
from faqtui.patterns import pattern

ENDS = pattern(r"^[ \t]*::[ \t]*$", re.MULTILINE)
"""What ends an outermost component; a text without it has none."""

_LINE = pattern(r"([ \t]{0,12})(:{2,8})(?:([a-z][\w-]{0,40})(?:\[([^\[\]]{0,500})\])?(?:\{([^{}]{0,1000})\})?)?[ \t]*$")
_YAML = pattern(r"[ \t]{0,12}([a-z][\w-]{0,40}):[ \t]+(?:\"([^\"]{1,500})\"|'([^']{1,500})'|([^\s\"'#\[{|>].{0,500}))$")
_SLOT = pattern(r"[ \t]{0,12}#([a-z][\w-]{0,40})[ \t]*$")
_TITLES = ("title", "label", "question", "summary", "header")
_TEXTS = frozenset(("answer", "body", "content", "default"))
_SILENT = frozenset(
    (*_TITLES, "class", "color", "default-open", "defaultopen", "icon", "id", "open", "type", "variant")
)
_MOST_PROPERTIES = 20


class _Opened:
    """A component whose end is looked for: the line that opens it, and how deep others in it are nested."""

    def __init__(self, line: int, match: re.Match[str]) -> None:
        self.line, self.indent, self.colons, self.name = line, match[1], len(match[2]), match[3]
        given = attributes(" " + (match[5] or ""))
        self.title = match[4] or next((given[key] for key in _TITLES if given.get(key)), "")
        self.depth = 0
        self.blank: list[int] = []


def as_containers(lines: Sequence[str]) -> list[str]:
    """The lines of a text, each component as a container; as many lines as before."""
    found = list(lines)
    stack: list[_Opened] = []
    for number, stripped in outside_fences(lines):
        if stripped.startswith("::") and (match := _LINE.match(lines[number])):
            if match[3]:
                stack.append(_Opened(number, match))
                _read_properties(stack[-1], lines)
                continue
            while stack and stack[-1].colons > len(match[2]):
                stack.pop()
            if stack and stack[-1].colons == len(match[2]):
                inner = stack.pop()
                _write(inner, number, found)
                if stack:
                    stack[-1].depth = max(stack[-1].depth, inner.depth + 1)
        elif stack and stripped.startswith("#"):
            _read_slot(stack[-1], lines, number)
    return found


def _read_properties(opened: _Opened, lines: Sequence[str]) -> None:
    """Take the title from the YAML right below; lines that say something else stay."""
    first = opened.line + 1
    if first >= len(lines) or lines[first].strip() != "---":
        return
    for number in range(first + 1, min(first + 2 + _MOST_PROPERTIES, len(lines))):
        if lines[number].strip() == "---":
            opened.blank += [first, number]
            return
        match = _YAML.match(lines[number])
        if match is None or match[1].lower() not in _SILENT:
            continue
        opened.blank.append(number)
        if not opened.title and match[1] in _TITLES:
            opened.title = match[2] or match[3] or match[4].strip()


def _read_slot(opened: _Opened, lines: Sequence[str], number: int) -> None:
    """Take the title from the line below ``#title``, and leave out what only says that text follows."""
    match = _SLOT.match(lines[number])
    if match is None:
        return
    if match[1] in _TEXTS:
        opened.blank.append(number)
    elif match[1] in _TITLES and not opened.title and number + 1 < len(lines):
        opened.title = lines[number + 1].strip()
        opened.blank += [number, number + 1]


def _write(opened: _Opened, end: int, found: list[str]) -> None:
    """Write a component, of which all that is in it is written already, without the indentation of its tags."""
    colons = ":" * (3 + opened.depth)
    title = opened.title.replace("[", "(").replace("]", ")")
    if columns := len(opened.indent.expandtabs(4)):
        found[opened.line : end] = [dedented(line, columns) for line in found[opened.line : end]]
    found[opened.line] = f"{colons} {opened.name}" + (f"[{title}]" if title else "")
    found[end] = colons
    for number in opened.blank:
        found[number] = ""
