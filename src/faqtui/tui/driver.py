"""The way between Textual and the terminal: input without polling, only what changed on the wire, leaving cleanly, always.

What differs from Textual's own driver:

- Keys are read by the event loop itself. Nothing wakes up while nothing happens, and leaving waits for no thread.
- What Textual draws goes to a grid of cells; a flush sends the difference to what the terminal shows, in one write. While a
  terminal does not read, nothing is sent and nothing piles up: when it reads again it gets the newest picture.
- On a link that answers late the next frame waits until the last has arrived; see `faqtui.wire.pace`.
- The end of input and a hang-up end the program at once, also with SIGHUP ignored.
- SIGTERM, SIGHUP, SIGQUIT and SIGINT restore the terminal, also while output is blocked, and then do what they do.
- Suspending gives the terminal back, and coming back paints it anew. Where nobody could wake us nothing stops.
- The mouse reports clicks, wheel and drags, not every movement. The keyboard protocol of kitty, focus reports and
  resizing in band are left alone: nothing here needs them, and each is a mode that could stay on.

Of Textual's private parts (8.2) it uses ``LinuxDriver`` with ``_app``, ``_loop``, ``_debug``, ``_mouse``, ``_size``,
``_auto_restart``,
``attrs_before``, ``_get_terminal_size``, ``_patch_lflag`` and ``_patch_iflag``, and ``XTermParser`` with ``feed``, ``tick`` and
``_timeout_time``. `why_stock` checks that they are there; where one is missing the stock driver is used.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import select
import signal
import sys
import termios
import tty
from array import array
from codecs import getincrementaldecoder
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from faqtui.host.secure import is_on
from faqtui.host.terminal import Terminal, as_given
from faqtui.start import first_frame
from faqtui.start.first_frame import FATAL
from faqtui.start.kept import Frame
from faqtui.wire.charset import in_charset
from faqtui.wire.difference import Shown
from faqtui.wire.grid import Grid
from faqtui.wire.leaving import leaving
from faqtui.wire.modes import ENTER, MOUSE_OFF, MOUSE_ON
from faqtui.wire.output import PATIENCE, Output
from faqtui.wire.pace import Pace
from faqtui.wire.pens import Pens
from faqtui.wire.replies import KNOWN, QUESTION, Answers

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver
    from textual.message import Message

HANG_UP_CODE = 128 + signal.SIGHUP

TICK = 0.01
"""Seconds beyond Textual's escape delay after which a lone escape is taken for the key."""

SETTLED = 0.1
"""Seconds after a change of size when everything is painted once more: what did not change costs no byte."""

MOST_WAITING = 2_000_000
"""Characters of clipboard sequences and the like that wait for a blocked terminal; beyond, the oldest are given up."""

NEVER_WAKE = ("sshd", "sshd-session", "tmux: server", "screen", "SCREEN", "mosh-server", "login", "init", "systemd")
"""Parents that would leave us stopped for ever, and the person before a dead terminal."""

_PRIVATE = ("_patch_lflag", "_patch_iflag", "_get_terminal_size", "_sigtstp_application", "_sigcont_application")


def why_stock(env: Mapping[str, str]) -> str | None:
    """Why the stock driver is used, or None where this one is."""
    if env.get("FAQTUI_DRIVER") == "stock":
        return "FAQTUI_DRIVER=stock"
    missing = [f"LinuxDriver.{name}" for name in _PRIVATE if not hasattr(LinuxDriver, name)]
    missing += [f"XTermParser.{name}" for name in ("feed", "tick") if not hasattr(XTermParser, name)]
    if not missing and not hasattr(XTermParser(), "_timeout_time"):
        missing.append("XTermParser._timeout_time")
    if missing:
        return "this Textual has no " + ", ".join(missing)
    return None


def driver_class(env: Mapping[str, str]) -> type[Driver] | None:
    """The driver to use; None means Textual's own."""
    return None if why_stock(env) else FaqtuiDriver


_has_left = False


