"""What a session is asked for with, and what is told of it on its line. Data only; checked here, wherever it comes from.

A session has a *line*: a stream socket between whoever asks (`attach`, the front) and whoever does it. What is told on it
are lines of JSON: ``{"say": TEXT}`` and, last, ``{"exit": CODE}``. A ``w`` the other way means that the terminal has changed its
size. Its end, whichever side it comes from, is the end of the session.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from faqtui.records import NamedTuple

_PASSED = frozenset({"TERM", "LANG", "COLORTERM", "NO_COLOR"})
_PREFIXES = ("LC_", "SSH_")
LONGEST_VALUE = 256
MOST_VARIABLES = 32
LONGEST_COMMAND = 16_384
LONGEST_NAME = 200

LOST = 137
"""Exit code of a session whose process was killed from outside: 128 and SIGKILL, as a shell has it."""


class BadRequestError(Exception):
    """A session cannot be what it is asked to be; the message says why, for people."""


class Request(NamedTuple):
    """What a session is to be.

    `command` is what somebody wrote behind ``ssh host``; None is the screen. `env` is what is known of the terminal. `peer` is
    where they are, for the log. `way` is how they came: ``attach``, ``ssh`` or ``web``. `owns` says that the terminal is the
    session's alone, and to be its controlling one.
    """

    command: str | None
    env: Mapping[str, str]
    peer: str
    way: str
    owns: bool = False

    def as_data(self) -> dict[str, Any]:
        """As a message."""
        return {
            "command": self.command, "env": dict(self.env), "peer": self.peer, "way": self.way, "owns": self.owns,
        }  # fmt: skip


def request_from(data: Mapping[str, Any], streams: Sequence[int]) -> Request:
    """The request in a message that came with `streams`: a terminal, or three streams for a command. Raises BadRequestError."""
    command, env = data.get("command"), data.get("env")
    if not (command is None or (isinstance(command, str) and len(command) <= LONGEST_COMMAND and "\0" not in command)):
        raise BadRequestError("the command is too long")
    if not isinstance(env, dict):
        raise BadRequestError("nothing is said of the terminal")
    if not (len(streams) == 1 and os.isatty(streams[0])) and not (len(streams) == 3 and command is not None):
        raise BadRequestError("a terminal is needed: ssh -t")
    peer, way = data.get("peer"), data.get("way")
    return Request(command, passed(env), short(peer), short(way), owns=data.get("owns") is True)


def passed(env: Mapping[Any, Any]) -> dict[str, str]:
    """Of an environment what a session is given: what the terminal is, and where it is. All else could mean anything."""
    found: dict[str, str] = {}
    for name, value in env.items():
        if not isinstance(name, str) or not isinstance(value, str) or len(found) == MOST_VARIABLES:
            continue
        wanted = (name in _PASSED or name.startswith(_PREFIXES)) and name != "SSH_ORIGINAL_COMMAND"
        if wanted and len(name) <= LONGEST_VALUE and len(value) <= LONGEST_VALUE and (name + value).isprintable():
            found[name] = value
    return found


def short(value: object) -> str:
    """A name for the log: one line, never long."""
    text = value[:LONGEST_NAME] if isinstance(value, str) else ""
    return text if text.isprintable() else ascii(text)[1:-1]


def tell(line: socket.socket, **what: object) -> None:
    """Tell something on a session's line; nobody may be there any more, or read."""
    with suppress(OSError):
        line.send(json.dumps(what).encode() + b"\n", getattr(socket, "MSG_NOSIGNAL", 0) | socket.MSG_DONTWAIT)


def reaped() -> Iterator[tuple[int, int]]:
    """The children of this process that have ended by now, as numbers and exit codes; each is told once."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        yield pid, exit_code(status)


def exit_code(status: int) -> int:
    """The exit code for what `os.waitpid` says, as a shell has it: 128 and the signal where there was one."""
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code
