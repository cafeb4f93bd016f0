"""The way between Textual and the terminal: input without polling, one write a frame, and leaving cleanly, always.

What differs from Textual's own driver:

- Keys are read by the event loop itself. Nothing wakes up while nothing happens, and leaving waits for no thread.
- What a frame writes goes out in one piece, from a thread, so that a terminal that stops reading stops nobody. Frames
  that pile up for it are dropped, and when it reads again the screen is painted anew.
- The end of input and a hang-up end the program at once.
- SIGTERM, SIGHUP, SIGQUIT and SIGINT restore the terminal, also while output is blocked, and then do what they do.
- The mouse reports clicks, wheel and drags, not every movement. The keyboard protocol of kitty, focus reports and
  resizing in band are left alone: nothing here needs them, and each is a mode that could stay on.

Of Textual's private parts (8.2) it uses ``LinuxDriver`` with ``_app``, ``_loop``, ``_debug``, ``_mouse``,
``attrs_before``, ``_must_signal_resume``, ``_patch_lflag`` and ``_patch_iflag``, and ``XTermParser`` with ``feed``,
``tick`` and ``_timeout_time``. `driver_class` checks that they are there, and falls back to the stock driver.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
import tty
from codecs import getincrementaldecoder
from collections.abc import Mapping
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from faqtui.tui.frame_writer import FrameWriter, write_at_once

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

FATAL = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
HANG_UP_CODE = 128 + signal.SIGHUP

MOUSE_ON = "\x1b[?1000h\x1b[?1002h\x1b[?1006h"  # clicks, drags, coordinates beyond 223 (xterm ctlseqs)
MOUSE_OFF = "\x1b[?1006l\x1b[?1002l\x1b[?1000l"
ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"  # alternate screen, no cursor, bracketed paste, no wrapping
LEAVE = "\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
ASK_SYNCHRONIZED = "\x1b[?2026$p"  # DECRQM: may a frame be announced as one? Nobody waits for the answer.
NEVER_ASKED = ("linux", "vt100", "vt102", "vt220", "ansi", "dumb", "screen")
"""Terminals that print the question."""

TICK = 0.01
"""Seconds beyond Textual's escape delay after which a lone escape is taken for the key."""

_PRIVATE = ("_enable_mouse_support", "_disable_mouse_support", "_patch_lflag", "_patch_iflag", "_sigtstp_application")


def why_stock(env: Mapping[str, str]) -> str | None:
    """Why the stock driver is used, or None where this one is."""
    if env.get("FAQTUI_DRIVER") == "stock":
        return "FAQTUI_DRIVER=stock"
    missing = [name for name in _PRIVATE if not hasattr(LinuxDriver, name)]
    if missing or not hasattr(XTermParser, "tick"):
        return "this Textual has no " + ", ".join(missing or ["XTermParser.tick"])
    return None


def driver_class(env: Mapping[str, str]) -> type[Driver] | None:
    """The driver to use; None means Textual's own."""
    return None if why_stock(env) else FaqtuiDriver


class FaqtuiDriver(LinuxDriver):
    """Textual's Linux driver with input, output and leaving of our own."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._output = sys.__stderr__.fileno() if sys.__stderr__ is not None else 2
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._writer: FrameWriter | None = None
        self._reading = False
        self._tick_handle: asyncio.TimerHandle | None = None
        self._handlers: dict[int, Any] = {}

    # -- output

    def write(self, data: str) -> None:
        """Collect what belongs to a frame."""
        if self._writer is not None:
            self._writer.write(data)

    def flush(self) -> None:
        """Send the frame."""
        if self._writer is not None:
            self._writer.flush()

    def _caught_up(self) -> None:
        """The terminal reads again after frames were dropped: what it shows is unknown, so paint everything."""
        with suppress(Exception):  # between two screens there may be none to paint
            self._app.screen.refresh(layout=True)

    # -- the terminal's modes

    def start_application_mode(self) -> None:
        """Take the terminal: modes, input, signals."""
        if not self._in_foreground():
            return
        self._loop = asyncio.get_running_loop()
        self._writer = FrameWriter(self._output, lambda: self._loop.call_soon_threadsafe(self._caught_up))
        self._writer.start()
        for number in FATAL:
            self._handlers[number] = signal.signal(number, self._die)
        self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)
        self._tell_size()
        self._raw_mode()
        self.write(ENTER)
        self._enable_mouse_support()
        if os.environ.get("TERM", "").split("-")[0] not in NEVER_ASKED:
            self.write(ASK_SYNCHRONIZED)
        self.flush()
        self._loop.add_reader(self.fileno, self._read)
        self._reading = True
        if self._must_signal_resume:
            self._must_signal_resume = False
            self.send_message(self.SignalResume())

    def _in_foreground(self) -> bool:
        """Whether the terminal lets us touch it; in the background (``bg``) the kernel stops us instead."""
        if not os.isatty(self.fileno):
            return True
        stop_again = lambda *_: os.kill(os.getpid(), signal.SIGSTOP)  # noqa: E731
        before = {number: signal.signal(number, stop_again) for number in (signal.SIGTTOU, signal.SIGTTIN)}
        try:
            termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))
        except termios.error:
            return False
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        return True

    def _raw_mode(self) -> None:
        try:
            self.attrs_before = termios.tcgetattr(self.fileno)
            attributes = termios.tcgetattr(self.fileno)
            attributes[tty.LFLAG] = self._patch_lflag(attributes[tty.LFLAG])
            attributes[tty.IFLAG] = self._patch_iflag(attributes[tty.IFLAG])
            attributes[tty.CC][termios.VMIN] = 1
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
        except termios.error:
            self.attrs_before = None

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write(MOUSE_ON)
            self.flush()

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write(MOUSE_OFF)
            self.flush()

    def _tell_size(self) -> None:
        width, height = self._get_terminal_size()
        size = Size(width, height)
        self.send_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """Read no more."""
        if self._reading:
            self._reading = False
            self._loop.remove_reader(self.fileno)
            self._loop.remove_signal_handler(signal.SIGWINCH)
        if self._tick_handle is not None:
            self._tick_handle.cancel()
            self._tick_handle = None

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        self.write((MOUSE_OFF if self._mouse else "") + LEAVE)
        self.flush()
        # What was typed and not read belongs to nobody now; the shell must not get half an escape sequence.
        with suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCIFLUSH)
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        self._handlers.clear()

    def close(self) -> None:
        """Wait until everything is written, but not for a terminal that is stuck."""
        if self._writer is not None:
            self._writer.stop()
            self._writer = None

    # -- input

    def _read(self) -> None:
        try:
            data = os.read(self.fileno, 65536)
        except BlockingIOError:
            return
        except OSError:  # the terminal is gone (EIO)
            data = b""
        if not data:
            self.disable_input()
            self._app.exit(return_code=HANG_UP_CODE)
            return
        text = self._decode(data)
        if text:
            self._process(self._parser.feed(text))
        if self._tick_handle is not None:
            self._tick_handle.cancel()
            self._tick_handle = None
        if self._parser._timeout_time is not None:
            self._tick_handle = self._loop.call_later(constants.ESCAPE_DELAY + TICK, self._tick)

    def _tick(self) -> None:
        self._tick_handle = None
        self._process(self._parser.tick())

    def _process(self, messages: Any) -> None:
        for message in messages:
            self.process_message(message)

    # -- leaving in a hurry

    def _die(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the signature of a handler
        """Restore the terminal without waiting for anything, then let the signal do what it does by default."""
        write_at_once(self._output, ((MOUSE_OFF if self._mouse else "") + LEAVE).encode())
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
