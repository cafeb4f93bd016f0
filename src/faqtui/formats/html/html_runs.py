"""Text of HTML that stands on lines: a paragraph, lines of code, a question that data name, or a title that contents lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Any, Protocol

from faqtui.formats.html import html_nodes
from faqtui.formats.html.html_inline import HtmlInlines, plain
from faqtui.formats.html.html_questions import Questions, folded_name
from faqtui.formats.writing import Writer, escaped

_BOLD = re.compile(r"\*\*([^*]{1,300})\*\*\\?$")
_NEAR = 3
"""Nodes in front of a paragraph of which one may be the place that contents lead to."""


class RunPage(Protocol):
    """What text asks of the page that it is on."""

    writer: Writer
    questions: Questions
    inlines: HtmlInlines
    level: int
    answering: int

    def at(self, node: Any) -> int:
        """The line of a node."""

    def heading(self, level: int, text: str, line: int, *, marked: bool = False) -> None:
        """Write a heading, which is a question where it is `marked`."""


def write(page: RunPage, run: Sequence[Any]) -> None:
    """Write nodes that stand on lines."""
    if not run:
        return
    writer, questions = page.writer, page.questions
    if code := html_nodes.broken_code(run):
        writer.code(code, "", page.at(next(node for node in run if node.name in html_nodes.CODE)))
        return
    lines = list(dropwhile(lambda line: not line[1].strip("\\ \xa0"), page.inlines.lines(run)))
    if not lines:
        return
    if questions.names and questions.is_name(folded_name("".join(map(plain, run)))):
        page.heading(min(page.level + 1, 6), " ".join(text for _, text in lines), lines[0][0], marked=True)
        return
    rubric = html_nodes.is_rubric(run[0])
    said = " ".join("".join(map(plain, run)).split()).lstrip("^\u2191 ") if questions.listed or rubric else ""
    if not lines[0][1].startswith("**") and (rubric or questions.is_listed(said)):
        lines = [(lines[0][0], f"**{escaped(said)}**")]  # what contents lead to is set off, however it is written
    elif questions.has_places() and not page.answering and writer.is_outside and _is_place(run, questions):
        bold = _BOLD.match(lines[0][1].rstrip())
        if bold is not None:
            level = page.level
            page.heading(min(level + 1, 6), bold[1], lines[0][0])
            page.level = level
            del lines[0]
    if lines:
        writer.inline(lines)


def _is_place(run: Sequence[Any], questions: Questions) -> bool:
    """Whether text begins at a place that contents lead to."""
    said = [node for node in run if node.name != "#text" or (node.data or "").strip()][:_NEAR]
    around = getattr(run[0], "parent", None)
    for node in [*said, around, *html_nodes.below(said[0], 2)] if said else []:
        attributes = getattr(node, "attrs", None) or {}
        if questions.is_place(attributes.get("name")) or questions.is_place(attributes.get("id")):
            return True
    return False
