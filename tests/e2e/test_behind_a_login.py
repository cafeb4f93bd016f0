"""README's recipes for administrators, word for word: behind them is a FAQ, and nothing else."""

import configparser
import getpass
import shlex
import socket
import subprocess
import sys
import time

import pytest

from faqtui import load
from support.programs import require
from support.pty_terminal import PtyTerminal, environment
from support.recipes import placed, recipe
from support.sshd import ssh_server

QUESTION = "Where are the paper bags?"


@pytest.fixture
def host(tmp_path, bakery):
    """A server that forces the FAQ on us, as README tells administrators; yields the words of an ``ssh`` command."""
    forced = placed(recipe("Match User faq"), python=sys.executable, content=bakery)
    me = getpass.getuser()
    with ssh_server(tmp_path, "AcceptEnv *", forced.replace("Match User faq", f"Match User {me}")) as ssh:
        yield ssh


def told(ssh, command):
    """What comes back where `command` was asked for, without a terminal."""
    return subprocess.run(
        [*ssh[:-1], "-T", ssh[-1], command], capture_output=True, stdin=subprocess.DEVNULL, timeout=30,
        env=environment(), check=False,
    )  # fmt: skip


def test_the_faq_is_found_read_and_copied(host, tmp_path, bakery):
    with PtyTerminal([*host[:-1], "-tt", host[-1]], env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q quit", 30)
        terminal.type("refund", 0.4)
        terminal.type("\x19", 0.6)
        answer = next(e.answer for e in load(bakery).library.entries if "refund" in e.question)
        assert terminal.clipboard() == [answer]
        assert terminal.type("\x1a", 0.4)  # no shell to go back to
        assert "refund" in terminal.text.splitlines()[1]
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.attributes_restored()


@pytest.mark.parametrize(
    "command", ["sh", "sh -c 'echo broken; id'", "exit; sh", "/bin/cat /etc/passwd", " --help", "$(id)"]
)
def test_no_command_reaches_a_shell(host, command):
    done = told(host, command)
    assert QUESTION in done.stdout.decode()
    assert b"broken" not in done.stdout
    assert b"uid=" not in done.stdout + done.stderr
    assert b"usage:" not in done.stdout
    assert b"root:" not in done.stdout


def test_a_command_with_a_terminal_gets_the_faq_too(host, tmp_path):
    with PtyTerminal([*host[:-1], "-tt", host[-1], "sh"], env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q quit", 30)
        assert terminal.type("ls\r", 0.3)
        assert "bin" not in terminal.text.splitlines()[-1]
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


def test_variables_of_the_client_change_nothing(host, tmp_path):
    log, pwned = tmp_path / "textual.log", tmp_path / "pwned"
    other = tmp_path / "other.md"
    other.write_text("## What else?\nNothing.\n")
    (tmp_path / "sitecustomize.py").write_text(f"open({str(pwned)!r}, 'w')")
    env = environment(
        tmp_path, FAQTUI_CONTENT=str(other), TEXTUAL_LOG=str(log), PYTHONPATH=str(tmp_path), PYTHONSTARTUP="/etc/passwd",
        COLUMNS="20", LINES="4",
    )  # fmt: skip
    send = [f"-oSendEnv={name}" for name in ("FAQTUI_CONTENT", "TEXTUAL_*", "PYTHON*", "COLUMNS", "LINES")]
    with PtyTerminal([*host[:-1], *send, "-tt", host[-1]], env=env) as terminal:
        assert "What else?" not in terminal.wait_for("^Q quit", 30)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    assert not log.exists()
    assert not pwned.exists()


@pytest.mark.parametrize("way", ["-L", "-R", "-D"])
def test_no_port_is_forwarded(host, way):
    with socket.socket() as server, socket.socket() as free:
        for one in (server, free):
            one.bind(("127.0.0.1", 0))
        server.listen()
        port, target = free.getsockname()[1], server.getsockname()[1]
        free.close()
        what = str(port) if way == "-D" else f"{port}:127.0.0.1:{target}"
        ssh = subprocess.Popen(
            [*host[:-1], "-N", "-oExitOnForwardFailure=yes", way, what, host[-1]],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(),
        )  # fmt: skip
        try:
            if way == "-R":
                assert ssh.wait(20) != 0  # the server says no to listening
                return
            # The client listens all the same; what comes in must not come out.
            connection = connected(port, ssh)
            with connection:
                if way == "-D":
                    connection.sendall(b"\x05\x01\x00")
                    assert connection.recv(2) == b"\x05\x00"
                    connection.sendall(b"\x05\x01\x00\x01\x7f\x00\x00\x01" + target.to_bytes(2, "big"))
                    connection.settimeout(10)
                    connection.recv(10)
                connection.settimeout(10)
                assert connection.recv(1) == b""
            server.settimeout(0.2)
            with pytest.raises(TimeoutError):
                server.accept()
        finally:
            ssh.kill()
            ssh.wait()


def connected(port, process):
    """A connection to the client's end of a forwarding, once it listens."""
    for _ in range(200):
        assert process.poll() is None
        try:
            return socket.create_connection(("127.0.0.1", port), 1)
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the client does not listen")


@pytest.mark.parametrize("program", ["sftp", "scp"])
def test_no_file_is_carried(host, tmp_path, program):
    port = host[host.index("-p") + 1]
    options = [
        f"-oPort={port}",
        "-i",
        host[host.index("-i") + 1],
        "-oStrictHostKeyChecking=no",
        "-oUserKnownHostsFile=/dev/null",
    ]
    me = getpass.getuser()
    words = {
        "sftp": ["-b", "-", f"{me}@127.0.0.1"],
        "scp": [f"{me}@127.0.0.1:/etc/hostname", tmp_path / "got"],
    }[program]
    done = subprocess.run(
        [require(program), "-F", "/dev/null", "-oBatchMode=yes", *options, *words],
        input=b"get /etc/hostname got\n", capture_output=True, env=environment(), timeout=30, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert not (tmp_path / "got").exists()


def test_the_login_shell_ignores_what_it_is_told(tmp_path, bakery):
    shell = tmp_path / "faq-shell"
    shell.write_text(placed(recipe("#!/bin/sh"), python=sys.executable, content=bakery))
    shell.chmod(0o755)
    with PtyTerminal([shell, "-c", "sh"], env=environment(tmp_path, FAQTUI_CONTENT="/etc")) as terminal:
        terminal.wait_for(QUESTION)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


def test_the_service_runs_on_a_console(tmp_path, bakery):
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str
    unit.read_string(placed(recipe("[Unit]"), python=sys.executable, content=bakery))
    service = unit["Service"]
    env = dict(pair.split("=", 1) for pair in shlex.split(service["Environment"]))
    with PtyTerminal(shlex.split(service["ExecStart"]), env=env) as terminal:
        terminal.wait_for(QUESTION)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []


def test_systemd_understands_the_service(tmp_path, bakery):
    verify = require("systemd-analyze")
    unit = tmp_path / "faqtui@.service"
    unit.write_text(placed(recipe("[Unit]"), python=sys.executable, content=bakery))
    done = subprocess.run([verify, "verify", "--man=no", unit], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "faqtui@" in line] == []
