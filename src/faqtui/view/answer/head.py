"""The lines above an answer or a category's own text, and those below it: wrapped text around the laid-out part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.segment import Segment

from faqtui.model import Entry, Span
from faqtui.records import NamedTuple
from faqtui.render import nodes, wrap
from faqtui.view.lines import Line
from faqtui.view.theme import Skin
from faqtui.widths import most_cells

MOST_QUESTIONS = 200
"""Questions of a category that its overview lists."""


_LOOKS = frozenset(("b", "br", "center", "div", "em", "font", "i", "p", "small", "span", "strong", "u"))
"""Tags that are nothing by themselves."""


class PlainLine(NamedTuple):
    """A line that is not of the answer: `mark` is only drawn, `text` can be copied, in the styles of `segments`.

    `joint` is what stands between this line and the next where both are copied: nothing or a space where one text
    was wrapped. `number` counts the link that the line begins, from 0; None where it begins none.
    """

    mark: Segment
    text: str
    segments: Line
    joint: str = "\n"
    number: int | None = None


NO_MARK = Segment("")
BLANK = PlainLine(NO_MARK, "", [])


def wrapped(
    text: str, style: str, width: int, skin: Skin, *, mark: Segment = NO_MARK, matches: Sequence[Span] = ()
) -> Iterator[PlainLine]:
    """`text` in lines of `width` cells, the first one behind `mark`, the others indented as far; `matches` marked."""
    lines = wrap.wrap(list(_pieces(text, style, matches)), width - mark.cell_length)
    ends = [(line[0].source[0], line[-1].source[1]) for line in lines if line and line[0].source and line[-1].source]
    for index, line in enumerate(lines):
        joint = text[ends[index][1] : ends[index + 1][0]] if index + 1 < len(ends) else "\n"
        segments = [Segment(run.text, skin.theme.style(run.style)) for run in line if run.text]
        yield PlainLine(
            mark if not index else Segment(" " * mark.cell_length), "".join([run.text for run in line]), segments, joint
        )


def _pieces(text: str, style: str, matches: Sequence[Span]) -> Iterator[nodes.Span]:
    at = 0
    for start, end in matches:
        if at < start:
            yield nodes.Span(text[at:start], style, at, start)
        yield nodes.Span(text[start:end], f"{style} ui.match", start, end)
        at = end
    if at < len(text):
        yield nodes.Span(text[at:], style, at, len(text))


def entry_head(entry: Entry, matches: Sequence[Span], width: int, skin: Skin) -> list[PlainLine]:
    """The question with `matches` marked, where it belongs, and a blank line."""
    return [
        *wrapped(entry.question, "ui.question", width, skin, matches=matches),
        *_place(entry, width, skin),
        BLANK,
        *(() if _says_anything(entry) else note_lines([_unanswered(entry)], width, skin)),
    ]


def _place(entry: Entry, width: int, skin: Skin) -> Iterator[PlainLine]:
    """Where an entry belongs and its kind, which has a line of its own where it would not stand on that with the place."""
    path, kind = " / ".join(entry.category), entry.kind.told if entry.kind else ""
    whole = f"{path} {skin.glyphs.dot} {kind}" if path and kind else path + kind
    if not (path and kind) or most_cells(whole) <= width:
        yield from wrapped(whole, "ui.dim", width, skin)
        return
    *lines, last = wrapped(path, "ui.dim", width, skin)
    yield from lines
    if most_cells(last.text + whole[len(path) :]) <= width:
        yield from wrapped(last.text + whole[len(path) :], "ui.dim", width, skin)
    else:
        yield last
        yield from wrapped(kind, "ui.dim", width, skin)


def _says_anything(entry: Entry) -> bool:
    """Whether anything is shown of an answer: tags that only say how what is between them looks are nothing."""
    if entry.answer_text:
        return True
    from faqtui.markdown.tags import TAG  # few answers are only images, or nothing

    return bool(TAG.sub(lambda tag: "" if tag[2].lower() in _LOOKS else tag[0], entry.answer).strip())


def _unanswered(entry: Entry) -> str:
    return f"No answer is written below this question, in {entry.source.path}, line {entry.source.start_line}."


def note_lines(paragraphs: Sequence[str], width: int, skin: Skin) -> list[PlainLine]:
    """Words of ours in place of an answer, with a blank line between the paragraphs."""
    lines: list[PlainLine] = []
    for paragraph in paragraphs:
        lines += [*([BLANK] if lines else []), *wrapped(paragraph, "ui.note", width, skin)]
    return lines


def see_also(questions: Sequence[str], width: int, skin: Skin) -> list[PlainLine]:
    """A blank line, a heading and the questions, each wrapped behind a dot; nothing where there are none."""
    if not questions:
        return []
    lines = [BLANK, *wrapped("See also", "ui.see_also", width, skin)]
    for number, question in enumerate(questions):
        first, *more = wrapped(question, "link", width, skin, mark=_dot(skin))
        lines += [first._replace(number=number), *more]
    return lines


def overview_head(title: str, questions: int, width: int, skin: Skin) -> list[PlainLine]:
    """A category's title, how many questions it has, and a blank line."""
    noun = "question" if questions == 1 else "questions"
    return [
        *wrapped(title, "ui.question", width, skin),
        *wrapped(f"{questions:,} {noun}", "ui.dim", width, skin),
        BLANK,
    ]


def overview_list(questions: Sequence[str], width: int, skin: Skin) -> list[PlainLine]:
    """The first questions of a category, each wrapped behind a dot."""
    lines: list[PlainLine] = []
    for question in questions[:MOST_QUESTIONS]:
        lines += wrapped(question, "", width, skin, mark=_dot(skin))
    return lines


def _dot(skin: Skin) -> Segment:
    return Segment(skin.glyphs.dot + " ", skin.theme.style("bullet"))
