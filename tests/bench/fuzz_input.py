"""Whatever a terminal sends, the program goes on: random input in random pieces to the program itself, in a pty.

``python tests/bench/fuzz_input.py [CPU-MINUTES] [SEED]``: keys of many terminals, answers nobody asked for, pastes, mouse
reports, sequences cut and mutated, in pieces of any size with pauses of any length, over all panes and pickers, every other
session in secure mode. After each, ctrl+q has to leave with 0, memory has to be below 100 MB and, where nothing was mutated,
nothing may stand in the filter that was not text. What fails is printed with the seed that makes it again.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.terminal_input import ANSWERS, KEYS
from support.workshop import WORKSHOP

LETTERS = "glueo"
"""The text that is typed; no sequence has these letters where it could be taken for text."""

OPENERS = ["\x10", "\x1bOP", "\t", "\x1b[Z", "\x06", "\x0f", "\r", "\x1b[A", "\x1b[B", "\x1b[6~"]
"""Keys that go to another pane, or open and close something."""

SILENT = [sent for sent in ANSWERS if "97;;" not in sent]  # a key whose text is wrong is still that key
MOUSE = ["\x1b[<0;10;6M\x1b[<0;10;6m", "\x1b[<65;50;9M", "\x1b[<64;9;9M", "\x1b[<32;30;9M", "\x1b[<0;9999;9999M"]
PASTES = ["\x1b[200~gleo\x1b[201~", "\x1b[200~gl\nue\x1b[201~", "\x1b[200~" + "glue " * 4000 + "\x1b[201~"]
LARGEST = 100_000_000
SIZES = [(80, 24), (60, 20), (40, 10), (200, 60), (1, 1)]


def mutated(text: str, chance: random.Random) -> bytes:
    """`text` with some of its bytes changed, repeated, left out or put in."""
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at:at] = bytes([chance.choice([chance.randrange(256), 0x1B, 0x5B, 0x3B, 0x9B, 0x90])])
            case 1:
                del data[at : at + 1]
            case 2 if data:
                data[at % len(data)] = chance.randrange(256)
            case _:
                data[at:at] = data[at : at + 3] * chance.choice([1, 2, 200])
    return bytes(data)


def stream(chance: random.Random, *, wild: bool) -> bytes:
    """What one session is sent."""
    sent = b""
    for _ in range(chance.randint(5, 120)):
        # Letters that are keys in other panes would go on from there; the filter is where all begins.
        choices = [chance.choice(SILENT), chance.choice(OPENERS), chance.choice(MOUSE), chance.choice(PASTES), "glue"]
        piece = chance.choices(choices, [5, 3, 2, 1, 3])[0]
        if wild:
            piece = chance.choice([piece, chance.choice(list(KEYS))])
            sent += mutated(piece, chance) if chance.random() < 0.5 else piece.encode()
        else:
            sent += piece.encode()
    return sent.replace(b"\x1a", b"")  # which stops the program, as it should


def session(seed: int, home: Path, faq: Path) -> list[str]:
    """Run one session; what was wrong with it."""
    chance = random.Random(seed)
    wild, secure = chance.random() < 0.6, chance.random() < 0.5
    wrong: list[str] = []
    argv = [*FAQTUI, *(["--secure"] if secure else []), str(faq)]
    with PtyTerminal(argv, env=environment(home), columns=80, rows=24) as terminal:
        terminal.wait_for("^Q")
        data = stream(chance, wild=wild)
        while data and terminal.process.poll() is None:
            size = chance.choice([1, 2, 3, 7, 30, 300, 5000])
            terminal.send(data[:size])
            data = data[size:]
            # In what is not mutated nothing may be cut behind an escape for long: that is the key.
            pause = chance.choice([0, 0, 0, 0, 0.002, 0.02, *([0.3, 1.2] if wild else [])])
            terminal.pump(pause)
            if chance.random() < 0.02:
                terminal.resize(*chance.choice(SIZES))
        with suppress(psutil.NoSuchProcess, OSError):  # it may have left by a key of its own
            if terminal.process.poll() is None:
                terminal.resize(80, 24)
                terminal.settle(0.2, 3)
                memory = psutil.Process(terminal.process.pid).memory_info().rss
                if memory > LARGEST:
                    wrong.append(f"{memory / 1e6:.0f} MB")
                typed = terminal.text.split("\n")[1][:60].strip()
                if (
                    not wild
                    and typed.startswith("/")
                    and "type to find" not in typed
                    and re.search(r"[^/ glueo▏▌>]", typed[:40].split("   ")[0])
                ):
                    wrong.append(f"typed: {typed}")
                time.sleep(1.1)
                terminal.send("\x11")
        try:
            code = terminal.wait_exit(5)
        except AssertionError:
            if psutil.Process(terminal.process.pid).status() != psutil.STATUS_STOPPED:  # ctrl+z has many forms
                wrong.append("deaf")
        else:
            if code != 0:
                wrong.append(f"left with {code}: {terminal.text.strip()[-300:]}")
    return wrong


def main() -> int:
    """Run sessions until the time is up; 1 where one was wrong."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    first = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
    failed = done = 0
    with tempfile.TemporaryDirectory() as directory:
        home, faq = Path(directory), Path(directory) / "workshop.md"
        faq.write_text(WORKSHOP)
        while used() < minutes * 60:
            if wrong := session(first + done, home, faq):
                failed += 1
                print(f"seed {first + done}: {'; '.join(wrong)}", flush=True)
            done += 1
    print(f"{done:,} sessions from seed {first}, {used() / 60:.1f} CPU minutes: {failed} wrong")
    return 1 if failed else 0


def used() -> float:
    """Seconds of processor time of this process and those it started."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    sys.exit(main())
