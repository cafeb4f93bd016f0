"""Secure mode, as the kernel sees it: whatever is pressed, no program, no file, no connection."""

import os
import resource
import signal
import sys

import psutil
import pytest

from faqtui.view.actions import ACTIONS, MOVE, Pane
from support.keys import typed
from support.pty_terminal import PtyTerminal, environment
from support.tracing import offences, traced

CONFINED = [sys.executable, "-IB", "-m", "faqtui", "--secure"]
LEAVING = {"quit", "clear_or_quit"}
CONTENT = """\
# Plain
## Where are the bags?
In the [cellar](https://example.com/cellar), or see [the other](#what-is-run).
## What is run?
```sh
true
```
```sh
false
```
https://example.com/two
## What is wide?
```
{wide}
```
"""


@pytest.fixture
def content(tmp_path):
    path = tmp_path / "faq.md"
    path.write_text(CONTENT.format(wide="x" * 300))
    return path


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "home"
    path.mkdir()
    return path


class Session:
    """Keys pressed one after the other in a program that is traced, each when the one before has been acted on."""

    def __init__(self, terminal):
        self.terminal = terminal
        (self.program,) = psutil.Process(terminal.process.pid).children()

    def press(self, keys):
        self.terminal.send(keys)
        while self.terminal.pump(0.02) or self.program.status() != psutil.STATUS_SLEEPING:
            pass
        assert self.terminal.process.poll() is None, f"it ended at {keys!r}"

    @property
    def is_on_the_main_screen(self):
        return any(word in self.terminal.text.splitlines()[-1] for word in ("q quit", "^Q quit"))

    def to_pane(self, pane):
        """The focus in `pane`, an entry with links and two code blocks shown."""
        for keys in ("/", "\x15run", *"\t" * list(Pane).index(pane)):
            self.press(keys)

    def use_what_opened(self):
        """Take the first of what a picker lists, and close whatever there is; a message goes as well."""
        if not self.is_on_the_main_screen:
            self.press("1")
            self.press("\r")
        while not self.is_on_the_main_screen:
            self.press("\x1b")
            self.terminal.settle(0.12)  # an escape alone is known by nothing coming after it

    def press_everything(self):
        for pane in Pane:
            self.to_pane(pane)
            for action in ACTIONS:
                for key in action.keys(pane) if action.id not in LEAVING else ():
                    self.press(typed(key))
                    self.use_what_opened()
                if action.group != MOVE:
                    self.to_pane(pane)
        for action in ACTIONS:
            if action.hands_over:
                self.press("\x10")
                self.terminal.send(action.description)
                self.terminal.wait_for(" 0 of ")  # the palette does not offer it
                self.press("\r")
                self.use_what_opened()
        for click in (
            "\x1b[<0;10;6M\x1b[<0;10;6m",
            "\x1b[<0;50;6M\x1b[<0;50;6m",
            "\x1b[<65;50;9M",
            "\x1b[200~x\x1b[201~",
        ):
            self.press(click)


def test_every_key_in_every_pane_runs_nothing_and_writes_nothing(tmp_path, home, content):
    trace = tmp_path / "trace"
    loaded = {"FAQTUI_CONTENT": "/etc", "EDITOR": "touch", "VISUAL": "touch", "PAGER": "touch", "BROWSER": "touch"}
    env = environment(home, **loaded, TEXTUAL_LOG=str(home / "log"), TEXTUAL_SCREENSHOT="1", TMUX="/tmp/none,1,0")
    with PtyTerminal(traced([*CONFINED, content], trace), env=env) as terminal:
        terminal.wait_for("^Q quit", 40)
        Session(terminal).press_everything()
        terminal.type("\x1b", 0.2)
        terminal.type("\x1b", 0.2)
        assert "Where are the bags?" in terminal.type("\x1b", 0.2)
        terminal.send("\x11")
        assert terminal.wait_exit(20) == 0
        assert terminal.modes_left_on() == []
    assert offences(trace) == []
    assert list(home.iterdir()) == []


