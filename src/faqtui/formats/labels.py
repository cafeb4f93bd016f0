"""``Q.`` and ``A)`` where a format would take them for the numbers of a list: they are written as labels, ``Q:``.

What hangs below the text behind a label would be what a term means: it stands where the label does.
"""

from __future__ import annotations

import re

_LABEL = re.compile(r"([ \t]*+)(\*{0,2}+)([QA])[.)](?=[ \t]+\S)")
"""What it is indented by, what sets it apart, and its letter. Set apart, no format takes it for the number of an item."""

_HANGING = re.compile(r"(?:Q|A|Question|Answer)[ \t]?[.):](?=[ \t]+\S)")
_LISTED = re.compile(r"(?:A|Answer)[ \t]?[.):][ \t]+(?=[-+*][ \t]+\S)")
LEAST = 2
"""Questions, and answers, from which these letters are labels."""


def with_colons(lines: list[str]) -> list[str]:
    """Lines whose labels end with a colon, and what is indented below them stands where they do."""
    begins = [line.lstrip()[:3] for line in lines]
    listed = any(text in {"B. ", "B) "} for text in begins)
    found = [
        match if text[:1] in {"Q", "A", "*"} and (match := _LABEL.match(line)) and not (match[1] and listed) else None
        for line, text in zip(lines, begins, strict=True)
    ]
    labels = [match[3] for match in found if match]
    if min(labels.count("Q"), labels.count("A")) < LEAST and labels != ["Q", "A"]:  # no list goes on from Q to A
        return lines
    made: list[str] = []
    columns = 0  # that lines below a label are indented by
    for line, label in zip(lines, found, strict=True):
        if label is not None and not label[2]:
            columns = 0 if label[1] else len(line) - len(line[2:].lstrip())
            made.append(f"{label[1]}{label[3]}:{line[label.end() :]}")
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

    A list that begins behind a label is all that stands there.
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
                listed = _LISTED.match(line, indent)
                if listed is not None and columns >= listed.end() and not "".join(made[-1:]).strip():
                    hung = listed.end()
                    line = line[:indent] + line[hung:]  # noqa: PLW2901 - a list that is right below a text is none
        elif hung >= 0 and line.strip():
            line = line[hung - own :]  # noqa: PLW2901 - what is left of it
        made.append(line)
    return made


def begins_with_label(text: str, letter: str) -> bool:
    """Whether a text begins with ``Q:`` or ``Question:``, where that is the `letter`, or ``A:`` or ``Answer:``."""
    return text[:1] == letter and _HANGING.match(text) is not None
