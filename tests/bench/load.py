"""Many sessions over one SSH server on the loopback interface, and how quickly one leaves.

``python tests/bench/load.py`` starts 40 sessions at 4 a second and types two keys a second in each. Prints the time from a key
to the first byte of its picture in front of the user (through ssh and sshd), the memory of a session (proportional set
size: what several share counts in parts), and the time from ctrl+q to the process reaped: in a terminal of its own, in tmux
and over SSH. Says at the end what is over the aims: 50 ms, 40 MB, 120 ms.
"""

from __future__ import annotations

import argparse
import heapq
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil

from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.sshd import remote, ssh_server

SESSIONS, RATE, KEYS_A_SECOND, SECONDS = 40, 4.0, 2.0, 20.0
KEY_MS, MEMORY_MB, LEAVING_MS = 50, 40, 120
TYPED = "ecr token\x15"  # ctrl+u empties the filter
CONTENT = Path(__file__).parents[2] / "content"


class Session:
    """A login, the keys typed into it, and how long each took to show."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.terminal = PtyTerminal(command, env=env)
        self.begun = time.monotonic()
        self.ready: float | None = None
        self.asked: float | None = None
        self.count = 0
        self.tail = b""
        self.times: list[tuple[float, float]] = []
        """When each key was typed, and how many milliseconds later its picture began to show."""

    def read(self) -> None:
        now = time.monotonic()
        try:
            data = os.read(self.terminal.master, 1 << 16)
        except OSError:
            return
        if self.ready is None:
            self.tail = (self.tail + data)[-4000:]
            if b"quit" in self.tail:
                self.ready = now
        elif self.asked is not None:
            self.times.append((self.asked, (now - self.asked) * 1000))
            self.asked = None

    def key(self) -> None:
        """Type the next key, unless the one before has not shown yet: that one is late, and goes on being timed."""
        if self.asked is None:
            self.terminal.send(TYPED[self.count % len(TYPED)])
            self.count += 1
            self.asked = time.monotonic()


def memory_mb(pid: int) -> float:
    """The proportional set size of a process in MB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no Pss")


def load(directory: Path, sessions: int, seconds: float) -> tuple[float, float]:
    """Run the sessions; the 95th percentile of key to paint in ms, and the median memory of a session in MB."""
    content = directory / "content"
    content.symlink_to(CONTENT)
    running: dict[int, Session] = {}
    with ssh_server(directory, "MaxStartups 100", "MaxSessions 100") as ssh:
        command = [*ssh[:-1], "-tt", ssh[-1], remote([*FAQTUI, content])]
        env = environment(directory)
        first = time.monotonic()
        events = [(first + number / RATE, number, "start") for number in range(sessions)]
        end = first + sessions / RATE + seconds
        numbered: list[Session] = []
        try:
            while (now := time.monotonic()) < end:
                while events and events[0][0] <= now:
                    at, number, what = heapq.heappop(events)
                    if what == "start":
                        session = Session(command, env)
                        numbered.append(session)
                        running[session.terminal.master] = session
                    elif numbered[number].ready is not None:
                        numbered[number].key()
                    # Not all at the same moment: people do not type in step.
                    later = at + (1 / KEYS_A_SECOND if what == "key" else 1.5 + 0.377 * number % 0.5)
                    heapq.heappush(events, (later, number, "key"))
                wait = max(0.0, min(events[0][0], end) - time.monotonic()) if events else 0.05
                for master in select.select(list(running), [], [], wait)[0]:
                    running[master].read()
            pids = [
                process.pid
                for process in psutil.process_iter(["cmdline"])
                if str(content) in (line := process.info["cmdline"] or []) and "-m" in line
            ]
            memory = [memory_mb(pid) for pid in pids]
        finally:
            for session in running.values():
                session.terminal.__exit__()
    all_up = max((session.ready for session in numbered if session.ready is not None), default=end)
    times = sorted(taken for session in numbered for _, taken in session.times)
    settled = sorted(taken for session in numbered for at, taken in session.times if at > all_up)
    late = sum(session.asked is not None and end - session.asked > 1 for session in numbered)
    starts = [(session.ready - session.begun) * 1000 for session in numbered if session.ready is not None]
    p95 = percentile(times, 95)
    print(
        f"{len(starts)} of {sessions} sessions came up, {statistics.median(starts):.0f} ms each (median, ssh included)"
    )
    for when, taken in (("all the time", times), ("once all are up", settled)):
        if taken:
            print(
                f"key to paint, {when}: {percentile(taken, 50):.0f} ms median, {percentile(taken, 95):.0f} ms p95, "
                f"{taken[-1]:.0f} ms worst of {len(taken):,} keys"
            )
    if late:
        print(f"{late} keys were never shown")
    print(
        f"memory: {statistics.median(memory):.1f} MB a session (median of {len(memory)}, proportional), "
        f"{sum(memory):.0f} MB all; a lone one {lone_memory(content, env):.1f} MB"
    )
    return p95, statistics.median(memory)


