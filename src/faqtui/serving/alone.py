"""One connection, in a process of its own: forked from the front when somebody has connected, and gone with them.

It knows nothing of others, and whatever becomes of it, or of the front, ends nobody else's session. For sessions it asks
the front, which counts them; their terminals are made here (`faqtui.serving.served_session`), the front keeps nothing of them.
What is spoken over the connection is the business of `faqtui.serving.ssh` and `faqtui.serving.page_connection`.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, NoReturn

from faqtui.serving import log
from faqtui.serving.messages import BadMessageError, MessageReader, close_all, send

if TYPE_CHECKING:
    from faqtui.serving.doors import Connection
    from faqtui.serving.limits import Limits
    from faqtui.serving.sessions import Request

LEAVING = 1.2
"""Seconds that a connection has to end in by itself, when it must."""

MOST_TIMES, PATIENCE = 50, 5.0
"""Times of keys that are kept before the front is told, and the seconds that they are kept at most."""


def live(
    front: Alone,
    connection: socket.socket,
    make_loop: Callable[[], asyncio.AbstractEventLoop],
    speak: Callable[[], Coroutine[Any, Any, None]],
) -> NoReturn:
    """Have `speak` serve a connection in this process, which was forked for it, with nothing else but the front, and end it."""
    code = 1
    try:
        gc.freeze()  # what is the front's is never looked through, and so stays shared
        signal.set_wakeup_fd(-1)
        _close_but({0, 1, 2, front.fileno(), connection.fileno()})
        asyncio._set_running_loop(None)  # that was the front's
        loop = make_loop()
        asyncio.set_event_loop(loop)
        loop.run_until_complete(front.have(speak))
        code = 0
    finally:
        os._exit(code)


def _close_but(own: set[int]) -> None:
    """Close what others are connected by: with a copy of it here, an end would not be seen as one."""
    try:
        every = {int(name) for name in os.listdir("/dev/fd")}  # noqa: PTH208 - a directory of descriptors
    except OSError:
        every = set(range(4096))
    close_all(sorted(every - own))


class FrontTimes:
    """Seconds that the front is told of, several at once."""

    def __init__(self, alone: Alone, name: str, most: int) -> None:
        self._alone = alone
        self._name = name
        self._most = most
        self._kept: list[float] = []

    def add(self, seconds: float) -> None:
        """Count one."""
        self._kept.append(round(seconds, 6))
        if len(self._kept) >= self._most:
            self.tell()
        elif len(self._kept) == 1:
            asyncio.get_running_loop().call_later(PATIENCE, self.tell)

    def tell(self) -> None:
        """Tell of those that there are."""
        kept, self._kept = self._kept, []
        if kept:
            self._alone.tell(**{self._name: kept})


class Counts:
    """What is counted here, for the front."""

    def __init__(self, alone: Alone) -> None:
        self._alone = alone
        self.starts = FrontTimes(alone, "starts", 1)
        self.keys = FrontTimes(alone, "keys", MOST_TIMES)

    def refuse(self, reason: str) -> None:
        """Count something that was refused."""
        self._alone.tell(refused=reason)


class Alone:
    """The front, as its one connection sees it from here."""

    def __init__(self, front: socket.socket, peer: str, limits: Limits, *, proves: bool) -> None:
        self._front = front
        self._reader = MessageReader(front)
        self.peer = peer
        self.limits = limits
        self.proves = proves
        self.figures = Counts(self)
        self.spoken: Connection | None = None
        """The connection as what speaks the protocol has it."""
        self._live = 0
        self._leaving: asyncio.Task[None] | None = None

    def fileno(self) -> int:
        """The descriptor of the way to it."""
        return self._front.fileno()

    async def have(self, speak: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Heed what the front says while `speak` speaks with who is connected, and tell it then what is left to tell."""
        asyncio.get_running_loop().add_reader(self._front, self._heed)
        await speak()
        self.figures.keys.tell()

    def tell(self, descriptors: tuple[int, ...] = (), /, **what: object) -> bool:
        """Tell the front; whether it was told."""
        try:
            send(self._front, what, descriptors)
        except (OSError, BadMessageError):
            return False
        return True

    def _heed(self) -> None:
        try:
            for message, descriptors in self._reader.read():
                close_all(descriptors)
                if "close" in message:
                    self._leave(str(message["close"]))
        except BadMessageError:
            self._reader.is_over = True
        if self._reader.is_over:  # the front is gone: no new sessions, and those there are go on to their end
            asyncio.get_running_loop().remove_reader(self._front)
            self._leave_if_unused()

    def _leave_if_unused(self) -> None:
        if self._reader.is_over and not self._live:
            self._leave("the server has ended")

    def _leave(self, why: str) -> None:
        if self._leaving is None:
            self._leaving = asyncio.ensure_future(self._end(why))

    async def _end(self, why: str) -> None:
        """End the connection. Who is told how a session has ended is told to the end, in the time that there is."""
        loop = asyncio.get_running_loop()
        until = loop.time() + LEAVING
        while self.spoken is not None and self.spoken.is_used and loop.time() < until:
            await asyncio.sleep(0.02)
        if self.spoken is not None:
            self.spoken.close(why)
        await asyncio.sleep(LEAVING)
        os._exit(0)

    # -- as what speaks the protocol sees it

    def logged_in(self, connection: Connection, user: str) -> None:
        """They may ask for sessions now."""
        log.write("login", peer=connection.peer, user=user, pid=os.getpid())
        self.tell(login=True)

    def lost(self, connection: Connection) -> None:
        """The connection is over, and with it this process."""

    def begins(self, peer: str) -> str:  # noqa: ARG002 - it has one
        """Why a session may not begin, as far as that is known here."""
        if self._reader.is_over:
            return "lost"
        self._live += 1
        return ""

    def ask(self, request: Request, descriptors: tuple[int, ...]) -> bool:
        """Ask for a session; whether that was sent. Where it is refused, that is told on its line."""
        return self.tell(descriptors, session=request.as_data())

    def ends(self, peer: str, way: str) -> None:  # noqa: ARG002 - it has one
        """A session is over."""
        self._live -= 1
        self.tell(over=True)
        self._leave_if_unused()
