"""An error of the program's own, injected, also while the terminal does not read: it is left as it was found."""

import os
import signal
import sys
import time

import pytest

from support.pty_terminal import PtyTerminal, environment

FAULTY = """
import asyncio, signal, sys
from faqtui.cli import main
from faqtui.tui.app import FaqtuiApp

def fail(*_):
    password = "hun" + "ter2"
    raise RuntimeError("injected")

start = FaqtuiApp.on_mount

def on_mount(self):
    start(self)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, lambda: self.call_later(fail))
    signal.signal(signal.SIGUSR2, fail)

FaqtuiApp.on_mount = on_mount
sys.exit(main(sys.argv[1:]))
"""
PLACES = {"in a callback": signal.SIGUSR1, "between two": signal.SIGUSR2}


@pytest.mark.parametrize("blocked", [False, True], ids=["", "blocked"])
@pytest.mark.parametrize("place", PLACES)
def test_an_error_restores_the_terminal_and_shows_no_values(tmp_path, bakery, place, blocked):
    faulty = tmp_path / "faulty.py"
    faulty.write_text(FAULTY)
    with PtyTerminal([sys.executable, faulty, bakery], env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q quit")
        terminal.settle(0.15)
        if blocked:
            terminal.fill()
            terminal.send("paper")
            time.sleep(0.3)
        else:
            terminal.type("secret words", 0.15)
        os.kill(terminal.process.pid, PLACES[place])
        if blocked:
            time.sleep(1.5)  # longer than leaving waits for a terminal that takes nothing
        assert terminal.wait_exit(5) == 1
        assert terminal.modes_left_on() == []
        assert terminal.attributes_restored()
        after = terminal.output[terminal.output.rindex(b"\x1b[?25h") :]
        assert b"RuntimeError: injected" in after
        assert b"hunter2" not in after
        assert b"secret words" not in after
