"""A first frame that a copy of this process is to paint, and how the two agree whether it does.

Who reads the one byte in a pipe decides: the copy, which then paints, or this process, after which nobody does. Neither waits
for the other, save while the copy paints.
"""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable

PATIENCE = 0.6
"""Seconds that a copy which paints is waited for: what it does takes a millisecond where the terminal reads."""

MOST_TOLD = 60_000
"""Bytes of a frame that a pipe takes in although nobody reads yet: larger ones, of the largest terminals, are left out."""


class ExpectedFrame:
    """The pipes between the two: the permit, and what the copy tells: when it painted, how long the text is, and the text."""

    def __init__(self) -> None:
        self._permit, theirs = os.pipe()
        os.set_blocking(self._permit, False)
        os.write(theirs, b"!")
        os.close(theirs)
        self._told, self._tell = os.pipe()

    def copied(self) -> None:
        """The copy is there: only that can tell anything from now on."""
        if self._tell >= 0:
            os.close(self._tell)
            self._tell = -1

    def take_permit(self) -> bool:
        """Whether nobody has taken it before."""
        try:
            return bool(os.read(self._permit, 1))
        except BlockingIOError:
            return False

    def paint(self, text: str, send: Callable[[], bool]) -> None:
        """In the copy: `send` what draws `text` if that is permitted, and tell of it where all of it was sent."""
        told = text.encode()
        if len(told) > MOST_TOLD or not self.take_permit():
            return
        now = time.monotonic()
        if not send():
            return
        told = f"{now} {len(told)}\n".encode() + told
        while told:
            told = told[os.write(self._tell, told) :]

    def hear(self) -> tuple[float, str] | None:
        """When something was painted (`time.monotonic`), and what; None where the copy ended or is stuck while painting."""
        data = b""
        while select.select([self._told], [], [], PATIENCE)[0] and (part := os.read(self._told, 65536)):
            data += part
            head, newline, text = data.partition(b"\n")
            when, _, length = head.partition(b" ")
            if newline and len(text) == int(length):
                return float(when), text.decode()
        return None

    def close(self) -> None:
        """Forget all of it."""
        self.copied()
        os.close(self._permit)
        os.close(self._told)
