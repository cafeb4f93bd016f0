"""Over a real SSH connection on the loopback interface."""

import os
import signal
import subprocess
import time

import psutil

from faqtui import load
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.sshd import remote, ssh_server


def programs_for(path):
    """The running faqtui processes that were given this path."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        line = process.info["cmdline"] or []
        if "faqtui" in line and str(path) in line and "-m" in line:
            found.append(process)
    return found


def test_finding_and_copying_over_ssh_reaches_the_terminal_in_front(tmp_path, bakery):
    with ssh_server(tmp_path) as ssh:
        command = [*ssh[:-1], "-tt", ssh[-1], remote([*FAQTUI, bakery, "--query", "refund"])]
        with PtyTerminal(command, env=environment(tmp_path)) as terminal:
            terminal.wait_for("^Q quit", 30)
            terminal.type("\x19", 0.6)
            answer = next(e.answer for e in load(bakery).library.entries if "refund" in e.question)
            assert terminal.clipboard() == [answer]
            assert "over SSH" in terminal.text.splitlines()[-1]
            terminal.send("\x11")
            assert terminal.wait_exit() == 0
            assert terminal.modes_left_on() == []
            assert terminal.attributes_restored()


def test_a_dropped_connection_ends_the_program(tmp_path, bakery):
    copy = tmp_path / "dropped.md"
    copy.write_bytes(bakery.read_bytes())
    with ssh_server(tmp_path) as ssh:
        command = [*ssh[:-1], "-tt", ssh[-1], remote([*FAQTUI, copy])]
        with PtyTerminal(command, env=environment(tmp_path)) as terminal:
            terminal.wait_for("^Q quit", 30)
            (program,) = programs_for(copy)[-1:]
            os.kill(terminal.process.pid, signal.SIGKILL)
            end = time.monotonic() + 4
            while program.is_running() and program.status() != psutil.STATUS_ZOMBIE and time.monotonic() < end:
                time.sleep(0.05)
            assert not program.is_running() or program.status() == psutil.STATUS_ZOMBIE


def test_without_a_terminal_the_list_comes_back(tmp_path, bakery):
    with ssh_server(tmp_path) as ssh:
        done = subprocess.run(
            [*ssh[:-1], "-T", ssh[-1], remote([*FAQTUI, bakery])],
            capture_output=True, stdin=subprocess.DEVNULL, timeout=40, env=environment(tmp_path), check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert b"Where are the paper bags?" in done.stdout
