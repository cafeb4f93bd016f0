"""The ways to a clipboard, a class each, in the order in which they are tried.

A way is right where its `fits` says so; then its `send` either delivers or raises `ClipboardError`. Which bytes go to
the terminal is worked out in `faqtui.clipboard.osc52`; programs are run by `Surroundings.run` with a time limit.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Protocol

from faqtui.clipboard import osc52
from faqtui.errors import ClipboardError

TIME_LIMIT = 1.0
"""Seconds that all helper programs of a copy may take together: the screen waits for them."""

LEAST = 0.1
"""Seconds that each may have, however late it is asked."""

Run = Callable[[Sequence[str], str | None], str | None]
"""Runs a program with a text on its standard input; its output, or None where it failed or is not there."""


class Surroundings(NamedTuple):
    """What decides the way: the environment, how to reach the terminal, how to run a program, who our ancestors are."""

    env: Mapping[str, str]
    write: Callable[[str], None]
    run: Run
    ancestors: Callable[[], Sequence[str]]
    tty: Callable[[], str]


class Backend(Protocol):
    """One way to the clipboard. `name` identifies it, `place` ends the sentence "sent ... to"."""

    name: str
    place: str

    def fits(self, around: Surroundings) -> bool:
        """Whether this is the way to take here."""

    def send(self, text: str, around: Surroundings) -> str | None:
        """Deliver `text`, or raise `ClipboardError`. Returns where it got to, where that is not `place`."""


class TmuxPassthrough:
    """tmux that hands wrapped sequences on: exact, whatever its set-clipboard is."""

    name = "tmux-passthrough"
    place = "your terminal (through tmux)"

    def fits(self, around: Surroundings) -> bool:
        """Inside a tmux whose allow-passthrough is on, or one from before 3.3, which always passes."""
        if not inside_tmux(around):
            return False
        setting = around.run(["tmux", "show-options", "-Apv", "allow-passthrough"], None)
        if setting is not None and setting.strip():
            return setting.strip() in ("on", "all")
        version = around.run(["tmux", "display-message", "-p", "#{version}"], None)
        return version is not None and tmux_version(version) < (3, 3)

    def send(self, text: str, around: Surroundings) -> None:
        """Write the wrapped sequence."""
        around.write(osc52.through_tmux(text))


class TmuxBuffer:
    """tmux as it is configured by default: it takes the text itself and tells the outer terminal."""

    name = "tmux-buffer"
    place = "your terminal (tmux buffer)"

    def fits(self, around: Surroundings) -> bool:
        """Inside any tmux."""
        return inside_tmux(around)

    def send(self, text: str, around: Surroundings) -> str | None:
        """Load a buffer; ``-w`` sends it on (tmux 3.2 and later), but not to a terminal that tmux knows no clipboard of."""
        if around.run(["tmux", "load-buffer", "-w", "-"], text) is None:
            raise ClipboardError("tmux did not take the text")
        features = around.run(["tmux", "display-message", "-p", "#{client_termfeatures}"], None)
        if features is not None and features.strip() and "clipboard" not in features:
            return "tmux's buffer only: its terminal is not known to take a clipboard"
        return None


class Screen:
    """GNU screen, which hands on short pieces."""

    name = "screen"
    place = "your terminal (through screen)"

    def fits(self, around: Surroundings) -> bool:
        """Inside screen."""
        return bool(around.env.get("STY"))

    def send(self, text: str, around: Surroundings) -> None:
        """Write the pieces."""
        around.write(osc52.through_screen(text))


class Mosh:
    """mosh, which carries the sequence up to a size."""

    name = "mosh"
    place = "your terminal (through mosh)"

    def fits(self, around: Surroundings) -> bool:
        """A mosh-server is among the ancestors."""
        return any(name == "mosh-server" for name in around.ancestors())

    def send(self, text: str, around: Surroundings) -> None:
        """Write the sequence, unless it is too long to arrive."""
        size = len(text.encode("utf-8", "replace"))
        if size > osc52.MOSH_LIMIT:
            raise ClipboardError(f"mosh carries {osc52.MOSH_LIMIT:,} bytes to the clipboard, this is {size:,}")
        around.write(osc52.plain(text))


class RemoteTerminal:
    """Over SSH: helpers here would fill the clipboard of the wrong machine."""

    name = "ssh"
    place = "your terminal (over SSH)"

    def fits(self, around: Surroundings) -> bool:
        """Logged in over SSH."""
        return bool(around.env.get("SSH_TTY") or around.env.get("SSH_CONNECTION"))

    def send(self, text: str, around: Surroundings) -> None:
        """Write the sequence."""
        around.write(osc52.plain(text))


class LocalHelper:
    """A program of this desktop that owns its clipboard."""

    def __init__(self, name: str, command: Sequence[str], needs: str | None) -> None:
        self.name = name
        self.place = f"the clipboard ({name})"
        self.command = command
        self.needs = needs

    def fits(self, around: Surroundings) -> bool:
        """Its display is there, and so is the program."""
        from shutil import which  # only where nothing nearer fits

        if self.needs is not None and not around.env.get(self.needs):
            return False
        return which(self.command[0], path=around.env.get("PATH", os.defpath)) is not None

    def send(self, text: str, around: Surroundings) -> None:
        """Hand the text over on standard input."""
        if around.run(self.command, text) is None:
            raise ClipboardError(f"{self.name} did not take the text")


class Terminal:
    """The terminal itself: always there, and nothing is run."""

    name = "terminal"
    place = "your terminal"

    def fits(self, around: Surroundings) -> bool:  # noqa: ARG002 - it always fits
        """Everywhere."""
        return True

    def send(self, text: str, around: Surroundings) -> None:
        """Write the sequence."""
        around.write(osc52.plain(text))


BACKENDS: tuple[Backend, ...] = (
    TmuxPassthrough(),
    TmuxBuffer(),
    Screen(),
    Mosh(),
    RemoteTerminal(),
    LocalHelper("wl-copy", ["wl-copy"], "WAYLAND_DISPLAY"),
    LocalHelper("xclip", ["xclip", "-selection", "clipboard"], "DISPLAY"),
    LocalHelper("pbcopy", ["pbcopy"], None),
    LocalHelper("clip.exe", ["clip.exe"], "WSL_DISTRO_NAME"),
    Terminal(),
)


def inside_tmux(around: Surroundings) -> bool:
    """Whether tmux is what stands next to us; with screen inside tmux, the pane's terminal is not ours."""
    if not around.env.get("TMUX"):
        return False
    if not around.env.get("STY"):
        return True
    pane = around.run(["tmux", "display-message", "-p", "#{pane_tty}"], None)
    return pane is not None and pane.strip() == around.tty()


