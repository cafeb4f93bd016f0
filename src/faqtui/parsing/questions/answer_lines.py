"""The lines that answer a question: cut out, without the marks and indentation of what they stand in, and without noise.

Where questions are, and where the next one begins, is `segment`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from itertools import pairwise, takewhile

from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.definitionlists import mark
from faqtui.markdown.line_starts import dedented
from faqtui.parsing.questions import noise, trailers
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.labels import has_answer_label, strip_answer_label, strip_answer_letter
from faqtui.parsing.questions.navigation_lines import is_row
from faqtui.patterns import pattern

_EMPHASIS = frozenset("*_")
_AROUND_LABEL = "*_: "
_LONGEST_LABEL, _NEXT = 24, 2
"""Characters of a label in emphasis that is a paragraph, and how many lines below it the answer begins."""

_SEPARATOR = pattern(r" {0,3}(?:-{10,}|={10,}|_{10,}|\*{10,})[ \t]*$")
"""What parts an answer from the next question; right below a paragraph it would make a heading of that."""

_BREAKS = pattern(r"\s*(?:<br[ \t]*/?>[ \t]*)+$", re.IGNORECASE)
"""A line of breaks alone, at the end of an answer or, in a fold, at its beginning."""

_FRAMES = pattern(
    r"[ \t]*(?:<(?:dd|dl|dt|div|li|ol|p|section|table|tbody|td|tr|ul)(?:[ \t][^<>]{0,200})?>[ \t]{0,8}){1,6}$",
    re.IGNORECASE,
)
"""A line of nothing but what opens a list or a table, at the end of an answer: the next question stands in it."""

_CLOSING = pattern(r"[ \t]*(?:</[A-Za-z][\w-]{0,20}>[ \t]{0,8}){1,8}$")

_OPENING = pattern(r"(?:[ \t]{0,20}<(?:dd|p|div|span)\b[^<>]{0,200}>[ \t]{0,20}){0,5}", re.IGNORECASE)
"""The tags that a meaning begins with."""

_BOLD_LABEL = pattern(r"<(b|strong)>([^<>\n]{1,30})</\1>", re.IGNORECASE)
_FIRST, _SECOND, _NEAR = pattern(r"\W{0,6}A[.)]"), pattern(r"\W{0,6}B[.)]"), 12
"""What begins the first and the second of lettered answers, and lines in which the second is looked for."""

_RULE = pattern(r"[ \t]+[-=_]{3,}[ \t]*$|[ \t]*$")
"""What is drawn below an answer of plain text, to the right of the margin, and blank lines."""

_LISTED = pattern(r"\s{1,40}(?:[-*+]|\d{1,3}[.)])[ \t]+\w")
"""An item of a list."""

_QUOTE = pattern(r" {0,3}>[ \t]?")
"""What begins a quotation, in which an answer may stand."""

_LATE = 24
"""Lines of what a question quotes, below which the label of its answer is looked for."""

_LEADING_ON = (":", "...", "\u2026", "\uff1a")
"""What the text of a question ends with that goes on below it."""

_CODE = 4
"""Columns that code is indented by."""

_BULLETS = pattern(r"(?: {0,3}[-*+][ \t]{1,9}){1,3}")
"""The bullets in front of an answer, which may be an item in an item."""


def answer_lines(
    lines_of: Sequence[str],
    blocks_of: Callable[[int, int], list[Block]],
    marker: Candidate,
    stop: int,
    echoes: Container[int],
) -> list[tuple[int, str]]:
    """The answer's lines as (source line, text), from after the question up to `stop` or to where its container is closed.

    `lines_of` are those of the document, `blocks_of` gives the blocks that begin in a range of them, and `echoes` are the
    lines of headings that say nothing.
    """
    limit = stop if marker.stop is None else min(stop, marker.stop)
    blocks = blocks_of(marker.after, limit)
    end = _end_of_text(lines_of, blocks, marker, limit, echoes)
    begin = _begin_of_text(lines_of, blocks, marker)
    lines = _taken_out([(number, lines_of[number]) for number in range(begin, end)], marker)
    if marker.tail:
        lines.insert(0, (max(marker.line, marker.after - 1), marker.tail))
    if marker.head and marker.stop is not None and marker.stop < stop:
        lines.append((marker.stop, marker.head))
    in_code = bool(blocks) and blocks[-1].kind in {"fence", "raw"}
    _drop_blank(lines, marker, in_code=in_code)
    return _without_answer_label(_flush(lines, marker, in_code=in_code), marker, lines_of[marker.line])


def _end_of_text(
    lines_of: Sequence[str], blocks: list[Block], marker: Candidate, limit: int, echoes: Container[int]
) -> int:
    """Where an answer ends that may go on to `limit`: before blocks that are noise, which are taken from `blocks`."""
    end = limit
    if marker.style == "item" and marker.stop is not None:
        return end
    opened: noise.Opened | None = None
    while blocks:
        last, alone = blocks[-1], len(blocks) == 1
        at_end_of_page = not any(map(str.strip, lines_of[limit : limit + 50]))
        is_navigation = not alone and last.kind == "paragraph" and at_end_of_page and is_row(last.text)
        if not (noise.trims_answer(last, alone=alone) or last.start in echoes or is_navigation):
            break
        if "</" in last.text:
            opened = opened or noise.Opened(marker.after, lines_of[marker.after : last.start])
            if opened.are_closed_by(last.text, last.start):
                break
        end = blocks.pop().start
    if blocks and not any(lines_of[number].strip() for number in range(limit, len(lines_of))):
        begun = bool(marker.tail) or any(map(str.strip, lines_of[marker.after : blocks[0].start]))
        said = trailers.begin(blocks, marker.plain, begun=begun)
        if said < len(blocks):
            end = blocks[said].start
            del blocks[said:]
            while len(blocks) > 1 and noise.trims_answer(blocks[-1]):  # what stands above it leads to other pages
                end = blocks.pop().start
    return end


def _begin_of_text(lines_of: Sequence[str], blocks: list[Block], marker: Candidate) -> int:
    """Where an answer begins: behind lines drawn below the question and what leads back, which are taken from `blocks`."""
    begin = marker.after
    while blocks and blocks[0].kind == "rule" and not any(line.strip() for line in lines_of[begin : blocks[0].start]):
        begin = blocks.pop(0).end
    if len(blocks) > 1 and not marker.tail and blocks[0].kind == "paragraph" and noise.is_contents_line(blocks[0].text):
        begin = blocks.pop(0).end
    return begin


def _taken_out(lines: list[tuple[int, str]], marker: Candidate) -> list[tuple[int, str]]:
    """Lines without the marks and the indentation of the containers that the question stands in."""
    if marker.quoted:
        lines = _unquoted(lines)
    indent = marker.indent
    if marker.style == "container" or indent < 0:
        while indent < 0 and lines and _RULE.match(lines[-1][1]):
            lines = lines[:-1]
        indent = _least_indent(lines)
        if indent < 4 and any("\t" in text[:indent] for _, text in lines):
            indent = 0  # so little means nothing, and would take a part of a tab
    return _dedented(lines, indent) if indent else lines


def _drop_blank(lines: list[tuple[int, str]], marker: Candidate, *, in_code: bool) -> None:
    """Drop the lines at both ends that say nothing; at the end of code (`in_code`) only those that are blank."""
    while lines and (not (text := lines[-1][1]).strip() or (not in_code and _says_nothing(text))):
        lines.pop()
    if marker.style in {"bold", "q"} and lines and not in_code and _CLOSING.match(lines[-1][1]):
        _drop_ends(lines)
    skip = 0
    while skip < len(lines) and (
        not (text := lines[skip][1].strip()) or noise.is_attributes(text) or _BREAKS.fullmatch(text) is not None
    ):
        skip += 1
    del lines[:skip]


def _flush(lines: list[tuple[int, str]], marker: Candidate, *, in_code: bool) -> list[tuple[int, str]]:
    """An answer that hangs behind a mark, or is indented by more than it needs, from the first column on.

    With `in_code` it ends with code.
    """
    if not lines:
        return lines
    first, text = lines[0]
    if text.startswith(":") and _is_meaning(marker, text):
        lines = _meaning(lines)
    elif marker.style in {"item", "bold"} and marker.indent and text.startswith(" "):
        columns = _least_indent(lines)
        # A list that is indented by a little more than it needs, or a line right below that goes on with the paragraph.
        if columns < 4 or first == marker.after:
            lines = _dedented(lines, columns)
    elif marker.style == "q" and not marker.tail and first == marker.after and text.startswith((" ", "\t")):
        lines = _dedented(lines, _least_indent(lines))  # it goes on with the paragraph of the question
    elif marker.style in {"heading", "item"} and not marker.indent and text.startswith(" ") and not in_code:
        columns = _least_indent(lines)
        if columns < 4:  # less than code, below a title whose number is wide
            lines = _dedented(lines, columns)
    quote = _QUOTE.match(lines[0][1]) if marker.style in {"q", "bold", "item", "heading"} else None
    if quote is not None and has_answer_label(lines[0][1][quote.end() :]):
        lines = _unquoted(lines)
    if marker.style in {"q", "bold", "item"}:
        bullets = _BULLETS.match(lines[0][1])
        if bullets is not None and has_answer_label(lines[0][1][bullets.end() :]):
            columns = bullets.end()
            lines = [(lines[0][0], lines[0][1][columns:]), *_dedented(lines[1:], columns)]
    return lines


def _meaning(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The meaning of a term without its colon; a further one is a paragraph of the answer."""
    first, text = lines[0]
    rest = text[1:].lstrip()
    columns = len(text) - len(rest)
    meaning = [(first, rest)]
    for number, text in lines[1:]:
        if further := mark(text):
            meaning += [(number, ""), (number, further[1])] if meaning[-1][1] else [(number, further[1])]
        else:
            meaning.append((number, dedented(text, columns)))
    return meaning


