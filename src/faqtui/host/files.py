"""Files of our own: replaced as a whole, and believed only where nobody else can have written them.

Whoever reads one meanwhile, or after a crash, sees all of the old or all of the new.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


def replace_file(path: Path, pieces: Iterable[bytes], mode: int = 0o600) -> None:
    """Put a file with `pieces` in the place of `path`, in whose directory it is written first.

    Raises what the pieces or the file system raise; then the old file is there as it was, and nothing else.
    """
    import tempfile  # 6 ms that only a session that writes should pay

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")  # readable by the user alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            if mode != 0o600:
                os.fchmod(file.fileno(), mode)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_file(path: str, pieces: Iterable[bytes], mode: int | None = None) -> None:
    """Write to what a user has named: all or nothing to a file, or where it leads as a link, with `mode` or the one it has.

    A device or a pipe is written to as it stands: in its place there must never be a file. Raises OSError.
    """
    if not path or path.endswith("/"):  # which a path loses when it is resolved
        raise IsADirectoryError(errno.EISDIR, "it names a directory" if path else "an empty name is no file")
    try:
        status = os.stat(path)  # noqa: PTH116 - /dev/stdout may lead to what has no name
    except FileNotFoundError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        with open(path, "wb") as file:  # noqa: PTH123 - the same
            file.writelines(pieces)
        return
    if mode is None and status is not None:
        mode = status.st_mode & 0o777
    elif mode is None:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    replace_file(Path(path).resolve(), pieces, mode)


def open_own(path: Path, *, links: bool = False) -> BinaryIO:
    """Open a file to read that this user wrote, and that no other could have put in its place.

    It is a regular file, and no link unless `links` are allowed; it and the directory of `path` belong to this user, and
    neither group nor others may write to them. Raises OSError where any of that does not hold; nothing is waited for.
    """
    handle = os.open(path, os.O_RDONLY | (0 if links else os.O_NOFOLLOW) | os.O_NONBLOCK | os.O_CLOEXEC)
    file = os.fdopen(handle, "rb")
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or not _is_own(status) or not _is_own(path.parent.stat()):
            raise PermissionError(f"{path}: somebody else could have written it")
    except OSError:
        file.close()
        raise
    return file


def _is_own(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
