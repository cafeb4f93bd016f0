"""A session in a page: the same child behind a WebSocket, and the few files of the page. `websockets` is an extra.

Bytes of the terminal are binary messages, both ways; sizes, and first of all the token, are JSON. Pages of others cannot
connect: a browser says where a page is from, and only our own addresses are let in.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import socket
from contextlib import suppress
from http import HTTPStatus
from pkgutil import get_data
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from websockets.asyncio.server import ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request as HttpRequest
from websockets.http11 import Response

from faqtui.records import NamedTuple
from faqtui.serving import log
from faqtui.serving.limits import SAID
from faqtui.serving.proxies import is_in
from faqtui.serving.served_session import ServedSession
from faqtui.serving.sessions import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from faqtui.serving.doors import Desk
    from faqtui.serving.proxies import Network

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may do. xterm.js makes style sheets as it draws; scripts are files of ours, and nothing else is loaded."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}

FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
    "/xterm.js": ("xterm/xterm.js", "text/javascript; charset=utf-8"),
    "/xterm.css": ("xterm/xterm.css", "text/css; charset=utf-8"),
    "/addon-fit.js": ("xterm/addon-fit.js", "text/javascript; charset=utf-8"),
    "/licence.txt": ("xterm/LICENSE", "text/plain; charset=utf-8"),
}

SESSION = "/session"
LARGEST = 65_536
"""Bytes of a message: a paste."""

WAITING = 262_144
"""Bytes that may wait for a browser to take them; then its session is not read."""

ENV = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}

BAD, TURNED_AWAY, OVER = 1008, 1013, 1000


class MissingPageError(Exception):
    """The page's terminal is not part of this installation."""


class PageFile(NamedTuple):
    """A file as it is sent."""

    data: bytes
    kind: str


def pages() -> dict[str, PageFile]:
    """The files of the page, by their paths. Raises MissingPageError."""
    found = {}
    for path, (name, kind) in FILES.items():
        try:
            data = get_data("faqtui.serving", f"page/{name}")
        except OSError:
            data = None
        if data is None:
            raise MissingPageError(f"--web: {name} is not part of this installation: it was built without network")
        found[path] = PageFile(data, kind)
    return found


class House(NamedTuple):
    """What every process that serves the page knows: its files, the names it is asked for under, and who is believed."""

    files: Mapping[str, PageFile]
    hosts: frozenset[str]
    token: str
    trusted: Sequence[Network]


async def serve_page(connection: socket.socket, desk: Desk, house: House, spoken: Callable[[OpenPage], None]) -> None:
    """Serve the page, or a session on it, to one who has connected, until they are gone; `spoken` is told of the session.

    The running loop is a `faqtui.serving.page_connection.Loop`, to which a connection is all that is ever listened for.
    """
    over = asyncio.Event()

    class Watched(ServerConnection):
        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            over.set()

    def answer(_: ServerConnection, request: HttpRequest) -> Response | None:
        host = request.headers.get("Host", "")
        if host not in house.hosts:
            return _response(HTTPStatus.MISDIRECTED_REQUEST, PageFile(b"this is another host\n", "text/plain"))
        path = request.path.partition("?")[0]
        if path == SESSION:
            origin = urlsplit(request.headers.get("Origin", ""))
            if origin.scheme not in ("http", "https") or origin.netloc not in house.hosts:
                desk.figures.refuse("origin")
                return _response(HTTPStatus.FORBIDDEN, PageFile(b"another page than ours\n", "text/plain"))
            return None
        page = house.files.get(path)
        if page is None:
            return _response(HTTPStatus.NOT_FOUND, PageFile(b"nothing is here\n", "text/plain"))
        return _response(HTTPStatus.OK, page)

    async def session(opened: ServerConnection) -> None:
        one = OpenPage(desk, opened, peer_of(opened, house.trusted), house.token)
        spoken(one)
        await one.run()

    await serve(
        session,
        sock=connection,
        process_request=answer,
        create_connection=Watched,
        compression=None,
        max_size=LARGEST,
        max_queue=4,
        write_limit=WAITING,
        open_timeout=10,
        ping_interval=30,
        ping_timeout=60,
        close_timeout=2,
        server_header=None,
    )
    await over.wait()


def allowed_hosts(listener: socket.socket, origins: Sequence[str]) -> frozenset[str]:
    """The names under which this server is asked for: where it listens on the loopback interface, and those that are named."""
    address, port, *_ = listener.getsockname()
    shown = f"[{address}]" if ":" in address else address
    found = {f"{shown}:{port}"} | {urlsplit(origin).netloc for origin in origins}
    if address.startswith("127.") or address == "::1":
        found.add(f"localhost:{port}")
    return frozenset(found)


