"""Waiting on a machine that has something else to do: how long a program was kept waiting does not count.

The kernel says of each thread whether it runs and how long it has waited for a processor (Linux); elsewhere the wall clock
is all there is.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROC = Path("/proc")
BUSY = frozenset("RDt")
"""States of a thread that goes on by itself: it runs or could, reads a disk, is looked at by strace."""

_beside: list[Callable[[], int | None]] = []


@contextmanager
def beside(pid: Callable[[], int | None]) -> Iterator[None]:
    """Count a server, and all that it starts, to whatever is watched meanwhile: what is in front of it only shows it."""
    _beside.append(pid)
    try:
        yield
    finally:
        _beside.remove(pid)


def tasks(pid: int) -> list[Path]:
    """What the kernel tells of each thread of a process; nothing where it has ended, also between two looks."""
    try:
        return list((PROC / str(pid) / "task").iterdir())
    except OSError:
        return []


def family(pid: int) -> Iterator[int]:
    """A process and all that it has started, as far as they live."""
    yield pid
    for task in tasks(pid):
        children: list[str] = []
        with suppress(OSError):
            children = (task / "children").read_text().split()
        for child in children:
            yield from family(int(child))


class Watch:
    """A stopwatch that stands still while processes, what they have started, or this one wait for a processor."""

    def __init__(self, *pids: int) -> None:
        self._pids = pids
        self.restart()

    def restart(self) -> None:
        """Count from now."""
        self._started = time.monotonic()
        self._before = self._waits()
        self._latest: dict[str, int] = {}

    @property
    def seconds(self) -> float:
        """What has passed, without waiting."""
        self._latest |= self._waits()
        waited = sum(nanoseconds - self._before.get(task, 0) for task, nanoseconds in self._latest.items())
        return time.monotonic() - self._started - waited / 1e9

    @property
    def is_busy(self) -> bool:
        """Whether anything that is watched goes on by itself, or would if there were a processor for it."""
        for task in self._tasks():
            with suppress(OSError):
                if (task / "stat").read_text().rpartition(")")[2].split()[0] in BUSY:
                    return True
        return False

    def _tasks(self) -> Iterator[Path]:
        roots = set(self._pids) | {pid for find in _beside if (pid := find()) is not None}
        for pid in {member for root in roots for member in family(root)}:
            yield from tasks(pid)

    def _waits(self) -> dict[str, int]:
        """By thread, the nanoseconds for which it could have run and did not."""
        waits = {}
        for task in [PROC / str(os.getpid()) / "task" / str(os.getpid()), *self._tasks()]:
            with suppress(OSError, IndexError):
                waits[task.name] = int((task / "schedstat").read_text().split()[1])
        return waits


class Patience:
    """Ends when processes have had so many seconds, or by the clock ten times as many: ``while patience.lasts: ...``."""

    def __init__(self, seconds: float, *pids: int) -> None:
        self.limit = seconds
        self._watch = Watch(*pids)
        self._look = time.monotonic() + seconds
        self._end = time.monotonic() + 10 * seconds

    @property
    def lasts(self) -> bool:
        """Whether there is some left."""
        # What waits is asked only when the wall clock is over, and again when it may have been enough.
        now = time.monotonic()
        if now < self._look:
            return True
        left = self.limit - self._watch.seconds
        self._look = now + max(left, 0.02)
        return left > 0 and now < self._end
