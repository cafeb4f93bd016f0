"""Headings that say no more than "Question", with or without numbers: the question is the text below them.

### Question

When is low water?

### Answer

At six.

The answer may have a heading too, or no more than a label; without a heading, what stands below the first must ask.
Bold lines may say so as well: ``**QUESTION 1**``, with the question on the line below, or in the paragraph below.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.attribute_lists import without_list
from faqtui.markdown.dialects.definitionlists import joined
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import has_answer_label
from faqtui.parsing.questions.numbering import is_spoken
from faqtui.parsing.questions.wording import is_answer_title, is_question_title
from faqtui.patterns import pattern

_TROUBLE = pattern(
    r"\W*(?:error|problem|issue|fehler|problema|erro|erreur|problème|\u043e\u0448\u0438\u0431\u043a\u0430|\u043f\u0440\u043e\u0431\u043b\u0435\u043c\u0430|错误|エラー|오류)"
    r"\W?\d{0,3}\W*$",
    re.IGNORECASE,
)
_ANSWER = pattern(
    r"\W*(?:answer|antwort|respuesta|resposta|réponse|risposta|odpowiedź|\u043e\u0442\u0432\u0435\u0442|答案|回答|답변)\W?\d{0,3}\W*$",
    re.IGNORECASE,
)
"""What stands for a question above an answer that is called one; above a solution it may be a part of what is above both."""

_PAIRED = 0.4
"""Pairs to a heading of their level, from which its headings are written in pairs."""

LEAST = 2
"""Pairs from which they are a way of writing questions."""

LONGEST = 400
"""Characters of a question; what is longer is a text about one."""


def put_questions(headings: Sequence[Candidate], scan: Scan) -> None:
    """Give headings that say "Question", above one that says "Answer" or a text that asks, the text below as their own."""
    pairs = [
        (one, two)
        for place, (one, two) in enumerate(pairwise([*headings, None]))
        if one is not None
        and (
            is_question_title(without_list(one.text))
            or (
                two is not None
                and _TROUBLE.match(one.text)
                and (_ANSWER.match(two.text) or _is_in_turn(headings, place))
            )
        )
    ]
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
        answer = following if following is not None and is_answer_title(without_list(following.text)) else None
        below = scan.blocks[place + 1] if place + 1 < len(starts) else None
        labelled = below is not None and has_answer_label(below.text)
        if len(text) > LONGEST or (answer is None and not labelled and not text.rstrip("*_").endswith(ASKS)):
            continue
        if answer is None:
            heading.after, heading.text, heading.asks = block.end, text, True
            continue
        alone = place + 1 < len(starts) and starts[place + 1] == answer.line
        heading.after = answer.after if alone else block.end
        heading.text, heading.asks = text, True
        if alone:
            heading.tail = answer.tail


def _is_in_turn(headings: Sequence[Candidate], place: int) -> bool:
    """Whether a problem and its solution have another such pair of their level right above or below them."""
    level = headings[place].level
    if headings[place + 1].level != level or not is_answer_title(headings[place + 1].text):
        return False
    above = headings[place - 1] if place else None
    below = headings[place + 2] if place + 2 < len(headings) else None
    return (above is not None and above.level == level and is_answer_title(above.text)) or (
        below is not None and below.level == level and _TROUBLE.match(below.text) is not None
    )


_IN_BOLD = ("**", "__")
_MOST_LINES = 5
"""Lines of a question below such a line in bold."""


def named_in_bold(line: str) -> bool:
    """Whether a line is bold and says no more than "Question 3"."""
    return line.startswith(_IN_BOLD) and line.rstrip(" \\").endswith(_IN_BOLD) and is_question_title(line)


def put_in_bold(block: Block, below: Sequence[Block]) -> Iterator[Candidate]:
    """The questions of a paragraph that begins with such a line, each on the lines below one; of the last, in the blocks `below`.

    What only names the answer below a question is no part of that.
    """
    lines = block.text.split("\n")
    starts = [number for number, line in enumerate(lines) if named_in_bold(line)]
    indent = block.item.indent if block.item is not None else 0
    for start, stop in pairwise([*starts, len(lines)]):
        near = lines[start + 1 : min(stop, start + 1 + _MOST_LINES)]
        asked = next((n for n, line in enumerate(near, 1) if line.rstrip(" *_\\").endswith(ASKS)), min(1, len(near)))
        text, after = " ".join(near[:asked]), block.start + start + 1 + asked
        if asked < len(near) and _names_answer(near[asked]):
            after += 1
        elif not near and stop == len(lines) and below and _is_question(below[0], block):
            text, after = below[0].text, below[0].end
            if len(below) > 1 and _names_answer(below[1].text):
                after = below[1].end
        text = " ".join(text.split())
        if text and len(text) <= LONGEST and (text.endswith(ASKS) or any(map(str.isdigit, lines[start]))):
            yield Candidate(block.start + start, after, PSEUDO_LEVEL, "q", text, indent=indent)


def _is_question(block: Block, above: Block) -> bool:
    return (
        block.kind == "paragraph" and block.depth == above.depth and not block.quoted and not named_in_bold(block.text)
    )


def _names_answer(text: str) -> bool:
    return text.startswith(_IN_BOLD) and is_answer_title(text)


def join_twins(headings: list[Candidate], scan: Scan) -> None:
    """Make one of two headings that say the same in two scripts, where a page writes its questions so, in place.

    ## 为什么要开水？
    ## Why must it boil?
    """
    differ = [
        (above, below)
        for above, below in pairwise(headings)
        if above.level == below.level and _is_latin(above.text) != _is_latin(below.text)
    ]
    starts = [block.start for block in scan.blocks] if differ else []
    twins = [pair for pair in differ if not is_spoken(pair[0], scan, starts)]
    levels = Counter(above.level for above, _ in twins)
    level, count = max(levels.items(), key=itemgetter(1), default=(0, 0))
    if count < LEAST or count < _PAIRED * sum(heading.level == level for heading in headings):
        return
    second: set[int] = set()
    for above, below in twins:
        if above.level == level and above.line not in second:
            above.text, above.after = joined([without_list(above.text), without_list(below.text)]), below.after
            above.asks, above.tail = above.asks or below.asks, below.tail
            second.add(below.line)
    headings[:] = [heading for heading in headings if heading.line not in second]


def _is_latin(text: str) -> bool:
    """Whether at least half of the letters are of the scripts of Europe that stand before Greek."""
    if text.isascii():
        return True
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char < "\u0370" for char in letters) >= len(letters)
