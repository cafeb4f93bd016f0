"""Which way a copy takes, and the exact bytes it sends."""

import re

import pytest

from faqtui.host.clipboard import osc52
from support.machines import TMUX, FakeMachine, tmux_says

TEXT = "héllo\nworld"
B64 = "aMOpbGxvCndvcmxk"
PLAIN = f"\x1b]52;c;{B64}\x07"
WRAPPED = f"\x1bPtmux;\x1b\x1b]52;c;{B64}\x07\x1b\\"
LOAD = ["tmux", "load-buffer", "-w", "-"]
BY_SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
SCREEN = {"STY": "1.pts"}


def in_tmux(env=TMUX, processes=None, tty="/dev/pts/9", answers=None, **facts):
    return FakeMachine(
        env, {"display-message": tmux_says(**facts), "load-buffer": "", **(answers or {})}, processes, tty
    )


def test_a_bare_terminal_gets_the_sequence():
    machine = FakeMachine({})
    result = machine.copy(TEXT)
    assert machine.written == PLAIN
    assert machine.ran == []
    assert (result.ok, result.route, result.characters) == (True, "terminal", 11)
    assert result.message == "sent 11 characters to your terminal"


def test_the_message_never_claims_more_than_was_done():
    assert "copied" not in FakeMachine({}).copy(TEXT).message
    assert FakeMachine({}).copy("x").message == "sent 1 character to your terminal"


@pytest.mark.parametrize("env", [{}, {"SSH_TTY": "/dev/pts/1"}], ids=["", "ssh"])
def test_a_terminal_without_a_clipboard_is_sent_nothing(env):
    machine = FakeMachine({"TERM": "linux"} | env)
    result = machine.copy("x")
    assert (result.ok, machine.written) == (False, "")
    assert result.message == "not sent: linux is not known to have a clipboard"


def test_secure_mode_runs_nothing_even_inside_tmux():
    machine = in_tmux(TMUX | {"DISPLAY": ":0"}, allow_passthrough="on")
    machine.copy(TEXT, secure=True)
    assert machine.ran == []
    assert machine.written == PLAIN


# -- tmux


@pytest.mark.parametrize("clipboard", ["off", "external", "on"])
@pytest.mark.parametrize("setting", ["on", "all", "1"])
def test_tmux_that_passes_sequences_gets_them_wrapped(setting, clipboard):
    machine = in_tmux(allow_passthrough=setting, set_clipboard=clipboard)
    assert machine.copy(TEXT).message == "sent 11 characters to your terminal (through tmux)"
    assert machine.written == WRAPPED


@pytest.mark.parametrize("version", ["3.2a", "2.9", "3.0"])
def test_tmux_from_before_the_setting_always_passes(version):
    machine = in_tmux(version=version, allow_passthrough="")
    machine.copy(TEXT)
    assert machine.written == WRAPPED


@pytest.mark.parametrize("clipboard", ["off", "external", "on"])
@pytest.mark.parametrize("setting", ["off", "0"])
def test_default_tmux_gets_the_text_as_a_buffer(setting, clipboard):
    machine = in_tmux(allow_passthrough=setting, set_clipboard=clipboard)
    result = machine.copy(TEXT)
    assert (LOAD, TEXT) in machine.ran
    assert machine.written == ""
    assert result.message == "sent 11 characters to your terminal (tmux buffer)"


def terminals(*listed):
    return "".join(f"Terminal {i}: {term} for {tty}, flags=0x20:\n 192: Ms: {ms}\n" for i, (term, tty, ms) in listed)


@pytest.mark.parametrize(
    ("ms", "place"),
    [
        ("[missing]", "tmux's buffer only: nothing beyond takes it"),
        (r"(string) \033]52;%p1%s;%p2%s\a", "your terminal (tmux buffer)"),
    ],
)
def test_where_features_do_not_name_the_clipboard_the_list_of_terminals_does(ms, place):
    listed = terminals((0, ("xterm", "/dev/pts/7", r"(string) \033]52;%p1%s;%p2%s\a")), (1, ("x", "/dev/pts/0", ms)))
    machine = in_tmux(client_termfeatures="256,title", answers={"show-messages": listed})
    assert machine.copy(TEXT).message == f"sent 11 characters to {place}"


def test_a_terminal_that_tmux_knows_no_clipboard_of_is_not_promised_anything():
    machine = in_tmux(client_termfeatures="256,title")
    assert machine.copy(TEXT).message.startswith("sent 11 characters to tmux's buffer only")


def test_a_tmux_that_does_not_answer_is_not_the_end():
    machine = FakeMachine(TMUX)
    result = machine.copy(TEXT)
    assert (result.route, machine.written) == ("terminal", PLAIN)
    assert result.message.endswith("past a silent tmux")


def test_a_tmux_that_does_not_take_the_text_gives_way_to_the_terminal():
    machine = FakeMachine(TMUX, {"display-message": tmux_says()})
    assert machine.copy(TEXT).route == "terminal"
    assert machine.written == PLAIN


