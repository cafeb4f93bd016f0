"""The sessions of a server as the keeper knows them: asked for, waiting, with a zygote, ended; each is logged as it goes on."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable, Container
from contextlib import suppress
from typing import Any

from faqtui.serving import log
from faqtui.serving.messages import close_all
from faqtui.serving.processes.helpers import Helper
from faqtui.serving.sessions import BadRequestError, Request, request_from, tell

OF_FRONTS = frozenset({"ssh", "web"})
"""Ways that lead through a front."""

MOST_WAITING = 256
"""Sessions that may wait for the first zygote, or for one that replaces one that died."""


class Enlisted:
    """A session as it is logged."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.began = time.monotonic()
        self.zygote: Helper | None = None
        self.pid = 0
        self.is_left = False
        """Whether the front that asked for it is gone, so that another has to be told of its end."""


class Roster:
    """All sessions, of which there may be so many at once. With `queries` the log says what was asked for by command.

    `gone` is told peer and way of each that ends and whose front has ended before it.
    """

    def __init__(self, most: int, *, queries: bool, gone: Callable[[str, str], None] = lambda *_: None) -> None:
        self._most = most
        self._gone = gone
        self._queries = queries
        self._waiting: list[tuple[int, Enlisted, list[int]]] = []
        self._sessions: dict[int, Enlisted] = {}
        self._numbers = 0

    def __len__(self) -> int:
        return len(self._sessions)

    def ask(self, data: dict[str, Any], descriptors: list[int], current: Helper | None, *, ends: bool) -> None:
        """A session is asked for; the first descriptor is its line. It waits where there is no `current` zygote.

        None begins any more where the server `ends`.
        """
        try:
            request = request_from(data, descriptors[1:])
        except BadRequestError as error:
            self._refuse(descriptors, str(error), Request(None, {}, "", ""), "request")
            return
        if ends:
            self._refuse(descriptors, "the server is about to end; try again in a minute", request, "draining")
        elif len(self._sessions) >= self._most:
            self._refuse(descriptors, "too many sessions at the moment; try again later", request, "sessions")
        elif current is None and len(self._waiting) >= MOST_WAITING:
            self._refuse(descriptors, "the server is not ready; try again in a minute", request, "not-ready")
        else:
            self._numbers += 1
            session = self._sessions[self._numbers] = Enlisted(request)
            if current is None:
                self._waiting.append((self._numbers, session, descriptors))
            else:
                self._hand(self._numbers, session, descriptors, current)

    def hand_waiting(self, zygote: Helper) -> None:
        """Give those who wait to a zygote that is ready."""
        waiting, self._waiting = self._waiting, []
        for number, session, descriptors in waiting:
            self._hand(number, session, descriptors, zygote)

    def _hand(self, number: int, session: Enlisted, descriptors: list[int], zygote: Helper) -> None:
        sent = zygote.tell(descriptors, number=number, session=session.request.as_data())
        session.zygote = zygote
        if sent:
            self._log("session", session)
            close_all(descriptors)
            return
        zygote.kill()  # it takes nothing any more
        del self._sessions[number]
        self._refuse(descriptors, "the server is not ready; try again in a minute", session.request, "not-ready")

    def _refuse(self, descriptors: list[int], why: str, request: Request, reason: str) -> None:
        line, *streams = descriptors or [-1]
        if line >= 0:
            with socket.socket(fileno=line) as asked:
                tell(asked, say=why, exit=1, reason=reason)
        close_all(streams)
        log.write("refused", why=reason, peer=request.peer, way=request.way)

    def started(self, number: int, pid: int) -> None:
        """A session is this process now."""
        self._sessions[number].pid = pid

    def ended_as(self, pid: int, code: int) -> None:
        """A process has ended that may have been a session whose zygote is gone."""
        for number in [number for number, session in self._sessions.items() if session.pid == pid]:
            self.ended(number, code)

    def lost_with(self, zygote: Helper) -> None:
        """A zygote has ended, and taken those with it that it had not begun."""
        for number, session in list(self._sessions.items()):
            if session.zygote is zygote and not session.pid:
                self.ended(number, None)

    def kill_orphans(self, helpers: Container[Helper]) -> None:
        """Kill the sessions whose zygote is none of `helpers`: it has ended before."""
        for session in self._sessions.values():
            if session.pid and session.zygote not in helpers:
                with suppress(OSError):
                    os.kill(session.pid, signal.SIGKILL)

    def left(self) -> list[tuple[str, str]]:
        """Peers and ways of the sessions that a front has asked for, which is gone: another that begins has to know them."""
        found = [session for session in self._sessions.values() if session.request.way in OF_FRONTS]
        for session in found:
            session.is_left = True
        return [(session.request.peer, session.request.way) for session in found]

    def descriptors(self) -> list[int]:
        """What those hold who wait."""
        return [descriptor for _, _, held in self._waiting for descriptor in held]

    def ended(self, number: int, code: int | None) -> None:
        """A session is over; `code` is None where nobody knows how it ended."""
        session = self._sessions.pop(number, None)
        if session is not None:
            self._log("end", session, seconds=round(time.monotonic() - session.began, 3), exit=code)
            if session.is_left:
                self._gone(session.request.peer, session.request.way)

    def _log(self, event: str, session: Enlisted, **facts: object) -> None:
        command = session.request.command
        if command is not None and not self._queries:
            command = command.split()[0][:40] if command.split() else ""
        log.write(event, peer=session.request.peer, way=session.request.way, command=command or "screen", **facts)
