"""``faqtui attach``: what sshd's forced command runs. It hands its terminal to the zygote and stays until the session ends.

It is started for every session, so it imports nothing but what is made in C, and is 20 ms of Python in all.
"""

from __future__ import annotations

import _socket  # what socket, which brings selectors and enum, is made of
import os
import sys

try:
    import _signal  # type: ignore[import-not-found] # see faqtui.start.first_frame
except ImportError:  # a Python that is made otherwise
    import signal as _signal

from faqtui.start.kept import was_given

TYPE_CHECKING = False  # see faqtui.host.paths
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

FAILED = 2
"""Exit code where there is no session to be had."""


def run(arguments: Sequence[str]) -> int | None:
    """Attach as the arguments behind ``attach`` say; the exit code of the session. None where they say something else."""
    if len(arguments) == 2 and arguments[0] == "--socket":
        return attach(arguments[1], os.environ)
    if len(arguments) == 1 and arguments[0].startswith("--socket="):
        return attach(arguments[0].partition("=")[2], os.environ)
    return None


def attach(path: str, env: Mapping[str, str]) -> int:
    """A session of the server at the socket `path` on the terminal of this process, or with its standard streams."""
    from json import JSONEncoder  # its parser is not needed before the end

    line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        line.connect(path)
    except OSError as error:
        return _fail(f"{path}: {error.strerror or error}: is `faqtui zygote` running?")
    command = env.get("SSH_ORIGINAL_COMMAND") or None
    env = dict(env)
    if "LC_CTYPE" in env and not was_given(b"LC_CTYPE="):  # Python has put it there (PEP 538)
        del env["LC_CTYPE"]
    session = {"command": command, "env": env, "peer": env.get("SSH_CONNECTION", "").partition(" ")[0]}
    data = JSONEncoder().encode({"session": session}).encode()
    if command is None and not os.isatty(0):
        return _fail("a terminal is needed: ssh -t")
    streams = [0] if command is None else [0, 1, 2]
    _signals(line)
    try:
        _send(line, len(data).to_bytes(4, "big") + data, streams)
        return _until_its_end(line)
    except OSError:
        return _fail("the server does not take sessions at the moment")


def _signals(line: Any) -> None:
    """Pass on a change of size; what is typed reaches the session as a key, and ends nothing here."""

    def resized(_: int, __: object) -> None:
        try:
            line.send(b"w")
        except OSError:  # it is over
            return

    _signal.signal(_signal.SIGWINCH, resized)
    for number in (_signal.SIGINT, _signal.SIGQUIT, _signal.SIGTSTP):
        _signal.signal(number, _signal.SIG_IGN)


def _send(line: Any, data: bytes, descriptors: Sequence[int]) -> None:
    beside = b"".join([descriptor.to_bytes(4, sys.byteorder) for descriptor in descriptors])
    sent = line.sendmsg([data], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, beside)])
    if sent < len(data):  # nothing more is sent where the other side may have answered and gone already
        line.sendall(data[sent:])


def _until_its_end(line: Any) -> int:
    """Wait until the session has ended; the exit code that it told, and on standard error what else it did."""
    data = b""
    while piece := line.recv(4096):
        data += piece
    from json import loads

    code = None
    for told in data.splitlines():
        said = loads(told)
        if "say" in said:
            _fail(said["say"])
        if code is None and "exit" in said:
            code = said["exit"]
    return 137 if code is None else code  # it was killed, and could not say so


def _fail(why: str) -> int:
    os.write(2, f"faqtui: {ascii(why)[1:-1]}\n".encode())
    return FAILED
