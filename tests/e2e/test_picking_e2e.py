"""Choosing something on the screen that a shell then has: ``$(faqtui --pick code)``, and the key of ``faqtui shell``."""

import os
import shutil
import sys

import pytest

from faqtui.commands.shell import BASH, FISH, ZSH
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


STARTS = {
    "bash": (BASH, ".bashrc", "PS1='$ '\n", "-i"),
    "zsh": (ZSH, ".zshrc", "PS1='$ '\n", "-i"),
    "fish": (FISH, ".config/fish/config.fish", "set fish_greeting\nfunction fish_prompt; echo '$ '; end\n", "-i"),
}


@pytest.mark.parametrize("name", STARTS)
def test_what_goes_wrong_is_told_on_a_line_of_its_own_and_the_prompt_is_there_again(tmp_path, name):
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    widget, file, prompt, *options = STARTS[name]
    rc, command = tmp_path / file, tmp_path / "bin" / "faqtui"
    rc.parent.mkdir(parents=True, exist_ok=True)
    rc.write_text(prompt + widget)
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m faqtui "$@"\n')
    command.chmod(0o755)
    path = f"{command.parent}:{os.environ['PATH']}"
    env = environment(tmp_path, PATH=path, ZDOTDIR=str(tmp_path), FAQTUI_CONTENT=str(tmp_path / "none.md"))
    with PtyTerminal([name, *options], env=env, early=True) as terminal:
        terminal.wait_for("$")
        terminal.send("echo ready; ")
        terminal.wait_for("$ echo ready;")
        terminal.send("\x1bf")
        terminal.wait_for("no such file")
        terminal.send("echo so")
        terminal.wait_for("$ echo ready; echo so")
        lines = terminal.text.splitlines()
        assert any(line.startswith("faqtui: ") for line in lines)
        assert not any("$" in line for line in lines if "no such file" in line)
