"""Titled containers that fold.

MkDocs: ``??? question "How ...?"``, ``??? "It fails"``. Others: ``:::details How ...?``, ``:::{dropdown} How ...?``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.extract import directive_title
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import strip_label
from faqtui.patterns import pattern

_FOLDS = pattern(
    r"(?:[a-z]{1,8}-)?(?:question|faq|help|details|dropdown|collapse|collapsible|spoiler|disclosure|accordion(?:-item)?)\b",
    re.IGNORECASE,
)
_ATTRIBUTES = pattern(r"(?<=[^\s])[ \t]\{[^{}\n]{1,80}\}$")
"""What VitePress takes from behind a title: ``{open}``."""


def directives(scan: Scan) -> Iterator[Candidate]:
    """The containers of a document whose title could be a question."""
    opened: list[Block] = []
    lines = scan.lines
    blocks = [block for block in scan.blocks if block.kind == "directive"]
    others = _others_fold(blocks, lines)
    several = sum(map(_is_question, blocks)) >= _SEVERAL
    for block in blocks:
        if block.quoted:
            continue
        if block.marker[0] in "!?=":
            word = block.info.split(maxsplit=1)[0].strip("\"'").lower()
            title = directive_title(block.info)
            folds = block.marker[0] != "=" and (_FOLDS.match(word) or block.marker[0] + block.info[0] in {'?"', "?'"})
            folds = folds or (others and block.marker[0] == "?" and _is_outermost(block, lines))
            if not title or not (folds or (title.endswith(ASKS) and not (several and block.marker[0] == "!"))):
                continue
            indent = len(lines[block.start]) - len(lines[block.start].lstrip()) + 4
            stop = block.end
            while stop < len(lines) and (not lines[stop].strip() or lines[stop][:indent].strip() == ""):
                stop += 1
            yield _candidate(block, title, stop, indent=indent)
        elif block.info:
            opened.append(block)
        elif opened:
            start = opened.pop()
            title = directive_title(start.info)
            if _may_ask(start, title):
                yield _candidate(start, title, block.start, closing=1)
    yield from _never_closed(opened, scan)


def _never_closed(opened: Sequence[Block], scan: Scan) -> Iterator[Candidate]:
    """Containers without an end, where one that was opened in them was closed with the line that was meant for them.

    They go up to the next that folds, or to the next heading.
    """
    left = [block for block in opened if block.marker[:1] == ":" and _may_ask(block, directive_title(block.info))]
    if not left:
        return
    ends = [
        block.start
        for block in scan.blocks
        if block.kind == "heading"
        or (
            block.kind == "directive"
            and block.info
            and block.marker[:1] == ":"
            and _FOLDS.match(block.info.lstrip("{ "))
        )
    ]
    for block in left:
        place = bisect_right(ends, block.start)
        yield _candidate(block, directive_title(block.info), ends[place] if place < len(ends) else len(scan.lines))


def _may_ask(block: Block, title: str) -> bool:
    return any(map(str.isalnum, title)) and (_FOLDS.match(block.info.lstrip("{ ")) is not None or title.endswith(ASKS))


_SEVERAL = 3
"""Admonitions that are called questions, beside which a note that asks only leads on: ``!!! tip "Looking for more?"``."""


def _is_question(block: Block) -> bool:
    return block.marker[:1] in {"!", "?"} and _FOLDS.match(block.info) is not None


def _others_fold(blocks: Sequence[Block], lines: Sequence[str]) -> bool:
    """Whether nearly all outermost directives that fold ask, so that ``??? tip "It fails"`` among them does too."""
    asking = others = 0
    for block in blocks:
        if block.marker[:1] == "?" and block.info and _is_outermost(block, lines):
            asks = _FOLDS.match(block.info) is not None or directive_title(block.info).endswith(ASKS)
            asking += asks or block.info[0] in "\"'"
            others += not asks
    return asking >= 2 and asking >= others


def _is_outermost(block: Block, lines: Sequence[str]) -> bool:
    return lines[block.start].startswith("?")


def _candidate(block: Block, title: str, stop: int, *, indent: int = 0, closing: int = 0) -> Candidate:
    text = strip_label(_ATTRIBUTES.sub("", title.strip()))
    return Candidate(block.start, block.end, PSEUDO_LEVEL, "container", text, stop=stop, indent=indent, closing=closing)
