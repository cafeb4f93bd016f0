"""The first frame of the last session, painted 20 ms after the start, before anything heavy is imported.

It is painted only when it is what the screen will show: the same arguments, directory, environment, size and version, and
every file that decides it unchanged. Keys typed meanwhile wait in the terminal's queue, for the terminal is made raw
first. Then either the driver takes over (`take`), whose first frame is sent as a difference, or the terminal is given back
(`leave`): before anything is told on it, and when the program ends. Signals in between restore the terminal as well.

`faqtui.start.keeping` writes what is read here; where it kept nothing, `faqtui.start.opening` makes a frame a little later.
Nothing but what Python has loaded anyway, and modules in C, is imported: the whole is 2 ms.
"""

from __future__ import annotations

import os
import sys
import time

try:
    import _signal  # type: ignore[import-not-found] # what signal, which brings enum and takes 5 ms, is made of
except ImportError:  # a Python that is made otherwise
    import signal as _signal

from faqtui import __version__

TYPE_CHECKING = False  # see faqtui.host.paths
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import FrameType
    from typing import Any

    from faqtui.start.from_copy import ExpectedFrame

FORMAT = b"faqtui frame 2\n"

LARGEST = 200_000
"""Bytes of a file that is read; ours are a few thousand."""

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"  # alternate screen, no cursor, bracketed paste, no wrapping
LEAVE = "\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"

FATAL = (_signal.SIGTERM, _signal.SIGHUP, _signal.SIGQUIT, _signal.SIGINT)
"""What ends the program, as it does when the screen is there: with the terminal restored, and the shell sees by what."""

CANCEL = b"\x18"
"""CAN ends whatever sequence was cut off (ECMA-48, xterm)."""

PATIENCE = 0.4
"""Seconds that a terminal may take to read anything."""

VARIABLES = frozenset((
    "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "UNICODE_VERSION",
    "TERM_PROGRAM", "LC_TERMINAL", "LANG", "LC_ALL", "LC_CTYPE", "COLUMNS", "LINES", "ROWS", "ESCDELAY",
    "JUPYTER_COLUMNS", "JUPYTER_LINES", "DATABRICKS_RUNTIME_VERSION",
    "HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME",
))  # fmt: skip
"""Variables whose value may decide what is shown, beside those that begin with one of `PREFIXES`."""

PREFIXES = ("FAQTUI_", "TEXTUAL", "PYTHON")

PRESENCE = ("TMUX", "STY", "SSH_TTY", "SSH_CONNECTION")
"""Variables that are different in every session; only whether they are set matters."""


STARTED = time.time()
"""When this process began, or a few milliseconds later, in seconds since the epoch."""


class FirstFrame:
    """A frame on the screen: what was sent after `ENTER`, for which size, and the terminal's modes before.

    Where a frame was expected and did not come, `entered` is false, and the terminal's modes are all that has changed. An
    empty `text` says that nobody knows what the terminal shows, nor whether it was entered.
    """

    def __init__(self, text: str, size: tuple[int, int], attributes: list[Any], leave: bytes) -> None:
        self.text = text
        self.size = size
        self.attributes = attributes
        self.leave = leave
        self.painted = time.monotonic()
        self.disturbed = False
        """Whether the terminal may show something else by now: it changed its size, or the program was stopped."""
        self.process = os.getpid()
        self.entered = True


_expected: ExpectedFrame | None = None
_shown: FirstFrame | None = None
_arguments: tuple[str, ...] | None = None


def show(arguments: Sequence[str]) -> None:
    """Paint the first frame for these arguments where there is one that holds. Whatever is wrong with it: nothing is."""
    global _arguments
    if sys.platform == "win32" or "--secure" in arguments or os.environ.get("FAQTUI_SECURE", "") not in ("", "0"):
        return
    import termios

    try:
        if not (os.isatty(0) and os.isatty(1)):
            return
        _arguments = tuple(arguments)
        width, height = size = os.get_terminal_size(1)
        saved = read(file_name(os.environ, key := key_of(arguments, size)), key)
        if saved is None:
            return
        text, leave = saved
        paint(text, (width, height), leave, text.encode())
    except (OSError, ValueError, termios.error):
        leave_now()


