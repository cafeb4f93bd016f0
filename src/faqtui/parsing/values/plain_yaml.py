"""The YAML that front matter nearly always is, read without a YAML parser, which takes a tenth of a start to import.

It is names with a plain or quoted value on their line, or a folded text, a list of words or a mapping of such below it. Of
anything else nothing is said: YAML is asked. The rules are those of https://yaml.org/spec/1.1/, chapters 8 and 9.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from faqtui.patterns import pattern

Value: TypeAlias = "str | list[str] | dict[str, Value] | None"

_QUOTED = r"\"([^\"\\]*)\" *|'([^']*)' *"
_PLAIN = r"(?!(?:null|Null|NULL) *$)[\w/.(+](?:[^:#]|:(?=[^ ])|(?<=[^ ])#)*"
_PAIR = pattern(
    rf"( *)(?!(?:null|Null|NULL):)([A-Za-z][\w-]{{0,60}}):"
    rf"(?: +(?:({_PLAIN})|{_QUOTED}|\[([^\[\]]*)\] *|(>-) *)| *)$"
)
"""How far in, a name, and what it has on its line: a plain value, one in either quotes, a list, the sign of a folded text."""

_ITEM = pattern(rf"( *)- +(?:({_PLAIN})|{_QUOTED})$")
_WORD = pattern(rf" *(?:(?!(?:null|Null|NULL) *$)([A-Za-z](?:[\w ./+-]*\w)?) *|{_QUOTED})$")
"""A word of a list on one line."""

_DEEPEST = 12
"""Spaces before a name."""


def read(text: str) -> dict[str, Value] | None:
    """The mapping that a text of YAML is, each value as it is written; None where only a parser of YAML can say."""
    lines = text.split("\n")
    if not text.replace("\n", "").isprintable() or any(map(str.isspace, lines)):
        return None
    try:
        found, end = _mapping(lines, 0, 0)
    except ValueError:
        return None
    return found if found and end == len(lines) else None


def _mapping(lines: list[str], at: int, indent: int) -> tuple[dict[str, Value], int]:
    """The names that begin on line `at`, so far in, and the first line that is none of them.

    Raises ValueError where that is not certain.
    """
    found: dict[str, Value] = {}
    while (at := _next(lines, at)) < len(lines):
        pair = _PAIR.match(lines[at])
        if pair is None or len(pair[1]) != indent:
            break
        if pair[2] in found:
            raise ValueError(pair[2])
        at += 1
        value: Value
        if pair[7]:
            value, at = _folded(lines, at, indent)
        elif pair[6] is not None:
            value = [_word(word) for word in pair[6].split(",")]
        elif (written := _written(pair.group(3, 4, 5))) is not None:
            value = written
        else:
            value, at = _below(lines, at, indent)
        found[pair[2]] = value
    return found, at


def _next(lines: list[str], at: int) -> int:
    """The first line from `at` on that is not blank."""
    while at < len(lines) and not lines[at]:
        at += 1
    return at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _folded(lines: list[str], at: int, indent: int) -> tuple[str, int]:
    """The text of a paragraph that is further in than `indent`, and the first line below it."""
    start, inner = at, _indent(lines[at]) if at < len(lines) else 0
    while at < len(lines) and lines[at] and _indent(lines[at]) == inner:
        at += 1
    if inner <= indent or at == start:
        raise ValueError(inner)
    return " ".join(line[inner:] for line in lines[start:at]), at


def _below(lines: list[str], at: int, indent: int) -> tuple[Value, int]:
    """What a name without a value on its line has below it: a list, a mapping or nothing."""
    at = _next(lines, at)
    if at == len(lines):
        return None, at
    inner = _indent(lines[at])
    if inner < indent or inner > _DEEPEST:
        return None, at
    items = []
    while at < len(lines) and (item := _ITEM.match(lines[at])) and len(item[1]) == inner:
        items.append(_written(item.group(2, 3, 4)) or "")
        at = _next(lines, at + 1)
    if items:
        return items, at
    return _mapping(lines, at, inner) if inner > indent else (None, at)


def _word(text: str) -> str:
    if (word := _WORD.match(text)) is None:
        raise ValueError(text)
    return _written(word.groups()) or ""


def _written(values: Sequence[str | None]) -> str | None:
    """The value of one that is plain, in double quotes or in single ones; None where there is none of them."""
    plain, *quoted = values
    return plain.rstrip(" ") if plain else next((each for each in quoted if each is not None), None)
