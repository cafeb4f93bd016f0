"""Copying through real multiplexers: what reaches the terminal outside is byte for byte the answer."""

import subprocess
import sys
import uuid
from contextlib import contextmanager

import pytest

from faqtui import load
from support.programs import require
from support.pty_terminal import PtyTerminal, environment

KEYS = "\x19"  # ctrl+y


def answer_of(faq_path, words):
    return next(e.answer for e in load(faq_path).library.entries if words in e.question)


@contextmanager
def in_tmux(tmp_path, arguments, *settings):
    tmux = require("tmux")
    name = f"faqtui-{uuid.uuid4().hex[:8]}"
    config = tmp_path / "tmux.conf"
    config.write_text("".join(f"set -g {setting}\n" for setting in settings))
    env = environment(tmp_path, TMUX_TMPDIR=str(tmp_path))
    command = [tmux, "-L", name, "-f", config, "new-session", sys.executable, "-m", "faqtui", *arguments]
    try:
        with PtyTerminal(command, env=env) as terminal:
            terminal.wait_for("^Q quit", 30)
            yield terminal
    finally:
        subprocess.run([tmux, "-L", name, "kill-server"], env=env, capture_output=True, check=False)


def test_a_plain_terminal_gets_the_answer(run, bakery):
    terminal = run(bakery, "--query", "refund")
    terminal.wait_for("Open the till")
    terminal.type(KEYS)
    assert terminal.clipboard() == [answer_of(bakery, "refund")]


@pytest.mark.parametrize(
    "settings",
    [
        (),
        ("allow-passthrough on",),
        ("allow-passthrough on", "set-clipboard off"),
        ("allow-passthrough on", "set-clipboard on"),
        ("set-clipboard on",),
    ],
    ids=lambda settings: ", ".join(settings) or "as configured by default",
)
def test_inside_tmux_it_arrives_outside(tmp_path, bakery, settings):
    with in_tmux(tmp_path, [str(bakery), "--query", "refund"], *settings) as terminal:
        terminal.type(KEYS, 0.8)
        assert terminal.clipboard() == [answer_of(bakery, "refund")]


def test_inside_screen_a_long_answer_arrives_whole(tmp_path, bakery):
    screen = require("screen")
    config = tmp_path / "screenrc"
    config.write_text("startup_message off\nvbell off\n")
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    env = environment(tmp_path, SCREENDIR=str(sockets))
    command = [screen, "-U", "-c", config, sys.executable, "-m", "faqtui", bakery, "--query", "daily report"]
    with PtyTerminal(command, env=env) as terminal:
        terminal.wait_for("^Q quit", 30)
        terminal.type(KEYS, 0.8)
        answer = answer_of(bakery, "daily report")
        assert len(answer) > 2000
        assert terminal.clipboard() == [answer]
        terminal.type("\x11", 0.5)
