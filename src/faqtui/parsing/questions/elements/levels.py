"""Headings whose level is a slip of their author, as the levels of the questions around them show, one kind after the other.

What numbers and labels show of levels is `numbering`'s business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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


def level_all(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put each of these headings on the level that it stands for."""
    level_slips(headings, scan)
    level_between(headings, scan)
    level_folded(headings, scan.lines)
    level_notes(headings, scan)
    level_around(headings)
    level_grouped(headings, scan)


def level_between(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put a question between the level of the groups and that of the other questions, where no group stands, beside these.

    # Boats
    ## How do I row?
    ### How do I steer?
    # Nets
    ### How do I mend one?
    """
    levels = Counter(heading.level for heading in headings if heading.asks)
    if len(levels) < 2:
        return
    level, count = max(levels.items(), key=lambda item: (item[1], -item[0]))
    lowest = max((above.level for above, below in pairwise(headings) if _holds(above, below, level)), default=level)
    slipped = [heading for heading in headings if lowest < heading.level < level and not _stands_around(heading.plain)]
    if not slipped or 4 * len(slipped) > max(4, count):
        return
    groups = sum(heading.level == lowest and not heading.asks for heading in headings)
    starts = [block.start for block in scan.blocks]
    if groups >= _LEAST_GROUPS and all(heading.asks and is_spoken(heading, scan, starts) for heading in slipped):
        for heading in slipped:
            heading.level = level


def _stands_around(title: str) -> bool:
    return is_around_title(title) or is_closing_title(title) or is_contents_title(title)


def _holds(above: Candidate, below: Candidate, level: int) -> bool:
    """Whether a heading is a group right above a question of this level."""
    return not above.asks and above.level < level == below.level and below.asks


_LEAST_FOLDED = 3
"""Questions of one level, each with a fold for its answer, from which another of these on a lower level is one of them."""


def level_slips(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put a question that stands too high among others on their level: one with an answer, among at least two of them.

        ## What is a lamp?
        # What is a wick?
        ## What is oil?

    None is meant where a question is the first, or where one that does not ask stands as high: those have others below them.
    """
    first = 1 if headings and not headings[0].asks else 0
    levels = Counter(heading.level for heading in headings[first:] if heading.asks)
    if len(levels) < 2:
        return
    level, count = max(levels.items(), key=lambda item: (item[1], -item[0]))
    higher = [heading for heading in headings[first:] if heading.level < level]
    if not higher or headings[first].level != level or 4 * len(higher) > max(4, count) or count < 2:
        return
    starts = [block.start for block in scan.blocks]
    if all(heading.asks and is_spoken(heading, scan, starts) for heading in higher):
        for heading in higher:
            heading.level = level


def level_folded(headings: Sequence[Candidate], lines: Sequence[str]) -> None:
    """Put a question that stands too low among others on their level, where a fold right below each is its answer.

    ## What is a lamp?
    <details><summary>Answer</summary> ... </details>
    ### What is a wick?
    <details><summary>Answer</summary> ... </details>
    """
    folded = [heading for heading in headings if heading.asks and _is_folded_below(heading, lines)]
    levels = Counter(heading.level for heading in folded)
    if len(levels) < 2:
        return
    level, count = levels.most_common(1)[0]
    lower = [heading for heading in folded if heading.level > level]
    if count >= _LEAST_FOLDED and 4 * len(lower) <= max(4, count):
        for heading in lower:
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
