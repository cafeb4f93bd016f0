"""A connection that nobody made, in the front, before the first that somebody does: what it has imported and cached, all share.

Without it the process of each connection would import and work out the same again: 13 ms of processor time for each.
"""

from __future__ import annotations

import asyncio
import gc
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import asyncssh

from faqtui.serving.ssh.keys import options_for

if TYPE_CHECKING:
    from faqtui.serving.doors import Doors

PATIENCE = 10.0
"""Seconds after which it is given up: connections are slower without it, and nothing else."""

WORD = b"x"


class _Server(asyncssh.SSHServer):
    def begin_auth(self, username: str) -> bool:  # noqa: ARG002
        return False

    def session_requested(self) -> Any:
        return _Session()


class _Session(asyncssh.SSHServerSession[bytes]):
    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        self._channel = chan

    def pty_requested(self, *_: Any) -> bool:
        return True

    def shell_requested(self) -> bool:
        return True

    def data_received(self, data: bytes, datatype: int | None) -> None:  # noqa: ARG002
        self._channel.write(data)
        self._channel.exit(0)
        self._channel.close()


async def rehearse(doors: Doors) -> None:
    """Have a connection with ourselves, and leave nothing of it behind."""
    options = await options_for(doors._replace(auth="none", auth_file=""), _Server, grace=PATIENCE)
    with suppress(OSError, TimeoutError, asyncssh.Error, ValueError):
        one, other = _pair()
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(_serve(one, options), _visit(other))
    gc.collect()


def _pair() -> tuple[socket.socket, socket.socket]:
    """Two ends of a connection within this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        one = socket.create_connection(listener.getsockname())
        other, _ = listener.accept()
    for end in (one, other):
        end.setblocking(False)
    return one, other


async def _serve(end: socket.socket, options: asyncssh.SSHServerConnectionOptions) -> None:
    connection = await asyncssh.run_server(end, options=options)
    await connection.wait_closed()


async def _visit(end: socket.socket) -> None:
    async with asyncssh.connect(
        sock=end, username="faqtui", known_hosts=None, client_keys=None, agent_path=None, config=None
    ) as connection:
        process = await connection.create_process(None, term_type="xterm-256color", encoding=None)
        process.stdin.write(WORD)
        await process.stdout.read(1)
        await process.wait_closed()
