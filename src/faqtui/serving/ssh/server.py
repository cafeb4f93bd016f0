"""SSH, as far as a FAQ needs it: a terminal, or a command; nothing else that the protocol offers is done.

What is asked for and refused is told in a line where the protocol lets one, so that people see why. `asyncssh` speaks the
protocol; it is an extra of the package, and imported by the front's process alone.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import asyncssh

from faqtui.serving import log
from faqtui.serving.limits import SAID
from faqtui.serving.served_session import ServedSession
from faqtui.serving.sessions import MOST_VARIABLES, Request, passed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from faqtui.serving.doors import Desk

VERSION = "faqtui"
WINDOW = 65_536
"""Bytes that a client may send before they have been taken."""

PACKET = 32_768
KEEPALIVE, MISSED = 30, 4
"""Seconds after which a silent client is asked whether it is there, and how often it may not answer."""

UNUSED = 30.0
"""Seconds that a connection may be there without a session."""

WRONG = 2
"""Exit code of what a server does not do."""

ENDING = frozenset({"INT", "TERM", "HUP", "QUIT", "KILL", "ABRT"})
"""Signals that a client may ask for: each ends the session. Others are not heeded."""

ALGORITHMS: Mapping[str, Any] = {"compression_algs": None}
"""Nothing is compressed: differences are small, and what unpacks to gigabytes is nobody's friend."""


