"""Which way a copy takes, and the exact bytes it sends."""

import re
import time
from base64 import b64decode

import pytest

from faqtui.clipboard import copy, osc52
from faqtui.clipboard.backends import tmux_version

TEXT = "héllo\nworld"
B64 = "aMOpbGxvCndvcmxk"
PLAIN = f"\x1b]52;c;{B64}\x07"


class Machine:
    """Stands in for a machine: what was written to the terminal, what was run, and what programs answer."""

    def __init__(self, env, answers=None, parents=(), tty="/dev/pts/9"):
        self.env = {"PATH": "/nonexistent", **env}
        self.answers = answers or {}
        self.parents = list(parents)
        self.tty = tty
        self.written = ""
        self.ran = []

    def copy(self, text=TEXT, *, secure=False):
        return copy(
            text,
            env=self.env,
            write=self._write,
            secure=secure,
            run=self._run,
            ancestors=lambda: self.parents,
            tty=lambda: self.tty,
        )

    def _write(self, sequence):
        self.written += sequence

    def _run(self, command, text):
        self.ran.append((list(command), text))
        for words, answer in self.answers.items():
            if words in " ".join(command):
                return answer
        return None


TMUX = {"TMUX": "/tmp/tmux-0/default,1,0"}


def test_a_bare_terminal_gets_the_sequence():
    machine = Machine({})
    result = machine.copy()
    assert machine.written == PLAIN
    assert (result.ok, result.route, result.characters) == (True, "terminal", 11)
    assert result.message == "sent 11 characters to your terminal"


def test_secure_mode_runs_nothing_even_inside_tmux():
    machine = Machine(TMUX | {"DISPLAY": ":0"})
    machine.copy(secure=True)
    assert machine.ran == []
    assert machine.written == PLAIN


@pytest.mark.parametrize("setting", ["on\n", "all\n"])
def test_tmux_that_passes_sequences_gets_them_wrapped(setting):
    machine = Machine(TMUX, {"allow-passthrough": setting})
    machine.copy()
    assert machine.written == f"\x1bPtmux;\x1b\x1b]52;c;{B64}\x07\x1b\\"


def test_tmux_from_before_the_setting_always_passes():
    machine = Machine(TMUX, {"#{version}": "3.2a\n"})
    machine.copy()
    assert machine.written.startswith("\x1bPtmux;")


def test_default_tmux_gets_the_text_as_a_buffer():
    machine = Machine(TMUX, {"allow-passthrough": "off\n", "load-buffer": ""})
    result = machine.copy()
    assert (["tmux", "load-buffer", "-w", "-"], TEXT) in machine.ran
    assert machine.written == ""
    assert result.message == "sent 11 characters to your terminal (tmux buffer)"


def test_a_terminal_that_tmux_knows_no_clipboard_of_is_not_promised_anything():
    machine = Machine(TMUX, {"allow-passthrough": "off\n", "load-buffer": "", "client_termfeatures": "256,title\n"})
    assert machine.copy().message.startswith("sent 11 characters to tmux's buffer only")
    machine = Machine(TMUX, {"allow-passthrough": "off\n", "load-buffer": "", "client_termfeatures": "256,clipboard\n"})
    assert machine.copy().message == "sent 11 characters to your terminal (tmux buffer)"


