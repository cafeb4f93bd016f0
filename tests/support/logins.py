"""Sessions of strangers: over a real SSH server with README's forced command, sizes of any kind, and input that nobody types."""

from __future__ import annotations

import getpass
import os
import random
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from support.measuring import memory_mb
from support.patience import Patience
from support.pty_terminal import PtyTerminal, environment
from support.recipes import placed, recipe
from support.soup import FAQ, chunks, pieces
from support.sshd import ssh_server

LARGEST_MB = 60.0
ENDS = ("ctrl+q", "the client is killed", "the terminal is closed", "the client is told to end")
EDGES = (0, 1, 2, 9, 10, 39, 40, 69, 70, 80, 200, 1000, 4096, 65_534, 65_535)

NOT_CLEAN = re.compile(
    r"error|fatal|fail|refused|denied|exceed|corrupt|traceback|warning|unexpected|invalid|faqtui", re.IGNORECASE
)
"""What no line of the server's log may have."""

OF_THE_MACHINE = "syslogin_perform_logout: logout() returned an error"
"""Told for every session where a machine keeps no list of who is logged in, as in containers."""


class Host(NamedTuple):
    """A server: the words that log in, what it shows, and where its log is."""

    ssh: Sequence[str]
    content: Path
    log: Path

    def programs(self) -> list[psutil.Process]:
        """The sessions of the program that there are."""
        return [process for process in self._all() if "--secure" in process.info["cmdline"]]

    def left(self) -> list[str]:
        """What is still there when every session should be gone: programs, and halves of the server."""
        found = [" ".join(process.info["cmdline"]) for process in self._all() if "--secure" in process.info["cmdline"]]
        for process in self._all():
            if str(self.content.parent / "sshd_config") in process.info["cmdline"]:
                with suppress(psutil.NoSuchProcess):
                    found += [child.name() for child in process.children(recursive=True)]
        return found

    def _all(self) -> list[psutil.Process]:
        mine = (str(self.content), str(self.content.parent / "sshd_config"))
        return [
            process
            for process in psutil.process_iter(["cmdline", "status"])
            if any(part in mine for part in process.info["cmdline"] or [])
            and process.info["status"] != psutil.STATUS_ZOMBIE
            and Path(process.info["cmdline"][0]).name != "ssh"
        ]

    def complaints(self) -> list[str]:
        """The lines of the log that somebody would have to look at."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if NOT_CLEAN.search(line) and line != OF_THE_MACHINE]


@contextmanager
def forced_host(directory: Path) -> Iterator[Host]:
    """A server that forces the FAQ on whoever logs in, as README tells administrators."""
    content = directory / "workshop.md"
    content.write_text(FAQ)
    forced = placed(recipe("Match User faq"), python=sys.executable, content=content)
    with ssh_server(directory, forced.replace("Match User faq", f"Match User {getpass.getuser()}")) as ssh:
        yield Host(ssh, content, directory / "sshd.log")


class Stay(NamedTuple):
    """How one session went: how it ended, the most memory of the program in MB, sizes told, bytes sent, what was wrong."""

    end: str
    peak: float
    sizes: int
    sent: int
    wrong: list[str]


def stay(host: Host, home: Path, seed: int) -> Stay:
    """Log in, change the window's size and type soup, and leave in one of four ways, which go round with `seed`."""
    chance = random.Random(seed)
    end, wrong, sizes, sent, peak = ENDS[seed % len(ENDS)], list[str](), 0, 0, 0.0
    command = [*host.ssh[:-1], "-tt", host.ssh[-1]]
    with PtyTerminal(command, env=environment(home)) as terminal:
        terminal.wait_for("^Q quit", 30)
        (program,) = host.programs()
        for data, pause in chunks(pieces(chance, wild=True)[:40], chance):
            if terminal.process.poll() is not None:
                break  # it left by a key of its own
            if chance.random() < 0.15:
                terminal.claim(*(chance.choice([chance.choice(EDGES), chance.randrange(65_536)]) for _ in range(2)))
                sizes += 1
            terminal.send(data)
            sent += len(data)
            terminal.drain(min(pause, 0.05))
            peak = max(peak, _most(program))
        terminal.claim(65_535, 65_535)
        terminal.drain(0.5)
        peak = max(peak, _most(program))
        if peak > LARGEST_MB:
            wrong.append(f"{peak:.0f} MB")
        if terminal.process.poll() is None:
            wrong += _left_by(terminal, end)
    patience = Patience(5, program.pid)
    while (left := host.left()) and patience.lasts:
        pass
    wrong += [f"left behind: {one}" for one in left]
    return Stay(end, peak, sizes, sent, wrong)


def _most(program: psutil.Process) -> float:
    """The most memory that a program had so far, in MB; 0 where it has ended."""
    with suppress(OSError):
        return memory_mb(program.pid, "VmHWM")
    return 0.0


def _left_by(terminal: PtyTerminal, end: str) -> list[str]:
    match end:
        case "ctrl+q":
            terminal.claim(80, 24)
            terminal.drain(1.2)  # a sequence that was begun has no end any more
            terminal.send("\x11")
            try:
                code = terminal.wait_exit(15)
            except AssertionError:
                return ["deaf"]
            return [f"left with {code}"] * (code != 0) + [f"left on: {mode}" for mode in terminal.modes_left_on()]
        case "the client is killed":
            terminal.process.kill()
        case "the terminal is closed":
            terminal.hang_up()
        case _:
            os.kill(terminal.process.pid, signal.SIGTERM)
    try:
        terminal.wait_exit(20)
    except AssertionError:
        return ["the client stays"]
    return []
