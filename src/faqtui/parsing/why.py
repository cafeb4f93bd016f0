"""Why documents were read as they were: what was weighed for each of them, told once more for who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faqtui.model import Document
from faqtui.parsing.pages import read_page, weighed
from faqtui.parsing.questions.choosing.reading import Reading
from faqtui.parsing.whole_pages import answers_to_titles
from faqtui.records import NamedTuple


class SectionRead(NamedTuple):
    """A section that was read by itself: the line of its heading from 1, its title, how it was read."""

    line: int
    title: str
    reading: Reading


class Why(NamedTuple):
    """What was weighed for one document: all readings, that which was taken first, and the sections in it that have their own.

    `whole` says that it is the answer to its title all the same, as the pages beside it are. `entries` is how many it has.
    """

    path: str
    entries: int
    whole: bool
    readings: Sequence[Reading]
    sections: Sequence[SectionRead]


def why(documents: Sequence[Document]) -> Iterator[Why]:
    """What was weighed for each of these documents, which are read together."""
    pages = [read_page(document) for document in documents]
    whole = set(answers_to_titles([page.shape for page in pages]))
    for number, (document, page) in enumerate(zip(documents, pages, strict=True)):
        left_out = page.is_metadata or any(found.code == "left-out" for found in page.diagnostics)
        readings = [] if left_out else weighed(document)
        sections = list(_sections(readings[0])) if readings else []
        entries = 1 if number in whole else len(page.drafts)
        yield Why(document.path, entries, number in whole, readings, sections)


def _sections(reading: Reading) -> Iterator[SectionRead]:
    for step in reading.steps:
        if step.section is not None:
            yield SectionRead(step.marker.line + 1, step.marker.plain, step.section)
            yield from _sections(step.section)
