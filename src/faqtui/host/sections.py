"""Files of named sections: a line that names the format with a checksum, a line of JSON with facts, then the sections' bytes.

Data only. A section is bytes, plain numbers, or records, which are read one by one where they are asked for. A file that is
damaged, foreign, of another format or of a machine with another byte order is as good as none. What is in it is not known here.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias
from zlib import crc32

from faqtui.host.files import open_own
from faqtui.host.jsons import dumped, loaded
from faqtui.model import MadeOnAccess

_PIECE = 1 << 20  # bytes read at a time for the checksum; of a file larger than this only what is used is kept

_LONGEST_HEAD = 100_000_000  # bytes of a line of facts

_Data: TypeAlias = "bytes | _File"


class _File:
    """A file whose bytes are read when they are asked for."""

    __slots__ = ("_descriptor",)

    def __init__(self, descriptor: int) -> None:
        self._descriptor = -1
        self._descriptor = os.dup(descriptor)

    def __getitem__(self, part: slice) -> bytes:
        return os.pread(self._descriptor, part.stop - part.start, part.start)

    def __del__(self) -> None:
        if self._descriptor >= 0:  # there may have been none left
            os.close(self._descriptor)


class Records(MadeOnAccess[bytes]):
    """Pieces of a section, one after the other; `ends` are counted from its beginning."""

    __slots__ = ("_data", "_start", "ends")

    def __init__(self, data: _Data, ends: Sequence[int], start: int) -> None:
        self._data = data
        self._start = start
        self.ends = ends

    def _item(self, index: int) -> bytes:
        return self.together(index, index + 1)

    def __len__(self) -> int:
        return len(self.ends)

    def all(self) -> list[bytes]:
        """All of them, read in one go."""
        data = self.together(0, len(self.ends))
        return (
            [data[begin:end] for begin, end in zip((0, *self.ends[:-1]), self.ends, strict=True)] if self.ends else []
        )

    def together(self, first: int, end: int) -> bytes:
        """The records from `first` to before `end`, one behind the other."""
        if first >= end:
            return b""
        begin = self.ends[first - 1] if first else 0
        return self._data[self._start + begin : self._start + self.ends[end - 1]]


class Sections:
    """What is in such a file: the facts, decoded, and sections that are read when they are asked for."""

    __slots__ = ("_data", "_places", "_start", "facts")

    def __init__(self, data: _Data, start: int, facts: dict[str, Any]) -> None:
        self._data = data
        self._start = start
        self._places: dict[str, tuple[int, int]] = facts.pop("sections")
        self.facts = facts

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def names(self) -> list[str]:
        """The names of the sections."""
        return list(self._places)

    def size(self, name: str) -> int:
        """The bytes of a section."""
        return self._places[name][1]

    def section(self, name: str) -> bytes:
        """The bytes of a section. Raises KeyError where there is none of this name."""
        offset, size = self._places[name]
        return self._data[self._start + offset : self._start + offset + size]

    def numbers(self, name: str, code: str) -> array[Any]:
        """A section of numbers with a type code of `array`."""
        numbers = array(code)
        numbers.frombytes(self.section(name))
        return numbers

    def records(self, name: str) -> Records:
        """The records of a section."""
        return Records(self._data, self.numbers(f"{name} ends", "I"), self._start + self._places[name][0])


class Packing:
    """Collects the sections of a file that is to be written."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[int, int]] = {}
        self._body: list[bytes] = []
        self._size = 0

    def add(self, name: str, *pieces: bytes) -> None:
        """A section of bytes."""
        size = sum(map(len, pieces))
        self._places[name] = (self._size, size)
        self._body += pieces
        self._size += size

    def add_numbers(self, name: str, code: str, numbers: Sequence[int] | Sequence[float]) -> None:
        """A section of numbers, with a type code of `array`."""
        self.add(
            name,
            (numbers if isinstance(numbers, array) and numbers.typecode == code else array(code, numbers)).tobytes(),
        )

    def add_records(self, name: str, runs: Iterable[bytes | tuple[Records, int, int]]) -> None:
        """A section of records, each given as bytes, or as a run of another file's: from which to before which.

        Raises OverflowError where they have more than 4 GB.
        """
        pieces: list[bytes] = []
        single: list[bytes] = []
        ends = array("I")
        end = 0
        for run in runs:
            if isinstance(run, bytes):
                single.append(run)
                end += len(run)
                ends.append(end)
                continue
            records, first, last = run
            begin = records.ends[first - 1] if first else 0
            pieces += (b"".join(single), records.together(first, last))
            single.clear()
            ends.extend([end - begin + other for other in records.ends[first:last]])
            end += len(pieces[-1])
        self.add(name, *pieces, b"".join(single))
        self.add(f"{name} ends", ends.tobytes())

    def pieces(self, kind: str, facts: dict[str, Any]) -> list[bytes]:
        """What the file consists of, from the first line to the last section."""
        head = dumped({**facts, "byte_order": sys.byteorder, "sections": self._places})
        pieces = [head, b"\n", *self._body]
        checksum = 0
        for piece in pieces:
            checksum = crc32(piece, checksum)
        return [_first_line(kind, checksum), *pieces]


def load(path: Path, kind: str, *, is_new: bool = False) -> Sections | None:
    """Open a file of a `kind` of format; None where it is missing, damaged or foreign, or another could have put it there.

    One that `is_new` was written a moment ago, so that its checksum need not be worked out again.
    """
    try:
        with open_own(path) as file:
            return read(file, kind, is_new=is_new)
    except (OSError, ValueError):  # a NUL in the name
        return None


def read(file: BinaryIO, kind: str, *, is_new: bool = False) -> Sections | None:
    """As `load` from an open file, which may be closed then."""
    try:
        first = file.readline(len(_first_line(kind, 0)))
        if not first.startswith(kind.encode()):
            return None
        head = file.readline(_LONGEST_HEAD)
        start = file.tell()
        facts = loaded(head)
        end = start + max([offset + size for offset, size in facts["sections"].values()], default=0)
        # Asked for before anything is read to work out a checksum: a file may have grown to the size of the disk.
        if file.seek(0, os.SEEK_END) != end:
            return None
        file.seek(start)
        checksum = crc32(head)
        while not is_new and (piece := file.read(_PIECE)):
            checksum = crc32(piece, checksum)
        if not is_new and first != _first_line(kind, checksum):
            return None
        file.seek(0, os.SEEK_END)
        data: _Data = file.getvalue() if isinstance(file, BytesIO) else _File(file.fileno())
        if isinstance(data, _File) and file.tell() <= _PIECE:
            data = data[0 : file.tell()]
        if facts.pop("byte_order") != sys.byteorder:
            return None
        return Sections(data, start, facts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _first_line(kind: str, checksum: int) -> bytes:
    return b"%s %08x\n" % (kind.encode(), checksum)
