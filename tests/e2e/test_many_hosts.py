"""Two servers, each a host of its own, behind a real HAProxy with the configuration in ``deploy/``, under load."""

from __future__ import annotations

import socket
import subprocess
import threading
import time
from contextlib import ExitStack, contextmanager, suppress

import psutil
import pytest

from support.namespaces import hosts, within
from support.places import ROOT
from support.programs import require
from support.pty_terminal import PtyTerminal, environment
from support.served import PYTHON, Server, boats, started

pytest.importorskip("asyncssh", reason="the extra faqtui[serve] is not installed")


class Load:
    """Somebody who connects again and again; how often it went wrong, and when it did last."""

    def __init__(self, words):
        self._words = words
        self._ends = threading.Event()
        self.times: list[tuple[float, int]] = []
        self._threads = [threading.Thread(target=self._go_on) for _ in range(2)]
        for thread in self._threads:
            thread.start()

    def _go_on(self):
        while not self._ends.is_set():
            begun = time.monotonic()
            done = subprocess.run(self._words, capture_output=True, check=False, stdin=subprocess.DEVNULL)
            self.times.append((begun, done.returncode))
            time.sleep(0.05)

    def failed(self, since=0.0):
        return [code for when, code in self.times if when >= since and code]

    def worked(self, count, since=0.0):
        """Wait until so many more have connected and been answered."""
        end = time.monotonic() + 120
        while len([code for when, code in self.times if when >= since and not code]) < count:
            assert time.monotonic() < end, self.times[-20:]
            time.sleep(0.05)

    def stop(self):
        self._ends.set()
        for thread in self._threads:
            thread.join()


@contextmanager
def balanced(tmp_path):
    """Two servers and a port that leads to either."""
    haproxy, keygen = require("haproxy"), require("ssh-keygen")
    subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "host_key")], check=True)
    with ExitStack() as stack:
        servers: list[Server] = []
        config = (ROOT / "deploy" / "haproxy" / "haproxy.cfg").read_text()
        for number, (name, theirs, ours) in enumerate(stack.enter_context(hosts(2))):
            place = tmp_path / name
            place.mkdir()
            boats(place)
            command = [
                *within(name), *PYTHON, "-m", "faqtui", "serve", "--listen", f"{theirs}:2222", "--status", f"{theirs}:9222",
                "--proxy", ours, "--host-key", tmp_path / "host_key", "--per-address", "50", "--linger", "4", place / "boats.md",
            ]  # fmt: skip
            servers.append(stack.enter_context(started(command, place)))
            config = config.replace(f"192.0.2.{11 + number}", theirs)
        for server in servers:
            server.wait_for_event("ready")
            server.wait_for_event("listening")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        config = config.replace("0.0.0.0:22", f"127.0.0.1:{port}")
        (tmp_path / "haproxy.cfg").write_text(config)
        balancer = subprocess.Popen([haproxy, "-db", "-f", str(tmp_path / "haproxy.cfg")], stderr=subprocess.PIPE)
        try:
            for server in servers:
                server.at("127.0.0.1", port)
            words = [*servers[0].ssh(), "list"]
            servers[0].wait(lambda: subprocess.run(words, capture_output=True, check=False).returncode == 0)
            yield servers, Load(words)
        finally:
            balancer.kill()
            balancer.communicate()


@pytest.fixture
def both(tmp_path):
    with balanced(tmp_path) as (servers, load):
        try:
            yield servers, load
        finally:
            load.stop()


def screen_on(server, tmp_path):
    """A terminal whose session is on one of several servers."""
    for _ in range(20):
        before = len(server.events("session"))
        terminal = PtyTerminal(server.ssh("-tt"), env=environment(tmp_path / "nobody"))
        terminal.wait_for("^Q quit", 60)
        if any(event["command"] == "screen" for event in server.events("session")[before:]):
            return terminal
        terminal.__exit__()
    raise AssertionError("no session came to it")


def test_both_are_used_and_told_who_comes(both):
    servers, load = both
    load.worked(20)
    assert load.failed() == []
    for server in servers:
        server.wait_for_event("session", 3)
        assert server.events("session")[0]["peer"] == "127.0.0.1"


def test_with_one_killed_nobody_is_turned_away_once_that_is_known(both):
    (first, second), load = both
    load.worked(10)
    assert load.failed() == []
    family = first.family()
    first.process.kill()
    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    time.sleep(2.0)  # a second between two looks, and one for what was on its way
    known = time.monotonic()
    load.worked(20, known)
    assert load.failed(known) == []
    assert len(second.events("session")) > 10


def test_with_one_drained_nobody_is_turned_away_and_nobody_cut(both, tmp_path):
    (first, _), load = both
    load.worked(10)
    with screen_on(first, tmp_path) as terminal:
        first.process.terminate()
        terminal.wait_for("about to end", 40)
        began = time.monotonic()
        load.worked(40, began)
        time.sleep(max(0.0, began + 6 - time.monotonic()))  # its doors have been closed for a while
        load.worked(10, time.monotonic())
        assert load.failed() == []
        assert "Under the thwart." in terminal.type("oars")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    assert first.process.wait(30) == 0


def test_with_one_reloaded_nobody_notices(both, tmp_path):
    (first, _), load = both
    with screen_on(first, tmp_path) as terminal:
        boats(first.directory, "deck")
        first.wait_for_event("ready", 2)
        terminal.wait_for("newer content", 40)
        assert "Under the thwart." in terminal.type("oars")
        load.worked(20, time.monotonic())
    assert load.failed() == []
