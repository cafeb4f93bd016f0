"""A FAQ that attacks the terminal: none of its bytes gets there, nothing crashes, and what it says is still shown."""

import re
import subprocess

import pytest

from support.pty_terminal import FAQTUI, environment

PAYLOADS = {
    "colour": "\x1b[31mred",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\here",
    "title": "\x1b]0;evil\x07",
    "answerback": "\x1b[6n\x1b[c\x1bZ",
    "device control": "\x1bPq#0;2;0;0;0\x1b\\",
    "reset": "\x1bc",
    "c1": "\x9b31m\x9d52;c;ZXZpbA==\x9c",
    "bell and backspace": "a\x07b\x08c\x00d\x7fe",
    "bidi": "a\u202egnp.exe\u2066x\u2069",
    "invisible": "zero\u200bwidth\u2060tag\U000e0041",
    "marks": "e" + "\u0301" * 200,
    "textual markup": "[/] [/nope] [@click=app.quit]x[/] [link=file:///etc/passwd]y[/link]",
    "brackets": "list[int] [x](y)",
    "entities": "&#27;[31m &#x9b; &#x202e;abc",
    "emoji": "\U0001f469\u200d\U0001f4bb \U0001f1e9\U0001f1ea 日本語",
}
OURS = re.compile(  # backspaces are how the cursor goes left by a cell or two
    rb"\x08+|\x1b\[[0-9;?]*[a-zA-Z]|\x1b\]8;[^\x1b]*\x1b\\|\x1b\[\?[0-9]+\$p|\x1b\]22;[^\x07\x1b]*(\x07|\x1b\\)"
)


@pytest.fixture
def hostile(tmp_path):
    """Every payload in every place content can be."""
    parts = ["---", 'title: "Evil \\e]52;c;ZXZpbA==\\a [/]"', "---", ""]
    for name, text in PAYLOADS.items():
        parts += [
            f"# Category {name} {text}", "", f"## What about {name} {text}?", "",
            f"Words {text} and `code {text}` and [link {text}](https://example.com/{name.replace(' ', '-')}).", "",
            f"| head {text} | b |", "| --- | --- |", f"| cell {text} | x |", "",
            f"```{text}", f"fence {text}", "```", "", f":::note {text}", f"inside {text}", ":::", "",
            f"- item {text}", "", f"> quote {text}", "",
        ]  # fmt: skip
    path = tmp_path / "hostile.md"
    path.write_bytes("\n".join(parts).encode("utf-8"))
    return path


FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2060\U000e0000-\U000e007f"


def theirs(output: bytes) -> list[str]:
    """What reached the terminal and is not ours, with what stands around it."""
    return re.findall(f".{{0,20}}[{FORBIDDEN}].{{0,20}}", OURS.sub(b"", output).decode("utf-8"))


def test_the_screen_shows_every_entry_without_sending_a_byte_of_theirs(run, hostile):
    terminal = run(hostile)
    terminal.wait_for("^Q quit")
    terminal.type("\t")
    for _ in range(len(PAYLOADS) * 2 + 2):
        terminal.type("j", 0.06)
        terminal.type("l", 0.06)
    terminal.type("/", 0.1)
    for name in PAYLOADS:
        terminal.type("\x15", 0.06)
        terminal.type(f"what about {name}", 0.12)
        assert terminal.process.poll() is None, f"it ended at {name}"
        assert "What about" in terminal.text
        terminal.type("\r", 0.1)
        terminal.type("G", 0.1)
        terminal.type("/", 0.1)
    assert theirs(terminal.output) == []
    assert terminal.clipboard() == []


def test_brackets_are_shown_as_written(run, hostile):
    terminal = run(hostile, "--query", "what about brackets", columns=120)
    text = terminal.wait_for("What about brackets")
    assert "list[int]" in text


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["search", "what", "about"], ["show", "what about clipboard"], ["check"]],
    ids=lambda a: a[0],
)
def test_no_command_prints_a_byte_of_theirs(hostile, arguments):
    done = subprocess.run(
        [*FAQTUI, *arguments, "--content", hostile], capture_output=True, env=environment(), check=False, timeout=60
    )
    assert theirs(done.stdout) == []
    assert theirs(done.stderr) == []
    assert b"Traceback" not in done.stderr
