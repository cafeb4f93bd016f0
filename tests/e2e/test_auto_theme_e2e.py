"""The theme that asks the terminal for its background: of one that answers, one that does so late, one that never does."""

from __future__ import annotations

import json
import os
import signal

import pytest

from faqtui.wire.replies import ATTRIBUTES, QUESTION
from support.held_starts import Place, check_left, nothing_shown, shown
from support.multiplexers import TmuxServer
from support.patience import Patience
from support.pty_terminal import FAQTUI, PtyTerminal

ASKED = b"\x1b]11;?\x1b\\"
MODE = b"\x1b[?2026;2$y"
LIGHT, DARK = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]11;rgb:0000/0000/0000\x07"
BACKGROUNDS = ".local/state/faqtui/backgrounds.json"
AUTO = ("--theme", "auto")


def ground(terminal):
    """What the background of the title is, as the emulator names colours."""
    return terminal.screen.buffer[0][1].bg


def wait_for_ground(terminal, wanted):
    terminal.wait_for(lambda text: wanted(ground(terminal)) and "^Q quit" in text)


def is_light(colour):
    return len(colour) == 6 and colour != "default" and int(colour[:2], 16) > 0x80


def is_dark(colour):
    return len(colour) == 6 and colour != "default" and int(colour[:2], 16) < 0x80


def is_own(colour):
    return colour == "default"


def wait_for_question(terminal, count=1, asked=ASKED):
    patience = Patience(20, terminal.process.pid)
    while terminal.output.count(asked) < count and patience.lasts:
        terminal.pump(0.02)
    assert terminal.output.count(asked) == count


@pytest.fixture
def remembered(tmp_path):
    def reading(pid):
        path, patience = tmp_path / BACKGROUNDS, Patience(20, pid)
        while not path.exists() and patience.lasts:
            os.sched_yield()
        return list(json.loads(path.read_text()).values())

    return reading


@pytest.mark.parametrize(("answer", "wanted"), [(LIGHT, is_light), (DARK, is_dark)])
def test_a_terminal_that_answers_has_the_theme_of_its_background(run, remembered, answer, wanted):
    terminal = run(*AUTO)
    wait_for_question(terminal)
    terminal.send(answer)
    wait_for_ground(terminal, wanted)
    assert "rgb" not in terminal.text
    assert remembered(terminal.process.pid) == ["light" if answer is LIGHT else "dark"]
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.output.count(ASKED) == 1


def test_one_that_never_answers_has_its_own_colours_and_is_not_waited_for(run, tmp_path):
    terminal = run(*AUTO)
    terminal.wait_for("^Q quit")
    assert is_own(ground(terminal))
    terminal.type("token")
    assert is_own(ground(terminal))
    terminal.send("\x03\x11")
    assert terminal.wait_exit() == 0
    assert not (tmp_path / BACKGROUNDS).exists()


def test_a_late_answer_in_two_parts_switches_in_one_burst_and_is_no_key(run):
    terminal = run(*AUTO)
    terminal.wait_for("^Q quit")
    terminal.type("token")
    screen = terminal.settle()
    terminal.send(LIGHT[:9])
    terminal.settle()
    assert is_own(ground(terminal))
    before = len(terminal.output)
    terminal.send(LIGHT[9:])
    wait_for_ground(terminal, is_light)
    assert terminal.settle() == screen
    assert b"\x1b[2J" not in terminal.output[before:]


def test_what_nobody_asked_for_changes_nothing(run):
    terminal = run(*AUTO)
    wait_for_question(terminal)
    terminal.send(DARK)
    wait_for_ground(terminal, is_dark)
    terminal.type(LIGHT)
    assert is_dark(ground(terminal))
    plain = run()
    plain.wait_for("^Q quit")
    plain.type(LIGHT)
    assert is_own(ground(plain))


@pytest.mark.parametrize("term", ["linux", "xterm", "screen-256color", "vt220"])
def test_one_that_may_print_the_question_or_has_few_colours_is_never_asked(run, term):
    terminal = run(*AUTO, TERM=term)
    terminal.wait_for("quit")
    terminal.settle()
    assert ASKED not in terminal.output


