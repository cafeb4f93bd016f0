"""Whatever a terminal sends, the program goes on: input that nobody types, in random pieces, to the program itself in a pty.

``python tests/bench/fuzz_input.py [CPU-MINUTES] [SEED]``: keys of many terminals, answers nobody asked for, pastes, mouse
reports, sequences cut, mutated and made up (`support.soup`), in pieces of any size with pauses of any length, in every pane
and picker in turn, every other session in secure mode, until the program has used so many minutes of a processor (20). In
each session

- no answer of a terminal is typed anywhere, and at the end of it none does anything: the screen stays as it is;
- where nothing was mutated, nothing stands in the filter but the text that was typed;
- the most memory it had is below 100 MB;
- ctrl+q leaves with 0, and the terminal as it was.

What fails is printed with the seed that makes it again: ``fuzz_input.py 0 SEED`` runs that one. At the end it is run once
more, alone: a busy machine stretches pauses. Then the figures.
"""

from __future__ import annotations

import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from faqtui.wire import behind
from support.measuring import memory_mb
from support.patience import Patience
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.soup import END, FAQ, LETTERS, MARK, MARKED, PLACES, WORDS, chunks, pieces

ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
LARGEST_MB = 100.0
AT_ONCE = 3
"""Sessions at a time: each waits most of the time."""

SIZES = [(80, 24), (80, 24), (60, 20), (40, 10), (200, 60), (1, 1), (65535, 65535), (0, 0)]


class Outcome(NamedTuple):
    """One session: where it began, bytes it was sent, the most memory it had in MB, what was wrong, and seconds it used."""

    seed: int
    place: str
    secure: bool
    wild: bool
    sent: int
    peak: float
    left: bool
    wrong: list[str]
    cpu: float = 0.0