def test_tmux_refuses_what_it_would_cut():
    machine = in_tmux(allow_passthrough="on")
    assert machine.copy("x" * 780_000).ok
    machine = in_tmux(allow_passthrough="on")
    result = machine.copy("é" * 390_001)
    assert not result.ok
    assert machine.written == ""
    assert result.message == "not sent: tmux carries 780,000 bytes to the clipboard, this is 780,002"


# -- one in another


def test_of_tmux_in_tmux_the_outer_one_is_told():
    outer = {"TERM": "tmux-256color", "TMUX": "/tmp/outer,1,0", "TMUX_PANE": "%3"}
    machine = FakeMachine(
        TMUX,
        {
            "-S /tmp/outer display-message -t %3": tmux_says(client_pid="60", client_tty="/dev/pts/1"),
            "-S /tmp/outer load-buffer": "",
            "tmux display-message": tmux_says(client_termname="tmux-256color", allow_passthrough="on"),
        },
        {50: ("tmux: client", 40, outer), 60: ("tmux: client", 1, {"TERM": "xterm-256color"})},
    )
    assert machine.copy(TEXT).message == "sent 11 characters to your terminal (tmux buffer)"
    assert machine.written == ""
    assert machine.ran[-1] == (["tmux", "-S", "/tmp/outer", "load-buffer", "-w", "-t", "/dev/pts/1", "-"], TEXT)


@pytest.mark.parametrize("gone_from", [{"TERM": "tmux-256color", "TMUX": ""}, {"TERM": "screen-256color"}])
def test_the_outer_tmux_is_found_when_its_name_was_taken_out_of_the_environment(gone_from):
    answers = {
        "-S /tmp/outer display-message": tmux_says(pane_tty="/dev/pts/0", client_pid="60", client_tty="/dev/pts/1"),
        "-S /tmp/outer load-buffer": "",
        "tmux display-message": tmux_says(client_termname="tmux-256color"),
    }
    processes = {
        50: ("tmux: client", 40, gone_from),
        40: ("bash", 30, {"TERM": "tmux-256color", "TMUX": "/tmp/outer,1,0", "TMUX_PANE": "%3"}),
    }
    machine = FakeMachine(TMUX, answers, processes)
    machine.copy(TEXT)
    assert machine.ran[-1][0][:4] == ["tmux", "-S", "/tmp/outer", "load-buffer"]
    elsewhere = FakeMachine(TMUX, answers | {"-S /tmp/outer display-message": tmux_says(client_pid="60")}, processes)
    elsewhere.copy(TEXT)
    assert (LOAD, TEXT) in elsewhere.ran  # the pane of that one is another terminal than the client's


def test_after_su_the_tmux_is_found_above():
    processes = {
        100: ("python", 90, {}), 90: ("bash", 80, {"TERM": "tmux-256color"}), 80: ("su", 70, {}),
        70: ("bash", 1, {"TMUX": "/tmp/mine,1,0", "TMUX_PANE": "%1"}),
    }  # fmt: skip
    machine = in_tmux({"TERM": "tmux-256color"}, processes, answers={"-S /tmp/mine display-message": tmux_says()})
    assert machine.copy(TEXT).route == "tmux-buffer"
    assert machine.ran[-1][0][:3] == ["tmux", "-S", "/tmp/mine"]
    # A terminal of our own, as under sudo with use_pty, means that something stands between.
    machine = in_tmux({"TERM": "tmux-256color"}, processes, tty="/dev/pts/77")
    assert machine.copy(TEXT).route == "terminal"


def test_a_tmux_whose_client_shows_it_to_itself_is_asked_once():
    env = TMUX | {"TERM": "tmux-256color"}
    machine = in_tmux(processes={50: ("tmux: client", 40, env)})
    assert machine.copy(TEXT).route == "tmux-buffer"


def test_tmux_in_screen_gets_pieces_wrapped_where_it_passes_them():
    processes = {50: ("tmux: client", 40, {"TERM": "screen-256color", **SCREEN})}
    machine = in_tmux(TMUX | SCREEN, processes, allow_passthrough="on")
    text = "x" * 5000
    assert machine.copy(text).message == "sent 5,000 characters to your terminal (through tmux in screen)"
    assert machine.written == osc52.through_tmux(osc52.through_screen(osc52.plain(text)))
    assert not machine.copy("x" * 200_001).ok


def test_tmux_in_screen_that_does_not_pass_keeps_it():
    processes = {50: ("tmux: client", 40, {"TERM": "screen-256color", **SCREEN})}
    machine = in_tmux(TMUX | SCREEN, processes)
    assert machine.copy(TEXT).message.endswith("tmux's buffer only: screen stops it")


@pytest.mark.parametrize(("command", "above"), [("screen", "systemd"), ("sh", "tmux: server")])
def test_screen_in_tmux_is_told_by_whose_terminal_is_ours_and_the_tmux_is_asked(command, above):
    processes = {100: ("python", 90, {}), 90: ("screen", 80, {}), 80: (above, 1, {})}
    machine = in_tmux(TMUX | SCREEN, processes, pane_tty="/dev/pts/1", pane_current_command=command)
    assert machine.copy(TEXT).route == "tmux-buffer"
    assert machine.written == ""


