"""What a session may be asked for, and what it is told."""

from __future__ import annotations

import json
import os
import socket

import pytest

from faqtui.serving.processes.child import environment
from faqtui.serving.sessions import (
    LONGEST_COMMAND,
    MOST_VARIABLES,
    BadRequestError,
    Request,
    exit_code,
    passed,
    request_from,
    short,
    tell,
)

STREAMS = [0, 1, 2]
DATA = {"command": "list", "env": {"TERM": "xterm"}, "peer": "192.0.2.1", "way": "ssh"}


def test_a_request_comes_out_as_it_went_in():
    request = Request("list", {"TERM": "xterm", "LC_ALL": "C"}, "192.0.2.1", "web", owns=True)
    assert request_from(json.loads(json.dumps(request.as_data())), STREAMS) == request


@pytest.mark.parametrize(
    "wrong",
    [{"command": 3}, {"command": "x" * (LONGEST_COMMAND + 1)}, {"command": "a\0b"}, {"env": None}, {"env": []}, {"env": "x"}],
    ids=str,
)  # fmt: skip
def test_what_is_no_request_is_refused(wrong):
    with pytest.raises(BadRequestError):
        request_from({**DATA, **wrong}, STREAMS)


def test_a_screen_needs_a_terminal_and_a_command_its_three_streams():
    screen = {**DATA, "command": None}
    master, slave = os.openpty()
    begin, end = os.pipe()
    try:
        assert request_from(screen, [slave]).command is None
        assert request_from(DATA, [slave]).command == "list"
        for data, streams in ((screen, STREAMS), (screen, [begin]), (screen, []), (DATA, []), (DATA, [begin, end])):
            with pytest.raises(BadRequestError):
                request_from(data, streams)
    finally:
        for descriptor in (master, slave, begin, end):
            os.close(descriptor)


def test_only_what_tells_of_the_terminal_is_passed():
    given = {
        "TERM": "xterm", "LANG": "C", "LC_ALL": "C", "COLORTERM": "24bit", "NO_COLOR": "1", "SSH_TTY": "/dev/pts/1",
        "SSH_ORIGINAL_COMMAND": "sh", "PATH": "/x", "LD_PRELOAD": "/x", "PYTHONPATH": "/x", "FAQTUI_CONTENT": "/x",
        "TEXTUAL": "1", "HOME": "/x", "LINES": "9", "TMUX": "/x", 3: "x", "LC_X": 3,
    }  # fmt: skip
    assert passed(given) == {
        name: given[name] for name in ("TERM", "LANG", "LC_ALL", "COLORTERM", "NO_COLOR", "SSH_TTY")
    }


@pytest.mark.parametrize("value", ["\x1b[31m", "a\nb", "x" * 300, "\0", "\x9b", "\u202e"], ids=ascii)
def test_no_variable_has_what_a_terminal_would_act_on(value):
    assert passed({"TERM": value, "LC_" + value: "C"}) == {}


def test_of_many_variables_few_are_passed():
    assert len(passed({f"LC_{number}": "C" for number in range(1000)})) == MOST_VARIABLES


def test_a_session_s_environment_is_what_secure_mode_keeps():
    assert environment({"TERM": "xterm", "SSH_AUTH_SOCK": "/x", "LC_MESSAGES": "C"}) == {
        "TERM": "xterm", "LANG": "C.UTF-8", "FAQTUI_SECURE": "1", "HOME": "/nonexistent",
    }  # fmt: skip


def test_names_for_the_log_are_one_short_line():
    assert short("192.0.2.1") == "192.0.2.1"
    assert short(None) == ""
    assert "\n" not in short("a\nb\x1b")
    assert len(short("x" * 10_000)) == 200


def test_what_is_told_is_a_line_and_nobody_need_be_there():
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            tell(ours, say="no", exit=1)
            assert json.loads(theirs.makefile("rb").readline()) == {"say": "no", "exit": 1}
        tell(ours, exit=1)


def test_a_line_that_nobody_reads_is_not_waited_for():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for _ in range(10_000):
            tell(ours, say="x" * 100)


@pytest.mark.parametrize(("status", "code"), [(0, 0), (3 << 8, 3), (9, 137), (11, 139), (1, 129)])
def test_exit_codes_are_those_of_a_shell(status, code):
    assert exit_code(status) == code
