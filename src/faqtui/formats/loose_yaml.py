"""YAML as people write it by hand where it is none: values that need quotation marks get them, each on the lines it stands on.

    answer: The message says: please wait
    question: "Fly" or "glide"?
    handle: @kites

So much is mended only where YAML was refused, and all at once.
"""

from __future__ import annotations

import re

_PAIR = re.compile(r"^( *)((?:- +)*)([^\s\"'#&*!|>@`%{}\[\],-][^:#\"']{0,60}):[ \t]+(\S.*)$")
_BLOCK = re.compile(r"^( *)((?:- +)*)(?:[^\s:#][^:#]{0,60}:[ \t]+)?[|>][-+\d]{0,2}[ \t]*(?:#.*)?$")
_LEFT = "|>[{&*!'\"#"
"""What a value begins with that is no plain text, or a quotation."""
_QUOTES = "'\""
_OPEN = re.compile(r":[ \t]|:$")
_FORBIDDEN = "@`%"
MOST_LINES = 200
"""Lines over which a value goes on."""


def quoted(text: str) -> str:
    """A text with quotation marks around the values of mappings that cannot do without them; it has as many lines as before."""
    lines = text.split("\n")
    number, inside = 0, -1  # the column of the key whose block of text these lines belong to
    while number < len(lines):
        line = lines[number]
        column = len(line) - len(line.lstrip(" "))
        if inside >= 0 and (not line.strip() or column > inside):
            number += 1
            continue
        inside = -1
        if ("|" in line or ">" in line) and (block := _BLOCK.match(line)) is not None:
            inside = len(block[1]) + len(block[2])
            number += 1
            continue
        pair = _PAIR.match(line) if ":" in line else None
        if pair is None:
            number += 1
            continue
        own = len(pair[1]) + len(pair[2])
        end = _end(lines, number, own)
        _quote(lines, number, end, line[: pair.start(4)])
        number = end
    return "\n".join(lines)


def _end(lines: list[str], number: int, column: int) -> int:
    """The line below the last one that a value goes on to, of a key in this column."""
    end = number + 1
    if end >= len(lines) or lines[end][: column + 1].strip():
        return end
    for at, line in enumerate(lines[end : end + MOST_LINES], end):
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= column:
                break
            end = at + 1
    return end


def _quote(lines: list[str], start: int, end: int, head: str) -> None:
    """Put a value that stands behind a head, and on the lines below it, in quotation marks, if it needs them."""
    value = lines[start][len(head) :].rstrip()
    first = value[0]
    if first in _QUOTES:
        if end > start + 1 or first not in value[1:] or _is_closed(value):
            return
    elif first in _LEFT or (
        first not in _FORBIDDEN and not any(_OPEN.search(text.rstrip()) for text in (value, *lines[start + 1 : end]))
    ):
        return
    lines[start] = head + "'" + value.replace("'", "''")
    for at in range(start + 1, end):
        lines[at] = lines[at].replace("'", "''")
    lines[end - 1] = lines[end - 1].rstrip() + "'"


def _is_closed(value: str) -> bool:
    """Whether a quotation ends where the value does, or before a comment."""
    quote, at = value[0], 1
    while at < len(value):
        if (value[at] == "\\" and quote == '"') or (value[at] == quote and quote == "'" == value[at + 1 : at + 2]):
            at += 1
        elif value[at] == quote:
            return value[at + 1 :].lstrip()[:1] in {"", "#"}
        at += 1
    return False
