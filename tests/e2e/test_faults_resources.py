"""No descriptor, no memory, no room, no answer of a disk: told in one line, the terminal as it was, and nothing lost."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.tracing import failing, injected

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits another process")


@pytest.mark.parametrize("key", ["\x10", "\tm", "\ty", "\x06"], ids=["palette", "mark", "copy", "find"])
def test_a_key_that_needs_a_descriptor_says_so_and_works_later(run, bakery, key):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.settle(0.8)  # what is kept has been written
    pid = terminal.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    there = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (there, before[1]))
    for one in key:
        terminal.type(one)
    terminal.wait_for("Too many open files")
    resource.prlimit(pid, resource.RLIMIT_NOFILE, before)
    shown = terminal.type(key[-1])
    assert "Too many open files" not in shown
    terminal.type("\x1b")
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []


# Calls that fail, by strace: what the kernel says is said in one line, and nothing is lost.

READING = {
    "no descriptor in the system": ("openat:error=ENFILE", "too many open files in system"),
    "no descriptor of the process": ("openat:error=EMFILE", "too many open files"),
    "no memory in the kernel": ("openat:error=ENOMEM", "cannot allocate memory"),
    "a disk that does not answer": ("read,pread64:error=EIO", "input/output error"),
    "a disk that answers no longer": ("read,pread64:error=EIO:when=2+", "input/output error"),
    "a link that is stale": ("openat:error=ESTALE", "stale file handle"),
}
WRITING = {
    "a full disk": ("write:error=ENOSPC:when=1", "No space left on device"),
    "a quota": ("write:error=EDQUOT:when=1", "Disk quota exceeded"),
    "a disk that does not answer": ("write:error=EIO:when=1", "Input/output error"),
    "no room for the name": ("rename,renameat,renameat2:error=ENOSPC", "No space left on device"),
    "a name that is not taken": ("rename,renameat,renameat2:error=EIO", "Input/output error"),
}


def run_injected(home, what, *arguments, path=None):
    command = injected([*FAQTUI, *arguments], what, path=path)
    env = environment(home, PYTHONDONTWRITEBYTECODE="1")
    return subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, env=env, timeout=120, check=False
    )


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "faq.md"
    path.write_text("## Why is bread brown?\n\nOf heat.\n")
    return path


@pytest.mark.parametrize("name", READING)
def test_a_file_that_cannot_be_read_is_told_in_one_line_and_others_are_read(tmp_path, bakery, page, name):
    what, said = READING[name]
    done = run_injected(tmp_path, what, "list", page, bakery, path=page)
    assert done.stderr == f"faqtui: {page}: {said}\n"
    assert done.returncode == 2
    assert "sourdough" in done.stdout.lower()


@pytest.mark.parametrize("name", WRITING)
def test_an_export_that_cannot_be_written_leaves_the_one_before(tmp_path, page, name):
    what, said = WRITING[name]
    place = tmp_path / "out" / "faq.html"
    place.parent.mkdir()
    place.write_text("the one before")
    done = run_injected(tmp_path, what, "export", page, "--format", "html", "-o", place)
    assert done.stderr == f"faqtui: {place}: cannot be written: {said}\n"
    assert done.returncode == 2
    assert {path.name: path.read_text() for path in place.parent.iterdir()} == {"faq.html": "the one before"}


@pytest.mark.parametrize("name", [name for name in WRITING if "name" not in name])
@pytest.mark.parametrize("command", [("list",), ("search", "bread", "--content"), ("export", "--format", "json")])
def test_output_that_cannot_be_written_is_told_in_one_line(tmp_path, page, name, command):
    what, said = WRITING[name]
    done = run_injected(tmp_path, what, *command, page)
    assert done.stderr == f"faqtui: standard output: {said}\n"
    assert done.returncode == 2


@pytest.mark.parametrize(
    "what",
    [
        "rename,renameat,renameat2:error=ENOSPC",
        "mkdir,mkdirat:error=ENOSPC",
        "write:error=ENOSPC:when=2+",
        "mkdir,mkdirat:error=EROFS",
    ],
)
def test_a_library_that_cannot_be_kept_is_read_again(tmp_path, page, what):
    done = run_injected(tmp_path, what, "list", page)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Why is bread brown?" in done.stdout
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path != page]
    again = run_injected(tmp_path, "sync:error=EIO", "list", page)
    assert again.stdout == done.stdout


@pytest.mark.parametrize("error", ["ENFILE", "EMFILE", "EIO", "ENOMEM"])
@pytest.mark.parametrize(
    "command", [("list",), ("search", "bread", "--content"), ("check",)], ids=lambda command: command[0]
)
def test_wherever_files_can_be_opened_no_longer_it_is_told_in_one_line(tmp_path, page, command, error):
    log = tmp_path / "opened"
    subprocess.run(
        [str(word) for word in injected([*FAQTUI, *command, page], "sync:error=EIO", also="openat", into=log)],
        env=environment(tmp_path / "a", PYTHONDONTWRITEBYTECODE="1"), capture_output=True, check=False,
    )  # fmt: skip
    opened = log.read_text().splitlines()
    begun = next(number for number, line in enumerate(opened, 1) if "/first_frame." in line)
    for number in range(begun, len(opened), max(1, (len(opened) - begun) // 7)):
        done = run_injected(tmp_path / "b", f"openat:error={error}:when={number}+", *command, page)
        assert "Traceback" not in done.stderr, (number, done.stderr)
        assert done.returncode in {0, 2}, (number, done.stderr)
        assert done.stderr.count("\n") == (1 if done.returncode or command == ("check",) else 0), (number, done.stderr)
        assert done.returncode or "bread" in done.stdout or "nothing to report" in done.stderr, number


@pytest.mark.parametrize("error", ["ENFILE", "EIO"])
def test_a_start_without_descriptors_ends_in_one_line_or_goes_on(tmp_path, page, error):
    for number in range(80, 660, 70):
        command = injected([*FAQTUI, page], f"openat:error={error}:when={number}+")
        with PtyTerminal(command, env=environment(tmp_path, PYTHONDONTWRITEBYTECODE="1"), early=True) as terminal:
            terminal.wait_for(
                lambda seen, terminal=terminal: (
                    "faqtui: " in seen or "^Q" in seen or terminal.process.poll() is not None
                )
            )
            terminal.send("\x11")
            assert terminal.wait_exit() in {0, 2}, (number, terminal.text)
            assert b"Traceback" not in terminal.output, number
            assert terminal.modes_left_on() == [], number


def test_bookmarks_that_cannot_be_written_are_told_of_and_those_before_stay(run, tmp_path, bakery):
    first = run(bakery)
    first.wait_for("^Q quit")
    first.type("\tm")
    first.wait_for("bookmarked")
    first.send("\x11")
    assert first.wait_exit() == 0
    state = {path: path.read_bytes() for path in (tmp_path / ".local" / "state").rglob("*") if path.is_file()}
    assert state
    command = injected([*FAQTUI, bakery], "rename,renameat,renameat2:error=ENOSPC")
    with PtyTerminal(command, env=environment(tmp_path, PYTHONDONTWRITEBYTECODE="1")) as terminal:
        terminal.wait_for("^Q quit")
        for key in "\tjm":
            terminal.type(key)
        terminal.wait_for("No space left on device")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
    assert {path: path.read_bytes() for path in (tmp_path / ".local" / "state").rglob("*") if path.is_file()} == state


@pytest.mark.parametrize("what", ["openat:error=EIO", "read,pread64:error=EIO", "openat:error=ENFILE"])
def test_a_file_that_cannot_be_read_again_stays_on_the_screen(run, tmp_path, page, what):
    terminal = run(page)
    terminal.wait_for("^Q quit")
    terminal.type("\t")
    with failing(terminal.process.pid, what, page):
        page.write_text(page.read_text() + "\n## What is new?\n\nThis.\n")
        terminal.type("r")
        terminal.wait_for("nput/output error" if "EIO" in what else "oo many open files")
        assert "Why is bread brown?" in terminal.text
    terminal.type("r")
    terminal.wait_for("What is new?")
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []


def test_a_session_without_more_memory_says_so_and_goes_on(run, bakery):
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    terminal.settle(0.8)
    pid = terminal.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_AS)
    size = int(Path(f"/proc/{pid}/statm").read_text().split()[0]) * resource.getpagesize()
    resource.prlimit(pid, resource.RLIMIT_AS, (size, before[1]))
    for key in ("\x10", "\x1b", "\t", "y", "f", "\x1b", "c", "\x1b", "?", "\x1b", "z", "z", "'", "\x1b"):
        terminal.type(key, 0.3)
    assert terminal.process.poll() is None, terminal.text
    resource.prlimit(pid, resource.RLIMIT_AS, before)
    terminal.type("\x1b")
    terminal.type("/")
    terminal.type("yeast")
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.output
    assert terminal.modes_left_on() == []
