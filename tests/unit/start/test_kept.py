"""The first frame of the last session: what it depends on, and which files are believed."""

import os
import re
from pathlib import Path

import pytest

import faqtui
from faqtui.start.kept import PREFIXES, PRESENCE, VARIABLES, Frame, key_of, packed, read, state_of
from faqtui.wire.modes import ENTER

SIZE = (80, 24)
KEY = b"some key"
FRAME = Frame("drawn ✓", SIZE, b"left", b"asked")
# What decides nothing that a first frame shows: programs to run, secrets of the secure mode, the terminal's own names.
DECIDE_NOTHING = {"VISUAL", "EDITOR", "WAYLAND_DISPLAY", "DISPLAY", "PATH", "NOTIFY_SOCKET", "SSH_ORIGINAL_COMMAND"}


def written(path, data, mode=0o600):
    path.write_bytes(data)
    path.chmod(mode)
    return str(path)


@pytest.fixture
def content(tmp_path):
    path = tmp_path / "content.md"
    path.write_text("# Hello\n")
    return path


@pytest.fixture
def frame(tmp_path, content):
    """A frame that depends on a file, and on a directory being absent."""
    data = packed(KEY, {str(content): state_of(str(content))}, {str(tmp_path / "state"): ""}, FRAME)
    return written(tmp_path / "frame", data)


def test_what_was_kept_is_read(frame):
    assert read(frame, KEY) == (ENTER.encode(), "drawn ✓", b"left", b"asked")


def test_of_another_key_it_is_not(frame):
    assert read(frame, b"another key") is None


def test_nor_after_the_content_changed(frame, content):
    content.write_text("# Hullo\n")
    assert read(frame, KEY) is None


def test_nor_when_the_content_is_gone(frame, content):
    content.unlink()
    assert read(frame, KEY) is None


def test_nor_when_something_is_there_that_was_not(frame, tmp_path):
    (tmp_path / "state").mkdir()
    assert read(frame, KEY) is None


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
def test_a_file_that_others_may_read_is_not_believed(frame, mode):
    Path(frame).chmod(mode)
    assert read(frame, KEY) is None


def test_a_link_is_not_followed(frame, tmp_path):
    (tmp_path / "link").symlink_to(frame)
    assert read(str(tmp_path / "link"), KEY) is None


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_passed_over_at_once(tmp_path, make):
    make(tmp_path / "thing")
    (tmp_path / "thing").chmod(0o600)
    assert read(str(tmp_path / "thing"), KEY) is None


def test_no_damage_goes_unnoticed(frame, tmp_path):
    whole = Path(frame).read_bytes()
    for length in range(0, len(whole), 7):
        assert read(written(tmp_path / "cut", whole[:length]), KEY) is None
    for place in range(len(whole)):
        changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        assert read(written(tmp_path / "changed", changed), KEY) is None


def test_arguments_size_directory_and_variables_are_in_the_key(tmp_path, monkeypatch):
    env = {"TERM": "xterm", "HOME": "/h"}
    keys = [
        key_of([], SIZE, env),
        key_of(["a"], SIZE, env),
        key_of(["a", "b"], SIZE, env),
        key_of(["ab"], SIZE, env),
        key_of([], (24, 80), env),
    ]
    names = [*sorted(VARIABLES - {"TERM", "HOME"}), "FAQTUI_CONTENT", "TMUX", "SSH_TTY"]
    keys += [key_of([], SIZE, {**env, name: "something else"}) for name in ["TERM", "HOME", *names]]
    monkeypatch.chdir(tmp_path)
    keys.append(key_of([], SIZE, env))
    assert len(set(keys)) == len(keys)


def test_what_changes_with_every_login_is_not():
    env = {"TERM": "xterm", "SSH_CONNECTION": "::1 1 ::1 22", "TMUX": "/tmp/tmux-0/default,1,0"}
    later = {
        **env,
        "SSH_CONNECTION": "::1 2 ::1 22",
        "TMUX": "/tmp/tmux-0/default,9,3",
        "WINDOWID": "7",
        "TEXTUAL_FPS": "9",
    }
    assert key_of([], SIZE, env) == key_of([], SIZE, later)


def test_every_variable_that_the_program_reads_is_in_the_key_or_known_to_decide_nothing():
    reads = re.compile(r"""\benv(?:iron(?:ment)?)?(?:\.get\(|\[)\s*"([A-Z_]+)\"""")
    source = Path(faqtui.__file__).parent
    names = {
        name
        for path in source.rglob("*.py")
        if "clipboard" not in path.parts and path.name not in {"doctor.py", "secure.py"}
        for name in reads.findall(path.read_text())
    }
    assert {"TERM", "COLORTERM", "NO_COLOR", "LANG"} <= names
    unknown = {name for name in names - VARIABLES - DECIDE_NOTHING - set(PRESENCE) if not name.startswith(PREFIXES)}
    assert unknown == set()
