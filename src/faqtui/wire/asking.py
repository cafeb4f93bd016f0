"""Asking the terminal for its background while no screen is shown, to tell somebody what it answers."""

from __future__ import annotations

import os
import select
import termios
from time import monotonic

from faqtui.wire.background import shade_of
from faqtui.wire.keyboard import Background, Keyboard, ModeState
from faqtui.wire.replies import BACKGROUND, MODE, QUESTION

PATIENCE = 1.0
"""Seconds to wait for an answer that all terminals give: by then one over a slow link has come."""


def background(keyboard: int, screen: int) -> str | None:
    """The colour that the terminal says its background has; None where it says nothing that is a colour.

    `keyboard` and `screen` are descriptors of the terminal, which neither echoes the answer nor keeps it for the shell: what
    has come by the answer to the question behind it is all that comes. What is typed meanwhile is lost.
    """
    try:
        before = termios.tcgetattr(keyboard)
    except termios.error:
        return None
    quiet = termios.tcgetattr(keyboard)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    found = None
    try:
        termios.tcsetattr(keyboard, termios.TCSANOW, quiet)
        os.write(screen, BACKGROUND + QUESTION)
        reader, end = Keyboard(PATIENCE), monotonic() + PATIENCE
        while (left := end - monotonic()) > 0 and select.select([keyboard], [], [], left)[0]:
            if not (data := os.read(keyboard, 4096)):
                break
            told = reader.feed(data.decode("latin-1"), 0)
            found = next((one.colour for one in told if isinstance(one, Background) and shade_of(one.colour)), found)
            if any(isinstance(one, ModeState) and one.mode == MODE for one in told):
                break
    except OSError:  # hung up
        return None
    finally:
        termios.tcsetattr(keyboard, termios.TCSAFLUSH, before)
    return found
