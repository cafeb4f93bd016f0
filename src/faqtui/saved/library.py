"""A saved library as it is read: entries, laid-out answers and the index, decoded when they are first asked for.

What documents say by themselves and what came of all of them together stand apart in the file, so that the first can be kept
when another document changes (`faqtui.saved.pages`). This module puts the two together again, entry by entry.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from faqtui.errors import ContentError
from faqtui.host import sections
from faqtui.host.digests import SIZE
from faqtui.host.jsons import loaded
from faqtui.host.sections import Sections
from faqtui.model import (
    Category,
    CategoryNode,
    CodeBlock,
    Diagnostic,
    Entry,
    Introduction,
    Kind,
    Library,
    Link,
    MadeAtOnce,
    MadeOnAccess,
    Severity,
    Source,
)

if TYPE_CHECKING:
    from faqtui.search.index import SearchIndex

FORMAT = "faqtui library 9"
_MOST_KEPT = 4096  # decoded entries: about 20 MB

ARRAYS = {
    "starts": "I",
    "middles": "I",
    "docs": "I",
    "impacts": "f",
    "sequence_starts": "I",
    "sequence": "I",
    "category_numbers": "I",
    "kind_numbers": "B",
    "flags": "B",
}
"""The sections of the index, with the type of their numbers."""

KINDS: tuple[Kind | None, ...] = (None, *Kind)
"""The kinds of entries by number."""

USUAL_DRAFT: tuple[Any, ...] = ("", 0, 0, 0, (), (), ())
"""What is left out at the end of a draft, where it has this."""

Clean: TypeAlias = "Callable[[str], str]"
"""Makes text safe to show."""


class StoredLibrary:
    """A library read from a file; its entries, laid-out answers and index are decoded when asked for.

    `errors` are the documents that were no text.
    """

    __slots__ = ("_blocks", "_drafts", "_found", "_ids", "clean", "errors", "library", "sections")

    def __init__(self, found: Sections, clean: Clean | None = None) -> None:
        """`clean` is what is done to each text that is read, where what was saved is doubted."""
        self.sections = found
        self.clean = clean
        facts = found.facts if clean is None else cleaned(found.facts, clean)
        self._blocks = found.records("blocks") if "blocks" in found else None
        self._ids: bytes | None = None
        self._found: dict[str, int | None] = {}
        numbers = found.numbers("categories", "I")
        paths = [tuple(path) for path, _, _ in facts["categories"]]
        entries = _SavedEntries(found, numbers, paths, clean)
        self._drafts = entries.drafts
        inside: list[list[int]] = [[] for _ in paths]
        for position, number in enumerate(numbers):
            inside[number].append(position)
        self.errors = tuple([ContentError(path, reason, line) for path, _, _, reason, line in facts["unread"]])
        self.library = Library(
            facts["title"],
            entries,
            tuple(
                [
                    CategoryNode(path, count, tuple(own), _introduction(said))
                    for path, own, (_, count, said) in zip(paths, inside, facts["categories"], strict=True)
                ]
            ),
            MadeAtOnce(lambda: _diagnostics(found, clean)),
            {word: tuple(others) for word, others in facts["aliases"].items()},
            _introduction(facts["introduction"]),
        )

    def find(self, id: str) -> int | None:  # noqa: A002
        """The position of the entry with this id, or None; no entry is decoded for it."""
        if id not in self._found:
            if self._ids is None:
                self._ids = b"\n%s\n" % self.sections.section("ids")
            line = b"\n%s\n" % id.encode("utf-8", "surrogatepass")
            place = self._ids.find(line) if id and "\n" not in id else -1
            self._found[id] = self._ids.count(b"\n", 0, place) if place >= 0 else None
        return self._found[id]

    def blocks(self, position: int) -> object | None:
        """What was saved beside an entry as its laid-out answer; None where nothing was."""
        record = self._blocks[self._drafts[position]] if self._blocks is not None else b""
        if not record:
            return None
        blocks: object | None = loaded(record)
        return blocks if self.clean is None else cleaned(blocks, self.clean)

    def lacks(self, digests: Iterable[bytes]) -> list[bool]:
        """Whether there is no document here, at whatever path, with each of these digests."""
        known = self.sections.section("digests")
        here = {known[place : place + SIZE] for place in range(0, len(known), SIZE)}
        return [each not in here for each in digests]

    @property
    def index_bytes(self) -> int | None:
        """How large the saved index is; None when the library was saved without."""
        found = self.sections
        return sum(found.size(name) for name in ("terms", *ARRAYS)) if "terms" in found else None

    def index(self) -> SearchIndex | None:
        """The saved index; None when the library was saved without."""
        return index_of(self.sections, self.library) if "terms" in self.sections else None


def index_of(found: Sections, library: Library) -> SearchIndex:
    """The index of `library` that was saved."""
    from faqtui.search.index import SearchIndex

    arrays = {name: found.numbers(name, code) for name, code in ARRAYS.items()}
    terms = found.section("terms").decode("utf-8", "surrogatepass")
    return SearchIndex(
        library.entries,
        terms=terms.split("\n") if terms else [],
        categories=[tuple(path) for path in found.facts["index_categories"]],
        aliases=library.aliases,
        **arrays,
    )


class _SavedEntries(MadeOnAccess[Entry]):
    """Entries of a saved library, decoded on access and then kept for a while.

    `drafts` has the number of the draft that each of them is, among those of all pages.
    """

    __slots__ = ("_categories", "_clean", "_copies", "_ids", "_made", "_numbers", "_targets", "_texts", "drafts")

    def __init__(
        self, found: Sections, numbers: Sequence[int], categories: Sequence[Category], clean: Clean | None
    ) -> None:
        """`numbers` are those of the entries' `categories`."""
        self._clean = clean
        self._numbers = numbers
        self._categories = categories
        self._made: dict[int, Entry] = {}
        self.drafts = found.numbers("order", "I")
        self._ids = found.records("ids")
        self._texts = _Texts(found)
        self._copies = [found.numbers(f"copy {what}", "I") for what in ("entries", "drafts")]
        self._targets = [found.numbers(f"target {what}", "I") for what in ("entries", "links", "ids")]

    def _item(self, index: int) -> Entry:
        entry = self._made.get(index)
        if entry is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            entry = self._made[index] = self._decoded(index)
        return entry

    def _decoded(self, index: int) -> Entry:
        number = self.drafts[index]
        question, start, end, kind, _, tags, _ = self._cleaned(self._texts.draft(number))
        markdown, answer, links, blocks, text, lines, _ = self._cleaned(loaded(self._texts.bodies[number]))
        entries, numbers, targets = self._targets
        led = {numbers[place]: self._id(targets[place]) for place in _places(entries, index)}
        return Entry(
            self._id(index),
            question,
            question if markdown is None else markdown,
            answer,
            self._categories[self._numbers[index]],
            Source(self._cleaned(self._texts.path(number)), start, end),
            KINDS[kind],
            tuple(tags),
            tuple([Link(text, url, led.get(n)) for n, (text, url) in enumerate(links)]),
            tuple([CodeBlock(*block) for block in blocks]),
            tuple([self._source(self._copies[1][place]) for place in _places(self._copies[0], index)]),
            text,
            tuple(lines),
        )

    def _id(self, index: int) -> str:
        found: str = self._cleaned(self._ids[index].decode("utf-8", "surrogatepass").rstrip("\n"))
        return found

    def _source(self, number: int) -> Source:
        """Where a draft stands."""
        _, start, end, *_ = self._texts.draft(number)
        return Source(self._cleaned(self._texts.path(number)), start, end)

    def _cleaned(self, data: Any) -> Any:
        return data if self._clean is None else cleaned(data, self._clean)

    def __len__(self) -> int:
        return len(self.drafts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Entry.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]


