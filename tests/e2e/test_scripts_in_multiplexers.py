"""What tmux and GNU screen show of scripts and signs about whose width terminals differ, read back from their screens."""

import re
import subprocess
import time
from collections.abc import Callable
from unicodedata import category

import pytest

from support.multiplexers import ScreenServer, TmuxServer
from support.programs import require
from support.pty_terminal import FAQTUI, PtyTerminal, environment

READ_BACK = {
    "hindi": "दुनिया कैसी है?",
    "marathi": "माझी पाणी पिशवी कुठे आहे",
    "bengali": "পৃথিবী কেমন আছে",
    "tamil": "உலகம் எப்படி இருக்கிறது",
    "telugu": "ప్రపంచం ఎలా ఉంది",
    "malayalam": "ലോകം എങ്ങനെയുണ്ട്",
    "thai": "โลกเป็นอย่างไร ที่นี่ กำลัง",
    "arabic": "كَيفَ حالُك",
    "hebrew": "שָׁלוֹם עולם",
    "korean": "한국어 각",
}
"""Words that are to be on the screen letter by letter."""

AFTER = {
    "joined": "👩\u200d💻",
    "family": "👨\u200d👩\u200d👧",
    "variation": "❤\ufe0f",
    "text": "☺\ufe0e",
    "warning": "⚠\ufe0f",
    "flag": "🇨🇭",
    "skin": "👍🏽",
    "keycap": "1\ufe0f\u20e3",
}
"""Signs behind which the line goes on where it should."""

PAGE = "# FAQ\n\n## Wie?\n\n" + "".join(
    f"{name}: {text} ende\n\n" for name, text in [*READ_BACK.items(), *AFTER.items()]
)


def wait_for(read: Callable[[], str], word: str) -> str:
    """What is on the screen once it has `word` and has come to rest."""
    end = time.monotonic() + 30
    before = ""
    while (now := read()) != before or word not in now:
        assert time.monotonic() < end, now
        before = now
        time.sleep(0.3)
    return now


def low(text: str) -> str:
    """A pattern for what a hardcopy of screen has of a text: the low byte of each cell, another one where signs combine in it."""
    cells: list[str] = []
    for char in text:
        if category(char) in {"Mn", "Me", "Cf"}:
            cells[-1] = "."
        else:
            cells.append(re.escape(chr(ord(char) & 0xFF)))
    return "".join(cells)


@pytest.fixture
def command(tmp_path):
    (tmp_path / "faq.md").write_text(PAGE)
    return [*FAQTUI, str(tmp_path / "faq.md")]


def test_in_tmux(tmp_path, command):
    with TmuxServer(tmp_path, "status off", "default-terminal tmux-256color") as tmux:
        assert not tmux.run("new-session", "-d", "-s", "a", "-x", "120", "-y", "50", *command).returncode

        def read() -> str:
            return tmux.run("capture-pane", "-p", "-t", "a").stdout.decode()

        wait_for(read, "quit")
        tmux.run("send-keys", "-t", "a", "-H", "d")
        lines = wait_for(read, "keycap").split("\n")
        for name, text in READ_BACK.items():
            assert any(f"{name}: {text} ende" in line for line in lines), (name, lines)
        for name, text in AFTER.items():
            (line,) = [line for line in lines if f"{name}: " in line]
            assert f"{name}: {text[0]}" in line, line
            assert " ende" in line, line


def test_in_screen(tmp_path, command):
    with ScreenServer(tmp_path) as screen:
        plain = environment(tmp_path, **screen.env)
        copy = tmp_path / "hardcopy"

        def read() -> str:
            said = [require("screen"), "-S", screen.name, "-p", "0", "-X", "hardcopy", str(copy)]
            subprocess.run(said, env=plain, capture_output=True, check=False)
            return copy.read_bytes().decode("latin-1") if copy.exists() else ""

        with PtyTerminal(screen.around(command), columns=120, rows=50, env=plain) as terminal:
            end = time.monotonic() + 30
            while "quit" not in read():
                terminal.pump(0.2)
                assert time.monotonic() < end
            terminal.send("\r")

            def look() -> str:
                terminal.pump(0.2)
                return read()

            seen = wait_for(look, "keycap")
        for name, text in READ_BACK.items():
            assert name == "korean" or re.search(f"{name}: {low(text)} ende", seen, re.DOTALL), (name, seen)
        for name in AFTER:
            assert re.search(f"{name}: .{{1,12}} ende", seen, re.DOTALL), (name, seen)
