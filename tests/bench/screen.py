"""How quick the screen is there, from outside, beside a Textual app that paints one word: ``python tests/bench/screen.py``.

Prints medians of nine rounds, and of the ratios to the bare app of the same round: the first useful paint (filter, tree
rows and an answer's first lines) of the very first start, of one that finds the saved library, and of one that finds the
first frame of the session before as well; and when a letter that is typed at the first paint has been looked for.
A command may be given (``"/elsewhere/bin/python -m faqtui"``): it is run beside ours in turns, and ours divided by it is
told too. What everything costs on the wire is measured by ``wire.py``.
"""

from __future__ import annotations

import os
import select
import shlex
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
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
LETTER, FOUND = b"k", b" of 49"
SETTLING = 0.3
"""Seconds before a start of which milliseconds count: a machine that has just worked is quicker, and not each program works until
it is ended."""

STARTS = ("first", "library", "frame")


def first_paint(argv: list[str], wanted: bytes, home: Path) -> tuple[float, float]:
    """Milliseconds from starting a program until `wanted` has been read, and then until a letter has been looked for."""
    started = time.perf_counter()
    with PtyTerminal(argv, env=environment(home)) as terminal:
        seen = b""

        def until(wanted: bytes) -> float:
            nonlocal seen
            while wanted not in seen.replace(b"\x1b[39m", b""):
                assert select.select([terminal.master], [], [], 20)[0], seen
                seen += os.read(terminal.master, 65536)
            return (time.perf_counter() - started) * 1000

        painted = until(wanted)
        if wanted != READY:
            return painted, painted
        os.write(terminal.master, LETTER)
        return painted, until(FOUND)


def starts(program: list[str], home: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    """Of each of `STARTS` one, in a home that looks as it does then."""
    cache = home / ".cache/faqtui"
    shutil.rmtree(cache, ignore_errors=True)
    yield "first", first_paint(program, READY, home)
    with PtyTerminal([*program, "list"], env=environment(home)) as terminal:
        terminal.wait_exit(20)
    shutil.rmtree(cache / "frames", ignore_errors=True)
    yield "library", first_paint(program, READY, home)
    with PtyTerminal(program, env=environment(home)) as terminal:
        terminal.wait_for(lambda _: (cache / "frames").exists())
    time.sleep(SETTLING)
    yield "frame", first_paint(program, READY, home)


def main(beside: list[str]) -> None:
    """Bare, very first and later starts, one after the other, of ours and of what is `beside` it."""
    bare: list[float] = []
    programs = {"": FAQTUI, "before": beside} if beside else {"": FAQTUI}
    times: dict[str, dict[str, list[tuple[float, float]]]] = {
        name: {start: [] for start in STARTS} for name in programs
    }
    with ExitStack() as homes:
        places = {name: Path(homes.enter_context(tempfile.TemporaryDirectory())) for name in programs}
        for turn in range(RUNS):
            bare.append(first_paint([sys.executable, "-c", BARE], b"bare and ready", places[""])[0])
            rounds = [starts(programs[name], places[name]) for name in programs]
            for start in STARTS:
                for name, one in list(zip(programs, rounds, strict=True))[:: 1 if turn % 2 else -1]:
                    times[name][start].append(next(one)[1])
    print(f"{'bare':22}{statistics.median(bare):8.0f} ms")
    for start in STARTS:
        for what, told in enumerate(("first paint", "first key")):
            line = f"{start:9}{told:13}"
            ours = [pair[what] for pair in times[""][start]]
            line += f"{statistics.median(ours):8.0f} ms {ratio(ours, bare):6.2f} x bare"
            if beside:
                before = [pair[what] for pair in times["before"][start]]
                line += f"{statistics.median(before):8.0f} ms {ratio(before, bare):6.2f} x bare beside it"
                line += f"{ratio(ours, before):7.2f} x that"
            print(line)


def ratio(values: list[float], others: list[float]) -> float:
    """The median of the ratios of what was measured in the same round."""
    return statistics.median([value / other for value, other in zip(values, others, strict=True)])


if __name__ == "__main__":
    main(shlex.split(" ".join(sys.argv[1:])))
