"""Files as bytes: regular ones and named pipes, read within bounds, and what is known of them without reading them again."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from typing import TYPE_CHECKING, TypeAlias

from faqtui.errors import ContentError
from faqtui.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container

MAX_FILE = 100_000_000
"""Bytes of the largest file that is read."""

PIECE = 1 << 20
"""Bytes that are read at a time where nobody knows how many come."""

State: TypeAlias = tuple[int, int, int, int, int]
"""Device, inode, size, and the times of the last change of content and of anything, in ns: writing makes another."""


class KnownFile(NamedTuple):
    """A file as it was read before: its state then and the digest of its content, b"" for one that was not wanted.

    `named` says that somebody named it, and not a directory that it is in.
    """

    state: State
    digest: bytes
    named: bool


class RawFile:
    """A file as read. `path` is what users see; `root` is how many leading parts of it (between slashes) they gave.

    `real` is where it is, "" where it cannot be read again, and `state` what it was like when it was read, None where that
    does not tell whether it has changed since. `known` is what was known of it, where it was not read again.
    """

    __slots__ = ("_data", "_digest", "known", "path", "real", "root", "size", "state")

    def __init__(
        self,
        path: str,
        data: bytes | None,
        root: int = 0,
        *,
        real: str = "",
        state: State | None = None,
        known: KnownFile | None = None,
    ) -> None:
        """Without `data` it is a file that was read before, which is `known`."""
        self.path = path
        self.root = root
        self.real = real
        self.known = known
        self._data = data
        self.state = state if known is None else known.state
        self._digest = b"" if known is None else known.digest
        self.size = known.state[2] if known is not None else len(data or b"")

    @property
    def data(self) -> bytes:
        """The content, as `read` gives it."""
        return self.read()

    def read(self) -> bytes:
        """The content, read now if it was not. Raises ContentError where it cannot be."""
        if self._data is None:
            if not self.real:
                raise ContentError(self.path, "cannot be read again")
            found = read_regular(self.real, self.path)
            if found is None:
                raise ContentError(self.path, "not read")
            self._data, self.state, self.size = found.data, found.state, len(found.data)
            self._digest, self.known = b"", None
        return self._data

    @property
    def digest(self) -> bytes:
        """What stands for the content."""
        if not self._digest:
            from faqtui.host.digests import digest

            self._digest = digest(self.data)
        return self._digest

    def release(self) -> bool:
        """Forget the content, of which only the digest will be asked for; whether nobody had asked for that since it was read."""
        before = self._digest
        self._digest = self.digest
        self._data = None
        return self._digest != before

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RawFile):
            return NotImplemented
        return (self.path, self.root, self.data) == (other.path, other.root, other.data)

    __hash__ = None  # type: ignore[assignment]


class Bytes(NamedTuple):
    """The content of a file, its state, None where it was written to meanwhile or is a pipe, and its device and inode."""

    data: bytes
    state: State | None
    identity: tuple[int, int]


def read_regular(
    real: str,
    shown: str,
    *,
    seen: Container[tuple[int, int]] = (),
    pipes: bool = False,
    follows: Callable[[str], bool] | None = None,
) -> Bytes | None:
    """The content of a regular file, or with `pipes` of a pipe too; None for one whose device and inode were `seen` before.

    A link is followed where `follows` says so of the path it leads to, or always. Raises ContentError, with the name that is
    `shown`, for what is neither, too large, or cannot be read.
    """
    try:
        handle = _opened(real, shown, follows)
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            identity = (status.st_dev, status.st_ino)
            if stat.S_ISFIFO(status.st_mode) and pipes:  # named by somebody, as in `faqtui <(command)`
                return Bytes(_read_pipe(file, shown), None, identity)
            if not stat.S_ISREG(status.st_mode):
                raise ContentError(shown, "not a regular file")
            if identity in seen:
                return None
            if status.st_size > MAX_FILE:
                raise ContentError(shown, _too_large(status.st_size))
            data = read_bounded(file, MAX_FILE, status.st_size)
            state = state_of(status)
            rested = state_of(os.fstat(handle)) == state
    except OSError as error:
        raise ContentError(shown, (error.strerror or str(error)).lower()) from None
    except ValueError:  # a NUL in the name
        raise ContentError(shown, "not a file name") from None
    if len(data) > MAX_FILE:
        raise ContentError(shown, _too_large(len(data)))
    return Bytes(data, state if rested else None, identity)


def _opened(real: str, shown: str, follows: Callable[[str], bool] | None) -> int:
    # Without O_NONBLOCK, opening a FIFO would wait for somebody to write to it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if follows is None:
        return os.open(real, flags)
    try:
        return os.open(real, flags | getattr(os, "O_NOFOLLOW", 0))
    except OSError as error:
        if error.errno not in _IS_LINK:
            raise
    target = os.path.realpath(real)
    if os.path.exists(target) and not follows(target):  # noqa: PTH110 - a string, as the others
        raise ContentError(shown, "a link out of the directory, to what has no name of a document")
    return os.open(real, flags)


_IS_LINK = (errno.ELOOP, errno.EMLINK)
"""What a link that is not to be followed is told by, on Linux and macOS, and on FreeBSD."""


def state_of(status: os.stat_result) -> State:
    """What is compared to see whether a file has changed."""
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def state_at(path: str) -> State | None:
    """The state of what is at a path; None where nothing is, or nobody may look."""
    try:
        return state_of(os.stat(path))  # noqa: PTH116 - a string, thousands of times
    except (OSError, ValueError):
        return None


def read_bounded(file: BufferedReader, most: int, expected: int = 0) -> bytes:
    """What `file` has, `most` bytes and one more at the most: who gets more than `most` knows that it is too large.

    It is read in pieces, since a buffer of `most` bytes is memory that not every process has. `expected` bytes are likely.
    After what ends it nothing more is asked for: at a terminal that would have to be typed twice.
    """
    data = file.read1(min(expected, most) + 1)
    pieces, total = [data], len(data)
    while data and total <= most and (data := file.read1(min(PIECE, most + 1 - total))):
        pieces.append(data)
        total += len(data)
    return b"".join(pieces)


def _read_pipe(file: BufferedReader, shown: str) -> bytes:
    """All that comes through a pipe. Nobody waits for a writer: where there is none, there is nothing to read."""
    os.set_blocking(file.fileno(), True)
    data = read_bounded(file, MAX_FILE)
    if not data:
        raise ContentError(shown, "not a regular file, and nobody writes to this pipe")
    if len(data) > MAX_FILE:
        raise ContentError(shown, f"too large: at most {MAX_FILE // 1_000_000} MB are read")
    return data


def _too_large(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB is too large: at most {MAX_FILE // 1_000_000} MB are read"
