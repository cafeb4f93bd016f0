"""The way between Textual and the terminal: input without polling, only what changed on the wire, leaving cleanly, always.

What differs from Textual's own driver:

- Keys are read by the event loop itself (`faqtui.tui.input`), and leaving waits for no thread.
- What Textual draws is sent as a difference to what the terminal shows, when the link takes it (`faqtui.wire.display`).
- What is painted already (`faqtui.start.first_frame`) is taken over.
- The end of input and a hang-up end the program at once, also with SIGHUP ignored.
- SIGTERM, SIGHUP, SIGQUIT and SIGINT restore the terminal, also while output is blocked, and then do what they do.
- Suspending gives the terminal back, and coming back paints it anew. Where nobody could wake us nothing stops.
- The mouse reports clicks, wheel and drags, not every movement. The keyboard protocol of kitty, focus reports and
  resizing in band are left alone: nothing here needs them, and each is a mode that could stay on.

Of Textual's private parts (8.2) it uses ``LinuxDriver`` with ``_app``, ``_loop``, ``_debug``, ``_mouse``, ``_size``,
``_auto_restart``, ``attrs_before``, ``_get_terminal_size``, ``_patch_lflag`` and ``_patch_iflag``. `why_stock` checks that they
and those of `faqtui.tui.input` are there; where one is missing the stock driver is used.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
import tty
from collections.abc import Mapping
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from faqtui.host import ending, suspending
from faqtui.host.secure import is_on
from faqtui.host.terminal import Terminal, as_given, clamped
from faqtui.start import first_frame
from faqtui.start.kept import Frame
from faqtui.tui.forgetting import forget_sizes
from faqtui.tui.input import Input
from faqtui.wire.display import Display
from faqtui.wire.modes import MOUSE_OFF, MOUSE_ON
from faqtui.wire.replies import BACKGROUND

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver
    from textual.message import Message

    from faqtui.start.first_frame import Painted

HANG_UP_CODE = 128 + signal.SIGHUP

SETTLED = 0.1
"""Seconds after a change of size when everything is painted once more: what did not change costs no byte."""

_PRIVATE = ("_patch_lflag", "_patch_iflag", "_get_terminal_size", "_sigtstp_application", "_sigcont_application")


def why_stock(env: Mapping[str, str]) -> str | None:
    """Why the stock driver is used, or None where this one is."""
    if env.get("FAQTUI_DRIVER") == "stock":
        return "FAQTUI_DRIVER=stock"
    missing = [f"LinuxDriver.{name}" for name in _PRIVATE if not hasattr(LinuxDriver, name)]
    if missing:
        return "this Textual has no " + ", ".join(missing)
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
        for number in (signal.SIGTSTP, signal.SIGCONT):  # theirs come on and off with the modes; see there
            signal.signal(number, signal.SIG_DFL)
        if self._size is None:
            self._size = self._get_terminal_size()
        terminal = Terminal.from_environment(as_given(os.environ))
        self._display = Display(terminal, self._size, self.fileno, mouse=mouse)
        self._input = Input(
            self.fileno,
            terminal.charset,
            console=terminal.console,
            typed=self.process_message,
            answered=self._display.answered,
            coloured=self._coloured,
            ended=self._hung_up,
            knows=getattr(app, "knows", lambda _: False),
            when_done=getattr(app, "when_done", lambda then: then()),
            size=lambda: self._display.size,
        )
        self._listens = False
        self._typed_before = b""
        self._awaits_background = False
        self._settled_handle: asyncio.TimerHandle | None = None
        self._handlers: dict[int, Any] = {}

    # -- output

    def write(self, data: str) -> None:
        """Collect what belongs to a frame."""
        self._display.write(data)

    def flush(self) -> None:
        """Send what has changed by it."""
        self._display.flush(self._app.size)

    @property
    def is_slow(self) -> bool:
        """Whether the link is known to be so slow that a frame takes a while."""
        return self._display.is_slow

    def first_frame(self) -> Frame | None:
        """What would draw the screen as it is; None where a key may have changed it."""
        display = self._display
        if not display.is_open or self._listens or display.terminal.charset != "utf-8":
            return None
        return Frame(display.text(), display.size, display.leave, BACKGROUND if self._asks_background else b"")

    @property
    def _asks_background(self) -> bool:
        return getattr(self._app, "asks_background", False)

    def ask_background(self) -> None:
        """Ask the terminal for its background; the app is told where an answer comes."""
        self._awaits_background = True
        self._display.ask_background()

    def _coloured(self, colour: str) -> None:
        """An answer about the background; one that nobody has asked for, or that comes while leaving, changes nothing."""
        self._display.told_background()
        if self._awaits_background and self._display.is_open:
            self._awaits_background = False
            self._app.background_told(colour)  # type: ignore[attr-defined] # whoever asks is told

    def reports_mouse(self) -> None:
        """Have the mouse from now on, though the session began without it."""
        self._mouse = True
        self._display.reports_mouse()

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write(MOUSE_ON)
            self.flush()

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write(MOUSE_OFF)
            self.flush()

    # -- taking the terminal

    def start_application_mode(self) -> None:
        """Take the terminal: modes, input, signals."""
        painted = self._take()
        self._tell_size()
        if painted is not None and not painted.disturbed and painted.frame.size == self._display.size:
            self._display.adopt(painted.frame.text)
        if self._listens:
            self._input.start()

    def _take(self) -> Painted | None:
        """Take the terminal, whatever its size; what is painted on it, where all of that was sent."""
        self._loop = asyncio.get_running_loop()
        early = first_frame.take()
        if early is not None:
            self._typed_before = early.typed
        for number in first_frame.FATAL:
            if number not in self._handlers and signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, self._die)
        if early is not None and self.attrs_before is None:
            self.attrs_before = early.attributes
        self._raw_mode()
        painted = early if early is not None and early.whole else None
        self._awaits_background = self._asks_background
        self._display.open(
            self._where(),
            (painted.frame.text, painted.when) if painted is not None else None,
            asks_background=self._awaits_background and (painted is None or not painted.frame.asks),
        )
        if self._awaits_background and painted is not None and painted.frame.asks:
            self._display.asked_background(painted.when)
        self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)
        self._loop.add_signal_handler(signal.SIGTSTP, self._suspend)
        self._loop.add_signal_handler(signal.SIGCONT, self._continued)
        first_frame.welcome_stop()
        return painted

    def take_over(self) -> None:
        """Take another terminal in the place of one that was given back: what is drawn is shown there.

        Only where it has another size the app has something to do.
        """
        self._take()
        if self._get_terminal_size() == self._display.size:
            self._display.resize(self._display.size)
            self._display.show()
        else:
            self._tell_size()
        self._input.start()

    def listen(self) -> None:
        """Begin to read keys, now that there is something that they can act on; what was typed before is still there."""
        if not self._listens:
            self._listens = self._display.answers_are_read = True
            if self._display.is_open:
                self._input.start(self._typed_before)

    def _where(self) -> int:
        """The descriptor to draw on: standard output, or standard error where only that is the terminal."""
        streams = [stream for stream in (sys.__stdout__, sys.__stderr__) if stream is not None]
        for stream in streams:
            with suppress(OSError, ValueError):
                if stream.isatty():
                    return stream.fileno()
        return streams[-1].fileno() if streams else 2

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's own size; COLUMNS and LINES, which a shell may have exported long ago, only where it has none."""
        secure = is_on(os.environ)
        with suppress(OSError):
            width, height = os.get_terminal_size(self._where())
            if width and height:
                return clamped(width, height, secure=secure)
        return clamped(*super()._get_terminal_size(), secure=secure)

    def _raw_mode(self) -> None:
        try:
            attributes = termios.tcgetattr(self.fileno)
            if self.attrs_before is None:
                self.attrs_before = termios.tcgetattr(self.fileno)
            attributes[tty.LFLAG] = self._patch_lflag(attributes[tty.LFLAG])
            attributes[tty.IFLAG] = self._patch_iflag(attributes[tty.IFLAG])
            attributes[tty.OFLAG] &= ~termios.OPOST  # a line feed is one byte that moves down
            attributes[tty.CC][termios.VMIN] = 1
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
        except termios.error:  # no terminal: nothing to set, nothing to restore
            self.attrs_before = None

    def _tell_size(self) -> None:
        """Take the terminal's size, and tell the app."""
        size = Size(*self._get_terminal_size())
        if (size.width, size.height) != self._display.size:
            forget_sizes()
        self._display.resize((size.width, size.height))
        self.send_message(events.Resize(size, size))
        if self._settled_handle is not None:
            self._settled_handle.cancel()
        self._settled_handle = self._loop.call_later(SETTLED, self._settled)

    def _settled(self) -> None:
        self._settled_handle = None
        with suppress(IndexError):  # no screen yet, or no more
            self._app.screen.refresh()

    def send_message(self, message: Message) -> None:
        """Hand `message` to the app; everything here runs in its thread."""
        self._app.post_message(message)

    # -- giving it back

    def disable_input(self) -> None:
        """Read no more, and heed no signal but the fatal ones."""
        if self._settled_handle is not None:
            self._settled_handle.cancel()
            self._settled_handle = None
        self._display.hold_back()
        self._input.stop()
        if self._display.is_open:
            for number in (signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT):
                self._loop.remove_signal_handler(number)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        if self._display.is_open:
            ending.screen_left()
            self._display.close(self._input.read_answers)
        self._restore()
        for number, handler in self._handlers.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        self._handlers.clear()

    def _restore(self) -> None:
        if self.attrs_before is None:
            return
        with suppress(termios.error):
            # What was typed and not read belongs to nobody now; the shell must not get half an escape sequence.
            termios.tcflush(self.fileno, termios.TCIFLUSH)
            termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        self.attrs_before = None

    def close(self) -> None:
        """Nothing is left to do: there is no thread to wait for."""

    def _die(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the signature of a handler
        """Restore the terminal, waiting for answers alone, then let the signal do what it does by default."""
        self._display.leave_at_once()
        self._restore()
        self._remember()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _remember(self) -> None:
        """Have the app keep what it would on quitting; one that is not ours has nothing to keep."""
        remember = getattr(self._app, "remember", None)
        if remember is not None:
            remember()

    def _hung_up(self) -> None:
        self.disable_input()
        self._remember()
        self._app.exit(return_code=HANG_UP_CODE)

    # -- suspending

    def _suspend(self) -> None:
        """SIGTSTP: give the terminal back, stop, and take it again when the shell says so."""
        if (
            is_on(os.environ) or not suspending.has_shell()
        ):  # secure mode: behind a login there is nothing to go back to
            return
        self.stop_application_mode()
        suspending.stop(self.fileno)
        if self._auto_restart:
            self.start_application_mode()
            self.send_message(self.SignalResume())

    def _continued(self) -> None:
        """SIGCONT after a stop that could not be handled (SIGSTOP): the shell has had the terminal meanwhile."""
        suspending.wait_for_foreground(self.fileno)
        if self._display.is_open:
            self.start_application_mode()
