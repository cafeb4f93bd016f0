"""Threads whose beginning nobody waits for, and which keep nobody waiting.

`threading.Thread.start` waits until the new thread has said that it runs. Where that finds no memory to say so it waits for
ever, and the key that wanted the thread was the last. Nothing here keeps the process from ending.
"""

from __future__ import annotations

import errno
import sys
from _thread import allocate_lock, start_new_thread
from collections.abc import Callable, Iterator
from contextlib import contextmanager

YIELD = 0.0005
"""Seconds after which a thread gives way to the screen; a key gives way itself some ten times, and waits each time."""

_giving_way = 0
_usual = 0.0
_count = allocate_lock()


def begin(work: Callable[[], object]) -> None:
    """Do `work` in a thread. Raises OSError where none can be started."""
    try:
        start_new_thread(work, ())
    except RuntimeError:
        raise OSError(errno.EAGAIN, "no thread can be started") from None


@contextmanager
def giving_way() -> Iterator[None]:
    """Have threads change every YIELD seconds in the block, as long as any thread is in one: the screen hardly waits for it."""
    global _giving_way, _usual
    with _count:
        if not _giving_way:
            _usual = sys.getswitchinterval()
            sys.setswitchinterval(YIELD)
        _giving_way += 1
    try:
        yield
    finally:
        with _count:
            _giving_way -= 1
            if not _giving_way:
                sys.setswitchinterval(_usual)
