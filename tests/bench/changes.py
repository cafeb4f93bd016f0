"""What one changed file of many costs: ``python tests/bench/changes.py [FILES] [--runs N]``

As many files of one question are written. Beside what parsing and indexing all of them takes stands, as the median of several
runs: the work (processor time) of a start with none changed and with one, also of one whose question changed, and when the
first words of an answer are there; the work of a live reload, and how long a key waits at most that is pressed meanwhile.
Linux only: the work of the screen is what its process and those that it started have used.
"""

from __future__ import annotations

import argparse
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.scale import write
from support.pty_terminal import FAQTUI, PtyTerminal, environment

FRESH = """
import sys, time
from faqtui import sources
from faqtui.parsing import parse_library
from faqtui.search.build import build_index
begun = time.process_time()
files, errors = sources.read([sys.argv[1]])
build_index(parse_library([sources.decode(file) for file in files]))
print(time.process_time() - begun)
"""
"""All of it, as if nothing had ever been saved."""

BETWEEN_KEYS = 0.02


class Docs:
    """The files, and the ways in which one of them changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = sorted(path.rglob("*.md"))[len(list(path.rglob("*.md"))) // 2]
        self._text = self._file.read_text()
        self._count = 0

    def none(self) -> None:
        """Leave all as it is."""

    def answer(self) -> None:
        """Change one answer."""
        self._count += 1
        self._file.write_text(f"{self._text}\nOne more sentence: {self._count}.\n")

    def question(self) -> None:
        """Change one question."""
        self._count += 1
        self._file.write_text(f"# Which is number {self._count}?\n\nThis one.\n")


def used(process: psutil.Process) -> float:
    """Processor time of a process and of those that it started and that are gone, in seconds."""
    times = process.cpu_times()
    return times.user + times.system + times.children_user + times.children_system


def paint(docs: Docs, home: Path) -> tuple[float, float]:
    """Seconds from the start of the screen to the first words of an answer, and processor time up to its being at rest."""
    started = time.perf_counter()
    with PtyTerminal([*FAQTUI, docs.path], env=environment(home), early=True) as terminal:
        terminal.wait_for("How do I", 60)
        painted = time.perf_counter() - started
        process = psutil.Process(terminal.process.pid)
        at_rest(terminal, process)
        return painted, used(process)


def at_rest(terminal: PtyTerminal, process: psutil.Process) -> float:
    """Wait until a program has done nothing for half a second; the processor time that it has used."""
    before = -1.0
    while used(process) - before > 0.005:
        before = used(process)
        until = time.perf_counter() + 0.5
        while time.perf_counter() < until:
            terminal.pump(0.1)
    return used(process)


def reload(docs: Docs, change: Callable[[], None], home: Path) -> tuple[float, float]:
    """Processor time of a live reload, and the most seconds that a key waited during another one."""
    with PtyTerminal([*FAQTUI, docs.path], env=environment(home)) as terminal:
        terminal.wait_for("How do I", 60)
        process = psutil.Process(terminal.process.pid)
        terminal.type(b"\t")  # to the tree
        at_rest(terminal, process)
        costs = []
        for _ in range(2):  # the first one imports what parses
            change()
            before = at_rest(terminal, process)
            terminal.type(b"r")
            terminal.wait_for("read again", 60)
            costs.append(at_rest(terminal, process) - before)
            terminal.type(b"j")
            at_rest(terminal, process)
        change()
        return costs[0], longest_wait(terminal)


def longest_wait(terminal: PtyTerminal) -> float:
    """The most seconds from a key to its first byte, keys pressed until the files have been read again."""
    terminal.type(b"r")
    longest = 0.0
    until = time.perf_counter() + 60
    seen = len(terminal.output)
    is_down = False
    while b"read again" not in terminal.output[seen:] and time.perf_counter() < until:
        is_down = not is_down
        pressed = time.perf_counter()
        os.write(terminal.master, b"j" if is_down else b"k")
        assert select.select([terminal.master], [], [], 20)[0]
        longest = max(longest, time.perf_counter() - pressed)
        while terminal.pump(BETWEEN_KEYS):
            pass
    return longest


def main() -> None:
    """Write, run, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("files", nargs="?", type=int, default=7000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        docs = Docs(write(Path(folder), given.files)[0])
        time.sleep(2.1)  # files that were written just now are read once more
        command = [sys.executable, "-c", FRESH, str(docs.path)]
        fresh = median(
            float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(3)
        )
        print(f"all {given.files:,} files parsed and indexed: {fresh:.2f} s of work")
        for _ in range(2):
            subprocess.run([*FAQTUI, "list", docs.path], env=environment(home), capture_output=True, check=True)
        saved = sum(path.stat().st_size for path in (home / ".cache").rglob("*") if path.is_file())
        print(f"saved: {saved / 1e6:.1f} MB")
        starts: dict[str, list[tuple[float, float]]] = {}
        for _ in range(given.runs):
            for change in (docs.none, docs.answer, docs.question):
                change()
                starts.setdefault(change.__name__, []).append(paint(docs, home))
        for name, runs in starts.items():
            painted, work = (median(column) for column in zip(*runs, strict=True))
            print(f"start, {name} changed: painted after {painted:.2f} s, {work:.2f} s of work ({work / fresh:.2f} x)")
        for change in (docs.answer, docs.question):
            runs = [reload(docs, change, home) for _ in range(given.runs)]
            work, waited = (median(column) for column in zip(*runs, strict=True))
            print(
                f"reload, {change.__name__} changed: {work:.2f} s of work ({work / fresh:.2f} x), "
                f"a key waits {waited * 1000:.0f} ms at most"
            )


if __name__ == "__main__":
    main()
