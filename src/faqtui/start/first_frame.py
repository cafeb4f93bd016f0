"""A first frame on the terminal before the screen is there: painted, taken over, or taken back.

The terminal is made raw first, so that keys typed meanwhile wait in its queue. Then either the driver takes over (`take`),
whose own first frame is sent as a difference, or the terminal is given back (`leave_now`): before anything is told on it, and
when the program ends. Signals in between restore the terminal as well.

What is painted is the frame that the session before has kept (`faqtui.start.kept`), 20 ms after the start and before
anything heavy is imported, or the one that `faqtui.start.opening` draws a little later.
"""

from __future__ import annotations

import os
import sys
import time

try:
    import _signal  # type: ignore[import-not-found] # what signal, which brings enum and takes 5 ms, is made of
except ImportError:  # a Python that is made otherwise
    import signal as _signal

from faqtui.start import kept
from faqtui.start.kept import Frame

TYPE_CHECKING = False  # see faqtui.host.paths
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import Any

FATAL = (_signal.SIGTERM, _signal.SIGHUP, _signal.SIGQUIT, _signal.SIGINT)
"""What ends the program, as it does when the screen is there: with the terminal restored, and the shell sees by what."""

STUCK = 0.4
"""Seconds that a terminal may take to read anything."""

STARTED = time.time()
"""When this process began, or a few milliseconds later, in seconds since the epoch."""


class Painted:
    """A frame on the screen, and the terminal's modes before it. `whole`: all of it was sent; else nobody knows what shows."""

    def __init__(self, frame: Frame, attributes: list[Any]) -> None:
        self.frame = frame
        self.attributes = attributes
        self.whole = True
        self.when = time.monotonic()
        self.disturbed = False
        """Whether the terminal may show something else by now: it changed its size, or the program was stopped."""
        self.process = os.getpid()
        self.typed = b""
        """What has come from the terminal and was only looked at: it is for whoever reads the keys."""


_painted: Painted | None = None
_arguments: tuple[str, ...] | None = None


def show(arguments: Sequence[str]) -> None:
    """Paint the frame that was kept for these arguments, where one holds. Whatever is wrong with it: nothing is."""
    global _arguments
    if sys.platform == "win32" or "--secure" in arguments or os.environ.get("FAQTUI_SECURE", "") not in ("", "0"):
        return
    _arguments = tuple(arguments)
    if (size := free()) is None:
        return
    try:
        key = kept.key_of(arguments, size)
        found = kept.read(kept.file_name(os.environ, key), key)
    except (OSError, ValueError):
        return
    if found is not None:
        enter, text, leave, asks = found
        paint(Frame(text, size, leave, asks), enter, text.encode())


def begin() -> None:
    """A session begins in a process that was there before it: nothing is painted, none was kept, and its time starts now."""
    global _arguments, _painted, STARTED
    _arguments, _painted, STARTED = (), None, time.time()


def free() -> tuple[int, int] | None:
    """Columns and rows of the terminal where a frame could be painted on it, and none has been."""
    if _arguments is None or _painted is not None or not (os.isatty(0) and os.isatty(1)):
        return None
    try:
        width, height = os.get_terminal_size(1)
    except OSError:
        return None
    return width, height


def paint(frame: Frame, enter: bytes, data: bytes) -> None:
    """Take the terminal: send what enters it, `data`, which is the text of `frame` in its charset, and what the frame asks."""
    global _painted
    import termios

    try:
        # First what restores the terminal, then what it has to be restored from.
        _painted = Painted(frame, termios.tcgetattr(0))
        _heed_signals()
        _make_raw()
        _painted.whole = _write(enter + data + frame.asks)
    except (OSError, ValueError, termios.error):
        leave_now()


def peek() -> bytes:
    """What has come from the terminal since it was asked something behind the frame; nothing is waited for or lost."""
    if _painted is None or not _painted.frame.asks:
        return b""
    import select

    try:
        if select.select([0], [], [], 0)[0]:
            _painted.typed += os.read(0, 4096)
    except OSError:  # it is gone, as whoever reads the keys will see
        return b""
    return _painted.typed


def arguments() -> tuple[str, ...] | None:
    """Those of this process, where a frame could be shown for them; None where it never is."""
    return _arguments


