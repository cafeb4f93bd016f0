"""Writing to a terminal that may read slowly, or not at all, without ever waiting for it. Knows nothing of Textual."""

from __future__ import annotations

import asyncio
import fcntl
import os
import select
import termios
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from faqtui.wire.modes import CANCEL

PATIENCE = 1.0
"""Seconds without a byte taken after which a terminal counts as stuck when the program leaves."""

LONGEST_WAIT = 10.0
"""Seconds that leaving may take at most while a slow terminal still takes bytes: a copy of a long answer may be on its way."""


class Output:
    """Sends bytes in order, in one write where the terminal takes them; the rest waits and `blocked` is true."""

    def __init__(self, descriptor: int, loop: asyncio.AbstractEventLoop, drained: Callable[[], None]) -> None:
        self._loop = loop
        self._drained = drained
        self._pending = b""
        self._waiting = False
        self._gone = False
        self._shared = False
        # The terminal opened once more: making that not block leaves the descriptor alone which the shell shares.
        try:
            self.descriptor = os.open(os.ttyname(descriptor), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:  # after su the terminal belongs to somebody else
            self.descriptor = descriptor
            self._shared = True

    @property
    def blocked(self) -> bool:
        """Whether bytes wait for the terminal."""
        return bool(self._pending)

    def send(self, data: bytes) -> None:
        """Send `data` after what waits already."""
        if self._pending:
            self._pending += data
            return
        self._pending = self._write(data)
        if self._pending and not self._waiting:
            self._waiting = True
            self._loop.add_writer(self.descriptor, self._writable)

    def _writable(self) -> None:
        self._pending = self._write(self._pending)
        if not self._pending:
            self._stop_waiting()
            self._drained()

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting = False
            self._loop.remove_writer(self.descriptor)

    def _write(self, data: bytes) -> bytes:
        """Write what the terminal takes now; returns the rest."""
        if self._gone:
            return b""
        view = memoryview(data)
        flags = fcntl.fcntl(self.descriptor, fcntl.F_GETFL) if self._shared else 0
        try:
            if self._shared:
                fcntl.fcntl(self.descriptor, fcntl.F_SETFL, flags | os.O_NONBLOCK)
            while view:
                view = view[os.write(self.descriptor, view) :]
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:  # hung up; the input side notices it too, and leaves
            self._gone = True
            return b""
        finally:
            if self._shared:
                with suppress(OSError):
                    fcntl.fcntl(self.descriptor, fcntl.F_SETFL, flags)
        return bytes(view)

    def finish(self, last: bytes, patience: float = PATIENCE, longest: float = LONGEST_WAIT) -> bool:
        """Send what waits and then `last`, waiting while the terminal takes anything; whether it took all.

        From a terminal that is stuck for `patience` seconds what it did not read is taken back: it is a picture of a screen
        that is left. Then `last` alone is tried.
        """
        self._stop_waiting()
        data, self._pending = self._pending + last, b""
        latest = monotonic() + longest
        rest = self._write(data)
        while rest and monotonic() < latest:
            if not select.select([], [self.descriptor], [], patience)[1]:
                break
            rest = self._write(rest)
        if rest:
            self._take_back()
            self._write(CANCEL + last)
        return not rest

    def finish_at_once(self, last: bytes) -> bool:
        """Send `last` from a signal handler, waiting for nothing; what the terminal did not read is taken back.

        Whether it had read all before, and there is room for this.
        """
        waited = bool(self._pending)
        if waited:
            self._take_back()
            last = CANCEL + last
        if rest := self._write(last):
            self._take_back()
            self._write(CANCEL + last if len(rest) < len(last) else last)
        return not (waited or rest)

    def _take_back(self) -> None:
        with suppress(termios.error):
            termios.tcflush(self.descriptor, termios.TCOFLUSH)

    def close(self) -> None:
        """Let go of the terminal."""
        self._stop_waiting()
        self._gone = True
        if not self._shared:
            with suppress(OSError):
                os.close(self.descriptor)
