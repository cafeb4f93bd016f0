"""A first start of a kind: its first frame is made before textual is imported, and is what the screen then shows."""

from __future__ import annotations

import shutil
import signal
import sys
import termios
import time

import pytest

from support.held_starts import (
    Place,
    check_end_while_stopped,
    check_left,
    check_typing_meanwhile,
    is_what_comes,
    nothing_shown,
    shown,
)
from support.pty_terminal import PtyTerminal, environment


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A home in which the FAQ has been read, and no session has ended."""
    place = Place(tmp_path_factory.mktemp("home"))
    place.once()
    return place


@pytest.fixture(autouse=True)
def _nothing_kept(place):
    place.forget_frames()


@pytest.mark.parametrize("size", [(40, 10), (59, 12), (60, 20), (69, 24), (70, 12), (80, 24), (200, 60)], ids=str)
def test_in_any_size_it_is_what_comes(place, size):
    with place.start(size=size) as terminal:
        assert is_what_comes(place, terminal)


@pytest.mark.parametrize("theme", ["ansi", "dark", "light", "none"])
@pytest.mark.parametrize("colours", [{}, {"COLORTERM": "truecolor"}, {"TERM": "linux"}, {"NO_COLOR": "1"}], ids=str)
def test_in_any_colours_it_is_what_comes(place, theme, colours):
    with place.start(arguments=("--theme", theme, str(place.faq)), **colours) as terminal:
        assert is_what_comes(place, terminal)


@pytest.mark.parametrize("term", ["vt100", "screen", "tmux-256color", "xterm-kitty"])
def test_on_any_terminal_it_is_what_comes(place, term):
    with place.start(TERM=term) as terminal:
        assert is_what_comes(place, terminal)


@pytest.mark.parametrize("language", ["C", "de_DE.ISO-8859-1"])
def test_in_any_charset_it_is_what_comes(place, language):
    with place.start(LANG=language) as terminal:
        assert is_what_comes(place, terminal)


def test_the_entry_that_is_asked_for_is_shown(place):
    with place.start(arguments=("--open", "how-do-i-thaw-it", str(place.faq))) as terminal:
        assert is_what_comes(place, terminal)
        assert "Slowly." in terminal.text


def test_an_entry_that_is_not_there_is_told_of_on_a_terminal_that_is_left_alone(place):
    with place.start(held=False, arguments=("--open", "no-such-entry", str(place.faq))) as terminal:
        assert terminal.wait_exit() == 2
        assert "no-such-entry" in terminal.text
        assert b"\x1b[?1049h" not in terminal.output


def test_after_the_first_session_the_filter_gives_no_hint(place):
    with place.start() as terminal:
        assert "type to find" in shown(terminal)
    directory = place.home / ".local/state/faqtui"
    directory.mkdir(parents=True)
    try:
        with place.start() as terminal:
            assert is_what_comes(place, terminal)
            assert "type to find" not in terminal.text
    finally:
        directory.rmdir()


def test_it_is_taken_over_by_next_to_nothing_and_left_cleanly(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.settle()
        sent = len(terminal.output)
        place.release()
        terminal.settle(1)
        taken_over = terminal.output[sent:]
        assert b"\x1b[2J" not in taken_over
        assert b"bread keep" not in taken_over
        assert len(taken_over) < 100
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        check_left(terminal)


def test_letters_typed_meanwhile_arrive(place):
    with place.start() as terminal:
        check_typing_meanwhile(place, terminal)


def test_ctrl_c_meanwhile_leaves(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.send("\x03")
        place.release()
        assert terminal.wait_exit() == 0
        check_left(terminal)


@pytest.fixture
def very_first(place):
    """Start as who has never started the program: nothing is saved, so the FAQ is parsed while textual is imported."""

    def start(**options):
        shutil.rmtree(place.home / ".cache", ignore_errors=True)
        return place.start(**options)

    return start


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)], ids=str)
def test_at_the_very_first_start_it_is_what_comes(very_first, place, size):
    with very_first(size=size) as terminal:
        assert is_what_comes(place, terminal)


@pytest.mark.parametrize("env", [{"LANG": "C"}, {"TERM": "vt100"}, {"COLORTERM": "truecolor"}], ids=str)
def test_at_the_very_first_start_on_any_terminal_too(very_first, place, env):
    with very_first(arguments=("--theme", "dark", str(place.faq)), **env) as terminal:
        assert is_what_comes(place, terminal)


def test_at_the_very_first_start_what_is_typed_arrives_and_leaving_is_clean(very_first, place):
    with very_first() as terminal:
        check_typing_meanwhile(place, terminal)
        assert terminal.output.count(b"\x1b[?1049h") == 1
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        check_left(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_at_the_very_first_start_a_signal_leaves_it_clean(very_first, number):
    with very_first() as terminal:
        shown(terminal)
        terminal.settle()
        terminal.process.send_signal(number)
        assert terminal.wait_exit() == -number
        check_left(terminal)


def test_at_the_very_first_start_another_size_is_drawn_anew(very_first, place):
    with very_first() as terminal:
        shown(terminal)
        terminal.resize(100, 30)
        place.release()
        terminal.wait_for(lambda text: "^Q quit" in text.split("\n")[29])
        assert terminal.text.count("^Q quit") == 1


@pytest.mark.parametrize("first", [False, True], ids=["a start", "the very first start"])
def test_a_terminal_that_is_stopped_holds_nobody(place, very_first, first):
    with (very_first if first else place.start)() as terminal:
        check_end_while_stopped(terminal)


def test_a_terminal_that_is_stopped_for_a_while_then_shows_it_all(place):
    with place.start(held=False) as terminal:
        termios.tcflow(terminal.slave, termios.TCOOFF)
        time.sleep(1.5)
        termios.tcflow(terminal.slave, termios.TCOON)
        screen = terminal.wait_for("^Q quit")
        assert screen.count("^Q quit") == 1
        assert "How long does bread keep?" in terminal.settle()


LATE = """
import os, sys, time
from faqtui.start import elsewhere
from faqtui.commands import screen
gate = sys.argv.pop(1)
really = elsewhere.parse
def parse(content, progress=None, before=None):
    while not os.path.exists(gate):
        time.sleep(0.01)
    return really(content, progress, before)
