"""Choosing something on the screen that a shell then has: ``$(faqtui --pick code)``, and the key of ``faqtui shell``."""

import shutil
import sys

import pytest

from faqtui.commands.shell import BASH
from support.pty_terminal import PtyTerminal, environment

PAGE = """# Jars

## How do I open a jar?

```sh
jar open --twist left
```

```sh
jar open --all
```

See [the shelf](https://jars.example/shelf).

## How do I close a jar?

```sh
jar close
```

## What is a jar?

Glass.
"""


@pytest.fixture
def shell(tmp_path):
    """A bash whose prompt is short, with the page, and with ``faqtui`` as a command."""
    (tmp_path / "jars.md").write_text(PAGE)
    (tmp_path / "rc").write_text(
        f"PS1='$ '; export FAQTUI_CONTENT={tmp_path}/jars.md; faqtui() {{ {sys.executable} -m faqtui \"$@\"; }}\n{BASH}"
    )
    command = [shutil.which("bash"), "--noprofile", "--rcfile", tmp_path / "rc", "-i"]
    with PtyTerminal(command, env=environment(tmp_path), early=True) as terminal:
        terminal.wait_for("$")
        yield terminal


def choose(terminal, what, query, *keys):
    terminal.send(f"x=$(faqtui --pick {what} --query '{query}'); echo \"=$?=$x=\"\n")
    terminal.wait_for("esc clear")
    terminal.settle(0.3)
    for key in keys:
        terminal.send(key)
        terminal.settle(0.2)


@pytest.mark.parametrize(
    ("what", "query", "keys", "printed"),
    [
        ("code", "close jar", ["\r"], "=0=jar close="),
        ("code", "open jar", ["\r", "2"], "=0=jar open --all="),
        ("link", "open jar", ["\r"], "=0=https://jars.example/shelf="),
        ("id", "close jar", ["\r"], "=0=how-do-i-close-a-jar="),
        ("answer", "what is", ["\r"], "=0=Glass.="),
        ("code", "close jar", ["\x11"], "=130=="),
    ],
)
def test_what_is_chosen_is_printed_when_the_screen_is_left(shell, what, query, keys, printed):
    choose(shell, what, query, *keys)
    shell.wait_for(printed)


def test_where_there_is_nothing_of_the_kind_the_screen_stays_and_says_so(shell):
    choose(shell, "code", "what is", "\r")
    shell.wait_for("no code block in this answer")


def test_the_key_of_the_shell_puts_a_command_where_the_cursor_is(shell):
    shell.send("echo ready; ")
    shell.settle(0.2)
    shell.send("\x1bf")
    shell.wait_for("type to find")
    shell.settle(0.3)
    shell.send("close jar")
    shell.wait_for("1 of 3")
    shell.send("\r")
    shell.wait_for("echo ready; jar close")
