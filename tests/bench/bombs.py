"""FAQs that are hard by their size, on a real terminal: ``python tests/bench/bombs.py [PART OF A NAME]``.

For each: seconds until the first paint of the first start (which parses) and of the second; what printing the list takes
the first time, for comparison; the longest that the screen was deaf after a key, over keys of every kind, told by how long
the help, asked for right behind it, takes to open; the most memory.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.bombs import BOMBS
from support.pty_terminal import FAQTUI, PtyTerminal, environment

KEYS = ("\r", "j", "j", " ", " ", "G", "b", "g", "z", "z", "\t", "\t", "\x15", "s", "m", "a", "\x15", "\x06", "w", "\r")
HELP = "\x1bOP"


def started(path: Path, home: Path) -> tuple[PtyTerminal, float]:
    """A session that has painted, and how long that took."""
    begin = time.perf_counter()
    terminal = PtyTerminal([*FAQTUI, path], env=environment(home), early=True)
    terminal.wait_for("^Q quit", 120)
    took = time.perf_counter() - begin
    terminal.early = False
    terminal.wait_for("^Q quit")  # keys are heard
    return terminal, took


def slowest_key(terminal: PtyTerminal) -> tuple[float, str]:
    """The longest time from a key until the help that is asked for right behind it has opened, in seconds, and the key."""
    slowest = (0.0, "")
    for key in KEYS:
        begin = time.perf_counter()
        terminal.send(key + HELP)
        terminal.wait_for("Type a new filter", 60)
        slowest = max(slowest, (time.perf_counter() - begin, key))
        terminal.send(HELP)
        terminal.wait_for(lambda screen: "Type a new filter" not in screen, 60)
    return slowest


def peak(pid: int) -> float:
    """The most memory a process has had, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def main(part: str) -> None:
    """Print a line for each."""
    for name, make in BOMBS.items():
        if part not in name:
            continue
        with tempfile.TemporaryDirectory() as directory:
            home = Path(directory)
            path = home / "bomb.md"
            path.write_text(make())
            begin = time.perf_counter()
            subprocess.run(
                [*FAQTUI, "list", path], stdout=subprocess.DEVNULL, env=environment(home / "other"), check=False
            )
            listed = time.perf_counter() - begin
            first, at_first = started(path, home)
            with first:
                time.sleep(at_first)
                key_first, which_first = slowest_key(first)
                most_first = peak(first.process.pid)
                first.send("\x11")
                first.wait_exit(60)
            second, at_second = started(path, home)
            with second:
                key, which = slowest_key(second)
                most = peak(second.process.pid)
            print(
                f"{name:<26} list {listed:6.2f} s | first start {at_first:6.2f} s, key {1000 * key_first:5.0f} ms "
                f"({which_first!r}), {most_first:4.0f} MB | second {at_second:5.2f} s, key {1000 * key:5.0f} ms ({which!r}), "
                f"{most:4.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
