"""The doctor in real multiplexers: it finds what is there, and its advice helps."""

import json

from support.multiplexers import ScreenServer, TmuxServer, mosh_around
from support.pty_terminal import FAQTUI, PtyTerminal, environment


def doctor_in(path):
    """A command that has the doctor write JSON to `path`, and then says so."""
    return ["sh", "-c", f'"$@" doctor --json > {path}; echo DONE; sleep 30', "sh", *FAQTUI]


def report(terminal, path):
    terminal.wait_for("DONE", 30)
    return json.loads(path.read_text())


def test_in_tmux_the_advice_makes_copying_arrive(tmp_path):
    path = tmp_path / "report"
    outer = {"TERM": "screen-256color"}
    with TmuxServer(tmp_path) as tmux:
        with PtyTerminal(tmux.around(doctor_in(path)), env=tmux.env | outer) as terminal:
            before = report(terminal, path)
        tmux.run("kill-server")
        tmux.config.write_text(before["advice"]["line"] + "\n")
        with PtyTerminal(tmux.around(doctor_in(path)), env=tmux.env | outer) as terminal:
            after = report(terminal, path)
    (found,) = before["between"]["multiplexers"]
    assert (found["name"], found["allow_passthrough"], found["set_clipboard"]) == ("tmux", "off", "external")
    assert (found["term"], found["takes_clipboard"]) == ("screen-256color", False)
    assert before["clipboard"]["arrives"] is False
    assert (before["terminal"]["columns"], before["terminal"]["rows"]) == (80, 23)
    assert after["clipboard"]["place"] == "your terminal (tmux buffer)"
    assert after["advice"] is None


def test_tmux_in_screen_is_told_apart_from_screen_in_tmux(tmp_path):
    path = tmp_path / "report"
    with (
        ScreenServer(tmp_path) as screen,
        TmuxServer(tmp_path) as tmux,
        PtyTerminal(screen.around(tmux.around(doctor_in(path))), env=tmux.env | screen.env) as terminal,
    ):
        inner = report(terminal, path)
    with (
        TmuxServer(tmp_path) as tmux,
        ScreenServer(tmp_path) as screen,
        PtyTerminal(tmux.around(screen.around(doctor_in(path))), env=tmux.env | screen.env) as terminal,
    ):
        outer = report(terminal, path)
    assert [found["name"] for found in inner["between"]["multiplexers"]] == ["tmux", "screen"]
    assert inner["advice"]["line"] == "set -g allow-passthrough on"
    assert [found["name"] for found in outer["between"]["multiplexers"]] == ["screen", "tmux"]
    assert outer["clipboard"]["route"] == "tmux-buffer"


def test_behind_mosh_it_reads_well_at_80_columns(tmp_path):
    with mosh_around(tmp_path, ["sh", "-c", '"$@" doctor; sleep 30', "sh", *FAQTUI], rows=40) as terminal:
        text = terminal.wait_for("Nothing needs to be set up.", 30)
    assert "a copy goes to your terminal (through mosh)" in text
    assert "mosh carries up to 12,280 bytes" in text
    assert " ✓ UTF-8: " in text


def test_in_ascii_the_marks_are_ascii(tmp_path):
    env = environment(tmp_path, LANG="C", TERM="vt100")
    with PtyTerminal([*FAQTUI, "doctor"], rows=40, env=env) as terminal:
        assert terminal.wait_exit() == 0
        assert " + TERM is vt100" in terminal.text
        assert " ! no UTF-8: LANG=C" in terminal.text
        assert terminal.output.isascii()
        assert b"\x1b" not in terminal.output
