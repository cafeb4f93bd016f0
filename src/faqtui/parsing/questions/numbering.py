"""Headings that a page as a whole shows to be something else than their level and their text say.

Numbered headings whose numbers go on while their level changes are of one level, and so are those that begin the items of
lists; those of one level whose numbers go on from others (2, 2.1) are below these. A heading that is repeated with nothing
under it is no title at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.noise import is_contents_block, is_noise
from faqtui.parsing.questions.wording import looks_like_question
from faqtui.patterns import pattern

_NUMBER = pattern(
    r"[ \t]*#{1,6}[ \t]*(?:\*\*)?(?:(?:Q|Question)[ \t\xa0.]*#?)?([0-9]{1,4})[ \t]*[.):\uff1a\u3001](?![0-9])", re.I
)
_OUTLINED = pattern(r"[ \t]*#{1,6}[ \t]*(?:\*\*)?((?:[0-9]{1,3}\.){0,3}[0-9]{1,3})\.?[ \t\xa0]")
_IN_PAGE = pattern(r"\[([^\[\]]{1,300})\]\(#[^()\s]{0,200}\)")
_BEGIN_NUMBER = frozenset("0123456789qQ")
_BARE = frozenset("Q\u554f\u95ee")

LEAST = 6
"""Numbered headings from which their numbers say more than their levels."""

_FEW = 3
"""Those from which they do so where all of them ask."""

LEADING = 2
"""Headings that begin items from which a list is one of titles."""

LISTED_AGAIN, NEARLY_ALL = 4, 0.8
"""Headings with nothing under them that are a table of contents, and the share of them that come again below."""

REPEATED = 3
"""Times from which a heading with nothing under it is an echo: "Discuss this question"."""


def level_numbered(headings: list[Candidate], scan: Scan) -> list[Candidate]:
    """The same headings, those that are numbered on one level where their numbers count on across several levels."""
    numbered: list[tuple[int, Candidate]] = []
    above: Candidate | None = None
    for heading in headings:
        line = scan.lines[heading.line]
        match = _NUMBER.match(line) if line.lstrip(" \t#*")[:1] in _BEGIN_NUMBER else None
        if match is not None:
            if int(match[1]) == 1 and numbered and numbered[-1][1] is above and above.level < heading.level:
                return headings  # steps right below what is numbered itself
            numbered.append((int(match[1]), heading))
        above = heading
    if len({heading.level for _, heading in numbered}) < 2 or (len(numbered) < LEAST and not _ask_in_order(numbered)):
        return headings
    steps = [(b - a, one.level != two.level) for (a, one), (b, two) in pairwise(numbered)]
    on = [changed for step, changed in steps if 1 <= step <= 3]
    if len(on) >= 0.85 * len(steps) and any(on):
        highest = min(heading.level for _, heading in numbered)
        for _, heading in numbered:
            heading.level = highest
    return headings


def _ask_in_order(numbered: Sequence[tuple[int, Candidate]]) -> bool:
    """Whether a few numbered headings count from 1, leave out none, and all ask."""
    in_order = [number for number, _ in numbered] == [*range(1, len(numbered) + 1)]
    return in_order and len(numbered) >= _FEW and all(looks_like_question(heading.text) for _, heading in numbered)


def level_outlined(headings: Sequence[Candidate], scan: Scan) -> None:
    """Put headings below those whose numbers they go on from, where all of these stand on one level.

    ## 2. Firing
    ## 2.1 How hot is it?
    ## 2.2 How long does it take?

    What stands before the first and behind the last of them needs no number.
    """
    levels = Counter(heading.level for heading in headings)
    for level, count in levels.items():
        if count < LEADING:
            continue
        own = [heading for heading in headings if heading.level == level]
        numbers = [(found[1].split(".") if (found := _OUTLINED.match(scan.lines[h.line])) else []) for h in own]
        counted = [place for place, number in enumerate(numbers) if number]
        if not counted:
            continue
        own, numbers = own[counted[0] : counted[-1] + 1], numbers[counted[0] : counted[-1] + 1]
        known = set(map(tuple, numbers))
        least = min(map(len, numbers))
        if not least or all(len(number) == least for number in numbers):
            continue
        if any(len(number) > least and tuple(number[:-1]) not in known for number in numbers):
            continue
        deeper = max(map(len, numbers)) - least
        depths = {heading.line: len(number) - least for heading, number in zip(own, numbers, strict=True)}
        for heading in headings:
            if heading.level >= level and own[0].line <= heading.line:
                heading.level += depths.get(heading.line, deeper if heading.level > level else 0)
        return


def level_leading(headings: list[Candidate], scan: Scan) -> None:
    """Put the headings that begin items of lists on one level, and make those further down in such items parts of them.

        1. ### What is a stack?

           A pile.

           ## Example

    What else stands on that level with text between two of them is a part of what is above it. So is one in an item that
    does not ask, if it is on the level of the heading above the list, or over that.
    """
    blocks = {block.start: block for block in scan.blocks if block.kind == "heading" and block.item is not None}
    if not blocks:
        return
    led = {id(block.item) for line, block in blocks.items() if block.item is not None and block.item.start == line}
    leading: list[Candidate] = []
    outside: list[Candidate] = []
    among: list[Candidate] = []
    for heading in headings:
        block = blocks.get(heading.line)
        item = block.item if block is not None else None
        if item is None:
            outside.append(heading)
            continue
        above = item.parent if item.start == heading.line else item
        while above is not None and id(above) not in led:
            above = above.parent
        if above is not None:
            heading.style = "part"
        elif item.start == heading.line:
            leading.append(heading)
        elif outside and outside[-1].level >= heading.level and not looks_like_question(heading.text):
            among.append(heading)
    held = Counter(heading.level for heading in among)
    free = Counter(heading.level for heading in outside)
    for heading in among:
        if held[heading.level] <= free[heading.level]:
            heading.style = "part"
    if len(leading) < LEADING:
        return
    level = Counter(heading.level for heading in leading).most_common(1)[0][0]
    starts = [block.start for block in scan.blocks]
    spoken = [heading for heading in outside if heading.level == level and is_spoken(heading, scan, starts)]
    if len(spoken) > len(leading):  # then those are the titles, and these parts of what is below them
        for heading in leading:
            heading.style = "part"
        return
    for heading in leading:
        heading.level = level
    lines = [heading.line for heading in leading]
    higher = [heading.line for heading in outside if heading.level < level]
    for heading in spoken:
        place = bisect_left(lines, heading.line)
        between = 0 < place < len(lines)
        if between and bisect_left(higher, lines[place - 1]) == bisect_left(higher, lines[place]):
            heading.level += 1


_LEAST_LABELLED = 3
"""Headings with a label from which all of these are of one level."""

_HTML_HEADING = pattern(r"[ \t]{0,3}<h[1-6]\b", re.IGNORECASE)
_BARE_LABEL = pattern(r"(?:\*\*)?[Q\u554f\u95ee]([0-9]{1,3})[ \t]{1,3}(?=[^\s0-9:])")
_QUARTERS = 4
"""The highest number that "Q1" may have where quarters of a year are meant."""


def take_bare_labels(headings: Sequence[Candidate]) -> None:
    """Take ``Q1``, ``Q2`` and so on for labels, where headings begin so that count on: no sign parts them from the question.

    Up to ``Q4`` they may be quarters, unless most of these headings ask.
    """
    if sum(heading.text.lstrip("*")[:1] in _BARE for heading in headings) < _LEAST_LABELLED:
        return
    found = [(heading, match) for heading in headings if (match := _BARE_LABEL.match(heading.text))]
    numbers = [int(match[1]) for _, match in found]
    asking = sum(looks_like_question(heading.text[match.end() :].strip("*_ ")) for heading, match in found)
    if len(found) < _LEAST_LABELLED or (max(numbers) <= _QUARTERS and 2 * asking <= len(found)):
        return
    if all(below == above + 1 or below <= 1 for above, below in pairwise(numbers)):
        for heading, match in found:
            emphasis = heading.text[:2] if heading.text.startswith(("**", "__")) else ""
            heading.text, heading.asks = emphasis + heading.text[match.end() :], True


def level_labelled(headings: Sequence[Candidate], scan: Scan) -> None:
    """Headings that a label ("Q.") makes questions are of one level, that of most, however deep some of them are written.

    Those on the level of a group that has no words of its own are below it, with what is below them:

        ## Threads
        ## Q. Which is strong?
        ## Frames
        ### Q. Who builds them?
    """
    labelled = Counter(heading.level for heading in headings if heading.asks)
    if labelled.total() < _LEAST_LABELLED:
        return
    level = labelled.most_common(1)[0][0]
    for heading in headings:
        if heading.asks and heading.level > level:
            heading.level = level
    starts = [block.start for block in scan.blocks]
    groups = [
        above
        for number, (above, below) in enumerate(pairwise(headings))
        if below.asks and not above.asks and above.level == below.level and not is_spoken(above, scan, starts)
        if number or above.level > 1
    ]
    if not groups or _stand_beside(headings, level, groups, scan, starts):
        return
    tops = {group.line for group in groups}
    group: Candidate | None = None
    down = 0  # levels that what stands below a question of the group is put down by
    for heading in headings:
        written = heading.level
        if group is None or (not heading.asks and written <= group.level):
            group, down = (heading if heading.line in tops else None), 0
        elif heading.asks:
            down = max(1, level - written) if written == group.level else 0
        heading.level = written + down


def _stand_beside(
    headings: Sequence[Candidate], level: int, groups: Sequence[Candidate], scan: Scan, starts: Sequence[int]
) -> bool:
    """Whether these are no groups: all questions stand on their level, and text below another heading between two of these."""
    if any(group.level != level for group in groups):
        return False
    asked = [place for place, heading in enumerate(headings) if heading.asks]
    between = [heading for heading in headings[asked[0] : asked[-1]] if heading.level <= level and not heading.asks]
    return len(groups) < LEADING or any(is_spoken(heading, scan, starts) for heading in between)


def is_spoken(heading: Candidate, scan: Scan, starts: Sequence[int]) -> bool:
    """Whether text stands below a heading, before the next."""
    for place in range(bisect_left(starts, heading.after), len(starts)):
        block = scan.blocks[place]
        if not is_noise(block):
            return block.kind != "heading" and not (block.kind == "html" and _HTML_HEADING.match(block.text))
    return False


def echoes(headings: Sequence[Candidate], scan: Scan) -> list[Candidate]:
    """The headings that stand on the page several times and never have anything under them."""
    places = _places(headings)
    # They follow other headings, each of them, so that no page consists of them.
    often = [of for text, of in places.items() if text and REPEATED <= len(of) <= (len(headings) + 1) // 2]
    if not often:
        return []
    starts = [block.start for block in scan.blocks]
    return [headings[n] for of in often if all(_is_empty(headings, place, scan, starts) for place in of) for n in of]


def _places(headings: Sequence[Candidate]) -> dict[str, list[int]]:
    """The places of headings by what they say."""
    places: dict[str, list[int]] = {}
    for place, heading in enumerate(headings):
        text = _IN_PAGE.sub(r"\1", heading.text) if "](#" in heading.text else heading.text
        places.setdefault(text.casefold(), []).append(place)
    return places


def listed_again(headings: Sequence[Candidate], scan: Scan) -> list[Candidate]:
    """The headings at the beginning of a page that list those below: they come again.

    Nothing stands under them but links into the page.
    """
    places = _places(headings)
    if len(places) > len(headings) - LISTED_AGAIN:
        return []
    of_each = {place: of for of in places.values() for place in of}
    starts = [block.start for block in scan.blocks]
    listed: list[Candidate] = []
    again = 0
    for place, heading in enumerate(headings[:-1]):
        of = of_each[place]
        if of[0] < place:
            break
        between = scan.blocks[bisect_left(starts, heading.after) : bisect_left(starts, headings[place + 1].line)]
        if heading.tail or not all(is_noise(block) or is_contents_block(block) for block in between):
            if listed:
                break
            continue
        if len(of) > 1 or listed:
            listed.append(heading)
            again += len(of) > 1
    return listed if again >= LISTED_AGAIN and again >= NEARLY_ALL * len(listed) else []


def _is_empty(headings: Sequence[Candidate], place: int, scan: Scan, starts: Sequence[int]) -> bool:
    """Whether nothing stands between a heading and the next, and that is not below it."""
    heading = headings[place]
    following = headings[place + 1] if place + 1 < len(headings) else None
    if heading.tail or (following is not None and following.level > heading.level):
        return False
    stop = following.line if following is not None else len(scan.lines)
    between = scan.blocks[bisect_left(starts, heading.after) : bisect_left(starts, stop)]
    return all(map(is_noise, between))
