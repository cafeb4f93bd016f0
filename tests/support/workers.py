"""Pieces of work done by a few processes, none of which can hold up the others.

Each process is forked with all of the work and told by number what to do. Where a piece takes more processor time than it
may, the process is killed, also where it computes in C and hears no signal, and another takes its place; the same where it
ends by itself.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import multiprocessing
import os
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

import psutil

Result = TypeVar("Result")

MEMORY = 3 << 30
"""Bytes of address space that a process may have; more is an error of the piece it is at."""


class Worker(Generic[Result]):
    """One process, at a home of its own."""

    def __init__(self, pieces: Sequence[Callable[[], Result]], begin: Callable[[], None], home: str) -> None:
        self.line, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.get_context("fork").Process(
            target=_work, args=(theirs, pieces, begin, home), daemon=True
        )
        self.process.start()
        theirs.close()
        self.line.recv()  # it has begun: what it loads is no part of its first piece
        self.number = -1
        self._before = 0.0

    def give(self, number: int) -> None:
        """Have it do a piece."""
        self.number, self._before = number, self._spent()
        self.line.send(number)

    def seconds(self) -> float:
        """Processor time that the piece has taken until now."""
        return self._spent() - self._before

    def _spent(self) -> float:
        try:
            times = psutil.Process(self.process.pid).cpu_times()
        except psutil.NoSuchProcess:
            return 0.0
        return float(times.user + times.system)

    def end(self) -> None:
        """Let it go."""
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        self.line.close()


def done(
    pieces: Sequence[Callable[[], Result]], begin: Callable[[], None], count: int, most: float
) -> Iterator[tuple[int, Result | str, float]]:
    """Each piece's number, what it gave, or in words what was wrong with it, and the processor time that it took."""
    waiting = iter(range(len(pieces)))
    with tempfile.TemporaryDirectory() as home, contextlib.ExitStack() as ended:
        workers: list[Worker[Result]] = []

        def another() -> Worker[Result]:
            workers.append(Worker(pieces, begin, home))
            ended.callback(workers[-1].end)
            return workers[-1]

        for number in itertools.islice(waiting, count):
            another().give(number)
        while workers:
            ready = wait([worker.line for worker in workers], timeout=1.0)
            for worker in list(workers):
                result: Result | str
                seconds = worker.seconds()
                alive = worker.line in ready
                if alive:
                    try:
                        result = worker.line.recv()
                    except (EOFError, OSError):
                        result, alive = "its process ended", False
                elif seconds > most:
                    result = f"not done after {seconds:.0f} s"
                else:
                    continue
                yield worker.number, result, seconds
                following = next(waiting, None)
                if not alive or following is None:
                    worker.end()
                    workers.remove(worker)
                if following is not None:
                    (worker if alive else another()).give(following)


def _work(line: Connection, pieces: Sequence[Callable[[], Result]], begin: Callable[[], None], home: str) -> None:
    for name in [name for name in os.environ if name.startswith(("XDG_", "FAQTUI_"))]:
        del os.environ[name]
    os.environ["HOME"] = tempfile.mkdtemp(dir=home)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    begin()
    gc.collect()
    gc.freeze()
    line.send(-1)
    with contextlib.suppress(EOFError):
        while True:
            number = line.recv()
            try:
                line.send(pieces[number]())
            except Exception as error:  # whatever it is, the piece has failed and the next is tried
                traceback.print_exc(limit=-3, file=sys.stderr)
                line.send(f"raised {type(error).__name__}: {error}"[:200])
