"""A saved library that somebody else may have written is not believed; in secure mode, none is as it stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from faqtui import load
from faqtui.faq import read, saved
from faqtui.model import CategoryNode, Entry, Library, Source
from faqtui.saved.library import load as load_library
from support.stored import save

NOBODY = 65534
ESCAPE = "\x1b]52;c;aGk=\x07"


def planted(directory: Path, content: Path) -> Path:
    """A library with escapes, under the name and with the checksum that a true one would have."""
    content.write_text("# T\n\n## What is asked?\n\nThe answer.\n")
    name = read(content, cache_dir=directory).save_as
    assert name is not None
    name.parent.mkdir(parents=True, mode=0o700)
    entry = Entry(
        "a",
        f"What {ESCAPE}",
        f"What {ESCAPE}",
        f"planted {ESCAPE}",
        ("T",),
        Source("t.md", 1, 2),
        answer_text=f"p {ESCAPE}",
    )
    library = Library(f"T{ESCAPE}", (entry,), (CategoryNode(("T",), 1, (0,)),), (), {})
    save(name, library)
    return name


def by_another(path: Path) -> None:
    os.chown(path, NOBODY, NOBODY)


def in_anothers_directory(path: Path) -> None:
    os.chown(path.parent, NOBODY, NOBODY)


def in_a_shared_directory(path: Path) -> None:
    path.parent.chmod(0o1777)


def open_to_all(path: Path) -> None:
    path.chmod(0o666)


def linked(path: Path) -> None:
    path.rename(path.parent / "elsewhere")
    path.symlink_to(path.parent / "elsewhere")


@pytest.mark.parametrize("how", [by_another, in_anothers_directory, in_a_shared_directory, open_to_all, linked])
def test_what_another_could_have_planted_is_not_believed(tmp_path: Path, how) -> None:
    if os.geteuid() and how in (by_another, in_anothers_directory):
        pytest.skip("only root can give files away")
    content = tmp_path / "t.md"
    name = planted(tmp_path / "cache", content)
    found = load(content, cache_dir=tmp_path / "cache")
    assert "planted" in found.library.entries[0].answer  # as long as it could only be ours
    how(name)
    assert load(content, cache_dir=tmp_path / "cache").library.entries[0].answer == "The answer."


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_another_user_does_not_believe_what_root_has_left(tmp_path: Path) -> None:
    content = tmp_path / "t.md"
    planted(tmp_path / "cache", content)
    name = read(content, cache_dir=tmp_path / "cache").save_as
    assert name is not None
    assert load_library(name) is not None
    for path in (tmp_path, *tmp_path.rglob("*"), *tmp_path.parents[:3]):
        path.chmod(path.stat().st_mode | 0o055)
    child = os.fork()
    if not child:  # whatever happens in here, the test must not go on a second time
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os._exit(0 if name.read_bytes() and load_library(name) is None else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_what_is_doubted_is_sanitised_again(tmp_path: Path) -> None:
    content = tmp_path / "t.md"
    planted(tmp_path / "cache", content)
    believed = saved(read(content, cache_dir=tmp_path / "cache"))
    doubted = saved(read(content, cache_dir=tmp_path / "cache"), doubted=True)
    assert believed is not None
    assert doubted is not None
    assert ESCAPE in believed.library.title
    (entry,) = doubted.library.entries
    for text in (doubted.library.title, entry.question, entry.question_markdown, entry.answer, entry.answer_text):
        assert "\x1b" not in text
        assert "\u241b" in text


@pytest.mark.parametrize("command", [("list",), ("show", "a"), ("export", "--format", "text")])
def test_secure_mode_shows_no_escape_of_a_planted_library(tmp_path: Path, command) -> None:
    content = tmp_path / "t.md"
    planted(tmp_path / ".cache" / "faqtui", content)
    arguments = [*command, "--content", str(content)]
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "FAQTUI_SECURE": "1"}
    done = subprocess.run([sys.executable, "-m", "faqtui", *arguments], capture_output=True, text=True, env=environment)
    assert "\u241b" in done.stdout, done.stderr
    assert "\x1b" not in done.stdout
