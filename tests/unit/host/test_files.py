"""Files of our own are believed, what somebody else could have put there is not."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from faqtui.host.files import open_own, replace_file, write_file

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


def test_a_file_that_is_named_is_replaced_where_a_link_leads_with_the_mode_it_had(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    write_file(str(tmp_path / "link"), [b"n", b"ew"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640
    write_file(str(tmp_path / "link"), [b"for all"], 0o644)
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o644


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe, came = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()))
    reader.start()
    write_file(str(pipe), [b"said"], 0o644)
    reader.join()
    assert came == [b"said"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a device")
def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    device = tmp_path / "full"
    try:
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 7))
        with device.open("rb"):
            pass
    except OSError:
        pytest.skip("no device works here")
    for mode in (None, 0o644):
        with pytest.raises(OSError, match="No space left"):
            write_file(str(device), [b"x"], mode)
        assert stat.S_ISCHR(device.stat().st_mode)


def test_a_descriptor_is_written_to_by_its_name() -> None:
    read, write = os.pipe()
    write_file(f"/proc/self/fd/{write}", [b"said"])
    os.close(write)
    with os.fdopen(read, "rb") as file:
        assert file.read() == b"said"


@pytest.mark.parametrize("name", ["", "there/"])
def test_what_names_no_file_is_none(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").write_text("kept")
    with pytest.raises(IsADirectoryError):
        write_file(name, [b"x"])
    assert (tmp_path / "there").read_text() == "kept"
