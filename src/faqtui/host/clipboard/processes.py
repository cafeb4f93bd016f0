"""Other processes: running a helper within a time limit, and what ``/proc`` tells about those above us.

What the answers mean is not known here; see `faqtui.host.clipboard.between` and `faqtui.host.clipboard.backends`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from faqtui.records import NamedTuple

TIME_LIMIT = 1.0
"""Seconds that all helper programs of a copy may take together: whoever leaves waits for them."""

LEAST = 0.25
"""Seconds that each may have, however late it is asked."""

MOST_ANCESTORS = 64

Run = Callable[[Sequence[str], str | None], str | None]
"""Runs a program with a text on its standard input; its output, or None where it failed or is not there."""


class Process(NamedTuple):
    """A process above another: its id, and its name as the kernel has it (15 characters at most)."""

    pid: int
    name: str


class Machine:
    """What can be learnt about processes, read off ``/proc``; where there is none (macOS) nothing is known.

    A stand-in takes its place in tests.
    """

    def __init__(self, proc: Path = Path("/proc")) -> None:
        self.proc = proc

    def ancestors(self, pid: int) -> list[Process]:
        """`pid` itself (0: this process), then what is above it, nearest first; empty where there is no ``/proc``."""
        return list(self._upwards(pid or os.getpid()))

    def _upwards(self, pid: int) -> Iterator[Process]:
        for _ in range(MOST_ANCESTORS):
            try:
                stat = (self.proc / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                return
            # proc(5): pid, (name), state, parent; a name may hold blanks and brackets itself.
            name, _, rest = stat.partition("(")[2].rpartition(")")
            yield Process(pid, name)
            pid = int(rest.split()[1])
            if pid <= 1:
                return

    def environment(self, pid: int) -> dict[str, str]:
        """What `pid` was started with; empty where it may not be read."""
        try:
            data = (self.proc / str(pid) / "environ").read_bytes()
        except OSError:
            return {}
        pairs = (entry.partition("=") for entry in os.fsdecode(data).split("\0") if "=" in entry)
        return {name: value for name, _, value in pairs}

    def tty(self) -> str:
        """The device of the terminal this program runs in, such as ``/dev/pts/3``; empty where there is none."""
        for descriptor in (0, 1, 2):
            with suppress(OSError):
                return os.ttyname(descriptor)
        return ""


def run_program(env: Mapping[str, str]) -> Run:
    """A `Run` that really runs programs, with `TIME_LIMIT` from now on and without their output reaching the screen."""
    deadline = monotonic() + TIME_LIMIT

    def run(command: Sequence[str], text: str | None) -> str | None:
        import signal
        import subprocess  # 6 ms, on the first copy only

        from faqtui.host.clipboard.osc52 import utf8

        # xclip and wl-copy stay behind as owners of the selection: a pipe they inherit would never close.
        keep = text is None
        try:
            program = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL if text is None else subprocess.PIPE,
                stdout=subprocess.PIPE if keep else subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=dict(env),
                start_new_session=True,
            )
        except (OSError, ValueError):
            return None
        with program:
            try:
                output, _ = program.communicate(
                    None if text is None else utf8(text), timeout=max(LEAST, deadline - monotonic())
                )
            except (subprocess.TimeoutExpired, OSError):
                with suppress(OSError):  # with what it started itself, such as the sleep of a script
                    os.killpg(program.pid, signal.SIGKILL)
                return None
        if program.returncode:
            return None
        return output.decode("utf-8", "replace") if keep else ""

    return run
