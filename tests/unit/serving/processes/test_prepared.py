"""Screens that are drawn before anybody comes: a session goes on with one as if it were its own."""

from __future__ import annotations

import asyncio
import os
import sys
import time
import tty
from types import SimpleNamespace

import pytest

from faqtui.serving.processes import prepared
from faqtui.serving.processes.child import options_for
from faqtui.serving.processes.prepared import BETWEEN, LULL, MOST, Appearance, Screens, look
from faqtui.serving.processes.warming import SIZE, TERMINAL
from faqtui.serving.terms import Terms
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.served import boats

GO_ON = """
import os, sys
from faqtui.faq import load
from faqtui.serving.processes import prepared
from faqtui.serving.processes.child import environment, streams_anew, threads
from faqtui.serving.terms import Terms
from faqtui.serving.processes.warming import TERMINAL
from faqtui.tui.app import FaqtuiApp

made = prepared.prepared(load(sys.argv[1]), Terms(paths=(sys.argv[1],)), TERMINAL, (int(sys.argv[2]), int(sys.argv[3])))
assert made is not None and threads() == 1
FaqtuiApp.compose = FaqtuiApp.get_default_screen = None  # nothing is built any more
child = os.fork()
if not child:
    os.environ.clear()
    os.environ.update(environment(TERMINAL))
    streams_anew()
    os._exit(made.go_on(float(sys.argv[4])))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def handed_on(path, *, size=SIZE, idle=0.0, shown=None):
    """A terminal in which a copy of a process goes on with a screen for this size."""
    columns, rows = shown or size
    words = [sys.executable, "-c", GO_ON, path, *map(str, size), str(idle)]
    return PtyTerminal(words, columns=columns, rows=rows, env=environment(path.parent / "home"))


@pytest.mark.parametrize("size", [SIZE, (60, 20), (200, 60)])
def test_what_was_drawn_is_what_a_session_draws_itself(tmp_path, size):
    path = boats(tmp_path)
    with PtyTerminal([*FAQTUI, "--secure", path], columns=size[0], rows=size[1], env=environment(tmp_path)) as own:
        own.wait_for("Q quit")
        first, found = own.settle(), own.type("oars")
    with handed_on(path, size=size) as terminal:
        terminal.wait_for("Q quit")
        assert terminal.settle() == first
        assert terminal.type("oars") == found
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
        assert terminal.attributes_restored()


def test_of_another_size_it_is_drawn_anew(tmp_path):
    with handed_on(boats(tmp_path), shown=(100, 30)) as terminal:
        terminal.wait_for(lambda text: any(len(line) > 90 for line in text.splitlines()))
        assert "Under the thwart." in terminal.type("oars")
        terminal.resize(60, 20)
        terminal.wait_for(lambda text: all(len(line) <= 60 for line in text.splitlines()) and "oars" in text)


def test_whoever_goes_away_is_waited_for_from_then_on(tmp_path):
    with handed_on(boats(tmp_path), idle=0.01) as terminal:
        terminal.wait_for("Q quit")
        assert terminal.wait_exit() == 0
        assert b"without a key" in terminal.output


async def test_a_loop_that_is_busy_is_not_quiet(monkeypatch):
    loop, happened = asyncio.get_running_loop(), []
    monkeypatch.setattr("faqtui.tui.handing_on.let_go", lambda _: happened.append("let go"))
    master, slave = os.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)

    def work(turns):
        time.sleep(prepared.QUIET)  # nothing can be read meanwhile, whatever is drawn
        if turns:
            loop.call_soon(work, turns - 1)
        else:
            os.write(slave, b"x")
            happened.append("drawn")

    loop.call_soon(work, 2)
    await prepared._drawn(SimpleNamespace(is_drawn=True), master)
    os.close(master)
    os.close(slave)
    assert happened == ["drawn", "let go"]


# -- which of them there are


class Clock:
    def __init__(self):
        self.now = 1000.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(prepared, "time", clock)
    return clock


@pytest.fixture
def screens(monkeypatch, clock):
    made = []

    def prepare(_faq, _terms, env, size):
        made.append((env.get("TERM"), size))
        return made[-1]

    monkeypatch.setattr(prepared, "prepared", prepare)
    monkeypatch.setattr(prepared.gc, "freeze", lambda: None)
    screens = Screens(None, Terms())
    screens.made = made
    return screens


@pytest.fixture
def terminal():
    """A terminal whose size can be set."""
    with PtyTerminal(["cat"]) as cat:
        yield cat


XTERM = {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}


def test_one_is_made_for_each_sort_of_terminal_once_somebody_had_use_for_it(screens, clock, terminal):
    screens.prepare_usual()
    assert screens.fitting(XTERM, terminal.slave) == ("xterm-256color", (80, 24))
    assert screens.wait() is None
    terminal.resize(61, 20)
    assert screens.fitting(XTERM, terminal.slave) is None
    screens.prepare_wanted()  # not at once: others may come as well
    assert screens.wait() == pytest.approx(LULL)
    clock.now += LULL
    screens.prepare_wanted()
    assert screens.wait() is None
    assert screens.fitting(XTERM, terminal.slave) == ("xterm-256color", (61, 20))
    assert screens.fitting({**XTERM, "TERM": "vt100"}, terminal.slave) is None
    assert screens.fitting({**XTERM, "NO_COLOR": "1"}, terminal.slave) is None
    assert screens.wait() == pytest.approx(BETWEEN)
    clock.now += BETWEEN
    screens.prepare_wanted()
    assert screens.made == [("xterm-256color", (80, 24)), ("xterm-256color", (61, 20)), ("xterm-256color", (61, 20))]
    assert screens.fitting({**XTERM, "NO_COLOR": "1"}, terminal.slave) is not None


def test_few_are_kept_and_those_that_are_of_use(screens, clock, terminal):
    screens.prepare_usual()
    for columns in range(100, 102 + MOST):
        terminal.resize(columns, 30)
        screens.fitting(XTERM, terminal.slave)
        clock.now += LULL + BETWEEN
        screens.prepare_wanted()
        terminal.resize(80, 24)
        assert screens.fitting(XTERM, terminal.slave) == ("xterm-256color", (80, 24))
    assert len(screens._ready) == MOST


def test_where_none_can_be_made_none_is_wanted(screens, monkeypatch, terminal):
    monkeypatch.setattr(prepared, "prepared", lambda *_: None)
    screens.prepare_usual()
    assert screens.fitting(XTERM, terminal.slave) is None
    assert screens.wait() is None


def test_a_look_is_what_decides_how_it_looks(terminal, tmp_path):
    usual = look(TERMINAL, terminal.slave)
    assert usual == look({"TERM": "xterm-direct256", "LANG": "de_DE.UTF-8"}, terminal.slave)
    assert usual != look({**TERMINAL, "COLORTERM": "truecolor"}, terminal.slave)
    assert usual != look({**TERMINAL, "LC_ALL": "C"}, terminal.slave)
    assert look({"TERM": "dumb"}, terminal.slave) is None
    terminal.claim(0, 0)
    assert look(TERMINAL, terminal.slave) is None
    with (tmp_path / "file").open("w") as file:
        assert look(TERMINAL, file.fileno()) is None
    terminal.resize(5000, 5000)
    assert isinstance(huge := look(TERMINAL, terminal.slave), Appearance)
    assert huge.size[0] * huge.size[1] <= 48_000


@pytest.mark.parametrize("theme", ["", "dark", "auto"])
def test_every_session_begins_with_the_theme_that_is_served(theme):
    assert options_for(Terms(theme=theme)).theme == (theme or None)
