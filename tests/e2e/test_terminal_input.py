"""What a terminal sends beside keys ends nothing, is typed nowhere, and makes no size of its own."""

from __future__ import annotations

import signal
import subprocess
import sys

import psutil
import pytest

from support.measuring import memory_mb
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.terminal_input import ANSWERS

RELEASES = ["\x1b[97;1:3u", "\x1b[1;1:3B", "\x1b[27;1:3u", "\x1b[57441;2:3u", "\x1b[97;1:3u" * 50]


@pytest.fixture(params=[False, True], ids=["plain", "secure"])
def terminal(request, run, bakery):
    terminal = run(*(["--secure"] if request.param else []), bakery)
    terminal.wait_for("^Q quit")
    return terminal


def leaves(terminal):
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []


def test_a_key_let_go_does_nothing_and_ends_nothing(terminal):
    before = terminal.settle()
    for sent in RELEASES:
        assert terminal.type(sent) == before, ascii(sent)
    terminal.type("oven")
    assert "/ oven" in terminal.text
    leaves(terminal)


def test_keys_of_the_protocol_of_kitty_are_keys(terminal):
    terminal.type("\t")
    before = terminal.screen.cursor.y, terminal.settle()
    after = terminal.type("\x1b[1;1:1B")
    assert after != before[1]
    assert terminal.type("\x1b[1;1:3B") == after
    terminal.type("\x1b[47u\x1b[111u\x1b[118;1:1u\x1b[118;1:3u")
    assert "/ ov" in terminal.text
    terminal.send("\x1b[113;5u")
    assert terminal.wait_exit() == 0


def test_answers_to_the_questions_of_others_are_typed_nowhere(terminal):
    terminal.type("oven")
    shown = terminal.settle()
    for sent in ANSWERS:
        if "97" not in sent:  # a wrong text makes no wrong key
            terminal.send(sent)
    assert terminal.settle(0.5) == shown
    leaves(terminal)


def test_no_answer_is_a_key_where_letters_are(terminal):
    terminal.type("\t")
    shown = terminal.settle()
    for sent in ("\x1b[?997;1n", "\x1b[?997;2n", "\x1b]11;rgb:0/0/0\x07", "\x1b[3;1R", "\x1b[?62;22;52c"):
        assert terminal.type(sent) == shown, ascii(sent)
    leaves(terminal)


def test_what_a_slow_link_cuts_is_not_typed(terminal):
    terminal.type("oven")
    for first, then in (("\x1b[<65;70;", "10M"), ("\x1b[1;", "5C"), ("\x1b]11;rgb:1e", "1e/1e\x07")):
        terminal.send(first)
        terminal.pump(0.25)
        terminal.settle(0.25)
        terminal.send(then)
        terminal.settle()
        assert "/ oven" in terminal.text
        assert then not in terminal.text
    leaves(terminal)


