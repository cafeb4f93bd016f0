"""Lines that a letter makes questions where others that ask begin with it: ``P: Mi pantalla parpadea``."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest

from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import has_answer_label, has_answer_letter, letter, strip_letter

_LONGEST = 5
"""Lines of a paragraph that are the question, at most."""


def lettered(found: Sequence[Candidate], scan: Scan, known: Container[str]) -> Iterator[Candidate]:
    """The paragraphs that begin with a letter that is `known` to make questions, and are answered below.

    Titles among the candidates that were `found` are taken for questions without an answer that is labelled.
    """
    for candidate in found:
        if candidate.asks or candidate.style not in {"heading", "bold"}:
            continue
        if letter(candidate.text) in known and (text := strip_letter(candidate.text)):
            candidate.text, candidate.asks = text, True
    lines = {candidate.line for candidate in found}
    for block, below in zip_longest(scan.blocks, scan.blocks[1:]):
        if block.kind == "paragraph" and block.start not in lines and not block.depth and letter(block.text) in known:
            yield from _answered(block, below)


def _answered(block: Block, below: Block | None) -> Iterator[Candidate]:
    """A paragraph up to the line that a label makes its answer: the first of what stands below it, or one of its own."""
    lines = block.text.split("\n", _LONGEST)[:_LONGEST]
    end = next((number for number, line in enumerate(lines) if number and _answers(line)), 0)
    if not end and (block.end - block.start > _LONGEST or below is None or not _answers(below.text)):
        return
    text = strip_letter(" ".join(" ".join(lines[: end or None]).split()))
    after = block.start + end if end else block.end
    yield Candidate(block.start, after, PSEUDO_LEVEL, "q", text, quoted=block.quoted, asks=True)


def _answers(text: str) -> bool:
    line = text.partition("\n")[0]
    return has_answer_label(line) or has_answer_letter(line)
