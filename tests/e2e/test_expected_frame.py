"""A first frame that a copy of the process paints: one of the two decides, and what is not known for sure is drawn anew."""

from __future__ import annotations

import sys

import pytest

from support.pty_terminal import PtyTerminal, environment

TWO = """
import os, sys, termios, time
from faqtui.start import first_frame

first_frame._arguments = ()
size = first_frame.expect(b"gone")
copy = os.fork()
if not copy:
    COPY
    os._exit(0)
first_frame.copied()
THIS
frame = first_frame.take()
os.waitpid(copy, 0)
attributes = termios.tcgetattr(0)
termios.tcsetattr(0, termios.TCSANOW, frame.attributes)
print("|", size, frame.size, repr(frame.text), frame.entered, round(time.monotonic() - frame.painted), "|")
"""
PAINTS = 'first_frame.paint_as_copy("text ✓", "bytes ✓".encode())'
WAITS = "os.waitid(os.P_PID, copy, os.WEXITED | os.WNOWAIT)"


@pytest.fixture
def told(tmp_path):
    """What comes of what the copy does and of what this process does meanwhile."""

    def telling(copy, this):
        script = TWO.replace("COPY", copy).replace("THIS", this)
        with PtyTerminal([sys.executable, "-c", script], env=environment(tmp_path)) as terminal:
            assert terminal.wait_exit() == 0, terminal.text
            return terminal.output.decode()

    return telling


def test_what_the_copy_has_painted_is_taken_over(told):
    output = told(PAINTS, WAITS)
    assert "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7lbytes ✓" in output
    assert "| (80, 24) (80, 24) 'text ✓' True 0 |" in output


def test_a_copy_that_is_late_paints_nothing(told):
    output = told("os.read(0, 0); time.sleep(0.5); " + PAINTS, "")
    assert "1049" not in output
    assert "| (80, 24) (80, 24) '' False" in output


def test_a_copy_that_ends_while_it_paints_has_left_who_knows_what(told):
    output = told("first_frame._expected.take_permit(); os._exit(1)", WAITS)
    assert "'' True" in output


def test_a_copy_does_not_wait_for_a_terminal_that_does_not_read(told):
    output = told("termios.tcflow(1, termios.TCOOFF); " + PAINTS + "; termios.tcflow(1, termios.TCOON)", WAITS)
    assert "'' True" in output


def test_a_copy_that_was_killed_keeps_nobody_waiting(told):
    output = told("os.kill(os.getpid(), 9)", WAITS)
    assert "'' False" in output