def test_an_escape_joined_to_a_key_is_both(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    for key in ("G", "1", "~", "é", "[", "]", "O", "P", "^", "/"):
        terminal.type("\x15oven")
        terminal.send("\x1b" + key)
        terminal.wait_for(
            lambda text, key=key: f"/ {'' if key == '/' else key}" in text and "oven" not in text.split("\n")[1]
        )


def test_alt_with_a_key_in_a_form_of_its_own_is_no_escape(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.type("oven paper")
    terminal.type("\x1b[1;3Dx")
    assert "/ oven xpaper" in terminal.text
    terminal.type("\x1b[1;3A\x1b[5;3~\x1b[1;9D")
    assert "/ oven xpaper" in terminal.text


def test_alt_d_deletes_a_word(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.type("print abc")
    terminal.type("\x1b[H\x1bd")
    assert "print" not in terminal.text.split("\n")[1]
    assert "abc" in terminal.text.split("\n")[1]


@pytest.mark.parametrize(
    "sent", ["x" * 16_000, "xyz" * 6_000, "lorem ipsum " * 2_000, "\x1b[200~" + "xyz" * 6_000 + "\x1b[201~"]
)
def test_much_at_once_costs_no_more_than_it_is_worth(terminal, sent):
    process = psutil.Process(terminal.process.pid)
    before = process.cpu_times().user
    for start in range(0, len(sent), 4000):
        terminal.send(sent[start : start + 4000])
        terminal.pump(0.01)
    terminal.settle(1.0, 20)
    assert process.cpu_times().user - before < 8  # it was 12 s at once, and minutes for more
    assert process.memory_info().rss < 120_000_000
    leaves(terminal)


FLOODS = {
    "keys": b"\tjk\x1b[A\x0f\x1b",
    "letters": b"abc",
    "the wheel": b"\x1b[<65;50;9M\x1b[<64;50;9M",
    "clicks": b"\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<0;10;14M\x1b[<0;10;14m",
    "pastes": b"\x1b[200~" + b"lorem " * 2000 + b"\x1b[201~",
    "answers": b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07\x1b[?62;22;52c",
    "searches": b"\x06a\x1b/b\x1b",
}


@pytest.mark.parametrize("keys", FLOODS.values(), ids=FLOODS)
def test_what_comes_faster_than_it_acts_takes_no_memory(run, bakery, keys):
    terminal = run("--secure", bakery)
    terminal.wait_for("^Q quit")
    terminal.flood(keys, 1)
    before = memory_mb(terminal.process.pid)
    assert terminal.flood(keys, 2.5) > 100
    assert memory_mb(terminal.process.pid) - before < 6  # a megabyte of keys took 400
    terminal.process.terminate()
    assert terminal.wait_exit() == -signal.SIGTERM
    assert terminal.modes_left_on() == []


@pytest.mark.parametrize("what", ["the wheel", "clicks"])
def test_a_key_behind_thousands_of_mouse_reports_is_soon_heard(terminal, what):
    process = psutil.Process(terminal.process.pid)
    before = process.cpu_times().user
    terminal.flood(FLOODS[what], 0.5)
    for _ in range(10):
        terminal.send(FLOODS[what] * 100)
        terminal.pump(0.005)
    terminal.send("\x06")  # find in the answer
    terminal.wait_for("enter keep", 60)
    assert process.cpu_times().user - before < 2  # clicks took 10 s and more
    terminal.send("\x1b")
    leaves(terminal)


def test_a_key_in_one_piece_with_a_click_finds_what_that_has_selected(terminal):
    terminal.type("\t")
    shown = terminal.settle().splitlines()
    row = next(number for number, line in enumerate(shown, 1) if "What does error" in line[:30])
    terminal.send(f"\x1b[<0;10;{row}M\x1b[<0;10;{row}mJ")
    terminal.wait_for("│ Can I bake two trays")
    leaves(terminal)


def test_the_mouse_does_nothing_where_there_is_no_screen(terminal):
    terminal.type("\t")
    shown = terminal.settle()
    for sent in ("\x1b[<0;9999;9999M", "\x1b[<0;81;5M\x1b[<0;81;5m", "\x1b[<0;5;25m", "\x1b[<65;5;99M"):
        assert terminal.type(sent) == shown, ascii(sent)
    leaves(terminal)


def test_buttons_for_back_and_forward_are_no_clicks(terminal):
    shown = terminal.settle()
    for sent in ("\x1b[<128;50;8M\x1b[<128;50;8m", "\x1b[<129;10;8M\x1b[<129;10;8m", "\x1b[<128;10;8M\x1b[<128;10;8m"):
        assert terminal.type(sent) == shown, ascii(sent)
    leaves(terminal)


def test_a_paste_without_an_end_keeps_no_key_from_acting(terminal):
    terminal.send("\x1b[200~oven")
    terminal.settle(0.3)
    terminal.send("\x11")
    assert terminal.wait_exit() == 0


def test_a_size_is_clamped_before_anything_is_made_of_it(terminal):
    terminal.settle(0.6)  # what was read has been saved
    before = memory_mb(terminal.process.pid, "VmHWM")
    for size in ((20_000, 20_000), (65_535, 65_535), (65_535, 1), (1, 65_535), (0, 0)):
        terminal.claim(*size)
        terminal.catch_up(1.0)
        assert memory_mb(terminal.process.pid, "VmHWM") < before + 18, size
    terminal.resize(80, 24)
    terminal.catch_up(0.5)
    terminal.send("\x11")
    assert terminal.wait_exit() == 0


def test_a_size_that_is_typed_is_none(terminal):
    shown = terminal.settle()
    for sent in ("\x1b[48;20000;20000;1;1t", "\x1b[8;9999;9999t", "\x1b[48;5;5t"):
        assert terminal.type(sent) == shown, ascii(sent)
    leaves(terminal)


@pytest.mark.parametrize("closed", [2])
def test_a_closed_stream_changes_nothing_about_leaving(tmp_path, bakery, closed):
    code = f"import os, sys; os.close({closed}); os.execv(sys.executable, [sys.executable, '-m', 'faqtui', {str(bakery)!r}])"
    with PtyTerminal([sys.executable, "-c", code], env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q quit")
        leaves(terminal)


def test_the_start_takes_what_is_there_of_a_huge_terminal(tmp_path, bakery):
    with PtyTerminal([*FAQTUI, str(bakery)], env=environment(tmp_path), columns=80, rows=24, early=True) as terminal:
        terminal.claim(30_000, 30_000)
        terminal.catch_up(2.0)
        assert memory_mb(terminal.process.pid, "VmHWM") < 75
        terminal.resize(80, 24)
        terminal.catch_up(0.5)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


def test_output_to_a_pipe_has_no_size_to_be_afraid_of(tmp_path, bakery):
    done = subprocess.run(
        [*FAQTUI, "show", "oven", "--content", str(bakery)],
        env=environment(tmp_path, COLUMNS="9" * 30),
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode in (0, 1)
    assert b"Traceback" not in done.stderr
    assert len(done.stdout) < 100_000