def tmux_version(text: str) -> tuple[int, int]:
    """``3.3a`` is (3, 3); what cannot be read is taken as new."""
    digits = "".join(c if c.isdigit() or c == "." else " " for c in text).split()
    parts = digits[0].split(".") if digits else []
    if len(parts) < 2 or not all(parts[:2]):
        return (99, 0)
    return int(parts[0]), int(parts[1])


def run_program(env: Mapping[str, str]) -> Run:
    """A `Run` that really runs programs, with `TIME_LIMIT` and without their output reaching the screen."""
    deadline = monotonic() + TIME_LIMIT

    def run(command: Sequence[str], text: str | None) -> str | None:
        import subprocess  # 6 ms, on the first copy only

        # xclip and wl-copy stay behind as owners of the selection: a pipe they inherit would never close.
        keep = text is None
        try:
            done = subprocess.run(
                command,
                input=None if text is None else text.encode("utf-8", "replace"),
                stdin=subprocess.DEVNULL if text is None else None,
                stdout=subprocess.PIPE if keep else subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=max(LEAST, deadline - monotonic()),
                env=dict(env),
                check=False,
                start_new_session=True,
            )
        except (OSError, subprocess.SubprocessError, ValueError):
            return None
        if done.returncode:
            return None
        return done.stdout.decode("utf-8", "replace") if keep else ""

    return run


def ancestors(proc: Path = Path("/proc")) -> list[str]:
    """The names of the processes above this one, nearest first; empty where there is no ``/proc``."""
    names: list[str] = []
    pid = os.getppid()
    while pid > 1 and len(names) < 64:
        try:
            stat = (proc / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            break
        name, _, rest = stat.partition("(")[2].rpartition(")")
        names.append(name)
        pid = int(rest.split()[1])
    return names


def own_tty() -> str:
    """The device of the terminal the program runs in, such as ``/dev/pts/3``; empty where there is none."""
    for descriptor in (0, 1, 2):
        try:
            return os.ttyname(descriptor)
        except OSError:
            continue
    return ""
