"""Lines that a label makes questions: ``Q:`` and ``A:`` in one paragraph, and several ``Q:`` that have one answer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.definitionlists import joined
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import (
    answer_on_line,
    behind_question,
    has_answer_label,
    has_label,
    strip_answer_label,
    strip_label,
    strip_labels,
)
from faqtui.parsing.questions.terms import MOST_JOINED
from faqtui.parsing.questions.wording import names_part
from faqtui.patterns import pattern

_MARKS, _NEAR = " \t>", 3
"""What may stand in front of a label, and lines below a question in which the next is."""

_LONGEST = 5
"""Lines of a question in which an answer that begins behind it is looked for."""


MOST_PARAGRAPHS, _LONGEST_QUESTION = 3, 300
"""Paragraphs behind ``Q:`` and its own that may be part of the question, and characters of it all."""

MOST_IN_ONE = 40_000
"""Questions of one paragraph that are told apart; what follows them is text of the last."""

BOLD = ("**", "__")
"""What bold text begins with."""


_PROBLEM = pattern(r"[*_]{0,2}(?:\u95ee\u9898|\u554f\u984c)[ \t*_]{0,4}[:\uff1a]")
_COUNTED_ON = pattern(r"^[0-9]{1,4}[.)][ \t]{1,3}(?=\S)", re.MULTILINE)
"""The number of an item in a list, at the beginning of a line."""


def coded_lines(block: Block, indent: int) -> list[Candidate]:
    """The lines of a paragraph that are code and labelled, where it begins with one: what is below such a line answers it.

    `Q: Is it hot?`
    Yes.
    """
    lines = block.text.split("\n") if block.text[:1] == "`" and not block.quoted else []
    found = [(n, coded) for n, line in enumerate(lines) if has_label(coded := _coded(line))]
    return [
        Candidate(block.start + n, block.start + n + 1, PSEUDO_LEVEL, "q", strip_label(asked), indent=indent)
        for n, asked in (found if found and not found[0][0] else ())
    ]


def _coded(line: str) -> str:
    """What a line says that is nothing but code; empty where it is not."""
    bare = line.rstrip(" \t\\")
    return bare[1:-1] if bare.count("`") == 2 and bare[0] == bare[-1] == "`" else ""


def tells_problem(text: str, above: Block | None, below: Block | None) -> bool:
    """Whether a Chinese label means a problem: right below a heading, above the part of the answer that mends it.

    That stands on a line below it or in the next paragraph, and no other label does. A problem that counts is one of several.
    """
    label, *more = text.split("\n")
    if above is None or above.kind != "heading" or not _PROBLEM.match(label):
        return False
    if below is not None and below.kind == "paragraph":
        more.append(below.text)
    return any(map(names_part, more)) and not any(map(has_label, more))


def counted_on(block: Block, text: str) -> Block | None:
    """The lines of a paragraph from the first numbered question with a label on, without the numbers of these.

    A list that counts on does not end a paragraph, so that its questions are lines of the title above them.
    """
    if _COUNTED_ON.search(text, text.find("\n") + 1) is None:
        return None
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if (m := _COUNTED_ON.match(line)) and has_label(line[m.end() :])]
    if not starts:
        return None
    for number in starts:
        lines[number] = _COUNTED_ON.sub("", lines[number], count=1)
    start = starts[0]
    rest = "\n".join(lines[start:])
    return Block("paragraph", block.start + start, block.end, rest, block.depth, block.item, block.quoted)


def labelled_lines(block: Block, text: str, indent: int, below: Block | None) -> Iterator[Candidate]:
    """A paragraph beginning with ``Q:``; the same paragraph may hold ``A:`` lines and further questions.

    `text` is its text without targets of links, `below` the block that follows.
    """
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if has_label(line)][:MOST_IN_ONE]
    answers = [n for n, line in enumerate(lines) if has_answer_label(line)]
    joined_from = _joined_from(lines, starts, answers, below)
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        place = bisect_right(answers, start)
        answer = min(answers[place], end) if place < len(answers) else end
        first = joined_from.get(index)
        if first is not None:
            if first < 0:
                continue  # it is joined with the one below
            parts = pairwise([*starts[first : index + 1], answer])
            question = joined([strip_labels(" ".join(strip_label(" ".join(lines[at:to])).split())) for at, to in parts])
            start, tail = starts[first], ""  # noqa: PLW2901
        else:
            asked, tail = "\n".join(lines[start : min(answer, start + _LONGEST)]), ""
            if (split := answer_on_line(asked)) > 0:
                rest = behind_question(asked[split:])
                answer = start + 1 + asked.count("\n", 0, len(asked) - len(rest))
                asked, tail = asked[:split], strip_answer_label(rest.partition("\n")[0])
            else:
                if answer == end:
                    answer = start + _asked_lines(lines[start:end])
                asked = "\n".join(lines[start:answer])
            # The label may stand on a line of its own, in bold.
            question = strip_labels(" ".join(strip_label(asked.removesuffix("\\").replace("\n", " ")).split()))
        yield Candidate(
            block.start + start,
            block.start + answer,
            PSEUDO_LEVEL,
            "q",
            question,
            tail=tail,
            indent=indent,
            quoted=block.quoted,
        )


def share(candidates: Iterator[Candidate], lines: Sequence[str]) -> Iterator[Candidate]:
    """The candidates, in order, with questions that stand right above another as one with that, where ``A:`` answers it.

    Each has a paragraph of its own, and there is nothing but blank lines between them.
    """
    run: list[Candidate] = []
    for candidate in candidates:
        alone = candidate.style == "q" and not candidate.tail and candidate.stop is None
        if run and not (alone and run[-1].quoted == candidate.quoted and _below(run[-1], lines) == candidate.line):
            yield from _as_one(run, lines)
            run = []
        if alone:
            run.append(candidate)
        else:
            yield candidate
    yield from _as_one(run, lines)


def _below(question: Candidate, lines: Sequence[str]) -> int:
    """The next line that is not blank below a question; -1 where none is near."""
    near = range(question.after, min(len(lines), question.after + _NEAR))
    return next((number for number in near if lines[number].strip(_MARKS)), -1)


def _as_one(questions: list[Candidate], lines: Sequence[str]) -> list[Candidate]:
    """These as one question, where a label answers the last of them."""
    below = _below(questions[-1], lines) if 1 < len(questions) < MOST_JOINED else -1
    if below < 0 or not has_answer_label(lines[below].lstrip(_MARKS)):
        return questions
    return [replace(questions[-1], line=questions[0].line, text=joined([question.text for question in questions]))]


def _joined_from(
    lines: Sequence[str], starts: Sequence[int], answers: Sequence[int], below: Block | None
) -> dict[int, int]:
    """The questions (by their number) that are answered together with others above them, with the first of these.

    For those others it is -1. They stand one right below the other, and only below the last of them there is an answer.
    """
    found: dict[int, int] = {}
    if len(starts) < 2:
        return found
    ends = [*starts[1:], len(lines)]
    alone = [_is_alone(lines, start, end, answers) for start, end in zip(starts, ends, strict=True)]
    first = 0
    for index, lonely in enumerate(alone):
        if lonely and index + 1 < len(starts):
            continue
        answered = not lonely or (below is not None and below.kind != "heading" and not has_label(below.text))
        if answered and 0 < index - first < MOST_JOINED and _has_own_line(lines, starts[index], ends[index], answers):
            found.update(dict.fromkeys(range(first, index), -1))
            found[index] = first
        first = index + 1
    return found


def _is_alone(lines: Sequence[str], start: int, end: int, answers: Sequence[int]) -> bool:
    """Whether nothing in these lines, which begin with a question, answers it."""
    place = bisect_left(answers, start)
    return (place == len(answers) or answers[place] >= end) and _has_own_line(lines, start, end, answers)


def _has_own_line(lines: Sequence[str], start: int, end: int, answers: Sequence[int]) -> bool:
    """Whether a question is all of its lines: nothing that answers it stands behind it, or below it without a label."""
    place = bisect_left(answers, start)
    until = min(end, answers[place]) if place < len(answers) else end
    if until - start > _LONGEST or answer_on_line("\n".join(lines[start:until])) >= 0:
        return False
    return until < end or _asked_lines(lines[start:end]) == end - start


def _asked_lines(lines: Sequence[str]) -> int:
    """How many of the lines from one that is labelled are the question: up to the first question mark, if no other ends them.

    Where no mark does, it is up to the name of a part of an answer.
    """
    if lines[-1].rstrip(" *_\\").endswith(ASKS):
        return len(lines)
    for number, line in enumerate(lines[:_LONGEST], 1):
        if line.rstrip(" *_\\").endswith(ASKS) or (number < len(lines) and names_part(lines[number])):
            return number
    return len(lines)


def go_on(question: Candidate, block: Block, below: Sequence[Block]) -> None:
    """Let the last question of a block take in the paragraphs below it that stand above the one that begins with ``A:``.

    They stand beside the question, or with that one in the quotation that is the answer to it.
    """
    if question.tail or question.after < block.end:
        return
    place = next((n for n, other in enumerate(below) if other.kind != "paragraph" or _is_labelled(other.text)), 0)
    more = below[:place]
    text = " ".join([question.text, *(" ".join(other.text.split()) for other in more)])
    quoted = bool(more) and not block.quoted and below[place].quoted
    beside = all(
        other.quoted if quoted else other.depth == block.depth and not other.quoted and other.text[:2] not in BOLD
        for other in more
    )
    if more and beside and has_answer_label(below[place].text) and len(text) <= _LONGEST_QUESTION:
        question.text, question.after = text, below[place].start if quoted else more[-1].end


def _is_labelled(text: str) -> bool:
    return has_label(text) or has_answer_label(text)
