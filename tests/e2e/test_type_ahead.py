"""Keys that arrive in one piece, as over a link that lags, do what they do one by one."""

import pytest

from support.patience import Patience

UP, DOWN = "\x1b[A", "\x1b[B"
COPY, CODE, CLEAR, QUIT = "\x19", "\x0f", "\x15", "\x11"


def keys(*parts):
    """Keys, those of words and escape sequences one by one."""
    return [key for part in parts for key in ([part] if part.startswith("\x1b") else part)]


@pytest.mark.parametrize(
    "typed",
    [
        keys("refund", COPY, CLEAR, "oven", COPY),
        keys("oven", CODE, "1", "x", COPY),
        keys("oven\t", DOWN, "jj", "y", "/", "receipt"),
        keys("refund\r", "jmY", "\t", "x", "\x17", "bags", COPY),
    ],
    ids=lambda typed: "".join(typed).encode("unicode_escape").decode(),
)
def test_in_one_piece_they_do_what_they_do_one_by_one(run, bakery, tmp_path, typed):
    terminals = []
    for home, pieces in (("slow", typed), ("fast", ["".join(typed)])):
        (tmp_path / home).mkdir()
        terminal = run(bakery, HOME=str(tmp_path / home))
        terminal.wait_for("^Q quit")
        for piece in pieces:
            terminal.type(piece, 0.06)
        terminals.append(terminal)
    slow, fast = terminals
    patience = Patience(15, slow.process.pid, fast.process.pid)
    while seen(fast) != seen(slow) and patience.lasts:
        slow.pump(0.05)
        fast.pump(0.05)
    for terminal in terminals:
        terminal.settle()
    assert seen(fast) == seen(slow)


def seen(terminal):
    """What is there, but for the last row, which may still tell of a copy: that is sent beside the keys.

    Of copies that wait for one that is being sent the newest alone goes out, so the last one counts.
    """
    cursor = terminal.screen.cursor
    return [*terminal.text.splitlines()[:-1], terminal.clipboard()[-1:], (cursor.x, cursor.y)]


def test_a_paste_in_the_midst_of_keys_stays_there(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.send(f"oven{CLEAR}re\x1b[200~fu\x1b[201~nd{COPY}")
    terminal.wait_for(lambda screen: screen.splitlines()[1].startswith(" / refund "))
    terminal.wait_for(lambda _: terminal.clipboard())
    assert "Open the till" in terminal.clipboard()[0]


def test_what_is_typed_after_quitting_is_dropped(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.send(f"oven{QUIT}{COPY}x{COPY}")
    assert terminal.wait_exit() == 0
    assert terminal.clipboard() == []
    assert terminal.modes_left_on() == []
