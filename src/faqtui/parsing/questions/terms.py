"""Definition lists: a line and what explains it after a colon (PHP Markdown Extra), or ``<dt>`` and ``<dd>`` of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.definitionlists import joined, mark
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.wording import strip_labels
from faqtui.patterns import pattern

MOST_JOINED = 4
"""Terms, or questions, that may stand above one meaning or answer."""

_DT = pattern(r"<dt\b[^<>]*>((?:[^<]|<(?!/?d[tl]\b)){1,1000})</dt\s*>|</dl\s*>", re.IGNORECASE)


def terms(scan: Scan) -> Iterator[Candidate]:
    """The terms of a document."""
    yield from _html_terms(scan)
    previous: Block | None = None
    for block in scan.blocks:
        line = scan.lines[block.start].lstrip(" ")
        if previous is not None and block.depth and line.startswith(":") and mark(line):
            text = joined([strip_labels(term.strip()) for term in previous.text.split("\n")])
            yield Candidate(previous.start, previous.end, PSEUDO_LEVEL, "term", text)
        several = block.kind == "paragraph" and "\n" in block.text and block.text.count("\n") >= MOST_JOINED
        previous = None if block.kind != "paragraph" or block.depth or several else block


def _html_terms(scan: Scan) -> Iterator[Candidate]:
    """Terms that begin their line, up to the next one or to the end of the list; of two on a line the first."""
    last: Candidate | None = None
    for block in scan.blocks:
        if block.kind not in {"html", "paragraph"} or "<" not in block.text:
            continue
        for offset, line in enumerate(block.text.split("\n")):
            number = block.start + offset
            match = _DT.search(line) if "<dt" in line.lower() or "</dl" in line.lower() else None
            if match is None:
                continue
            if last is not None:
                last.stop, last.head = number, line[: match.start()].strip()
                yield last
            last = None
            if match[1] and match[1].strip():
                text, tail = strip_labels(" ".join(match[1].split())), line[match.end() :].strip()
                last = Candidate(number, number + 1, PSEUDO_LEVEL, "term", text, tail=tail)
