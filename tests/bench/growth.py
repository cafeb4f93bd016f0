#!/usr/bin/env python3
"""Grows what documents are made of to a megabyte: python tests/bench/growth.py [-v] [--quick] [--keep FILE] [PART OF A NAME]

Each text (`tests/support/growing.py` has them, `growing_formats.py` those of other formats) is read as ``faqtui list`` and
``faqtui check`` do, its Markdown is shown as the screen shows an answer, and some are indexed and searched, shown whole,
searched for themselves in what is shown, and typed as a query. Those that take longest are started with in a real terminal,
until their questions are listed, and read again there after the file has changed. Times are processor time. Fails, and names
the text, where four times the text takes more than 7 times as long, or a megabyte or less more than 2 s; a busy machine may
take longer, by as much as a piece of work of the program's kind takes longer on it. One screen says what was found; with -v
a line for each text does.

With --quick the largest text has 128 kB. With --keep what was measured is added to FILE, and what is there
is not measured again, so that hours can be done in pieces; delete the lines of what was mended. One process works unless
--jobs says otherwise.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import multiprocessing
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil

from faqtui import sources
from faqtui.cli import main as faqtui
from faqtui.faq import Faq
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.render.find import Finder
from support import growing, growing_formats
from support.growing import Text
from support.pty_terminal import FAQTUI, PtyTerminal, environment

FLOOR = 0.02
"""Seconds below which times are not compared."""

STEP = 4
GROWTH = 7.0
LONGEST = 2.0
"""Seconds that a text of a megabyte may take."""

CALM = 0.0245
"""Seconds that `work` takes on the machine on which a megabyte is to take `LONGEST`, while nothing else runs there."""

LIVE = ("start", "reload")
LATEST = 24
"""Texts that are started with in a terminal: those that take longest to list or to show."""

WIDTH = 80
QUERIES = ("a", "what is 7", '"a b"', "-a b", "a" * 300, "a b c d e f g h", "zzz", "topic:a b", "?")
_WORD = re.compile(r"[^\W\d_]+|\d+")


class Took(NamedTuple):
    """What a text took in one way: seconds at the largest size and at a part of it, and what is wrong with that."""

    way: str
    name: str
    seconds: float
    before: float
    wrong: str = ""

    @property
    def growth(self) -> float:
        """How many times as long the largest took."""
        return self.seconds / self.before if self.before > FLOOR else 0.0


def work() -> float:
    """Seconds of a fixed piece of work such as parsing is made of: the least of three times."""
    least = float("inf")
    for _ in range(3):
        begun = time.process_time()
        seen: dict[str, list[int]] = {}
        rows = []
        for number in range(6000):
            line = f"## What is the {number % 977} of {number}? **bold** [link](#x{number})"
            for word in _WORD.findall(line.lower()):
                seen.setdefault(word, []).append(number)
            rows.append((line.strip().startswith("#"), line.partition(" ")[2], len(line)))
        rows.sort(key=lambda row: (row[2], row[1]))
        least = min(least, time.process_time() - begun)
    return least


def slowness() -> float:
    """How many times as long as on a calm machine work takes now; never less than once."""
    return max(1.0, work() / CALM)


# What is done with a text: each way gives, of a text and its path, what is then measured.


def command(name: str, text: str, path: str) -> Callable[[], object]:
    """``faqtui list`` or ``faqtui check`` of a file that was never read before; what is wrong with it is no matter here."""
    home = Path(os.environ["HOME"])

    def run() -> None:
        (home / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        shutil.rmtree(home / ".cache", ignore_errors=True)
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            faqtui([name, str(home / path)])

    return run


def show(text: str, _path: str, *, whole: bool = False) -> Callable[[], object]:
    """What the screen shows at once of an answer, or all of it."""

    def run() -> None:
        layout = lay_out(parse_answer(text), width=WIDTH)
        if whole:
            layout.finish()

    return run


def search(text: str, path: str) -> Callable[[], object]:
    """Making the index of what a file says, and asking it."""
    library = parse_library([sources.decode(sources.RawFile(path, text.encode("utf-8", "surrogatepass"), 0))])

    def run() -> None:
        searcher = Faq(library).searcher
        for query in QUERIES:
            searcher.search(query)

    return run


def find(text: str, _path: str) -> Callable[[], object]:
    """Finding parts of a text in itself, shown as code."""
    layout = lay_out(parse_answer(f"```\n{text}\n```\n"), width=WIDTH)

    def run() -> None:
        finder = Finder(layout)
        for needle in (text[: len(text) // 2], text[:100], text[-100:]):
            len(finder.find(needle, ignore_case=True))
            len(finder.find(needle))

    return run


def query(text: str, _path: str) -> Callable[[], object]:
    """Asking a small FAQ a text."""
    page = "# How deep is the water?\n\nDeep, at 3.5 m.\n\n" * 50
    searcher = Faq(parse_library([sources.decode(sources.RawFile("page.md", page.encode(), 0))])).searcher
    return partial(searcher.search, text)


Way = Callable[[str, str], Callable[[], object]]
WAYS: dict[str, tuple[Way, frozenset[str], int]] = {
    "list": (
        partial(command, "list"),
        frozenset(("case", "different", "line", "late", "container", "place", "format")),
        1,
    ),
    "check": (partial(command, "check"), frozenset(("case", "different", "line", "late")), 1),
    "show": (show, frozenset(("case", "different", "line", "late", "container", "place")), 1),
    "show whole": (partial(show, whole=True), frozenset(("case", "different", "line", "late", "container")), 8),
    "search": (search, frozenset(("different", "late")), 1),
    "query": (query, frozenset(("case", "word")), 1),
    "find": (find, frozenset(("case", "word")), 1),
}
"""Each way with the sorts of texts it is tried on, and what their size is divided by; ``word`` is a place."""


class TooSlow(Exception):
    """A text takes longer than it may."""


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def cost(act: Callable[[], object], most: float) -> float:
    """Seconds of processor time; infinite where it is more than `most`."""
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    begun = time.process_time()
    try:
        act()
    except TooSlow:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


def grow(way: str, text: Text, largest: int, most: float) -> Took:
    """What a text takes in one way at two sizes, measured again where it takes too long or grows too fast."""
    prepare, _, part = WAYS[way]
    size, limit = largest // part, most
    small, large = (prepare(text.make(n), text.path) for n in (size // STEP, size))
    before, now = cost(small, 10 * limit), cost(large, 10 * limit)
    wrong = ""
    if max(before, now) > limit:
        before, now = min(before, cost(small, 10 * limit)), min(now, cost(large, 10 * limit))
        slow = slowness()
        if max(before, now) > limit * slow:
            wrong = f"{max(before, now):.1f} s at {(size if now >= before else size // STEP) >> 10} kB"
        before, now = before / slow, now / slow
    if before > FLOOR and now > GROWTH * before:
        before, now = max(before, cost(small, limit)), min(now, cost(large, 10 * limit))
        if now > GROWTH * before:
            wrong = wrong or f"{STEP} times the text takes {now / before:.0f} times as long"
    return Took(way, text.name, now, before, wrong)


def in_terminal(text: Text, largest: int, most: float) -> Iterator[Took]:
    """What a text takes in a terminal until its questions are listed, and until it has been read again."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / text.path
        written = text.make(largest).encode("utf-8", "surrogatepass")
        file.write_bytes(written)
        slow = slowness()
        with PtyTerminal([*FAQTUI, str(file)], env=environment(Path(folder))) as terminal:
            done = 0.0
            for way, wanted in (
                ("start", r"\d questions?\b|no questions?\b"),
                ("reload", "read again|no question is left"),
            ):
                if way == "reload":
                    time.sleep(1.5)  # the index of the first reading is made, which is no part of the second
                    done = _spent(terminal.process.pid)
                    file.write_bytes(written + b"\n\nOne more line.\n")
                try:
                    terminal.wait_for(lambda seen, wanted=wanted: re.search(wanted, seen), 30 * slow)
                    took = _spent(terminal.process.pid) - done
                    wrong = f"{took:.1f} s" if took > most * slow else ""
                except AssertionError:
                    took, wrong = 30.0, "nothing in 30 s"
                yield Took(way, text.name, took / slow, 0.0, wrong)


