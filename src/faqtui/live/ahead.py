"""Working on a long answer in threads, so that no key waits for it, whatever the answer is made of."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from faqtui.host.threads import begin, giving_way
from faqtui.render import Layout

STEP = 400
"""Lines between two looks at whether they are still wanted."""

_running = 0
_count = threading.Lock()


@contextmanager
def behind_the_screen() -> Iterator[None]:
    """Give way to the screen often; collect nothing meanwhile, and leave alone what was made.

    Looking through some hundred thousand runs or matches, which hold no cycles, would stop the screen for up to half a
    second.
    """
    global _running
    with _count:
        _running += 1
        gc.disable()
    try:
        with giving_way():
            yield
    finally:
        with _count:
            _running -= 1
            if not _running:
                gc.freeze()
                gc.enable()


def in_thread(work: Callable[[], object]) -> None:
    """Do `work` beside the screen; leaving the program does not wait for it."""

    def run() -> None:
        with behind_the_screen():
            work()

    try:
        begin(run)
    except OSError:  # no thread is to be had: then the key waits for it
        run()


class Ahead:
    """Lays out all of one layout; `tell` is called in the thread when `first` lines are there, and at the end."""

    def __init__(self, layout: Layout, first: int, tell: Callable[[], object]) -> None:
        self._layout = layout
        self._first = first
        self._tell = tell
        self._ready = threading.Event()
        self._stopped = False
        self.failure: Exception | None = None
        in_thread(self._run)

    def wait(self, seconds: float) -> bool:
        """Wait for the first lines, at most so long; whether they are there."""
        return self._ready.wait(seconds)

    def stop(self) -> None:
        """Nobody wants it any more."""
        self._stopped = True

    def _run(self) -> None:
        try:
            goal = self._first
            while not self._stopped and self._layout.reach(goal):
                if not self._ready.is_set():
                    self._ready.set()
                    self._tell()
                gc.disable()  # the start of the app switches it on
                goal = self._layout.height + STEP
        except Exception as error:
            self.failure = error
        finally:
            if self._stopped:
                self._layout.abandon()
            self._ready.set()
            if not self._stopped:
                self._tell()
