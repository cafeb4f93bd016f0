"""Messages between processes over a local socket: JSON, with open descriptors beside it.

Each is four bytes that say its length, then that many of JSON. A stream socket is what every Unix has; descriptors arrive
with the first byte of their message.
"""

from __future__ import annotations

import json
import os
import socket
from array import array
from contextlib import suppress
from typing import Any, TypeAlias

Message: TypeAlias = "dict[str, Any]"

LONGEST = 65_536
"""Bytes of a message: a command line and an environment."""

MOST_DESCRIPTORS = 4
"""That come with a message: a session's three standard streams, and its line (see `faqtui.serving.sessions`)."""

_HEAD = 4


class BadMessageError(Exception):
    """What came is no message of ours."""


def packed(message: Message) -> bytes:
    """A message as it is sent. Raises BadMessageError for one that is too long."""
    data = json.dumps(message, separators=(",", ":")).encode()
    if len(data) > LONGEST:
        raise BadMessageError(f"longer than {LONGEST} bytes")
    return len(data).to_bytes(_HEAD, "big") + data


def send(to: socket.socket, message: Message, descriptors: tuple[int, ...] = ()) -> None:
    """Send a message, and wait until it is sent. Raises OSError."""
    data = packed(message)
    sent = to.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array("i", descriptors))] if descriptors else [])
    if sent < len(data):
        to.sendall(data[sent:])


class MessageReader:
    """Takes messages off a socket as they come, however they are cut. What came beside them is the caller's to close."""

    def __init__(self, source: socket.socket) -> None:
        self._source = source
        self._data = b""
        self._descriptors: list[int] = []
        self.is_over = False
        """Whether the other side has ended."""

    def read(self) -> list[tuple[Message, list[int]]]:
        """What has come whole by now. Raises BadMessageError for what is no message; then nothing more is to be read.

        A message is read by itself, so that the descriptors are those of the message that they came with.
        """
        found: list[tuple[Message, list[int]]] = []
        while not self.is_over:
            try:
                if not self._fill():
                    break
            except (BlockingIOError, InterruptedError):
                break
            except OSError:
                self.is_over = True
                break
            if self._missing == 0:
                found.append((self._decoded(), self._descriptors))
                self._data, self._descriptors = b"", []
        return found

    @property
    def _missing(self) -> int:
        """How many bytes the message, or its head, lacks."""
        if len(self._data) < _HEAD:
            return _HEAD - len(self._data)
        length = int.from_bytes(self._data[:_HEAD], "big")
        if length > LONGEST:
            raise BadMessageError(f"{length} bytes are announced")
        return _HEAD + length - len(self._data)

    def _fill(self) -> bool:
        data, descriptors = received(self._source, self._missing, socket.MSG_DONTWAIT)
        self._descriptors += descriptors
        self._data += data
        if len(self._descriptors) > MOST_DESCRIPTORS:
            self.drop()
            raise BadMessageError("too many descriptors")
        self.is_over = not data
        return bool(data)

    def _decoded(self) -> Message:
        try:
            message = json.loads(self._data[_HEAD:])
        except (ValueError, RecursionError):
            message = None
        if not isinstance(message, dict):
            self.drop()
            raise BadMessageError("no JSON object")
        return message

    def drop(self) -> None:
        """Close what came with a message that is not whole."""
        close_all(self._descriptors)
        self._descriptors = []


def received(source: socket.socket, most: int, flags: int = 0) -> tuple[bytes, list[int]]:
    """Up to so many bytes, and the descriptors that came with them, which no program that is run inherits."""
    flags |= getattr(socket, "MSG_CMSG_CLOEXEC", 0)
    data, beside, _, _ = source.recvmsg(most, socket.CMSG_SPACE(MOST_DESCRIPTORS * array("i").itemsize), flags)
    descriptors = array("i")
    for level, kind, payload in beside:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(payload[: len(payload) - len(payload) % descriptors.itemsize])
    return data, list(descriptors)


def close_all(descriptors: list[int] | tuple[int, ...]) -> None:
    """Close descriptors, whatever has become of them."""
    for descriptor in descriptors:
        with suppress(OSError):
            os.close(descriptor)
