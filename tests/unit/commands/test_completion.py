"""Completion for shells and the manual page: made from the parsers, and right in the shells themselves."""

from __future__ import annotations

import runpy
import shutil
import subprocess

import pytest

from faqtui.commands.arguments import COMMANDS
from faqtui.commands.completion import SHELLS, options_of
from support.commandline import CommandLine
from support.places import ROOT


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script(shell, tmp_path):
    script = CommandLine(tmp_path)("completion", shell).out
    for command in COMMANDS:
        assert command in script
        for option in options_of(command):
            assert all(name.lstrip("-") in script for name in option.names)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_can_be_read_by_its_shell(shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    script = tmp_path / "script"
    script.write_text(SHELLS[shell]())
    done = subprocess.run([shell, "-n", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize(
    ("words", "completions"),
    [
        (["faqtui", "sea"], ["search"]),
        (["faqtui", "--th"], ["--theme"]),
        (["faqtui", "--theme", "d"], ["dark"]),
        (["faqtui", "search", "--li"], ["--limit"]),
        (["faqtui", "export", "--format", "js"], ["json", "jsonl"]),
        (["faqtui", "show", "--format", "a"], ["ansi"]),
        (["faqtui", "config", ""], ["path", "show", "init"]),
        (["faqtui", "list", ""], []),
    ],
)
def test_bash_completes(words, completions, tmp_path):
    script = tmp_path / "script"
    script.write_text(SHELLS["bash"]())
    asked = f'source {script}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _faqtui; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", asked, "bash", *words], capture_output=True, text=True, check=True)
    assert done.stdout.split() == completions


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not here")
def test_fish_completes(tmp_path):
    script = tmp_path / "script"
    script.write_text(SHELLS["fish"]())
    asked = f'source {script}; complete -C "faqtui export --format js"; complete -C "faqtui confi"'
    done = subprocess.run(["fish", "--no-config", "-c", asked], capture_output=True, text=True, check=True)
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["json", "jsonl", "config"]


def test_an_unknown_shell_is_refused(tmp_path):
    outcome = CommandLine(tmp_path)("completion", "tcsh")
    assert (outcome.code, outcome.err) == (2, "faqtui: completion: for which shell? bash, zsh, fish\n")


def test_the_manual_page_is_that_of_the_parsers():
    made = runpy.run_path(str(ROOT / "docs" / "man.py"))["page"]()
    assert made == (ROOT / "docs" / "faqtui.1").read_text(encoding="utf-8"), "run: python docs/man.py"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_the_manual_page_is_sound(tmp_path):
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tascii", ROOT / "docs" / "faqtui.1"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "faqtui - explore a FAQ in the terminal" in done.stdout