def session(seed: int, home: Path, faq: Path) -> Outcome:
    """Run one session. Place and mode go round with `seed`, all else is made of it."""
    chance = random.Random(seed)
    place, secure, wild = [*PLACES][seed // 2 % len(PLACES)], bool(seed % 2), chance.random() < 0.6
    wrong: list[str] = []
    sent, peak = 0, 0.0
    argv = [*FAQTUI, *(["--secure"] if secure else []), str(faq)]
    with PtyTerminal(argv, env=environment(home), columns=80, rows=24) as terminal:
        process = psutil.Process(terminal.process.pid)
        terminal.wait_for("^Q")
        keys, seen = PLACES[place]
        for key in keys:
            terminal.type(key, 0.1)
        if seen not in terminal.text:
            wrong.append(f"did not get to {place}:\n{terminal.text}")
        late, echoed, last, before, tail = False, False, time.monotonic(), 0.0, b""
        for data, pause in chunks(pieces(chance, wild=wild), chance):
            if terminal.process.poll() is not None:
                break
            quiet, last = time.monotonic() - last, time.monotonic()
            late = late or before < 0.8 < quiet or (quiet > behind.AT_ONCE and tail.endswith(WORDS))
            terminal.send(data)
            tail = (tail + data)[-9:]
            sent += len(data)
            terminal.pump(pause)
            before = pause
            echoed = _woken(terminal, process) or echoed
            if MARK in terminal.text and not (late or echoed):
                wrong.append(f"typed: {_line_with(MARK, terminal.text)}")
                break
            if chance.random() < 0.02:
                terminal.claim(*chance.choice(SIZES))
        left = terminal.process.poll() is not None  # by a key of its own
        if not left:
            wrong += _afterwards(terminal, process, known=not (wild or late))
            with suppress(psutil.NoSuchProcess, OSError):
                peak = memory_mb(process.pid, "VmHWM")
            if peak > LARGEST_MB:
                wrong.append(f"{peak:.0f} MB")
            terminal.send("\x11")
        try:
            code = terminal.wait_exit(5)
        except AssertionError:
            wrong.append("deaf")
        else:
            if code != 0:
                wrong.append(f"left with {code}: {terminal.text.strip()[-300:]}")
            elif modes := terminal.modes_left_on():
                wrong.append(f"left on: {modes}")
    return Outcome(seed, place, secure, wild, sent, peak, left, wrong)


def _woken(terminal: PtyTerminal, process: psutil.Process) -> bool:
    """Whether the program was suspended, as ctrl+z does in its many forms: it is woken. Meanwhile the terminal echoes."""
    if terminal.output.count(ENTER) > terminal.output.count(LEAVE):
        return False
    with suppress(psutil.NoSuchProcess):
        patience = Patience(5, process.pid)
        while patience.lasts and terminal.process.poll() is None:
            if process.status() == psutil.STATUS_STOPPED:
                os.kill(process.pid, signal.SIGCONT)
                patience = Patience(5, process.pid)
                while patience.lasts and terminal.output.count(ENTER) <= terminal.output.count(LEAVE):
                    terminal.pump(0.05)
                return True
            terminal.pump(0.02)
    return True


def _afterwards(terminal: PtyTerminal, process: psutil.Process, *, known: bool) -> list[str]:
    """What is wrong with the screen when all has been read, and whether an answer of a terminal changes it.

    `known` says whether all that could be typed are the letters of `support.soup`.
    """
    wrong = []
    terminal.send(END)
    terminal.pump(0.05)
    _woken(terminal, process)
    terminal.claim(79, 24)  # another size than before, so that all is painted
    terminal.pump(0.05)
    terminal.resize(80, 24)
    terminal.catch_up(0.3)
    time.sleep(1.1)
    _rest(terminal, process)
    before = terminal.settle(0.3, 5)
    typed = before.split("\n")[1][3:60].split("   ")[0].rstrip("▏▌> ")
    in_filter = before.split("\n")[1].startswith(" / ") and not typed.startswith("type to find")
    if in_filter and known and not re.fullmatch(f"[{LETTERS}thinsaw ]*", typed):
        wrong.append(f"typed: {typed}")
    for answer in MARKED:
        terminal.send(answer)
    if terminal.process.poll() is None and (after := terminal.settle(0.3, 5)) != before:
        changed = [
            f"{old!r} -> {new!r}" for old, new in zip(before.split("\n"), after.split("\n"), strict=True) if old != new
        ]
        wrong.append(f"an answer was a key: {'; '.join(changed[:3])}")
    return wrong


def _rest(terminal: PtyTerminal, process: psutil.Process) -> None:
    """Wait until all that was read has been acted on: until the program works no more."""
    patience, quiet = Patience(30, process.pid), 0
    with suppress(psutil.NoSuchProcess):
        while patience.lasts and quiet < 3:
            before = sum(process.cpu_times()[:2])
            until = time.monotonic() + 0.1
            while time.monotonic() < until:
                terminal.pump(0.05)
            quiet = quiet + 1 if sum(process.cpu_times()[:2]) - before < 0.02 else 0


def _line_with(text: str, screen: str) -> str:
    return next(line for line in screen.split("\n") if text in line).strip()


def run(seed: int) -> Outcome:
    """A session in a home of its own, with the seconds of a processor that the program used in it."""
    before = _used()
    with tempfile.TemporaryDirectory() as directory:
        faq = Path(directory) / "workshop.md"
        faq.write_text(FAQ)
        outcome = session(seed, Path(directory), faq)
    return outcome._replace(cpu=_used() - before)


def _used() -> float:
    """Seconds of a processor that the programs used which this process has run and reaped."""
    return sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def main() -> int:
    """Run sessions, `AT_ONCE` at a time, until the time is up; 1 where one was wrong."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    first = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
    started, seed, used = time.monotonic(), first, 0.0
    done: list[Outcome] = []
    with ProcessPoolExecutor(AT_ONCE) as pool:
        running = set()
        while running or not done:
            while len(running) < AT_ONCE and (used < minutes * 60 or seed == first):
                running.add(pool.submit(run, seed))
                seed += 1
                if not minutes:
                    break
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            for outcome in (future.result() for future in finished):
                done.append(outcome)
                used += outcome.cpu
                if outcome.wrong:
                    print(f"seed {outcome.seed} ({outcome.place}): {'; '.join(outcome.wrong)}", flush=True)
        again = [outcome for outcome in done if outcome.wrong]
        for outcome in again:
            if minutes and not (second := pool.submit(run, outcome.seed).result()).wrong:
                print(f"seed {outcome.seed}: nothing wrong the second time", flush=True)
                done[done.index(outcome)] = second
    places, failed = Counter(outcome.place for outcome in done), sum(bool(outcome.wrong) for outcome in done)
    print(
        f"{len(done):,} sessions from seed {first}: {used / 60:.1f} minutes of processor time of the program, "
        f"{(time.monotonic() - started) / 60:.0f} by the clock; {sum(outcome.sent for outcome in done) / 1e6:.1f} MB sent\n"
        f"{sum(outcome.secure for outcome in done)} in secure mode, {sum(outcome.wild for outcome in done)} with mutated "
        f"input, {sum(outcome.left for outcome in done)} left by a key of their own; {len(places)} of {len(PLACES)} panes and "
        f"pickers, each {min(places.values())} times or more\n"
        f"most memory: {max(outcome.peak for outcome in done):.0f} MB; {failed} wrong, "
        f"{len(again) - failed} more the first time alone"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