def _without_answer_label(lines: list[tuple[int, str]], marker: Candidate, question: str) -> list[tuple[int, str]]:
    """An answer without the ``A:`` or the letter that it begins with; `question` is the line that asks."""
    if not lines:
        return lines
    number, text = lines[0]
    below = next((place for place, (_, line) in enumerate(lines[1 : _NEXT + 1], 1) if line.strip()), 0)
    if below and lines[below][1].startswith(":") and mark(lines[below][1]) and _is_term_of_answer(text):
        return _meaning(lines[below:])
    if text.lstrip()[:1] in _EMPHASIS and _is_bare_label(lines):
        return lines[2:]
    if text[:1] == "#":
        return _without_title(lines)
    if marker.style in {"q", "bold", "heading", "item", "container"} and not _are_options(lines):
        stripped = strip_answer_letter(strip_answer_label(text.strip(), _rest_of_paragraph(lines)), question)
        if stripped != text.strip():
            lines = _hung(lines, text.rstrip().rfind(stripped)) if marker.style == "q" else lines
            lines[0] = (number, stripped)
            while lines and not lines[0][1].strip():
                lines.pop(0)
        elif marker.style in {"container", "q"} and "<" in text:
            lines = _without_label(lines)
        elif marker.asks or marker.plain.endswith(_LEADING_ON):
            return _without_late_label(lines)
    elif marker.style == "term" and "<" in text:
        lines = _without_label(lines)
    elif marker.style == "term" and text.lstrip().startswith(("**", "__", "ANSWER")):
        stripped = strip_answer_label(text.strip(), _rest_of_paragraph(lines))
        lines[0] = (number, stripped)
        while lines and not lines[0][1].strip():
            lines.pop(0)
    return lines


