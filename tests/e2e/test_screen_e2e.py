"""A session from start to leaving, as a person at a terminal has it."""

import json
import os
import signal
import subprocess
import time

import pytest

from support.patience import Patience
from support.pty_terminal import FAQTUI, environment


def test_it_starts_on_the_packaged_faq_with_an_answer_shown(run):
    terminal = run()
    text = terminal.wait_for("^Q quit")
    assert "49 questions" in text.splitlines()[0]
    assert "▾" in text
    assert len([line for line in text.splitlines() if "│" in line and line.partition("│")[2].strip()]) > 3


def test_typing_finds_reading_scrolls_and_copying_sends_the_markdown(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.type("dai rep")
    assert "How do I write the daily report?" in terminal.text
    terminal.type("\r")
    terminal.type("G")
    assert "kept for ten years" in terminal.text
    terminal.type("y")
    shown = subprocess.run(
        [*FAQTUI, "search", "daily report", "--content", bakery, "--json", "--limit", "1"],
        capture_output=True, check=True, env=environment(),
    )  # fmt: skip
    identity = json.loads(shown.stdout)["hits"][0]["id"]
    answer = subprocess.run(
        [*FAQTUI, "show", identity, "--content", bakery, "--format", "json"],
        capture_output=True, check=True, env=environment(),
    )  # fmt: skip
    assert terminal.clipboard() == [json.loads(answer.stdout)["answer"]]
    assert "sent" in terminal.text.splitlines()[-1]


def test_an_idle_screen_sends_nothing(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.settle(0.6)
    before = len(terminal.output)
    time.sleep(2)
    terminal.pump(0)
    assert len(terminal.output) == before


def test_resizing_keeps_what_was_found(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.type("paper")
    for columns, rows in ((60, 20), (40, 10), (20, 5), (200, 60), (80, 24)):
        terminal.resize(columns, rows)
        terminal.settle()
    assert "Under the counter, on the left." in terminal.wait_for("^Q quit")


@pytest.mark.parametrize("keys", ["\x11", "\x03", "\t\tq", "\x1b\x1bq"])
def test_every_key_that_leaves_leaves_the_terminal_as_it_was(run, bakery, keys):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    for key in keys:
        terminal.type(key)
        if terminal.process.poll() is not None:
            break
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []
    assert terminal.attributes_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_it_with_the_terminal_restored(run, bakery, number):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    os.kill(terminal.process.pid, number)
    assert terminal.wait_exit() == -number
    assert terminal.modes_left_on() == []
    assert terminal.attributes_restored()


def test_suspending_gives_the_terminal_back_and_resuming_paints_again(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.send("\x1a")
    patience = Patience(5, terminal.process.pid)
    while patience.lasts:
        terminal.pump(0.05)
        if os.waitpid(terminal.process.pid, os.WNOHANG | os.WUNTRACED)[0]:
            break
    else:
        pytest.fail("it never stopped")
    terminal.settle()
    assert terminal.modes_left_on() == []
    assert terminal.attributes_restored()
    terminal.screen.reset()
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.wait_for("^Q quit")
    assert "Bakery desk" in terminal.text


def test_a_start_with_a_query_looks_like_typing_it(run, bakery):
    typed = run(bakery)
    typed.wait_for("^Q quit")
    for letter in "ref cus":
        typed.type(letter, 0.15)
    given = run(bakery, "--query", "ref cus")
    given.wait_for("Open the till")
    assert typed.settle() == given.settle()


def test_without_a_terminal_it_prints_the_list(bakery):
    done = subprocess.run(
        [*FAQTUI, bakery], capture_output=True, stdin=subprocess.DEVNULL, timeout=30, env=environment(), check=False
    )
    assert done.returncode == 0
    assert b"Where are the paper bags?" in done.stdout
    assert b"\x1b" not in done.stdout
