"""The front: the process that is connected to from elsewhere. It gives each connection to a process of its own.

It counts what all of them have, says who may have more, and asks the keeper for their sessions. Those who look after the
server it answers itself. What it knows of the server as a whole the keeper tells it.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import selectors
import signal
import socket
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from faqtui.serving import log
from faqtui.serving.figures import Figures
from faqtui.serving.limits import Limits, Usage
from faqtui.serving.messages import BadMessageError, MessageReader, close_all, send
from faqtui.serving.proxies import NoHeaderError, client_of, is_in
from faqtui.serving.visitor import Visitor

if TYPE_CHECKING:
    import asyncssh

    from faqtui.serving.doors import Connection, Doors
    from faqtui.serving.sessions import Request

Enter = Callable[[socket.socket, str], Coroutine[Any, Any, None]]
"""Lets somebody in who has connected from an address."""

LEAVING = 1.2
"""Seconds that connections have to end in by themselves, when all must."""


def live(keeper: socket.socket, doors: Doors, limits: Limits) -> NoReturn:
    """Be the front in this process, which was forked for it, and end it."""
    code = 1
    gc.enable()  # off since the start of the program; a connection that is over is garbage in circles
    for name in ("asyncio", "asyncssh", "websockets"):  # what a stranger does to a connection is no line of our log
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks what became of the process of a connection
        # This loop has no descriptor of its own, which the processes of connections would share.
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selectors.PollSelector())) as runner:
            runner.run(Front(keeper, doors, limits).run())
        code = 0
    except Exception as error:
        with suppress(OSError):
            send(keeper, {"failed": str(error) or type(error).__name__})
    finally:
        os._exit(code)


def named(listener: socket.socket) -> str:
    """Where a socket listens, as people write it."""
    address = listener.getsockname()
    if not isinstance(address, tuple):
        return str(address)
    return f"[{address[0]}]:{address[1]}" if ":" in address[0] else f"{address[0]}:{address[1]}"


def _close(listener: socket.socket, _: object) -> None:
    listener.close()


class Front:
    """All connections of a server."""

    def __init__(self, keeper: socket.socket, doors: Doors, limits: Limits) -> None:
        self._keeper = keeper
        self._reader = MessageReader(keeper)
        self._doors = doors
        self.limits = limits
        self.usage = Usage(limits)
        self.figures = Figures()
        self.proves = doors.auth != "none"
        self.state: dict[str, Any] = {"ready": False, "draining": None}
        """What the keeper has told of the server."""
        self._connections: set[Connection] = set()
        self._entering: set[asyncio.Task[None]] = set()
        self._options: asyncssh.SSHServerConnectionOptions | None = None
        self._options_of: object = None
        self._closes: list[Callable[[], object]] = []
        self._ended = asyncio.Event()
        self._inherited: Counter[tuple[str, str]] = Counter()
        """Sessions by peer and way that began with a front before this one."""

    async def run(self) -> None:
        """Take connections until the keeper says that it is over, or is gone itself."""
        loop = asyncio.get_running_loop()
        loop.add_reader(self._keeper, self._heed)
        from faqtui.serving.status import serve_status

        if self._doors.ssh:
            from faqtui.serving.ssh.rehearsal import rehearse

            await self._renew_options()
            await rehearse(self._doors)
            gc.freeze()
        for listener in self._doors.web:
            self._take_in(listener, self._enter_page(listener))
        answering = [await serve_status(listener, self) for listener in self._doors.status]
        for listener in self._doors.ssh:
            self._take_in(listener, self._enter)
        where = {
            "ssh": [*map(named, self._doors.ssh)],
            "status": [*map(named, self._doors.status)] or None,
            "web": [*map(named, self._doors.web)] or None,
        }
        send(self._keeper, {"listening": where})
        await self._ended.wait()
        self._close_doors()
        until = loop.time() + LEAVING
        while self._connections and loop.time() < until:  # who was told how a session has ended leaves by themselves
            await asyncio.sleep(0.02)
        for connection in list(self._connections):
            connection.close("the server has ended")
        await asyncio.sleep(0.05)
        for server in answering:
            server.close()

    # -- the keeper

    def ask(self, request: Request, descriptors: tuple[int, ...]) -> bool:
        """Ask for a session; whether that was sent."""
        try:
            send(self._keeper, {"session": request.as_data()}, descriptors)
        except (OSError, BadMessageError):
            return False
        self.figures.started[request.way] += 1
        self.figures.live[request.way] += 1
        return True

    def _heed(self) -> None:
        try:
            for message, descriptors in self._reader.read():
                close_all(descriptors)
                if "state" in message:
                    self._take(message["state"])
                if "left" in message:
                    self._inherit(*message["left"])
                if "gone" in message:
                    self._has_gone(*message["gone"])
                if "end" in message:
                    self._ended.set()
        except BadMessageError:
            self._ended.set()
        if self._reader.is_over:  # the keeper is gone: no new sessions, and those there are go on to their end
            asyncio.get_running_loop().remove_reader(self._keeper)
            self._take({**self.state, "ready": False, "draining": 0.0})
            for _, way in self._inherited.elements():  # nobody will tell when those end
                self.figures.live[way] -= 1
            self._end_if_unused()

    def _inherit(self, peer: str, way: str) -> None:
        """A session is there from before: the front that it began with is gone, its connection is not."""
        self._inherited[peer, way] += 1
        self.usage.inherit(peer)
        self.figures.live[way] += 1
        self.figures.connections += 1

    def _has_gone(self, peer: str, way: str) -> None:
        if self._inherited[peer, way]:
            self._inherited[peer, way] -= 1
            self.usage.disconnect(peer)
            self.figures.connections -= 1
            self.ends(peer, way)

    def _take(self, state: dict[str, Any]) -> None:
        was_draining = self.is_draining
        self.state = state
        if self.is_draining and not was_draining:
            asyncio.get_running_loop().call_later(self._doors.lingers, self._close_doors)

    def _close_doors(self) -> None:
        """Nobody is sent here any more: take no more connections, and end those that nobody uses."""
        closes, self._closes = self._closes, []
        for close in closes:
            close()
        for connection in list(self._connections) if closes else ():
            if not connection.is_used:
                connection.close("this server is about to end")

    def _end_if_unused(self) -> None:
        if self._reader.is_over and not any(self.figures.live.values()):
            self._ended.set()

    @property
    def is_draining(self) -> bool:
        """Whether the server is about to end."""
        return self.state["draining"] is not None

    @property
    def is_ready(self) -> bool:
        """Whether a balancer should send somebody here."""
        return self.state["ready"] is True and not self.is_draining

    # -- connections

    def _take_in(self, listener: socket.socket, enter: Enter) -> None:
        """Take connections from now on, and have each `enter`."""
        listener.setblocking(False)
        accepting = asyncio.get_running_loop().create_task(self._accept(listener, enter))
        accepting.add_done_callback(partial(_close, listener))
        self._closes.append(accepting.cancel)

    async def _accept(self, listener: socket.socket, enter: Enter) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, address = await loop.sock_accept(listener)
            except OSError:  # no descriptor is left: some come back
                await asyncio.sleep(0.1)
                continue
            task = loop.create_task(enter(connection, str(address[0])))
            self._entering.add(task)
            task.add_done_callback(self._entering.discard)

    async def _enter(self, connection: socket.socket, address: str) -> None:
        """Somebody has connected: find out who, and let them log in."""
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        peer = address.removeprefix("::ffff:")
        try:
            if self._doors.trusted and is_in(address, self._doors.trusted):
                found = await asyncio.wait_for(client_of(connection), self.limits.grace)
                if found is None:  # the balancer looks whether we live
                    connection.close()
                    return
                peer = found
        except (OSError, TimeoutError, NoHeaderError) as error:
            self._turn_away(connection, peer, "proxy", str(error))
            return
        if reason := self.usage.connect(peer):
            self._turn_away(connection, peer, reason)
            return
        self.figures.connections += 1
        try:
            await self._let_in(connection, peer)
        except (OSError, ValueError) as error:
            # No descriptor is left, or the file of who may log in is not what it was.
            self._not_in(connection, peer, error)

    async def _let_in(self, connection: socket.socket, peer: str) -> None:
        """Give a connection to a process of its own, which lets them log in."""
        from faqtui.serving.ssh.connection import live

        options = await self._renew_options()
        ours, theirs = socket.socketpair()
        visitor = Visitor(self, ours, peer, self._entered)
        lives = partial(live, theirs, connection, peer, options=options, limits=self.limits, proves=self.proves)
        self._give(visitor, theirs, connection, lives)

    def _enter_page(self, listener: socket.socket) -> Enter:
        """What becomes of those who connect to the page. Raises MissingPageError."""
        from faqtui.serving.page_connection import live  # an extra of its own
        from faqtui.serving.web import House, allowed_hosts, pages

        page, trusted = self._doors.page, self._doors.trusted
        house = House(pages(), allowed_hosts(listener, page.origins), page.token, trusted)

        async def enter(connection: socket.socket, address: str) -> None:
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            peer, told = address.removeprefix("::ffff:"), is_in(address, trusted)
            if reason := self.usage.connect(peer, shared=told):
                self._turn_away(connection, peer, reason)
                return
            self.figures.connections += 1
            try:
                ours, theirs = socket.socketpair()
            except OSError as error:
                self._not_in(connection, peer, error)
                return
            visitor = Visitor(self, ours, peer, self._entered, way="web", told=told)
            self._give(
                visitor, theirs, connection, partial(live, theirs, connection, peer, house=house, limits=self.limits)
            )

        return enter

    def _not_in(self, connection: socket.socket, peer: str, error: Exception) -> None:
        """A connection cannot be served."""
        self._entered()
        self.usage.disconnect(peer)
        self.figures.connections -= 1
        self._turn_away(connection, peer, "lost", str(error))

    def _give(
        self, visitor: Visitor, theirs: socket.socket, connection: socket.socket, lives: Callable[[], NoReturn]
    ) -> None:
        """Give a connection to a process that lives it. From no task, so that nothing of this one goes on there."""
        asyncio.get_running_loop().call_soon(self._fork, visitor, theirs, connection, lives)

    def _fork(
        self, visitor: Visitor, theirs: socket.socket, connection: socket.socket, lives: Callable[[], NoReturn]
    ) -> None:
        try:
            pid = os.fork()
        except OSError as error:  # no more processes, or no more memory
            self._entered()
            self.lost(visitor)
            self._turn_away(connection, visitor.peer, "lost", error.strerror or "")
            theirs.close()
            visitor.end()
            return
        if not pid:
            lives()
        theirs.close()
        connection.close()
        self._connections.add(visitor)
        visitor.welcome()

    def _entered(self) -> None:
        """Somebody who has connected is not about to log in any more."""
        self.usage.logins -= 1

    def _turn_away(self, connection: socket.socket, peer: str, reason: str, why: str = "") -> None:
        self.figures.refuse(reason)
        log.write("refused", why=reason, peer=peer, told=why or None)
        connection.close()

    def logged_in(self, connection: Connection, user: str) -> None:
        """Somebody may ask for sessions now."""
        log.write("login", peer=connection.peer, user=user)

    def lost(self, connection: Connection) -> None:
        """A connection is over."""
        self._connections.discard(connection)
        self.usage.disconnect(connection.peer)
        self.figures.connections -= 1

    # -- sessions

    def begins(self, peer: str) -> str:
        """Why a session may not begin; empty, and it counts, where it may."""
        if self.is_draining and not self._closes:
            return "draining"
        return self.usage.begin(peer, asyncio.get_running_loop().time())

    def ends(self, peer: str, way: str) -> None:
        """A session is over."""
        self.usage.end(peer)
        self.figures.live[way] -= 1
        self._end_if_unused()

    async def _renew_options(self) -> asyncssh.SSHServerConnectionOptions:
        """What asyncssh is to know: made once, and again where the file of who may log in has changed."""
        from faqtui.serving.ssh.connection import made
        from faqtui.serving.ssh.keys import options_for, state_of

        state = state_of(self._doors.auth_file)
        if self._options is None or state != self._options_of:
            self._options = await options_for(self._doors, made, grace=self.limits.grace)
            self._options_of = state
        return self._options
