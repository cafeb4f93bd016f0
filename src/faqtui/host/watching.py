"""Noticing that files change, by asking for their state again and again. Which and what for is not known here.

Asking works where notices do not (NFS, SSHFS, containers). It happens in a thread of its own, since a file system that
is far away may keep one waiting; at most `FILES_A_SECOND` are asked about, and nothing at all is sent or drawn by it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TypeAlias

from faqtui.host.threads import begin

FILES_A_SECOND = 200
"""More would be felt by a file server that many sessions ask."""

EVERY = 1.0
"""Seconds between two rounds."""

SETTLED_AFTER = 0.2
"""Seconds in which nothing may change before a change counts: editors write a file in several steps."""

MOST_ROUNDS = 25
"""Rounds of waiting for that; a file that never rests is read as it is."""

State: TypeAlias = tuple[int, int, int, int]
"""Inode, size and the times of the last change of content and of anything, in ns: an editor changes one of them."""


class Watcher:
    """Calls `changed`, in its own thread, after some of the `files` that there are by then have changed and come to rest."""

    def __init__(
        self, files: Callable[[], Iterable[str]], changed: Callable[[], object], *, every: float | None = None
    ) -> None:
        self._files = files
        self._changed = changed
        self._every = EVERY if every is None else every
        self._stopped = threading.Event()

    def start(self) -> None:
        """Begin; what is there now is what later states are compared with."""
        with suppress(OSError):  # no thread is to be had: files are read again when asked only
            begin(self._watch)

    def stop(self) -> None:
        """End, without waiting for a file system that does not answer."""
        self._stopped.set()

    def _watch(self) -> None:
        known = self._states()
        while not self._stopped.wait(self._every):
            seen = self._states()
            if seen == known:
                continue
            for _ in range(MOST_ROUNDS):
                if self._stopped.wait(SETTLED_AFTER):
                    return
                again, seen = seen, self._states()
                if seen == again:
                    break
            known = seen
            self._changed()

    def _states(self) -> dict[str, State]:
        """The state of each file, as many a second as are allowed."""
        states: dict[str, State] = {}
        for number, path in enumerate(self._files(), 1):
            try:
                status = os.stat(path)  # noqa: PTH116 - a string, thousands of times
            except OSError:
                continue
            states[path] = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            if number % FILES_A_SECOND == 0 and self._stopped.wait(1.0):
                break
        return states
