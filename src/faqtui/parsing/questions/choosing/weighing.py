"""What a reading of a page is worth: its figures, and the one function that weighs them.

A reading says of each title on a page what it is: the question of an entry, a category above some, or a part of an answer.
Every such role has a weight; an entry that asks and is answered has 1. A page is read the way that is worth most. The weights
are set so that

- what asks and is answered is an entry, and what says nothing of its own but stands above others is a category;
- titles that do not ask are entries on the outermost level that has text of its own, since cutting deeper would take the
  parts of an answer from it;
- a question may have a few others among the parts of its answer; with more of them it is one question among others;
- a reading that leaves text over, or makes entries with nothing in them, loses against one that does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FEW = 2
"""Headings that ask and may stand among the parts of one answer."""

FEW_OTHERS = 4
"""Bold lines, folds and the like that ask and may stand in one answer."""

LEFT = 0.8
"""The share of its worth that a reading loses that would leave all lines in no entry."""

INTRODUCES = 0.5
"""How much of a line counts as left over that stands right below the title of a category: it introduces that."""

UNEVEN = 0.3
"""What a reading loses of whose entries one has nearly all lines: little, to decide between others that are alike."""

WEIGHTS = {
    # Entries that ask
    "answered": 1.0,
    "follow-up": 0.5,  # a bold line or a fold below a heading that asks and has text of its own
    "above parts": 0.6,  # nothing stands above the first part of its answer
    "split": -1.0,  # with text, from which the questions below it are cut off
    "unanswered": 0.25,  # with nothing below it: a list of questions alone is one too
    "sheltered": -0.25,  # an item of a list or row of a table, in the answer to another question
    # Entries that do not ask
    "told": 0.4,
    "told in FAQ": 0.6,  # where the page says that questions follow
    "told weakly": 0.0,  # bold lines, list items, terms and rows, elsewhere
    "off level": -0.5,  # besides, where it is above the level of the other entries
    "asking off level": -0.2,  # the same of one that asks
    "untold": -0.5,  # with nothing below it
    "above others": -0.2,  # with nothing but further titles below it
    "likely part as entry": 0.08,  # named as parts of answers often are: "Example"
    "part as entry": -0.5,  # named as a part of an answer is: "Cause"
    "part again as entry": -0.8,  # with the title of the same part of other answers
    "page of parts": -0.3,  # the whole page, where all its sections are named as parts of answers are
    "page": -0.6,  # the whole page: one without questions is better found by its sections
    # Titles above entries
    "title": 0.0,
    "asking title": -0.5,
    "category": 0.2,
    "category with text": 0.0,
    "asking category": -0.5,
    "part as category": -0.8,
    "links": 0.0,  # of a section that only says where to go on, or nothing, and is text of what is around it
    # Titles in answers
    "part": 0.4,
    "section of page": -0.8,  # a part of the entry that a whole page is
    "hollow part": 0.0,  # with nothing but further titles below it
    "page part": 0.2,  # of a section of a page
    "likely part": 0.22,  # named as one may be
    "named part": 0.4,  # named as one is, or as the parts of other answers
    "nested": 0.1,  # it asks: `FEW` may in each answer
    "crowded": -1.0,  # the others
    "nested otherwise": -0.1,  # what asks and is no heading: `FEW_OTHERS` may
    "crowded otherwise": -0.7,
}


class Roles(dict[str, int]):
    """How often each role comes. A section has its own, and making a ``Counter`` takes as long as reading a short one."""

    __slots__ = ()

    def __missing__(self, role: str) -> int:
        return 0


@dataclass(slots=True, eq=False, repr=False)
class ReadingFigures:
    """What is counted of one reading: how often each role comes, and lines.

    `sizes` are the lines of each entry, `introducing` those that stand below the title of a category, `stray` those that
    stand in no entry otherwise.
    """

    roles: Roles = field(default_factory=Roles)
    sizes: list[int] = field(default_factory=list)
    introducing: int = 0
    stray: int = 0

    @property
    def entries(self) -> int:
        """How many entries it makes."""
        return len(self.sizes)

    @property
    def asking(self) -> int:
        """How many of its entries ask."""
        return sum(
            self.roles[role] for role in ("answered", "follow-up", "above parts", "split", "unanswered", "sheltered")
        )

    @property
    def empty(self) -> int:
        """How many of its entries have nothing below their title."""
        return sum(self.roles[role] for role in ("unanswered", "sheltered", "untold"))

    @property
    def nested(self) -> int:
        """How many titles that ask stand in the answers of others, or are entries that stand there."""
        roles = ("nested", "crowded", "nested otherwise", "crowded otherwise", "sheltered")
        return sum(self.roles[role] for role in roles)

    @property
    def left(self) -> float:
        """The share of all lines that stand in no entry, from 0 to 1."""
        over = INTRODUCES * self.introducing + self.stray
        return over / (over + sum(self.sizes)) if over else 0.0

    @property
    def even(self) -> float:
        """How even the entries are: 1 where all have as many lines, near 0 where one of many has them all."""
        total = sum(self.sizes)
        return total * total / (len(self.sizes) * sum(size * size for size in self.sizes)) if total else 1.0


def worth(figures: ReadingFigures) -> float:
    """What a reading is worth, in questions with answers."""
    gain = loss = 0.0
    for role, count in figures.roles.items():
        weight = WEIGHTS[role]
        if weight > 0:
            gain += count * weight
        else:
            loss -= count * weight
    return gain * (1 - LEFT * figures.left) - loss - UNEVEN * (1 - figures.even)
