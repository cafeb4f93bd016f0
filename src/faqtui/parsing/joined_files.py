"""Files that were put one behind another, as ``cat`` joins them: where the next begins, by its front matter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.front_matter import between, line_of
from faqtui.parsing.questions.wording import looks_like_question

_FENCES = ("---", "+++")
_FEW = 100
"""Blocks below front matter among which a heading is looked for."""


def parted(scan: Scan, body: list[str]) -> bool:
    """Whether other files follow on the first, as ``cat`` joins them: their front matter becomes blank, or its title a heading.

    It makes a heading where nothing else would hold what the file says, and where it asks.
    """
    if not any(line.rstrip().endswith(_FENCES) for line in body):
        return False
    starts = [block.start for block in scan.blocks]
    found = False
    failed: dict[str, int] = {}
    number = 0
    while number + 2 < len(body):
        if not body[number].rstrip().endswith(_FENCES) or not body[number + 1]:
            number += 1
            continue
        place = bisect_right(starts, number)
        block = scan.blocks[place - 1] if place else None
        if block is not None and block.kind in {"fence", "code", "raw", "comment"} and block.end > number:
            number = block.end
            continue
        if (matter := between(body, number, failed)) is None:
            number += 1
            continue
        start, number = number, matter.lines
        key = next((name for name in ("question", "title") if matter.text(name)), "")
        titled = start + line_of(body[start:number], key)
        body[start:number] = [body[start].rstrip()[:-3], *[""] * (number - start - 1)]
        place = bisect_left(starts, number)
        below = next((b for b in scan.blocks[place : place + _FEW] if b.kind == "heading"), None)
        title = matter.text(key) if key else ""
        if title and (key == "question" or looks_like_question(title) or not _says_same(below, title)):
            body[titled] = f"# {title}"
        found = True
    return found


def _says_same(heading: Block | None, title: str) -> bool:
    """Whether a heading of the first level asks, or says what a title does, or more, or less."""
    if heading is None or heading.level > 1:
        return False
    if looks_like_question(heading.text):
        return True
    said, wanted = heading.text.casefold(), title.casefold()
    return said in wanted or wanted in said