class _Texts:
    """What each draft says: records that are decoded by who asks, and the path of its document."""

    __slots__ = ("_drafts", "_ends", "_paths", "bodies")

    def __init__(self, found: Sections) -> None:
        self._drafts = found.records("drafts")
        self.bodies = found.records("bodies")
        self._paths = found.records("paths")
        self._ends = found.numbers("page drafts", "I")

    def draft(self, number: int) -> list[Any]:
        """A draft: question, first and last line, the number of its kind, titles, tags, and links that may lead to an entry."""
        data: list[Any] = loaded(self._drafts[number][:-1])
        return [*data, *USUAL_DRAFT[len(data) :]]

    def path(self, number: int) -> str:
        """The path of the document that has this draft."""
        return self._paths[bisect_right(self._ends, number)].decode("utf-8", "surrogatepass")


def _diagnostics(found: Sections, clean: Clean | None) -> list[Diagnostic]:
    """What is wrong in the documents: each one's own, and what concerns others as well."""
    from faqtui.parsing.telling import in_order  # few commands tell them

    paths = found.records("paths")

    def made(number: int, facts: list[Any]) -> Diagnostic:
        code, severity, message, line = facts
        path = paths[number].decode("utf-8", "surrogatepass")
        if clean is not None:
            path, message = clean(path), clean(message)
        return Diagnostic(code, Severity(severity), message, path, line)

    own = (
        [made(number, facts) for facts in loaded(record)] if record else []
        for number, record in enumerate(found.records("diagnostics"))
    )
    across = [(number, made(number, facts)) for number, *facts in loaded(found.section("across"))]
    return in_order(own, across, frozenset(found.facts["introducing"]))


def load(path: Path, *, clean: Clean | None = None, is_new: bool = False) -> StoredLibrary | None:
    """Read a library that was saved; None for a file that is missing, damaged, of another version or not our own.

    What another could have put there is not believed, whatever its checksum. With `clean` all text goes through that.
    `is_new` is as in `faqtui.host.sections.load`.
    """
    return of_sections(sections.load(path, FORMAT, is_new=is_new), clean)


def read(file: BinaryIO, *, clean: Clean | None = None) -> StoredLibrary | None:
    """Read a library from an open file, which may be closed then; None for one that is damaged, foreign or of another version."""
    return of_sections(sections.read(file, FORMAT), clean)


def of_pieces(pieces: Sequence[bytes]) -> StoredLibrary | None:
    """A library as a file of these pieces would hold it, in memory."""
    return read(BytesIO(b"".join(pieces)))


def of_sections(found: Sections | None, clean: Clean | None = None) -> StoredLibrary | None:
    """The library in a file that was opened, if it was; None for one that was made otherwise than ours are."""
    try:
        return None if found is None else StoredLibrary(found, clean)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def cleaned(value: Any, clean: Clean) -> Any:
    """JSON data with `clean` applied to each text in it, names of fields apart."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(each, clean) for each in value]
    if isinstance(value, dict):
        return {name: cleaned(each, clean) for name, each in value.items()}
    return value


def _places(entries: Sequence[int], index: int) -> range:
    """Where an entry is among numbers of entries in order."""
    return range(bisect_left(entries, index), bisect_right(entries, index))


def _introduction(data: list[Any] | None) -> Introduction | None:
    if data is None:
        return None
    text, places, plain, links, blocks = data
    return Introduction(
        text,
        tuple([Source(*place) for place in places]),
        plain,
        tuple([Link(*link) for link in links]),
        tuple([CodeBlock(*block) for block in blocks]),
    )
