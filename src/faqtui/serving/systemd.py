"""What systemd hands over and wants to hear: sockets that it listens on already, and that the server is ready (sd_notify)."""

from __future__ import annotations

import os
import socket
from collections.abc import MutableMapping
from contextlib import suppress

FIRST = 3
"""The descriptor of the first socket that is handed over (sd_listen_fds(3))."""


def handed_over(env: MutableMapping[str, str]) -> list[socket.socket]:
    """The sockets that this process was started with, by ``LISTEN_FDS``, which is taken out of `env`."""
    pid, count = env.pop("LISTEN_PID", ""), env.pop("LISTEN_FDS", "")
    env.pop("LISTEN_FDNAMES", None)
    if pid != str(os.getpid()) or not count.isdecimal():
        return []
    found = []
    for descriptor in range(FIRST, FIRST + min(int(count), 16)):
        with suppress(OSError):
            os.set_inheritable(descriptor, False)
            found.append(socket.socket(fileno=descriptor))
    return found


def notify(state: str, where: str) -> None:
    """Tell systemd how it stands, where there is one: `where` is ``NOTIFY_SOCKET``, or empty."""
    if not where:
        return
    address = "\0" + where[1:] if where.startswith("@") else where
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.connect(address)
        told.send(state.encode())
