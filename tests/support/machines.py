"""A machine that does not exist, to copy from: its environment, its processes, what its programs answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from faqtui.host.clipboard import CopyResult, copy
from faqtui.host.clipboard.between import ASKED, SEPARATOR
from faqtui.host.clipboard.processes import Process

TMUX = {"TMUX": "/tmp/tmux-0/default,1,0", "TMUX_PANE": "%0"}
PLAIN_TMUX = {
    "version": "3.4",
    "allow-passthrough": "off",
    "set-clipboard": "external",
    "pane_tty": "/dev/pts/9",
    "client_pid": "50",
    "client_tty": "/dev/pts/0",
    "client_termname": "xterm-256color",
    "client_termfeatures": "bpaste,clipboard,title",
    "pane_current_command": "python",
}


def tmux_says(**facts: str) -> str:
    """What a tmux answers that is as tmux is by default, but for `facts` (``_`` for ``-``)."""
    given = {name.replace("_", "-") if name.startswith(("allow", "set")) else name: v for name, v in facts.items()}
    assert not set(given) - set(ASKED)
    return SEPARATOR.join((PLAIN_TMUX | given)[name] for name in ASKED) + "\n"


class FakeMachine:
    """Stands in for a machine: what was written to the terminal, what was run, and what programs answer.

    `answers` has what a program says whose command line holds the key. `processes` has the name, the parent and the
    environment of each process; we are 100.
    """

    def __init__(
        self,
        env: Mapping[str, str],
        answers: Mapping[str, str] | None = None,
        processes: Mapping[int, tuple[str, int, Mapping[str, str]]] | None = None,
        tty: str = "/dev/pts/9",
    ) -> None:
        self.env = {"PATH": "/nonexistent", "TERM": "xterm-256color", **env}
        self.answers = answers or {}
        self.processes = processes or {}
        self._tty = tty
        self.written = ""
        self.ran: list[tuple[list[str], str | None]] = []

    def copy(self, text: str, *, secure: bool = False) -> CopyResult:
        return copy(text, env=self.env, write=self._write, secure=secure, run=self.run, machine=self)

    def _write(self, sequence: str) -> None:
        self.written += sequence

    def run(self, command: Sequence[str], text: str | None) -> str | None:
        self.ran.append((list(command), text))
        return next((answer for words, answer in self.answers.items() if words in " ".join(command)), None)

    def ancestors(self, pid: int) -> list[Process]:
        found = []
        pid = pid or 100
        while pid in self.processes:
            found.append(Process(pid, self.processes[pid][0]))
            pid = self.processes[pid][1]
        return found

    def environment(self, pid: int) -> Mapping[str, str]:
        return self.processes[pid][2] if pid in self.processes else {}

    def tty(self) -> str:
        return self._tty