def test_the_same_trace_tells_of_a_session_that_is_not_secure(tmp_path, home, content):
    trace = tmp_path / "trace"
    with PtyTerminal(traced([*CONFINED[:-1], content], trace), env=environment(home)) as terminal:
        terminal.wait_for("^Q quit", 40)
        terminal.wait_for(lambda _: offences(trace))  # what was read is kept a moment later
        terminal.send("\x11")
        assert terminal.wait_exit(20) == 0
    assert offences(trace)


def test_nothing_but_the_command_line_says_what_is_read(home, content, tmp_path):
    (tmp_path / "other.md").write_text("# Other\n## What else?\nNothing.\n")
    settings = home / ".config" / "faqtui"
    settings.mkdir(parents=True)
    (settings / "config.toml").write_text(f'content = ["{tmp_path / "other.md"}"]\n')
    env = environment(
        home, FAQTUI_CONTENT=str(tmp_path / "other.md"), SSH_ORIGINAL_COMMAND="sh", COLUMNS="20", LINES="5"
    )
    with PtyTerminal([*CONFINED, content], env=env) as terminal:
        text = terminal.wait_for("^Q quit")
        assert "Where are the bags?" in text
        assert "What else?" not in text
        names = set(psutil.Process(terminal.process.pid).environ())
        assert "SSH_ORIGINAL_COMMAND" in names, (
            "the kernel keeps what it was started with; what counts is that nobody reads it"
        )


def test_ctrl_z_does_nothing_and_core_dumps_are_off(home, content):
    with PtyTerminal([*CONFINED, content], env=environment(home)) as terminal:
        terminal.wait_for("^Q quit")
        process = psutil.Process(terminal.process.pid)
        *before, _ = terminal.settle().split("\n")
        *after, told = terminal.type("\x1a", 0.4).split("\n")
        assert (after, "ctrl+z does nothing here" in told) == (before, True)
        os.kill(process.pid, signal.SIGTSTP)
        terminal.settle(0.4)
        assert process.status() != psutil.STATUS_STOPPED
        if hasattr(process, "rlimit"):  # Linux
            assert process.rlimit(resource.RLIMIT_CORE) == (0, 0)
        assert "bags" in terminal.type("bags", 0.3)


def test_an_idle_session_says_goodbye_in_one_line(home, content):
    with PtyTerminal([*CONFINED, "--idle", "0.03", content], env=environment(home)) as terminal:
        terminal.wait_for("^Q quit")
        for _ in range(8):  # 2.4 seconds of keys: longer than the limit
            terminal.type("a", 0.3)
        assert terminal.process.poll() is None
        assert terminal.wait_exit(20) == 0
        said = terminal.output.rpartition(b"\x1b[?1049l\x1b[?25h")[2]
        assert said.split(b"\r\n") == [b"faqtui: left after 0.03 minutes without a key", b""]
        assert terminal.modes_left_on() == []


BROKEN = """
import sys
from faqtui.tui.keys import browsing
def broken(self): raise RuntimeError("an inner secret")
browsing.Browsing.zoom = broken
from faqtui.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize(("options", "traceback"), [(["--secure"], False), ([], True)])
def test_a_mistake_of_ours_shows_its_traceback_to_no_stranger(home, content, options, traceback):
    command = [sys.executable, "-IB", "-c", BROKEN, *options, content]
    with PtyTerminal(command, env=environment(home), columns=100) as terminal:
        terminal.wait_for("^Q quit")
        terminal.type("\t", 0.3)
        terminal.type("z", 0.3)
        assert terminal.wait_exit(20) != 0
        assert (b"Traceback" in terminal.output) is traceback
        assert ("faqtui: ended by an error of its own" in terminal.text) is not traceback
        assert b"inner secret" not in terminal.output or traceback
        assert terminal.modes_left_on() == []
