"""Headings without a word between them, on the level of the questions that follow: groups of these.

    ## Cutting
    ## Is it sharp?
    ## Washing
    ## May it get wet?

Where questions ask, nearly every other heading on their level is such a group. Where they are told, the first is one, there
are several, their names are short, and most headings have a text. One that asks above bold lines that do is one of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.around import is_around_title, is_closing_title
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.noise import is_contents_title
from faqtui.parsing.questions.numbering import is_spoken
from faqtui.parsing.questions.wording import is_faq_title

_GOES_ON = ("...", "\u2026", ":", "\uff1a")
"""What a heading ends with that goes on in the lines below it: "How do I ..."."""

_LEAST_BOLD = 3
"""Bold lines that ask from which the one heading that does is one of them."""

_LEAST_ASKING = 3
"""Questions from which a page is one of these."""

_LEAST_TO_TOLD = 4
"""Questions that ask, to each heading with a text that does not."""

_LEAST_GROUPS, _LEAST_EACH = 2, 2
"""Groups of what is told, and headings with a text that there are to each, on the average."""

_MOST_WORDS = 3
"""Words of the name of a group of what is told."""


def take_for_bold(headings: Sequence[Candidate], found: Sequence[Candidate]) -> None:
    """Take the only heading below the title of a page for a bold line, where it asks as several of these below it do.

    # Looms
    ## Is it tight?
    **Is it wide?**
    **Is it strong?**
    """
    headings = _not_closing(headings)
    if not headings or len(headings) > 2 or not headings[-1].asks or headings[-1].level < 2:
        return
    if headings[-1].plain.endswith(_GOES_ON):
        return
    lone = headings[-1]
    if len(headings) == 2 and (headings[0].asks or headings[0].level >= lone.level):
        return
    if sum(c.asks and c.style == "bold" and not c.indent and c.line > lone.line for c in found) >= _LEAST_BOLD:
        lone.style, lone.level = "bold", PSEUDO_LEVEL


def _not_closing(headings: Sequence[Candidate]) -> Sequence[Candidate]:
    """The headings without a last one that asks whether there are more questions."""
    return headings[:-1] if headings and is_closing_title(headings[-1].plain) else headings


def level_grouped(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put the questions of a page below such headings, with what is below them."""
    headings = _not_closing(headings)
    asking = Counter(heading.level for heading in headings if heading.asks)
    level, count = max(asking.items(), key=itemgetter(1), default=(0, 0))
    starts = [block.start for block in scan.blocks]
    if count >= _LEAST_ASKING:
        groups = _among_asking(headings, level, scan, starts)
    elif not asking and headings:
        level = Counter(heading.level for heading in headings).most_common(1)[0][0]
        groups = _among_told(headings, level, scan, starts)
    else:
        return
    within = False
    for heading in headings if groups else ():
        if heading.line in groups or heading.level < level:
            within = heading.line in groups
        elif within:
            heading.level += 1


def _among_asking(headings: Sequence[Candidate], level: int, scan: Scan, starts: Sequence[int]) -> set[int]:
    """The lines of the groups; none where more than a few others do not ask, or one has nothing that asks below it."""
    groups: set[int] = set()
    asked, told = False, 0
    for above, below in pairwise([*headings, None]):
        asked = asked or (above is not None and above.asks)
        if (
            above is None
            or above.level != level
            or above.asks
            or is_around_title(above.plain)
            or is_contents_title(above.plain)
        ):
            continue
        if is_spoken(above, scan, starts):
            told += 1
        elif below is None or below.level != level or not below.asks or not _may_group(above, first=not asked):
            return set()
        else:
            groups.add(above.line)
    return groups if _LEAST_TO_TOLD * told <= sum(heading.asks for heading in headings) else set()


def _among_told(headings: Sequence[Candidate], level: int, scan: Scan, starts: Sequence[int]) -> set[int]:
    """The lines of the groups where nothing asks."""
    own = [heading for heading in headings if heading.level == level and not is_contents_title(heading.plain)]
    spoken = [is_spoken(heading, scan, starts) for heading in own]
    groups = {heading.line for heading, told in zip(own, spoken, strict=True) if not told}
    told = len(own) - len(groups)
    if len(groups) < _LEAST_GROUPS or told < _LEAST_EACH * len(groups) or spoken[0] or not spoken[-1]:
        return set()
    for above, below in pairwise(headings):
        if above.line in groups and (
            below.level != level
            or below.line in groups
            or not _may_group(above, first=True)
            or len(above.plain.split()) > _MOST_WORDS
            or len(above.plain) >= len(below.plain)
        ):
            return set()
    return groups


def _may_group(heading: Candidate, *, first: bool) -> bool:
    """Whether a heading can be what a group is called: above the `first` question "FAQ" is what the page is."""
    return bool(heading.plain) and not (is_contents_title(heading.plain) or (first and is_faq_title(heading.plain)))