def test_helpers_that_hang_take_a_second_in_all(tmp_path):
    for name in ("tmux", "xclip"):
        (tmp_path / name).write_text("#!/bin/sh\nexec sleep 30\n")
        (tmp_path / name).chmod(0o755)
    env = TMUX | {"DISPLAY": ":0", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    started = time.monotonic()
    written = []
    assert copy(TEXT, env=env, write=written.append).route == "terminal"
    assert time.monotonic() - started < 3
    assert written == [PLAIN]


def test_a_tmux_that_does_not_answer_is_not_the_end():
    machine = Machine(TMUX)
    assert machine.copy().route == "terminal"


def test_screen_gets_pieces_of_at_most_700_bytes_that_join_to_the_whole():
    machine = Machine({"STY": "1.pts"})
    text = "x" * 5000
    result = machine.copy(text)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", machine.written, re.DOTALL)
    assert max(map(len, pieces)) <= 700
    assert "".join(pieces) == osc52.plain(text)
    assert "\x1b\\" not in "".join(pieces)
    assert result.route == "screen"


def test_screen_inside_tmux_is_told_by_whose_terminal_is_ours():
    env = TMUX | {"STY": "1.pts"}
    inner_screen = Machine(env, {"#{pane_tty}": "/dev/pts/1\n"}, tty="/dev/pts/9")
    assert inner_screen.copy().route == "screen"
    inner_tmux = Machine(
        env, {"#{pane_tty}": "/dev/pts/9\n", "load-buffer": "", "allow-passthrough": "off"}, tty="/dev/pts/9"
    )
    assert inner_tmux.copy().route == "tmux-buffer"


def test_mosh_is_found_among_the_ancestors_and_refuses_what_it_would_cut():
    machine = Machine({"SSH_CONNECTION": "1"}, parents=["bash", "mosh-server"])
    assert machine.copy("x" * 12_280).ok
    machine = Machine({"SSH_CONNECTION": "1"}, parents=["bash", "mosh-server"])
    result = machine.copy("x" * 12_281)
    assert not result.ok
    assert machine.written == ""
    assert "12,280" in result.message


def test_over_ssh_no_helper_of_the_remote_desktop_is_used(tmp_path):
    helper = tmp_path / "xclip"
    helper.write_text("#!/bin/sh\n")
    helper.chmod(0o755)
    machine = Machine({"SSH_TTY": "/dev/pts/0", "DISPLAY": ":10", "PATH": str(tmp_path)})
    assert machine.copy().route == "ssh"
    assert machine.ran == []
    assert machine.written == PLAIN


@pytest.mark.parametrize(
    ("program", "variable"), [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("clip.exe", "WSL_DISTRO_NAME")]
)
def test_a_local_helper_is_used_where_its_display_is_there(tmp_path, program, variable):
    helper = tmp_path / program
    helper.write_text("#!/bin/sh\n")
    helper.chmod(0o755)
    machine = Machine({variable: "x", "PATH": str(tmp_path)}, {program: ""})
    assert machine.copy().route == program
    assert machine.ran[-1][1] == TEXT
    without = Machine({"PATH": str(tmp_path)}, {program: ""})
    assert without.copy().route == "terminal"


def test_a_helper_that_fails_gives_way_to_the_terminal(tmp_path):
    helper = tmp_path / "xclip"
    helper.write_text("#!/bin/sh\n")
    helper.chmod(0o755)
    machine = Machine({"DISPLAY": ":0", "PATH": str(tmp_path)})
    assert machine.copy().route == "terminal"
    assert machine.written == PLAIN


def test_a_real_helper_gets_exactly_the_text(tmp_path):
    out = tmp_path / "out"
    helper = tmp_path / "wl-copy"
    helper.write_text(f"#!/bin/sh\nexec cat > {out}\n")
    helper.chmod(0o755)
    result = copy(TEXT, env={"WAYLAND_DISPLAY": "w", "PATH": f"{tmp_path}:/usr/bin:/bin"}, write=lambda _: None)
    assert result.route == "wl-copy"
    assert out.read_bytes() == TEXT.encode()


def test_the_base64_is_that_of_the_utf8():
    text = "ünïcode ☃ \U0001f600" * 50
    assert b64decode(osc52.encoded(text)).decode() == text


@pytest.mark.parametrize(("text", "version"), [("3.3a", (3, 3)), ("next-3.5", (3, 5)), ("2.9", (2, 9)), ("?", (99, 0))])
def test_versions_of_tmux_are_read(text, version):
    assert tmux_version(text) == version


def test_the_message_never_claims_more_than_was_done():
    assert "copied" not in Machine({}).copy().message
    assert Machine({}).copy("x").message == "sent 1 character to your terminal"
