"""What tmux shows in another pane: asked for by name only."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

PATIENCE = 2.0
"""Seconds that tmux may take."""

LINES = 200
"""Lines above the visible ones that are asked for."""


class TmuxError(RuntimeError):
    """Why there is nothing to read."""


def pane_beside(env: Mapping[str, str]) -> bytes:
    """The text of the pane that was active before this one, wrapped lines joined. Raises TmuxError."""
    if not env.get("TMUX"):
        raise TmuxError("this is no tmux (TMUX is not set)")
    command = ["tmux", "capture-pane", "-p", "-J", "-S", f"-{LINES}", "-t", "{last}"]
    try:
        done = subprocess.run(command, env=dict(env), capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TmuxError(f"tmux does not answer: {error}") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise TmuxError(told or "tmux has no other pane here")
    return done.stdout
