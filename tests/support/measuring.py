"""Measuring a program from outside, by what comes out of its terminal and by what the kernel counts."""

from __future__ import annotations

import heapq
import os
import select
import time
from pathlib import Path
from typing import NamedTuple

from support.patience import Patience, Watch
from support.pty_terminal import PtyTerminal

QUESTION, ATTRIBUTES = b"\x1b[?2026$p", b"\x1b[c"
"""DECRQM: what is asked of a terminal at the start, and on slow links later."""


class Reaction(NamedTuple):
    """What a key set off: milliseconds to the last byte, bytes, and bursts with pauses of over 4 ms between them."""

    ms: float
    size: int
    bursts: int


def reaction(terminal: PtyTerminal, key: str = "", quiet: float = 0.25, since: float | None = None) -> Reaction:
    """Type `key` and read until nothing has come for `quiet` seconds; times are counted from `since`, or from now.

    They are taken where the bytes are read, before anything looks at them.
    """
    started = last = time.perf_counter() if since is None else since
    if key:
        os.write(terminal.master, key.encode())
    size, bursts = 0, 0
    while select.select([terminal.master], [], [], quiet if size or since is None else 20)[0]:
        try:
            data = os.read(terminal.master, 65536)
        except OSError:  # it has left
            break
        now = time.perf_counter()
        bursts += not size or now - last > 0.004
        last = now
        size += len(data)
    return Reaction((last - started) * 1000, size, bursts)


def wakeups(pid: int) -> int:
    """How often the threads of a process have gone to sleep, which they do as often as they wake up (Linux)."""
    total = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split()[1])
    return total


def memory_mb(pid: int, which: str = "VmRSS") -> float:
    """Memory of a process in MB as the kernel counts it; `which` is a line of its status, ``VmHWM`` the most so far (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{which}:"):
            return int(line.split()[1]) / 1024
    return 0.0  # it has ended, and nobody has reaped it yet


def idle(terminal: PtyTerminal, seconds: float) -> tuple[int, float]:
    """Bytes and wake-ups a second while nothing happens."""
    before, size = wakeups(terminal.process.pid), 0
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([terminal.master], [], [], left)[0]:
            size += len(os.read(terminal.master, 65536))
    return size, (wakeups(terminal.process.pid) - before) / seconds


def leaving(terminal: PtyTerminal, key: str) -> float:
    """Milliseconds from a key to the process being gone."""
    started = time.perf_counter()
    os.write(terminal.master, key.encode())
    while terminal.process.poll() is None:
        if select.select([terminal.master], [], [], 0.001)[0]:
            try:
                terminal.answer(os.read(terminal.master, 65536))
            except OSError:
                continue
    return (time.perf_counter() - started) * 1000


class SlowLink:
    """A line between a person and a program: so many bytes a second, and so many seconds each way.

    What the program writes is taken at once and waits for the line, as in the buffers of sshd and of the network. At its end
    stands a terminal that answers what it is asked about modes, as all do.
    """

    def __init__(self, terminal: PtyTerminal, *, bytes_a_second: float = 7000, delay: float = 0.1) -> None:
        self.terminal = terminal
        self.rate = bytes_a_second
        self.delay = delay
        self.answers = True
        self._free = 0.0
        self._rest = b""
        self._underway: list[tuple[float, bytes]] = []

    def settle(self, keys: list[str], gap: float, quiet: float = 0.7) -> tuple[float, int]:
        """Type `keys` with `gap` seconds between; seconds from the last key to the last byte seen, and bytes.

        It has settled when nothing was seen, and nothing was underway, for `quiet` seconds in which the program could work.
        """
        start = time.monotonic()
        watch, patience = Watch(self.terminal.process.pid), Patience(60, self.terminal.process.pid)
        for number, key in enumerate(keys):
            self._type(start + number * gap, key.encode())
        last_key = seen = start + max(0, len(keys) - 1) * gap
        size = 0
        while (
            self._underway
            or time.monotonic() - max(seen, last_key) < quiet + self.delay
            or ((watch.seconds < quiet or watch.is_busy) and patience.lasts)
        ):
            now = time.monotonic()
            while self._underway and self._underway[0][0] <= now:
                os.write(self.terminal.master, heapq.heappop(self._underway)[1])
            pause = min(0.01, self._underway[0][0] - now) if self._underway else 0.01
            if select.select([self.terminal.master], [], [], max(0.0, pause))[0]:
                data = os.read(self.terminal.master, 65536)
                watch.restart()
                self.terminal.output += data
                size += len(data)
                self._free = max(self._free, time.monotonic()) + len(data) / self.rate
                seen = self._free + self.delay
                self._answer(data, seen)
        return seen - last_key, size

    def _type(self, when: float, data: bytes) -> None:
        heapq.heappush(self._underway, (when + self.delay, data))

    def _answer(self, data: bytes, when: float) -> None:
        self._rest += data
        for _ in range(self._rest.count(QUESTION) * self.answers):
            self._type(when, b"\x1b[?2026;2$y")
        if ATTRIBUTES in data:
            self._type(when, b"\x1b[?62c")
        self._rest = self._rest.rpartition(QUESTION)[2][-len(QUESTION) :]
