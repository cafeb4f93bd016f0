"""The saved library: what parsing found, and the index, kept in the cache directory so that the second start makes neither.

The file is data only: a line that names the format and its checksum, a line of JSON with the facts of the library and the
places of the sections, then the sections: entries and laid-out answers as JSON, decoded when first asked for, and the arrays
of the index as plain numbers. A file that is missing, damaged, foreign, of another version or of a machine with another byte
order is as good as none. Where the cache directory is, and when to save, is decided elsewhere.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias
from zlib import crc32

from faqtui.host.files import open_own, replace_file
from faqtui.host.paths import make_private
from faqtui.model import (
    CategoryNode,
    CodeBlock,
    Diagnostic,
    Entry,
    Introduction,
    Kind,
    Library,
    Link,
    MadeOnAccess,
    Severity,
    Source,
)

if TYPE_CHECKING:
    from faqtui.search.index import SearchIndex

FORMAT = "faqtui library 7"
_PIECE = 1 << 20  # bytes read at a time for the checksum; of a file larger than this only what is used is kept
_MOST_KEPT = 4096  # decoded entries: about 20 MB
_ARRAYS = {
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

_Data: TypeAlias = "bytes | _File"

Clean: TypeAlias = "Callable[[str], str]"
"""Makes text safe to show."""


class _File:
    """A file whose bytes are read when they are asked for."""

    __slots__ = ("_descriptor",)

    def __init__(self, descriptor: int) -> None:
        self._descriptor = os.dup(descriptor)

    def __getitem__(self, part: slice) -> bytes:
        return os.pread(self._descriptor, part.stop - part.start, part.start)

    def __del__(self) -> None:
        os.close(self._descriptor)


class StoredLibrary:
    """A library read from a file; its entries, laid-out answers and index are decoded when asked for."""

    __slots__ = ("_blocks", "_clean", "_data", "_facts", "_found", "_ids", "_start", "library")

    def __init__(self, data: _Data, start: int, facts: dict[str, Any], clean: Clean | None = None) -> None:
        """`clean` is what is done to each text that is read, where what was saved is doubted."""
        self._data = data
        self._clean = clean
        self._start = start
        self._facts = facts
        self._blocks = _Records(data, *self._places("blocks")) if "blocks" in facts["sections"] else None
        self._ids: bytes | None = None
        self._found: dict[str, int | None] = {}
        self.library = Library(
            facts["title"],
            _Entries(_Records(data, *self._places("entries")), clean),
            tuple(
                [
                    CategoryNode(tuple(path), count, tuple(entries), _introduction(own))
                    for path, count, entries, own in facts["categories"]
                ]
            ),
            tuple(
                [Diagnostic(code, Severity(s), text, path, line) for code, s, text, path, line in facts["diagnostics"]]
            ),
            {word: tuple(others) for word, others in facts["aliases"].items()},
            _introduction(facts["introduction"]),
        )

    def find(self, id: str) -> int | None:  # noqa: A002
        """The position of the entry with this id, or None; no entry is decoded for it."""
        if id not in self._found:
            if self._ids is None:
                self._ids = b"\n%s\n" % self._section("ids")
            line = b"\n%s\n" % id.encode("utf-8", "surrogatepass")
            place = self._ids.find(line) if id and "\n" not in id else -1
            self._found[id] = self._ids.count(b"\n", 0, place) if place >= 0 else None
        return self._found[id]

    def blocks(self, position: int) -> object | None:
        """What was saved beside an entry as its laid-out answer; None where nothing was."""
        if self._blocks is None:
            return None
        blocks: object | None = json.loads(self._blocks[position])
        return blocks if self._clean is None else cleaned(blocks, self._clean)

    @property
    def index_bytes(self) -> int | None:
        """How large the saved index is; None when the library was saved without."""
        sections = self._facts["sections"]
        return sum(sections[name][1] for name in ("terms", *_ARRAYS)) if "terms" in sections else None

    def index(self, library: Library | None = None) -> SearchIndex | None:
        """The saved index; None when the library was saved without.

        Where the entries were left out, `library` is the one that was indexed.
        """
        library = library or self.library
        if "terms" not in self._facts["sections"]:
            return None
        from faqtui.search.index import SearchIndex

        arrays = {name: _array(code, self._section(name)) for name, code in _ARRAYS.items()}
        terms = self._section("terms").decode("utf-8", "surrogatepass")
        categories = [tuple(path) for path in self._facts["index_categories"]]
        return SearchIndex(
            library.entries,
            terms=terms.split("\n") if terms else [],
            categories=categories,
            aliases=library.aliases,
            **arrays,
        )

    def _section(self, name: str) -> bytes:
        offset, size = self._facts["sections"][name]
        return self._data[self._start + offset : self._start + offset + size]

    def _places(self, name: str) -> tuple[Sequence[int], int]:
        offset, _ = self._facts["sections"][name]
        return _array("Q", self._section(f"{name} ends")), self._start + offset


class _Records(MadeOnAccess[bytes]):
    """Pieces of a file, one after the other; `ends` are counted from `start`."""

    __slots__ = ("_data", "_ends", "_start")

    def __init__(self, data: _Data, ends: Sequence[int], start: int) -> None:
        self._data = data
        self._ends = ends
        self._start = start

    def _item(self, index: int) -> bytes:
        begin = self._ends[index - 1] if index else 0
        return self._data[self._start + begin : self._start + self._ends[index]]

    def __len__(self) -> int:
        return len(self._ends)


class _Entries(MadeOnAccess[Entry]):
    """Entries of a saved library, decoded on access and then kept for a while."""

    __slots__ = ("_clean", "_made", "_records")

    def __init__(self, records: _Records, clean: Clean | None) -> None:
        self._records = records
        self._clean = clean
        self._made: dict[int, Entry] = {}

    def _item(self, index: int) -> Entry:
        entry = self._made.get(index)
        if entry is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            data = json.loads(self._records[index])
            entry = self._made[index] = _entry(data if self._clean is None else cleaned(data, self._clean))
        return entry

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Entry.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]


def save(
    path: Path, library: Library, *, blocks: Sequence[object] | None = None, index: SearchIndex | None = None
) -> None:
    """Write a library to `path`, atomically and readable by its owner only.

    `blocks` has one JSON value for each entry, `index` is the library's own. Raises OSError when the file cannot be written.
    """
    pieces = _pieces(library, blocks, index)
    make_private(path.parent)
    replace_file(path, pieces)


def write(
    file: BinaryIO, library: Library, *, blocks: Sequence[object] | None = None, index: SearchIndex | None = None
) -> None:
    """Write a library as `save` does into a file that is open. Raises OSError."""
    file.writelines(_pieces(library, blocks, index))


def _pieces(library: Library, blocks: Sequence[object] | None, index: SearchIndex | None) -> list[bytes]:
    """What the file of a library consists of, from the first line to the last section."""
    sections: dict[str, tuple[int, int]] = {}
    body: list[bytes] = []
    size = 0

    def add(name: str, data: bytes) -> None:
        nonlocal size
        sections[name] = (size, len(data))
        body.append(data)
        size += len(data)

    def add_records(name: str, records: Iterable[object]) -> None:
        dumped = [_dump(record) for record in records]
        ends = array("Q")
        end = 0
        for record in dumped:
            end += len(record)
            ends.append(end)
        add(name, b"".join(dumped))
        add(f"{name} ends", ends.tobytes())

    add_records("entries", map(_entry_data, library.entries))
    add("ids", "\n".join([entry.id for entry in library.entries]).encode("utf-8", "surrogatepass"))
    if blocks is not None:
        add_records("blocks", blocks)
    if index is not None:
        add("terms", "\n".join(index.terms).encode("utf-8", "surrogatepass"))
        for name, code in _ARRAYS.items():
            add(name, array(code, getattr(index, name)).tobytes())
    head = _dump(
        {
            "title": library.title,
            "categories": [
                [node.path, node.count, node.entries, _introduction_data(node.introduction)]
                for node in library.categories
            ],
            "introduction": _introduction_data(library.introduction),
            "diagnostics": [[d.code, d.severity, d.message, d.path, d.line] for d in library.diagnostics],
            "aliases": dict(library.aliases),
            "index_categories": index.categories if index is not None else [],
            "byte_order": sys.byteorder,
            "sections": sections,
        }
    )
    pieces = [head, b"\n", *body]
    checksum = 0
    for piece in pieces:
        checksum = crc32(piece, checksum)
    return [_first_line(checksum), *pieces]


def load(path: Path, *, clean: Clean | None = None) -> StoredLibrary | None:
    """Read a library that `save` wrote; None for a file that is missing, damaged, of another version or not our own.

    What another could have put there is not believed, whatever its checksum. With `clean` all text goes through that.
    """
    try:
        with open_own(path) as file:
            return read(file, clean=clean)
    except (OSError, ValueError):  # a NUL in the name
        return None


def read(file: BinaryIO, *, clean: Clean | None = None) -> StoredLibrary | None:
    """Read a library from an open file, which may be closed then; None for one that is damaged, foreign or of another version."""
    try:
        first = file.readline(len(_first_line(0)))
        head = file.readline()
        start = file.tell()
        checksum = crc32(head)
        while piece := file.read(_PIECE):
            checksum = crc32(piece, checksum)
        if first != _first_line(checksum):
            return None
        data: _Data = _File(file.fileno())
        if file.tell() <= _PIECE:
            data = data[0 : file.tell()]
        facts = json.loads(head)
        if facts["byte_order"] != sys.byteorder:
            return None
        return StoredLibrary(data, start, facts if clean is None else cleaned(facts, clean), clean)
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


def _first_line(checksum: int) -> bytes:
    return b"%s %08x\n" % (FORMAT.encode(), checksum)


def _array(code: str, data: bytes) -> array[Any]:
    numbers = array(code)
    numbers.frombytes(data)
    return numbers


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _entry_data(entry: Entry) -> list[object]:
    return [
        entry.id,
        entry.question,
        entry.question_markdown,
        entry.answer,
        entry.category,
        _source_data(entry.source),
        entry.kind,
        entry.tags,
        _links_data(entry.links),
        _code_data(entry.code_blocks),
        [_source_data(source) for source in entry.also_at],
        entry.answer_text,
        entry.text_lines,
    ]


def _introduction_data(own: Introduction | None) -> list[object] | None:
    if own is None:
        return None
    sources = [_source_data(source) for source in own.sources]
    return [own.text, sources, own.plain, _links_data(own.links), _code_data(own.code_blocks)]


def _links_data(links: Iterable[Link]) -> list[object]:
    return [[link.text, link.url, link.entry] for link in links]


def _code_data(blocks: Iterable[CodeBlock]) -> list[object]:
    return [[block.language, block.text] for block in blocks]


def _source_data(source: Source) -> list[object]:
    return [source.path, source.start_line, source.end_line]


def _entry(data: list[Any]) -> Entry:
    id_, question, markdown, answer, category, source, kind, tags, links, blocks, also_at, text, lines = data
    return Entry(
        id_,
        question,
        markdown,
        answer,
        tuple(category),
        Source(*source),
        None if kind is None else Kind(kind),
        tuple(tags),
        _links(links),
        _code(blocks),
        tuple([Source(*place) for place in also_at]),
        text,
        tuple(lines),
    )


def _introduction(data: list[Any] | None) -> Introduction | None:
    if data is None:
        return None
    text, sources, plain, links, blocks = data
    return Introduction(text, tuple([Source(*place) for place in sources]), plain, _links(links), _code(blocks))


def _links(data: list[Any]) -> tuple[Link, ...]:
    return tuple([Link(*link) for link in data])


def _code(data: list[Any]) -> tuple[CodeBlock, ...]:
    return tuple([CodeBlock(*block) for block in data])
