"""Content that cannot be read, at the start and while it is being read: one line names the file, the others load."""

import os
import subprocess
from pathlib import Path

import pytest

from support.pty_terminal import FAQTUI, environment

ONE = "# Notes\n\n## Where is the key?\n\nUnder the mat.\n"
BROKEN = {
    "fifo.md": "not a regular file",
    "missing.md": "no such file or directory",
    "loop.md": "too many levels of symbolic links",
    "binary.md": "this is binary, not text",
    "\x1b]52;c;aGk=\x07.md": "not a regular file",
    "/dev/zero": "not a regular file",
    "/dev/full": "not a regular file",
    "/proc/self/mem": "input/output error",
}
BROKEN = {name: why for name, why in BROKEN.items() if not name.startswith("/") or Path(name).exists()}


def make(directory, name):
    path = directory / name
    if name.startswith("/"):
        return path
    if name == "loop.md":
        path.symlink_to(path)
    elif name == "binary.md":
        path.write_bytes(bytes(range(256)) * 40)
    elif name != "missing.md":
        os.mkfifo(path)
    return path


@pytest.mark.parametrize("name", BROKEN)
def test_each_is_one_line_and_exit_code_2(tmp_path, name):
    path = make(tmp_path, name)
    done = subprocess.run(
        [*FAQTUI, "list", path], env=environment(tmp_path), capture_output=True, timeout=20, check=False
    )
    assert done.returncode == 2
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert BROKEN[name] in line
    assert path.name.replace("\x1b", "\u241b").replace("\x07", "\u2407") in line


def test_the_others_load_and_the_screen_names_what_did_not(run, tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "good.md").write_text(ONE)
    (content / "latin.md").write_bytes("# Uhr\n\n## Wie spät ist es?\n\nSpät.\n".encode("latin-1"))
    (content / "empty.md").write_bytes(b"")
    (content / "self").symlink_to(content)
    (content / "up").symlink_to("..")
    broken = [make(content, name) for name in BROKEN if name != "missing.md"]
    terminal = run(content, *(path for path in broken if path.is_absolute()))
    terminal.wait_for("not read: ")
    text = terminal.wait_for("Where is the key?")
    assert ", and " in text.splitlines()[-1]
    assert "spät" in text
    terminal.send("\x11")
    assert terminal.wait_exit() == 2
    assert b"\x1b]52" not in terminal.output


def test_while_it_runs_the_last_good_copy_stays(run, tmp_path):
    path = tmp_path / "notes.md"
    path.write_text(ONE)
    terminal = run(path)
    terminal.wait_for("^Q quit")
    terminal.settle(0.3)

    def broken_by(how):
        path.unlink(missing_ok=True)
        how()
        terminal.wait_for("kept what was read before: notes.md", 15)
        assert "Under the mat." in terminal.text
        terminal.send("\x1b")  # the message has been read
        terminal.wait_for(lambda text: "kept what" not in text)

    broken_by(lambda: None)
    broken_by(lambda: os.mkfifo(path))
    broken_by(lambda: path.symlink_to("/dev/zero"))
    broken_by(lambda: path.symlink_to(path))
    path.unlink()
    path.write_text(ONE.replace("the mat", "the stone"))
    terminal.wait_for("Under the stone.", 15)
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
