"""Callouts that are titled: ``> [!faq]- When is it?``, as Obsidian writes them; their answer is the quotation.

GitHub's alerts (``> [!NOTE]``) have no title, and are part of answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.letters import ASKS
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import strip_label
from faqtui.patterns import pattern

_OPENING = pattern(r"\[!([A-Za-z][\w-]{0,30})(?:\|[^\]\n]{0,60})?\]([-+]?)[ \t]+(\S[^\n]*)")
_ASKING = frozenset({"faq", "help", "question"})


def callouts(scan: Scan) -> Iterator[Candidate]:
    """The callouts of a document that are of a kind that asks, or whose title does."""
    lines = scan.lines
    reach = 0
    for block in scan.blocks:
        if not block.quoted or block.kind != "paragraph" or block.start < reach or not block.text.startswith("[!"):
            continue
        found = _OPENING.match(block.text)
        if found is None:
            continue
        title = found[3].strip()
        if found[1].lower() not in _ASKING and not title.endswith(ASKS):
            continue
        stop = block.start + 1
        while stop < len(lines) and lines[stop].lstrip().startswith(">") and not _begins(lines[stop]):
            stop += 1
        reach = stop
        yield Candidate(
            block.start, block.start + 1, PSEUDO_LEVEL, "container", strip_label(title), stop=stop, quoted=True
        )


def _begins(line: str) -> bool:
    """Whether a line of a quotation begins another callout beside the one above it."""
    stripped = line.lstrip()[1:].lstrip()
    return stripped.startswith("[!") and re.match(r"\[!(?:faq|help|question)\]", stripped, re.IGNORECASE) is not None
