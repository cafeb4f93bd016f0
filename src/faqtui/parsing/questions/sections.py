"""What a document is cut into: sections, each a question with its answer, and the texts beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.choosing.reading import Reading


@dataclass(slots=True, eq=False, repr=False)
class Section:
    """One question with its answer, before ids, kinds and duplicates.

    `start` and `end` are lines from 0, `end` excluded. `lines` is the answer as (source line, text), without outer
    blank lines. `path` holds the titles of the headings it stands under, as written.
    """

    question: str
    start: int
    end: int
    lines: list[tuple[int, str]]
    path: tuple[str, ...]
    style: str

    def is_verbatim(self, lines: Sequence[str]) -> bool:
        """Whether the answer is a run of the document's own lines."""
        own = self.lines
        return (
            bool(own)
            and own[-1][0] < len(lines)
            and own[-1][0] - own[0][0] == len(own) - 1
            and all(lines[n] is text for n, text in own)
        )


@dataclass(slots=True, eq=False, repr=False)
class Segments:
    """The sections of a document, its title, its headings, and what stands outside of all sections.

    `introductions` are the texts of its categories, and of the page where their `path` is empty: sections without a question.
    `categories` are the headings that were taken for one, each with its path, its own title included. `contents` are the lines
    of its tables of contents. `beside` is what else stands on lines of questions: line, text, path. `outside` is what has
    no place, as (line, text). `left` says of each style from which line on there are more questions of it than are told apart.
    `readings` are those that were weighed, the one that was chosen first.
    """

    title: str = ""
    sections: list[Section] = field(default_factory=list)
    introductions: list[Section] = field(default_factory=list)
    outside: list[tuple[int, str]] = field(default_factory=list)
    headings: list[Candidate] = field(default_factory=list)
    categories: list[tuple[Candidate, tuple[str, ...]]] = field(default_factory=list)
    contents: set[int] = field(default_factory=set)
    beside: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
