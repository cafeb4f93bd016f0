"""What is remembered between sessions."""

import json
import os
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from faqtui.host.state import (
    LARGEST,
    LAYOUT,
    MOST_BOOKMARKS,
    MOST_TERMINALS,
    Remembered,
    background,
    change,
    keep_background,
    load,
    state_file,
    tree_share,
)

ADD = """
import sys
from pathlib import Path
from faqtui.host import state
from faqtui.host.state import change
state.WAIT = 60  # a busy machine may keep one from the lock for longer than a person would wait
for n in range(int(sys.argv[3])):
    change(Path(sys.argv[1]), lambda old: old._replace(bookmarks=(*old.bookmarks, f"{sys.argv[2]}-{n}")))
    if sys.argv[4:]:
        change(Path(sys.argv[1]), lambda old: old._replace(last=(sys.argv[2], n)))
"""


def test_what_was_changed_is_loaded_again(tmp_path):
    path = tmp_path / "state" / "faq.json"
    change(path, lambda old: old._replace(bookmarks=("a", "b"), last=("b", 7)))
    assert load(path) == Remembered(("a", "b"), ("b", 7))


def test_the_file_and_its_directory_are_private(tmp_path):
    path = tmp_path / "state" / "faq.json"
    change(path, lambda old: old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert sorted(p.name for p in path.parent.iterdir()) == ["faq.json", "faq.lock"]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"format": 9, "bookmarks": ["a"]}', b'{"format": 1}'],
)
def test_a_damaged_or_foreign_file_remembers_nothing(tmp_path, data):
    path = tmp_path / "faq.json"
    path.write_bytes(data)
    assert load(path) == Remembered()


def test_what_is_not_of_the_right_kind_is_left_out(tmp_path):
    path = tmp_path / "faq.json"
    path.write_text('{"format": 1, "bookmarks": ["a", 3, null], "last": ["a", -1]}')
    assert load(path) == Remembered(("a",))


def test_two_programs_lose_nothing_of_each_other(tmp_path):
    path = tmp_path / "faq.json"
    # Each writes 1,500 times, and bookmarks at every second write: more would not be kept.
    programs = [subprocess.Popen([sys.executable, "-c", ADD, str(path), name, "750", "both"]) for name in "ab"]
    seen: set[str] = set()
    while any(program.poll() is None for program in programs):
        if path.exists():
            json.loads(path.read_bytes())  # at any moment it is whole
            now = set(load(path).bookmarks)
            assert seen <= now, "something was lost"
            seen = now
        time.sleep(0.002)
    assert [program.returncode for program in programs] == [0, 0]
    assert set(load(path).bookmarks) == {f"{name}-{n}" for name in "ab" for n in range(750)}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["faq.json", "faq.lock"]


def test_each_library_has_its_own_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    here = state_file(Path("/s"), ["faq.md"])
    assert here == state_file(Path("/s"), [str(tmp_path / "faq.md")])
    assert len({here, state_file(Path("/s"), ["other.md"]), state_file(Path("/s"), [])}) == 3


def test_where_nothing_can_be_written_it_raises(tmp_path):
    (tmp_path / "state").write_text("a file in the way")
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        change(tmp_path / "state" / "faq.json", lambda old: old)


def test_ten_thousand_bookmarks_stay_readable(tmp_path):
    path = tmp_path / "faq.json"
    change(path, lambda old: old._replace(bookmarks=tuple(f"{'x' * 300}-{n}" for n in range(10_000))))
    assert path.stat().st_size < LARGEST
    assert load(path).bookmarks[-1].endswith("-9999")
    assert len(load(path).bookmarks) == MOST_BOOKMARKS


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path.parent / "elsewhere")])
def test_what_stands_in_place_of_the_file_is_not_waited_for(tmp_path, make):
    for path in (tmp_path / "faq.json", tmp_path / LAYOUT):
        make(path)
    assert load(tmp_path / "faq.json") == Remembered()
    assert tree_share(tmp_path) is None
    with suppress(IsADirectoryError):
        change(tmp_path / "faq.json", lambda old: old._replace(bookmarks=("a",)))
        assert load(tmp_path / "faq.json").bookmarks == ("a",)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path.parent / "elsewhere")])
def test_what_stands_in_place_of_the_lock_is_not_waited_for(tmp_path, make):
    make(tmp_path / "faq.lock")
    with suppress(OSError):
        change(tmp_path / "faq.json", lambda old: old)
    assert not (tmp_path / "elsewhere").exists()


def test_a_link_in_place_of_the_file_is_read_and_replaced_not_written_through(tmp_path):
    target = tmp_path / "target"
    target.write_text('{"format": 1, "bookmarks": ["old"]}')
    (tmp_path / "faq.json").symlink_to(target)
    assert load(tmp_path / "faq.json").bookmarks == ("old",)
    change(tmp_path / "faq.json", lambda old: old._replace(bookmarks=("new",)))
    assert "old" in target.read_text()
    assert load(tmp_path / "faq.json").bookmarks == ("new",)


def test_what_a_killed_program_left_half_written_goes_in_time(tmp_path):
    old, young = tmp_path / ".faq.json.killed", tmp_path / ".faq.json.writing"
    for path in (old, young):
        path.write_text("{")
    os.utime(old, (1, 1))
    change(tmp_path / "faq.json", lambda old: old)
    assert not old.exists()
    assert young.exists()


def test_a_program_killed_while_it_writes_leaves_a_whole_file(tmp_path):
    path = tmp_path / "faq.json"
    change(path, lambda old: old._replace(bookmarks=("first",)))
    for delay in (0.05, 0.1, 0.15, 0.2):
        program = subprocess.Popen([sys.executable, "-c", ADD, str(path), f"{delay}", "100000"])
        time.sleep(0.15 + delay)
        program.kill()
        program.wait()
        kept = load(path).bookmarks
        assert kept[0] == "first" or len(kept) == MOST_BOOKMARKS  # a machine that rests may let it write that many
        json.loads(path.read_bytes())


def test_backgrounds_are_remembered_by_terminal_and_the_oldest_go(tmp_path):
    assert background(tmp_path / "none", "xterm") is None
    for number in range(MOST_TERMINALS + 2):
        keep_background(tmp_path / "state", f"t{number}", "dark")
    keep_background(tmp_path / "state", "t5", "light")
    assert background(tmp_path / "state", "t5") == "light"
    assert background(tmp_path / "state", "t1") is None
    assert background(tmp_path / "state", "t2") == "dark"
    (tmp_path / "state/backgrounds.json").write_text('{"t2": 3}')
    assert background(tmp_path / "state", "t2") is None
