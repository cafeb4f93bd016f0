"""Items of lists as what could be questions: what of an item is its title, and where what is said to it begins.

Which of them are questions is `choosing.lists`' business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from faqtui.letters import ASKS, STOPS, has_question_mark
from faqtui.markdown.blocks import Block, Item
from faqtui.markdown.dialects.attribute_lists import without_list
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import (
    answer_on_line,
    behind_question,
    mentions_answer,
    strip_answer_label,
    strip_label,
)
from faqtui.parsing.questions.paragraphs import BOLD_BROKEN, BOLD_FIRST, BOLD_LEAD, ITALIC, in_row, unbroken, with_stars
from faqtui.parsing.questions.wording import names_part
from faqtui.patterns import pattern

_HARD_BREAKS = ("  ", "\\")
_LEAST_TITLED = 3
"""Items with one line as their title and something below it, from which others are written so, too."""

_MARKER = pattern(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]{1,12}")
_LEAST_ASKED, _MOST_ASKED = 2, 5
"""Lines of an item with a question on more than its first, and those in which the end of that is looked for."""

_TASKS = ("[ ] ", "[x] ", "[X] ")
"""The boxes that lists of tasks begin with."""

_ITALIC_ITEM = pattern(r"([*_])(?=[^\s*_])([^*_\n]+)\1$")


def items(scan: Scan) -> list[Candidate]:
    """List items at the outermost level, their first line as the question, in order."""
    found = list(_items(scan))
    _part_first_lines(found, scan.lines)
    return found


def _part_first_lines(items: Sequence[Candidate], lines: Sequence[str]) -> None:
    """Let the first line of an item be its question where it is that of most: the answer goes on right below it there.

    Nothing else is said to it then, or that line is a sentence.
    """
    several = [c for c in items if c.after - c.line > 1 and not (c.strong or c.tail or c.text.endswith(ASKS))]
    if not several:
        return
    titled = sum(c.after - c.line == 1 and c.stop is not None and c.after < c.stop for c in items)
    if titled < max(_LEAST_TITLED, len(items) - titled):
        return
    for item in several:
        first = _MARKER.sub("", lines[item.line], count=1).rstrip(" \\")
        if item.after == item.stop or first.endswith((".", ":", "\uff1a", *STOPS)):
            item.text, item.after = strip_label(" ".join(first.split())), item.line + 1


def _items(scan: Scan) -> Iterator[Candidate]:
    first: dict[int, Block] = {}
    for block in scan.blocks:
        if block.item is not None and id(block.item) not in first:
            first[id(block.item)] = block
    question: Candidate | None = None
    starts = [block.start for block in scan.blocks]
    for item in scan.items:
        if item.depth != 0:
            continue
        if question is not None and _is_meant_below(item, question, scan.lines):
            line = scan.lines[item.start]
            question.stop, question.indent = item.end, min(question.indent, len(line) - len(line.lstrip(" ")))
            continue
        candidate = _item(item, first.get(id(item)))
        question = candidate
        if candidate is not None:
            if candidate.after == item.end and not candidate.tail:
                _take_code_below(candidate, scan.blocks, bisect_left(starts, item.end))
            yield candidate


def _is_meant_below(item: Item, above: Candidate, lines: Sequence[str]) -> bool:
    """Whether a bullet right below a question in a list is its answer, indented by less than CommonMark asks for."""
    if item.number is not None or above.stop != item.start or not has_question_mark(above.text):
        return False
    line, asked = lines[item.start], lines[above.line]
    return len(line) - len(line.lstrip(" ")) > len(asked) - len(asked.lstrip(" "))


def _take_code_below(candidate: Candidate, blocks: list[Block], place: int) -> None:
    """Let an item of one paragraph go on with the code below it that is not indented: "What does this print?"."""
    while place < len(blocks) and blocks[place].kind == "fence" and not blocks[place].depth:
        candidate.stop, candidate.indent = blocks[place].end, 0
        place += 1


def _item(item: Item, block: Block | None) -> Candidate | None:
    if block is None or block.kind != "paragraph" or block.start != item.start or block.depth != 1:
        return None
    own = block.text[4:] if block.text.startswith(_TASKS) else block.text
    if "{" in own:
        first, *rest = own.split("\n", 1)
        own = "\n".join([without_list(first), *rest])
    written = with_stars(own)
    lines = written.split("\n")
    bold = lead = broken = None
    if written[:1] in {"*", "_"}:
        bold = BOLD_FIRST.match(written) or (_ITALIC_ITEM.match(written) if block.end < item.end else None)
        lead = BOLD_LEAD.match(written) if bold is None else None
        broken = BOLD_BROKEN.match(lines[0]) if bold is None and lead is None else None
    text, after, tail = own, block.end, ""
    if bold is not None and bold.re is BOLD_FIRST and bold[1] in bold[2] and (several := in_row(bold)):
        text, after = several, block.start + 1
    elif broken is not None:
        text, after, tail = broken[2], block.start + 1, unbroken(lines[0][broken.end() :])
    elif bold is not None and bold[1] not in bold[2]:
        mark = bold[3] if bold.re.groups > 2 and bold[3] in ASKS else ""
        text, after = bold[2] + mark, block.start + 1
    elif lead is not None and lead[1] not in lead[2]:
        text, after, tail = lead[2], block.start + 1, lines[0][lead.end() :]
    elif written[:1] in {"*", "_"} and (italic := ITALIC.match(lines[0])) is not None:
        text, after, tail = italic[2], block.start + 1, lines[0][italic.end() :]
    elif (split := answer_on_line(lines[0])) > 0:
        text, after, tail = lines[0][:split], block.start + 1, strip_answer_label(behind_question(lines[0][split:]))
    elif len(lines) > 1 and _is_all(lines[0], lines[1]):
        text, after = lines[0].removesuffix("\\"), block.start + 1
    elif asked := _asked_lines(lines):
        text, after = " ".join(lines[:asked]).removesuffix("\\"), block.start + asked
    if has_question_mark(text) and "\n" in text and mentions_answer(text):
        text = text.partition("\n")[0]
        after = block.start + 1
    return Candidate(
        item.start,
        after,
        PSEUDO_LEVEL,
        "item",
        strip_label(" ".join(text.split())),
        tail=tail,
        stop=item.end,
        indent=item.indent,
        strong=bold is not None or lead is not None or broken is not None,
        numbered=item.number is not None,
    )


def _asked_lines(lines: Sequence[str]) -> int:
    """How many lines of an item its question takes that ends with one of them, above what does not ask; 0 where none does."""
    if len(lines) < _LEAST_ASKED + 1 or lines[-1].rstrip(" *_\\").endswith(ASKS):
        return 0
    near = enumerate(lines[:_MOST_ASKED], 1)
    return next((number for number, line in near if line.rstrip(" \\").endswith(ASKS)), 0)


def _is_all(line: str, below: str) -> bool:
    """Whether the first line of an item is its title: it asks, or the name of a part of an answer stands on that `below`."""
    if line.rstrip().endswith(ASKS) or (line.endswith(_HARD_BREAKS) and has_question_mark(line)):
        return True
    return names_part(below) and not names_part(line)
