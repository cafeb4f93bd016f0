"""A frame on a terminal: what is sent, what is taken over, what is left behind."""

from __future__ import annotations

import sys

import pytest

from support.pty_terminal import PtyTerminal, environment

HEAD = """
import os, sys, termios, time
from faqtui.start import first_frame
from faqtui.start.kept import Frame
from faqtui.wire.modes import ENTER

first_frame._arguments = ()
before = termios.tcgetattr(0)
size = first_frame.free()
frame = Frame("text ✓", size, b"gone")
"""
PAINT = 'first_frame.paint(frame, ENTER.encode(), "bytes ✓".encode())'
TAKE = """
painted = first_frame.take()
termios.tcsetattr(0, termios.TCSANOW, painted.attributes)
print("|", size, painted.frame.size, repr(painted.frame.text), painted.whole, round(time.monotonic() - painted.when), "|")
"""


@pytest.fixture
def told(tmp_path):
    """What comes of what is done with a terminal."""

    def telling(*parts):
        with PtyTerminal([sys.executable, "-c", "\n".join([HEAD, *parts])], env=environment(tmp_path)) as terminal:
            assert terminal.wait_exit() == 0, terminal.text
            assert terminal.attributes_restored()
            return terminal.output.decode()

    return telling


def test_what_is_painted_is_taken_over(told):
    output = told(PAINT, TAKE)
    assert "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7lbytes ✓" in output
    assert "| (80, 24) (80, 24) 'text ✓' True 0 |" in output
    assert "gone" not in output


def test_nobody_waits_for_a_terminal_that_does_not_read(told):
    output = told("termios.tcflow(1, termios.TCOOFF)", PAINT, "termios.tcflow(1, termios.TCOON)", TAKE)
    assert "False 0 |" in output


def test_what_nobody_takes_is_left(told):
    assert told(PAINT, "first_frame.leave_now()", "print(first_frame.take())").endswith("bytes ✓goneNone\r\n")


def test_what_was_asked_behind_it_is_waited_for_and_never_left_to_the_shell(tmp_path):
    asking = PAINT.replace("(frame", "(Frame('', size, b'gone', BACKGROUND)")
    script = [HEAD, "from faqtui.wire.replies import BACKGROUND", asking, "first_frame.leave_now()"]
    with PtyTerminal([sys.executable, "-c", "\n".join(script)], env=environment(tmp_path)) as terminal:
        terminal.says_what_it_is = False
        terminal.wait_for("gone")
        terminal.drain(1.0)
        terminal.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
        terminal.drain(0.2)
        terminal.send("\x1b[?62;22c")
        assert terminal.wait_exit() == 0, terminal.text
        terminal.pump(0.05)
        assert b"rgb" not in terminal.output
        assert b"62;22" not in terminal.output


def test_where_one_is_painted_no_other_may_be(told):
    assert told(PAINT, "free = first_frame.free()", "first_frame.leave_now()", "print(free)").endswith("None\r\n")


def test_a_child_leaves_the_terminal_alone(told):
    child = "if not os.fork(): os.kill(os.getpid(), 15)\nassert os.wait()[1] == 15"
    assert told(PAINT, child, TAKE).count("gone") == 0
