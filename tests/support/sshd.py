"""An SSH server on the loopback interface, with keys of its own, for the length of a test."""

from __future__ import annotations

import getpass
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from support.patience import Patience, beside
from support.programs import require


@contextmanager
def ssh_server(directory: Path, *settings: str) -> Iterator[list[str]]:
    """Serve until the block ends; yields the words of an ``ssh`` command that logs in, to be followed by a command."""
    sshd, ssh, keygen = require("sshd"), require("ssh"), require("ssh-keygen")
    for name in ("host", "user"):
        subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", directory / name], check=True)
    (directory / "authorized").write_bytes((directory / "user.pub").read_bytes())
    (directory / "authorized").chmod(0o600)
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # where sshd as root puts its unprivileged half
    config = directory / "sshd_config"
    config.write_text(
        "\n".join(
            [
                "ListenAddress 127.0.0.1",
                f"HostKey {directory / 'host'}",
                f"AuthorizedKeysFile {directory / 'authorized'}",
                "StrictModes no",
                "UsePAM no",
                "PidFile none",
                "PermitRootLogin yes",
                *settings,
            ]
        )
    )
    server, port = _listening([sshd, "-D", "-e", "-f", str(config)], directory / "sshd.log")
    try:
        with beside(lambda: server.pid):
            yield [
                ssh, "-F", "/dev/null", "-i", str(directory / "user"), "-p", str(port), "-l", getpass.getuser(), "-q",
                "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "BatchMode=yes",
                "-o", "IdentitiesOnly=yes", "127.0.0.1",
            ]  # fmt: skip
    finally:
        server.terminate()
        server.wait()


def _listening(command: Sequence[str], log: Path) -> tuple[subprocess.Popen[bytes], int]:
    """A server that listens, and its port. A port that was free may be somebody else's a moment later: then another."""
    for _ in range(5):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with log.open("wb") as written:
            server = subprocess.Popen([*command, "-p", str(port)], stderr=written)
        patience = Patience(20, server.pid)
        while patience.lasts and server.poll() is None:
            if f"listening on 127.0.0.1 port {port}" in log.read_text():
                return server, port
            time.sleep(0.01)
        server.kill()
        server.wait()
    raise AssertionError(f"sshd does not listen: {log.read_text()}")


def remote(words: Sequence[str | Path]) -> str:
    """Words as one command line for the shell at the other end."""
    return " ".join("'" + str(word).replace("'", "'\\''") + "'" for word in words)
