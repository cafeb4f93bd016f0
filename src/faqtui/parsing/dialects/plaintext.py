"""Plain text without headings: questions on lines of their own, and numbered titles as FAQs of Usenet have them.

A question is a short paragraph that ends with a question mark. A numbered title is a short paragraph such as
``2.3: What is it?`` or ``Chapter 2: Using it``; each dot is a level. In a page with headings neither is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.parsing.blocks import Block
from faqtui.parsing.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.scan import Scan

LEAST = 3
"""Titles below which a page is prose with a question, or a number, in it."""

_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section)[ \t]+)?([0-9]{1,2}(?:\.[0-9]{1,3}){0,3})[.:)]?[ \t]+(?=\S)", re.IGNORECASE
)
_CHAPTER = re.compile(r"(?:chapter|part|section)\b", re.IGNORECASE)
_LINES = 3
_CHARACTERS = 240


def plain_titles(scan: Scan) -> list[Candidate]:
    """The numbered titles of a text, as headings; or its questions; nothing where it has headings of another sort."""
    short = [block for block in scan.blocks if _is_short(block)]
    if sum(1 for block in scan.blocks if block.kind == "heading") > 1:
        return []
    numbered = list(_numbered(short))
    if len(numbered) >= LEAST and len({c.level for c in numbered}) > 1:
        return numbered
    asking = [block for block in short if block.text.rstrip().endswith(("?", "\uff1f"))]
    if len(asking) < LEAST or 8 * len(asking) < len(scan.blocks):
        return []
    return [
        Candidate(block.start, block.end, PSEUDO_LEVEL, "plain", " ".join(block.text.split()), indent=-1)
        for block in asking
    ]


def _is_short(block: Block) -> bool:
    if block.kind != "paragraph" or block.depth or len(block.text) > _CHARACTERS:
        return False
    return block.end - block.start <= _LINES and block.text[:1] not in "*_[!<|`"


def _numbered(blocks: list[Block]) -> Iterator[Candidate]:
    for block in blocks:
        lines = block.text.split("\n")
        if len(lines) == 1 or not all(map(_NUMBERED.match, lines)):
            lines = [" ".join(block.text.split())]
        for offset, text in enumerate(lines):
            match = _NUMBERED.match(text)
            if match is None or (match[1].isdigit() and not _CHAPTER.match(text)):
                continue
            start = block.start + offset
            after = start + 1 if len(lines) > 1 else block.end
            level = 1 + match[1].removesuffix(".0").count(".")
            yield Candidate(start, after, level, "heading", " ".join(text.split()), indent=-1)
