"""reStructuredText line by line: titles, code, lists as they are. For files too large or too deep for docutils.

Time with the length of the text, whatever it is; what is not understood stays as it is written.
"""

from __future__ import annotations

import re

from faqtui.formats.converted import Converted
from faqtui.formats.writing import Writer, escaped, line_start, link

_RULE = re.compile(r"([!-/:-@[-`{-~])\1*[ \t]*$")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]*\|[ \t]*)?([A-Za-z][\w:.+-]*)::[ \t]*")
_EXPLICIT = re.compile(r"(?:\.\.|__)(?:[ \t]|$)")
_CODE = frozenset({"code", "code-block", "sourcecode", "prompt", "console"})
_SILENT = frozenset(
    {"contents", "toctree", "index", "highlight", "include", "meta", "image", "figure", "sectnum", "raw"}
)
_INLINE = re.compile(
    r"``(?P<code>[^`\n]+)``|`(?P<text>[^`<>\n]{1,300}?)[ ]?<(?P<url>[^<>\n]{1,500})>`__?|"
    r":[\w:+.-]{1,40}:`(?P<role>[^`\n]{1,300})`|(?P<strong>\*\*[^*\n]+\*\*)|(?P<emphasis>\*[^*\s][^*\n]*\*)"
)
_OPTION = re.compile(r"([ \t]++):[\w-]+:")


def of_text(text: str) -> Converted:
    """A whole file."""
    lines = [line.rstrip() for line in text.split("\n")]
    writer = Writer()
    levels: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        stripped = line.lstrip(" \t")
        indent = len(line) - len(stripped)
        if not stripped:
            writer.apart()
            number += 1
            continue
        title = _title(lines, number)
        if title is not None:
            place, style, number = title
            if style not in levels:
                levels.append(style)
            writer.heading(levels.index(style) + 1, _inline(lines[place].strip()), place)
            continue
        directive = _DIRECTIVE.match(stripped)
        if directive or _EXPLICIT.match(stripped):
            number = _directive(writer, lines, number, directive) if directive else _block_end(lines, number, indent)
            continue
        if stripped.endswith("::") and number + 1 < len(lines) and not lines[number + 1]:
            said = stripped[:-2].rstrip()
            if said:
                writer.put(_line(stripped[:-1] if stripped[-3:-2] != " " else said), number)
            stop = _block_end(lines, number, indent)
            _code(writer, lines, number + 1, stop, "")
            number = max(stop, number + 1)
            continue
        writer.put(" " * min(indent, 3) + _line(stripped), number)
        number += 1
    return Converted("reStructuredText", writer.lines, writer.numbers)


def _title(lines: list[str], number: int) -> tuple[int, str, int] | None:
    """A title that begins on this line: its line, its style, and the line after it."""
    line = lines[number]
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if _RULE.match(line) and len(line) >= 3:
        under = lines[number + 2] if number + 2 < len(lines) else ""
        if below.strip() and under[:1] == line[0] and _RULE.match(under) and len(below.strip()) <= len(line) + 2:
            return number + 1, line[0] * 2, number + 3
        return None
    if line[0] not in " \t" and len(below) >= 3 and _RULE.match(below) and len(below) + 2 >= min(len(line), 200):
        return number, below[0], number + 2
    return None


def _block_end(lines: list[str], number: int, indent: int) -> int:
    """The line after the block of which this line is the first and the others are indented more."""
    number += 1
    while number < len(lines) and (not lines[number] or len(lines[number]) - len(lines[number].lstrip(" \t")) > indent):
        number += 1
    return number


def _directive(writer: Writer, lines: list[str], number: int, directive: re.Match[str]) -> int:
    """Write a directive; the number of the line to go on with."""
    name, argument = directive[1].lower(), directive.string[directive.end() :]
    indent = len(lines[number]) - len(lines[number].lstrip(" \t"))
    first = number + 1
    while first < len(lines) and (option := _OPTION.match(lines[first])) and len(option[1]) > indent:
        first += 1
    if name in _CODE or name in _SILENT:
        stop = _block_end(lines, number, indent)  # of all others each may hold all that follow
        if name in _CODE:
            _code(writer, lines, first, stop, argument.split(" ", maxsplit=1)[0])
        return stop
    writer.apart()
    if argument:
        writer.put(_line(argument), number)
    writer.apart()
    # Its content is read on as if it stood further to the left; deep as it may be, each line is looked at once.
    return first


def _code(writer: Writer, lines: list[str], first: int, stop: int, language: str) -> None:
    while first < stop and not lines[first]:
        first += 1
    while stop > first and not lines[stop - 1]:
        stop -= 1
    if stop <= first:
        return
    indent = min(len(line) - len(line.lstrip(" \t")) for line in lines[first:stop] if line)
    writer.code("\n".join(line[indent:] for line in lines[first:stop]), language, first)


def _line(text: str) -> str:
    bullet = re.match(r"(?:[-*+]|\d{1,9}[.)]|#[.)])[ \t]+", text)
    if bullet:
        return bullet[0].replace("#", "1") + _inline(text[bullet.end() :])
    return line_start(_inline(text))


def _inline(text: str) -> str:
    made, at = "", 0
    for match in _INLINE.finditer(text):
        made += escaped(text[at : match.start()])
        at = match.end()
        if match["code"]:
            made += f"`{match['code']}`"
        elif match["url"]:
            made += link(escaped(match["text"]), match["url"])
        elif match["role"]:
            made += escaped(match["role"].partition(" <")[0])
        else:
            made += match[0]
    return made + escaped(text[at:])
