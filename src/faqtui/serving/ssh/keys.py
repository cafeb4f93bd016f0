"""Host keys, and who may log in: what the front knows of keys, as asyncssh wants it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncssh

from faqtui.host.files import replace_file
from faqtui.host.paths import make_private
from faqtui.serving.ssh.server import ALGORITHMS, KEEPALIVE, MISSED, VERSION

if TYPE_CHECKING:
    from faqtui.serving.doors import Doors


class KeyFileError(Exception):
    """A file of keys cannot be used; the message says which and why."""


async def options_for(
    doors: Doors, factory: Callable[[], asyncssh.SSHServer], *, grace: float
) -> asyncssh.SSHServerConnectionOptions:
    """The options of every connection. Raises KeyFileError."""
    options: asyncssh.SSHServerConnectionOptions = await asyncssh.SSHServerConnectionOptions.construct(
        server_factory=factory,
        server_host_keys=host_keys(doors),
        authorized_client_keys=who_may(doors.auth, doors.auth_file),
        password_auth=False,
        kbdint_auth=False,
        host_based_auth=False,
        gss_host=None,
        public_key_auth=doors.auth != "none",
        server_version=VERSION,
        encoding=None,
        line_editor=False,
        allow_scp=False,
        agent_forwarding=False,
        x11_forwarding=False,
        login_timeout=max(grace, 0.1),
        keepalive_interval=KEEPALIVE,
        keepalive_count_max=MISSED,
        **ALGORITHMS,
    )
    return options


def host_keys(doors: Doors) -> list[asyncssh.SSHKey]:
    """The keys that this host proves itself with; one is made where it may be and is not there. Raises KeyFileError."""
    if doors.made and not doors.keys[0].exists():
        _make(doors.keys[0])
    return [_read(path) for path in doors.keys]


def _make(path: Path) -> None:
    """Make a host key, once: it is never another one, or all who know this host are warned of it."""
    key = asyncssh.generate_private_key("ssh-ed25519", comment="faqtui")
    try:
        make_private(path.parent)
        replace_file(path, [key.export_private_key()])
        replace_file(path.with_name(path.name + ".pub"), [key.export_public_key()], 0o644)
    except OSError as error:
        raise KeyFileError(
            f"{path}: the host key cannot be kept: {error.strerror}; give one with --host-key"
        ) from error


def _read(path: Path) -> asyncssh.SSHKey:
    try:
        return asyncssh.read_private_key(path)
    except (OSError, asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise KeyFileError(f"{path}: no host key can be read there: {why}") from error


def who_may(auth: str, file: str) -> Any:
    """Whose keys are taken: those in a file as sshd has them, or all that the authorities in a file have signed.

    Raises KeyFileError.
    """
    if auth == "none":
        return None
    try:
        text = Path(file).read_text(encoding="utf-8")
        if auth == "ca":
            lines = [line.strip() for line in text.splitlines()]
            text = "".join(f"cert-authority {line}\n" for line in lines if line and not line.startswith("#"))
        return asyncssh.import_authorized_keys(text)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise KeyFileError(f"{file}: no keys can be read there: {why}") from error


def state_of(file: str) -> object:
    """What changes when a file does."""
    try:
        status = os.stat(file) if file else None  # noqa: PTH116 - a string, at every connection
    except OSError:
        return None
    return status and (status.st_ino, status.st_size, status.st_mtime_ns)
