"""What is done with a text that grows, and the processor time that it takes: for `tests/bench/growth.py`.

Each way gives, of a text and its path, what is then measured.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import psutil

from faqtui import sources
from faqtui.cli import main as faqtui
from faqtui.faq import Faq
from faqtui.host.garbage import collect_seldom, not_collected
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.render.find import Finder
from faqtui.tui.widgets.line_input import LONGEST
from support.growing import Text
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.speed import slowness

LIVE = ("start", "reload")
"""The ways that need a terminal."""

WIDTH = 80
QUERIES = ("a", "what is 7", '"a b"', "-a b", "a" * 300, "a b c d e f g h", "zzz", "topic:a b", "?")


def command(name: str, text: str, path: str) -> Callable[[], object]:
    """``faqtui list`` or ``faqtui check`` of a file that was never read before; what is wrong with it is no matter here."""
    home = Path(os.environ["HOME"])

    def run() -> None:
        (home / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        shutil.rmtree(home / ".cache", ignore_errors=True)
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with not_collected(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
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
        for needle in (text[:LONGEST], text[-LONGEST:], text[:100]):
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
        frozenset(("container", "place", "format")),
        1,
    ),
    "check": (partial(command, "check"), frozenset(("case", "different", "line", "late")), 1),
    "show": (show, frozenset(("case", "different", "line", "late", "container", "place")), 1),
    "show whole": (partial(show, whole=True), frozenset(("case", "different", "line", "late", "container")), 8),
    "search": (search, frozenset(("different", "late")), 1),
    "query": (query, frozenset(("case", "word")), 1),
    "find": (find, frozenset(("case", "word")), 1),
}
"""Each way with the sorts of texts it is tried on, and what their size is divided by; ``word`` is a place.

What is checked is listed on the way.
"""


class Took(NamedTuple):
    """What a text took in one way: seconds at the largest size and at a part of it, and what is wrong with that."""

    way: str
    name: str
    seconds: float
    before: float
    wrong: str = ""


class TooSlow(Exception):
    """A text takes longer than it may."""


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def prepare_process() -> None:
    """Makes ready a process that measures: what it loads for each way is loaded, and `cost` can stop what takes too long.

    Garbage is collected as the program does: seldom by its screen, not at all by its commands.
    """
    signal.signal(signal.SIGVTALRM, _alarm)
    for way, _, _ in WAYS.values():
        way("# a?\n\n*b*\n", "page.md")()
    collect_seldom()


def cost(act: Callable[[], object], most: float) -> float:
    """Seconds of processor time; infinite where it is more than `most`."""
    gc.collect()  # what was left by another text is no part of it
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    begun = time.process_time()
    try:
        act()
    except TooSlow:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


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
                    done = _settled(terminal.process.pid)
                    file.write_bytes(written + b"\n\nOne more line.\n")
                try:
                    terminal.wait_for(lambda seen, wanted=wanted: re.search(wanted, seen), 30 * slow)
                    took = _spent(terminal.process.pid) - done
                    wrong = f"{took:.1f} s" if took > most * slow else ""
                except AssertionError:
                    took, wrong = 30.0, "nothing in 30 s"
                yield Took(way, text.name, took / slow, 0.0, wrong)


def _settled(pid: int) -> float:
    """What they have taken once they do nothing: the index of a first reading is made, which is no part of the second."""
    done = -1.0
    while (now := _spent(pid)) > done:
        done = now
        time.sleep(1.5)
    return done


def _spent(pid: int) -> float:
    """Seconds of processor time that a process and all of its children have taken."""
    process = psutil.Process(pid)
    times = [process.cpu_times()]
    for child in process.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            times.append(child.cpu_times())
    return sum(t.user + t.system + t.children_user + t.children_system for t in times)
