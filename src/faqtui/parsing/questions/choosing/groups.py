"""Bold lines below the headings of groups, where the page says that problems or questions follow and none of them asks.

    # Troubleshooting

    ## Printing

    **Nothing comes out**

    The queue has stopped.

Each group begins with one, and what is said to it stands below. What comes again, or is called as parts of answers are, is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.wording import names_part, part_of_answer

_LEAST = 2
"""Groups, and bold lines in most of them, from which these are told in groups."""

_SHARE = 0.75
"""The share of the lowest headings that are such groups."""

_MOST_WORDS = 3
"""Words of the title of a group, on the average: a problem is told in more of them, and what is below it are ways to mend it."""

_STEPS_TEXT = """
add ask ausprobieren check clear contact disable download edit enable ensure install make open prüfen reinstall reload remove
reset restart run set start step stop switch test tip try turn uninstall update upgrade use verify wait vérifier verificar
"""
_STEPS = frozenset(_STEPS_TEXT.split())
"""What a line that says what to do begins with."""

_PROBLEM = ("error", "issue", "problem", "symptom")


def below_groups(bold: Sequence[Candidate], candidates: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """The bold lines that are told below the headings of groups, as what asks; none where they are not."""
    lines = [c for c in bold if c.style == "bold" and not c.quoted]
    headings = [c for c in candidates if c.style in {"heading", "title"}]
    asking = sum(1 for c in lines if c.asks)
    if len(lines) < 2 * _LEAST or 2 * asking > len(lines) or any(c.asks for c in headings) or not _are_told(lines):
        return []
    starts = [c.line for c in lines]
    groups: list[int] = []
    titles: list[Candidate] = []
    lowest = 0
    for heading, following in pairwise([*headings, None]):
        if heading is None or (following is not None and following.level > heading.level):
            continue
        lowest += 1
        begin = bisect_left(starts, heading.line)
        end = len(starts) if following is None else bisect_left(starts, following.line)
        stops = [*starts[begin + 1 : end], len(evidence.scan.lines) if following is None else following.line]
        if (
            begin < end
            and not evidence.says(heading.after, starts[begin])
            and all(
                evidence.goes_on(c.after, stop) or evidence.says(c.after, stop)
                for c, stop in zip(lines[begin:end], stops, strict=True)
            )
        ):
            groups.append(end - begin)
            titles.append(heading)
    many = sum(1 for count in groups if count >= _LEAST)
    if len(groups) < max(_LEAST, _SHARE * lowest) or 2 * many < len(groups) or sum(groups) < len(lines):
        return []
    if _words(titles) > _MOST_WORDS or _words(titles) >= _words(lines):
        return []
    return [replace(c, asks=True) for c in lines]


def _words(titles: Sequence[Candidate]) -> float:
    """How many words these have, on the average; of a script without spaces, a word for two letters."""
    return sum(len(c.plain.split()) if c.plain[:1] < "\u2e80" else len(c.plain) / 2 for c in titles) / len(titles)


def _are_told(lines: Sequence[Candidate]) -> bool:
    """Whether most of these say nothing to do, and none comes again, leads in what is below, or is a part of an answer."""
    steps = sum(1 for c in lines if c.plain.partition(" ")[0].lower() in _STEPS or c.plain[:1].isdigit())
    if 2 * steps >= len(lines):
        return False
    if Counter(c.plain.casefold() for c in lines).most_common(1)[0][1] > 1:
        return False
    return not any(
        c.plain.endswith((":", "\uff1a"))
        or part_of_answer(c.plain)
        or (names_part(c.plain) and not c.plain.lower().startswith(_PROBLEM))
        for c in lines
    )
