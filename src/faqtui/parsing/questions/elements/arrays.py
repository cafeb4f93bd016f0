"""Components that are given their questions as data: ``<FAQ items={[{ question: "When?", answer: "Now." }]} />``.

What is exported for such a component is read by `faqtui.parsing.questions.elements.exported`, and its arrays are written alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import strip_label
from faqtui.patterns import pattern

_BEGINS = pattern(r"<[A-Z][\w.]{0,80}(?:\s[^<>{}]{0,400})?\s[A-Za-z]\w{0,40}=\{\s{0,200}(?=\[)")
_ENDS = pattern(r"\s{0,200}\}(?:\s[^<>{}]{0,400})?(?:/>|>\s{0,200}</[A-Z][\w.]{0,80}>)")
_FAILURES = 20
"""Arrays that are no literals, after which no further ones are tried: each is read up to where that shows."""


def given(scan: Scan) -> Iterator[Candidate]:
    """The questions of the arrays in a document, in order, and the categories that these name."""
    text, offsets, reach, failures = "", [0], 0, 0
    for block in scan.blocks:
        if block.kind not in {"html", "paragraph"} or "={" not in block.text or block.quoted or block.start < reach:
            continue
        found = _BEGINS.match(block.text.lstrip())
        if found is None or failures > _FAILURES:
            continue
        from faqtui.parsing.questions.elements import exported  # of no use to most starts

        if not text:
            text = "\n".join(scan.lines)
            offsets = [0, *accumulate(len(line) + 1 for line in scan.lines)]
        begun = offsets[block.start] + scan.lines[block.start].find("<")
        opening = _BEGINS.match(text, begun)
        read = None if opening is None else exported.array(text, opening.end(), block.start, offsets[block.start])
        end = None if read is None else _ENDS.match(text, read.end)
        if read is None or end is None or not read.sections:
            failures += 1
            continue
        reach = block.start + text.count("\n", offsets[block.start], end.end()) + 1
        path: tuple[str, ...] = ()
        for number, section in enumerate(read.sections):
            line = section.start if number else block.start
            stop = section.end if number + 1 < len(read.sections) else reach
            if section.path and section.path != path:
                yield Candidate(line, line, PSEUDO_LEVEL - 1, "heading", section.path[-1])
            path = section.path
            answer = "\n".join(written for _, written in section.lines)
            title = strip_label(section.question)
            # The next may begin on the line on which this one ends.
            yield Candidate(
                line, stop, PSEUDO_LEVEL, "container", title, tail=answer, stop=stop - 1, closing=1, asks=True
            )