def _spent(pid: int) -> float:
    """Seconds of processor time that a process and all of its children have taken."""
    process = psutil.Process(pid)
    times = [process.cpu_times()]
    for child in process.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            times.append(child.cpu_times())
    return sum(t.user + t.system + t.children_user + t.children_system for t in times)


def _do(jobs: list[tuple[str, Text]], largest: int, most: float, results: multiprocessing.Queue[Took | None]) -> None:
    """The work of one process, at a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        for name in [name for name in os.environ if name.startswith(("XDG_", "FAQTUI_"))]:
            del os.environ[name]
        os.environ["HOME"] = home
        try:
            _measure(jobs, largest, most, results)
        finally:
            results.put(None)


def _measure(
    jobs: list[tuple[str, Text]], largest: int, most: float, results: multiprocessing.Queue[Took | None]
) -> None:
    signal.signal(signal.SIGVTALRM, _alarm)
    for way in WAYS:
        WAYS[way][0]("# a?\n\n*b*\n", "page.md")()
    for way, text in jobs:
        if way in WAYS:
            results.put(grow(way, text, largest, most))
        else:
            for took in in_terminal(text, largest, most):
                results.put(took)


def run(
    jobs: list[tuple[str, Text]], largest: int, most: float, tell: Callable[[Took], None], count: int
) -> list[Took]:
    """All of these, by at most `count` processes."""
    count = min(count, len(jobs) or 1)
    results: multiprocessing.Queue[Took | None] = multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=_do, args=(jobs[n::count], largest, most, results), daemon=True)
        for n in range(count)
    ]
    for worker in workers:
        worker.start()
    found: list[Took] = []
    while count:
        took = results.get()
        if took is None:
            count -= 1
        else:
            found.append(took)
            tell(took)
    for worker in workers:
        worker.join()
    return found


def report(found: list[Took], largest: int, minutes: float) -> None:
    """One screen."""
    print(f"{'':12}{'texts':>6}  {'slowest':>8}  {'':34}{f'x {STEP}':>6}")
    for way in (*WAYS, *LIVE):
        own = [took for took in found if took.way == way]
        if own:
            slowest, steepest = max(own, key=lambda t: t.seconds), max(own, key=lambda t: t.growth)
            grew = f"{steepest.growth:6.1f}  {steepest.name[:30]}" if steepest.growth else ""
            print(f"{way:12}{len(own):6,}  {slowest.seconds:6.2f} s  {slowest.name[:32]:34}{grew}")
    wrong = [took for took in found if took.wrong]
    print(f"{len(found):,} measured at {largest >> 10} kB in {minutes:.0f} minutes; {len(wrong)} wrong")
    for took in wrong:
        print(f"  {took.way}: {took.name}: {took.wrong}")


def main() -> int:
    """Grow each text in each way."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument(
        "part",
        nargs="?",
        default="",
        help="of the names of the texts to try, a way before it: 'show: lines'; without a terminal",
    )
    options.add_argument("--quick", action="store_true", help="up to 128 kB instead of a megabyte")
    options.add_argument("-v", "--verbose", action="store_true", help="a line for each text")
    options.add_argument("--keep", type=Path, help="a file of what was measured, which is not measured again")
    options.add_argument("--jobs", type=int, default=1, help="how many processes work at a time")
    given = options.parse_args()
    largest, most = 1 << (17 if given.quick else 20), LONGEST
    begun = time.monotonic()
    kept = kept_in(given.keep, largest)

    def tell(took: Took) -> None:
        if given.keep:
            with given.keep.open("a") as file:
                file.write(json.dumps([largest, *took]) + "\n")
        if given.verbose or took.wrong:
            row = f"{took.way}: {took.name[:44]:44} {took.before:7.3f} {took.seconds:7.3f} {took.growth:6.1f}  {took.wrong}"
            print(row.rstrip(), file=sys.stdout if given.verbose else sys.stderr, flush=True)

    every = [*growing.texts(), *growing_formats.texts()]
    jobs = [
        (way, text)
        for text in every
        for way, (_, sorts, _) in WAYS.items()
        if (text.sort in sorts or ("word" in sorts and text.name.startswith("word of")))
        and given.part in f"{way}: {text.name}"
    ]
    found = [kept[way, text.name] for way, text in jobs if (way, text.name) in kept]
    found += run([job for job in jobs if (job[0], job[1].name) not in kept], largest, most, tell, given.jobs)
    longest: dict[str, float] = {}
    for took in found:
        if took.way in {"list", "check", "show"}:
            longest[took.name] = max(longest.get(took.name, 0.0), took.seconds)
    names = sorted(longest, key=lambda name: -longest[name])[: 0 if given.part else LATEST]
    found += [kept[way, name] for way in LIVE for name in names if (way, name) in kept]
    late = [("terminal", text) for text in every if text.name in names and (LIVE[-1], text.name) not in kept]
    found += run(late, largest, most, tell, given.jobs)
    report(found, largest, (time.monotonic() - begun) / 60)
    return 1 if any(took.wrong for took in found) else 0


def kept_in(file: Path | None, largest: int) -> dict[tuple[str, str], Took]:
    """What a file has of earlier runs at this size, by way and name."""
    if file is None or not file.exists():
        return {}
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    return {(took.way, took.name): took for size, *figures in rows if size == largest for took in [Took(*figures)]}


if __name__ == "__main__":
    raise SystemExit(main())
