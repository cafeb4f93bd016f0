"""Helper programs really run, and what ``/proc`` says; the bytes of the sequences."""

import os
import subprocess
import time
from base64 import b64decode
from pathlib import Path

import pytest

from faqtui.host.clipboard import copy, osc52
from faqtui.host.clipboard.between import tmux_version
from faqtui.host.clipboard.processes import Machine, run_program
from support.patience import Patience, Watch

TEXT = "héllo\nworld\ttab"


def program(directory, name, script):
    path = directory / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def local(directory, **more):
    return {"PATH": f"{directory}:/usr/bin:/bin", "TERM": "xterm", **more}


@pytest.mark.parametrize(
    ("name", "arguments", "env"),
    [
        ("wl-copy", "", {"WAYLAND_DISPLAY": "w"}),
        ("xclip", "-selection clipboard", {"DISPLAY": ":0"}),
        ("pbcopy", "", {}),
        ("clip.exe", "", {"WSL_DISTRO_NAME": "Debian"}),
    ],
)
def test_a_real_helper_gets_exactly_the_text(tmp_path, name, arguments, env):
    program(tmp_path, name, f'echo "$@" > {tmp_path}/arguments; exec cat > {tmp_path}/out')
    written = []
    result = copy(TEXT, env=local(tmp_path, **env), write=written.append)
    assert result.route == name
    assert (tmp_path / "out").read_bytes() == TEXT.encode()
    assert (tmp_path / "arguments").read_text().strip() == arguments
    assert written == []


def test_a_helper_that_stays_behind_is_not_waited_for(tmp_path):
    """As xclip does, which owns the selection from then on."""
    program(tmp_path, "xclip", f"cat > {tmp_path}/out; sleep 5 & echo $! > {tmp_path}/pid")
    watch = Watch(os.getpid())
    assert copy(TEXT, env=local(tmp_path, DISPLAY=":0"), write=print).route == "xclip"
    assert watch.seconds < 3
    os.kill(int((tmp_path / "pid").read_text()), 9)


def test_helpers_that_hang_take_little_more_than_a_second_in_all_and_leave_nothing_running(tmp_path):
    for name in ("tmux", "wl-copy", "xclip"):
        program(tmp_path, name, f"sleep 30 & echo $! >> {tmp_path}/pids; wait")
    env = local(tmp_path, TMUX="/tmp/x,1,0", WAYLAND_DISPLAY="w", DISPLAY=":0")
    watch = Watch(os.getpid())
    written = []
    assert copy(TEXT, env=env, write=written.append).route == "terminal"
    assert watch.seconds < 3
    assert written == [osc52.plain(TEXT)]
    for pid in (tmp_path / "pids").read_text().split():
        patience = Patience(5, int(pid))
        while _runs(int(pid)) and patience.lasts:
            time.sleep(0.02)
        assert not _runs(int(pid))


def _runs(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_helper_that_reads_nothing_or_fails_gives_way(tmp_path):
    program(tmp_path, "wl-copy", "exit 1")
    program(tmp_path, "xclip", f"exec cat > {tmp_path}/out")
    env = local(tmp_path, WAYLAND_DISPLAY="w", DISPLAY=":0")
    text = "x" * 300_000  # more than a pipe holds
    assert copy(text, env=env, write=print).route == "xclip"
    assert (tmp_path / "out").read_text() == text


def test_a_program_that_is_not_there_is_none():
    assert run_program({"PATH": "/nonexistent"})(["no-such-program"], None) is None


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
def test_proc_tells_who_is_above_and_what_they_were_started_with():
    machine = Machine()
    with subprocess.Popen(["sleep", "5"], env={"MARK": "a=b"}) as child:
        patience = Patience(5, child.pid)
        # It has its name a moment before it has its environment.
        while (
            not (machine.ancestors(child.pid)[0].name == "sleep" and machine.environment(child.pid)) and patience.lasts
        ):
            time.sleep(0.01)
        above = machine.ancestors(child.pid)
        assert (above[0].name, above[0].pid) == ("sleep", child.pid)
        assert above[1].pid == os.getpid()
        assert machine.environment(child.pid) == {"MARK": "a=b"}
        child.kill()
    assert machine.ancestors(0)[0].pid == os.getpid()


def test_without_proc_nothing_is_known(tmp_path):
    machine = Machine(tmp_path)
    assert machine.ancestors(0) == []
    assert machine.environment(1) == {}


def test_a_process_with_brackets_in_its_name_is_read_right(tmp_path):
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "stat").write_text("7 (tmux: (x) y) S 1 7 7 0")
    assert [p.name for p in Machine(tmp_path).ancestors(7)] == ["tmux: (x) y"]


def test_the_base64_is_that_of_the_utf8():
    text = "ünïcode ☃ \U0001f600" * 50
    assert b64decode(osc52.encoded(text)).decode() == text


@pytest.mark.parametrize(("text", "version"), [("3.3a", (3, 3)), ("next-3.5", (3, 5)), ("2.9", (2, 9)), ("?", (99, 0))])
def test_versions_of_tmux_are_read(text, version):
    assert tmux_version(text) == version
