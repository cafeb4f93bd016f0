"""Keeping the first frame of a session: what it depends on, and when it is not kept."""

import os
import shutil
import time
from pathlib import Path

import pytest
import rich
import textual

import faqtui
from faqtui.start import frame_keeping
from faqtui.start.frame_keeping import RESTED, depends_on, rested
from faqtui.start.kept import state_of


@pytest.fixture
def content(tmp_path):
    path = tmp_path / "content.md"
    path.write_text("# Hello\n")
    return path


def test_a_directory_depends_on_its_files_and_directories(tmp_path):
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    (tmp_path / "docs" / "deep" / "a.md").write_text("# A\n")
    (tmp_path / "docs" / ".git").mkdir()
    files = depends_on({"HOME": str(tmp_path)}, [str(tmp_path / "docs")])
    inside = {name.removeprefix(str(tmp_path)) for name in files if name.startswith(str(tmp_path))}
    assert {"/docs", "/docs/deep", "/docs/deep/a.md", "/.config/faqtui/config.toml"} <= inside
    assert "/docs/.git" not in inside
    assert depends_on({"HOME": str(tmp_path)}, ["-"]) is None


def test_too_many_files_are_not_asked_about(tmp_path):
    for number in range(400):
        (tmp_path / f"{number}.md").touch()
    assert depends_on({"HOME": "/nowhere"}, [str(tmp_path)]) is None


def test_only_what_rested_since_before_the_start_is_kept(content):
    files = {str(content): state_of(str(content)), "/absent": ""}
    assert not rested(files, time.time())
    assert rested(files, time.time() + RESTED + 0.1)
    os.utime(content, (0, 0))  # a time that can be set is not believed
    assert not rested({str(content): state_of(str(content))}, time.time())


@pytest.mark.parametrize("package", [faqtui, rich, textual], ids=lambda package: package.__name__)
def test_whatever_module_comes_or_goes_the_program_is_another(package, tmp_path, monkeypatch):
    """In a new directory, or in one that is there, of a copy of the package."""
    copy = tmp_path / package.__name__
    shutil.copytree(Path(package.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    if package is faqtui:
        monkeypatch.setattr(frame_keeping, "__file__", str(copy / "start" / "frame_keeping.py"))
    else:
        monkeypatch.setattr(package.__spec__, "origin", str(copy / "__init__.py"))

    def program():
        return {
            path: state for path, state in depends_on({"HOME": "/nowhere"}, []).items() if "__pycache__" not in path
        }

    directories = [path for path in [copy, *copy.rglob("*")] if path.is_dir()]
    assert {str(path) for path in [tmp_path, *directories]} <= set(program())
    for directory in directories:
        before = program()
        (directory / "a_new_module.py").touch()
        assert program() != before, directory
    before = program()
    (copy / "new").mkdir()
    assert program() != before
    before = program()
    (copy / "new" / "module.py").touch()
    assert program() != before
    before = program()
    (copy / "new" / "module.py").unlink()
    assert program() != before


def test_what_python_compiles_changes_nothing(tmp_path, monkeypatch):
    copy = tmp_path / "faqtui"
    shutil.copytree(Path(faqtui.__file__).parent, copy)
    monkeypatch.setattr(frame_keeping, "__file__", str(copy / "start" / "frame_keeping.py"))
    before = depends_on({"HOME": "/nowhere"}, [])
    (copy / "start" / "__pycache__" / "something.pyc").touch()
    assert depends_on({"HOME": "/nowhere"}, []) == before
