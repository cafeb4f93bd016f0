"""The lines above an answer and below it, and those of a category's overview: wrapped text around the laid-out part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

from faqtui.model import Entry, Span
from faqtui.tui.theme import Glyphs, Theme

MARGIN = 1
"""Blank cells left and right of the text."""

MOST_QUESTIONS = 200
"""Questions of a category that its overview lists."""


class Look(NamedTuple):
    """What lines are made with."""

    console: Console
    glyphs: Glyphs
    theme: Theme


class PlainLine(NamedTuple):
    """A line that is not of the answer: `mark` is only drawn, `text` can be copied, in the styles of `segments`.

    `joint` is what stands between this line and the next where both are copied: nothing or a space where one text
    was wrapped. `number` counts the link that the line begins, from 0; None where it begins none.
    """

    mark: Segment
    text: str
    segments: Sequence[Segment]
    joint: str = "\n"
    number: int | None = None


NO_MARK = Segment("")


def wrapped(text: Text, width: int, console: Console, mark: Segment = NO_MARK) -> Iterator[PlainLine]:
    """`text` in lines of `width` cells, the first one behind `mark`, the others indented as far."""
    text.stylize_before(text.style)  # rich renders a text without spans without its own style, too
    lines = text.wrap(console, width - mark.cell_length)
    end = 0
    places = []
    for line in lines:
        plain = line.plain.rstrip()
        start = max(text.plain.find(plain, end), end)
        end = start + len(plain)
        places.append((start, end))
    for index, line in enumerate(lines):
        start, end = places[index]
        joint = text.plain[end : places[index + 1][0]] if index + 1 < len(lines) else "\n"
        segments = [s for s in line.render(console, end="") if s.text]
        yield PlainLine(mark if not index else Segment(" " * mark.cell_length), line.plain.rstrip(), segments, joint)


def _blank() -> PlainLine:
    return PlainLine(NO_MARK, "", ())


def entry_head(entry: Entry, matches: Sequence[Span], width: int, look: Look) -> list[PlainLine]:
    """The question with `matches` marked, where it belongs, and a blank line."""
    console, glyphs, theme = look
    question = Text(entry.question, style=theme.style("ui.question"), no_wrap=False)
    for start, end in matches:
        question.stylize(theme.style("ui.match"), start, end)
    place = f" {glyphs.dot} ".join([" / ".join(entry.category), *([str(entry.kind)] if entry.kind else [])])
    meta = Text(place, style=theme.style("ui.dim"))
    return [*wrapped(question, width, console), *wrapped(meta, width, console), _blank()]


def see_also(questions: Sequence[str], width: int, look: Look) -> list[PlainLine]:
    """A blank line, a heading and the questions, each wrapped behind a dot; nothing where there are none."""
    if not questions:
        return []
    console, glyphs, theme = look
    lines = [_blank(), *wrapped(Text("See also", style=theme.style("ui.see_also")), width, console)]
    dot = Segment(glyphs.dot + " ", theme.style("bullet"))
    for number, question in enumerate(questions):
        first, *more = wrapped(Text(question, style=theme.style("link")), width, console, dot)
        lines += [first._replace(number=number), *more]
    return lines


def overview_lines(title: str, questions: Sequence[str], width: int, look: Look) -> list[PlainLine]:
    """A category: its title, how many questions it has, and the first of them."""
    console, glyphs, theme = look
    noun = "question" if len(questions) == 1 else "questions"
    lines = [
        *wrapped(Text(title, style=theme.style("ui.question")), width, console),
        *wrapped(Text(f"{len(questions):,} {noun}", style=theme.style("ui.dim")), width, console),
        _blank(),
    ]
    dot = Segment(glyphs.dot + " ", theme.style("bullet"))
    for question in questions[:MOST_QUESTIONS]:
        lines += wrapped(Text(question), width, console, dot)
    return lines