def _without_late_label(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines without the label of the answer where nothing but code stands above it, which the question quotes.

    Q: It says:

        no such file

    A: There is none.
    """
    fence = ""
    for place, (number, text) in enumerate(lines[:_LATE]):
        bare = text.strip()
        if fence or bare.startswith(("```", "~~~")):
            fence = "" if fence and bare.startswith(fence) else fence or bare[:3]
        elif bare and _indent(text) < _CODE:
            if not place or not has_answer_label(bare):
                break
            return [
                *lines[:place],
                (number, strip_answer_label(bare, _rest_of_paragraph(lines[place:]))),
                *lines[place + 1 :],
            ]
    return lines


def _is_bare_label(lines: list[tuple[int, str]]) -> bool:
    """Whether a paragraph above an answer says nothing but that this is one, in bold or in italics: ``**Answer**``."""
    text = lines[0][1].strip()
    if len(text) > _LONGEST_LABEL or len(lines) <= _NEXT or lines[1][1].strip() or not lines[_NEXT][1].strip():
        return False
    word = text.strip("*_")
    sign = text[: (len(text) - len(word)) // 2]
    return bool(word) and text == f"{sign}{word}{sign}" and _is_label(word)


def _without_title(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """An answer whose first line is a heading: without one that says that this is the answer, as text where it has a label.

    #### Answer
    #### A: It is.
    """
    number, text = lines[0]
    said = text.lstrip("#")
    if said[:1] not in {" ", "\t"}:
        return lines
    said = said.strip().rstrip("#").rstrip()
    if len(said) <= _LONGEST_LABEL and not strip_answer_label(f"{said.strip(_AROUND_LABEL)}:").strip():
        behind = next((place for place, (_, line) in enumerate(lines) if place and line.strip()), 0)
        return lines[behind:] if behind else lines
    stripped = strip_answer_label(said)
    return [(number, stripped), *lines[1:]] if stripped not in {said, ""} else lines


def _is_term_of_answer(text: str) -> bool:
    """Whether the term of a definition says no more than that this is the answer."""
    word = text.strip(" \t*_:")
    return len(word) <= _LONGEST_LABEL and _is_label(word)


def _is_label(word: str) -> bool:
    """Whether a text is a label without its colon: "Answer", and not "A: all of it"."""
    return word[-1:].isalpha() and has_answer_label(f"{word}:") and not has_answer_label(word)


def _rest_of_paragraph(lines: list[tuple[int, str]]) -> str:
    """The lines of a paragraph below its first one, as far as emphasis that begins in it may go."""
    return "\n".join(takewhile(str.strip, (text for _, text in lines[1:_NEAR])))


def _hung(lines: list[tuple[int, str]], columns: int) -> list[tuple[int, str]]:
    """The lines below a label, dedented as far as the text behind it where they hang below that, up to one that does not."""
    stop = next((n for n, (_, text) in enumerate(lines) if n and text.strip() and _indent(text) < columns), len(lines))
    below = [text for _, text in lines[1:stop] if text.strip()]
    if not below:
        return lines
    deeper = min(map(_indent, below))
    if deeper == columns < _CODE and any(_CODE <= _indent(text) < columns + _CODE for text in _begun(lines[1:stop])):
        return lines  # so little means nothing, and would take from code what makes it that
    if deeper > columns:
        if not _LISTED.match(below[0]):
            return lines  # they stand by themselves: code
        columns = deeper
    return [(number, dedented(text, columns) if 0 < n < stop else text) for n, (number, text) in enumerate(lines)]


def _begun(lines: Sequence[tuple[int, str]]) -> list[str]:
    """The lines with a text below a blank one."""
    return [text for (_, above), (_, text) in pairwise(lines) if text.strip() and not above.strip()]


def _says_nothing(line: str) -> bool:
    """Whether the last line of an answer only parts it from what follows."""
    return bool(_SEPARATOR.match(line) or _BREAKS.match(line) or _FRAMES.match(line))


def _drop_ends(lines: list[tuple[int, str]]) -> None:
    """Drop the last lines of an answer that only close what stands around it."""
    opened = noise.Opened(lines[0][0], [text for _, text in lines])
    while lines and (not lines[-1][1].strip() or _CLOSING.match(lines[-1][1])):
        number, text = lines[-1]
        if opened.are_closed_by(text, number):
            return
        lines.pop()


def _are_options(lines: list[tuple[int, str]]) -> bool:
    """Whether an answer begins with the first of several that are lettered: "A. One", "B. Two"."""
    return _FIRST.match(lines[0][1]) is not None and any(_SECOND.match(text) for _, text in lines[1:_NEAR])


def _without_label(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines of a ``<dd>`` or ``<p>`` without the label that its text begins with, on the line of the tag or on the next."""
    for place, (number, text) in enumerate(lines[:2]):
        opened = _OPENING.match(text)
        begin = (opened.end() if opened is not None else 0) or len(text) - len(text.lstrip())
        if text[begin:].strip():
            bold = _BOLD_LABEL.match(text, begin)
            written = f"**{bold[2]}**{text[bold.end() :]}" if bold is not None else text[begin:]
            if has_answer_label(written):
                return [*lines[:place], (number, text[:begin] + strip_answer_label(written)), *lines[place + 1 :]]
            break
    return lines


def _is_meaning(marker: Candidate, line: str) -> bool:
    """Whether an answer begins as the meaning of a term does: that of a term which a label or bold makes a question, too."""
    return marker.style == "term" or (marker.style in {"q", "bold"} and mark(line) is not None)


def _unquoted(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines that begin in a quotation, without its marks up to where it ends."""
    found: list[tuple[int, str]] = []
    for place, (number, text) in enumerate(lines):
        stripped = text.lstrip()
        if not stripped.startswith(">"):
            return found + lines[place:]
        found.append((number, stripped[1:].removeprefix(" ")))
    return found


def _dedented(lines: list[tuple[int, str]], columns: int) -> list[tuple[int, str]]:
    return [(number, dedented(text, columns)) for number, text in lines]


def _least_indent(lines: list[tuple[int, str]]) -> int:
    """The columns that all lines with a text are indented by."""
    return min((_indent(text) for _, text in lines if text.strip()), default=0)


def _indent(text: str) -> int:
    """The columns that a line is indented by."""
    return len(text[: len(text) - len(text.lstrip())].expandtabs(4))
