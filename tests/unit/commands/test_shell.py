"""``faqtui shell``: what puts a command on the prompt, read by the shells themselves where they are there."""

import shutil
import subprocess

import pytest

from faqtui.commands.shell import SHELLS


@pytest.mark.parametrize("shell", list(SHELLS))
def test_the_script_of_a_shell_is_printed(faqtui, shell):
    assert faqtui("shell", shell) == (0, SHELLS[shell], "")


@pytest.mark.parametrize("shell", list(SHELLS))
def test_the_shell_itself_can_read_it(faqtui, shell):
    if (program := shutil.which(shell)) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([program, "-n"], input=SHELLS[shell], text=True, capture_output=True, timeout=20)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [[], ["ksh"], ["bash", "zsh"]])
def test_another_shell_is_refused_with_those_there_are(faqtui, words):
    code, out, err = faqtui("shell", *words)
    assert (code, out) == (2, "")
    assert "bash, zsh, fish" in err