def percentile(values: list[float], percent: int) -> float:
    """Of sorted values."""
    return values[min(len(values) - 1, len(values) * percent // 100)]


def lone_memory(content: Path, env: dict[str, str]) -> float:
    """The proportional set size in MB of a session that shares with nobody."""
    with PtyTerminal([*FAQTUI, content], env=env) as terminal:
        terminal.wait_for("quit")
        terminal.settle(0.5)
        return memory_mb(terminal.process.pid)


def _program(marker: Path) -> psutil.Process:
    while True:
        for process in psutil.process_iter(["cmdline"]):
            line = process.info["cmdline"] or []
            if str(marker) in line and "-m" in line and process.status() != psutil.STATUS_ZOMBIE:
                return process
        time.sleep(0.02)


def _is_gone(program: psutil.Process) -> bool | None:
    return not program.is_running() or None


def gone_after(terminal: PtyTerminal, reaped: Callable[[], object]) -> float:
    """Milliseconds from ctrl+q to the process reaped, which is when `reaped` gives something."""
    begun = time.monotonic()
    terminal.send("\x11")
    while reaped() is None and time.monotonic() - begun < 10:
        if select.select([terminal.master], [], [], 0.001)[0]:
            terminal.answer(os.read(terminal.master, 1 << 16))
    return (time.monotonic() - begun) * 1000


def leaving(directory: Path) -> dict[str, float]:
    """Medians of nine, taken in turns: in a terminal of its own, in tmux, over SSH."""
    env = environment(directory)
    times: dict[str, list[float]] = {"terminal": [], "tmux": [], "ssh": []}
    with ssh_server(directory) as ssh:
        for number in range(9):
            for way in times:
                marker = directory / f"{way}-{number}"
                marker.symlink_to(CONTENT)
                command: list[str] = [*map(str, FAQTUI), str(marker)]
                if way == "ssh":
                    command = [*ssh[:-1], "-tt", ssh[-1], remote(command)]
                elif way == "tmux":
                    command = ["tmux", "-L", f"bench-{os.getpid()}-{number}", "-f", "/dev/null", "new", remote(command)]
                with PtyTerminal(command, env=env) as terminal:
                    terminal.wait_for("^Q quit", 30)
                    terminal.settle(0.3)
                    program = _program(marker)
                    reaped = terminal.process.poll if way == "terminal" else partial(_is_gone, program)
                    times[way].append(gone_after(terminal, reaped))
                if way == "tmux":
                    subprocess.run(["tmux", "-L", f"bench-{os.getpid()}-{number}", "kill-server"], capture_output=True)
    medians = {way: statistics.median(taken) for way, taken in times.items()}
    print("leaving: " + ", ".join(f"{median:.0f} ms {way}" for way, median in medians.items()))
    return medians


def main() -> int:
    """Run both; 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of typing after the last session has begun")
    parser.add_argument("--only", choices=["load", "leaving"])
    given = parser.parse_args()
    missed = []
    if given.only != "load":
        with tempfile.TemporaryDirectory() as name:
            for way, median in leaving(Path(name)).items():
                if median > LEAVING_MS:
                    missed.append(f"leaving {way}: {median:.0f} ms")
    if given.only != "leaving":
        with tempfile.TemporaryDirectory() as name:
            p95, memory = load(Path(name), given.sessions, given.seconds)
        if p95 > KEY_MS:
            missed.append(f"key to paint p95: {p95:.0f} ms")
        if memory > MEMORY_MB:
            missed.append(f"memory: {memory:.1f} MB")
    print("missed: " + "; ".join(missed) if missed else "every aim is met")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
