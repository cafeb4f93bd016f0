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
    terminal.type("paper\r", 0.2)
    assert "Under the counter" in terminal.text
    end(terminal)
    terminal.process.wait(5)
    again = run(bakery)
    again.wait_for("^Q quit")
    again.type("\t", 0.2)
    assert "(where you were last)" in again.type("'", 0.3)
    assert "Where are the paper bags?" in again.text
