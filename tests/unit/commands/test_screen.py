"""Starting the screen: with what it is started, when it is not, and where its keys come from."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time

import pytest

from faqtui.faq import Faq
from faqtui.tui.app import Outcome
from faqtui.view.actions import ACTIONS
from faqtui.view.options import TuiOptions


@pytest.fixture
def started(monkeypatch) -> list[tuple[Faq, TuiOptions]]:
    """Every screen that was started, with what it would show."""
    screens: list[tuple[Faq, TuiOptions]] = []

    def run(faq: Faq, options: TuiOptions) -> Outcome:
        screens.append((faq, options))
        return Outcome(faq, 0, picked=None)

    monkeypatch.setattr("faqtui.tui.app.run", run)
    monkeypatch.setattr("faqtui.commands.screen.PATIENCE", 3600)  # counted from the start of this process
    return screens


def test_on_a_terminal_the_screen_starts(faqtui, started):
    assert faqtui(terminal=True, keyboard=True) == (0, "", "")
    ((faq, options),) = started
    assert len(faq.library.entries) == 5
    assert options._replace(paths=()) == TuiOptions()


IN_SECURE_MODE = tuple(action for action in ACTIONS if action.id not in {"edit", "suspend"})


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--query", "thin glue"], TuiOptions(query="thin glue")),
        (["--query=-x"], TuiOptions(query="-x")),
        (["--open", "why-does-my-saw-bind"], TuiOptions(open_id="why-does-my-saw-bind")),
        (["--theme", "light", "--ascii"], TuiOptions(theme="light", ascii=True)),
        (["--no-mouse", "--secure"], TuiOptions(mouse=False, secure=True, actions=IN_SECURE_MODE, idle=30)),
        (["--secure", "--idle", "2.5"], TuiOptions(secure=True, actions=IN_SECURE_MODE, idle=2.5)),
        (["--idle=0"], TuiOptions()),
    ],
)
def test_options_reach_the_screen(faqtui, started, arguments, expected):
    assert faqtui(*arguments, terminal=True, keyboard=True).code == 0
    assert [options._replace(paths=()) for _, options in started] == [expected]


def test_secure_mode_can_be_asked_for_by_the_environment(faqtui, started):
    for arguments in ([], ["--ascii"]):
        faqtui(*arguments, terminal=True, keyboard=True, env={"FAQTUI_SECURE": "1"})
    faqtui(terminal=True, keyboard=True, env={"FAQTUI_SECURE": "0"})
    assert [options.secure for _, options in started] == [True, True, False]


def test_a_bare_slug_opens_the_first_of_its_namesakes(faqtui, started):
    assert "2 entries are called" in faqtui("--open", "how-do-i-sharpen-a-saw", terminal=True, keyboard=True).err
    ((faq, options),) = started
    assert options.open_id == faq.library.entries[2].id


@pytest.mark.parametrize("arguments", [["--open", "no-such-entry"], ["--theme", "plaid"], ["gone.md"]], ids=" ".join)
def test_what_cannot_be_shown_is_told_before_the_screen_starts(faqtui, started, arguments):
    code, out, err = faqtui(*arguments, terminal=True, keyboard=True)
    assert (code, out, err.count("\n"), started) == (2, "", 1, [])


def test_content_that_could_not_be_read_is_told_and_the_screen_shows_the_rest(faqtui, started, path):
    code, _, err = faqtui(path, "gone.md", terminal=True, keyboard=True)
    assert (code, err) == (2, "faqtui: gone.md: no such file or directory\n")
    assert len(started) == 1


@pytest.mark.parametrize("redirected", [False, True], ids=["keys from standard input", "content from standard input"])
def test_keys_come_from_the_terminal_and_quitting_ends_with_0(tmp_path, path, redirected):
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    with path.open() as content:
        process = subprocess.Popen(
            [sys.executable, "-m", "faqtui", "-" if redirected else str(path)],
            stdin=content if redirected else theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0),
        )
    try:
        assert wait_for(ours, rb"thin wood glue.*tenth at most")
        os.write(ours, b"teak")
        assert wait_for(ours, rb"Epoxy")
        os.write(ours, b"\x11")  # ctrl+q
        assert wait_for(ours, rb"\x1b\[\?1049l")
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)


def wait_for(terminal: int, pattern: bytes, seconds: float = 20) -> bool:
    """Whether what the program writes matches `pattern` before `seconds` are over."""
    written, end = b"", time.monotonic() + seconds
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            written += os.read(terminal, 65_536)
            if re.search(pattern, re.sub(rb"\x1b\[[0-9;]*[mH]", b"", written), re.DOTALL):
                return True
            if re.search(pattern, written, re.DOTALL):
                return True
    return False