def free() -> tuple[int, int] | None:
    """Columns and rows of the terminal where a frame could be painted on it, and none has been."""
    if _arguments is None or _shown is not None:
        return None
    try:
        width, height = os.get_terminal_size(1)
    except OSError:
        return None
    return width, height


def paint(text: str, size: tuple[int, int], leave: bytes, data: bytes) -> None:
    """Take the terminal, which has this size, and send `data`, which is `text` in its charset; `leave` gives it back."""
    global _shown
    import termios

    try:
        # First what restores the terminal, then what it has to be restored from.
        _shown = FirstFrame(text, size, termios.tcgetattr(0), leave)
        _heed_signals()
        _make_raw()
        if not _write(ENTER.encode() + data):
            _shown.text = ""
    except (OSError, ValueError, termios.error):
        leave_now()


def expect(leave: bytes) -> tuple[int, int] | None:
    """Take the terminal for a frame that a copy of this process, forked after this, is to paint with `paint_as_copy`.

    Returns columns and rows, None where no frame can be painted. `leave` gives the terminal back once it is there.
    """
    global _shown, _expected
    import termios

    size = free()
    if size is None:
        return None
    from faqtui.start.from_copy import ExpectedFrame

    try:
        _expected = ExpectedFrame()
        _shown = FirstFrame("", size, termios.tcgetattr(0), leave)
        _shown.entered = False
        _heed_signals()
        _make_raw()
    except (OSError, termios.error):
        leave_now()
        _expected = None
        return None
    return size


def copied() -> None:
    """The copy is there: only that can tell anything from now on."""
    if _expected is not None:
        _expected.copied()


def paint_as_copy(text: str, data: bytes) -> None:
    """Paint the frame that is expected, if it still is; arguments are as in `paint`."""
    if _expected is not None:
        _expected.paint(text, lambda: _write(ENTER.encode() + data))


def is_there_or_never() -> bool:
    """Whether the frame that is expected is there; where it is not, it does not come any more."""
    global _expected
    expected = _expected
    if expected is None or _shown is None:
        return _shown is not None
    _shown.entered = not expected.take_permit()
    _expected = None  # a signal that comes before this asks once more, and hears nothing
    if _shown.entered and (told := expected.hear()) is not None:
        _shown.painted, _shown.text = told
    expected.close()
    return _shown.entered


def is_expected() -> bool:
    """Whether a frame may come that a copy paints."""
    return _expected is not None


def arguments() -> tuple[str, ...] | None:
    """Those of this process, where a frame could be shown for them; None where it never is."""
    return _arguments


def take() -> FirstFrame | None:
    """The frame that is on the screen, which from now on is the caller's, with what it does about signals."""
    global _shown
    is_there_or_never()
    frame, _shown = _shown, None
    if frame is not None:
        _signals_as_before()
    return frame


def welcome_stop() -> None:
    """Let SIGTSTP through, which waits from `show` until there is somebody who handles it."""
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, [_signal.SIGTSTP])


def leave_now() -> None:
    """Give the terminal back, if a frame is shown that nobody has taken."""
    if _shown is None:
        return
    _signal.pthread_sigmask(_signal.SIG_BLOCK, [_signal.SIGINT])  # an interrupt comes before or after this
    if (frame := take()) is not None:
        _restore(frame)
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, [_signal.SIGINT])
    welcome_stop()


# -- what a frame depends on


def key_of(arguments: Sequence[str], size: Iterable[int], env: Mapping[str, str] | None = None) -> bytes:
    """Everything beside files that decides the first frame."""
    env = os.environ if env is None else env
    parts = [__version__, sys.version, sys.executable, "x".join(map(str, size)), "arguments", *arguments]
    parts.append(os.getcwd())  # noqa: PTH109 - pathlib is 10 ms
    names = sorted(name for name in env if name in VARIABLES or name.startswith(PREFIXES))
    parts += [f"{name}={env[name]}" for name in names]
    parts += [name for name in PRESENCE if env.get(name)]
    if "LC_CTYPE" in env and not _was_given(b"LC_CTYPE="):
        parts.append("LC_CTYPE is Python's")
    return "\0".join(parts).encode("utf-8", "surrogateescape")


