"""Opening a web address in the browser of this machine: only where the user sits at it, and only when asked to.

Over SSH or mosh the browser would open somewhere else, and Python's own `webbrowser` would start a text browser inside
the program's terminal. So what opens addresses is one of the desktop's own programs, or nothing does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from faqtui.records import NamedTuple

if TYPE_CHECKING:
    from faqtui.host.clipboard.between import Between

SCHEMES = ("http://", "https://", "mailto:")
"""What is handed to a browser; anything else might run a program or read a file."""

PATIENCE = 3.0
"""Seconds in which the program may say that it cannot."""

_browsing: list[subprocess.Popen[bytes]] = []


class Opener(NamedTuple):
    """A program of the desktop that opens addresses, where one of the environment variables `needs` is set.

    With a `platform`, as `sys.platform` names it, it is there only and needs nothing else.
    """

    command: str
    needs: tuple[str, ...] = ()
    platform: str = ""


OPENERS = (
    Opener("xdg-open", ("WAYLAND_DISPLAY", "DISPLAY")),
    Opener("wslview", ("WSL_DISTRO_NAME", "WSL_INTEROP")),
    Opener("open", platform="darwin"),  # elsewhere a program of this name opens a virtual console
)
"""Linux and the BSDs, Windows' own browser from WSL, macOS; the first that is there is taken."""


def why_not(url: str, env: Mapping[str, str], *, secure: bool, between: Callable[[], Between]) -> str:
    """Why `url` is not opened here, empty where it may be. `between` tells what stands before the user; asked last."""
    if not url.lower().startswith(SCHEMES):
        return "only web and mail addresses are opened"
    if secure:
        return "secure mode runs no program"
    if opener(env) is None:
        return "no desktop here to open it on"
    there = between()
    if there.ssh or there.mosh or there.unseen or there.silent:
        return "you are not at this machine; your terminal may open it with a click"
    return ""


def opener(env: Mapping[str, str]) -> str | None:
    """The program that opens addresses on this desktop."""
    from shutil import which  # asked for by few sessions

    for command, needs, platform in OPENERS:
        if sys.platform != platform and not any(env.get(name) for name in needs):
            continue
        found = which(command, path=env.get("PATH", os.defpath))
        if found is not None:
            return found
    return None


def open_in_browser(url: str, env: Mapping[str, str], *, secure: bool) -> str:
    """Open `url` if that may be done; what became of it, as a message. May take some seconds."""
    from faqtui.host.clipboard import forecast

    reason = why_not(url, env, secure=secure, between=lambda: forecast(env=env).between)
    program = opener(env)
    if reason or program is None:
        return f"not opened: {reason}"
    try:
        process = subprocess.Popen(
            [program, url],
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"not opened: {program}: {error.strerror}"
    try:
        code = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        _browsing.append(process)  # it has become the browser itself
        code = 0
    if code:
        return f"not opened: {program} ended with code {code}"
    return "handed to the browser of this machine"
