"""How quick the screen is, from outside, beside a Textual app that paints one word: ``python tests/bench/screen.py``.

Prints medians of nine runs, interleaved: the first useful paint (filter, tree rows and an answer's first lines) of the
very first start and of later ones as ratios to the bare app; a key in the filter to the last byte of the reaction; the
bytes of an idle screen; leaving. Times are taken where the bytes are read, before anything looks at them.
"""

from __future__ import annotations

import os
import select
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.pty_terminal import FAQTUI, PtyTerminal, environment

RUNS = int(os.environ.get("RUNS", "9"))
ROOT = Path(__file__).parents[2]
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare and ready")
Bare().run()
"""
READY = b"reach the ECS cluster"  # of the first answer of the packaged FAQ
WORDS = ("kms", "ecr tok", "fargate", "lambda", "scaling")


def first_paint(argv: list[str], wanted: bytes, home: Path) -> float:
    """Milliseconds from starting a program until `wanted` has been read."""
    started = time.perf_counter()
    with PtyTerminal(argv, env=environment(home)) as terminal:
        seen = b""
        while wanted not in seen.replace(b"\x1b[39m", b""):
            assert select.select([terminal.master], [], [], 20)[0], seen
            seen += os.read(terminal.master, 65536)
        return (time.perf_counter() - started) * 1000


def start(home: Path) -> None:
    """Bare, very first and later starts, one after the other, nine times."""
    times: dict[str, list[float]] = {"bare": [], "first": [], "later": []}
    for _ in range(RUNS):
        times["bare"].append(first_paint([sys.executable, "-c", BARE], b"bare and ready", home))
        shutil.rmtree(home / ".cache" / "faqtui", ignore_errors=True)
        times["first"].append(first_paint(FAQTUI, READY, home))
        with PtyTerminal([*FAQTUI, "list"], env=environment(home)) as terminal:
            terminal.wait_exit(20)
        times["later"].append(first_paint(FAQTUI, READY, home))
    bare = statistics.median(times["bare"])
    for name, values in times.items():
        median = statistics.median(values)
        print(f"start, {name:6}{median:8.0f} ms  {median / bare:5.2f} x bare")


def reaction(terminal: PtyTerminal, key: str) -> tuple[float, int, int]:
    """Milliseconds from a key to the last byte, bytes, and bursts (with pauses of over 4 ms between them)."""
    started = last = time.perf_counter()
    os.write(terminal.master, key.encode())
    size, bursts = 0, 0
    while select.select([terminal.master], [], [], 0.25)[0]:
        data = os.read(terminal.master, 65536)
        now = time.perf_counter()
        bursts += not size or now - last > 0.004
        last = now
        size += len(data)
    return (last - started) * 1000, size, bursts


def keys(home: Path) -> None:
    """Letters into the filter, one after the other."""
    with PtyTerminal(FAQTUI, env=environment(home)) as terminal:
        terminal.wait_for("^Q quit")
        terminal.settle(1)
        rows = []
        for word in WORDS:
            rows += [reaction(terminal, letter) for letter in word]
            reaction(terminal, "\x15")
        times = sorted(row[0] for row in rows)
        print(
            f"key         {statistics.median(times):8.1f} ms to the last byte (p95 {times[int(len(times) * 0.95)]:.1f}), "
            f"{statistics.median(row[1] for row in rows):.0f} bytes, "
            f"one burst in {sum(row[2] == 1 for row in rows)} of {len(rows)}"
        )
        before = len(terminal.output)
        end = time.monotonic() + 10
        while time.monotonic() < end:
            terminal.pump(0.5)
        print(f"idle        {len(terminal.output) - before:8} bytes in 10 s")


def leaving(home: Path) -> None:
    """From the key to the process being gone."""
    times = []
    for _ in range(RUNS):
        with PtyTerminal(FAQTUI, env=environment(home)) as terminal:
            terminal.wait_for("^Q quit")
            terminal.settle(0.6)
            started = time.perf_counter()
            terminal.send("\x11")
            while terminal.process.poll() is None:
                if select.select([terminal.master], [], [], 0.001)[0]:
                    os.read(terminal.master, 65536)
            times.append((time.perf_counter() - started) * 1000)
    print(f"leaving     {statistics.median(times):8.0f} ms from ctrl+q to gone")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        start(Path(directory))
        keys(Path(directory))
        leaving(Path(directory))
