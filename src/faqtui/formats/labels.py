"""``Q.`` and ``A)`` where a format would take them for the numbers of a list: they are written as labels, ``Q:``.

What hangs below the text behind a label would be what a term means: it stands where the label does.
"""

from __future__ import annotations

import re

_LABEL = re.compile(r"([QA])[.)](?=[ \t]+\S)")
_HANGING = re.compile(r"(?:Q|A|Question|Answer)[ \t]?[.):](?=[ \t]+\S)")
LEAST = 2
"""Questions, and answers, from which these letters are labels."""


def with_colons(lines: list[str]) -> list[str]:
    """Lines whose labels end with a colon, and what is indented below them stands where they do."""
    labels = [match[1] for line in lines if line[:1] in {"Q", "A"} and (match := _LABEL.match(line))]
    if min(labels.count("Q"), labels.count("A")) < LEAST and labels != ["Q", "A"]:  # no list goes on from Q to A
        return lines
    made: list[str] = []
    columns = 0  # that lines below a label are indented by
    for line in lines:
        label = _LABEL.match(line)
        if label is not None:
            columns = len(line) - len(line[2:].lstrip())
            made.append(f"{label[1]}:{line[2:]}")
            continue
        if line[:1].strip():
            columns = 0
        within = columns and not line[:columns].strip()
        made.append(line[columns:] if within else line)
    return made


def unhung(lines: list[str]) -> list[str]:
    """Lines that hang below what a label begins, as far left as that: no label is a term, of which they are the meaning.

    A: From the kiln,
       which is hot.
    """
    made: list[str] = []
    own = hung = -1  # columns of a label, and of what hangs below it
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        begins = line[indent : indent + 1] in {"Q", "A"} and _HANGING.match(line, indent) is not None
        if hung >= 0 and (begins or (line.strip() and indent < hung)):
            hung = -1
        if begins:
            below = lines[number + 1] if number + 1 < len(lines) else ""
            columns = len(below) - len(below.lstrip(" "))
            if below.strip() and columns > indent:
                own, hung = indent, columns
        elif hung >= 0 and line.strip():
            line = line[hung - own :]  # noqa: PLW2901 - what is left of it
        made.append(line)
    return made


def begins_with_label(text: str, letter: str) -> bool:
    """Whether a text begins with ``Q:`` or ``Question:``, where that is the `letter`, or ``A:`` or ``Answer:``."""
    return text[:1] == letter and _HANGING.match(text) is not None
