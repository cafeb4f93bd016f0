"""Sessions from one warm process: what they are given, how they end, and what happens when anything of a server dies."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress

import psutil
import pytest

from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.served import PYTHON, asked, attached, boats, started, zygote
from support.tracing import of_process, offences, traced


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A server for those who are only told something."""
    directory = tmp_path_factory.mktemp("shared")
    with zygote(directory, boats(directory)) as running:
        yield running


@pytest.fixture
def server(tmp_path, content):
    with zygote(tmp_path, content) as running:
        yield running


def gone(server, processes):
    """Wait until none of these is there any more."""
    server.wait(lambda: not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in processes))


def ended(server, processes):
    with suppress(psutil.NoSuchProcess):
        gone(server, processes)


def test_a_session_is_the_program_and_its_exit_code_comes_back(server):
    with attached(server) as terminal:
        terminal.wait_for("How do I bail a boat?")
        terminal.wait_for("^Q quit")
        assert "Under the thwart." in terminal.type("oars")
        terminal.resize(100, 30)
        terminal.wait_for(lambda text: any(len(line) > 90 for line in text.splitlines()))
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
        assert terminal.attributes_restored()
    end = server.wait_for_event("end")
    assert (end["peer"], end["way"], end["command"], end["exit"]) == ("192.0.2.7", "attach", "screen", 0)
    assert end["seconds"] > 0


def test_what_is_typed_before_the_screen_is_there_is_not_lost(server):
    with attached(server) as terminal:
        terminal.send("oars")
        terminal.wait_for("Under the thwart.")


def test_the_zygote_is_warm_and_has_one_thread(server):
    assert server.events("ready")[0]["warm"] is True
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        assert server.zygote.num_threads() == 1
        (session,) = server.sessions()
        assert os.getpgid(session.pid) == session.pid
        assert session.ppid() == server.zygote.pid


def test_several_sessions_know_nothing_of_each_other(server):
    with attached(server) as one, attached(server) as two:
        one.wait_for("^Q quit")
        two.wait_for("^Q quit")
        one.type("oars")
        two.type("bail")
        assert "oars" not in two.text.splitlines()[1]
        one.send("\x11")
        assert one.wait_exit() == 0
        assert "With a bucket." in two.settle()
        assert len(server.sessions()) == 1


# -- what a session may do

PROBE = """
import json, os, random, resource, socket, sys, threading, time
from pathlib import Path
from faqtui.serving.processes.keeper import Keeper
from faqtui.serving.terms import Terms

def tried(what):
    try:
        what()
    except BaseException as error:
        return type(error).__name__
    return "done"

class Probe:
    def prepare(self):
        pass

    def __call__(self, faq, line):
        return probe(faq, line)

def probe(faq, line):
    if line == "crash":
        os.kill(os.getpid(), 11)
    if line == "raise":
        raise RuntimeError("/secret/path")
    if line == "compute":
        while True:
            pass
    if line == "sleep":
        time.sleep(600)
    print(json.dumps({
        "random": random.random(), "env": dict(os.environ), "sid": os.getsid(0) == os.getpid(),
        "cpu": resource.getrlimit(resource.RLIMIT_CPU), "files": resource.getrlimit(resource.RLIMIT_NOFILE),
        "file size": resource.getrlimit(resource.RLIMIT_FSIZE), "core": resource.getrlimit(resource.RLIMIT_CORE),
        "open": sorted(int(name) for name in os.listdir("/proc/self/fd")),
        "memory": tried(lambda: bytearray(400_000_000)),
        "write": tried(lambda: Path("written").write_text("x")),
        "remove": tried(lambda: os.remove("boats.md")),
        "run": tried(lambda: os.system("true")),
        "fork": tried(os.fork),
        "connect": tried(lambda: socket.create_connection(("127.0.0.1", 9))),
        "unix": tried(lambda: socket.socket(socket.AF_UNIX).connect(line)),
        "modules": sorted(sys.modules),
    }))
    return 7

listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen()
terms = Terms(paths=(sys.argv[2],), processor=3)
sys.exit(Keeper(terms, Probe(), listeners=[listener]).run())
"""


