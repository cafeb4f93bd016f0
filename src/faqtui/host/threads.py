"""Threads whose beginning nobody waits for.

`threading.Thread.start` waits until the new thread has said that it runs. Where that finds no memory to say so it waits for
ever, and the key that wanted the thread was the last. Nothing here keeps the process from ending.
"""

from __future__ import annotations

import errno
from _thread import start_new_thread
from collections.abc import Callable


def begin(work: Callable[[], object]) -> None:
    """Do `work` in a thread. Raises OSError where none can be started."""
    try:
        start_new_thread(work, ())
    except RuntimeError:
        raise OSError(errno.EAGAIN, "no thread can be started") from None