elsewhere.parse = parse
screen.HERE_UP_TO = screen.PATIENCE = 0
from faqtui.__main__ import main
sys.exit(main())
"""


def test_what_is_ready_when_the_screen_is_up_is_not_painted_over_it(place, tmp_path):
    gate = tmp_path / "gate"
    command = [sys.executable, "-c", LATE, gate, place.faq]
    with PtyTerminal(command, env=environment(tmp_path)) as terminal:
        terminal.wait_for("reading")
        terminal.settle()
        gate.touch()
        terminal.wait_for("How long does bread keep?")
        terminal.settle()
        assert terminal.output.count(b"\x1b[?1049h") == 1
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        check_left(terminal)


def test_content_that_cannot_be_read_is_told_of_on_a_terminal_that_is_left_alone(place, tmp_path):
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\x00\x01" * 500)
    with place.start(held=False, arguments=(str(broken),)) as terminal:
        assert terminal.wait_exit() == 2
        assert "broken.md" in terminal.text.replace("\n", "")  # a long path is broken wherever the line ends
        assert terminal.attributes_restored()
        assert b"\x1b[?1049" not in terminal.output


def test_where_another_driver_draws_nothing_is_shown_before_it(place):
    with place.start(FAQTUI_DRIVER="stock") as terminal:
        assert nothing_shown(terminal)
        place.release()
        terminal.wait_for("^Q quit")
        assert terminal.output.count(b"\x1b[?1049h") == 1
