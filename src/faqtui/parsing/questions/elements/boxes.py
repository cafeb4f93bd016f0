"""Boxes that ask in the midst of the text of a topic, beside topics that have none: they are parts of what that says.

On a page that says that questions follow they are these, whatever stands between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.titles import plain_title
from faqtui.parsing.questions.wording import is_faq_title, is_problems_title, looks_like_question


def independent(
    boxes: list[Candidate], headings: Sequence[Candidate], lines: Sequence[str], *, least: int = 1
) -> list[Candidate]:
    """The boxes, in order, without those that ask between which their topic says more than they do.

    ## Parts of a mast
    !!! question "What is a truck?"
        A cap.
    The parts are, from the foot up: ...

    A topic has at `least` as many.
    """
    if not boxes or len(headings) < 2:
        return boxes
    if any(is_faq_title(heading.text) or is_problems_title(heading.text) for heading in headings):
        return boxes
    asking = [box for box in boxes if looks_like_question(plain_title(box.text))]
    starts = [box.line for box in asking]
    stops = [*(heading.line for heading in headings[1:]), len(lines)]
    asides: set[int] = set()
    bare: set[int] = set()  # levels of topics without boxes
    for heading, stop in zip(headings, stops, strict=True):
        inside = asking[bisect_left(starts, heading.line) : bisect_left(starts, stop)]
        if looks_like_question(heading.text):
            continue
        if not inside and _said(lines[heading.after : stop]):
            bare.add(heading.level)
        elif inside and len(inside) >= least and _says_more(inside, stop, lines):
            asides.update(range(heading.line, stop))
    levels = {heading.level for heading in headings if heading.line in asides}
    if not levels or not levels <= bare:
        return boxes
    dropped = {id(box) for box in asking if box.line in asides}
    return [box for box in boxes if id(box) not in dropped]


def _says_more(boxes: Sequence[Candidate], stop: int, lines: Sequence[str]) -> bool:
    """Whether more is said behind the first of these boxes, up to a line, than in all of them."""
    boxed, reach = 0, boxes[0].line
    for box in boxes:
        end = box.stop or box.after
        boxed += _said(lines[max(reach, box.line) : max(reach, end)])
        reach = max(reach, end)
    return _said(lines[boxes[0].line : stop]) > 2 * boxed


def _said(lines: Sequence[str]) -> int:
    return sum(len(line.strip()) for line in lines)
