"""Noticing changes of files: what counts, when it is told, and that nothing is told otherwise."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from faqtui.host import watching
from faqtui.host.watching import Watcher
from faqtui.sources import files_at


class Seen:
    """Counts what a watcher tells, and waits for it."""

    def __init__(self) -> None:
        self.count = 0
        self._told = threading.Event()

    def __call__(self) -> None:
        self.count += 1
        self._told.set()

    def within(self, seconds: float) -> bool:
        told = self._told.wait(seconds)
        self._told.clear()
        return told


@pytest.fixture
def watch(monkeypatch) -> Iterator[Callable[..., Seen]]:
    monkeypatch.setattr(watching, "SETTLED_AFTER", 0.02)
    watchers: list[Watcher] = []

    def start(*paths: Path) -> Seen:
        seen = Seen()
        watchers.append(Watcher(partial(files_at, [str(path) for path in paths]), seen, every=0.02))
        known = threading.Event()
        states = watchers[-1]._states

        def first_known() -> dict[str, watching.State]:
            found = states()
            known.set()
            return found

        watchers[-1]._states = first_known  # type: ignore[method-assign]
        watchers[-1].start()
        assert known.wait(5)
        return seen

    yield start
    for watcher in watchers:
        watcher.stop()


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "faq.md"
    path.write_text("# One?\n\nYes.\n")
    return path


def test_writing_to_a_file_is_told_once(watch, file):
    seen = watch(file)
    file.write_text("# Two?\n\nNo.\n")
    assert seen.within(5)
    assert not seen.within(0.2)


def test_a_file_put_in_place_of_another_is_told_even_with_its_size_and_time(watch, file, tmp_path):
    status = file.stat()
    seen = watch(file)
    other = tmp_path / "other"
    other.write_text("# Two?\n\nYes.\n"[: status.st_size])
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)
    assert seen.within(5)


def test_a_file_that_goes_and_one_that_comes_are_told(watch, file):
    seen = watch(file.parent)
    file.unlink()
    assert seen.within(5)
    (file.parent / "new.md").write_text("# Three?\n\nYes.\n")
    assert seen.within(5)


def test_what_is_no_content_is_not_watched(watch, file):
    seen = watch(file.parent)
    (file.parent / "picture.png").write_bytes(b"x")
    assert not seen.within(0.2)


def test_a_file_that_is_still_being_written_is_told_when_it_rests(watch, file, monkeypatch):
    monkeypatch.setattr(watching, "SETTLED_AFTER", 0.15)
    seen = watch(file)
    for line in range(8):
        with file.open("a") as opened:
            opened.write(f"line {line}\n")
        time.sleep(0.03)
    written = time.monotonic()
    assert seen.within(5)
    assert time.monotonic() - written > 0.1
    assert not seen.within(0.3)


def test_a_file_that_never_rests_is_told_all_the_same(watch, file, monkeypatch):
    monkeypatch.setattr(watching, "MOST_ROUNDS", 3)
    seen = watch(file)
    stop = time.monotonic() + 5
    while not seen.within(0.001) and time.monotonic() < stop:
        with file.open("a") as opened:
            opened.write("more\n")
    assert seen.count


def test_no_more_files_are_asked_about_in_a_second_than_allowed(tmp_path, monkeypatch):
    for number in range(25):
        (tmp_path / f"{number}.md").write_text("# One?\n\nYes.\n")
    monkeypatch.setattr(watching, "FILES_A_SECOND", 10)
    watcher = Watcher(partial(files_at, [str(tmp_path)]), lambda: None)
    waits: list[float] = []
    monkeypatch.setattr(watcher._stopped, "wait", lambda seconds: waits.append(seconds))
    assert len(watcher._states()) == 25
    assert waits == [1.0, 1.0]
