"""What balancers and monitors ask: ``/healthz``, ``/readyz`` and ``/metrics``, in a little of HTTP, on a port of their own."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faqtui.serving.doors import Board

PATIENCE = 5.0
"""Seconds that a request may take."""

LONGEST = 8192
MOST = 32
"""Requests at once."""


async def serve_status(listener: socket.socket, board: Board) -> asyncio.Server:
    """Answer from now on, also when a server takes no more connections elsewhere: to the end."""
    at_once = asyncio.Semaphore(MOST)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with at_once, asyncio.timeout(PATIENCE):
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(answer_to(head, board))
                await writer.drain()
        writer.close()

    return await asyncio.start_server(answer, sock=listener, limit=LONGEST)


def answer_to(head: bytes, board: Board) -> bytes:
    """The response to a request with this head."""
    method, _, rest = head.partition(b"\r\n")[0].partition(b" ")
    path = rest.partition(b" ")[0].partition(b"?")[0]
    if method not in (b"GET", b"HEAD"):
        return _response("405 Method Not Allowed", "only GET\n", method)
    match path:
        case b"/healthz":
            return _response("200 OK", "ok\n", method)
        case b"/readyz":
            if board.is_ready:
                return _response("200 OK", "ready\n", method)
            return _response("503 Service Unavailable", "draining\n" if board.is_draining else "not ready\n", method)
        case b"/metrics":
            return _response("200 OK", board.figures.text(board.state), method, "text/plain; version=0.0.4")
    return _response("404 Not Found", "there are /healthz, /readyz and /metrics\n", method)


def _response(status: str, body: str, method: bytes, kind: str = "text/plain; charset=utf-8") -> bytes:
    data = body.encode()
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n"
        "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + (b"" if method == b"HEAD" else data)
