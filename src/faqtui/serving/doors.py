"""Where a server can be connected to, and what all who speak with those outside may ask of the front. Data and protocols."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from faqtui.records import NamedTuple

if TYPE_CHECKING:
    from faqtui.serving.figures import Figures
    from faqtui.serving.limits import Limits
    from faqtui.serving.proxies import Network
    from faqtui.serving.sessions import Request


class Web(NamedTuple):
    """The page: where it is asked for beside where it listens, and what its address has to end with, "" for nothing."""

    origins: Sequence[str] = ()
    token: str = ""


class Doors(NamedTuple):
    """Where a server can be connected to, and how.

    `ssh`, `web` and `status` are sockets that listen. `keys` are the files of host keys; with `made` the only one is made where
    it is not there. `auth` is ``none``, ``keys`` or ``ca``, `auth_file` its file. `trusted` are balancers that say who comes.
    `lingers` is the seconds for which connections are still taken when the server is asked to end, so that balancers notice.
    `page` is for `web`.
    """

    ssh: Sequence[socket.socket] = ()
    status: Sequence[socket.socket] = ()
    web: Sequence[socket.socket] = ()
    keys: Sequence[Path] = ()
    made: bool = False
    auth: str = "none"
    auth_file: str = ""
    trusted: Sequence[Network] = ()
    lingers: float = 5.0
    page: Web = Web()

    def sockets(self) -> list[socket.socket]:
        """All of them."""
        return [*self.ssh, *self.status, *self.web]


class Connection(Protocol):
    """Somebody who is connected."""

    peer: str

    @property
    def is_used(self) -> bool:
        """Whether there is a session on it."""

    def close(self, why: str) -> None:
        """End it."""


class Times(Protocol):
    """Counts how long something took."""

    def add(self, seconds: float) -> None:
        """Count one."""


class Counting(Protocol):
    """Counts what happens on a connection."""

    @property
    def starts(self) -> Times:
        """From a session's request to the first byte it shows."""

    @property
    def keys(self) -> Times:
        """From what was typed to the first byte that follows."""

    def refuse(self, reason: str) -> None:
        """Count somebody who was turned away."""


class Desk(Protocol):
    """The front, as what speaks a protocol sees it."""

    limits: Limits
    proves: bool

    @property
    def figures(self) -> Counting:
        """What is counted."""

    def ask(self, request: Request, descriptors: tuple[int, ...]) -> bool:
        """Ask for a session; whether that was sent."""

    def begins(self, peer: str) -> str:
        """Why a session may not begin; empty, and it counts, where it may."""

    def ends(self, peer: str, way: str) -> None:
        """A session is over."""

    def logged_in(self, connection: Connection, user: str) -> None:
        """Somebody may ask for sessions now."""

    def lost(self, connection: Connection) -> None:
        """A connection is over."""


class Board(Protocol):
    """The front, as those see it who ask how it is."""

    state: dict[str, Any]

    @property
    def figures(self) -> Figures:
        """What was counted."""

    @property
    def is_ready(self) -> bool:
        """Whether a balancer should send somebody here."""

    @property
    def is_draining(self) -> bool:
        """Whether the server is about to end."""
