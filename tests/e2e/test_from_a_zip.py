"""The package inside of an archive: nothing it needs is looked up as a file."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile

import pytest

from support.places import ROOT
from support.pty_terminal import PtyTerminal, environment


@pytest.fixture
def packed(tmp_path):
    """An environment in which the package comes out of a zip."""
    archive = tmp_path / "faqtui.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in (ROOT / "src/faqtui").rglob("*"):
            if path.suffix in {".py", ".tcss", ".typed"}:
                file.write(path, path.relative_to(ROOT / "src"))
        for path in (ROOT / "content").iterdir():
            file.write(path, f"faqtui/_content/{path.name}")
    env = environment(tmp_path, PYTHONPATH=str(archive))
    where = subprocess.run(
        [sys.executable, "-c", "import faqtui; print(faqtui.__file__)"], env=env, capture_output=True, text=True
    )
    assert where.stdout.startswith(str(archive))
    return env


def test_the_packaged_faq_is_read_from_it(packed):
    done = subprocess.run(
        [sys.executable, "-m", "faqtui", "list", "--json"], env=packed, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["entries"]) == 49
    again = subprocess.run(
        [sys.executable, "-m", "faqtui", "list", "--json"], env=packed, capture_output=True, text=True
    )
    assert again.stdout == done.stdout


@pytest.mark.parametrize(
    "command", [["doctor"], ["keys"], ["check"], ["search", "ecr", "token"], ["export", "--format", "html"]]
)
def test_commands_run_from_it(packed, command):
    done = subprocess.run([sys.executable, "-m", "faqtui", *command], env=packed, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_the_screen_comes_from_it_first_and_later(packed):
    for _ in range(2):
        with PtyTerminal([sys.executable, "-m", "faqtui"], env=packed) as terminal:
            terminal.wait_for("49 questions")
            terminal.type("ecr tok")
            terminal.wait_for(" of 49")
            terminal.settle(0.6)
            terminal.send("\x11")
            assert terminal.wait_exit() == 0


@pytest.mark.parametrize("text", ["", "\n\n", "<!-- nothing -->\n"])
def test_a_faq_without_entries_is_said(run, tmp_path, text):
    faq = tmp_path / "empty.md"
    faq.write_text(text)
    terminal = run(faq)
    terminal.wait_for("no questions here")
    terminal.type("oven")
    assert "no questions here" in terminal.text
    assert "nothing matches" not in terminal.text
    for command in (["search", "oven"], ["show", "oven"]):
        argv = [sys.executable, "-m", "faqtui", *command, "--content", faq]
        done = subprocess.run(argv, env=environment(tmp_path), capture_output=True, text=True)
        assert "has no questions" in done.stderr
        assert done.returncode == 1


KEYS = ["oven", "\x1b", "\x1bOP", "\x1b", "\t", ":", "\x1b", "\x06", "a", "\x1b", "\x0f", "\x1b", "'", "\x1b", "r", "y"]


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_a_session_outlives_its_package(tmp_path, bakery, how):
    """An update, or whoever takes it away, leaves a session without what it has not loaded yet."""
    place = tmp_path / "place"
    shutil.copytree(ROOT / "src/faqtui", place / "faqtui", ignore=shutil.ignore_patterns("__pycache__"))
    env = environment(tmp_path, PYTHONPATH=str(place), PYTHONDONTWRITEBYTECODE="1")
    with PtyTerminal([sys.executable, "-m", "faqtui", bakery], env=env) as terminal:
        terminal.wait_for("^Q quit")
        terminal.settle()
        if how == "gone":
            shutil.rmtree(place)
        else:
            for path in place.rglob("*.py"):
                path.write_text("")
        said = ""
        for key in KEYS:
            said += terminal.type(key)
        assert "not now: a part of faqtui is gone" in said
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
