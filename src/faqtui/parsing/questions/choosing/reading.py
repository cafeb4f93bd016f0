"""What a reading of a page, or of a section of one, consists of: cuts, one after the other, with figures and a worth.

How the readings of a page are listed and weighed is in `readings`, how one is made in `reader`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.choosing.weighing import ReadingFigures
from faqtui.records import NamedTuple


class Act(Enum):
    """What is done with a title when a page is cut."""

    TITLE = "title"
    CATEGORY = "category"
    ENTRY = "entry"
    SPLIT = "split"  # an entry of the text above the questions below it, which stand under it as under a category
    SKIP = "skip"
    SECTION = "section"  # read by itself


class ReadingStep(NamedTuple):
    """One cut: from `marker` up to line `stop`. `section` is how a section is read that is read by itself."""

    act: Act
    marker: Candidate
    stop: int
    section: Reading | None = None


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """One way to read lines of a document, with its figures and its worth."""

    name: str
    style: str
    level: int
    steps: list[ReadingStep] = field(default_factory=list)
    figures: ReadingFigures = field(default_factory=ReadingFigures)
    worth: float = 0.0


class Range(NamedTuple):
    """What is read: the headings and all candidates in it, in order; lines from `start` to before `stop`.

    `faq` says that what stands above says that questions follow, `problems` that problems do, `terms` that terms do. `title` is
    the heading that is the title of the page, where one is. `sections` are the sections that are read by themselves, by the
    line of their heading; `inner` says that the range is itself a section, below its heading; `listed` that all items of
    lists in it are questions.
    """

    headings: list[Candidate]
    candidates: list[Candidate]
    start: int
    stop: int
    faq: bool = False
    problems: bool = False
    terms: bool = False
    title: Candidate | None = None
    sections: Mapping[int, Reading] = MappingProxyType({})
    inner: bool = False
    listed: bool = False
