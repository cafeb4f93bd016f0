"""Labels that count in letters and figures, as labels that do not count: ``Qi1:`` and ``Ai1:``, ``Q2a.`` and ``A2a.``.

Each by itself may be a name ("A4b: the upper margin"), so that they are labels where an answer is counted as its question is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from faqtui.markdown.line_starts import outside_fences
from faqtui.parsing.questions.labels import has_label
from faqtui.patterns import pattern

_LEAST = 2
"""Questions with their answers from which these are labels."""

_LABEL = pattern(
    r"([ \t>#*+-]{0,12}(?:[0-9]{1,4}[.)][ \t]{1,3})?[*_]{0,3}[QA])((?:[-.]?[A-Za-z0-9]){1,8})(?=[*_]{0,3}[:.)\uff1a])"
)
_MARKS = " \t>#+-*_"


def uncounted(lines: list[str]) -> list[str]:
    """The same lines, with labels that do not count where most questions whose labels do have an answer of the same count."""
    counted = ("Q" in line and _may_count(line) for line in lines)
    if not any(counted) or not any(counted):
        return lines
    found = list(_labels(lines))
    asked = [number for number, sign, _ in found if sign == "Q"]
    answers = [two[0] for one, two in pairwise(found) if one[1] == "Q" and two[1:] == ("A", one[2])]
    if len(answers) < max(_LEAST, len(asked) / 2):
        return lines
    made = list(lines)
    for number in (*asked, *answers):
        made[number] = _LABEL.sub(r"\1", lines[number], count=1)
    return made


def _may_count(line: str) -> bool:
    """Whether a line begins like such a label, and like none that is known."""
    label = line.lstrip(_MARKS)[:10]
    if label[:1] != "Q" or not any(map(str.isdigit, label)):
        return False
    return _LABEL.match(line) is not None and not has_label(label)


def _labels(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """The lines that begin with such a label: their numbers, with "Q" or "A", and the count."""
    for number, text in outside_fences(lines):
        found = _LABEL.match(text) if text.lstrip(_MARKS)[:1] in {"Q", "A"} else None
        if found is not None and any(map(str.isdigit, found[2])):
            yield number, found[1][-1], found[2].casefold()
