"""Writing to a terminal that may read slowly, or not at all. Knows nothing of Textual."""

from __future__ import annotations

import fcntl
import os
import select
import termios
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

BACKLOG = 1_000_000
"""Characters that may wait for a terminal; a clipboard sequence of half a megabyte has room, frames do not pile up."""

GIVE_UP = 1.0
"""Seconds to wait at the end for a terminal that does not read."""


class FrameWriter(threading.Thread):
    """Sends frames in order, each in as few writes as the terminal takes.

    When more than `BACKLOG` characters wait, what waits is dropped; `caught_up` is called, from this thread, when the
    terminal has read what was under way.
    """

    def __init__(self, descriptor: int, caught_up: Callable[[], object]) -> None:
        super().__init__(name="faqtui-output", daemon=True)
        self._descriptor = descriptor
        self._caught_up = caught_up
        self._frame: list[str] = []
        self._queue: deque[str] = deque()
        self._waiting = 0
        self._dropped = False
        self._stopping = False
        self._wake = threading.Condition()

    def write(self, text: str) -> None:
        """Add to the frame that is being made."""
        self._frame.append(text)

    def flush(self) -> None:
        """The frame is complete: send it."""
        if not self._frame:
            return
        frame = "".join(self._frame)
        self._frame.clear()
        with self._wake:
            if self._waiting > BACKLOG:
                self._queue.clear()
                self._waiting = 0
                self._dropped = True
            else:
                self._queue.append(frame)
                self._waiting += len(frame)
            self._wake.notify()

    def stop(self) -> None:
        """Send what waits and end; a terminal that is stuck is not waited for."""
        self.flush()
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self.join(GIVE_UP)

    def run(self) -> None:
        """Send frames until stopped."""
        while True:
            with self._wake:
                while not self._queue and not self._stopping:
                    self._wake.wait()
                if not self._queue:
                    return
                data = "".join(self._queue)
                self._queue.clear()
            if not self._send(data.encode("utf-8", "replace")):
                return
            with self._wake:
                self._waiting = sum(map(len, self._queue))
                dropped, self._dropped = self._dropped, False
            if dropped:
                with suppress(RuntimeError):  # the loop is closed: nobody paints any more
                    self._caught_up()

    def _send(self, data: bytes) -> bool:
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._descriptor, view) :]
            except BlockingIOError:
                select.select([], [self._descriptor], [], 0.5)
            except OSError:  # the terminal is gone; the input side notices and leaves
                return False
        return True


def write_at_once(descriptor: int, data: bytes, limit: float = GIVE_UP) -> None:
    """Write `data` from a signal handler, waiting no longer than `limit` seconds.

    Where the terminal's queue is full, what waits in it is thrown away: it is a picture of a screen that is left.
    """
    flags = None
    with suppress(OSError):
        flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_NONBLOCK)
    end = monotonic() + limit
    try:
        while data and monotonic() < end:
            try:
                data = data[os.write(descriptor, data) :]
            except BlockingIOError:
                with suppress(termios.error):
                    termios.tcflush(descriptor, termios.TCOFLUSH)
                select.select([], [descriptor], [], 0.05)
    except OSError:
        return
    finally:
        if flags is not None:
            with suppress(OSError):
                fcntl.fcntl(descriptor, fcntl.F_SETFL, flags)
