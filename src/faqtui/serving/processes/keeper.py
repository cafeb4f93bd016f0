"""The keeper: the process that an administrator starts, and that all others of a server are replaced by when they die.

It takes requests for sessions, hands each to the zygote, writes the log, and makes a new zygote beside the old one when the
content has changed or SIGHUP says so. It parses nothing, reads no file and has one thread: what it forks is clean. Sessions
are not its children unless their zygote died; nothing that is typed or shown passes through it.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from faqtui.serving import log
from faqtui.serving.log import say
from faqtui.serving.messages import BadMessageError, Message, close_all
from faqtui.serving.processes import watching, zygote
from faqtui.serving.processes.callers import Callers
from faqtui.serving.processes.helpers import Helper, adopt_orphans, raise_limit
from faqtui.serving.processes.roster import Roster
from faqtui.serving.sessions import reaped
from faqtui.serving.systemd import notify

if TYPE_CHECKING:
    from faqtui.serving.processes.child import CommandRunner
    from faqtui.serving.terms import Terms

LAST = 2.0
"""Seconds that everything has to end in, once it must; then it is killed."""

RETRIES = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds to wait before a process that died is replaced, the first, second, ... time in a row."""

WRONG = 2
"""Exit code where there is nothing to serve, or no way to."""

Front = Callable[[socket.socket], NoReturn]


