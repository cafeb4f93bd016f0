"""Headings that say no more than "Question", with or without numbers: the question is the text below them.

### Question

When is low water?

### Answer

At six.

The answer may have a heading too, or no more than a label; without a heading, what stands below the first must ask.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.wording import ASKS, is_answer_title, is_question_title

LEAST = 2
"""Pairs from which they are a way of writing questions."""

LONGEST = 400
"""Characters of a question; what is longer is a text about one."""


def put_questions(headings: Sequence[Candidate], scan: Scan) -> None:
    """Give headings that say "Question", above one that says "Answer" or a text that asks, the text below as their own."""
    pairs = [(one, two) for one, two in pairwise([*headings, None]) if one is not None and is_question_title(one.text)]
    if len(pairs) < LEAST:
        return
    starts = [block.start for block in scan.blocks]
    for heading, following in pairs:
        place = bisect_left(starts, heading.after)
        block = scan.blocks[place] if place < len(scan.blocks) else None
        if block is None or block.kind != "paragraph" or block.depth or heading.tail:
            continue
        if following is not None and block.end > following.line:
            continue
        text = " ".join(block.text.split())
        answer = following if following is not None and is_answer_title(following.text) else None
        if len(text) > LONGEST or (answer is None and not text.rstrip("*_").endswith(ASKS)):
            continue
        if answer is None:
            heading.after, heading.text, heading.asks = block.end, text, True
            continue
        alone = place + 1 < len(starts) and starts[place + 1] == answer.line
        heading.after = answer.after if alone else block.end
        heading.text, heading.asks = text, True
        if alone:
            heading.tail = answer.tail