def peer_of(connection: ServerConnection, trusted: Sequence[Network]) -> str:
    """Who is at the browser: whom a proxy that is believed names last, else who is connected."""
    address = str(connection.remote_address[0])
    told = connection.request.headers.get("X-Forwarded-For", "") if connection.request is not None else ""
    last = told.rpartition(",")[2].strip()
    return last if last and is_in(address, trusted) else address.removeprefix("::ffff:")


def _response(status: HTTPStatus, page: PageFile) -> Response:
    headers = Headers(
        {**HEADERS, "Content-Type": page.kind, "Content-Length": str(len(page.data)), "Connection": "close"}
    )
    return Response(status.value, status.phrase, headers, page.data)


class OpenPage:
    """One page that is open."""

    def __init__(self, desk: Desk, connection: ServerConnection, peer: str, token: str) -> None:
        self._desk = desk
        self._connection = connection
        self.peer = peer
        self._token = token
        self._served: ServedSession | None = None
        self._shown: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._takes = asyncio.Event()
        self._takes.set()
        self._said = self._refused = ""

    async def run(self) -> None:
        """Have a session until either side ends it."""
        try:
            await self._begin()
        except ConnectionClosed:
            pass
        finally:
            if self._served is not None:
                self._served.close()
            self._desk.lost(self)

    async def _begin(self) -> None:
        try:
            async with asyncio.timeout(self._desk.limits.grace):
                first = _told(await self._connection.recv())
        except TimeoutError:
            first = {}
        token = first.get("token")
        if self._token and not hmac.compare_digest(str(token).encode(), self._token.encode()):
            self._desk.figures.refuse("token")
            log.write("refused", why="token", peer=self.peer, way="web")
            await self._connection.close(BAD, "this address is not complete: the part behind # is missing or wrong")
            return
        size = _size(first)
        if size is None:
            await self._connection.close(BAD, "no size was told")
            return
        self._desk.logged_in(self, "")
        if reason := self._desk.begins(self.peer):
            await self._turn_away(reason)
            return
        try:
            await self._have(size)
        finally:
            self._desk.ends(self.peer, "web")

    async def _have(self, size: tuple[int, int]) -> None:
        env = {**ENV, "SSH_CONNECTION": f"{self.peer} 0 :: 0"}
        self._served = ServedSession(self, self._desk.figures)
        if not self._served.begin(self._desk.ask, Request(None, env, self.peer, "web", owns=True), size):
            await self._turn_away("lost")
            return
        typing = asyncio.ensure_future(self._type())
        try:
            while (data := await self._shown.get()) is not None:
                await self._connection.send(data)
                self._served.hold(False)
            await self._connection.close(TURNED_AWAY if self._refused else OVER, self._said[:120])
        finally:
            typing.cancel()
            with suppress(asyncio.CancelledError, ConnectionClosed):
                await typing

    async def _type(self) -> None:
        """Pass on what the page sends, as fast as the session takes it."""
        served = self._served
        try:
            async for message in self._connection:
                if served is None:
                    break
                if isinstance(message, bytes):
                    served.type(message)
                    await self._takes.wait()
                elif (size := _size(_told(message))) is not None:
                    served.resize(size)
        finally:
            self._shown.put_nowait(None)

    async def _turn_away(self, reason: str) -> None:
        self._desk.figures.refuse(reason)
        log.write("refused", why=reason, peer=self.peer, way="web")
        await self._connection.close(TURNED_AWAY, SAID.get(reason, "not now; try again in a minute"))

    # -- as the session sees it

    def show(self, data: bytes, *, is_error: bool) -> None:  # noqa: ARG002 - a terminal has one stream
        """Send what the session has written, and read no more of it until that is sent."""
        self._shown.put_nowait(data)
        if self._served is not None:
            self._served.hold(True)

    def take_more(self, wanted: bool, /) -> None:
        """Take what is typed, or leave it on the way."""
        if wanted:
            self._takes.set()
        else:
            self._takes.clear()

    def over(self, code: int, said: str, reason: str) -> None:  # noqa: ARG002 - a page has no use for the code
        """The session has ended by itself."""
        if reason:
            self._desk.figures.refuse(reason)
        self._said, self._refused = said, reason
        self._shown.put_nowait(None)

    # -- as the front sees it

    @property
    def is_used(self) -> bool:
        """Whether there is a session on it."""
        return self._served is not None

    def close(self, why: str) -> None:
        """End it."""
        self._said = why
        self._shown.put_nowait(None)


def _told(message: str | bytes) -> dict[str, object]:
    """What a page has said of itself; nothing where that is no JSON object."""
    try:
        told = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _size(told: dict[str, object]) -> tuple[int, int] | None:
    match told.get("size"):
        case [int(columns), int(rows)] if 0 < columns < 65_536 and 0 < rows < 65_536:
            return columns, rows
    return None
