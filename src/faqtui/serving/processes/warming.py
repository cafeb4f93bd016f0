"""A session that nobody sees, before the first that somebody does: what it has imported, parsed and cached, all others share.

It runs in the zygote itself, on a terminal that leads back here; without it a session takes twice as long to its first frame
and 3 MB more. Afterwards the process is as it was: one thread, its signals, its environment, its streams.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from faqtui.serving.processes.child import ENDS, environment, options_for, streams_anew, threads
from faqtui.wire.replies import QUESTION

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.serving.terms import Terms
    from faqtui.tui.app import FaqtuiApp

TERMINAL: Mapping[str, str] = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "SSH_CONNECTION": "::1 1 ::1 22"}
SIZE = (80, 24)
ANSWER = b"\x1b[?2026;2$y"
QUIT = b"\x11"

PATIENCE = 20.0
"""Seconds after which a warm-up is given up: sessions are slower without it, and nothing else."""

ALONE = 3.0
"""Seconds in which what it has started must have ended."""


def warm_up(faq: Faq, terms: Terms) -> bool:
    """Run a session, type a query that its first question answers, and leave. Whether it went well."""
    from faqtui.host import ending
    from faqtui.search.expand import import_distances
    from faqtui.start import first_frame, opening
    from faqtui.tui.app import FaqtuiApp
    from faqtui.tui.importing import import_all

    import_all()
    import_distances()
    words = faq.library.entries[0].question.split()[:2] if faq.library.entries else []
    query = " ".join(word for word in words if word.isalnum()).encode() or b"a"
    with terminal_in_place(SIZE) as master, environment_of(TERMINAL):
        options = options_for(terms)._replace(idle=0)
        first_frame.begin()
        opening.show(faq, options)
        app = FaqtuiApp(faq, options, dict(os.environ))
        went_well = asyncio.run(_session(app, master, query))
        ending.begin_anew()
        first_frame.begin()
    return went_well and is_alone()


async def _session(app: FaqtuiApp, master: int, query: bytes) -> bool:
    """The app beside somebody who reads what it draws and types."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    keys = [*(bytes([letter]) for letter in query), QUIT]

    def read() -> None:
        with suppress(OSError):
            if QUESTION in os.read(master, 65_536):
                os.write(master, ANSWER)

    def press() -> None:
        if keys and loop.time() - begun < PATIENCE:
            os.write(master, keys.pop(0))
            loop.call_later(0.1 if len(keys) <= 1 else 0.02, press)
        else:
            app.exit()

    loop.add_reader(master, read)
    loop.call_later(0.4, press)
    try:
        await asyncio.wait_for(app.run_async(), PATIENCE)
    except TimeoutError:
        return False
    finally:
        loop.remove_reader(master)
    return not keys


@contextmanager
def terminal_in_place(size: tuple[int, int]) -> Iterator[int]:
    """A terminal of so many columns and rows in the place of the standard streams; yields its other side, which does not block.

    Afterwards streams, signals and who is woken by them are as they were.
    """
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    os.set_blocking(master, False)
    before = [os.dup(number) for number in (0, 1, 2)]
    streams = sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__
    held = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    woken = signal.set_wakeup_fd(-1)
    handlers = [(number, signal.getsignal(number)) for number in (*ENDS, signal.SIGTSTP, signal.SIGCONT)]
    try:
        for number in (0, 1, 2):
            os.dup2(slave, number)
        os.close(slave)
        streams_anew()
        yield master
    finally:
        for number, old in enumerate(before):
            os.dup2(old, number)
            os.close(old)
        sys.stdin, sys.stdout, sys.stderr = streams[:3]
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = streams[3:]  # type: ignore[misc]
        os.close(master)
        for number, handler in handlers:
            signal.signal(number, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        signal.set_wakeup_fd(woken, warn_on_full_buffer=False)


@contextmanager
def environment_of(terminal: Mapping[str, str]) -> Iterator[None]:
    """The environment of a session on a terminal that is said to be so."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment(terminal))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def is_alone() -> bool:
    """Whether this is the only thread, once those that were started have ended."""
    until = time.monotonic() + ALONE
    while threads() > 1 and time.monotonic() < until:
        time.sleep(0.01)
    return threads() == 1
