"""What the screen costs on the wire, from outside: ``python tests/bench/wire.py``.

For faqtui with its own driver and with Textual's, and for fzf and less where they are installed, at 80x24 and 200x60:
milliseconds to the last byte and bytes of the start, a key that changes the list, the cursor down, a page, another size;
bytes and wake-ups while nothing happens; leaving. Then quick keys and letters over a slow line (56 kbit/s, 100 ms each way).
Medians. fzf and less show the questions and the text of the same FAQ.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.measuring import Reaction, SlowLink, idle, leaving, reaction
from support.pty_terminal import FAQTUI, PtyTerminal, environment

RUNS = int(os.environ.get("RUNS", "5"))
SIZES = [(80, 24), (200, 60)]
DOWN, PAGE_DOWN = "\x1b[B", "\x1b[6~"
WORDS = ("kms", "ecr tok", "fargate", "lambda")
QUICK = 13
TYPED = "how do i copy"


class Program(NamedTuple):
    """A program to measure: its command, its variables, keys that leave it.

    `letters` go into a filter, `clear` empties it, `to_list` leads from there to the list, where pages are turned.
    """

    name: str
    command: list[str]
    leave: str
    env: Mapping[str, str] = MappingProxyType({})
    letters: Sequence[str] = WORDS
    clear: str = "\x15"
    to_list: str = ""


@contextmanager
def running(program: Program, home: Path, size: tuple[int, int]) -> Iterator[tuple[PtyTerminal, Reaction]]:
    """The program on a terminal, started, and what its start cost."""
    started = time.perf_counter()
    with PtyTerminal(program.command, columns=size[0], rows=size[1], env=environment(home, **program.env)) as terminal:
        yield terminal, reaction(terminal, quiet=0.9, since=started)


def told(values: Sequence[Reaction]) -> str:
    """Median time and size."""
    if not values:
        return f"{'-':>17}"
    return f"{statistics.median(v.ms for v in values):8.1f} {statistics.median(v.size for v in values):8.0f}"


def measure(program: Program, home: Path, size: tuple[int, int]) -> str:
    """One line of the table."""
    starts, letters, downs, pages, sizes, gone = [], [], [], [], [], []
    quiet, wakes = 0, 0.0
    for run in range(RUNS):
        with running(program, home, size) as (terminal, start):
            starts.append(start)
            if run == 0:
                for word in program.letters:
                    letters += [reaction(terminal, letter) for letter in word]
                    reaction(terminal, program.clear)
                downs = [reaction(terminal, DOWN) for _ in range(12)]
                if program.to_list:
                    reaction(terminal, program.to_list)
                    reaction(terminal, "g")
                pages = [reaction(terminal, PAGE_DOWN) for _ in range(4)]
                for columns, rows in [(size[0] - 5, size[1] - 2), size] * 2:
                    began = time.perf_counter()
                    terminal.resize(columns, rows)
                    sizes.append(reaction(terminal, quiet=0.4, since=began))
                quiet, wakes = idle(terminal, 5)
            gone.append(leaving(terminal, program.leave))
    return (
        f"{program.name:<14}{told(starts)}{told(letters)}{told(downs)}{told(pages)}{told(sizes)}"
        f"{quiet:6} {wakes:5.1f}/s{statistics.median(gone):7.0f}"
    )


def quick_keys(programs: Sequence[Program], home: Path, name: str, keys: Sequence[str]) -> None:
    """Keys a fiftieth of a second apart over a slow line, at whose end a terminal answers from the start on."""
    took: dict[str, list[float]] = {program.name: [] for program in programs}
    sent: dict[str, list[int]] = {program.name: [] for program in programs}
    for _ in range(3):
        for program in programs:
            env = environment(home, **program.env)
            with PtyTerminal(program.command, columns=SIZES[0][0], rows=SIZES[0][1], env=env) as terminal:
                link = SlowLink(terminal)
                link.settle([], 0, quiet=1.5)
                seconds, size = link.settle(list(keys), gap=0.02)
                took[program.name].append(seconds)
                sent[program.name].append(size)
    print(f"\n{name} at 56 kbit/s, 100 ms each way: seconds from the last key to the last byte, bytes")
    for program in programs:
        print(
            f"{program.name:<14}{statistics.median(took[program.name]):8.2f} {statistics.median(sent[program.name]):8.0f}"
        )
    own, stock = (statistics.median(took[program.name]) for program in programs)
    print(f"settles {stock / own:.1f} times sooner than with Textual's driver")


def programs(home: Path) -> list[Program]:
    """Those that are installed."""
    own = Program("faqtui", FAQTUI, "\x11", to_list="\t")
    found = [own, own._replace(name="stock driver", env={"FAQTUI_DRIVER": "stock"})]
    listing = home / "list"
    with PtyTerminal(["sh", "-c", f"{' '.join(FAQTUI)} list >{listing}"], env=environment(home)) as terminal:
        terminal.wait_exit(30)
    if shutil.which("fzf"):
        found.append(Program("fzf", ["sh", "-c", f"exec fzf <{listing}"], "\x03"))
    if shutil.which("less"):
        found.append(Program("less", ["less", str(listing)], "q", letters=()))
    return found


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as directory:
        home = Path(directory)
        (home / ".local/state/faqtui").mkdir(parents=True)  # no hint of the first session
        every = programs(home)
        for size in SIZES:
            print(f"\n{size[0]}x{size[1]}, ms to the last byte and bytes of each")
            names = "".join(f"{name:>17}" for name in ("start", "letter", "down", "page", "resize"))
            print(f"{'':<14}{names}{'idle':>6} {'wakes':>7}{'leave':>7}")
            for program in every:
                print(measure(program, home, size), flush=True)
        quick_keys(every[:2], home, f"{QUICK} times down", [DOWN] * QUICK)
        quick_keys(every[:2], home, f"{len(TYPED)} letters", TYPED)


if __name__ == "__main__":
    main()
