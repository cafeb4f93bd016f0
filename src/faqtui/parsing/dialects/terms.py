"""Definition lists (PHP Markdown Extra): a line, and what explains it after a colon."""

from __future__ import annotations

from collections.abc import Iterator

from faqtui.parsing.blocks import Block
from faqtui.parsing.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.scan import Scan
from faqtui.parsing.wording import strip_label


def terms(scan: Scan) -> Iterator[Candidate]:
    """The terms of a document."""
    previous: Block | None = None
    for block in scan.blocks:
        if block.kind != "paragraph" or block.depth:
            previous = None
            continue
        first, _, rest = block.text.partition("\n")
        if rest.startswith(": ") and not first.startswith(": "):
            yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "term", strip_label(first))
        elif first.startswith(": ") and previous is not None and block.start - previous.end <= 1:
            text = " ".join(previous.text.split())
            yield Candidate(previous.start, previous.end, PSEUDO_LEVEL, "term", strip_label(text))
        previous = None if first.startswith(": ") or "\n" in block.text else block