def test_other_themes_ask_nothing(run):
    terminal = run("--theme", "dark")
    terminal.wait_for("^Q quit")
    terminal.settle()
    assert b"\x1b]11" not in terminal.output


def test_without_colours_nothing_is_asked(run):
    terminal = run(*AUTO, NO_COLOR="1")
    terminal.wait_for("^Q quit")
    assert b"\x1b]11" not in terminal.output


def test_the_environment_hints_at_it_until_the_answer_comes(run):
    terminal = run(*AUTO, COLORFGBG="0;15")
    terminal.wait_for("^Q quit")
    assert is_light(ground(terminal))
    terminal.send(DARK)
    wait_for_ground(terminal, is_dark)


def test_secure_mode_asks_too_and_remembers_nothing(run, tmp_path):
    terminal = run(*AUTO, "--secure")
    wait_for_question(terminal)
    terminal.send(LIGHT)
    wait_for_ground(terminal, is_light)
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert not (tmp_path / ".local/state/faqtui").exists()


@pytest.mark.parametrize("arguments", [(), ("--secure",)])
def test_chosen_in_the_palette_it_asks_then(run, arguments):
    terminal = run(*arguments, SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22")
    terminal.wait_for("^Q quit")
    terminal.type("\x10theme auto")
    wait_for_question(terminal)
    terminal.send("\r" + LIGHT.decode())
    terminal.wait_for(lambda text: "theme: auto" in text and is_light(ground(terminal)))
    assert "rgb" not in terminal.text
    terminal.send("\x11")
    assert terminal.wait_exit() == 0


@pytest.mark.parametrize(("before", "after"), [(b"", b"\x1b[?2026;2$y"), (b"\x1b[?2026;2$y", b"")])
def test_who_leaves_before_the_answer_leaves_none_to_the_shell(run, before, after):
    terminal = run(*AUTO, SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22")
    wait_for_question(terminal)
    terminal.send(before + b"\x11")
    terminal.pump(0.05)
    terminal.send(LIGHT + after)  # while it leaves
    assert terminal.wait_exit() == 0
    terminal.pump(0.05)
    os.set_blocking(terminal.slave, False)
    with pytest.raises(BlockingIOError):
        os.read(terminal.slave, 100)
    assert b"rgb" not in terminal.output, "it is echoed, as what is typed"
    check_left(terminal)


@pytest.mark.parametrize("late", [0.8, 3.0])
@pytest.mark.parametrize(("arguments", "answers"), [(AUTO, LIGHT + MODE), (AUTO, LIGHT), (AUTO, MODE), ((), MODE)])
def test_however_late_the_answers_come_the_shell_gets_none_of_them(run, arguments, answers, late):
    terminal = run(*arguments)
    terminal.says_what_it_is = False
    wait_for_question(terminal, asked=QUESTION)
    terminal.send("\x11")
    terminal.drain(late)
    terminal.send(answers)
    terminal.drain(0.2)
    terminal.send(b"\x1b[?62;22c")
    assert terminal.wait_exit() == 0
    check_nothing_is_echoed(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
@pytest.mark.parametrize(("arguments", "answers"), [(AUTO, LIGHT + MODE), (AUTO, LIGHT), ((), MODE)])
def test_whom_a_signal_ends_leaves_no_answer_to_the_shell(run, arguments, answers, number):
    terminal = run(*arguments)
    terminal.says_what_it_is = False
    wait_for_question(terminal, asked=QUESTION)
    terminal.process.send_signal(number)
    terminal.drain(0.2)
    terminal.send(answers)
    terminal.drain(0.1)
    terminal.send(b"\x1b[?62;22c")
    assert terminal.wait_exit() == -number
    check_nothing_is_echoed(terminal)


@pytest.mark.parametrize("answers", [(), (MODE,)])
def test_a_second_signal_ends_what_waits_for_an_answer(run, answers):
    terminal = run(*AUTO)
    terminal.says_what_it_is = False
    wait_for_question(terminal, asked=QUESTION)
    terminal.process.send_signal(signal.SIGTERM)
    terminal.drain(0.2)
    for answer in answers:
        terminal.send(answer)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.wait_exit() == -signal.SIGTERM
    check_left(terminal)


def check_nothing_is_echoed(terminal):
    """What was answered after it has left has gone to nobody."""
    terminal.pump(0.05)
    assert not any(part in terminal.output for part in (b"rgb", b"2026;2", b"62;22")), "it is echoed, as what is typed"
    check_left(terminal)


def test_who_says_nothing_but_what_it_is_is_not_waited_for(run):
    terminal = run(*AUTO, SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22")
    wait_for_question(terminal)
    terminal.send("\x11")
    assert terminal.wait_exit(3.0) == 0
    assert terminal.output.count(ATTRIBUTES) == 1


def test_a_kept_frame_has_the_theme_of_last_time_and_asks_at_once(tmp_path):
    (tmp_path / ".config/faqtui").mkdir(parents=True)
    (tmp_path / ".config/faqtui/config.toml").write_text('theme = "auto"\n')
    path = tmp_path / BACKGROUNDS
    path.parent.mkdir(parents=True)
    path.write_text('{"xterm-256color": "light"}')
    path.chmod(0o600)
    place = Place(tmp_path)
    place.once()
    with place.start() as terminal:
        shown(terminal)
        assert is_light(ground(terminal))
        wait_for_question(terminal)
        terminal.send(b"th" + LIGHT)
        terminal.settle()
        place.release()
        terminal.send("aw")
        terminal.wait_for(lambda text: "/ thaw" in text)
        assert terminal.output.count(ASKED) == 1
        assert is_light(ground(terminal))
    with place.start() as terminal:
        shown(terminal)
        terminal.send(DARK)
        terminal.settle()
        before = len(terminal.output)
        place.release()
        wait_for_ground(terminal, is_dark)
        terminal.settle()
        assert b"\x1b[2J" not in terminal.output[before:]
        patience = Patience(20, terminal.process.pid)
        while "dark" not in path.read_text() and patience.lasts:
            terminal.pump(0.02)
    with place.start() as terminal:  # what was kept is not true any more
        assert not nothing_shown(terminal)
        assert is_dark(ground(terminal))
        place.release()


def test_inside_tmux_what_tmux_says_holds(tmp_path):
    with (
        TmuxServer(tmp_path, 'default-terminal "tmux-256color"', 'window-style "bg=#ffffff"') as tmux,
        PtyTerminal(tmux.around([*FAQTUI, *AUTO]), env=tmux.env) as terminal,
    ):
        wait_for_ground(terminal, is_light)
        path, patience = tmp_path / BACKGROUNDS, Patience(20, terminal.process.pid)
        while not path.exists() and patience.lasts:
            terminal.pump(0.05)
        assert list(json.loads(path.read_text()).values()) == ["light"]
        terminal.send("\x11")
        terminal.wait_for(lambda text: "exited" in text or "quit" not in text)
        assert "rgb" not in terminal.text


def test_inside_a_tmux_that_does_not_know_it_stays_as_it_was(tmp_path):
    with (
        TmuxServer(tmp_path, 'default-terminal "tmux-256color"') as tmux,
        PtyTerminal(tmux.around([*FAQTUI, *AUTO]), env=tmux.env) as terminal,
    ):
        terminal.wait_for("^Q quit")
        terminal.type("token")
        assert "rgb" not in terminal.text
        assert "/ token" in terminal.text


@pytest.mark.parametrize(("answer", "said"), [(LIGHT, "is light (rgb:ffff/ffff/ffff)"), (b"", "does not say")])
def test_the_doctor_tells_what_is_answered(run, answer, said):
    terminal = run("doctor", rows=50)
    terminal.says_what_it_is = False
    wait_for_question(terminal)
    terminal.pump(0.1)
    terminal.send(answer + b"\x1b[?62;22c")
    assert terminal.wait_exit(20) == 0
    assert said in " ".join(terminal.text.split())
    assert terminal.attributes_restored()
    assert "rgb" not in terminal.text.split("Terminal")[0]
