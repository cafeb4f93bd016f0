"""Long sessions: keys, files that change, sizes; and what the program holds after each part of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from support.measuring import memory_mb
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.soup import FAQ, PLACES

PRESSED = [
    *"glueothinsaw0123456789 /[]';.,-_JKYHLNGnmzdfocyrhjkl<>:?",
    "\r", "\t", "\x1b[Z", "\x1b", "\x1b", "\x7f", "\x15", "\x17", "\x01", "\x05", "\x0b", "\x04", "\x18", "\x06", "\x10",
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOP", "\x19", "\x0f",
    "\x1b[200~pasted\nq text\x1b[201~", "\x1b[<0;10;6M\x1b[<0;10;6m", "\x1b[<0;50;6M\x1b[<32;70;9M\x1b[<0;70;9m",
    "\x1b[<65;50;9M", "\x1b[<64;9;9M", "\x1b]11;rgb:1/2/3\x07", "\x1b[97;1:3u",
]  # fmt: skip
"""Keys of every pane and picker, but none that leaves or lends the terminal to another program."""


class Held(NamedTuple):
    """What a process holds: memory in MB, descriptors, threads."""

    memory: float
    descriptors: int
    threads: int


def held(pid: int) -> Held:
    """What the kernel says that a process holds now (Linux)."""
    process = Path(f"/proc/{pid}")
    return Held(memory_mb(pid), len(list((process / "fd").iterdir())), len(list((process / "task").iterdir())))


class Endurance:
    """One session of `program` on a FAQ in `directory`, and what is done in it `count` times, in so many `parts`."""

    def __init__(
        self, directory: Path, *, secure: bool, parts: int = 10, program: Sequence[str | Path] = FAQTUI
    ) -> None:
        self.parts = parts
        self.file = directory / "workshop.md"
        self.file.write_text(FAQ)
        argv = [*program, *(["--secure"] if secure else []), self.file]
        self.terminal = PtyTerminal(argv, env=environment(directory))

    def __enter__(self) -> Endurance:
        self.terminal.wait_for("^Q quit")
        self.terminal.settle(1.0)
        return self

    def __exit__(self, *_: object) -> None:
        self.terminal.__exit__()

    def keys(self, count: int) -> Iterator[None]:
        """Keys in any order, the program brought to one of its panes and pickers now and then; yields after each part."""
        chance, terminal = random.Random(count), self.terminal
        for done in range(1, count + 1):
            if done % 40 == 1:
                self.rest()
                for key in chance.choice([*PLACES.values()])[0]:
                    terminal.type(key, 0.05)
            key = chance.choice(PRESSED)
            terminal.send(key)
            terminal.pump(0.12 if key == "\x1b" else 0.004)
            assert terminal.process.poll() is None, f"it ended after {done} keys, the last was {key!r}"
            if not done % (count // self.parts):
                self.rest()
                yield

    def reloads(self, count: int) -> Iterator[None]:
        """Changes of the file that the program notices by itself; yields after each part."""
        for done in range(1, count + 1):
            self.file.write_text(FAQ.replace("Add *cold* water", f"Version {done}, with water"))
            self.terminal.wait_for(f"Version {done},")
            if not done % (count // self.parts):
                self.rest()
                yield

    def resizes(self, count: int) -> Iterator[None]:
        """Other sizes, drawn or overtaken by the next; yields after each part."""
        chance, terminal = random.Random(count), self.terminal
        for done in range(1, count + 1):
            terminal.resize(chance.randint(1, 300), chance.randint(1, 100))
            terminal.pump(chance.choice([0, 0.01, 0.1]))
            if not done % (count // self.parts):
                self.rest()
                yield

    def rest(self) -> None:
        """80 by 24 again, nothing open, the filter empty: where each figure is taken."""
        self.terminal.resize(80, 24)
        self.terminal.settle(0.2)
        for _ in range(4):
            self.terminal.type("\x1b", 0.15)
        self.terminal.type("/\x15", 0.2)
        if "^Q quit" not in self.terminal.text:  # z: only the answer
            self.terminal.type("\x1b", 0.15)

    def measured(self, what: Callable[[int], Iterator[None]], count: int) -> list[Held]:
        """What it holds after each part of `count` times `what`."""
        return [held(self.terminal.process.pid) for _ in what(count)]


def growth(figures: list[Held]) -> Held:
    """What is held most after the first part, less what was held then."""
    first, rest = figures[0], figures[1:]
    return Held(
        max(one.memory for one in rest) - first.memory,
        max(one.descriptors for one in rest) - first.descriptors,
        max(one.threads for one in rest) - first.threads,
    )
