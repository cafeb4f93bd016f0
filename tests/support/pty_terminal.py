"""A terminal in memory with a real pty: runs a program, types, reads its screen and every byte it sent."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyte

from faqtui.wire.modes import ENTER
from faqtui.wire.replies import ATTRIBUTES
from support.patience import Patience, Watch

FAQTUI = [sys.executable, "-m", "faqtui"]
PRIVATE_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
DRIVEN = re.compile(rb"\x1b\[\?1000h|\x1b\[\?2026\$p")
KEYBOARD_PUSH, KEYBOARD_POP = re.compile(rb"\x1b\[>\d+u"), re.compile(rb"\x1b\[<\d*u")
OSC_52 = re.compile(rb"\x1b\]52;([^;]*);([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b[P_^][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)


class PtyTerminal:
    """A program in a pty of `columns` by `rows`; its screen is emulated, its bytes are kept in `output`.

    What is awaited has not come before the driver is there, unless `early` is asked for: a first frame is painted before it.
    It answers what every terminal answers, what kind it is, while it `says_what_it_is`.
    """

    says_what_it_is = True

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        home: Path | None = None,
        early: bool = False,
    ) -> None:
        self.early = early
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._pending = b""
        self.output = b""
        self.master, self.slave = os.openpty()
        self._set_size(columns, rows)
        self.attributes_before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            [str(word) for word in argv],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=dict(env) if env is not None else environment(home),
            start_new_session=True,
            preexec_fn=self._take_terminal,
        )

    def _take_terminal(self) -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        for number in (signal.SIGINT, signal.SIGHUP):  # which whoever runs this may ignore
            signal.signal(number, signal.SIG_DFL)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> PtyTerminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.master, self.slave):
            if descriptor >= 0:
                os.close(descriptor)
        self.master = self.slave = -1

    def pump(self, seconds: float) -> bool:
        """Read what comes within `seconds`; False when nothing did."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        if (data := self._received(65536)) is None:
            return False
        data = self._pending + data
        cut = data.rfind(b"\x1b")
        # A sequence may be cut by the read: keep its beginning until the rest has come.
        if (
            cut >= 0
            and len(data) - cut < 64
            and not re.match(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[^\[\]P_^]|[\]P_^].*(\x07|\x1b\\))", data[cut:], re.S)
        ):
            data, self._pending = data[:cut], data[cut:]
        else:
            self._pending = b""
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        return True

    def _received(self, most: int) -> bytes | None:
        """So many bytes at most of what has come, answered and kept in `output`; None at the end."""
        try:
            data = os.read(self.master, most)
        except OSError:
            return None
        self.answer(data)
        self.output += data
        return data

    def answer(self, data: bytes) -> None:
        """Say what kind of terminal it is where `data`, which was just read, asks that: every terminal does."""
        asked = (self.output[-2:] + data).count(ATTRIBUTES)
        if asked and self.says_what_it_is:
            with suppress(OSError):
                os.write(self.master, b"\x1b[?62;22c" * asked)

    def fill(self) -> None:
        """Read nothing, and put in nulls, which no terminal shows, until not a byte more fits: the program is blocked."""
        descriptor = os.open(os.ttyname(self.slave), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        try:
            while select.select([], [descriptor], [], 0.1)[1]:
                with suppress(BlockingIOError):
                    while os.write(descriptor, bytes(4096)):
                        pass
        finally:
            os.close(descriptor)

    def catch_up(self, quiet: float = 0.5) -> None:
        """Read megabytes that were held up, and draw the last picture of them only: emulating all takes long."""
        start = len(self.output)
        while select.select([self.master], [], [], quiet)[0]:
            if self._received(1 << 20) is None:
                break
        self._pending = b""
        last = self.output.rfind(b"\x1b[2J", start)
        if last >= 0:
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", self.output[last:]))

    def drain(self, quiet: float) -> None:
        """Read until nothing has come for `quiet` seconds; what the screen shows of it is not looked at."""
        while select.select([self.master], [], [], quiet)[0]:
            if self._received(1 << 16) is None:
                return

    @property
    def text(self) -> str:
        """The screen, one line a row, without trailing blanks."""
        screen = self.screen  # its own display fails on half of a wide character whose other half is written over
        rows = ("".join([screen.buffer[y][x].data for x in range(screen.columns)]) for y in range(screen.lines))
        return "\n".join(row.rstrip() for row in rows)

    def wait_for(self, wanted: str | Callable[[str], object], seconds: float = 20.0) -> str:
        """Read until the screen has `wanted`; fails with the screen as it is when it never comes."""
        found = wanted if callable(wanted) else lambda text: wanted in text
        patience = Patience(seconds, self.process.pid)
        while patience.lasts:
            if found(self.text) and (self.early or self._is_driven()):
                return self.text
            if not self.pump(0.05) and self.process.poll() is not None and not self.pump(0.05):
                break
        assert found(self.text), f"never saw {wanted!r}; the screen is\n{self.text}\nlast bytes {self.output[-300:]!r}"
        return self.text

    def _is_driven(self) -> bool:
        """Whether it is not faqtui that has just entered the terminal: its driver then switches the mouse on, or asks.

        Where it does neither, it is there when a second has been quiet.
        """
        entered = self.output.rfind(ENTER.encode())
        return entered < 0 or bool(DRIVEN.search(self.output, entered)) or self.is_quiet(1.0)

    def is_quiet(self, seconds: float) -> bool:
        """Whether nothing comes for so long; False as soon as something does.

        Time in which the program waits for a processor does not count, and while it works it is not quiet yet.
        """
        watch = Watch(self.process.pid)
        patience = Patience(max(10.0, 2 * seconds), self.process.pid)
        while not self.pump(max(0.01, seconds - watch.seconds)):
            if (watch.seconds >= seconds and not watch.is_busy) or not patience.lasts:
                return True
        return False

    def settle(self, quiet: float = 0.3, seconds: float = 10.0) -> str:
        """Read until nothing has come for `quiet` seconds."""
        patience = Patience(seconds, self.process.pid)
        while patience.lasts and not self.is_quiet(quiet):
            pass
        return self.text

    def send(self, keys: str | bytes) -> None:
        """Type."""
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def flood(self, keys: bytes, seconds: float) -> int:
        """Type `keys` again and again for so long, as fast as they are taken; how many bytes were."""
        os.set_blocking(self.master, False)
        taken, end = 0, time.monotonic() + seconds
        while time.monotonic() < end:
            with suppress(BlockingIOError):
                taken += os.write(self.master, keys[taken % len(keys) :])
            self.pump(0.001)
        with suppress(BlockingIOError):  # not in the middle of a sequence
            taken += os.write(self.master, keys[taken % len(keys) :])
        os.set_blocking(self.master, True)
        return taken

    def type(self, keys: str | bytes, quiet: float = 0.3) -> str:
        """Type, and wait until the program has reacted."""
        self.send(keys)
        return self.settle(quiet)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, as when a window is dragged."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def claim(self, columns: int, rows: int) -> None:
        """Say that it has another size, of up to 65535 by 65535; the screen that is read stays as it is."""
        self._set_size(columns, rows)

    def hang_up(self) -> None:
        """The connection is gone."""
        os.close(self.slave)
        os.close(self.master)
        self.master = self.slave = -1

    def wait_exit(self, seconds: float = 10.0) -> int:
        """The exit status, as `subprocess` tells it; everything the program still sent is read."""
        patience = Patience(seconds, self.process.pid)
        while patience.lasts:
            if self.master >= 0:
                self.pump(0.05)
            else:
                time.sleep(0.02)
            if self.process.poll() is not None:
                while self.master >= 0 and self.pump(0.05):
                    pass
                return self.process.returncode
        raise AssertionError(f"still running after {seconds} s; the screen is\n{self.text}")

    # -- what must be true afterwards

    def modes_left_on(self) -> list[str]:
        """Private modes that were switched on and not off again; cursor and line wrap the other way round."""
        state: dict[str, bool] = {}
        for numbers, letter in PRIVATE_MODE.findall(self.output):
            for number in numbers.decode().split(";"):
                state[number] = letter == b"h"
        normally_on = {"25", "7"}
        left = [mode for mode, on in state.items() if on != (mode in normally_on)]
        if len(KEYBOARD_PUSH.findall(self.output)) > len(KEYBOARD_POP.findall(self.output)):
            left.append("keyboard")
        return left

    def mouse_is_off(self) -> bool:
        """Whether reports of the mouse were switched off last, so that dragging selects."""
        last = [letter for numbers, letter in PRIVATE_MODE.findall(self.output) if b"1000" in numbers.split(b";")]
        return not last or last[-1] == b"l"

    def attributes_restored(self) -> bool:
        """Whether echo, line mode and the like are as they were."""
        return termios.tcgetattr(self.slave) == self.attributes_before

    def clipboard(self) -> list[str]:
        """The texts this terminal was asked to take into its clipboard, in order."""
        return [b64decode(body).decode() for _, body in OSC_52.findall(self.output)]


def environment(home: Path | None = None, **more: str) -> dict[str, str]:
    """A plain environment: nothing of whoever runs the tests gets in."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH") if name in os.environ}
    # An editor that does nothing: a test that presses random keys must not get into a real one.
    kept |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "SHELL": "/bin/sh", "EDITOR": "true"}
    if home is not None:
        kept["HOME"] = str(home)
    return kept | more
