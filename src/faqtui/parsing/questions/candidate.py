"""A candidate: one place in a document that could be a question. Finding them is `candidates`' business."""

from __future__ import annotations

from dataclasses import dataclass

PSEUDO_LEVEL = 7
"""The level of questions that are no headings: below all of them."""


@dataclass(slots=True, eq=False, repr=False)
class Candidate:
    """A possible question.

    `line` is where it begins, `after` the first line of what follows, both from 0. `style` is what it is written as:
    ``heading``, ``container`` (a fold with a title), ``bold``, ``lead`` (bold, its answer on the same line), ``run-in`` (the
    same without a question mark), ``quote`` (a short quotation that does not ask), ``q``, ``term``, ``row`` (of a table),
    ``item``, ``plain`` (a paragraph);
    ``part`` for a heading that stands in the item of a list that another one begins, ``echo`` for one that is repeated with
    nothing under it, ``title`` for one that turned out to be the page's, ``page`` for one that is not in the text.

    `tail` is text of the line before `after` that belongs to the answer already. A candidate with a `stop` ends
    there at the latest: `stop` is the line of its closing tag, `head` what of that line still belongs to the answer,
    `closing` how many lines that tag takes. `beside` is what else stands on the lines of its tags, outside of it. `indent`
    is what its answer is indented by, -1 for what all its lines have in common. `strong` says of a list item that its title is
    set in bold, and of a bold line that only questions stand on the other lines of its paragraph; `numbered` is an item of a
    list that counts. `asks` says that it reads like a question, `quoted` that it stands in a quotation, as its answer may.
    """

    line: int
    after: int
    level: int
    style: str
    text: str
    tail: str = ""
    stop: int | None = None
    head: str = ""
    indent: int = 0
    closing: int = 0
    beside: tuple[tuple[int, str], ...] = ()
    strong: bool = False
    plain: str = ""
    asks: bool = False
    quoted: bool = False
    numbered: bool = False


def has_title(c: Candidate) -> bool:
    """Whether a candidate has a title; what a label or a tag makes a question has to have a word in it."""
    if c.style in {"q", "container"}:
        return any(map(str.isalnum, c.plain))
    return bool(c.plain) or c.style in {"heading", "part"}
