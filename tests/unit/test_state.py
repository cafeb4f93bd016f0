"""What is remembered between sessions."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from faqtui.state import Remembered, change, load, state_file

ADD = """
import sys
from pathlib import Path
from faqtui.state import change
for n in range(25):
    change(Path(sys.argv[1]), lambda old: old._replace(bookmarks=(*old.bookmarks, f"{sys.argv[2]}-{n}")))
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
    programs = [subprocess.Popen([sys.executable, "-c", ADD, str(path), name]) for name in "ab"]
    assert [program.wait(30) for program in programs] == [0, 0]
    assert set(load(path).bookmarks) == {f"{name}-{n}" for name in "ab" for n in range(25)}


def test_each_library_has_its_own_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    here = state_file(Path("/s"), ["faq.md"])
    assert here == state_file(Path("/s"), [str(tmp_path / "faq.md")])
    assert len({here, state_file(Path("/s"), ["other.md"]), state_file(Path("/s"), [])}) == 3


def test_where_nothing_can_be_written_it_raises(tmp_path):
    (tmp_path / "state").write_text("a file in the way")
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        change(tmp_path / "state" / "faq.json", lambda old: old)
