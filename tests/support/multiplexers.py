"""tmux, GNU screen and mosh around a program, each with a server, sockets and settings of its own."""

from __future__ import annotations

import atexit
import shlex
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

from support.patience import beside
from support.programs import require
from support.pty_terminal import PtyTerminal, environment
from support.sshd import ssh_server


@cache
def sockets() -> Path:
    """Where sockets can be: their paths have at most 107 bytes, on macOS 103, and pytest's directories are longer."""
    directory = tempfile.mkdtemp(prefix="faqtui-", dir="/tmp")
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    return Path(directory)


class TmuxServer:
    """A tmux of its own: `words` begin every command to it."""

    def __init__(self, directory: Path, *settings: str) -> None:
        self.directory = directory
        self.config = directory / f"tmux-{uuid.uuid4().hex[:8]}.conf"
        self.config.write_text("".join(f"set -g {setting}\n" for setting in settings))
        self.words = [require("tmux"), "-L", self.config.stem, "-f", str(self.config)]
        self.env = environment(directory, TMUX_TMPDIR=str(sockets()))
        self._open = ExitStack()
        self._pid: int | None = None

    def around(self, command: Sequence[str | Path]) -> list[str]:
        """The command that runs `command` in a new session."""
        return [*self.words, "new-session", shlex.join(map(str, command))]

    def run(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """Send it a command from outside."""
        return subprocess.run([*self.words, *command], env=self.env, capture_output=True, check=False)

    def pid(self) -> int | None:
        """The process of the server, once there is one."""
        if self._pid is None:
            said = self.run("display-message", "-p", "#{pid}")
            self._pid = int(said.stdout) if said.stdout.strip().isdigit() else None
        return self._pid

    def __enter__(self) -> TmuxServer:
        self._open.enter_context(beside(self.pid))
        return self

    def __exit__(self, *_: object) -> None:
        self.run("kill-server")
        self._open.close()


class ScreenServer:
    """A GNU screen of its own; `env` says where its sockets are, and belongs into the environment around it."""

    def __init__(self, directory: Path) -> None:
        self.name = f"test-{uuid.uuid4().hex[:8]}"
        self.config = directory / "screenrc"
        self.config.write_text("startup_message off\nvbell off\ndefutf8 on\n")
        self.env = {"SCREENDIR": str(sockets())}
        self._open = ExitStack()
        self._plain = environment(directory, **self.env)

    def around(self, command: Sequence[str | Path]) -> list[str]:
        """The command that runs `command` in a new session."""
        return [require("screen"), "-U", "-S", self.name, "-c", str(self.config), *map(str, command)]

    def pid(self) -> int | None:
        """The process of the server, once there is one; its socket is called by it."""
        return next((int(socket.name.partition(".")[0]) for socket in sockets().glob(f"*.{self.name}")), None)

    def __enter__(self) -> ScreenServer:
        self._open.enter_context(beside(self.pid))
        return self

    def __exit__(self, *_: object) -> None:
        quit_it = [require("screen"), "-S", self.name, "-X", "quit"]
        subprocess.run(quit_it, env=self._plain, capture_output=True, check=False)
        self._open.close()


@contextmanager
def mosh_around(
    directory: Path, command: Sequence[str | Path], *, columns: int = 80, rows: int = 24, **env: str
) -> Iterator[PtyTerminal]:
    """A terminal in which `command` runs behind a real mosh, on the loopback interface."""
    mosh = require("mosh")
    with ssh_server(directory) as ssh:
        words = [
            mosh, "--ssh=" + shlex.join(ssh[:-1]), "--bind-server=127.0.0.1", "--no-init", "--", ssh[-1],
            "env", *(f"{name}={value}" for name, value in env.items()), *map(str, command),
        ]  # fmt: skip
        with PtyTerminal(words, columns=columns, rows=rows, env=environment(directory)) as terminal:
            try:
                yield terminal
            finally:
                if terminal.process.poll() is None:
                    terminal.send("\x1e.")  # mosh's own way out, so that its server ends as well
                    terminal.wait_exit()


def older_tmux(directory: Path, version: str) -> str:
    """A PATH on which tmux says that it is of `version`, one that had no allow-passthrough yet."""
    tmux, here = require("tmux"), directory / "older"
    here.mkdir()
    script = here / "tmux"
    script.write_text(
        f"#!{sys.executable}\nimport subprocess, sys\n"
        f"done = subprocess.run([{tmux!r}, *sys.argv[1:]], stdout=subprocess.PIPE)\n"
        "fields = done.stdout.decode().split('|')\n"
        f"print('|'.join([{version!r}, '', *fields[2:]]), end='')\n"
        "sys.exit(done.returncode)\n"
    )
    script.chmod(0o755)
    return f"{here}:{environment()['PATH']}"
