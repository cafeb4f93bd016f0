"""One connection over SSH, in the process that is its own (see `faqtui.serving.alone`)."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, NoReturn

import asyncssh

from faqtui.serving import alone
from faqtui.serving.ssh.server import Server

if TYPE_CHECKING:
    from faqtui.serving.limits import Limits

_whose: ContextVar[alone.Alone] = ContextVar("whose")


def made() -> Server:
    """What asyncssh speaks for, in the connection that is this process's."""
    front = _whose.get()
    front.spoken = server = Server(front, front.peer)
    return server


def live(
    front: socket.socket,
    connection: socket.socket,
    peer: str,
    *,
    options: asyncssh.SSHServerConnectionOptions,
    limits: Limits,
    proves: bool,
) -> NoReturn:
    """Be this connection in this process, which was forked for it, and end it."""
    known = alone.Alone(front, peer, limits, proves=proves)
    alone.live(known, connection, asyncio.new_event_loop, partial(_speak, known, connection, options))


async def _speak(front: alone.Alone, connection: socket.socket, options: asyncssh.SSHServerConnectionOptions) -> None:
    """Let them log in, and have sessions until they are gone."""
    _whose.set(front)
    try:
        found = await asyncssh.run_server(connection, options=options)
    except (OSError, TimeoutError, asyncssh.Error, ValueError):
        with suppress(OSError):
            connection.close()
        return
    await found.wait_closed()
