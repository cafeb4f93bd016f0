"""What is remembered between sessions, a file per library: bookmarks, and where reading ended.

JSON, private to the user, replaced as a whole. Two programs may change it at once: each change reads the file anew
under a lock. Where the directory is (see `faqtui.host.paths`) and whether anything may be written is the caller's business.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from faqtui.host.files import open_own, replace_file
from faqtui.host.jsons import dumped, loaded
from faqtui.host.paths import here, make_private
from faqtui.records import NamedTuple

FORMAT = 1
LARGEST = 1_000_000
"""Bytes of a file that is read; ours are far smaller."""

LAYOUT = "layout.json"
"""What is remembered of the screen, the same for all libraries."""

BACKGROUNDS = "backgrounds.json"
"""What terminals have said of their backgrounds."""

MOST_TERMINALS = 30
"""Terminals whose backgrounds are remembered; the oldest go first."""

MOST_BOOKMARKS = 2000
"""Kept for a library; the oldest go first. Those of the longest ids (some 300 bytes) still fit into `LARGEST`."""

ABANDONED = 60
"""Seconds after which an unfinished file is nobody's."""

WAIT = 1.0
"""Seconds to wait for another program's lock before going on without: locks do not work on every file system."""


class Remembered(NamedTuple):
    """Ids of bookmarked entries in the order they were marked; the entry read last, and its first line in view."""

    bookmarks: tuple[str, ...] = ()
    last: tuple[str, int] | None = None


def state_file(directory: Path, paths: Sequence[str]) -> Path:
    """The file for the library loaded from `paths` (none: the FAQ that ships), as seen from the working directory."""
    from hashlib import blake2b  # asked for by few sessions

    if not paths:
        return directory / "packaged.json"
    names = "\0".join(str(Path(here(), path)) for path in paths)
    return directory / f"{blake2b(names.encode('utf-8', 'surrogateescape'), digest_size=16).hexdigest()}.json"


def load(path: Path) -> Remembered:
    """What `path` remembers; nothing where it is missing, damaged or of another format. Never raises."""
    data = _read(path)
    if data.get("format") != FORMAT:
        return Remembered()
    marks, last = data.get("bookmarks"), data.get("last")
    bookmarks = tuple([mark for mark in marks if isinstance(mark, str)]) if isinstance(marks, list) else ()
    match last:
        case [str() as entry, int() as line] if line >= 0:
            return Remembered(bookmarks, (entry, line))
        case _:
            return Remembered(bookmarks)


def change(path: Path, how: Callable[[Remembered], Remembered]) -> Remembered:
    """Replace what `path` remembers by what `how` makes of it; returns that. Raises OSError where it cannot be written."""
    make_private(path.parent)
    with _locked(path.with_suffix(".lock")):
        new = how(load(path))
        new = new._replace(bookmarks=new.bookmarks[-MOST_BOOKMARKS:])
        data = {"format": FORMAT, "bookmarks": list(new.bookmarks), "last": new.last}
        _replace(path, dumped(data))
    return new


def tree_share(directory: Path) -> float | None:
    """The part of the screen's width that the user gave the tree, in all libraries; None where they never did."""
    share = _read(directory / LAYOUT).get("tree")
    return share if isinstance(share, float) and 0 < share < 1 else None


def keep_tree_share(directory: Path, share: float) -> None:
    """Remember the part of the width for the tree. Raises OSError where it cannot be written."""
    make_private(directory)
    _replace(directory / LAYOUT, dumped({"tree": round(share, 4)}))


def background(directory: Path, terminal: str) -> str | None:
    """What was remembered of the background of `terminal`, by whatever name it is known again."""
    told = _read(directory / BACKGROUNDS).get(terminal)
    return told if isinstance(told, str) else None


def keep_background(directory: Path, terminal: str, shade: str) -> None:
    """Remember the background of `terminal`. Raises OSError where it cannot be written."""
    make_private(directory)
    known = {name: told for name, told in _read(directory / BACKGROUNDS).items() if name != terminal}
    kept = [*known.items(), (terminal, shade)][-MOST_TERMINALS:]
    _replace(directory / BACKGROUNDS, dumped(dict(kept)))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    import fcntl

    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    try:
        deadline = time.monotonic() + WAIT
        while time.monotonic() < deadline:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(0.001)  # a writer holds it for 2 ms, and one in a loop lets go of it for less than 1
            except OSError:  # no locks here
                break
            else:
                break
        yield
    finally:
        os.close(handle)


def _read(path: Path) -> dict[str, Any]:
    """The JSON object in `path`; an empty one where there is none, or none of our own."""
    try:
        with open_own(path, links=True) as file:  # people keep such files elsewhere and link to them
            if os.fstat(file.fileno()).st_size > LARGEST:
                return {}
            data = loaded(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _replace(path: Path, data: bytes) -> None:
    for left in path.parent.glob(f".{path.name}.*"):  # by a program that was killed while it wrote
        with suppress(OSError):
            if left.lstat().st_mtime < time.time() - ABANDONED:
                left.unlink()
    replace_file(path, [data])
