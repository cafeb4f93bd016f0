"""Titles that are statements, told by their emphasis: in bold before a dash, or in italics as paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from faqtui.letters import ASKS, STOPS
from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.patterns import pattern

_BOLD_DASHED = pattern(
    r"(\*\*|__)(?=\S)([^\n]{2,300}?)"
    r"(?:(?<=[:\uff1a])\1[ \t]+(?=\S)|\1[ \t]*[:\uff1a\u2013\u2014-][ \t]*(?=[^\s:-]|$))",
    re.MULTILINE,
)
_LEAST_DASHED, _SHARE_DASHED = 4, 0.8
"""Paragraphs that begin with a statement in bold and a dash from which a text is made of these, and their share of it."""

_LEAST_SLANTED, _LONGEST_SLANTED = 3, 200
"""Lines in italics from which a text is made of these, and the characters that one may have."""


_SENTENCE_ENDS = (".", "!", ":", *STOPS)


def dashed(scan: Scan) -> Iterator[Candidate]:
    """The statements in bold that paragraphs begin with, behind which a dash or colon leads on, where nearly all begin so."""
    blocks = [block for block in scan.blocks if block.kind == "paragraph" and not block.depth]
    found = [(block, match) for block in blocks if (match := _BOLD_DASHED.match(block.text)) is not None]
    if len(found) >= max(_LEAST_DASHED, _SHARE_DASHED * len(blocks)):
        for block, match in found:
            if not match[2].endswith(ASKS):
                line = block.text[match.start() :].partition("\n")[0]
                text = match[2].rstrip(" :\uff1a")
                tail = line[match.end() - match.start() :].strip()
                yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "run-in", text, tail=tail)


def slanted(scan: Scan) -> Iterator[Candidate]:
    """The lines in italics that are paragraphs of their own, each with a text below it.

    None is a sentence. One at least stands right below a heading, and is no answer to it: there are twice as many as such
    headings.
    """
    blocks = scan.blocks
    found = [place for place, block in enumerate(blocks) if _is_slanted(block)]
    if len(found) < _LEAST_SLANTED:
        return
    led = sum(1 for place in found if place and blocks[place - 1].kind == "heading")
    names = [place for place in found if place + 1 == len(blocks) or blocks[place + 1].kind == "heading"]
    if not led or names or len(found) < 2 * led or any(below == place + 1 for place, below in pairwise(found)):
        return
    for block in (blocks[place] for place in found):
        if not block.text[1:-1].endswith(ASKS):
            yield Candidate(block.start, block.end, PSEUDO_LEVEL, "bold", block.text[1:-1])


def _is_slanted(block: Block) -> bool:
    text = block.text
    if text[:1] not in {"*", "_"} or block.kind != "paragraph" or block.depth or block.quoted:
        return False
    sign = text[0]
    return (
        text.endswith(sign)
        and text.count(sign) == 2
        and "\n" not in text
        and 2 < len(text) <= _LONGEST_SLANTED
        and not (text[1].isspace() or text[-2].isspace())
        and not text[:-1].endswith(_SENTENCE_ENDS)
    )
