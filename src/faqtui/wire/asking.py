"""Answers of the terminal while no screen is shown: what its background is, and what comes while it is given back."""

from __future__ import annotations

import os
import re
import select
import termios
from collections.abc import Callable, Iterator
from time import monotonic

from faqtui.wire.background import shade_of
from faqtui.wire.keyboard import Background, Keyboard
from faqtui.wire.replies import ATTRIBUTES, BACKGROUND

PATIENCE = 5.0
"""Seconds to wait for an answer that all terminals give: by then one over any link has come."""

HURRY = 0.5
"""Seconds to wait at most where a signal ends the program: whoever sent it waits too, and most answers have come by then."""

_ATTRIBUTES = re.compile(rb"(?:\x1b\[|\x9b)\?[0-9;]{0,60}c")
"""The answer to the question what kind of terminal it is (DA1, xterm ctlseqs)."""

_CUT = 70
"""Bytes of that answer that may have come with what was read before."""


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
        os.write(screen, BACKGROUND + ATTRIBUTES)
        reader = Keyboard(PATIENCE)
        for data in all_answers(keyboard):
            told = reader.feed(data.decode("latin-1"), 0)
            found = next((one.colour for one in told if isinstance(one, Background) and shade_of(one.colour)), found)
    except OSError:  # hung up
        return None
    finally:
        termios.tcsetattr(keyboard, termios.TCSAFLUSH, before)
    return found


def all_answers(keyboard: int, patience: float = PATIENCE) -> Iterator[bytes]:
    """What comes from the descriptor `keyboard` until the last question, `ATTRIBUTES`, is answered, or should have been."""
    end = monotonic() + patience
    return last_answers(keyboard, lambda fenced: 0.0 if fenced else end - monotonic())


def last_answers(keyboard: int, left: Callable[[bool], float]) -> Iterator[bytes]:
    """What comes from the descriptor `keyboard` as long as the seconds `left` are positive.

    It is asked with whether the last question is answered, `ATTRIBUTES`: what was asked before it is answered by then, or
    never will be.
    """
    come, fenced = b"", False
    while (seconds := left(fenced)) > 0:
        try:
            if not select.select([keyboard], [], [], seconds)[0]:
                return
            data = os.read(keyboard, 65536)
        except (OSError, ValueError):  # hung up
            return
        if not data:
            return
        yield data
        fenced = fenced or _ATTRIBUTES.search(come + data) is not None
        come = (come + data)[-_CUT:]
