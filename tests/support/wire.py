"""What a program sent to its terminal, sorted: drawing, modes, questions, control strings, text."""

from __future__ import annotations

import re
from typing import NamedTuple

SEQUENCE = re.compile(
    rb"\x1b\[(?P<body>[0-?]*[ -/]*)(?P<final>[@-~])"
    rb"|\x1b(?P<kind>[]P_^X])(?P<string>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b(?P<other>[ -/]*[0-~])"
)
DRAWING = frozenset(b"@ABCDGHJKLMPmd")
COLOURS = re.compile(
    r"[34]8[;:][0-9;:]+|(?<![0-9;])(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])(?![0-9])|(?<=;)[349][0-7](?![0-9])"
)


class Wire(NamedTuple):
    """Kinds of what was sent.

    `modes` are like ``?1049h``, `questions` and what else does not draw like ``?2026$p``, `strings` the beginnings of
    control strings, up to the first semicolon, `colours` the SGR parameters that set colours. `text` is all the rest.
    """

    modes: frozenset[str]
    questions: frozenset[str]
    strings: frozenset[str]
    colours: frozenset[str]
    text: bytes


def sorted_out(data: bytes) -> Wire:
    """Sort what a program sent."""
    modes, questions, strings, colours = set(), set(), set(), set()
    for found in SEQUENCE.finditer(data):
        if found["kind"]:
            strings.add((found["kind"] + found["string"].partition(b";")[0]).decode())
        elif found["other"]:
            questions.add(found["other"].decode())
        elif found["final"] in b"hl" and found["body"][:1] == b"?":
            modes.add((found["body"] + found["final"]).decode())
        elif found["final"] == b"m":
            colours |= set(COLOURS.findall(found["body"].decode()))
        elif found["final"][0] not in DRAWING:
            questions.add((found["body"] + found["final"]).decode())
    return Wire(frozenset(modes), frozenset(questions), frozenset(strings), frozenset(colours), SEQUENCE.sub(b"", data))
