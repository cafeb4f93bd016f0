"""Headings whose level is a slip of their author, as the levels of the questions around them show, one kind after the other.

What numbers and labels show of levels is `numbering`'s business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.around import is_around_title, is_closing_title
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.elements.bare_groups import level_grouped
from faqtui.parsing.questions.noise import is_contents_title
from faqtui.parsing.questions.numbering import is_spoken
from faqtui.parsing.questions.wording import only_notes

_LEAST_GROUPS = 2
"""Headings of the level of the groups from which these are groups."""

_LEAST_FOLDED = 3
"""Questions of one level, each with a fold for its answer, from which another of these on a lower level is one of them."""


def level_all(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put each of these headings on the level that it stands for."""
    level_slips(headings, scan)
    level_between(headings, scan)
    level_folded(headings, scan.lines)
    level_notes(headings, scan)
    level_around(headings)
    level_grouped(headings, scan)


def level_slips(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put a question that stands too high among others on their level: one with an answer, among at least two of them.

        ## What is a lamp?
        # What is a wick?
        ## What is oil?

    None is meant where a question is the first, or where one that does not ask stands as high: those have others below them.
    """
    first = 1 if headings and not headings[0].asks else 0
    level, count = _most(heading for heading in headings[first:] if heading.asks)
    higher = [heading for heading in headings[first:] if heading.level < level]
    if count > 1 and headings[first].level == level and _are_spoken(higher, scan):
        _put(higher, level, count)


def level_between(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put a question between the level of the groups and that of the other questions, where no group stands, beside these.

    # Boats
    ## How do I row?
    ### How do I steer?
    # Nets
    ### How do I mend one?
    """
    level, count = _most(heading for heading in headings if heading.asks)
    lowest = max((above.level for above, below in pairwise(headings) if _holds(above, below, level)), default=level)
    slipped = [heading for heading in headings if lowest < heading.level < level and not _stands_around(heading.plain)]
    groups = sum(heading.level == lowest and not heading.asks for heading in headings)
    if groups >= _LEAST_GROUPS and _are_spoken(slipped, scan):
        _put(slipped, level, count)


def _stands_around(title: str) -> bool:
    return is_around_title(title) or is_closing_title(title) or is_contents_title(title)


def _holds(above: Candidate, below: Candidate, level: int) -> bool:
    """Whether a heading is a group right above a question of this level."""
    return not above.asks and above.level < level == below.level and below.asks


def level_folded(headings: Sequence[Candidate], lines: Sequence[str]) -> None:
    """Put a question that stands too low among others on their level, where a fold right below each is its answer.

    ## What is a lamp?
    <details><summary>Answer</summary> ... </details>
    ### What is a wick?
    <details><summary>Answer</summary> ... </details>
    """
    folded = [heading for heading in headings if heading.asks and _is_folded_below(heading, lines)]
    level, count = _most(folded)
    if count >= _LEAST_FOLDED:
        _put([heading for heading in folded if heading.level > level], level, count)


def _most(questions: Iterable[Candidate]) -> tuple[int, int]:
    """The level of most of these, the highest of several, and how many stand there; 0 and 0 where no two levels have any."""
    levels = Counter(question.level for question in questions)
    return max(levels.items(), key=lambda item: (item[1], -item[0])) if len(levels) > 1 else (0, 0)


def _are_spoken(slipped: Sequence[Candidate], scan: Scan) -> bool:
    """Whether all of these ask and have text of their own."""
    if not all(heading.asks for heading in slipped):
        return False
    starts = [block.start for block in scan.blocks] if slipped else []
    return all(is_spoken(heading, scan, starts) for heading in slipped)


def _put(slipped: Sequence[Candidate], level: int, count: int) -> None:
    """Put a few questions on the level of the others, of which there are `count`."""
    if 4 * len(slipped) <= max(4, count):
        for heading in slipped:
            heading.level = level


def _is_folded_below(heading: Candidate, lines: Sequence[str]) -> bool:
    below = next((line.strip() for line in lines[heading.after : heading.after + 3] if line.strip()), "")
    return below.startswith(("<details", "{% details", "{{< details", "{{% expand", "::: details", "??? "))


def level_notes(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put a remark with text of its own between two questions below the first, where it stands higher than these.

    ### How hot is it?
    ## Note
    ### How long does it take?
    """
    starts: list[int] = []
    for above, note, below in zip(headings, headings[1:], headings[2:], strict=False):
        if note.asks or note.level >= above.level or not (above.asks and below.asks and above.level == below.level):
            continue
        if only_notes(note.plain):
            starts = starts or [block.start for block in scan.blocks]
            if is_spoken(note, scan, starts):
                note.level = above.level + 1


def level_around(headings: Sequence[Candidate]) -> None:
    """Put what only leads on from a page, and stands as high as its title, below that.

    # Locks
    ## Gates
    # Links
    """
    top = min((heading.level for heading in headings), default=0)
    highest = [heading for heading in headings if heading.level == top]
    if len(highest) < 2 or highest[0] is not headings[0] or is_around_title(headings[0].plain):
        return
    if all(is_around_title(heading.plain) and not heading.asks for heading in highest[1:]):
        for heading in highest[1:]:
            heading.level += 1
