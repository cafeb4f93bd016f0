"""Who has connected to the keeper by themselves, as `attach` does, and has not said yet what session they want."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Callable
from typing import Any

from faqtui.serving.messages import BadMessageError, MessageReader, close_all
from faqtui.serving.sessions import tell

LOGIN = 10.0
"""Seconds that a connection may take to say what it wants."""

MOST_ASKING = 128
"""Connections that may be about to say it."""


class Callers:
    """Waits for them without waiting. `ask` is given what each asks for and its descriptors, the first of them its line."""

    def __init__(self, selector: selectors.BaseSelector, ask: Callable[[dict[str, Any], list[int]], None]) -> None:
        self._selector = selector
        self._ask = ask
        self._clients: dict[socket.socket, tuple[MessageReader, float]] = {}

    def accept(self, listener: socket.socket) -> None:
        """Take a connection."""
        try:
            client, _ = listener.accept()
        except OSError:
            return
        client.setblocking(False)
        if len(self._clients) >= MOST_ASKING:
            tell(client, say="the server is busy", exit=1)
            client.close()
            return
        self._clients[client] = MessageReader(client), time.monotonic() + LOGIN
        self._selector.register(client, selectors.EVENT_READ, self._heard)

    def descriptors(self) -> list[int]:
        """Those of the connections."""
        return [client.fileno() for client in self._clients]

    def due(self) -> list[float]:
        """When each of them has taken too long."""
        return [until for _, until in self._clients.values()]

    def forget_late(self, now: float) -> None:
        """End those that have taken too long."""
        for client in [client for client, (_, until) in self._clients.items() if until <= now]:
            self._forget(client)

    def _heard(self, client: socket.socket) -> None:
        reader, _ = self._clients[client]
        try:
            found = reader.read()
        except BadMessageError:
            self._forget(client)
            return
        if found:
            self._selector.unregister(client)
            del self._clients[client]
            (message, descriptors), *others = found
            for _, more in others:
                close_all(more)
            client.setblocking(True)
            data = message.get("session")
            asked = {**data, "owns": False, "way": "attach"} if isinstance(data, dict) else {}
            self._ask(asked, [client.detach(), *descriptors])
        elif reader.is_over:
            self._forget(client)

    def _forget(self, client: socket.socket) -> None:
        reader, _ = self._clients.pop(client)
        reader.drop()
        self._selector.unregister(client)
        client.close()
