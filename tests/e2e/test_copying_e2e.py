"""Copying through real multiplexers: what reaches the terminal outside is byte for byte the answer."""

import os
import re

import pytest

from faqtui import load
from support.multiplexers import ScreenServer, TmuxServer, mosh_around, older_tmux
from support.patience import Watch
from support.pty_terminal import FAQTUI, PtyTerminal, environment

COPY = "\x19"  # ctrl+y
QUIT = "\x11"
REFUND = ("--query", "refund")
SIZES = {"greeting": 0, "tabs": 0, "tenthousand": 10_000, "hundredthousand": 100_000}


def answer_of(path, words="refund"):
    return next(e.answer for e in load(path).library.entries if words in e.question)


@pytest.fixture
def copies(tmp_path):
    """A FAQ whose answers are what must arrive whole."""
    path = tmp_path / "copies.md"
    line = "Ünïcode ☃ and 0123456789 abcdefghijklmnopqrstuvwxyz.\n"
    answers = {
        "greeting": "héllo\nworld",
        "tabs": "```make\nall:\n\tcc -o a a.c\t# tab\n```",
        **{name: (line * (size // 50))[:size].rstrip() for name, size in SIZES.items() if size},
    }
    path.write_text("# Copies\n\n" + "".join(f"## What is {name}?\n\n{text}\n\n" for name, text in answers.items()))
    got = {entry.question.split()[-1].rstrip("?"): entry.answer for entry in load(path).library.entries}
    assert got == answers
    return path, answers


def ready(terminal):
    """Wait until the program is there, and tmux has done with painting: while it does, it hands nothing on."""
    terminal.wait_for("^Q quit", 30)
    terminal.settle()


def arrives(terminal, *texts, seconds=10.0):
    """Wait until the terminal was asked to take `texts`, and for the word about it."""

    def come(_):
        return len(terminal.clipboard()) >= len(texts) and "sent" in terminal.text

    terminal.wait_for(come, seconds)
    assert terminal.clipboard() == list(texts)
    return next(line for line in terminal.text.splitlines() if "sent" in line)


def filter_for(terminal, words):
    def counted():
        return " of " in terminal.text.splitlines()[1]  # as in "1 of 9", which an empty filter does not say

    if counted():
        terminal.send("\x15")  # ctrl+u
        terminal.wait_for(lambda _: not counted())
    # Letter by letter: an entry that half a word found stays for some keys, and how many keys come at once is chance.
    for end in range(1, len(words) + 1):
        terminal.send(words[end - 1])
        terminal.wait_for(
            lambda screen, so_far=words[:end]: screen.splitlines()[1].startswith(f" / {so_far} ") and counted()
        )


def all_arrive(terminal, answers):
    """Filter for each of `answers`, and copy it."""
    for place, (name, text) in enumerate(answers.items()):
        filter_for(terminal, name)
        terminal.wait_for(lambda screen, name=name: screen.count("What is") == screen.count(f"What is {name}?") == 2)
        terminal.send(COPY)
        assert f"{len(text):,} characters" in arrives(terminal, *list(answers.values())[: place + 1])


def refused(terminal, carrier, home, *, secure=False):
    """Copy what is too long: nothing is sent, the text is there to be dragged over and in a private file."""
    terminal.send(COPY)
    screen = terminal.wait_for(f"not sent: {carrier} carries").splitlines()
    kept = home / ".local/state/faqtui/copy.txt"
    assert terminal.clipboard() == []
    assert (screen[1].strip() == "select it by hand") if secure else ("a copy is in /" in screen[1])
    assert screen[2].startswith("Line 0000001.")
    assert terminal.mouse_is_off()
    assert kept.exists() is not secure
    if not secure:
        assert kept.stat().st_mode & 0o777 == 0o600
        assert kept.read_text().startswith("Line 0000001.")
    terminal.send("\x1b")
    terminal.wait_for("^Q quit")


def long_faq(tmp_path, size):
    """A FAQ with one answer of a little more than `size` bytes."""
    path = tmp_path / "long.md"
    lines = "".join(f"Line {number:07}. \n" for number in range(1, size // 15 + 2))
    path.write_text(f"# Long\n\n## Is it long?\n\n{lines}")
    assert size < len(answer_of(path, "long")) < size + 40
    return path


def test_a_plain_terminal_gets_the_answer(run, copies):
    path, answers = copies
    terminal = run(path)
    terminal.wait_for("^Q quit")
    all_arrive(terminal, answers)


# -- tmux


def test_in_tmux_it_arrives_whatever_the_settings(tmp_path, bakery):
    answer = answer_of(bakery)
    with (
        TmuxServer(tmp_path) as tmux,
        PtyTerminal(tmux.around([*FAQTUI, bakery, *REFUND]), env=tmux.env) as terminal,
    ):
        ready(terminal)
        count = 0
        for passthrough in ("off", "on", "all"):
            if tmux.run("set", "-g", "allow-passthrough", passthrough).returncode:
                assert passthrough == "all"  # 3.4 and later
                continue
            for clipboard in ("off", "external", "on"):
                assert not tmux.run("set", "-g", "set-clipboard", clipboard).returncode
                count += 1
                terminal.type("\x1b[B\x1b[A")  # the word about the last copy goes with another key
                assert "sent" not in terminal.text
                terminal.send(COPY)
                told = arrives(terminal, *[answer] * count)
                assert ("tmux buffer" if passthrough == "off" else "through tmux") in told
                selector = re.findall(rb"\x1b\]52;([^;]*);", terminal.output)[-1]
                assert selector == (b"" if passthrough == "off" else b"c")
        assert count >= 6
        terminal.send(QUIT)
        terminal.wait_exit()


@pytest.mark.parametrize("passthrough", ["off", "on"])
def test_through_tmux_it_is_exact(tmp_path, copies, passthrough):
    path, answers = copies
    with (
        TmuxServer(tmp_path, f"allow-passthrough {passthrough}") as tmux,
        PtyTerminal(tmux.around([*FAQTUI, path]), env=tmux.env) as terminal,
    ):
        ready(terminal)
        all_arrive(terminal, answers)


def test_what_tmux_would_cut_is_refused(tmp_path):
    path = long_faq(tmp_path, 780_000)
    with (
        TmuxServer(tmp_path, "allow-passthrough on") as tmux,
        PtyTerminal(tmux.around([*FAQTUI, path]), env=tmux.env) as terminal,
    ):
        ready(terminal)
        refused(terminal, "tmux", tmp_path)


def test_an_older_tmux_gets_it_wrapped(tmp_path, bakery):
    with TmuxServer(tmp_path, "allow-passthrough on") as tmux:
        command = ["env", f"PATH={older_tmux(tmp_path, '3.2a')}", *FAQTUI, bakery, *REFUND]
        with PtyTerminal(tmux.around(command), env=tmux.env) as terminal:
            ready(terminal)
            terminal.send(COPY)
            assert "through tmux" in arrives(terminal, answer_of(bakery))


def test_a_terminal_that_tmux_knows_no_clipboard_of_is_promised_nothing(tmp_path, bakery):
    with (
        TmuxServer(tmp_path) as tmux,
        PtyTerminal(tmux.around([*FAQTUI, bakery, *REFUND]), env=tmux.env | {"TERM": "screen-256color"}) as terminal,
    ):
        ready(terminal)
        terminal.send(COPY)
        terminal.wait_for("tmux's buffer only: nothing beyond takes it")
        assert terminal.clipboard() == []
        assert tmux.run("show-buffer").stdout.decode() == answer_of(bakery)


@pytest.mark.parametrize("named", [True, False], ids=["TMUX is known", "TMUX was unset to nest them"])
def test_in_tmux_in_tmux_it_arrives(tmp_path, bakery, named):
    with TmuxServer(tmp_path) as outer, TmuxServer(tmp_path, "allow-passthrough on") as inner:
        command = inner.around([*FAQTUI, bakery, *REFUND])
        command = command if named else ["env", "-u", "TMUX", *command]
        with PtyTerminal(outer.around(["sh", "-c", 'exec "$@"', "sh", *command]), env=outer.env) as terminal:
            ready(terminal)
            terminal.send(COPY)
            terminal.wait_for(lambda screen: "sent" in screen)
            terminal.wait_for(lambda _: terminal.clipboard())
            assert terminal.clipboard() == [answer_of(bakery)]


# -- screen


def test_through_screen_it_is_exact(tmp_path, copies):
    path, answers = copies
    with (
        ScreenServer(tmp_path) as screen,
        PtyTerminal(screen.around([*FAQTUI, path]), env=environment(tmp_path, **screen.env)) as terminal,
    ):
        ready(terminal)
        all_arrive(terminal, answers)


def test_what_screen_would_cut_is_refused(tmp_path):
    command = [*FAQTUI, long_faq(tmp_path, 200_000)]
    with (
        ScreenServer(tmp_path) as screen,
        PtyTerminal(screen.around(command), env=environment(tmp_path, **screen.env)) as terminal,
    ):
        ready(terminal)
        refused(terminal, "screen", tmp_path)


def test_in_screen_in_tmux_it_arrives(tmp_path, bakery):
    with TmuxServer(tmp_path) as tmux, ScreenServer(tmp_path) as screen:
        command = tmux.around(screen.around([*FAQTUI, bakery, *REFUND]))
        with PtyTerminal(command, env=tmux.env | screen.env) as terminal:
            ready(terminal)
            terminal.send(COPY)
            terminal.wait_for("tmux buffer")
            terminal.wait_for(lambda _: terminal.clipboard())
            assert terminal.clipboard() == [answer_of(bakery)]


@pytest.mark.parametrize("passthrough", ["off", "on"])
def test_in_tmux_in_screen_it_arrives_or_is_known_not_to(tmp_path, copies, passthrough):
    path, answers = copies
    with ScreenServer(tmp_path) as screen, TmuxServer(tmp_path, f"allow-passthrough {passthrough}") as tmux:
        command = screen.around(tmux.around([*FAQTUI, path]))
        with PtyTerminal(command, env=tmux.env | screen.env) as terminal:
            ready(terminal)
            if passthrough == "on":
                all_arrive(terminal, answers)
            else:
                terminal.send(COPY)
                terminal.wait_for("tmux's buffer only: screen stops it")
                assert terminal.clipboard() == []


# -- mosh


def test_the_program_works_through_mosh(tmp_path, bakery):
    """Find, read, copy and leave at 80x24."""
    with mosh_around(tmp_path, [*FAQTUI, bakery]) as terminal:
        ready(terminal)
        terminal.send("refu")
        terminal.wait_for("Open the till")
        terminal.send("\r")
        terminal.wait_for("y copy")
        terminal.send("y")
        assert "through mosh" in arrives(terminal, answer_of(bakery))
        terminal.send(QUIT)
        assert terminal.wait_exit() == 0


def test_mosh_carries_as_much_as_is_let_through_and_no_more(tmp_path):
    path = tmp_path / "edge.md"
    fits = "é" * 6_139 + "xy"
    path.write_text(f"# Edge\n\n## What fits?\n\n{fits}\n\n## What bursts?\n\n{fits}z\n")
    assert len(answer_of(path, "fits").encode()) == 12_280
    with mosh_around(tmp_path, [*FAQTUI, path, "--query", "fits"]) as terminal:
        ready(terminal)
        terminal.send(COPY)
        arrives(terminal, fits)
        filter_for(terminal, "bursts")
        terminal.wait_for(lambda screen: "What bursts" in screen and "What fits" not in screen)
        terminal.send(COPY)
        screen = terminal.wait_for("not sent: mosh carries 12,280 bytes").splitlines()
        assert "a copy is in /" in screen[1]
        assert terminal.clipboard() == [fits]


# -- this desktop


@pytest.mark.parametrize(("name", "variable"), [("xclip", "DISPLAY"), ("clip.exe", "WSL_DISTRO_NAME")])
def test_a_helper_of_the_desktop_gets_the_bytes(run, bakery, tmp_path, name, variable):
    helper = tmp_path / name
    helper.write_text(f"#!/bin/sh\nexec cat > {tmp_path}/out\n")
    helper.chmod(0o755)
    terminal = run(bakery, *REFUND, PATH=f"{tmp_path}:{os.environ['PATH']}", **{variable: "1"})
    terminal.wait_for("Open the till")
    terminal.send(COPY)
    terminal.wait_for(f"the clipboard ({name})")
    assert (tmp_path / "out").read_bytes() == answer_of(bakery).encode()
    assert terminal.clipboard() == []


def test_over_ssh_a_helper_of_that_desktop_is_left_alone(run, bakery, tmp_path):
    helper = tmp_path / "xclip"
    helper.write_text(f"#!/bin/sh\nexec cat > {tmp_path}/out\n")
    helper.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    terminal = run(bakery, *REFUND, PATH=path, DISPLAY="localhost:10.0", SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22")
    terminal.wait_for("Open the till")
    terminal.send(COPY)
    assert "over SSH" in arrives(terminal, answer_of(bakery))
    assert not (tmp_path / "out").exists()


def test_while_a_helper_hangs_keys_act_and_leaving_waits_for_the_copy(run, bakery, tmp_path):
    for name in ("tmux", "xclip"):
        (tmp_path / name).write_text("#!/bin/sh\nexec sleep 30\n")
        (tmp_path / name).chmod(0o755)
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "TMUX": "/tmp/none,1,0", "DISPLAY": ":0"}
    terminal = run(bakery, *REFUND, **env)
    terminal.wait_for("Open the till")
    terminal.send(COPY)
    terminal.wait_for("on its way")
    watch = Watch(terminal.process.pid)
    filter_for(terminal, "oven")
    terminal.wait_for("deck oven")
    assert watch.seconds < 0.7
    assert terminal.clipboard() == []
    arrives(terminal, answer_of(bakery))
    terminal.send(COPY)
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    assert terminal.clipboard()[1:] == [answer_of(bakery, "deck oven")]
    assert terminal.modes_left_on() == []
    assert terminal.attributes_restored()


def test_in_secure_mode_no_file_is_written_for_what_is_refused(tmp_path):
    """mosh is the one limit that is known there, since nothing is run to find the others out."""
    path = long_faq(tmp_path, 12_280)
    with mosh_around(tmp_path, [*FAQTUI, path, "--secure"]) as terminal:
        ready(terminal)
        refused(terminal, "mosh", tmp_path, secure=True)


NOTHING_THERE = ["\x18", "\x1b[3;2~", "\x1b[2;5~", "\x1b[27;5;120~", "\x1b[120;5u"]
"""ctrl+x, shift+delete, ctrl+insert, and ctrl+x as newer protocols have it: with nothing there to be cut or copied."""


@pytest.mark.parametrize(
    "place",
    [[], ["\t"], ["\x06"], ["\x10"], ["\x1bOP"], ["\x1bOP", "/"], ["oven", "\r"], ["oven", "\x0f"], ["\t", "'"]],
)
def test_no_empty_clipboard_is_ever_sent(run, bakery, place):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    for key in [*place, *NOTHING_THERE]:
        terminal.type(key)
    assert b"\x1b]52;" not in terminal.output
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert b"\x1b]52;" not in terminal.output
