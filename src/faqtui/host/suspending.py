"""Stopping, as ctrl+z does, and whether anybody could wake us afterwards."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

NEVER_WAKE = ("sshd", "sshd-session", "tmux: server", "screen", "SCREEN", "mosh-server", "login", "init", "systemd")
"""Parents that would leave us stopped for ever, and the person before a dead terminal."""


def has_shell() -> bool:
    """Whether there is somebody to go back to: a leader of a session needs a parent that is none of `NEVER_WAKE`."""
    return not (_leads() and _parent_name() in NEVER_WAKE)


def stop(terminal: int) -> None:
    """Stop until the shell has us in the foreground of `terminal` again."""
    # The kernel ignores SIGTSTP where no shell controls us, and a leader of a session has none above it in there.
    os.kill(os.getpid(), signal.SIGSTOP if _leads() else signal.SIGTSTP)
    wait_for_foreground(terminal)


def wait_for_foreground(terminal: int) -> None:
    """Stop again while the shell has sent us to the background (``bg``)."""
    with suppress(OSError):
        while os.tcgetpgrp(terminal) != os.getpgrp():
            os.kill(os.getpid(), signal.SIGSTOP)


def _leads() -> bool:
    return os.getsid(0) == os.getpid()


def _parent_name() -> str:
    """What the parent process is called, "" where that cannot be told; Linux only."""
    try:
        return Path(f"/proc/{os.getppid()}/comm").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