class Server(asyncssh.SSHServer):
    """One connection, from the `peer` that the front has found out."""

    def __init__(self, desk: Desk, peer: str) -> None:
        self._desk = desk
        self.peer = peer
        self.user = ""
        self._connection: asyncssh.SSHServerConnection | None = None
        self._channels = 0
        self._unused: asyncio.TimerHandle | None = None

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """The protocol begins."""
        self._connection = conn

    def begin_auth(self, username: str) -> bool:
        """Whether who they are is to be proved. The name is for the log."""
        self.user = username[:64]
        return self._desk.proves

    def auth_completed(self) -> None:
        """They may ask for sessions now."""
        self._desk.logged_in(self, self.user)
        self._wait_for_use()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The connection is over; its sessions have been told already."""
        if self._unused is not None:
            self._unused.cancel()
        self._desk.lost(self)

    def session_requested(self) -> Any:
        """Another channel: for a session, with a small window."""
        if self._channels >= self._desk.limits.channels or self._connection is None:
            self._desk.figures.refuse("channels")
            return False
        self._channels += 1
        channel = self._connection.create_server_channel(encoding=None, window=WINDOW, max_pktsize=PACKET)
        bound_environment(channel)
        return channel, SshSession(self._desk, self)

    def channel_over(self) -> None:
        """A channel is over."""
        self._channels -= 1
        self._wait_for_use()

    def _wait_for_use(self) -> None:
        if self._unused is not None:
            self._unused.cancel()
        self._unused = asyncio.get_running_loop().call_later(UNUSED, self._close_unused)

    def _close_unused(self) -> None:
        if not self._channels:
            self.close("there is no session on this connection")

    def close(self, why: str) -> None:
        """End the connection, with the reason that the protocol has room for."""
        if self._connection is not None:
            with suppress(OSError, asyncssh.Error):
                self._connection.disconnect(asyncssh.DISC_BY_APPLICATION, why)

    def abort(self) -> None:
        """End the connection now."""
        if self._connection is not None:
            with suppress(OSError, asyncssh.Error):
                self._connection.abort()

    @property
    def is_used(self) -> bool:
        """Whether there is a session on it."""
        return self._channels > 0


class SshSession(asyncssh.SSHServerSession[bytes]):
    """One channel: at first somebody who may ask for anything, then a session, or a line that says why not."""

    def __init__(self, desk: Desk, server: Server) -> None:
        self._desk = desk
        self._server = server
        self._channel: asyncssh.SSHServerChannel[bytes] | None = None
        self._served: ServedSession | None = None
        self._size: tuple[int, int] | None = None
        self._terminal = ""
        self._command: str | None = None
        self._refused = ""
        self._counts = False
        self._is_paused = False

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """The channel is open."""
        self._channel = chan

    # -- what is asked for

    def pty_requested(
        self,
        term_type: str,
        term_size: tuple[int, int, int, int],
        term_modes: Mapping[int, int],  # noqa: ARG002
    ) -> bool:
        """A terminal of this kind and size; its modes are the program's business."""
        self._terminal = term_type[:64]
        self._size = (term_size[0], term_size[1])
        return True

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:  # noqa: ARG002
        """Another size."""
        if self._served is not None:
            self._served.resize((width, height))

    def shell_requested(self) -> bool:
        """No command: the screen, for which a terminal is needed."""
        if self._size is None:
            self._refused = "a terminal is needed: ssh -t, or a command such as `list`"
        return True

    def exec_requested(self, command: str) -> bool:
        """A command; whether it is one of ours says the session's own process."""
        self._command = command
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        """SFTP and its like: not here."""
        self._refused = f"no {ascii(subsystem[:40])[1:-1]} here: this server shows a FAQ and does nothing else"
        return True

    def signal_received(self, signal: str) -> None:
        """Whatever ends a program ends the session."""
        if signal in ENDING and self._channel is not None:
            self._end(128 + 15)

    def session_started(self) -> None:
        """All is known that there is to be known of it."""
        channel = self._channel
        if channel is None:
            return
        if self._refused:
            self._refuse(self._refused, "request")
            return
        reason = self._desk.begins(self._server.peer)
        if reason:
            self._refuse(SAID[reason], reason)
            return
        self._counts = True
        env = passed(channel.get_environment())
        if self._size is not None:
            env["TERM"] = self._terminal
        env["SSH_CONNECTION"] = f"{self._server.peer} 0 :: 0"
        request = Request(self._command, passed(env), self._server.peer, "ssh", owns=self._size is not None)
        self._served = ServedSession(self, self._desk.figures)
        if not self._served.begin(self._desk.ask, request, self._size):
            self._refuse(SAID["lost"], "lost")

    def _refuse(self, why: str, reason: str) -> None:
        self._desk.figures.refuse(reason)
        log.write("refused", why=reason, peer=self._server.peer, way="ssh")
        self._say(why)
        self._end(WRONG if reason == "request" else 1)

    def _say(self, why: str) -> None:
        if self._channel is not None:
            end = b"\r\n" if self._size is not None else b"\n"
            with suppress(OSError, asyncssh.Error):
                self._channel.write_stderr(b"faqtui: " + why.encode() + end)

    def _end(self, code: int) -> None:
        if self._channel is not None:
            with suppress(OSError, asyncssh.Error):
                self._channel.exit(code)
        self._close()

    # -- between the two

    def data_received(self, data: bytes, datatype: int | None) -> None:  # noqa: ARG002
        """What was typed."""
        if self._served is not None:
            self._served.type(data)

    def eof_received(self) -> bool:
        """Nothing more will be typed; what the session still says is for them all the same."""
        if self._served is not None:
            self._served.end_input()
        return True

    def pause_writing(self) -> None:
        """They take no more for now."""
        if self._served is not None:
            self._served.hold(True)

    def resume_writing(self) -> None:
        """They do again."""
        if self._served is not None:
            self._served.hold(False)

    def show(self, data: bytes, *, is_error: bool) -> None:
        """Send what the session has written."""
        if self._channel is not None:
            with suppress(OSError, asyncssh.Error):
                if is_error:
                    self._channel.write_stderr(data)
                else:
                    self._channel.write(data)

    def take_more(self, wanted: bool, /) -> None:
        """Take what is typed, or leave it on the way."""
        if self._channel is None or wanted != self._is_paused:
            return
        self._is_paused = not wanted
        with suppress(OSError, asyncssh.Error):
            if wanted:
                self._channel.resume_reading()
            else:
                self._channel.pause_reading()

    # -- the end

    def over(self, code: int, said: str, reason: str) -> None:
        """The session has ended by itself."""
        if reason:
            self._desk.figures.refuse(reason)
        if said:
            self._say(said)
        self._end(code)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The channel is closed, or the connection: there is nobody any more."""
        self._channel = None
        self._close()
        self._server.channel_over()

    def _close(self) -> None:
        if self._served is not None:
            self._served.close()
        if self._counts:
            self._counts = False
            self._desk.ends(self._server.peer, "ssh")


class _Few(dict[Any, Any]):
    """A mapping that takes so many and no more: a client may name variables for ever."""

    def __setitem__(self, key: Any, value: Any) -> None:
        if len(self) < 4 * MOST_VARIABLES and len(key) + len(value) < 1024:
            super().__setitem__(key, value)


def bound_environment(channel: asyncssh.SSHServerChannel[bytes]) -> None:
    """Have a channel keep few variables. Its mapping is asyncssh's own (2.x: ``_env``), and has no other bound."""
    if hasattr(channel, "_env"):
        channel._env = _Few()
