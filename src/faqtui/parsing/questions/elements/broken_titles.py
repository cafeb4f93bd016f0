"""Titles that are written over two lines: a heading that goes on in another, or in the paragraph right below it."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.labels import has_answer_label
from faqtui.parsing.questions.wording import looks_like_question

_LONG = 40
"""Characters of a heading from which it may go on in another on the line below."""

_LONGEST_MORE = 300
"""Characters of a paragraph in which a labelled title goes on."""

_WIDE, _WIDEST = 64, 120
"""Characters of the line of a heading, and of the first word below it, from which an editor breaks lines."""

_ENDS = (*ASKS, ".", "!", ":", ";", ",", ")", "`")


def unbroken(headings: list[Candidate], lines: Sequence[str]) -> list[Candidate]:
    """The headings, with two that are one title on two lines as one: a long one that does not ask, and what goes on below."""
    kept: list[Candidate] = []
    for number, heading in enumerate(headings):
        above = kept[-1] if kept else heading
        following = headings[number + 1].line if number + 1 < len(headings) else len(lines)
        if (
            above.after == heading.line
            and above.level == heading.level > 1
            and above.after == above.line + 1
            and len(above.text) >= _LONG
            and not looks_like_question(above.text)
            and any(line.strip() for line in lines[heading.after : min(following, heading.after + 3)])
        ):
            above.text, above.after, above.asks = f"{above.text} {heading.text}", heading.after, heading.asks
        else:
            kept.append(heading)
    return kept


def goes_on(blocks: Sequence[Block]) -> bool:
    """Whether a labelled title, the first of these blocks, goes on in the next: right below it, above the label of the answer."""
    if len(blocks) < 3:
        return False
    title, more, answer = blocks
    beside = (
        more.kind in {"paragraph", "code"} and more.start == title.end and more.depth == answer.depth == title.depth
    )
    return (
        beside
        and len(more.text) <= _LONGEST_MORE
        and answer.kind == "paragraph"
        and has_answer_label(answer.text)
        and not has_answer_label(more.text)
    )


def is_wrapped(blocks: Sequence[Block], lines: Sequence[str]) -> bool:
    """Whether an editor broke the line of a title, the first of these blocks, which goes on in a few words above the answer.

    ### The mast was wet when it was stepped, and now it does
    not come out again

    Dry it.
    """
    if len(blocks) < 3:
        return False
    title, more, answer = blocks
    if more.kind != "paragraph" or more.start != title.end or more.end != title.end + 1 or answer.kind == "heading":
        return False
    line, below = lines[title.start].rstrip(), more.text.rstrip()
    wide = len(line) + len(below.partition(" ")[0]) + 1 >= _WIDE
    return (
        (wide and len(line) <= _WIDEST and 2 * len(below) <= len(line) and below[:1].islower())
        and not line.endswith(_ENDS)
        and (below.endswith(ASKS) or below[-1].isalnum())
    )