def take() -> Painted | None:
    """The frame that is on the screen, which from now on is the caller's, with what it does about signals."""
    global _painted
    painted, _painted = _painted, None
    if painted is not None:
        _signals_as_before()
    return painted


def welcome_stop() -> None:
    """Let SIGTSTP through, which waits from `show` until there is somebody who handles it."""
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, [_signal.SIGTSTP])


def leave_now() -> None:
    """Give the terminal back, if a frame is shown that nobody has taken."""
    if _painted is None:
        return
    _signal.pthread_sigmask(_signal.SIG_BLOCK, [_signal.SIGINT])  # an interrupt comes before or after this
    if (painted := take()) is not None:
        _restore(painted)
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, [_signal.SIGINT])
    welcome_stop()


# -- the terminal


def _make_raw() -> None:
    """Have every key come as it is typed, and none echoed."""
    import termios

    raw = termios.tcgetattr(0)
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[1] &= ~termios.OPOST  # see faqtui.wire.difference
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[6][termios.VMIN] = 1
    termios.tcsetattr(0, termios.TCSANOW, raw)


def _restore(painted: Painted, *, hurries: bool = False) -> None:
    """Give the terminal back; where it was asked something, the shell must not take the answer for a command.

    Who is ended by a signal `hurries`: answers of a terminal that takes nothing are not waited for, those of others not long.
    """
    import termios

    try:
        leave = painted.frame.leave
        if waits := bool(painted.frame.asks):
            from faqtui.wire.asking import HURRY, PATIENCE, all_answers
            from faqtui.wire.replies import ATTRIBUTES

            leave = ATTRIBUTES + leave
        if not _write(leave):
            from faqtui.wire.modes import CANCEL

            # It is stuck: what it did not read is a picture of a screen that is left.
            termios.tcflush(1, termios.TCOFLUSH)
            waits = _write(CANCEL + leave) and waits and not hurries
        if waits:
            for _ in all_answers(0, HURRY if hurries else PATIENCE):
                pass
        termios.tcsetattr(0, termios.TCSAFLUSH if painted.frame.asks else termios.TCSANOW, painted.attributes)
    except (OSError, ImportError, termios.error):  # the terminal is gone
        return


def _write(data: bytes) -> bool:
    """Send `data`; false where the terminal takes nothing for `STUCK` seconds, as one that is stopped does."""
    shared = False
    try:  # opened once more: making that not block leaves the descriptor alone which the shell shares
        terminal = os.open(os.ttyname(1), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:  # after su the terminal belongs to somebody else
        terminal, shared = 1, True
    try:
        while data:
            if shared and not _takes(terminal):
                return False
            try:
                data = data[os.write(terminal, data[:256] if shared else data) :]
            except BlockingIOError:  # there was room for less than a piece of it
                if not _takes(terminal):
                    return False
        return True
    finally:
        if not shared:
            os.close(terminal)


def _takes(terminal: int) -> bool:
    try:
        import select  # 0.2 ms that only slow terminals cost
    except (OSError, ImportError):  # no descriptor is left for it: then this is the one that waits by itself
        return terminal == 1
    return bool(select.select([], [terminal], [], STUCK)[1])


# -- signals


def _heed_signals() -> None:
    for number in FATAL:
        if _signal.getsignal(number) in (_signal.SIG_DFL, _signal.default_int_handler):
            _signal.signal(number, _die)
    for number in (_signal.SIGWINCH, _signal.SIGCONT):
        _signal.signal(number, _disturbed)
    _signal.pthread_sigmask(_signal.SIG_BLOCK, [_signal.SIGTSTP])


def _signals_as_before() -> None:
    for number in (*FATAL, _signal.SIGWINCH, _signal.SIGCONT):
        if _signal.getsignal(number) in (_die, _disturbed):
            _signal.signal(number, _signal.default_int_handler if number == _signal.SIGINT else _signal.SIG_DFL)


def _die(number: int, _: FrameType | None) -> None:
    """Restore the terminal, then let the signal do what it does by default. A child of ours leaves it alone."""
    if _painted is not None and _painted.process == os.getpid():
        _restore(_painted)
    _signal.signal(number, _signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _disturbed(_: int, __: FrameType | None) -> None:
    if _painted is not None:
        _painted.disturbed = True
