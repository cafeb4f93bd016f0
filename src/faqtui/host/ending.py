"""Ending the process as soon as the screen is left, which was all that it was for."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_has_left = False


def screen_left() -> None:
    """The screen was up and is left: the terminal is as it was."""
    global _has_left
    _has_left = True


def begin_anew() -> None:
    """The screen that was up and is left was not this process's purpose: the next one is."""
    global _has_left
    _has_left = False


def end_process(code: int) -> None:
    """End the process with `code` where the screen was up and is left; does nothing elsewhere.

    Everything is saved and the terminal restored; taking the interpreter apart would cost the person who waits for the
    prompt another 40 ms.
    """
    if not _has_left:
        return
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # one that was closed when we began
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)
