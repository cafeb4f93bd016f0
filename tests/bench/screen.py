"""How quick the screen is there, from outside, beside a Textual app that paints one word: ``python tests/bench/screen.py``.

Prints medians of nine rounds, and of the ratios to the bare app of the same round: the first useful paint (filter, tree
rows and an answer's first lines) of the very first start, of one that finds the saved library, and of one that finds the
first frame of the session before as well. What everything costs on the wire is measured by ``wire.py``.
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
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare and ready")
Bare().run()
"""
READY = b"reach the ECS cluster"  # of the first answer of the packaged FAQ


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
    """Bare, very first and later starts, one after the other."""
    times: dict[str, list[float]] = {"bare": [], "first": [], "library": [], "frame": []}
    frames = home / ".cache/faqtui/frames"
    for _ in range(RUNS):
        times["bare"].append(first_paint([sys.executable, "-c", BARE], b"bare and ready", home))
        shutil.rmtree(home / ".cache" / "faqtui", ignore_errors=True)
        times["first"].append(first_paint(FAQTUI, READY, home))
        with PtyTerminal([*FAQTUI, "list"], env=environment(home)) as terminal:
            terminal.wait_exit(20)
        shutil.rmtree(frames, ignore_errors=True)
        times["library"].append(first_paint(FAQTUI, READY, home))
        with PtyTerminal(FAQTUI, env=environment(home)) as terminal:
            terminal.wait_for(lambda _: frames.exists())
        times["frame"].append(first_paint(FAQTUI, READY, home))
    for name, values in times.items():
        ratio = statistics.median([value / bare for value, bare in zip(values, times["bare"], strict=True)])
        print(f"{name:8}{statistics.median(values):8.0f} ms  {ratio:5.2f} x bare")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        start(Path(directory))
