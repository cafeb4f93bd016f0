"""What is kept of a FAQ on disk, under which name, and when it is thrown away.

A saved library (`faqtui.search.store`) stands under a name made of the content and of this program's code, in a directory
that the caller names; whatever changes has another name, and of those that are not asked for any more the oldest go.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.__about__ import __version__
from faqtui.search import store

if TYPE_CHECKING:
    from faqtui.model import Library
    from faqtui.search.index import SearchIndex
    from faqtui.sources import RawFile

SAVED_LIBRARIES = 32
"""Files kept in the directory of saved libraries; the oldest go first."""

SAVED_BYTES = 500_000_000
"""Bytes that they may have together. The newest stays whatever its size."""

ABANDONED = 3600
"""Seconds after which an unfinished file is nobody's: the largest library takes a minute to write."""

BLOCKS_UP_TO = 300_000
"""Characters of answers up to which their blocks are saved too: parsing them takes about a second for a million."""

NO_SAY = frozenset({"commands", "host", "serving", "start", "tui", "view", "wire"})
"""The folders of this package that have no say in what is saved; what is new has, until it is named here."""

_SUFFIX = ".library"
_PACKAGE = os.path.dirname(__file__)  # noqa: PTH120 - a string: each Path of a walk would cost more than its directory


def path_of(cache_dir: Path, files: Sequence[RawFile]) -> Path:
    """Where the library of these files is saved, or would be, by this version of the program."""
    return cache_dir / "libraries" / (key(files, __version__ + code()) + _SUFFIX)


def key(files: Sequence[RawFile], version: str) -> str:
    """A name for the saved library of these files and this version of the program: 40 hexadecimal digits."""
    try:
        from _blake2 import blake2b  # where hashlib has it from, without loading OpenSSL first: 4 ms of each start
    except ImportError:  # a Python that is built otherwise
        from hashlib import blake2b

    digest = blake2b(f"{store.FORMAT}\0{version}".encode(), digest_size=20)
    for file in files:
        path = file.path.encode("utf-8", "surrogatepass")
        digest.update(b"\0%d %d %d\0" % (len(path), len(file.data), file.root))
        digest.update(path)
        digest.update(file.data)
    return digest.hexdigest()


def code(package: str = _PACKAGE) -> str:
    """What changes with the modules that decide what is saved, in a clone where the version stays: 0.3 ms."""
    try:
        found = [module.stat() for module in _modules(package)]
    except OSError:  # in an archive nothing changes
        return ""
    return f" {max(module.st_mtime_ns for module in found)} {sum(module.st_size for module in found)}"


def _modules(directory: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(directory) as found:
        for entry in found:
            if entry.name.endswith(".py"):
                yield entry
            elif not (entry.name in NO_SAY or entry.name.startswith(("_", "."))) and entry.is_dir():
                yield from _modules(entry.path)


def save_library(path: Path, library: Library, index: SearchIndex | None = None) -> bool:
    """Write a library, with `index` the blocks of its answers too; the oldest beside it make room. False where it cannot be."""
    try:
        store.save(path, library, blocks=_blocks(library) if index is not None else None, index=index)
        _drop_oldest(path.parent)
    except OSError:
        return False
    return True


def _blocks(library: Library) -> list[object] | None:
    """The answers as blocks to lay out; None where these would take too long to make."""
    from faqtui.render import dump_blocks, parse_answer

    if sum(len(entry.answer) for entry in library.entries) > BLOCKS_UP_TO:
        return None
    return [dump_blocks(parse_answer(entry.answer)) for entry in library.entries]


def _drop_oldest(directory: Path) -> None:
    """Keep the newest saved libraries only, so that a changing FAQ does not fill the disk."""
    from time import time

    found: list[tuple[int, int, Path]] = []
    for path in directory.glob(f"*{_SUFFIX}*"):
        try:
            status = path.lstat()
        except OSError:  # another instance was here first
            continue
        if path.suffix == _SUFFIX:
            found.append((status.st_mtime_ns, status.st_size, path))
        elif status.st_mtime < time() - ABANDONED:  # a file that was being written when its program was killed
            path.unlink(missing_ok=True)
    found.sort(reverse=True)
    total = 0
    for number, (_, size, path) in enumerate(found):
        total += size
        if number >= SAVED_LIBRARIES or (number and total > SAVED_BYTES):
            path.unlink(missing_ok=True)