@pytest.fixture
def probe(tmp_path, content):
    socket_path = tmp_path / "faqtui.socket"
    command = [sys.executable, "-c", PROBE, socket_path, content]
    with started(command, tmp_path, LD_BIND_NOW="1", EDITOR="vi", PYTHONUNBUFFERED="1") as running:
        running.wait_for_event("ready")
        yield running


def test_a_session_is_bound_before_it_does_anything(probe, content):
    done = asked(probe, str(probe.socket))
    assert done.returncode == 7
    found = json.loads(done.stdout)
    for what in ("write", "remove", "run", "fork", "connect", "unix"):
        assert found[what] == "PermissionError", what
    assert found["memory"] == "MemoryError"
    assert content.is_file()
    assert found["sid"]
    assert found["cpu"] == [3, 3]
    assert found["file size"] == [0, 0]
    assert found["core"] == [0, 0]
    assert found["files"] == [64, 64]
    assert not any(name.startswith("asyncssh") for name in found["modules"])


def test_a_session_is_given_the_terminal_s_variables_and_no_other(probe):
    env = {
        "TERM": "vt100", "LANG": "de_DE.UTF-8", "COLORTERM": "24bit", "LD_PRELOAD": "/x", "PYTHONPATH": "/x",
        "SSH_ORIGINAL_COMMAND": "x", "SSH_CONNECTION": "192.0.2.7 1 192.0.2.1 22", "HOME": "/root", "FAQTUI_CONTENT": "/etc",
    }  # fmt: skip
    words = [*PYTHON, "-m", "faqtui", "attach", "--socket", str(probe.socket)]
    done = subprocess.run(words, capture_output=True, env={**environment(None), **env}, check=False)
    given = json.loads(done.stdout)["env"]
    assert given == {
        "TERM": "vt100", "LANG": "de_DE.UTF-8", "COLORTERM": "24bit", "SSH_CONNECTION": "192.0.2.7 1 192.0.2.1 22",
        "HOME": "/nonexistent", "FAQTUI_SECURE": "1",
    }  # fmt: skip


def test_sessions_draw_different_numbers_and_inherit_nothing(probe):
    found = [json.loads(asked(probe, "x").stdout) for _ in range(3)]
    assert len({one["random"] for one in found}) == 3
    assert {len(one["open"]) for one in found} == {5}  # three streams, the line, and the directory that is listed


def test_a_session_that_crashes_raises_or_computes_for_ever_ends_alone(probe):
    first = probe.zygote.pid
    assert asked(probe, "crash").returncode == 128 + signal.SIGSEGV
    raised = asked(probe, "raise")
    assert raised.returncode == 1
    assert b"/secret" not in raised.stdout + raised.stderr
    assert asked(probe, "compute").returncode in (128 + signal.SIGXCPU, 128 + signal.SIGKILL)
    assert asked(probe, "x").returncode == 7
    assert probe.zygote.pid == first


def test_what_computes_without_end_is_gone_when_nobody_waits_for_it(probe):
    words = [*PYTHON, "-m", "faqtui", "attach", "--socket", str(probe.socket)]
    for kind in ("sleep", "compute"):
        client = subprocess.Popen(words, env=environment(None, SSH_ORIGINAL_COMMAND=kind), stdin=subprocess.DEVNULL)
        sessions = probe.wait(probe.sessions)
        client.kill()
        client.wait()
        ended(probe, sessions)


def test_as_the_kernel_sees_it_a_session_runs_writes_and_connects_nothing(tmp_path, content):
    trace = tmp_path / "trace"
    program = traced([*PYTHON, "-m", "faqtui"], trace)
    with zygote(tmp_path, content, program=program) as server:
        with attached(server) as terminal:
            terminal.wait_for("^Q quit", 60)
            (session,) = server.sessions()
            for keys in (
                "oars",
                "\x19",
                "\t\t",
                "y",
                "c",
                "e",
                "m",
                "r",
                "?",
                "\x1b",
                "\x1a",
                ":",
                "\x1b",
                "f",
                "\x1b",
            ):
                terminal.type(keys, 0.15)
            terminal.send("\x11")
            assert terminal.wait_exit(30) == 0
        assert asked(server, "search oars --json").returncode == 0
    assert offences(of_process(trace, session.pid, tmp_path / "own")) == []


