"""The first frame of the last session, on a terminal: there before textual is, taken over unseen, never stale."""

from __future__ import annotations

import os
import signal

import pytest

from support.held_starts import (
    Place,
    check_end_while_stopped,
    check_left,
    check_typing_meanwhile,
    is_what_comes,
    nothing_shown,
    rest,
    shown,
)

GOODBYE = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """One home for all: what a test changes, it changes back."""
    place = Place(tmp_path_factory.mktemp("home"))
    place.once()
    (place.home / ".local/state/faqtui").mkdir(parents=True)  # as after the first session that was left
    place.once()
    return place


def test_it_is_private(place):
    (frame,) = place.frames()
    assert frame.stat().st_mode & 0o777 == 0o600
    assert frame.parent.stat().st_mode & 0o777 == 0o700


def test_it_is_there_before_textual_and_taken_over_by_nothing(place):
    with place.start() as terminal:
        early = shown(terminal)
        assert "How long does bread keep?" in early
        sent = len(terminal.output)
        place.release()
        terminal.settle(1)
        terminal.send("\x11")
        before = len(terminal.output)
        assert terminal.wait_exit() == 0
        check_left(terminal)
    taken_over = terminal.output[sent:before]
    assert b"\x1b[2J" not in taken_over
    assert b"\x1b[?1049" not in taken_over
    assert b"bread keep" not in taken_over
    assert len(taken_over) < 400


def test_letters_typed_meanwhile_arrive_and_are_not_echoed(place):
    with place.start() as terminal:
        check_typing_meanwhile(place, terminal)


def test_enter_typed_meanwhile_is_enter(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.send("thaw\r")
        place.release()
        screen = terminal.wait_for("Slowly.")
        terminal.settle()
        assert "thaw" in screen
        terminal.type("q")  # enter went to the answer, where q leaves
        assert terminal.wait_exit() == 0


def test_ctrl_c_meanwhile_leaves(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.send("\x03")
        place.release()
        assert terminal.wait_exit() == 0
        check_left(terminal)


@pytest.mark.parametrize("number", GOODBYE, ids=lambda number: number.name)
def test_signals_meanwhile_restore_the_terminal(place, number):
    with place.start() as terminal:
        shown(terminal)
        terminal.settle()  # all is imported that does not wait
        terminal.process.send_signal(number)
        assert terminal.wait_exit(5) == -number
        check_left(terminal)


def test_a_terminal_that_is_stopped_holds_nobody(place):
    with place.start() as terminal:
        check_end_while_stopped(terminal)


def test_a_hang_up_meanwhile_ends_it(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.hang_up()
        assert terminal.wait_exit(5) == -signal.SIGHUP


def test_another_size_meanwhile_is_drawn_anew(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.resize(100, 30)
        place.release()
        terminal.wait_for(lambda text: "^Q quit" in text.split("\n")[29])
        assert terminal.text.count("^Q quit") == 1


def test_a_stop_by_the_kernel_meanwhile_is_drawn_anew(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.process.send_signal(signal.SIGSTOP)
        os.write(terminal.slave, b"\x1b[2J\x1b[Ha shell's prompt")
        terminal.wait_for("prompt")
        terminal.process.send_signal(signal.SIGCONT)
        place.release()
        terminal.wait_for("^Q quit")
        terminal.settle()
        assert "prompt" not in terminal.text


@pytest.mark.parametrize(
    "env", [{"TERM": "xterm"}, {"NO_COLOR": "1"}, {"COLORTERM": "truecolor"}, {"LANG": "C"}], ids=str
)
def test_elsewhere_another_is_made(place, env):
    with place.start(**env) as terminal:
        assert is_what_comes(place, terminal)


def test_with_other_arguments_too(place):
    with place.start(arguments=("--ascii", str(place.faq))) as terminal:
        assert is_what_comes(place, terminal)
        assert terminal.text.isascii()


@pytest.mark.parametrize("option", ["--secure", "--query=thaw"])
def test_in_secure_mode_and_where_it_has_to_be_found_first_nothing_is_shown(place, option):
    with place.start(arguments=(option, str(place.faq))) as terminal:
        assert nothing_shown(terminal)
    with place.start(FAQTUI_SECURE="1") as terminal:
        assert nothing_shown(terminal)


def test_secure_mode_keeps_none(place):
    before = place.frames()
    with place.start(held=False, FAQTUI_SECURE="1") as terminal:
        terminal.wait_for("^Q quit")
        terminal.settle(1)
    assert place.frames() == before


@pytest.mark.parametrize(
    ("file", "data"),
    [(".config/faqtui/config.toml", "ascii = true\n"), (".local/state/faqtui/layout.json", '{"tree": 0.6}')],
)
def test_what_is_set_otherwise_meanwhile_is_never_shown_as_it_was(place, file, data):
    path = place.home / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data)
    try:
        with place.start() as terminal:
            assert is_what_comes(place, terminal)
            assert terminal.text.isascii() == file.endswith("toml")
            assert (terminal.text.split("\n")[2][48] == "┬") == file.endswith("json")
    finally:
        path.unlink()


def test_content_that_changed_meanwhile_is_never_shown_as_it_was(place):
    before = place.faq.read_bytes()
    place.faq.write_bytes(before.replace(b"bread keep", b"cake keep"))
    try:
        with place.start() as terminal:
            assert is_what_comes(place, terminal)
            assert "cake keep" in terminal.text
    finally:
        place.faq.write_bytes(before)
        rest()
        place.once()


def test_content_that_is_gone_is_told_of_on_a_terminal_that_is_left_alone(place):
    moved = place.faq.rename(place.home / "moved.md")
    try:
        with place.start(held=False) as terminal:
            assert terminal.wait_exit() == 2
            assert "bread.md" in terminal.text
            assert b"\x1b[?1049h" not in terminal.output
    finally:
        moved.rename(place.faq)
        rest()
        place.once()


def test_content_that_goes_meanwhile_is_told_of_after_the_terminal_is_left(place):
    with place.start(at="faqtui.cli") as terminal:  # which comes between the kept frame and the content
        shown(terminal)
        moved = place.faq.rename(place.home / "moved.md")
        place.release()
        try:
            assert terminal.wait_exit() == 2
        finally:
            moved.rename(place.faq)
            rest()
            place.once()
        told = terminal.output.rindex(b"bread.md")
        assert terminal.output.rindex(b"\x1b[?1049l") < told
        check_left(terminal)
