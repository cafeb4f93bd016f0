#!/usr/bin/env python3
"""How long the screen hears nothing while sentences mean something: python tests/bench/deaf.py CONTENT [--rounds N]

The program runs in a terminal, in turns with the model named by FAQTUI_MEANING and without, and sentences are typed. Its event
loop is asked to come back every millisecond. Told of are the longest times it did not, in milliseconds: on the clock, which a
busy machine lengthens; and how much of them other threads of the program worked, which is what a model can be blamed for.
The first run makes what later ones find saved; vectors are made meanwhile, unless they are there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from time import sleep

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.pty_terminal import PtyTerminal, environment

_PROGRAM = """
import asyncio, json, os, sys, time
late = []
def run_forever(loop, run=asyncio.base_events.BaseEventLoop.run_forever):
    def now():
        return time.perf_counter(), time.process_time(), time.thread_time()
    def beat(before):
        after = now()
        clock, all_, own = (b - a for a, b in zip(before, after))
        late.append((clock - 0.001, min(clock, all_ - own)))
        loop.call_later(0.001, beat, now())
    loop.call_later(1, lambda: beat(now()))  # the start is measured elsewhere
    return run(loop)
asyncio.base_events.BaseEventLoop.run_forever = run_forever
def leave(code, leave=os._exit):
    with open(os.environ["LATE"], "w") as file:
        json.dump(late, file)
    leave(code)
os._exit = leave
from faqtui.__main__ import main
leave(main())
"""

_SENTENCES = (
    "how do I bring the old version back after a release",
    "somebody cannot sign in any more since this morning",
    "why does the second step take so much longer",
)


def run(content: list[str], home: Path, place: str) -> list[tuple[float, float]]:
    """How late the loop came each time: on the clock, and while other threads worked; in seconds."""
    late = home / "late.json"
    env = environment(home, LATE=str(late), PYTHONPATH=place)
    with PtyTerminal([sys.executable, "-c", _PROGRAM, "--content", *content], env=env) as terminal:
        terminal.wait_for(lambda text: text.strip(), 60)
        sleep(3)
        terminal.send("/")
        for sentence in _SENTENCES:
            for letter in sentence:
                terminal.send(letter)
                sleep(0.07)
            terminal.type("", 1.0)
            terminal.type("\x15", 0.3)
        terminal.type("\x1b", 0.3)
        terminal.send("\x11")
        terminal.wait_exit(20)
    found: list[tuple[float, float]] = json.loads(late.read_text())
    return found


def main() -> None:
    """Run, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("content", nargs="+", type=os.path.abspath)
    options.add_argument("--rounds", type=int, default=4)
    given = options.parse_args()
    model = os.environ.get("FAQTUI_MEANING") or sys.exit("FAQTUI_MEANING names no model")
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        homes = {model: Path(one), "": Path(other)}
        late: dict[str, list[tuple[float, float]]] = {model: [], "": []}
        for turn in range(given.rounds + 1):
            for place, home in homes.items():
                found = run(given.content, home, place)
                late[place] += found if turn else []
    for place, found in late.items():
        columns = [sorted(one * 1000 for one in column) for column in zip(*found, strict=True)]
        told = (
            f"{column[-1]:5.1f} at most, {column[-1 - len(column) // 1000]:5.1f} for one in 1000" for column in columns
        )
        print(f"{'with' if place else 'without'}: on the clock {next(told)}; of that other threads {next(told)}")


if __name__ == "__main__":
    main()
