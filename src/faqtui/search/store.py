"""The saved library: what parsing found, kept in the cache directory so that the second start need not parse.

The file is data only: JSON, one line for the header and one for each entry, decoded when the entry is first asked for.
A file that is missing, damaged, foreign or of another version is as good as none. Where the cache directory is, and when to
save, is decided elsewhere.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol, overload
from zlib import crc32

from faqtui.model import (
    CategoryNode,
    CodeBlock,
    Diagnostic,
    Entry,
    Kind,
    Library,
    Link,
    Severity,
    Source,
)

FORMAT = "faqtui library 1"


class FileLike(Protocol):
    """A file as it was read: its path as shown, its bytes, and how many leading parts of the path were given."""

    @property
    def path(self) -> str: ...
    @property
    def data(self) -> bytes: ...
    @property
    def root(self) -> int: ...


def key(files: Sequence[FileLike], version: str) -> str:
    """A name for the saved library of these files and this version of the program: 40 hexadecimal digits."""
    try:
        from _blake2 import blake2b  # where hashlib has it from, without loading OpenSSL first: 4 ms of each start
    except ImportError:  # a Python that is built otherwise
        from hashlib import blake2b

    digest = blake2b(f"{FORMAT}\0{version}".encode(), digest_size=20)
    for file in files:
        path = file.path.encode("utf-8", "surrogatepass")
        digest.update(b"\0%d %d %d\0" % (len(path), len(file.data), file.root))
        digest.update(path)
        digest.update(file.data)
    return digest.hexdigest()


class StoredLibrary:
    """A library read from a file; its entries are decoded when asked for."""

    __slots__ = ("_lines", "library")

    def __init__(self, library: Library, lines: list[bytes]) -> None:
        self.library = library
        self._lines = lines

    def blocks(self, position: int) -> object | None:
        """What was saved beside an entry as its laid-out answer; None where nothing was."""
        blocks: object | None = json.loads(self._lines[2 * position + 1])
        return blocks


class _Entries(Sequence[Entry]):
    """Entries of a saved library, decoded on access and then kept."""

    __slots__ = ("_lines", "_made")

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines
        self._made: dict[int, Entry] = {}

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        entry = self._made.get(index)
        if entry is None:
            if not 0 <= index < len(self):
                raise IndexError(index)
            entry = self._made[index] = _entry(json.loads(self._lines[2 * index]))
        return entry

    def __len__(self) -> int:
        return len(self._lines) // 2

    def __iter__(self) -> Iterator[Entry]:
        return (self[i] for i in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    __hash__ = None  # type: ignore[assignment]


def save(path: Path, library: Library, *, blocks: Sequence[object] | None = None) -> None:
    """Write a library to `path`, atomically and readable by its owner only; `blocks` has one JSON value for each entry.

    Raises OSError when the file cannot be written.
    """
    lines: list[bytes] = []
    for position, entry in enumerate(library.entries):
        lines.append(_dump(_entry_data(entry)))
        lines.append(_dump(blocks[position] if blocks is not None else None))
    head = _dump(
        {
            "title": library.title,
            "categories": [[c.path, c.count, c.entries] for c in library.categories],
            "diagnostics": [[d.code, d.severity, d.message, d.path, d.line] for d in library.diagnostics],
            "aliases": dict(library.aliases),
        }
    )
    body = b"\n".join([head, *lines])
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # mkstemp makes the file with mode 0600.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(b"%s %08x\n" % (FORMAT.encode(), crc32(body)))
            file.write(body)
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def load(path: Path) -> StoredLibrary | None:
    """Read a library that `save` wrote; None for a file that is missing, damaged, foreign or of another version."""
    try:
        if not path.is_file():  # a FIFO would block
            return None
        data = path.read_bytes()
        start, _, body = data.partition(b"\n")
        if start != b"%s %08x" % (FORMAT.encode(), crc32(body)):
            return None
        head, *lines = body.split(b"\n")
        facts = json.loads(head)
        library = Library(
            facts["title"],
            _Entries(lines),
            tuple([CategoryNode(tuple(p), count, tuple(e)) for p, count, e in facts["categories"]]),
            tuple(
                [
                    Diagnostic(code, Severity(s), text, where, line)
                    for code, s, text, where, line in facts["diagnostics"]
                ]
            ),
            {word: tuple(others) for word, others in facts["aliases"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return StoredLibrary(library, lines)


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
        [[link.text, link.url, link.entry] for link in entry.links],
        [[block.language, block.text] for block in entry.code_blocks],
        [_source_data(source) for source in entry.also_at],
        entry.answer_text,
        entry.text_lines,
    ]


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
        tuple([Link(*link) for link in links]),
        tuple([CodeBlock(*block) for block in blocks]),
        tuple([Source(*place) for place in also_at]),
        text,
        tuple(lines),
    )
