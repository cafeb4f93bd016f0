"""Where reading ended is kept, however it ended."""

import signal

import pytest


def hung_up(terminal):
    terminal.hang_up()


def signalled(number):
    def end(terminal):
        terminal.process.send_signal(number)

    return end


@pytest.mark.parametrize(
    "end", [signalled(signal.SIGTERM), signalled(signal.SIGHUP), hung_up], ids=["SIGTERM", "SIGHUP", "hang-up"]
)
def test_the_place_is_kept_when_the_session_is_ended_from_outside(run, bakery, end):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.send("paper")
    terminal.wait_for("Under the counter")
    terminal.send("\r")
    terminal.wait_for("esc tree")
    terminal.settle()
    end(terminal)
    terminal.wait_exit(5)
    again = run(bakery)
    again.wait_for("^Q quit")
    again.send("\t'")
    text = again.wait_for("(where you were last)")
    assert "Where are the paper bags?" in text
