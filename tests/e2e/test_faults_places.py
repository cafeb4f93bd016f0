"""Where settings, state and cache should be, something else is, or nothing can be: the program runs without, and says so."""

import os
import shutil
import subprocess

import pytest

from support.pty_terminal import FAQTUI, PtyTerminal, environment

HOMES = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")


def may_mount():
    if os.getuid() != 0 or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode == 0


needs_mounts = pytest.mark.skipif(not may_mount(), reason="only root may mount a file system")
needs_root = pytest.mark.skipif(os.getuid() != 0, reason="only root may become somebody else")


def reads(terminal):
    """Find an entry and go into its answer; on a busy machine enter with the letters would come before what they find."""
    terminal.wait_for("^Q quit")
    terminal.send("paper")
    terminal.wait_for("Under the counter, on the left.")
    terminal.send("\r")
    terminal.wait_for("esc tree")


def works_without(terminal, reason):
    """The program is there, finds, reads, and says that a bookmark does not last."""
    reads(terminal)
    terminal.send("m")
    terminal.wait_for(f"(for this session: {reason})")
    terminal.send("'")
    terminal.wait_for("esc close")
    assert "Where are the paper bags?" in terminal.text
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []
    after = terminal.output[terminal.output.rindex(b"\x1b[?25h") + 6 :]
    assert after.strip() == b"", "it was said already, and once"


def make(what, path):
    if what == "file":
        path.write_text("mine")
    elif what == "fifo":
        os.mkfifo(path)
    elif what == "link to nowhere":
        path.symlink_to("nowhere/at/all")


@pytest.mark.parametrize(
    ("what", "reason"), [("file", "File exists"), ("fifo", "File exists"), ("link to nowhere", "File exists")]
)
def test_something_else_in_place_of_the_directories(run, bakery, tmp_path, what, reason):
    place = tmp_path / "xdg"
    place.mkdir()
    make(what, place / "faqtui")
    works_without(run(bakery, **dict.fromkeys(HOMES, str(place))), reason)
    assert [path.name for path in place.iterdir()] == ["faqtui"]


def test_a_fifo_or_a_directory_in_place_of_each_file_is_never_waited_for(run, bakery, tmp_path):
    places = dict.fromkeys(HOMES, str(tmp_path))
    first = run(bakery, **places)
    reads(first)
    first.send("m")
    first.wait_for("bookmarked")
    first.send("\x11")
    assert first.wait_exit() == 0
    files = [path for path in (tmp_path / "faqtui").rglob("*") if path.is_file()]
    assert len(files) >= 2, "what is remembered, and the saved library"
    for number, path in enumerate(files):
        path.unlink()
        if number % 2:
            path.mkdir()
        else:
            os.mkfifo(path)
    second = run(bakery, **places)
    reads(second)
    second.send("\x11")
    assert second.wait_exit() == 0


@needs_mounts
@pytest.mark.parametrize(
    ("options", "fill", "reason"),
    [("ro", "", "Read-only file system"), ("size=8k", "cat /dev/zero >$0/zero", "No space left on device")],
    ids=["read-only", "full"],
)
def test_a_file_system_that_takes_nothing(tmp_path, bakery, options, fill, reason):
    place = tmp_path / "xdg"
    place.mkdir()
    script = f'mount -t tmpfs -o {options} none "$0" && {{ {fill or ":"}; }} 2>/dev/null; exec "$@"'
    command = ["unshare", "-m", "sh", "-c", script, place, *FAQTUI, bakery]
    with PtyTerminal(command, env=environment(tmp_path, **dict.fromkeys(HOMES, str(place)))) as terminal:
        works_without(terminal, reason)


@needs_root
@pytest.mark.parametrize(("home", "reason"), [("closed", "Permission denied"), ("none", "Not a directory")])
def test_a_home_of_somebody_else_and_no_home_at_all(tmp_path, bakery, home, reason):
    """As after ``su`` that keeps HOME, and as in a container with a user that has no name."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    env = environment(closed)
    user = "65534"
    if home == "none":
        del env["HOME"]
        user = "54321"
    command = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", *FAQTUI, bakery]
    if subprocess.run([*command, "--version"], capture_output=True, env=env, check=False).returncode:
        pytest.skip("the program is where only root may read")
    with PtyTerminal(command, env=env) as terminal:
        works_without(terminal, reason)


def test_the_working_directory_may_be_removed_meanwhile(tmp_path, bakery):
    place = tmp_path / "removed"
    place.mkdir()
    (place / "bakery.md").write_bytes(bakery.read_bytes())
    script = 'cd "$1" && shift && exec "$@" bakery.md'
    with PtyTerminal(["sh", "-c", script, "sh", place, *FAQTUI], env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q")
        shutil.rmtree(place)
        terminal.type("\t")
        terminal.type("m")
        assert "bookmarked" in terminal.text
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("command", [("list",), ("check",), ()])
def test_relative_paths_lead_nowhere_where_it_was_removed_before(tmp_path, command):
    script = 'cd "$1" && rmdir "$1" && shift && exec "$@"'
    place = tmp_path / "removed"
    place.mkdir()
    done = subprocess.run(
        ["sh", "-c", script, "sh", place, *FAQTUI, *command, "a.md"],
        capture_output=True, text=True, env=environment(tmp_path),
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "faqtui: a.md: no such file or directory\n")
