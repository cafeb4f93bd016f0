"""One connection to the page of `--web`, in the process that is its own (see `faqtui.serving.alone`)."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from faqtui.serving import alone
from faqtui.serving.web import House, OpenPage, serve_page

if TYPE_CHECKING:
    from faqtui.serving.limits import Limits


class Loop(asyncio.SelectorEventLoop):
    """A loop in which who listens has been connected to, once: a socket that is served is the connection itself.

    websockets has no way to be given a connection (14 to 17); it makes its own by the loop's `create_server`.
    """

    async def create_server(self, protocol_factory: Callable[[], Any], *_: Any, sock: Any = None, **__: Any) -> Any:
        """Have the connection `sock`, once it is known who has it."""
        return Connected(self.create_task(self.connect_accepted_socket(protocol_factory, sock)))


class Connected:
    """What is there of a server that does not listen."""

    sockets = ()

    def __init__(self, connecting: asyncio.Task[Any]) -> None:
        self._connecting = connecting

    def close(self) -> None:
        """Nothing listens."""

    async def wait_closed(self) -> None:
        """Nothing is waited for."""

    def is_serving(self) -> bool:
        """It is not about to end: that is what websockets asks before it answers."""
        return True


def live(front: socket.socket, connection: socket.socket, peer: str, *, house: House, limits: Limits) -> NoReturn:
    """Be this connection in this process, which was forked for it, and end it."""
    known = alone.Alone(front, peer, limits, proves=False)
    alone.live(known, connection, Loop, partial(_speak, known, connection, house))


async def _speak(front: alone.Alone, connection: socket.socket, house: House) -> None:
    """Serve them what they ask for until they are gone."""

    def spoken(session: OpenPage) -> None:
        front.spoken = session

    await serve_page(connection, front, house, spoken)
