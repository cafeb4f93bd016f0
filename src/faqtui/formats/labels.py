"""``Q.`` and ``A)`` where a format would take them for the numbers of a list: they are written as labels, ``Q:``."""

from __future__ import annotations

import re

_LABEL = re.compile(r"([QA])[.)](?=[ \t]+\S)")
LEAST = 2
"""Questions, and answers, from which these letters are labels."""


def with_colons(lines: list[str]) -> list[str]:
    """Lines whose labels end with a colon, and what is indented below them stands where they do."""
    labels = [match[1] for line in lines if line[:1] in {"Q", "A"} and (match := _LABEL.match(line))]
    if min(labels.count("Q"), labels.count("A")) < LEAST:
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
