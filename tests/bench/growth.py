#!/usr/bin/env python3
"""Grows what documents are made of to a megabyte: python tests/bench/growth.py [-v] [--keep FILE] [PART OF A NAME]

Each text (`tests/support/growing.py` has them, `growing_formats.py` those of other formats) is read as ``faqtui list`` and
``faqtui check`` do, its Markdown is shown as the screen shows an answer, and some are indexed and searched, shown whole,
searched for themselves in what is shown, and typed as a query (`growing_ways.py`). Times are processor time.

First all are *screened*, at 2 and at 8 kB. What takes more than 5 times as long for 4 times the text is a suspect, and so are
those that take longest: a hundred of all, and ten in each way. Suspects *grow* to a megabyte, and so does one in 23 of the
others in turn; --turn N takes others of them, --all every text in every way, which is hours. Those that take longest are
started with in a real terminal, until their questions are listed, and read again there after the file has changed.

Fails, and names the text, where four times the text takes more than 7 times as long, where a megabyte or less takes more than
2 s, and where something raises; a busy machine may take longer, by as much as a piece of work of the program's kind takes
longer on it. A text grows from its largest downward: what a megabyte takes no time for needs no smaller one beside it.
No text holds up the others: what is not done in time is given up. One screen says what was found; with -v a line for each
text does.

With --quick the largest text has 128 kB. With --keep what was measured is added to FILE, and what is there is not measured
again, so that it can be done in pieces; delete the lines of what was mended. Two processes work unless --jobs says otherwise.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1]))

from support import growing, growing_formats
from support.growing import Text
from support.growing_ways import LIVE, WAYS, Took, cost, in_terminal, prepare_process
from support.speed import slowness
from support.workers import done

Job: TypeAlias = "tuple[str, Text]"

FLOOR = 0.02
"""Seconds below which times are not compared."""

STEP = 4
GROWTH = 7.0
LONGEST = 2.0
"""Seconds that a text of a megabyte may take."""

SCREENED = 1 << 13
SCREEN_FLOOR = 0.005
SUSPECT = 5.0
"""How many times as long `STEP` times the text takes where it is looked at more closely."""

LONG = 100
LONG_EACH = 10
"""Texts that are looked at more closely because they take longest, of all and in each way."""

LATEST = 24
"""Texts that are started with in a terminal: those that take longest to list or to show."""

TURNS = 23
"""One in so many of those that are not suspected grows in each turn: no divisor of how many units, places or ways there are."""

HELD = 60.0
"""Seconds of processor time after which a piece of work is given up."""


def growth(took: Took) -> float:
    """How many times as long the larger took, 0 where the smaller took no time."""
    return took.seconds / took.before if took.before > 0 else 0.0


def part_of(way: str, size: int) -> int:
    """How much of a size a way is given."""
    return size // (WAYS[way][2] if size > SCREENED else min(2, WAYS[way][2]))


def rate(took: Took) -> float:
    """Seconds that the largest text would take in this way if it took no longer than what was screened, for its size."""
    return took.seconds * part_of(took.way, 1 << 20) / part_of(took.way, SCREENED)


def screen(way: str, text: Text) -> Took:
    """What a text takes in one way at two small sizes, measured again where it grows too fast."""
    prepare = WAYS[way][0]
    size = part_of(way, SCREENED)
    small, large = (prepare(text.make(n), text.path) for n in (size // STEP, size))
    before, now = cost(small, LONGEST), cost(large, LONGEST)
    for _ in range(2):
        if now > SCREEN_FLOOR and now > SUSPECT * before:
            before, now = max(before, cost(small, LONGEST)), min(now, cost(large, LONGEST))
    if now > SCREEN_FLOOR and now > SUSPECT * before:  # it may have gone over a bound, behind which it is another text
        further = cost(prepare(text.make(STEP * size), text.path), STEP * LONGEST)
        if further <= SUSPECT * now:
            before = now / STEP
    return Took(way, text.name, now, before)


def suspects(screened: Sequence[Took]) -> set[tuple[str, str]]:
    """What is to grow, of what was screened: ways and names."""
    steep = [took for took in screened if took.wrong or (took.seconds > SCREEN_FLOOR and growth(took) > SUSPECT)]
    longest = sorted(screened, key=rate, reverse=True)
    each = [took for way in WAYS for took in [took for took in longest if took.way == way][:LONG_EACH]]
    return {(took.way, took.name) for took in (*steep, *longest[:LONG], *each)}


def grow(way: str, text: Text, largest: int) -> Took:
    """What a text takes in one way at the largest size, beside a quarter of it; and of one where it takes too long for that.

    Where even the smaller text takes longer than the largest may, smaller ones say whether it grows too fast.
    """
    prepare = WAYS[way][0]
    size = part_of(way, largest)
    act = prepare(text.make(size), text.path)
    now, slow, wrong = cost(act, 2 * LONGEST), 1.0, ""
    if now > LONGEST:
        slow = slowness()
        now = min(now, cost(act, 2 * LONGEST * slow))
        if now > LONGEST * slow:
            took = f"{now / slow:.1f} s" if now < float("inf") else f"over {2 * LONGEST:.0f} s"
            wrong = f"{took} at {size >> 10} kB"
    before = 0.0
    while now > GROWTH * FLOOR and size > SCREENED:
        before = cost(prepare(text.make(size // STEP), text.path), 2 * LONGEST * slow)
        if before < float("inf"):
            break
        size, now = size // STEP, before
    if float("inf") > now > GROWTH * before > GROWTH * FLOOR:
        small = prepare(text.make(size // STEP), text.path)
        before, now = (
            max(before, cost(small, LONGEST)),
            min(now, cost(prepare(text.make(size), text.path), 2 * LONGEST)),
        )
        if now > GROWTH * before:
            wrong = wrong or f"{STEP} times the text takes {now / before:.0f} times as long, at {size >> 10} kB"
    return Took(way, text.name, now / slow, before / slow if before > FLOOR else 0.0, wrong)


def live(text: Text, largest: int) -> list[Took]:
    """What a text takes in a terminal."""
    return list(in_terminal(text, largest, LONGEST))


class Bench:
    """What is measured at which size, kept in a file where there is one, and told on the way."""

    def __init__(self, kept: Path | None, count: int, *, verbose: bool) -> None:
        self.kept, self.count, self.verbose = kept, count, verbose
        self._known: dict[tuple[int, str, str], Took] = {}
        if kept is not None and kept.exists():
            for line in kept.read_text().splitlines():
                size, *figures = json.loads(line)
                took = Took(*figures)
                self._known[size, took.way, took.name] = took
        self.worked = 0.0
        """Seconds of processor time of the pieces of work."""

    def known(self, size: int, way: str, name: str) -> Took | None:
        """What was measured in an earlier run."""
        return self._known.get((size, way, name))

    def measure(
        self, label: str, size: int, jobs: Sequence[Job], act: Callable[[str, Text], Took | list[Took]]
    ) -> list[Took]:
        """All of these, in the order in which they are done; those that are known first."""
        todo = [
            job for job in jobs if self.known(size, LIVE[-1] if job[0] == "terminal" else job[0], job[1].name) is None
        ]
        found = [
            known
            for way, text in jobs
            for name in (LIVE if way == "terminal" else (way,))
            if (way, text) not in todo and (known := self.known(size, name, text.name))
        ]
        told = time.monotonic()
        pieces = [partial(act, way, text) for way, text in todo]
        for count, (number, result, seconds) in enumerate(done(pieces, prepare_process, self.count, HELD), 1):
            self.worked += seconds
            way, text = todo[number]
            if isinstance(result, str):
                result = Took(way, text.name, seconds, 0.0, result)
            for took in result if isinstance(result, list) else [result]:
                found.append(took)
                self.keep(size, took)
            if time.monotonic() - told > 20 or count == len(todo):
                told = time.monotonic()
                print(
                    f"{label}: {count:,} of {len(todo):,}, {self.worked / 60:.1f} minutes", file=sys.stderr, flush=True
                )
        return found

    def keep(self, size: int, took: Took) -> None:
        """Write down what was measured."""
        if self.kept:
            with self.kept.open("a") as file:
                file.write(json.dumps([size, *took]) + "\n")
        if self.verbose or took.wrong:
            row = f"{took.way}: {took.name[:44]:44} {took.before:7.3f} {took.seconds:7.3f} {growth(took):6.1f}  {took.wrong}"
            print(row.rstrip(), file=sys.stdout if self.verbose else sys.stderr, flush=True)


def report(found: Sequence[Took], stage: str) -> None:
    """A line for each way."""
    print(f"{stage:12}{'texts':>6}  {'slowest':>8}  {'':34}{f'x {STEP}':>6}")
    for way in (*WAYS, *LIVE):
        own = [took for took in found if took.way == way]
        if own:
            slowest, steepest = max(own, key=lambda t: t.seconds), max(own, key=growth)
            grew = f"{growth(steepest):6.1f}  {steepest.name[:30]}" if growth(steepest) else ""
            print(f"{way:12}{len(own):6,}  {slowest.seconds:6.2f} s  {slowest.name[:32]:34}{grew}")


def main() -> int:
    """Screen all texts, grow some of them, start with a few."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument(
        "part",
        nargs="?",
        default="",
        help="of the names of the texts to try, a way before it: 'show: lines'; all of them grow, without a terminal",
    )
    options.add_argument("--quick", action="store_true", help="up to 128 kB instead of a megabyte")
    options.add_argument(
        "--all", action="store_true", help="grow every text, not only suspects and those whose turn it is"
    )
    options.add_argument("--turn", type=int, default=0, help="which of those that are not suspected grow")
    options.add_argument("-v", "--verbose", action="store_true", help="a line for each text")
    options.add_argument("--keep", type=Path, help="a file of what was measured, which is not measured again")
    options.add_argument("--jobs", type=int, default=2, help="how many processes work at a time")
    given = options.parse_args()
    largest = 1 << (17 if given.quick else 20)
    begun = time.monotonic()
    bench = Bench(given.keep, given.jobs, verbose=given.verbose)
    every = [*growing.texts(), *growing_formats.texts()]
    jobs = [
        (way, text)
        for text in every
        for way, (_, sorts, _) in WAYS.items()
        if (text.sort in sorts or ("word" in sorts and text.name.startswith("word of")))
        and given.part in f"{way}: {text.name}"
    ]
    screened = [] if given.part or given.all else bench.measure("screened", SCREENED, jobs, screen)
    suspected = suspects(screened)
    others = [] if given.part or given.all else jobs[given.turn % TURNS :: TURNS]
    chosen = {(way, text.name) for way, text in others}
    growing_jobs = [job for job in jobs if given.part or given.all or (job[0], job[1].name) in suspected | chosen]
    found = bench.measure("grown", largest, growing_jobs, partial(grow, largest=largest))
    longest: dict[str, float] = {}
    for took in (*screened, *found):
        if took.way in {"list", "check", "show"}:
            seconds = took.seconds if took not in screened else rate(took)
            longest[took.name] = max(longest.get(took.name, 0.0), seconds)
    names = sorted(longest, key=lambda name: -longest[name])[: 0 if given.part else LATEST]
    late = [("terminal", text) for text in every if text.name in names]
    found += bench.measure("started", largest, late, lambda _, text: live(text, largest))
    if screened:
        report(screened, f"{SCREENED >> 10} kB")
    report(found, f"{largest >> 10} kB")
    wrong = [took for took in (*screened, *found) if took.wrong]
    spent = sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    print(
        f"{len(screened):,} screened at {SCREENED >> 10} kB, {len(suspected)} suspects and {len(chosen - suspected)} others of"
        f" {len(found):,} grown to {largest >> 10} kB, in {(time.monotonic() - begun) / 60:.0f} minutes,"
        f" {spent / 60:.1f} of a processor; {len(wrong)} wrong"
    )
    for took in wrong:
        print(f"  {took.way}: {took.name}: {took.wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    raise SystemExit(main())