# -- commands


def test_commands_answer_with_their_exit_codes(server):
    done = asked(server, "search oars --json --limit 1")
    assert done.returncode == 0
    assert json.loads(done.stdout)["hits"][0]["id"] == "where-are-the-oars"
    assert asked(server, "search zeppelin").returncode == 1
    assert b"With a bucket." in asked(server, "show 'bail a boat'").stdout
    assert b"How do I bail a boat?" in asked(server, "list").stdout
    assert asked(server, "check").returncode == 0
    batch = asked(server, "search --batch -", b"oars\nbail\n")
    assert [json.loads(line)["total"] for line in batch.stdout.splitlines()] == [1, 1]
    assert server.events("session")[0]["command"] == "search"
    assert "oars" not in server.log.read_text()


@pytest.mark.parametrize(
    "command",
    [
        "sh -c id", "bash", "/bin/sh", "list /etc/passwd", "check /etc", "search x --content /etc/passwd",
        "list --content=/etc/passwd", "search --batch /etc/passwd", "show x --raw", "check --why", "export", "config show",
        "completion bash", "scp -t /tmp", "/usr/lib/openssh/sftp-server", "'", "serve", "ask --tmux", " ", "\x1b]52;c;x\x07",
        "list -- /etc/passwd", "search", "zygote --socket /tmp/x", "search x --nonsense" * 0 + "show x --format exe",
    ],
)  # fmt: skip
def test_whatever_else_is_asked_for_is_refused_with_one_line(shared, command):
    done = asked(shared, command)
    assert done.returncode == 2
    assert done.stdout == b""
    assert re.fullmatch(rb"faqtui: [^\n\x1b]+\n", done.stderr), done.stderr
    assert b"root:" not in done.stderr


def test_without_a_terminal_and_a_command_there_is_one_line(shared):
    words = [*PYTHON, "-m", "faqtui", "attach", "--socket", str(shared.socket)]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"faqtui: a terminal is needed: ssh -t\n")