def _was_given(variable: bytes) -> bool:
    """Whether the process was started with a variable; Python adds one in a C locale (PEP 538)."""
    try:
        with open("/proc/self/environ", "rb") as file:  # noqa: PTH123 - pathlib is 10 ms
            return b"\0" + variable in b"\0" + file.read()
    except OSError:
        return True


def file_name(env: Mapping[str, str], key: bytes) -> str:
    """Where the frame with this key is kept."""
    from zlib import crc32

    from faqtui.host.paths import cache_name

    return f"{cache_name(env)}/frames/{crc32(key):08x}"


def state_of(path: str) -> str:
    """What changes when the file or directory at `path` does; "" where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return ""
    return f"{found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def is_there(path: str) -> str:
    """Whether there is anything at `path`, as text."""
    return "there" if os.path.exists(path) else ""  # noqa: PTH110


# -- the file


def packed(key: bytes, files: Mapping[str, str], present: Mapping[str, str], text: str, leave: bytes) -> bytes:
    """A frame as a file: `files` with the `state_of` each, `present` with `is_there` of each."""
    from zlib import crc32

    def pairs(mapping: Mapping[str, str]) -> bytes:
        return "\0".join([part for pair in mapping.items() for part in pair]).encode("utf-8", "surrogateescape")

    sections = [key, pairs(files), pairs(present), text.encode(), leave]
    body = b" ".join(b"%d" % len(section) for section in sections) + b"\n" + b"".join(sections)
    return FORMAT + b"%08x\n" % crc32(body) + body


def read(name: str, key: bytes) -> tuple[str, bytes] | None:
    """The frame in a file, and how to leave it; None where it is not ours, not this key's or not true any more."""
    from zlib import crc32

    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        status = os.fstat(handle)
        private = status.st_mode & 0o177777 == 0o100600  # a regular file for its owner only
        if not private or status.st_uid != os.geteuid() or status.st_size > LARGEST:
            return None
        data = os.read(handle, LARGEST)
    finally:
        os.close(handle)
    head, body = data[: len(FORMAT) + 9], data[len(FORMAT) + 9 :]
    if head != FORMAT + b"%08x\n" % crc32(body):
        return None
    lengths, _, rest = body.partition(b"\n")
    sections = []
    for length in lengths.split():
        sections.append(rest[: int(length)])
        rest = rest[int(length) :]
    found, files, present, text, leave = sections
    if found != key or not _holds(files, state_of) or not _holds(present, is_there):
        return None
    return text.decode(), leave


def _holds(pairs: bytes, state: Any) -> bool:
    parts = iter(pairs.decode("utf-8", "surrogateescape").split("\0") if pairs else ())
    return all(state(path) == before for path, before in zip(parts, parts, strict=True))


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


def _restore(frame: FirstFrame) -> None:
    import termios

    try:
        if frame.entered and not _write(frame.leave):
            # It is stuck: what it did not read is a picture of a screen that is left.
            termios.tcflush(1, termios.TCOFLUSH)
            _write(CANCEL + frame.leave)
        termios.tcsetattr(0, termios.TCSANOW, frame.attributes)
    except (OSError, termios.error):  # the terminal is gone
        return


def _write(data: bytes) -> bool:
    """Send `data`; false where the terminal takes nothing for `PATIENCE` seconds, as one that is stopped does."""
    import select

    shared = False
    try:  # opened once more: making that not block leaves the descriptor alone which the shell shares
        terminal = os.open(os.ttyname(1), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:  # after su the terminal belongs to somebody else
        terminal, shared = 1, True
    try:
        while data:
            if not select.select([], [terminal], [], PATIENCE)[1]:
                return False
            try:
                data = data[os.write(terminal, data[:256] if shared else data) :]
            except BlockingIOError:  # there was room for less than a piece of it
                continue
        return True
    finally:
        if not shared:
            os.close(terminal)


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
    if _shown is not None and _shown.process == os.getpid():
        is_there_or_never()
        _restore(_shown)
    _signal.signal(number, _signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _disturbed(_: int, __: FrameType | None) -> None:
    if _shown is not None:
        _shown.disturbed = True