class Keeper:
    """Keeps one server. `listeners` take sessions from `attach`; `most` is how many there may be at once.

    `front` is what the process does that takes them from elsewhere, where `doors` listen; when the server is asked to end it
    still does for the seconds that it `lingers`. With `queries` the log says what was asked for by command.
    """

    def __init__(
        self,
        terms: Terms,
        command: CommandRunner,
        *,
        listeners: Sequence[socket.socket] = (),
        most: int = 200,
        front: Front | None = None,
        doors: Sequence[socket.socket] = (),
        lingers: float = 0.0,
        queries: bool = False,
        notify_at: str = "",
    ) -> None:
        self._terms = terms
        self._command = command
        self._listeners = list(listeners)
        self._doors = list(doors)
        self._front_does = front
        self._lingers = lingers if front is not None else 0.0
        self._notify_at = notify_at
        self._selector = selectors.DefaultSelector()
        self._zygotes: set[Helper] = set()
        self._current: Helper | None = None
        self._coming: Helper | None = None
        self._front: Helper | None = None
        self._watcher: Helper | None = None
        self._callers = Callers(self._selector, self._ask)
        self._sessions = Roster(most, queries=queries, gone=self._tell_gone)
        self._again = False
        self._due: list[tuple[float, Callable[[], None]]] = []
        self._deaths = {"zygote": 0, "front": 0, "watcher": 0}
        self._is_listening = front is None
        self._until: float | None = None
        """When what drains ends."""
        self._lingers_until = 0.0
        self._code: int | None = None
        self._told: Message = {"revision": "", "reloads": 0, "start": 0.0, "entries": 0}
        self._signals: list[int] = []
        self._wake, self._woken = os.pipe()

    def run(self) -> int:
        """Serve until SIGTERM or SIGINT, or until there is nothing to serve; the exit code."""
        gc.enable()  # off since the start of the program, and this one stays
        adopt_orphans()
        raise_limit()
        for end in (self._wake, self._woken):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        self._selector.register(self._wake, selectors.EVENT_READ, self._woke)
        for listener in self._listeners:
            listener.setblocking(False)
            self._selector.register(listener, selectors.EVENT_READ, self._callers.accept)
        self._coming = self._zygote()
        self._start_front()
        while self._code is None:
            for key, _ in self._selector.select(self._patience()):
                if key.fileobj in self._selector.get_map():  # what came before may have ended it
                    key.data(key.fileobj)
            self._do_due()
        return self._end(self._code)

    # -- time

    def _patience(self) -> float | None:
        now = time.monotonic()
        times = [*(when for when, _ in self._due), *self._callers.due()]
        if self._until is not None:
            times += [self._until, *[until for until in [self._lingers_until] if until > now]]
        return max(0.0, min(times) - now) if times else None

    def _do_due(self) -> None:
        now = time.monotonic()
        due = [do for when, do in self._due if when <= now]
        self._due = [(when, do) for when, do in self._due if when > now]
        for do in due:
            do()
        self._callers.forget_late(now)
        if self._until is not None and now >= self._lingers_until:
            self._close_doors()
        if self._until is not None and (
            now >= self._until or (not self._sessions and now >= self._lingers_until and self._code is None)
        ):
            self._code = 0

    def _close_doors(self) -> None:
        """Listen no more: whoever connects while nobody accepts would wait for nothing. The front does the same."""
        for door in self._doors:
            door.close()
        self._doors.clear()

    def _later(self, seconds: float, do: Callable[[], None]) -> None:
        self._due.append((time.monotonic() + seconds, do))

    # -- the processes

    def _started(self, name: str, does: Callable[[socket.socket], NoReturn]) -> Helper:
        """Fork a process that `does` something with its end of a socket between it and here."""
        helper = Helper.start(name, does, self._own_descriptors())
        self._selector.register(helper.socket, selectors.EVENT_READ, lambda _: self._said(helper))
        return helper

    def _own_descriptors(self) -> list[int]:
        """What no other process is to have: with a copy of it somewhere, an end would not be seen as one."""
        mine = [self._wake, self._woken, self._selector.fileno(), *self._callers.descriptors()]
        mine += self._sessions.descriptors()
        helpers = [*self._zygotes, self._front, self._watcher]
        return mine + [helper.socket.fileno() for helper in helpers if helper is not None]

    def _zygote(self) -> Helper:
        listeners = [listener.fileno() for listener in (*self._listeners, *self._doors)]

        def does(end: socket.socket) -> NoReturn:
            close_all(listeners)
            zygote.live(end, self._terms, self._command)

        helper = self._started("zygote", does)
        self._zygotes.add(helper)
        return helper

    def _start_front(self) -> None:
        if self._front_does is not None and self._front is None and self._code is None and self._until is None:
            self._front = self._started("front", self._front_does)
            for peer, way in self._sessions.left():
                self._front.tell(left=[peer, way])
            self._tell_front()

    def _start_watcher(self) -> None:
        paths = [self._terms.library] if self._terms.library else list(self._terms.paths)
        if paths and self._watcher is None and self._code is None:
            doors = [listener.fileno() for listener in (*self._listeners, *self._doors)]

            def does(end: socket.socket) -> NoReturn:
                close_all(doors)
                watching.live(end, paths)

            self._watcher = self._started("watcher", does)

    def _said(self, helper: Helper) -> None:
        """A process has said something, or has ended."""
        if helper is self._watcher:
            if helper.bytes():
                self._reload("the content has changed")
        else:
            try:
                for message, descriptors in helper.reader.read():
                    self._act(helper, message, descriptors)
            except BadMessageError as error:  # none of ours does that
                log.write("confused", process=helper.name, why=str(error))
                helper.kill()
        if helper.is_over:
            self._selector.unregister(helper.socket)
            helper.close()

    def _act(self, helper: Helper, message: Message, descriptors: list[int]) -> None:
        if "session" in message:  # of the front
            self._ask(message["session"], descriptors)
            return
        close_all(descriptors)
        if "listening" in message:
            log.write("listening", pid=helper.pid, **message["listening"])
            self._is_listening = True
            self._tell_systemd()
        if "ready" in message:
            self._ready(helper, message)
        elif "failed" in message:
            helper.failed = str(message["failed"])
        elif "prepared" in message:
            log.write("prepared", pid=helper.pid, size=message["prepared"])
        elif "started" in message:
            self._sessions.started(message["started"], message["pid"])
        elif "ended" in message:
            self._sessions.ended(message["ended"], message["code"])

    def _woke(self, _: object) -> None:
        with suppress(BlockingIOError):
            self._signals += os.read(self._wake, 4096)
        signals, self._signals = self._signals, []
        if signal.SIGCHLD in signals:
            self._reap()
        if signal.SIGHUP in signals:
            self._reload("SIGHUP")
        for _ in range(sum(number in (signal.SIGTERM, signal.SIGINT) for number in signals)):
            self._drain()

    def _reap(self) -> None:
        """See who has ended: processes of the server, and sessions whose zygote is gone."""
        for pid, code in reaped():
            helper = next((one for one in [*self._zygotes, self._front, self._watcher] if one and one.pid == pid), None)
            if helper is not None:
                if not helper.is_over:
                    self._said(helper)  # what it said last
                self._died(helper, code)
            self._sessions.ended_as(pid, code)

    def _died(self, helper: Helper, code: int) -> None:
        if not helper.is_closed:
            self._selector.unregister(helper.socket)
            helper.close()
        self._sessions.lost_with(helper)
        if helper in self._zygotes:
            self._zygotes.discard(helper)
            self._zygote_died(helper, code)
            return
        if helper is self._front:
            self._front = None
            if helper.failed and not self._is_listening:  # it never could: somebody has to be told
                log.write("failed", process="front", why=helper.failed)
                say(helper.failed)
                self._code = WRONG
                return
            log.write("died", process=helper.name, pid=helper.pid, exit=code, why=helper.failed or None)
            self._later(self._wait("front"), self._start_front)
        else:
            self._watcher = None
            log.write("died", process=helper.name, pid=helper.pid, exit=code)
            self._later(self._wait("watcher"), self._start_watcher)

    def _wait(self, name: str) -> float:
        """How long to wait before the next of this name, and one death more in a row."""
        self._deaths[name] += 1
        return RETRIES[min(self._deaths[name], len(RETRIES)) - 1]

    # -- zygotes

    def _zygote_died(self, helper: Helper, code: int) -> None:
        if helper is self._coming:
            self._coming = None
            log.write("failed", process="zygote", why=helper.failed or f"it ended with {code}")
            if self._current is None and not self._told["revision"]:  # there has been none: nothing to serve
                say(helper.failed or "the content could not be read")
                self._code = code or 1
                return
            if self._current is None:
                self._later(self._wait("zygote"), self._make_zygote)
        elif helper is self._current:
            self._current = None
            log.write("died", process="zygote", pid=helper.pid, exit=code, why=helper.failed or None)
            self._tell_front()
            if self._coming is None:
                self._later(self._wait("zygote"), self._make_zygote)

    def _make_zygote(self) -> None:
        if self._coming is None and self._code is None:
            self._coming = self._zygote()

    def _reload(self, why: str) -> None:
        if self._coming is not None:
            self._again = True  # it may have read already what has changed now
            return
        log.write("reload", why=why)
        self._coming = self._zygote()

    def _ready(self, helper: Helper, message: dict[str, Any]) -> None:
        old, self._current, self._coming = self._current, helper, None
        self._deaths["zygote"] = 0
        changed = self._told["revision"] not in ("", message["revision"])
        self._told["reloads"] += bool(self._told["revision"])
        self._told.update(revision=message["revision"], entries=message["entries"])
        log.write(
            "ready", pid=helper.pid, seconds=message["ready"], entries=message["entries"],
            revision=message["revision"], warm=message["warm"], unread=message["unread"] or None,
        )  # fmt: skip
        if old is not None:
            if changed:
                old.tell(notice=int(signal.SIGUSR1))
            old.tell(retire=True)
        self._sessions.hand_waiting(helper)
        self._start_watcher()
        self._tell_systemd()
        self._tell_front()
        if self._again:
            self._again = False
            self._reload("the content has changed")

    def _tell_systemd(self) -> None:
        if self._is_listening and self._current is not None:
            notify("READY=1", self._notify_at)

    def _tell_front(self) -> None:
        if self._front is not None:
            left = None if self._until is None else max(0.0, self._until - time.monotonic())
            self._front.tell(state={**self._told, "ready": self._current is not None, "draining": left})

    def _tell_gone(self, peer: str, way: str) -> None:
        if self._front is not None:
            self._front.tell(gone=[peer, way])

    def _ask(self, data: dict[str, Any], descriptors: list[int]) -> None:
        """A session is asked for; the first descriptor is its line."""
        ends = self._until is not None and not self._front_does
        self._sessions.ask(data, descriptors, self._current, ends=ends)

    # -- the end

    def _drain(self) -> None:
        """Asked to end: take no more, tell those who are there how long they have; asked again, end now."""
        if self._until is not None:
            self._code = 0
            return
        now = time.monotonic()
        self._until, self._lingers_until = now + self._terms.drain, now + self._lingers
        log.write("draining", sessions=len(self._sessions), seconds=self._terms.drain)
        notify("STOPPING=1", self._notify_at)
        for helper in self._zygotes:
            helper.tell(notice=int(signal.SIGUSR2))
        self._tell_front()

    def _end(self, code: int) -> int:
        """End everything: sessions are hung up, processes are killed that take too long."""
        self._close_doors()
        for listener in self._listeners:
            listener.close()
        helpers = {helper for helper in (*self._zygotes, self._front, self._watcher) if helper is not None}
        for helper in self._zygotes:
            helper.tell(end=True)
            helper.tell(retire=True)
        if self._front is not None:
            self._front.tell(end=True)
        if self._watcher is not None:
            self._watcher.kill()
        until = time.monotonic() + LAST
        while time.monotonic() < until and any(helper.is_there() for helper in helpers):
            for _ in reaped():
                pass
            time.sleep(0.01)
        for helper in helpers:
            helper.kill()
        self._sessions.kill_orphans(helpers)
        log.write("ended", exit=code)
        return code
