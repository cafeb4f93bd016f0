"""One session, in a process of its own: from the fork to the exit code. What it may do is bound before anything else.

The zygote's FAQ and modules are here already, shared until they are written to. Only this module, `warming` and `prepared`
import the screen.
"""

from __future__ import annotations

import fcntl
import os
import random
import resource
import signal
import socket
import sys
import termios
import threading
import time
from _thread import start_new_thread
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, Protocol

from faqtui.host import terminal
from faqtui.host.secure import KEPT, VARIABLE, confine
from faqtui.serving.messages import close_all
from faqtui.serving.sessions import Request, tell

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.serving.terms import Terms
    from faqtui.view.options import TuiOptions


class CommandRunner(Protocol):
    """Does what somebody wrote behind ``ssh host``."""

    def prepare(self) -> None:
        """Import what it needs, in the zygote."""

    def __call__(self, faq: Faq, line: str, /) -> int:
        """Do `line` with a FAQ; the exit code."""


class Drawn(Protocol):
    """A screen that is drawn already, and waits for somebody."""

    def go_on(self, idle: float) -> int:
        """Be the screen of this process until they leave, or for `idle` minutes without a key; the exit code."""


NOWHERE = "/nonexistent"
"""The home of every session: nothing is there, and nothing is looked for elsewhere."""

LEAVING = 0.5
"""Seconds that a session has to leave by itself when its line has ended; then it is killed."""

ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT, signal.SIGCHLD, signal.SIGWINCH)


def live(
    request: Request,
    line: socket.socket,
    streams: list[int],
    *,
    inherited: list[int],
    faq: Faq,
    terms: Terms,
    command: CommandRunner,
    screen: Drawn | None = None,
) -> NoReturn:
    """Be this session, from the first instruction after the fork on, and end the process. `screen` is one that is drawn already.

    `streams` are descriptors of a terminal, or of the three standard streams. `inherited` are those of the zygote.
    """
    code = 1
    try:
        confine(os.environ)
        _begin(request, streams, inherited, terms)
        start_new_thread(_guard, (line,))
        code = _screen(faq, terms, screen) if request.command is None else command(faq, request.command)
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 1
    except KeyboardInterrupt:
        code = 130
    except BaseException:  # nobody is there to tell, and a stranger is told nothing of code and paths
        with suppress(OSError, ValueError):
            os.write(2, b"faqtui: ended by an error of its own\r\n")
    finally:
        tell(line, exit=code & 255)
        os._exit(code & 255)


def _begin(request: Request, streams: list[int], inherited: list[int], terms: Terms) -> None:
    """Leave behind what is the zygote's, and take what is the session's own."""
    signal.set_wakeup_fd(-1)
    for number in ENDS:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    os.setsid()
    for own in (0, 1, 2):
        os.dup2(streams[min(own, len(streams) - 1)], own)
    close_all([*streams, *inherited])
    if request.owns:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    _limit(terms)
    random.seed()  # else all sessions draw the same numbers
    os.environ.clear()
    os.environ.update(environment(request.env))
    terminal.take_as_given()
    streams_anew()


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """The environment of a session whose terminal is said to be so."""
    found = {name: value for name, value in env.items() if name in KEPT}
    return {"LANG": "C.UTF-8", **found, VARIABLE: "1", "HOME": NOWHERE}


def streams_anew() -> None:
    """Python's own streams for descriptors that lead elsewhere than when it began."""
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]


def _limit(terms: Terms) -> None:
    """Bound what a session may take, for good. What is shared with the zygote counts as its own, so that is added."""
    for what, most in (
        (resource.RLIMIT_DATA, data_size() + terms.memory),
        (resource.RLIMIT_CPU, terms.processor),
        (resource.RLIMIT_NOFILE, terms.descriptors),
        (resource.RLIMIT_FSIZE, 0),  # of regular files not a byte is written
    ):
        with suppress(OSError, ValueError):  # the administrator has set less
            resource.setrlimit(what, (most, most))


def data_size() -> int:
    """Bytes of memory that this process has for itself, as the kernel counts them for its limit; 0 where it does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - pathlib is no better here
            return int(file.read().split()[5]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return 1_000_000_000


def threads() -> int:
    """How many threads this process has, those that Python knows nothing of among them."""
    with suppress(OSError):
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208
    return threading.active_count()


def _guard(line: socket.socket) -> None:
    """Watch the session's line, in a thread of its own: the other side tells of changed sizes there, and it ends with it."""
    while True:
        try:
            data = line.recv(64)
        except InterruptedError:
            continue
        except OSError:
            data = b""
        if not data:
            break
        os.kill(os.getpid(), signal.SIGWINCH)
    os.kill(os.getpid(), signal.SIGHUP)
    time.sleep(LEAVING)
    os.kill(os.getpid(), signal.SIGKILL)


def options_for(terms: Terms) -> TuiOptions:
    """How the screen of every session is."""
    from faqtui.host.settings import Settings
    from faqtui.view.options import from_settings

    return from_settings(Settings(theme=terms.theme or None), secure=True)._replace(
        paths=terms.paths, idle=terms.idle, served=True
    )


def _screen(faq: Faq, terms: Terms, screen: Drawn | None) -> int:
    """Show the FAQ until they leave; the exit code."""
    from faqtui.start import first_frame, opening
    from faqtui.tui.app import run

    options = options_for(terms)
    if terminal.Terminal.from_environment(os.environ).dumb:
        sys.stderr.write("faqtui: this terminal cannot show the screen (TERM is not set or dumb)\r\n")
        return 2
    first_frame.begin()
    if screen is not None:
        return screen.go_on(options.idle)
    opening.show(faq, options)
    return run(faq, options).code
