"""Somebody who is connected, as the front has them: the socket to the process that speaks with them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from faqtui.serving import log
from faqtui.serving.limits import SAID
from faqtui.serving.messages import BadMessageError, Message, MessageReader, close_all, send
from faqtui.serving.sessions import BadRequestError, request_from, tell

if TYPE_CHECKING:
    from faqtui.serving.doors import Desk


class Visitor:
    """Their connection is a process at the other end of `end`; what it asks for is asked of the `desk` in their name.

    `entered` is called once, when they have logged in or never will. `way` is how they have come. Where the `peer` is a
    balancer that is believed, and not yet who comes, it is `told` by the process who that is.
    """

    def __init__(
        self,
        desk: Desk,
        end: socket.socket,
        peer: str,
        entered: Callable[[], None],
        *,
        way: str = "ssh",
        told: bool = False,
    ) -> None:
        self._desk = desk
        self._entered = entered
        self._end = end
        self._reader = MessageReader(end)
        self.peer = self._whose = peer
        self._way = way
        self._told = told
        self._sessions = 0
        self._refused = 0
        self._is_in = False

    def welcome(self) -> None:
        """Heed what the process says from now on, until it ends."""
        asyncio.get_running_loop().add_reader(self._end, self._heed)

    def end(self) -> None:
        """Let go of a process that there never was."""
        self._end.close()

    @property
    def is_used(self) -> bool:
        """Whether they have a session."""
        return self._sessions > 0

    def close(self, why: str) -> None:
        """Have the process end their connection."""
        with suppress(OSError):
            send(self._end, {"close": why})

    def _heed(self) -> None:
        try:
            for message, descriptors in self._reader.read():
                self._act(message, descriptors)
        except BadMessageError:  # none of ours does that
            self._reader.is_over = True
        if self._reader.is_over:
            self._over()

    def _act(self, message: Message, descriptors: list[int]) -> None:
        try:
            if "session" in message:
                self._ask(message["session"], descriptors)
        finally:
            close_all(descriptors)
        if "login" in message and not self._is_in:
            self._enter()
        if "refused" in message:
            self._desk.figures.refuse(str(message["refused"]))
        if "over" in message:
            self._end_one()
        for seconds in message.get("starts", ()):
            self._desk.figures.starts.add(seconds)
        for seconds in message.get("keys", ()):
            self._desk.figures.keys.add(seconds)

    def _ask(self, data: Any, descriptors: list[int]) -> None:
        """Pass on that they want a session, where there may be one more; else say on its line why not."""
        line, *streams = descriptors
        try:
            request = request_from(data, streams)._replace(way=self._way)
            self._whose = request.peer if self._told and not self._sessions else self._whose
            request = request._replace(peer=self._whose)
        except BadRequestError as error:
            self._refuse(line, "request", str(error))
            return
        reason = self._desk.begins(self._whose)
        if not reason:
            self._sessions += 1
            if self._desk.ask(request, (line, *streams)):
                return
            self._sessions -= 1
            self._desk.ends(self._whose, self._way)
            reason = "lost"
        self._refuse(line, reason, SAID[reason])

    def _refuse(self, line: int, reason: str, said: str) -> None:
        self._refused += 1
        log.write("refused", why=reason, peer=self._whose, way=self._way)
        asked = socket.socket(fileno=line)
        tell(asked, say=said, exit=1, reason=reason)
        asked.detach()

    def _end_one(self) -> None:
        """One of their sessions is over, or was none."""
        if self._refused:
            self._refused -= 1
        elif self._sessions:
            self._sessions -= 1
            self._desk.ends(self._whose, self._way)

    def _enter(self) -> None:
        self._is_in = True
        self._entered()

    def _over(self) -> None:
        asyncio.get_running_loop().remove_reader(self._end)
        self._reader.drop()
        self._end.close()
        if not self._is_in:
            self._enter()
        self._refused = 0
        while self._sessions:
            self._end_one()
        self._desk.lost(self)
