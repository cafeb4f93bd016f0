"""A server of sessions for the length of a test: its processes, its log, and terminals that attach to it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from support.patience import Patience, beside
from support.programs import require
from support.pty_terminal import PtyTerminal, environment

PYTHON = [sys.executable, "-IB"]
FROM = "192.0.2.7 50000 192.0.2.1 22"


def boats(directory: Path, place: str = "thwart") -> Path:
    """A small FAQ in this directory, written or written anew: where the oars are is the `place`."""
    path = directory / "boats.md"
    path.write_text(f"# Boats\n## How do I bail a boat?\nWith a bucket.\n## Where are the oars?\nUnder the {place}.\n")
    return path


class Server:
    """A running server: `process` is its keeper, `log` where its lines go."""

    def __init__(self, process: subprocess.Popen[bytes], directory: Path) -> None:
        self.process = process
        self.directory = directory
        self.socket = directory / "faqtui.socket"
        self.log = directory / "server.log"
        self.address, self.port, self.status = "127.0.0.1", 0, ""

    def at(self, address: str, port: int, status: str = "") -> None:
        """Where it listens."""
        self.address, self.port, self.status = address, port, status

    def options(self, port: str) -> list[str]:
        """Of a client of OpenSSH: which port (by the option `port`), nobody's settings, no question."""
        return [
            "-F", "/dev/null", port, str(self.port), "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
            "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
        ]  # fmt: skip

    def ssh(self, *options: str) -> list[str]:
        """The words of an ``ssh`` command that connects, to be followed by a command."""
        return [require("ssh"), *options, *self.options("-p"), "-l", "faq", self.address]

    @property
    def front(self) -> psutil.Process:
        """The process that is connected to."""
        return psutil.Process(self.events("listening")[-1]["pid"])

    def events(self, name: str = "") -> list[dict[str, Any]]:
        """What the log tells, or those lines of it that tell one thing."""
        lines = [line for line in self.log.read_text().splitlines(keepends=True) if line.endswith("\n")]
        events = [json.loads(line) for line in lines if line.startswith("{")]
        return [event for event in events if name in ("", event["event"])]

    def wait(self, found: Callable[[], Any], seconds: float = 20) -> Any:
        """What `found` gives, once that is anything; fails with the log where it never is."""
        patience = Patience(seconds, self.process.pid)
        while patience.lasts:
            if value := found():
                return value
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(0.02)
        raise AssertionError(f"waited in vain; the log is\n{self.log.read_text()}")

    def wait_for_event(self, name: str, count: int = 1, **facts: object) -> dict[str, Any]:
        """The event of this name that is the `count`th with these facts."""

        def found() -> dict[str, Any] | None:
            events = [e for e in self.events(name) if all(e.get(key) == value for key, value in facts.items())]
            return events[count - 1] if len(events) >= count else None

        event: dict[str, Any] = self.wait(found)
        return event

    @property
    def zygote(self) -> psutil.Process:
        """The one that new sessions come from."""
        return psutil.Process(self.events("ready")[-1]["pid"])

    def sessions(self) -> list[psutil.Process]:
        """The processes of sessions that there are: children of zygotes, also of those that died."""
        mine = {event["pid"] for event in self.events("ready")}
        found = []
        with suppress(psutil.NoSuchProcess):
            for process in psutil.Process(self.process.pid).children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    if process.pid not in mine and process.status() != psutil.STATUS_ZOMBIE and is_session(process):
                        found.append(process)
        return found

    def family(self) -> list[psutil.Process]:
        """All processes below the one that was started."""
        with suppress(psutil.NoSuchProcess):
            return psutil.Process(self.process.pid).children(recursive=True)
        return []

    def end(self) -> int:
        """Have it end now, and wait for that."""
        for _ in range(2):
            for one in self.keepers():
                with suppress(psutil.NoSuchProcess):
                    one.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def keepers(self) -> list[psutil.Process]:
        """The process that was started, and what it runs where that is strace."""
        with suppress(psutil.NoSuchProcess):
            started = psutil.Process(self.process.pid)
            return started.children() if started.name() == "strace" else [started]
        return []


def is_session(process: psutil.Process) -> bool:
    """Whether a process is a session by itself: no other process of a server leads a session of the system's."""
    import os

    with suppress(ProcessLookupError, PermissionError):
        return os.getsid(process.pid) == process.pid
    return False


@contextmanager
def zygote(
    directory: Path, *arguments: str | Path, program: Sequence[str | Path] = (*PYTHON, "-m", "faqtui"), **env: str
) -> Iterator[Server]:
    """A ready ``faqtui zygote`` with these arguments, until the block ends."""
    with started([*program, "zygote", "--socket", directory / "faqtui.socket", *arguments], directory, **env) as server:
        server.wait_for_event("ready")
        yield server


@contextmanager
def started(
    command: Sequence[str | Path], directory: Path, *, pass_fds: Sequence[int] = (), **env: str
) -> Iterator[Server]:
    """A server that has been started, whatever becomes of it."""
    home = directory / "home"
    home.mkdir(exist_ok=True)
    with (directory / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment(home, **env),
            start_new_session=True,
            pass_fds=tuple(pass_fds),
        )
    server = Server(process, directory)
    family = []
    try:
        with beside(lambda: process.pid):
            yield server
        family = server.family()
        server.end()
    finally:
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        if process.poll() is None:
            process.kill()
            process.wait()


@contextmanager
def serving(
    directory: Path, *arguments: str | Path, program: Sequence[str | Path] = (*PYTHON, "-m", "faqtui"), **how: Any
) -> Iterator[Server]:
    """A ready ``faqtui serve`` with these arguments on a port of its own, until the block ends."""
    command = [*program, "serve", "--listen", "127.0.0.1:0", "--status", "127.0.0.1:0", *arguments]
    with started(command, directory, **how) as server:
        server.wait_for_event("ready")
        where = server.wait_for_event("listening")
        address, _, port = where["ssh"][0].rpartition(":")
        server.at(address, int(port), where["status"][0])
        yield server


def attached(server: Server, *, env: Mapping[str, str] | None = None, **how: Any) -> PtyTerminal:
    """A terminal with a session of `server`, as sshd's forced command would start it."""
    given = environment(None, SSH_CONNECTION=FROM) | dict(env or {})
    return PtyTerminal([*PYTHON, "-m", "faqtui", "attach", "--socket", server.socket], env=given, **how)


def asked(server: Server, command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What ``ssh host command`` gives, as sshd's forced command would start it."""
    return subprocess.run(
        [*PYTHON, "-m", "faqtui", "attach", "--socket", str(server.socket)],
        input=given,
        capture_output=True,
        env=environment(None, SSH_CONNECTION=FROM, SSH_ORIGINAL_COMMAND=command),
        check=False,
    )
