"""Text of TOML to plain data, within bounds that are looked at first.

The parser takes time with the square of the parts that a name has: a minute for 100 kB of ``a.a.a``.
"""

from __future__ import annotations

from typing import Any

from faqtui.patterns import pattern

MOST_PARTS = 60
"""Parts of a name; nobody has tables so deep inside one another."""

_MARK = pattern(r"[.,=\[\]{}\n#\"']")
_ESCAPED = pattern(r"\\|\"\"\"")
_ESCAPED_ON_A_LINE = pattern(r"[\\\"\n]")


def loads(text: str) -> dict[str, Any]:
    """What a text of TOML says. Raises TOMLDecodeError, a ValueError with the place at its end, and RecursionError."""
    import tomllib  # 4 ms that those need not pay who have none

    place = _of_a_long_name(text)
    if place is not None:
        line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
        raise tomllib.TOMLDecodeError(f"A name has too many parts (at line {line}, column {column})")
    return tomllib.loads(text)


def _of_a_long_name(text: str) -> int | None:
    """Where a name goes on that has more parts than it may; texts and comments hold none."""
    parts, at = 0, 0
    while (mark := _MARK.search(text, at)) is not None:
        sign, at = mark[0], mark.end()
        if sign == ".":
            parts += 1
            if parts >= MOST_PARTS:
                return mark.start()
        elif sign in "\"'":
            at = _behind_text(text, mark.start())
        elif sign == "#":
            parts = 0
            at = text.find("\n", at) + 1 or len(text)
        else:
            parts = 0
    return None


def _behind_text(text: str, start: int) -> int:
    """Where the text ends that begins with a quotation mark: as the parser has it, or at the end where it is closed never."""
    mark = text[start]
    if text.startswith(mark * 3, start):
        at = start + 3
        if mark == "'":
            end = text.find("'''", at)
            return end + 3 if end >= 0 else len(text)
        while (found := _ESCAPED.search(text, at)) is not None:
            if found[0] != "\\":
                return found.end()
            at = found.end() + 1
        return len(text)
    if mark == "'":
        end = text.find("'", start + 1)
        return end + 1 if end >= 0 else len(text)
    at = start + 1
    while (found := _ESCAPED_ON_A_LINE.search(text, at)) is not None:
        if found[0] != "\\":
            return found.end()
        at = found.end() + 1
    return len(text)
