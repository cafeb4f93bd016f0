"""Elements of which one is a question and the next its answer.

Components: ``<Question>How?</Question>`` and ``<Answer>So.</Answer>``, ``<FaqQuestion>``, ``<Q>``. HTML that says so by its
classes: ``<div class="faq-question">``, ``<p class="answer">``. Around them stands what they please.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faqtui.markdown.scan import Scan
from faqtui.markdown.tags import TAG, attributes
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.elements.folds import TAG_OR_SPACE, between
from faqtui.parsing.questions.labels import strip_label
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

_MAY_ASK = pattern(r"<(?:Q\b|[\w.-]{0,40}question\b|[a-z]{1,10}\d?\s[^<>]{0,200}\bclass(?:Name)?=)", re.IGNORECASE)
_NAME = pattern(r"(?:faq|qa|accordion)?[.-]?(?:(question)|(answer))")
_CLASS = pattern(r"(?:[a-z]{1,20}[_-]{1,2})?(?:(question|q)|(answer|a))")
_LONGEST_TITLE = 1_000
"""Characters of a question with the tags in it."""


class _Mark(NamedTuple):
    """A tag where it stands: line, columns, name as written, whether it closes; what it begins: "question", "answer", ""."""

    line: int
    start: int
    end: int
    name: str
    closes: bool
    role: str


def paired(scan: Scan) -> Iterator[Candidate]:
    """The questions of a document that are written so, in order."""
    texts: dict[int, str] = {}
    marks: list[_Mark] = []
    indents: dict[int, int] = {}
    for block in scan.blocks:
        if block.kind not in {"html", "paragraph"} or "<" not in block.text or block.quoted:
            continue
        if not marks and _MAY_ASK.search(block.text) is None:
            continue
        indent = block.item.indent if block.item is not None else 0
        for offset, line in enumerate(block.text.split("\n")):
            if "<" in line:
                number = block.start + offset
                texts[number], indents[number] = line, indent
                marks += _marks(number, line)
    if not any(mark.role == "answer" for mark in marks):
        return
    ends = _ends(marks)
    place = 0
    while place < len(marks):
        asked = ends.get(place) if marks[place].role == "question" else None
        answer = None if asked is None else _answer(marks, asked, texts, scan.lines)
        last = None if answer is None else ends.get(answer)
        if asked is None or answer is None or last is None:
            place += 1
            continue
        begun, opened, closed = marks[place], marks[answer], marks[last]
        title = between(texts, scan.lines, (begun.line, begun.end), (marks[asked].line, marks[asked].start))
        text = strip_label(" ".join(title.split()))
        first_of, place = place, last + 1
        if not any(map(str.isalnum, text)) or len(title) > _LONGEST_TITLE:
            continue
        first = not any(mark.line == begun.line for mark in marks[max(0, first_of - 1) : first_of])
        before = texts[begun.line][: begun.start].strip() if first else ""
        tail, head = texts[opened.line][opened.end :], texts[closed.line][: closed.start]
        if opened.line == closed.line:
            tail, head = texts[opened.line][opened.end : closed.start], ""
        yield Candidate(
            begun.line,
            opened.line + 1,
            PSEUDO_LEVEL,
            "container",
            text,
            tail=tail.strip(),
            stop=closed.line,
            head=head.strip(),
            indent=indents[begun.line],
            closing=1,
            beside=(
                *([(begun.line, before)] if TAG_OR_SPACE.sub("", before) else ()),
                *_beside(
                    marks, closed, texts[closed.line], place, taken=closed.line == opened.line or bool(head.strip())
                ),
            ),
            asks=True,
        )


def _beside(
    marks: Sequence[_Mark], closed: _Mark, line: str, place: int, *, taken: bool
) -> tuple[tuple[int, str], ...]:
    """What stands behind an answer on its line, before the next question: text of what is around both.

    A line that is not `taken`, by the answer or that question, is read as all others are.
    """
    following = next((mark for mark in marks[place : place + _FEW] if mark.role == "question"), None)
    another = following is not None and following.line == closed.line
    said = line[closed.end : following.start if following is not None and another else len(line)].strip()
    return ((closed.line, said),) if (taken or another) and TAG_OR_SPACE.sub("", said) else ()


def _marks(number: int, line: str) -> Iterator[_Mark]:
    for found in TAG.finditer(line):
        if not found[0].endswith("/>"):
            yield _Mark(
                number,
                found.start(),
                found.end(),
                found[2],
                bool(found[1]),
                "" if found[1] else _role(found[2], found[3]),
            )


def _role(name: str, rest: str) -> str:
    """What an element is by its name or, if it is one of HTML's, by its class."""
    if name in {"Q", "A"} and not rest.strip():
        return "question" if name == "Q" else "answer"
    found = _NAME.fullmatch(name.lower())
    if found is not None and "=" not in rest:
        return "question" if found[1] else "answer"
    if "class" not in rest:
        return ""
    given = attributes(rest)
    for word in (given.get("class") or given.get("classname") or "").lower().split():
        said = _CLASS.fullmatch(word)
        if said is not None:
            return "question" if said[1] else "answer"
    return ""


def _ends(marks: Sequence[_Mark]) -> dict[int, int]:
    """For the place of each tag that begins a question or an answer, the place of the tag that ends it."""
    opened: dict[str, list[int]] = {}
    ends: dict[int, int] = {}
    for place, mark in enumerate(marks):
        places = opened.setdefault(mark.name, [])
        if not mark.closes:
            places.append(place)
        elif places:
            begun = places.pop()
            if marks[begun].role:
                ends[begun] = place
    return ends


def _answer(marks: Sequence[_Mark], asked: int, texts: dict[int, str], lines: Sequence[str]) -> int | None:
    """The place of the tag that begins the answer to the question that ends at a place: nothing but tags stand between."""
    for place in range(asked + 1, min(asked + 1 + _FEW, len(marks))):
        if marks[place].role == "answer":
            start, end = marks[asked], marks[place]
            said = between(texts, lines, (start.line, start.end), (end.line, end.start))
            return None if TAG_OR_SPACE.sub("", said) else place
        if marks[place].role:
            return None
    return None


_FEW = 8
"""Tags that may stand between a question and its answer."""
