"""Files of our own are believed, what somebody else could have put there is not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from faqtui.host.files import open_own, replace_file

NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    directory = tmp_path / "private"
    directory.mkdir(mode=0o700)
    path = directory / "file"
    replace_file(path, [b"ours"])
    return path


def test_what_was_written_here_is_read(file: Path) -> None:
    with open_own(file) as opened:
        assert opened.read() == b"ours"
    assert file.stat().st_mode & 0o777 == 0o600


def in_a_shared_directory(path: Path) -> None:
    path.parent.chmod(0o777)


def in_a_sticky_directory(path: Path) -> None:
    path.parent.chmod(0o1777)


def writable_by_the_group(path: Path) -> None:
    path.chmod(0o660)


def writable_by_all(path: Path) -> None:
    path.chmod(0o606)


def a_link(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to("other")


def a_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def missing(path: Path) -> None:
    path.unlink()


def somebody_elses(path: Path) -> None:
    os.chown(path, NOBODY, NOBODY)


def in_somebody_elses_directory(path: Path) -> None:
    os.chown(path.parent, NOBODY, NOBODY)


@pytest.mark.parametrize(
    "made",
    [
        in_a_shared_directory, in_a_sticky_directory, writable_by_the_group, writable_by_all, a_link, a_fifo, a_directory,
        missing, somebody_elses, in_somebody_elses_directory,
    ],
)  # fmt: skip
def test_what_another_could_have_put_there_is_not(file: Path, made: Callable[[Path], None]) -> None:
    if made in (somebody_elses, in_somebody_elses_directory) and os.geteuid():
        pytest.skip("only root can give files away")
    made(file)
    with pytest.raises(OSError):  # noqa: PT011 - any of them is as good as no file
        open_own(file)
