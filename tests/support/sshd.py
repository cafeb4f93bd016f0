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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = directory / "sshd_config"
    config.write_text(
        "\n".join(
            [
                f"Port {port}",
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
    server = subprocess.Popen([sshd, "-D", "-e", "-f", config], stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, server)
        yield [
            ssh, "-F", "/dev/null", "-i", str(directory / "user"), "-p", str(port), "-l", getpass.getuser(), "-q",
            "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "BatchMode=yes",
            "-o", "IdentitiesOnly=yes", "127.0.0.1",
        ]  # fmt: skip
    finally:
        server.terminate()
        server.wait(5)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("sshd does not listen")


def remote(words: Sequence[str | Path]) -> str:
    """Words as one command line for the shell at the other end."""
    return " ".join("'" + str(word).replace("'", "'\\''") + "'" for word in words)
