"""Definition lists: a line and what explains it after a colon (PHP Markdown Extra), or ``<dt>`` and ``<dd>`` of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.definitionlists import joined, mark
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import has_answer_label, has_label, strip_labels
from faqtui.parsing.questions.noise import is_contents_block
from faqtui.patterns import pattern

MOST_JOINED = 4
"""Terms, or questions, that may stand above one meaning or answer."""

_DT = pattern(r"<dt\b[^<>]*>((?:[^<]|<(?!/?d[tl]\b)){1,1000})</dt\s*>|</dl\s*>", re.IGNORECASE)


def terms(scan: Scan) -> Iterator[Candidate]:
    """The terms of a document. What follows a list of them is part of its last answer only where so it is with others too."""
    yield from _html_terms(scan)
    found: list[Candidate] = []
    tails: dict[int, int] = {}  # the line on which something follows the meaning of the last term before a heading
    previous: Block | None = None
    behind: Block | None = None  # the first block behind the last meaning
    between = 0
    slipped = False
    for block in scan.blocks:
        line = scan.lines[block.start].lstrip(" ")
        if (
            previous is not None
            and block.depth
            and line.startswith(":")
            and mark(line)
            and not is_contents_block(block)
        ):
            text = joined([strip_labels(term.strip()) for term in previous.text.split("\n")])
            slipped = slipped or (len(found) > 0 and between > 1 and len(found) - 1 not in tails)
            found.append(Candidate(previous.start, previous.end, PSEUDO_LEVEL, "term", text))
            behind, between = None, 0
        elif not block.depth:
            between += 1
            if behind is None:
                behind = block
            if block.kind == "heading" and found:
                tails.setdefault(len(found) - 1, behind.start)
        several = block.kind == "paragraph" and "\n" in block.text and block.text.count("\n") >= MOST_JOINED
        previous = None if block.kind != "paragraph" or block.depth or several else block
    if found and behind is not None:
        tails.setdefault(len(found) - 1, behind.start)
    if found and _side(found[0].text) == "q" and (asked := _labelled(found, scan)):
        yield from asked
        return
    if len(found) > 1 and not slipped:
        for place, stop in tails.items():
            found[place].stop = stop
    yield from found


def _side(term: str) -> str:
    """Which of the two a term is that is nothing but a label: "q" or "a"; "" for any other."""
    label = term.strip("*_:. \t") + ": "
    return "q" if has_label(label + "?") else "a" if has_answer_label(label) else ""


def _labelled(found: Sequence[Candidate], scan: Scan) -> list[Candidate]:
    """The questions of a list whose terms are labels only: each is what the first means, and its answer what the second does.

    Q
    :   Is it hot?

    A
    :   Yes.
    """
    sides = "".join([_side(term.text) for term in found])
    if sides != "qa" * (len(found) // 2) or len(found) % 2:
        return []
    asked: list[Candidate] = []
    for question, answer in zip(found[::2], found[1::2], strict=True):
        lines = [line.strip() for line in scan.lines[question.after : answer.line]]
        text = " ".join([line.removeprefix(":").strip() for line in lines if line])
        asked.append(Candidate(question.line, answer.after, PSEUDO_LEVEL, "term", text, asks=True))
    return asked


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
