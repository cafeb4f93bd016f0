"""The lines above an answer and below it, and those of a category's overview: wrapped text around the laid-out part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.segment import Segment
from rich.text import Text
from textual.strip import Strip

from faqtui.model import Entry, Span
from faqtui.tui.theme import Glyphs, Theme

MARGIN = 1
"""Blank cells left and right of the text."""

MOST_QUESTIONS = 200
"""Questions of a category that its overview lists."""


def wrapped(text: Text, width: int, console: Console, indent: str = "") -> list[Strip]:
    """`text` in lines of `width` cells behind the margin."""
    text.stylize_before(text.style)  # rich renders a text without spans without its own style, too
    lines = text.wrap(console, width - len(indent))
    return [
        Strip([Segment(" " * MARGIN + indent), *(s for s in line.render(console, end="") if s.text)]) for line in lines
    ]


class Look(NamedTuple):
    """What lines are made with."""

    console: Console
    glyphs: Glyphs
    theme: Theme


def entry_head(entry: Entry, matches: Sequence[Span], width: int, look: Look) -> list[Strip]:
    """The question with `matches` marked, where it belongs, and a blank line."""
    console, glyphs, theme = look
    question = Text(entry.question, style=theme.style("ui.question"), no_wrap=False)
    for start, end in matches:
        question.stylize(theme.style("ui.match"), start, end)
    place = f" {glyphs.dot} ".join([" / ".join(entry.category), *([str(entry.kind)] if entry.kind else [])])
    meta = Text(place, style=theme.style("ui.dim"))
    return [*wrapped(question, width, console), *wrapped(meta, width, console), Strip([])]


class TailLine(NamedTuple):
    """A line below an answer: `number` counts the link it begins, from 0; None where it begins none."""

    mark: str
    text: str
    style: str
    number: int | None = None


def see_also(questions: Sequence[str], width: int, look: Look) -> list[TailLine]:
    """A blank line, a heading and the questions, each wrapped behind a dot; nothing where there are none."""
    if not questions:
        return []
    lines = [TailLine("", "", ""), TailLine("", "See also", "ui.see_also")]
    for number, question in enumerate(questions):
        first, *more = Text(question).wrap(look.console, width - 2)
        lines.append(TailLine(look.glyphs.dot + " ", first.plain.rstrip(), "link", number))
        lines += [TailLine("  ", line.plain.rstrip(), "link") for line in more]
    return lines


def overview_lines(title: str, questions: Sequence[str], width: int, look: Look) -> list[Strip]:
    """A category: its title, how many questions it has, and the first of them."""
    console, glyphs, theme = look
    noun = "question" if len(questions) == 1 else "questions"
    lines = wrapped(Text(title, style=theme.style("ui.question")), width, console)
    lines += wrapped(Text(f"{len(questions):,} {noun}", style=theme.style("ui.dim")), width, console)
    lines.append(Strip([]))
    for question in questions[:MOST_QUESTIONS]:
        of_question = wrapped(Text(question), width, console, indent="  ")
        bullet = Strip([Segment(" " * MARGIN + glyphs.dot + " ", theme.style("bullet"))])
        of_question[0] = Strip.join([bullet, of_question[0].crop(MARGIN + 2)])
        lines += of_question
    return lines
