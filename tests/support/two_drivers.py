"""The real program with Textual's driver and with ours side by side, each on a terminal on paper, brought to rest together.

Programs are at rest when they have read every key, their main thread sleeps and nothing has been sent for a moment: what
the kernel says, so that nobody waits longer than they work, and nothing is compared before it is there.
"""

from __future__ import annotations

import array
import fcntl
import os
import select
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from faqtui.wire.charset import in_charset
from support.patience import Patience
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.reference_terminal import ReferenceTerminal, first_difference

STILL = 0.025
"""Seconds of sleep and silence that count as rest: a frame of Textual's waits for a sixtieth of a second."""

STILL_ELSEWHERE = 0.3
"""Seconds of silence alone that count as rest, where the kernel does not say who sleeps (not Linux)."""

ESCAPE = 0.13
"""Seconds until a lone escape that was read is the key: a tenth, and a little."""


class Session:
    """The program in a terminal of 80 by 24, its stream fed to the terminal on paper; `command` starts it elsewhere."""

    def __init__(
        self, home: Path, arguments: Sequence[str], env: Mapping[str, str], *, command: Sequence[str] = ()
    ) -> None:
        self.pty = PtyTerminal(command or [*FAQTUI, *arguments], env=environment(home, **env))
        self.paper = ReferenceTerminal(80, 24)
        self._fed = 0
        self._seen: tuple[object, ...] = ()
        self._since = time.monotonic()
        self._delay = 0.0
        """Seconds from when the last key was read until the program takes it for one."""
        # Textual's driver sends UTF-8 to every terminal.
        self._charset = "ascii" if env.get("LC_ALL") == "C" else "utf-8"

    def send(self, key: str) -> None:
        """Type."""
        self.pty.send(key)
        self._delay = ESCAPE if key == "\x1b" else 0.0
        self._since = time.monotonic() + self._delay

    def resize(self, width: int, height: int) -> None:
        """Another size, for both."""
        self.paper.resize(width, height)
        self.pty.resize(width, height)
        self._since = time.monotonic()

    def read(self) -> None:
        """Take what has come; it is not drawn before rest, when no sequence can be cut in two."""
        try:
            self.pty.output += os.read(self.pty.master, 1 << 16)
        except OSError:
            return

    def draw(self) -> None:
        """Bring the paper up to date."""
        data = self.pty.output
        if not self._fed:  # what came before the screen was entered is not ours
            self._fed = max(0, data.find(b"\x1b[?1049h"))
        self.paper.feed(in_charset(data[self._fed :].decode(), self._charset).decode())
        self._fed = len(data)

    def at_rest(self) -> bool:
        """Whether every key was read and nothing has happened since for a moment."""
        assert self.pty.process.poll() is None, f"it has ended: {self.pty.output[-500:]!r}"
        unread = array.array("i", [0])
        fcntl.ioctl(self.pty.slave, termios.FIONREAD, unread)
        here = Path(f"/proc/{self.pty.process.pid}")
        sleeps, ran, still = True, "", STILL_ELSEWHERE
        if here.exists():
            sleeps = (here / "stat").read_text().rpartition(")")[2].split()[0] == "S"
            ran, still = (here / "schedstat").read_text(), STILL
        seen = (len(self.pty.output), unread[0], ran)
        now = time.monotonic()
        if seen != self._seen or unread[0] or not sleeps:
            self._seen, self._since = seen, max(now + (self._delay if unread[0] else 0), self._since)
        return now - self._since >= still


def _patience(sessions: Sequence[Session], seconds: float) -> Patience:
    return Patience(seconds, *(session.pty.process.pid for session in sessions))


def rest(sessions: Sequence[Session], seconds: float = 20) -> None:
    """Read until all are at rest, then draw."""
    patience = _patience(sessions, seconds)
    readers = {session.pty.master: session for session in sessions}
    while True:
        for ready in select.select(list(readers), [], [], STILL / 4)[0]:
            readers[ready].read()
        rested = [session.at_rest() for session in sessions]
        if all(rested):
            break
        assert patience.lasts, "it never rests"
    for session in sessions:
        session.draw()


def started(sessions: Sequence[Session], shown: str = "^Q quit", seconds: float = 30) -> None:
    """Wait until all show `shown` in their last line."""
    patience = _patience(sessions, seconds)
    while True:
        rest(sessions)
        if all(shown in session.paper.lines[-1] for session in sessions):
            return
        assert patience.lasts, [session.paper.lines for session in sessions]


def same(one: Session, other: Session, after: str, seconds: float = 8) -> None:
    """Both show the same when they are at rest; one may be waiting for a timer of its own to get there."""
    patience = _patience([one, other], seconds)
    while True:
        rest([one, other])
        difference = first_difference(one.paper, other.paper)
        if not difference:
            return
        assert patience.lasts, f"after {after}: {difference}"
