"""A process that the keeper has forked, as the keeper knows it: its number, and the socket between the two."""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn

from faqtui.serving.messages import MessageReader, close_all, send

_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux' <linux/prctl.h>."""

_HELD = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)


class Helper:
    """A process called `name`, with the number `pid`, at the other end of `socket`."""

    def __init__(self, name: str, pid: int, end: socket.socket) -> None:
        self.name = name
        self.pid = pid
        self.socket = end
        self.reader = MessageReader(end)
        self.failed = ""
        """Why it could not begin, where it has said so."""
        self.is_closed = False
        self._is_over = False

    @classmethod
    def start(cls, name: str, does: Callable[[socket.socket], NoReturn], others: Sequence[int]) -> Helper:
        """Fork a process that `does` something with its end of the socket; `others` are descriptors that it must not have."""
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if not pid:
            try:
                signal.set_wakeup_fd(-1)
                for number in _HELD:
                    signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
                ours.close()
                close_all(list(others))
                does(theirs)
            finally:  # whatever happens in here, the keeper must not go on a second time
                os._exit(1)
        theirs.close()
        ours.setblocking(False)
        return cls(name, pid, ours)

    def tell(self, descriptors: Sequence[int] = (), /, **message: object) -> bool:
        """Send it a message; whether it was sent. One that does not read is not waited for."""
        if self.is_closed:
            return False
        try:
            send(self.socket, message, tuple(descriptors))
        except OSError:
            return False
        return True

    def bytes(self) -> bytes:
        """What it has sent, where that is no message."""
        try:
            data = self.socket.recv(4096)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        self._is_over = self._is_over or not data
        return data

    @property
    def is_over(self) -> bool:
        """Whether nothing can come from it any more."""
        return self._is_over or self.reader.is_over

    def close(self) -> None:
        """Let go of the socket."""
        self.is_closed = True
        self.reader.drop()
        self.socket.close()

    def kill(self) -> None:
        """End it now, whatever it does."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def is_there(self) -> bool:
        """Whether the process still is, as far as nobody else has taken its number since it was reaped."""
        with suppress(OSError):
            os.kill(self.pid, 0)
            return True
        return False


def adopt_orphans() -> None:
    """Become the parent of processes whose own parent dies, so that the end of a session is seen whatever happens (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def raise_limit() -> None:
    """Be allowed as many descriptors as can be: each session has some in the front, and one in the zygote."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
