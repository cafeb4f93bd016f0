"""The directories of saved libraries, of inventories and of vectors: under which names these stand there, and when they go.

The name of a library is made of the content and of this program's code: whatever changes has another one, and of those that
are not asked for any more the oldest go.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from faqtui.__about__ import __version__
from faqtui.host.digests import blake2b
from faqtui.host.files import replace_file
from faqtui.host.paths import here, make_private
from faqtui.host.rawfiles import RawFile
from faqtui.records import NamedTuple
from faqtui.saved.library import FORMAT

SAVED_LIBRARIES = 32
"""Files kept in each directory; the oldest go first."""

SAVED_BYTES = 500_000_000
"""Bytes that they may have together. The newest stays whatever its size."""

ABANDONED = 3600
"""Seconds after which an unfinished file is nobody's: the largest library takes a minute to write."""

NO_SAY = frozenset({"commands", "host", "serving", "start", "tui", "view", "wire"})
"""The folders of this package that have no say in what is saved; what is new has, until it is named here."""

LIBRARIES = frozenset(
    (
        "budoux",
        "docutils",
        "emoji",
        "justhtml",
        "markdown_it_py",
        "mdit_py_plugins",
        "python_frontmatter",
        "pyyaml",
        "rjieba",
    )
)
"""Packages of others that have a say in it, by the names of what pip writes about them, in lower case."""

_LIBRARIES, _INVENTORIES, _VECTORS = "libraries", "files", "vectors"
_SUFFIX = ".library"
_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - a string: a walk of Paths would cost more than its stats


class VectorsPlace(NamedTuple):
    """Where vectors are or would be kept (None: nowhere), and the name of the library that they are of ("": not known).

    The file `is_given` where somebody has named it, or what it lies beside: it is for everyone then, and anybody's is read.
    """

    path: Path | None = None
    library: str = ""
    is_given: bool = False

    def of_model(self, model: str) -> VectorsPlace:
        """Where those are that one model makes: who changes between two, or shares a cache, has those of both."""
        return self if self.path is None else self._replace(path=self.path.with_suffix(f".{model}{self.path.suffix}"))


NOWHERE = VectorsPlace()


def vectors_beside(library: Path) -> VectorsPlace:
    """Where the vectors are of a library that was built into a file of its own, whose first line knows it. Raises OSError."""
    with library.open("rb") as file:
        name = file.readline(100).decode("ascii", "replace").strip()
    return VectorsPlace(library.with_name(library.name + ".vectors"), name, is_given=True)


def path_of(cache_dir: Path, files: Sequence[RawFile]) -> Path:
    """Where the library of these files is saved, or would be, by this version of the program."""
    return cache_dir / _LIBRARIES / (key(files, _made_by()) + _SUFFIX)


def named(cache_dir: Path, name: str) -> Path:
    """Where a library is that has this name."""
    return cache_dir / _LIBRARIES / name


def place_of(cache_dir: Path, paths: Sequence[str]) -> Path:
    """Where the inventory of what is at these paths is kept, or would be."""
    name = "\0".join([_made_by(), _seen_from(paths), *paths]).encode("utf-8", "surrogatepass")
    return cache_dir / _INVENTORIES / (blake2b(name, digest_size=20).hexdigest() + ".inventory")


def vectors_of(cache_dir: Path, paths: Sequence[str]) -> Path:
    """Where the vectors are kept of what is at these paths (none: of the FAQ that ships): whatever version made them."""
    name = "\0".join([_seen_from(paths), *paths]).encode("utf-8", "surrogatepass")
    return cache_dir / _VECTORS / (blake2b(name, digest_size=20).hexdigest() + ".vectors")


def _seen_from(paths: Sequence[str]) -> str:
    """The directory that relative paths among these are in; nothing where there is none."""
    return "" if all(path.startswith("/") for path in paths) else here()


def key(files: Sequence[RawFile], version: str) -> str:
    """A name for the saved library of these files and this version of the program: 40 hexadecimal digits."""
    digest = blake2b(f"{FORMAT}\0{version}".encode(), digest_size=20)
    for file in files:
        path = file.path.encode("utf-8", "surrogatepass")
        digest.update(b"\0%d %d\0%b%b" % (len(path), file.root, path, file.digest))
    return digest.hexdigest()


def code(package: str = _PACKAGE) -> str:
    """What changes with the modules that decide what is saved, in a clone where the version stays: 0.3 ms."""
    try:
        found = [module.stat() for module in _modules(package)]
    except OSError:  # in an archive nothing changes
        return ""
    return f" {max(module.st_mtime_ns for module in found)} {sum(module.st_size for module in found)}"


def libraries(places: Iterable[str] | None = None) -> str:
    """Which libraries that have a say in what is read are installed, in which versions: names in `places`, 0.1 ms.

    Those are the directories of packages on Python's path, unless others are given.
    """
    found: list[str] = []
    for place in places if places is not None else [path for path in sys.path if path.endswith("-packages")]:
        try:
            names = os.listdir(place)  # noqa: PTH208 - strings, as above
        except OSError:
            continue
        found += [name for name in names if name.endswith("-info") and name.partition("-")[0].lower() in LIBRARIES]
    return "".join(f" {name}" for name in sorted(found))


def _made_by() -> str:
    return __version__ + code() + libraries()


def _modules(directory: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(directory) as found:
        for entry in found:
            if entry.name.endswith(".py"):
                yield entry
            elif not (entry.name in NO_SAY or entry.name.startswith(("_", "."))) and entry.is_dir():
                yield from _modules(entry.path)


def keep(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a library or an inventory, as a whole and for its owner alone; the oldest beside it make room. Raises OSError."""
    make_private(path.parent)
    replace_file(path, pieces)
    _drop_oldest(path.parent, path.suffix)


def _drop_oldest(directory: Path, suffix: str) -> None:
    """Keep the newest files only, so that a changing FAQ does not fill the disk."""
    from time import time

    found: list[tuple[int, int, Path]] = []
    for path in directory.glob(f"*{suffix}*"):
        try:
            status = path.lstat()
        except OSError:  # another instance was here first
            continue
        if path.suffix == suffix:
            found.append((status.st_mtime_ns, status.st_size, path))
        elif status.st_mtime < time() - ABANDONED:  # a file that was being written when its program was killed
            path.unlink(missing_ok=True)
    found.sort(reverse=True)
    total = 0
    for number, (_, size, path) in enumerate(found):
        total += size
        if number >= SAVED_LIBRARIES or (number and total > SAVED_BYTES):
            path.unlink(missing_ok=True)
