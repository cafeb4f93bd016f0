"""Headings that say "Question" and "Answer" in turn, with or without numbers: the question is the text below the first.

### Question

When is low water?

### Answer

At six.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.wording import is_answer_title, is_question_title

LEAST = 2
"""Pairs from which they are a way of writing questions."""

LONGEST = 400
"""Characters of a question; what is longer is a text about one."""


def put_questions(headings: Sequence[Candidate], scan: Scan) -> None:
    """Give headings that say "Question", above one that says "Answer", the text below them as their own."""
    pairs = [(one, two) for one, two in pairwise(headings) if is_answer_title(two.text) and is_question_title(one.text)]
    if len(pairs) < LEAST:
        return
    starts = [block.start for block in scan.blocks]
    for heading, answer in pairs:
        place = bisect_left(starts, heading.after)
        block = scan.blocks[place] if place < len(scan.blocks) else None
        if block is None or block.kind != "paragraph" or block.depth or block.end > answer.line or heading.tail:
            continue
        text = " ".join(block.text.split())
        if len(text) > LONGEST:
            continue
        alone = place + 1 < len(starts) and starts[place + 1] == answer.line
        heading.after = answer.after if alone else block.end
        heading.text, heading.asks = text, True
        if alone:
            heading.tail = answer.tail
