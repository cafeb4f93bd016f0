"""The screen is there before a FAQ that takes long to parse, works meanwhile, and is filled when it comes."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from faqtui.view.actions import ACTIONS, Pane
from support.keys import typed
from support.pty_terminal import FAQTUI, PtyTerminal, environment

SLOW = """
import os, sys, time
from faqtui.start import elsewhere
from faqtui.commands import screen
gate = sys.argv.pop(1)
really = elsewhere.parse
def parse(content, progress=None, before=None):
    if progress is not None:
        progress(43, 100)
    while not os.path.exists(gate):
        time.sleep(0.01)
    return really(content, progress, before)
elsewhere.parse = parse
screen.HERE_UP_TO = screen.PATIENCE = 0
from faqtui.__main__ import main
sys.exit(main())
"""
READING = "reading bakery.md: 43 %"


class Gate:
    """What the parser waits at."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> None:
        """Let it go on."""
        self.path.touch()


@pytest.fixture
def gate(tmp_path):
    return Gate(tmp_path / "gate")


@pytest.fixture
def slow(gate, tmp_path):
    """Start the program with a parser that waits at the gate."""
    with ExitStack() as stack:

        def start(*arguments, **size):
            command = [sys.executable, "-c", SLOW, gate.path, *arguments]
            return stack.enter_context(PtyTerminal(command, env=environment(tmp_path), **size))

        yield start


def others(terminal):
    return psutil.Process(terminal.process.pid).children()


def all_gone(processes):
    return psutil.wait_procs(processes, timeout=2)[1] == []


def said_at_the_end(terminal):
    """What stands on the terminal after the screen was left."""
    return terminal.output.rpartition(b"\x1b[?25h")[2].decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [40, 80])
def test_what_was_typed_meanwhile_is_looked_for_when_it_has_come(slow, gate, bakery, columns):
    terminal = slow(bakery, columns=columns)
    terminal.wait_for(READING)
    assert "0 questions" not in terminal.text
    assert "no match" not in terminal.text
    terminal.send("\x1bOP")  # F1
    terminal.wait_for("Type a new filter")
    terminal.send("\x1b")
    terminal.wait_for(READING)
    terminal.send("sourdough")
    terminal.wait_for("/ sourdough")
    assert READING in terminal.text
    gate.open()
    terminal.wait_for("sleeping sourdough")
    assert " of 9" in terminal.text.splitlines()[1]
    terminal.send("\x15")
    terminal.wait_for("9 questions")
    assert READING not in terminal.text
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []


def test_every_key_of_the_program_does_no_harm_while_nothing_is_there(slow, gate, bakery):
    terminal = slow(bakery)
    terminal.wait_for(READING)
    for pane in (Pane.FILTER, Pane.TREE, Pane.ANSWER):
        for action in ACTIONS:
            for key in action.keys(pane)[:1]:
                if action.id not in {"quit", "clear_or_quit", "suspend"}:
                    terminal.type(typed(key), 0.02)
        terminal.type("\x1b", 0.1)
        terminal.type("\t", 0.1)
    terminal.type("\x1b", 0.2)
    assert terminal.process.poll() is None
    gate.open()
    terminal.wait_for("9 questions")


def test_leaving_does_not_wait_and_leaves_no_process(slow, bakery):
    for key in ("\x11", "\x03"):
        terminal = slow(bakery)
        terminal.wait_for(READING)
        (other,) = others(terminal)
        terminal.send(key)
        assert terminal.wait_exit(3) == 0
        assert all_gone([other])
        assert terminal.modes_left_on() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_session_that_is_ended_leaves_no_process(slow, bakery, number):
    terminal = slow(bakery)
    terminal.wait_for(READING)
    found = others(terminal)
    os.kill(terminal.process.pid, number)
    assert terminal.wait_exit(3) == -number
    assert all_gone(found)


def test_where_the_other_process_is_killed_this_one_parses(slow, gate, bakery):
    terminal = slow(bakery)
    terminal.wait_for(READING)
    (other,) = others(terminal)
    other.kill()
    other.wait(5)
    gate.open()
    terminal.wait_for("9 questions")


def test_what_is_no_text_ends_the_program_as_it_ends_a_list(slow, gate, tmp_path):
    file = tmp_path / "bakery.md"
    file.write_bytes(b"\x00\x01" * 500)
    missing = tmp_path / "missing.md"
    listed = subprocess.run(
        [*FAQTUI, "list", file, missing], env=environment(tmp_path), capture_output=True, text=True, check=False
    )
    terminal = slow(file, missing)
    terminal.wait_for("reading 2 paths")
    gate.open()
    assert terminal.wait_exit() == listed.returncode == 2
    assert terminal.modes_left_on() == []
    assert said_at_the_end(terminal) == listed.stderr


def test_what_else_could_not_be_read_is_told_and_in_the_exit_code(slow, gate, bakery, tmp_path):
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\x00\x01" * 500)
    terminal = slow(bakery, broken, tmp_path / "missing.md", columns=120)
    terminal.wait_for("reading 3 paths")
    gate.open()
    terminal.wait_for("not read: missing.md")
    terminal.send("\x11")
    assert terminal.wait_exit() == 2
    assert "missing.md" in said_at_the_end(terminal)
    assert "broken.md" in said_at_the_end(terminal)


def test_an_entry_that_is_asked_for_is_shown_when_it_has_come(slow, gate, bakery):
    terminal = slow("--open", "where-are-the-paper-bags", bakery)
    terminal.wait_for(READING)
    gate.open()
    terminal.wait_for("▌Where are the paper bags?")


def test_an_entry_that_is_missed_then_ends_the_program_with_a_line(slow, gate, bakery):
    terminal = slow("--open", "nothing-like-it", bakery)
    terminal.wait_for(READING)
    gate.open()
    assert terminal.wait_exit() == 2
    assert "no entry has the id nothing-like-it" in said_at_the_end(terminal)
    assert terminal.modes_left_on() == []


def test_in_secure_mode_it_is_there_as_soon_and_no_process_is_started(slow, gate, bakery):
    terminal = slow("--secure", bakery)
    terminal.wait_for(READING)
    assert others(terminal) == []
    terminal.send("sourdough")
    terminal.wait_for("/ sourdough")
    gate.open()
    terminal.wait_for(" of 9")


def test_without_a_keyboard_the_list_is_waited_for(gate, bakery, tmp_path):
    # No terminal to read keys from: standard input is nothing, and there is no terminal that controls the session.
    master, slave = os.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", SLOW, gate.path, bakery],
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        start_new_session=True,
    )
    os.close(slave)
    gate.open()
    _, said = program.communicate(timeout=20)
    assert b"so here is the list" in said
    assert b"sourdough" in os.read(master, 65536)
    assert program.returncode == 0
    os.close(master)