def test_attaching_to_nothing_says_what_is_missing(tmp_path):
    words = [*PYTHON, "-m", "faqtui", "attach", "--socket", str(tmp_path / "none")]
    done = subprocess.run(words, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"is `faqtui zygote` running?" in done.stderr


# -- whatever ends


@pytest.mark.parametrize("how", ["attach is killed", "attach is terminated", "the terminal is closed"])
def test_no_session_outlives_whoever_was_there(server, how):
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        sessions = server.sessions()
        assert len(sessions) == 1
        if how == "the terminal is closed":
            terminal.hang_up()
        elif how == "attach is killed":
            terminal.process.kill()
        else:
            terminal.process.terminate()
        ended(server, sessions)
    server.wait_for_event("end")


def test_a_session_that_is_killed_ends_alone(server, held):
    with attached(server) as one:
        one.wait_for("^Q quit")
        (first,) = server.sessions()
        two = held.enter_context(attached(server))
        two.wait_for("^Q quit")
        first.kill()
        assert one.wait_exit() == 137
        assert "Under the thwart." in two.type("oars")
    assert server.wait_for_event("end", exit=137)


def test_a_zygote_that_is_killed_is_replaced_and_takes_no_session_with_it(server):
    with attached(server) as old:
        old.wait_for("^Q quit")
        first = server.zygote
        first.kill()
        server.wait_for_event("ready", 2)
        assert server.zygote.pid != first.pid
        assert "Under the thwart." in old.type("oars")
        with attached(server) as new:
            new.wait_for("^Q quit")
        old.send("\x11")
        assert old.wait_exit() == 0
    assert server.wait_for_event("end", exit=0)


def test_a_session_asked_for_while_there_is_no_zygote_waits_for_the_next(server):
    server.zygote.kill()
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        assert terminal.process.poll() is None


def test_without_its_keeper_a_session_goes_on_and_the_zygote_ends_after_it(server):
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        (session,), first = server.sessions(), server.zygote
        server.process.kill()
        server.process.wait()
        assert "Under the thwart." in terminal.type("oars")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert not session.is_running() or session.status() == psutil.STATUS_ZOMBIE
        ended(server, [first])


def test_a_watcher_that_is_killed_is_replaced(server, content):
    def watchers():
        return [one for one in psutil.Process(server.process.pid).children() if one.pid != server.zygote.pid]

    (first,) = server.wait(watchers)
    first.kill()
    server.wait_for_event("died", process="watcher")
    server.wait(watchers)
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")


# -- newer content


def test_changed_content_is_for_new_sessions_and_old_ones_are_told(server, content):
    with attached(server) as old:
        old.wait_for("^Q quit")
        boats(content.parent, "deck")
        server.wait_for_event("ready", 2)
        old.wait_for("there is newer content")
        assert "Under the thwart." in old.type("oars")
        with attached(server) as new:
            new.wait_for("^Q quit")
            assert "Under the deck." in new.type("oars")
        first = psutil.Process(server.events("ready")[0]["pid"])
        old.send("\x11")
        assert old.wait_exit() == 0
        ended(server, [first])  # nobody needs the old content any more


def test_a_session_says_why_it_does_not_read_the_files_itself(server):
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        assert "keeps what it began with" in terminal.type("\tr")
        (session,) = server.sessions()
        assert session.num_threads() <= 2  # the screen, and what watches its line; nothing watches files


def test_sighup_makes_a_new_zygote_beside_the_old_one(server):
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        server.process.send_signal(signal.SIGHUP)
        server.wait_for_event("ready", 2)
        assert "newer content" not in terminal.settle()  # it is the same
        assert server.events("reload")[0]["why"] == "SIGHUP"
        with attached(server) as new:
            new.wait_for("^Q quit")


def test_content_that_cannot_be_read_any_more_leaves_the_old_in_place(server, content):
    content.unlink()
    server.process.send_signal(signal.SIGHUP)
    server.wait_for_event("failed")
    with attached(server) as terminal:
        terminal.wait_for("How do I bail a boat?")
    boats(content.parent, "keel")
    server.wait_for_event("ready", 2)
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        assert "Under the keel." in terminal.type("oars")


# -- limits, the end


def test_one_session_too_many_gets_a_line(tmp_path, content):
    with zygote(tmp_path, "--sessions", "1", content) as server:
        with attached(server) as terminal:
            terminal.wait_for("^Q quit")
            done = asked(server, "list")
            assert done.returncode == 1
            assert done.stderr.startswith(b"faqtui: too many sessions")
            terminal.send("\x11")
            terminal.wait_exit()
        server.wait_for_event("end")
        assert asked(server, "list").returncode == 0
        assert server.events("refused")[0]["why"] == "sessions"


def test_who_connects_and_says_nothing_or_nonsense_holds_up_nobody(server):
    quiet = []
    for said in (
        b"",
        b"\0\0",
        b"\xff\xff\xff\xff",
        b"\0\0\0\x02[]",
        b"\0\0\0\x02{}",
        b'\0\0\0\x0e{"session":1}',
        b"x" * 70_000,
    ):
        client = socket.socket(socket.AF_UNIX)
        client.connect(str(server.socket))
        with suppress(OSError):
            client.sendall(said)
        quiet.append(client)
    assert asked(server, "list").returncode == 0
    for client in quiet:
        client.close()
    assert server.process.poll() is None


def test_asked_to_end_it_tells_sessions_how_long_they_have(tmp_path, content):
    with zygote(tmp_path, "--drain", "6", content) as server, attached(server) as terminal:
        terminal.wait_for("^Q quit")
        sessions = server.sessions()
        server.process.terminate()
        terminal.wait_for("about to end")
        assert asked(server, "list").returncode != 0
        assert terminal.process.poll() is None
        terminal.wait_exit(30)
        assert server.process.wait(30) == 0
        gone(server, sessions)
    assert not server.socket.exists()


def test_asked_to_end_it_ends_when_the_last_has_left(server):
    with attached(server) as terminal:
        terminal.wait_for("^Q quit")
        server.process.terminate()
        terminal.wait_for("about to end")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert server.process.wait(30) == 0


def test_nothing_to_read_ends_it_with_a_line(tmp_path):
    command = [*PYTHON, "-m", "faqtui", "zygote", "--socket", tmp_path / "s", tmp_path / "none.md"]
    with started(command, tmp_path) as server:
        assert server.process.wait(30) == 2
    assert "none.md: no such file or directory" in server.log.read_text()


def test_the_socket_is_the_owner_s_alone_and_a_left_one_is_replaced(tmp_path, content):
    with zygote(tmp_path, content) as server:
        assert server.socket.stat().st_mode & 0o777 == 0o600
        second = [*PYTHON, "-m", "faqtui", "zygote", "--socket", str(server.socket), str(content)]
        done = subprocess.run(second, capture_output=True, check=False, timeout=60)
        assert done.returncode == 2
        assert b"somebody else listens there" in done.stderr
        server.process.kill()
        server.process.wait()
    with zygote(tmp_path, content) as server:
        assert asked(server, "list").returncode == 0


def test_the_same_is_seen_as_in_a_session_without_a_server(server, content, tmp_path):
    def screen(terminal):
        terminal.wait_for("^Q quit")
        return terminal.type("oars")

    with attached(server) as terminal:
        served = screen(terminal)
    with PtyTerminal([*FAQTUI, "--secure", content], env=environment(tmp_path)) as terminal:
        assert screen(terminal) == served


def test_of_an_unusual_size_the_second_finds_its_screen_drawn(server, content, tmp_path):
    def screen(terminal):
        terminal.wait_for("^Q quit")
        return terminal.settle(), terminal.type("oars")

    with PtyTerminal([*FAQTUI, "--secure", content], columns=67, rows=21, env=environment(tmp_path)) as terminal:
        own = screen(terminal)
    with attached(server, columns=67, rows=21) as terminal:
        assert screen(terminal) == own
        server.wait_for_event("prepared", size=[67, 21])
        with attached(server, columns=67, rows=21) as second:
            assert screen(second) == own
            second.send("\x11")
            assert second.wait_exit() == 0
        terminal.send("\x15")
        assert "With a bucket." in terminal.type("bail")
    server.wait(lambda: not server.sessions())
    assert server.zygote.num_threads() == 1
    assert not server.events("died")


# -- a library made once


def test_a_library_is_served_and_a_newer_one_is_taken(tmp_path, content):
    def build():
        words = [*PYTHON, "-m", "faqtui", "build", str(content), "-o", str(tmp_path / "faq.library")]
        subprocess.run(words, check=True, capture_output=True)

    build()
    boats(content.parent, "nobody sees this")
    with zygote(tmp_path, "--library", tmp_path / "faq.library") as server:
        with attached(server) as terminal:
            terminal.wait_for("^Q quit")
            assert "Under the thwart." in terminal.type("oars")
            boats(content.parent, "deck")
            build()
            terminal.wait_for("there is newer content", 40)
        assert b"Under the deck." in asked(server, "show where-are-the-oars").stdout
        assert server.events("ready")[0]["revision"] != server.events("ready")[1]["revision"]


def test_a_library_and_paths_exclude_each_other(tmp_path, content):
    command = [*PYTHON, "-m", "faqtui", "zygote", "--socket", tmp_path / "s", "--library", content, content]
    with started(command, tmp_path) as server:
        assert server.process.wait(30) == 2
    with started(command[:-1], tmp_path) as server:
        assert server.process.wait(30) == 2
    assert "no library of this version" in server.log.read_text()
