"""Screens that are drawn before anybody comes: apps of sessions, built in the zygote, where they stand still.

A session that is forked from there goes on with one, on its own terminal: it draws what is there, and shares what it does not
change with all others. It must be what the session would have drawn itself, so there is one for each sort of terminal and
size; the first is made before the first session, others once somebody has come who would have had use for them.

asyncio has no way to copy a loop that rests. Of its private parts (3.11 to 3.14) this uses ``_close_self_pipe`` and
``_make_self_pipe`` of ``BaseSelectorEventLoop``: the pipe by which signals wake a loop must not be that of all sessions. Where
they are missing nothing is prepared.
"""

from __future__ import annotations

import asyncio
import gc
import os
import selectors
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from faqtui.host.terminal import Terminal, as_given, clamped
from faqtui.records import NamedTuple
from faqtui.serving.processes.child import environment, options_for
from faqtui.serving.processes.warming import (
    ANSWER,
    PATIENCE,
    SIZE,
    TERMINAL,
    environment_of,
    is_alone,
    terminal_in_place,
)
from faqtui.wire.replies import QUESTION

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.serving.terms import Terms
    from faqtui.tui.app import FaqtuiApp

QUIET = 0.12
"""Seconds without a byte after which all is drawn that will be: more than the driver waits before it draws all once more."""

LOOKS = 6
"""How often it is looked meanwhile. By a clock alone a loop that is busy would seem to be quiet, and what it is about to draw
each session would draw for itself: 5 ms, and 1.5 MB."""

MOST = 8
"""Screens that are kept, each some MB of the zygote. The one that was longest of no use makes room."""

LULL, BETWEEN = 0.5, 3.0
"""Seconds after the last session in which none may have come, and since the last was made, before another is: it takes 0.2 s."""

_PRIVATE = ("_close_self_pipe", "_make_self_pipe")


class Appearance(NamedTuple):
    """What decides how a screen looks as a session begins: what the terminal can do, and its size."""

    terminal: Terminal
    size: tuple[int, int]


def look(env: Mapping[str, str], descriptor: int) -> Appearance | None:
    """That of a session with this environment on the terminal at `descriptor`; None where it is none, or has no size."""
    try:
        columns, rows = os.get_terminal_size(descriptor)
    except OSError:
        return None
    terminal = _sort_of(env)
    if not columns or not rows or terminal.dumb:
        return None
    return Appearance(terminal, clamped(columns, rows, secure=True))


def _sort_of(env: Mapping[str, str]) -> Terminal:
    """What can be done on a terminal with this environment: one over SSH, whose name itself draws nothing."""
    return Terminal.from_environment(environment(env))._replace(term="", ssh=True)


class Prepared:
    """An app in a loop that rests."""

    def __init__(self, app: FaqtuiApp, loop: asyncio.SelectorEventLoop, running: asyncio.Task[Any]) -> None:
        self._app = app
        self._loop: Any = loop
        self._running = running

    def go_on(self, idle: float) -> int:
        """Be the screen of this process until they leave; the exit code. The standard streams lead to their terminal."""
        from faqtui.tui.handing_on import take_over

        loop = self._loop
        loop._make_self_pipe()
        asyncio.set_event_loop(loop)
        self._app.call_later(take_over, self._app, idle, as_given(os.environ))  # as whatever happens in the app
        code = loop.run_until_complete(self._running)
        return self._app.return_code or code or 0


class Screens:
    """Those that a zygote has."""

    def __init__(self, faq: Faq, terms: Terms) -> None:
        self._faq = faq
        self._terms = terms
        self._ready: dict[Appearance, Prepared] = {}
        self._wanted: tuple[Appearance, Mapping[str, str]] | None = None
        self._made = self._asked = 0.0
        self._can = True

    def prepare_usual(self) -> None:
        """Make that of a terminal as most people have."""
        self._prepare(Appearance(_sort_of(TERMINAL), SIZE), TERMINAL)

    def fitting(self, env: Mapping[str, str], descriptor: int) -> Prepared | None:
        """The screen of a session with this environment on this terminal; where there is none it is wanted from now on."""
        self._asked = time.monotonic()
        wanted = look(env, descriptor) if self._can else None
        if wanted is None:
            return None
        found = self._ready.pop(wanted, None)
        if found is not None:
            self._ready[wanted] = found  # the last that was of use
        else:
            self._wanted = wanted, env
        return found

    def wait(self) -> float | None:
        """Seconds until it is time to make one; None where none is wanted."""
        if self._wanted is None:
            return None
        return max(0.0, max(self._asked + LULL, self._made + BETWEEN) - time.monotonic())

    def prepare_wanted(self) -> tuple[int, int] | None:
        """Make the one that is wanted, where it is time; for which size one was made."""
        if self._wanted is None or self.wait() != 0.0:
            return None
        (wanted, env), self._wanted = self._wanted, None
        is_made = self._prepare(wanted, env)
        self._made = time.monotonic()
        return wanted.size if is_made else None

    def _prepare(self, wanted: Appearance, env: Mapping[str, str]) -> bool:
        made = prepared(self._faq, self._terms, env, wanted.size)
        if made is None:
            self._can = False
            return False
        self._ready[wanted] = made
        if len(self._ready) > MOST:
            del self._ready[next(iter(self._ready))]
        gc.collect()
        gc.freeze()
        return True


def prepared(faq: Faq, terms: Terms, env: Mapping[str, str], size: tuple[int, int]) -> Prepared | None:
    """The screen of sessions with this environment and size; None where it cannot be made to wait."""
    from faqtui.host import ending
    from faqtui.start import first_frame
    from faqtui.tui.app import FaqtuiApp

    loop: Any = asyncio.SelectorEventLoop(selectors.PollSelector())  # it has no descriptor that copies would share
    if not all(hasattr(loop, name) for name in _PRIVATE):
        loop.close()
        return None
    asyncio.set_event_loop(loop)
    with terminal_in_place(size) as master, environment_of(env):
        first_frame.begin()
        app = FaqtuiApp(faq, options_for(terms)._replace(idle=0), dict(os.environ))
        running = loop.create_task(app.run_async(mouse=app.options.mouse))
        drawn = loop.create_task(_drawn(app, master))
        for task in (drawn, running):
            task.add_done_callback(lambda _: loop.stop())
        loop.run_forever()
        ending.begin_anew()
        first_frame.begin()
    loop._close_self_pipe()
    asyncio.set_event_loop(None)
    if running.done() or drawn.exception() is not None or not is_alone():
        return None
    return Prepared(app, loop, running)


async def _drawn(app: FaqtuiApp, master: int) -> None:
    """Wait until everything is drawn, and have the app let go of its terminal."""
    from faqtui.tui.handing_on import let_go

    loop = asyncio.get_running_loop()
    begun, looks = loop.time(), 0

    def read() -> None:
        nonlocal looks
        looks = 0
        with suppress(OSError):
            if QUESTION in os.read(master, 65_536):
                os.write(master, ANSWER)

    loop.add_reader(master, read)
    try:
        while not app.is_drawn or looks < LOOKS:
            if loop.time() - begun > PATIENCE:
                raise TimeoutError
            await asyncio.sleep(QUIET / LOOKS)
            looks += 1
    finally:
        loop.remove_reader(master)
    let_go(app)
