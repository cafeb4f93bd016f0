"""Starts of the program that wait before they import textual, so that a test can look at what is shown by then."""

from __future__ import annotations

import os
import shutil
import signal
import termios
import time
from pathlib import Path

from support.patience import Patience
from support.pty_terminal import FAQTUI, PtyTerminal, environment

HOLD = """
import os, sys, time

hold, module = os.environ.get("HOLD", ""), os.environ.get("HOLD_AT", "")
reached = os.open(hold + ".reached", os.O_CREAT | os.O_WRONLY)  # now: in secure mode nothing is opened for writing later

class Hold:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.write(reached, b"here")
            while os.path.exists(hold):
                time.sleep(0.01)

sys.meta_path.insert(0, Hold())
"""
"""Waits with importing a module as long as a file is there, so that a test has time for what takes others luck.

Another file has something in it when it has come there.
"""

FAQ = "# Bread\n\nBaked at *night*.\n\n## How long does bread keep?\n\nFour days.\n\n## How do I thaw it?\n\nSlowly.\n"


def rest() -> None:
    """Let files rest, as a frame is kept only of what has: by the clock that they are stamped by, which may be set meanwhile."""
    begun = time.time()
    for _ in range(100):
        time.sleep(0.1)
        if time.time() - begun > LONGEST_STEP:
            return


LONGEST_STEP = 2.2
"""Seconds that file systems count in, and a little."""


class HeldTerminal(PtyTerminal):
    """A terminal whose program waits before it imports textual; `reached` is a file that has something in it when it does."""

    reached: Path


class Place:
    """A home, a FAQ in it that has rested, and starts of the program that can be held before it imports textual."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.hold = home / "hold"
        self.reached = home / "hold.reached"
        self.faq = home / "bread.md"
        self.faq.write_text(FAQ)
        (home / "site").mkdir()
        (home / "site" / "sitecustomize.py").write_text(HOLD)
        rest()

    def start(
        self,
        *,
        held: bool = True,
        at: str = "textual",
        arguments: tuple[str, ...] | None = None,
        size: tuple[int, int] = (80, 24),
        **env: str,
    ) -> HeldTerminal:
        """Start; `held` before textual, or the module `at`, is imported, until `release`."""
        self.reached.unlink(missing_ok=True)
        if held:
            self.hold.touch()
        else:
            self.hold.unlink(missing_ok=True)
        more = {"PYTHONPATH": os.pathsep.join([str(self.home / "site"), os.environ.get("PYTHONPATH", "")])}
        given = [str(self.faq)] if arguments is None else arguments
        variables = environment(self.home, HOLD=str(self.hold), HOLD_AT=at, **more, **env)
        terminal = HeldTerminal([*FAQTUI, *given], env=variables, columns=size[0], rows=size[1], early=True)
        terminal.reached = self.reached
        return terminal

    def release(self) -> None:
        self.hold.unlink()

    def frames(self) -> list[Path]:
        directory = self.home / ".cache/faqtui/frames"
        return list(directory.iterdir()) if directory.exists() else []

    def forget_frames(self) -> None:
        """Take away what earlier sessions kept to show at once."""
        shutil.rmtree(self.home / ".cache/faqtui/frames", ignore_errors=True)

    def once(self, **env: str) -> str:
        """A session that keeps its first frame; returns the screen."""
        before = self._kept()
        screen = self._session(before, **env)
        if self._kept() == before:  # the clock was set back, and nothing had rested
            rest()
            screen = self._session(before, **env)
        return screen

    def _kept(self) -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in self.frames()}

    def _session(self, before: dict[Path, int], **env: str) -> str:
        with self.start(held=False, **env) as terminal:
            terminal.wait_for("^Q quit")
            screen = terminal.settle()
            patience = Patience(10, terminal.process.pid)
            while self._kept() == before and patience.lasts:
                terminal.pump(0.02)
            terminal.process.kill()
            terminal.process.wait()
        return screen


def shown(terminal):
    """Wait for the first frame; nothing else can have drawn it."""
    return terminal.wait_for("^Q quit", 5)


def nothing_shown(terminal):
    """Whether the terminal stays as it was while the program is held."""
    patience = Patience(20, terminal.process.pid)
    while not (terminal.reached.exists() and terminal.reached.stat().st_size):
        terminal.pump(0.02)
        assert patience.lasts, "it never came to importing textual"
    terminal.settle(0.2)
    return terminal.text.strip() == ""


def cells(terminal):
    """What every cell shows, with its attributes."""
    screen = terminal.screen
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


def check_left(terminal):
    """Assert that the terminal is as it was before the program."""
    assert terminal.modes_left_on() == []
    assert terminal.attributes_restored()


def check_typing_meanwhile(place, terminal):
    """Assert that letters typed before textual is imported are not echoed, and find what they name."""
    early = shown(terminal)
    terminal.send("thaw")
    terminal.settle(0.3)
    assert terminal.text == early
    place.release()
    terminal.wait_for(lambda text: "/ thaw" in text and "Slowly." in text)


def check_end_while_stopped(terminal):
    """Assert that a terminal that is stopped from the start on keeps no signal from ending the program."""
    termios.tcflow(terminal.slave, termios.TCOOFF)
    time.sleep(1.5)
    terminal.process.send_signal(signal.SIGTERM)
    patience = Patience(3, terminal.process.pid)
    while terminal.process.poll() is None and patience.lasts:
        time.sleep(0.05)  # reading would not help: nothing comes
    assert terminal.process.poll() == -signal.SIGTERM
    termios.tcflow(terminal.slave, termios.TCOON)
    assert terminal.attributes_restored()


def is_what_comes(place, terminal):
    """Whether the first frame, made for this start, is to the last cell what the screen then shows."""
    shown(terminal)
    terminal.settle()
    early = cells(terminal)
    place.release()
    patience = Patience(10, terminal.process.pid)
    while b"\x1b[?1000h" not in terminal.output and patience.lasts:  # the driver has taken over
        terminal.pump(0.05)
    terminal.settle(0.5)
    return cells(terminal) == early
