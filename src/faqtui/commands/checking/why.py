"""``faqtui check --why``: the ways in which documents could be read, with their figures, the one that was taken first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from faqtui.commands.console import BOLD, DIM, Console
from faqtui.commands.content import read_content
from faqtui.errors import ContentError

if TYPE_CHECKING:
    from faqtui.parsing.questions.choosing.reading import Reading
    from faqtui.parsing.why import Why

_HEAD = "   worth  entries  asking  empty  nested  left  even  reading"
_COLUMNS = 80


def explained(console: Console, paths: Sequence[str], *, raw: bool) -> list[Why]:
    """What was weighed for the documents at `paths`. Raises ContentError when none could be read."""
    from faqtui import sources
    from faqtui.parsing.why import why

    content = read_content(console, paths, sanitized=not (raw and not console.is_terminal))
    documents = []
    for file in content.files:
        with suppress(ContentError):  # it was told of when the FAQ was loaded
            documents.append(sources.decode(file, sanitized=content.sanitized))
    return list(why(documents))


def lines(console: Console, found: Iterable[Why]) -> Iterator[str]:
    """What is told of documents."""
    for document in found:
        yield from _document(console, document)


def _document(console: Console, found: Why) -> Iterator[str]:
    entries = f"{found.entries:,} {'entry' if found.entries == 1 else 'entries'}"
    path = console.styled(f"{console.safe(found.path)}:", BOLD)
    if not found.readings:
        yield f"{path} {entries}; there was nothing to weigh"
        return
    told = "the answer to its title, as most pages beside it are" if found.whole else found.readings[0].name
    yield f"{path} {entries}, {told}"
    yield console.styled(_HEAD, DIM)
    for reading in found.readings:
        yield from _reading(console, reading)
    from faqtui.parsing.codes import quoted

    for section in found.sections:
        yield f"section at line {section.line}, read by itself: {quoted(console.safe(section.title), 36)}"
        yield from _reading(console, section.reading)


def _reading(console: Console, reading: Reading) -> Iterator[str]:
    """A line of figures, and below it what each title was counted as."""
    figures = reading.figures
    yield (
        f"{reading.worth:8.2f}{figures.entries:9,}{figures.asking:8,}{figures.empty:7,}{figures.nested:8,}"
        f"{figures.left:6.0%}{figures.even:6.2f}  {reading.name}"
    )
    counted = ", ".join(f"{count:,} {role}" for role, count in figures.roles.items() if count)
    for line in wrap(counted, _COLUMNS - 10):
        yield console.styled(f"          {line}", DIM)


def data(found: Iterable[Why]) -> dict[str, Any]:
    """The same for ``--json``."""
    return {"documents": [_document_data(document) for document in found]}


def _document_data(found: Why) -> dict[str, Any]:
    return {
        "path": found.path,
        "entries": found.entries,
        "whole": found.whole,
        "readings": [_reading_data(reading) for reading in found.readings],
        "sections": [
            {"line": section.line, "title": section.title, "reading": _reading_data(section.reading)}
            for section in found.sections
        ],
    }


def _reading_data(reading: Reading) -> dict[str, Any]:
    figures = reading.figures
    return {
        "name": reading.name,
        "worth": round(reading.worth, 4),
        "entries": figures.entries,
        "asking": figures.asking,
        "empty": figures.empty,
        "nested": figures.nested,
        "left": round(figures.left, 4),
        "even": round(figures.even, 4),
        "roles": {role: count for role, count in figures.roles.items() if count},
    }