def test_a_tmux_from_where_a_screen_was_started_once_does_not_count():
    machine = in_tmux(TMUX | SCREEN, pane_tty="/dev/pts/1", pane_current_command="vim")
    assert machine.copy(TEXT).route == "screen"


# -- screen


def test_screen_gets_pieces_of_at_most_700_bytes_that_join_to_the_whole():
    machine = FakeMachine(SCREEN)
    text = "x" * 5000
    result = machine.copy(text)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", machine.written, re.DOTALL)
    assert max(map(len, pieces)) <= 700
    assert "".join(pieces) == osc52.plain(text)
    assert "\x1b\\" not in "".join(pieces)
    assert result.route == "screen"


def test_screen_refuses_what_it_would_cut():
    machine = FakeMachine(SCREEN)
    assert machine.copy("x" * 200_000).ok
    machine = FakeMachine(SCREEN)
    assert machine.copy("x" * 200_001).message == (
        "not sent: screen carries 200,000 bytes to the clipboard, this is 200,001"
    )
    assert machine.written == ""


# -- elsewhere

MOSH = {100: ("python", 90, {}), 90: ("bash", 80, {}), 80: ("mosh-server", 1, {})}


@pytest.mark.parametrize("secure", [False, True])
def test_mosh_is_found_among_the_ancestors_and_refuses_what_it_would_cut(secure):
    machine = FakeMachine(BY_SSH, processes=MOSH)
    assert machine.copy("x" * 12_280, secure=secure).message == "sent 12,280 characters to your terminal (through mosh)"
    machine = FakeMachine(BY_SSH, processes=MOSH)
    result = machine.copy("x" * 12_281, secure=secure)
    assert result.message == "not sent: mosh carries 12,280 bytes to the clipboard, this is 12,281"
    assert (result.ok, machine.written) == (False, "")


def in_tmux_in_mosh(ms, **facts):
    processes = {50: ("tmux: client", 40, BY_SSH), 40: ("bash", 30, {}), 30: ("mosh-server", 1, {})}
    listed = terminals((0, ("xterm", "/dev/pts/0", ms)))
    return in_tmux(processes=processes, answers={"show-messages": listed}, **facts)


def test_tmux_in_mosh_gets_through_where_it_passes_or_names_the_selection():
    ordinary, named = r"(string) \033]52;%p1%s;%p2%s\a", r"(string) \033]52;c;%p2%s\a"
    kept = in_tmux_in_mosh(ordinary)
    assert kept.copy(TEXT).message.endswith("tmux's buffer only: mosh stops it")
    assert in_tmux_in_mosh(named).copy(TEXT).message.endswith("your terminal (tmux buffer)")
    passed = in_tmux_in_mosh(ordinary, allow_passthrough="on")
    assert passed.copy("x" * 12_280).ok
    assert not passed.copy("x" * 12_281).ok


def test_over_ssh_no_helper_of_the_remote_desktop_is_used(tmp_path):
    helper = tmp_path / "xclip"
    helper.write_text("#!/bin/sh\n")
    helper.chmod(0o755)
    machine = FakeMachine({"SSH_TTY": "/dev/pts/0", "DISPLAY": ":10", "PATH": str(tmp_path)})
    assert machine.copy(TEXT).route == "ssh"
    assert machine.ran == []
    assert machine.written == PLAIN


def test_a_tmux_on_the_side_of_the_user_gets_both_forms():
    machine = FakeMachine(BY_SSH | {"TERM": "tmux-256color"})
    result = machine.copy(TEXT)
    assert machine.written == PLAIN + WRAPPED
    assert result.message.endswith("your terminal (over SSH), if your own tmux lets it")
    both = in_tmux(
        processes={50: ("tmux: client", 40, BY_SSH | {"TERM": "tmux-256color"})},
        client_termname="tmux-256color",
        allow_passthrough="on",
    )
    both.copy(TEXT)
    assert both.written == WRAPPED + osc52.through_tmux(WRAPPED)


@pytest.mark.parametrize(
    ("program", "variable"),
    [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("pbcopy", ""), ("clip.exe", "WSL_DISTRO_NAME")],
)
def test_a_local_helper_is_used_where_its_display_is_there(tmp_path, program, variable):
    helper = tmp_path / program
    helper.write_text("#!/bin/sh\n")
    helper.chmod(0o755)
    machine = FakeMachine({variable: "x", "PATH": str(tmp_path)}, {program: ""})
    assert machine.copy(TEXT).route == program
    assert machine.ran[-1][1] == TEXT
    if variable:
        assert FakeMachine({"PATH": str(tmp_path)}, {program: ""}).copy(TEXT).route == "terminal"


def test_a_helper_that_fails_gives_way_to_the_next_and_at_last_to_the_terminal(tmp_path):
    for name in ("wl-copy", "xclip"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    env = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "PATH": str(tmp_path)}
    assert FakeMachine(env, {"xclip": ""}).copy(TEXT).route == "xclip"
    machine = FakeMachine(env)
    assert machine.copy(TEXT).route == "terminal"
    assert machine.written == PLAIN