def end_process(code: int) -> None:
    """End the process with `code` where the screen was up and is left; does nothing elsewhere.

    Everything is saved and the terminal restored; taking the interpreter apart would cost the person who waits for the
    prompt another 40 ms.
    """
    if not _has_left:
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


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
        self._terminal = Terminal.from_environment(as_given(os.environ))
        self._parser = XTermParser(debug)
        # Whoever can type more than ASCII where there is only that has a terminal with UTF-8.
        typed = "utf-8" if self._terminal.charset == "ascii" else self._terminal.charset
        self._decode = getincrementaldecoder(typed)("replace").decode
        self._output: Output | None = None
        self._frame: list[str] = []
        self._grid: Grid | None = None
        self._shown: Shown | None = None
        self._pace = Pace()
        self._answers = Answers()
        self._asks_first = False
        self._held_handle: asyncio.TimerHandle | None = None
        self._reading = False
        self._listens = False
        self._tick_handle: asyncio.TimerHandle | None = None
        self._settled_handle: asyncio.TimerHandle | None = None
        self._handlers: dict[int, Any] = {}

    # -- output

    def write(self, data: str) -> None:
        """Collect what belongs to a frame."""
        if self._output is not None:
            self._frame.append(data)

    def flush(self) -> None:
        """Draw the frame on the grid, and send what changed."""
        if not self._frame or self._grid is None:
            return
        data = "".join(self._frame)
        self._frame.clear()
        grid = self._grid
        # A frame made for a size that the terminal no longer has would be drawn all over the place.
        grid.feed(data, draw=self._app.size == (grid.width, grid.height))
        self._send_difference()

    def _send_difference(self) -> None:
        output, grid, shown = self._output, self._grid, self._shown
        if output is None or grid is None or shown is None:
            return
        if self._held_handle is not None:
            self._held_handle.cancel()
            self._held_handle = None
        if output.blocked:
            self._pace.blocked()
            grid.drop_passing(MOST_WAITING)
            return
        now = self._loop.time()
        if wait := self._pace.wait(now):
            grid.drop_passing(MOST_WAITING)
            self._held_handle = self._loop.call_later(wait, self._send_difference)
            return
        passing = grid.take_passing()
        if grid.disturbed:
            grid.disturbed = False
            shown.forget()
        data = in_charset("".join(passing) + shown.encode(grid), self._terminal.charset)
        first, self._asks_first = self._asks_first and self._is_far(), False
        asks = self._terminal.modern and (first or (self._listens and self._pace.worth_asking(now, len(data))))
        if asks:
            data += QUESTION
        if data:
            self._pace.sent(now, len(data), asked=asks)
            output.send(data)

    def _is_far(self) -> bool:
        """Whether the first question is not answered yet when the first frame goes out, or the person is elsewhere."""
        waiting = array("i", [0])
        with suppress(OSError):
            fcntl.ioctl(self.fileno, termios.FIONREAD, waiting)
        return self._terminal.ssh or not waiting[0]

    @property
    def is_slow(self) -> bool:
        """Whether the link is known to be so slow that a frame takes a while."""
        return self._pace.rate is not None

    # -- taking the terminal

    def start_application_mode(self) -> None:
        """Take the terminal: modes, input, signals."""
        self._loop = asyncio.get_running_loop()
        if self._output is None:
            self._output = Output(self._where(), self._loop, self._send_difference)
        width, height = self._get_terminal_size()
        if self._grid is None:
            pens = Pens(links=self._terminal.hyperlinks)
            self._grid = Grid(width, height, pens)
            self._shown = Shown(pens, coloured_erase=self._terminal.erases_in_colour, shifts=self._terminal.modern)
        early = first_frame.take()
        for number in FATAL:
            if number not in self._handlers and signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, self._die)
        if early is not None and self.attrs_before is None:
            self.attrs_before = early.attributes
        self._raw_mode()
        painted = early if early is not None and early.whole else None
        enter = ENTER if painted is None else ""
        if painted is not None:
            self._pace.sent(painted.when, len(painted.frame.text.encode()), asked=False)
        begin = (enter + (MOUSE_ON if self._mouse else "")).encode() + (QUESTION if self._terminal.modern else b"")
        self._output.send(begin)
        self._pace.sent(self._loop.time(), len(begin), asked=self._terminal.modern)
        self._asks_first = self._terminal.modern
        self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)
        self._loop.add_signal_handler(signal.SIGTSTP, self._suspend)
        self._loop.add_signal_handler(signal.SIGCONT, self._continued)
        first_frame.welcome_stop()
        self._tell_size()
        if (
            painted is not None
            and not painted.disturbed
            and painted.frame.size == (width, height)
            and self._shown is not None
        ):
            self._shown.adopt(painted.frame.text, width, height)
        if self._listens:
            self._start_reading()

    def listen(self) -> None:
        """Begin to read keys, now that there is something that they can act on; what was typed before is still there."""
        if not self._listens:
            self._listens = True
            if self._output is not None:
                self._start_reading()

    def _start_reading(self) -> None:
        self._loop.add_reader(self.fileno, self._read)
        self._reading = True

    def first_frame(self) -> Frame | None:
        """What would draw the screen as it is, its size, and what leaves it; None where a key may have changed it."""
        grid = self._grid
        if grid is None or self._output is None or self._listens or self._terminal.charset != "utf-8":
            return None
        text = Shown(grid.pens, coloured_erase=self._terminal.erases_in_colour).draw(grid)
        return Frame(text, (grid.width, grid.height), self._leave())

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
        with suppress(OSError):
            width, height = os.get_terminal_size(self._where())
            if width and height:
                return width, height
        return super()._get_terminal_size()

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

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write(MOUSE_ON)
            self.flush()

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write(MOUSE_OFF)
            self.flush()

    def _tell_size(self) -> None:
        """Take the terminal's size, and tell the app."""
        grid, shown = self._grid, self._shown
        if grid is None or shown is None:
            return
        width, height = self._get_terminal_size()
        shown.forget()
        if (width, height) != (grid.width, grid.height):
            grid.resize(width, height)
        size = Size(width, height)
        self.send_message(events.Resize(size, size))
        if self._settled_handle is not None:
            self._settled_handle.cancel()
        self._settled_handle = self._loop.call_later(SETTLED, self._settled)

    def _settled(self) -> None:
        self._settled_handle = None
        with suppress(IndexError):  # no screen yet, or no more
            self._app.screen.refresh()

    # -- giving it back

    def disable_input(self) -> None:
        """Read no more, and heed no signal but the fatal ones."""
        for handle in (self._tick_handle, self._settled_handle, self._held_handle):
            if handle is not None:
                handle.cancel()
        self._tick_handle = self._settled_handle = self._held_handle = None
        if self._reading:
            self._reading = False
            self._loop.remove_reader(self.fileno)
        if self._output is not None:
            for number in (signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT):
                self._loop.remove_signal_handler(number)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        output, self._output = self._output, None
        self._frame.clear()
        if output is not None:
            global _has_left
            _has_left = True
            passing = "".join(self._grid.take_passing()) if self._grid is not None else ""
            output.finish(in_charset(passing, self._terminal.charset) + self._leave())
            self._wait_for_answers()
            output.close()
        self._restore()
        for number, handler in self._handlers.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        self._handlers.clear()

    def _wait_for_answers(self) -> None:
        """Read what the terminal still answers, and what was typed meanwhile: the shell must not take it for a command."""
        latest = self._loop.time() + PATIENCE
        while (left := min(latest, self._pace.answers_until(now := self._loop.time())) - now) > 0:
            try:
                if not select.select([self.fileno], [], [], left)[0] or not (data := os.read(self.fileno, 65536)):
                    return
            except (OSError, ValueError):  # hung up
                return
            self._take_answers(self._decode(data))

    def _leave(self) -> bytes:
        return leaving(self._terminal, mouse=self._mouse)

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
        """Restore the terminal without waiting for anything, then let the signal do what it does by default."""
        if self._output is not None:
            self._output.finish_at_once(self._leave())
        self._restore()
        self._remember()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _remember(self) -> None:
        """Have the app keep what it would on quitting; one that is not ours has nothing to keep."""
        remember = getattr(self._app, "remember", None)
        if remember is not None:
            remember()

    # -- suspending

    def _suspend(self) -> None:
        """SIGTSTP: give the terminal back, stop, and take it again when the shell says so."""
        if is_on(os.environ):  # secure mode: behind a login there is nothing to go back to
            return
        leader = os.getsid(0) == os.getpid()
        if leader and _parent_name() in NEVER_WAKE:
            return
        self.stop_application_mode()
        # The kernel ignores SIGTSTP where no shell controls us, and a leader of a session has none above it in there.
        os.kill(os.getpid(), signal.SIGSTOP if leader else signal.SIGTSTP)
        self._wait_for_foreground()
        if self._auto_restart:
            self.start_application_mode()
            self.send_message(self.SignalResume())

    def _wait_for_foreground(self) -> None:
        """Stop again while the shell has sent us to the background (``bg``)."""
        with suppress(OSError):
            while os.tcgetpgrp(self.fileno) != os.getpgrp():
                os.kill(os.getpid(), signal.SIGSTOP)

    def _continued(self) -> None:
        """SIGCONT after a stop that could not be handled (SIGSTOP): the shell has had the terminal meanwhile."""
        self._wait_for_foreground()
        if self._output is not None:
            self.start_application_mode()

    # -- input

    def send_message(self, message: Message) -> None:
        """Hand `message` to the app; everything here runs in its thread."""
        self._app.post_message(message)

    def _read(self) -> None:
        try:
            data = os.read(self.fileno, 65536)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:  # the terminal is gone (EIO)
            data = b""
        if not data:
            self.disable_input()
            self._remember()
            self._app.exit(return_code=HANG_UP_CODE)
            return
        if text := self._take_answers(self._decode(data)):
            self._process(self._parser.feed(text))
        if self._tick_handle is not None:
            self._tick_handle.cancel()
            self._tick_handle = None
        if self._parser._timeout_time is not None:
            self._tick_handle = self._loop.call_later(constants.ESCAPE_DELAY + TICK, self._tick)

    def _take_answers(self, text: str) -> str:
        """What in `text` is no answer to a question of ours; an answer may set free a frame that was held back."""
        text, states = self._answers.sort_out(text)
        for state in states:
            self._pace.answered(self._loop.time())
            if self._grid is not None and state in KNOWN:
                self._grid.synchronized = True
        if states and self._output is not None and self._pace.worth_measuring():
            self._pace.sent(self._loop.time(), len(QUESTION), asked=True)
            self._output.send(QUESTION)
        if states and self._held_handle is not None:
            self._send_difference()
        return text

    def _tick(self) -> None:
        self._tick_handle = None
        self._process(self._parser.tick())

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


def _parent_name() -> str:
    """What the parent process is called, "" where that cannot be told; Linux only."""
    try:
        return Path(f"/proc/{os.getppid()}/comm").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
