"""How much of a server anybody may have: connections and sessions of one address, logins at once, starts a second."""

from __future__ import annotations

from collections import Counter

from faqtui.records import NamedTuple


class Limits(NamedTuple):
    """`per_address`: sessions of one address; `starts`: sessions that may begin in a second; `grace`: seconds to log in.

    `logins`: connections that may be about to log in. `channels`: sessions over one connection.
    """

    per_address: int = 20
    starts: int = 100
    grace: float = 20.0
    logins: int = 100
    channels: int = 10

    @property
    def connections(self) -> int:
        """Connections of one address: each session may have its own, and some may be about to log in."""
        return self.per_address + 10


class Usage:
    """What is used of them now. Where something is refused the reason is given, as it is counted and said."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.logins = 0
        self._connections: Counter[str] = Counter()
        self._sessions: Counter[str] = Counter()
        self._tokens = float(limits.starts)
        self._filled = 0.0

    def connect(self, address: str, *, shared: bool = False) -> str:
        """Why another connection of an address is refused; empty, and it counts, where it is not.

        An address that is `shared` by all who come through it, a balancer's, may have as many as there are.
        """
        if self.logins >= self._limits.logins:
            return "logins"
        if not shared and self._connections[address] >= self._limits.connections:
            return "address"
        self.logins += 1
        self._connections[address] += 1
        return ""

    def disconnect(self, address: str) -> None:
        """A connection is over."""
        _less(self._connections, address)

    def begin(self, address: str, now: float) -> str:
        """Why another session of an address is refused; empty, and it counts, where it is not. `now` is in seconds."""
        if self._sessions[address] >= self._limits.per_address:
            return "address"
        self._tokens = min(self._limits.starts, self._tokens + (now - self._filled) * self._limits.starts)
        self._filled = now
        if self._tokens < 1:
            return "rate"
        self._tokens -= 1
        self._sessions[address] += 1
        return ""

    def end(self, address: str) -> None:
        """A session is over."""
        _less(self._sessions, address)

    def inherit(self, address: str) -> None:
        """There is a session of an address, on a connection, that began before anything was counted here."""
        self._connections[address] += 1
        self._sessions[address] += 1

    @property
    def known(self) -> int:
        """How many addresses anything is known of: none of which there is nothing."""
        return len(self._connections) + len(self._sessions)


SAID = {
    "address": "too many sessions from your address; end another one first",
    "rate": "too many sessions begin at the moment; try again in a second",
    "draining": "this server is about to end; connect again",
    "lost": "the server cannot start a session now; try again in a minute",
}
"""What is said of a reason."""


def _less(counter: Counter[str], address: str) -> None:
    counter[address] -= 1
    if counter[address] <= 0:
        del counter[address]
