"""A session as the front has it: the other side of a terminal or of three pipes, and of the line, in an event loop.

What the session sends goes to whoever is connected only as fast as they take it, and the other way round: nothing piles up
here beyond what one read gives.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import socket
import struct
import termios
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from faqtui.host.terminal import LARGEST
from faqtui.serving.messages import close_all
from faqtui.serving.sessions import LOST, Request

if TYPE_CHECKING:
    from faqtui.serving.doors import Counting

AT_ONCE = 32_768
"""Bytes that are read of a session at a time."""

MOST_TYPED = 65_536
"""Bytes that may wait for a session to read them; then no more are taken from the connection."""

MOST_TOLD = 65_536
"""Bytes that may come down a line: a few short lines."""

CALM, LATEST = 0.1, 0.5
"""Seconds without another size after which a session is told of the last of several in quick succession, and after which it is
told in any case. It lays out anew for each: 20,000 of them, a megabyte for a client, took the processor for minutes."""

Ask = Callable[[Request, "tuple[int, ...]"], bool]
"""Asks the keeper for a session with descriptors, its line first; whether that was sent."""


class Client(Protocol):
    """Whoever is connected, as a session sees them."""

    def show(self, data: bytes, *, is_error: bool) -> None:
        """Send what the session has written."""

    def take_more(self, wanted: bool, /) -> None:
        """Whether more of what is typed is wanted now."""

    def over(self, code: int, said: str, reason: str) -> None:
        """The session has ended; `said` is a line that it was ended with, `reason` why it was refused, or both empty."""


class ServedSession:
    """A session for a `client`. `begin` starts it; it ends with `Client.over`, once, or with `close`."""

    def __init__(self, client: Client, figures: Counting) -> None:
        self._client = client
        self._figures = figures
        self._loop = asyncio.get_running_loop()
        self._line: socket.socket | None = None
        self._master = -1
        self._input = -1
        self._outputs: dict[int, bool] = {}
        self._told = b""
        self._typed = b""
        self._held = False
        self._is_terminal = False
        self._newest = (0, 0)
        self._resized = self._told_at = 0.0
        self._telling: asyncio.TimerHandle | None = None
        self._began = self._loop.time()
        self._has_shown = False
        self._typed_at: float | None = None
        self._line_is_over = False
        self.is_over = False

    def begin(self, ask: Ask, request: Request, size: tuple[int, int] | None) -> bool:
        """Ask for the session: on a terminal of `size` columns and rows, or without one; whether it was asked for."""
        self._line, theirs = socket.socketpair()
        self._line.setblocking(False)
        self._is_terminal = size is not None
        if size is not None:
            self._master, slave = os.openpty()
            self._input = self._master
            _set_size(slave, size)
            self._outputs = {self._master: False}
            given = [slave]
        else:
            (stdin, self._input), (out, stdout), (err, stderr) = os.pipe(), os.pipe(), os.pipe()
            self._outputs = {out: False, err: True}
            given = [stdin, stdout, stderr]
        for descriptor in {self._input, *self._outputs}:
            os.set_blocking(descriptor, False)
        try:
            sent = ask(request, (theirs.fileno(), *given))
        finally:
            theirs.close()
            close_all(given)
        if not sent:
            self.close()
            return False
        self._loop.add_reader(self._line, self._told_something)
        for descriptor in self._outputs:
            self._loop.add_reader(descriptor, self._read, descriptor)
        return True

    # -- what it sends

    def _read(self, descriptor: int) -> None:
        try:
            data = os.read(descriptor, AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:  # the last who had the terminal has closed it
            data = b""
        if data:
            self._measure()
            self._client.show(data, is_error=self._outputs[descriptor])
            return
        self._loop.remove_reader(descriptor)
        del self._outputs[descriptor]
        if descriptor != self._master:
            os.close(descriptor)
        self._end_if_over()

    def _measure(self) -> None:
        now = self._loop.time()
        if not self._has_shown:
            self._has_shown = True
            self._figures.starts.add(now - self._began)
            self._typed_at = None
        elif self._typed_at is not None:
            self._figures.keys.add(now - self._typed_at)
            self._typed_at = None

    def hold(self, held: bool, /) -> None:
        """Read nothing of the session while whoever is connected takes nothing; its own output then waits there."""
        if held == self._held or self.is_over:
            return
        self._held = held
        for descriptor in self._outputs:
            if held:
                self._loop.remove_reader(descriptor)
            else:
                self._loop.add_reader(descriptor, self._read, descriptor)

    # -- what it is sent

    def type(self, data: bytes) -> None:
        """Pass on what was typed, or sent to standard input."""
        if self._input < 0 or self.is_over:
            return
        if self._typed_at is None and self._has_shown and self._is_terminal:
            self._typed_at = self._loop.time()
        was_empty = not self._typed
        self._typed += data
        if was_empty:
            self._write()
        else:
            self._client.take_more(len(self._typed) < MOST_TYPED)

    def _write(self) -> None:
        try:
            while self._typed:
                self._typed = self._typed[os.write(self._input, self._typed[:MOST_TYPED]) :]
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:  # it reads no more
            self._typed = b""
        if self._typed:
            self._loop.add_writer(self._input, self._write)
        else:
            self._loop.remove_writer(self._input)
        self._client.take_more(len(self._typed) < MOST_TYPED)
        if not self._typed and self._ended_input:
            self.end_input()

    _ended_input = False

    def end_input(self) -> None:
        """Nothing more comes: the end of standard input; a terminal has none."""
        self._ended_input = True
        if not self._is_terminal and self._input >= 0 and not self._typed:
            self._loop.remove_writer(self._input)
            os.close(self._input)
            self._input = -1

    def resize(self, size: tuple[int, int]) -> None:
        """The window has another size; the kernel tells the session, of many in quick succession of the last."""
        now, self._newest = self._loop.time(), size
        before, self._resized = self._resized, now
        if self._telling is not None:
            self._telling.cancel()
        if now - before >= CALM:
            self._tell_size()
        else:
            self._telling = self._loop.call_at(min(now + CALM, self._told_at + LATEST), self._tell_size)

    def _tell_size(self) -> None:
        self._telling, self._told_at = None, self._loop.time()
        if self._master >= 0:
            with suppress(OSError):
                _set_size(self._master, self._newest)

    # -- its end

    def _told_something(self) -> None:
        line = self._line
        if line is None:
            return
        try:
            data = line.recv(4096)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if data and len(self._told) < MOST_TOLD:
            self._told += data
            return
        self._loop.remove_reader(line)
        self._line_is_over = True
        self._end_if_over()

    def _end_if_over(self) -> None:
        """End where the line has, and what was shown last has been read."""
        if not self._line_is_over or self._outputs or self.is_over:
            return
        code, said, reason = told_last(self._told)
        self.close()
        self._client.over(code, said, reason)

    def close(self) -> None:
        """Let go of the session: with its terminal and its line it ends."""
        if self.is_over:
            return
        self.is_over = True
        if self._telling is not None:
            self._telling.cancel()
        if self._line is not None:
            self._loop.remove_reader(self._line)
            self._line.close()
        if self._input >= 0:
            self._loop.remove_writer(self._input)
        for descriptor in self._outputs:
            self._loop.remove_reader(descriptor)
        close_all([one for one in {self._master, self._input, *self._outputs} if one >= 0])
        self._outputs = {}
        self._master = self._input = -1


def told_last(data: bytes) -> tuple[int, str, str]:
    """What came down a line: the exit code, what is to be said, and why it was refused."""
    code, said, reason = None, "", ""
    for line in data.splitlines():
        with suppress(ValueError, AttributeError):
            told = json.loads(line)
            said, reason = said or str(told.get("say", "")), reason or str(told.get("reason", ""))
            if code is None and isinstance(told.get("exit"), int):
                code = told["exit"]
    return LOST if code is None else code, said, reason


def _set_size(descriptor: int, size: tuple[int, int]) -> None:
    """Tell a terminal its size, within what can be drawn; one that is not told is 80 by 24."""
    columns, rows = (min(max(given, 0), most) for given, most in zip(size, LARGEST[:2], strict=True))
    packed = struct.pack("HHHH", rows or 24, columns or 80, 0, 0)
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, packed)
