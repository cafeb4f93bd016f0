"""The real program twice, with Textual's driver and with ours, the same keys: both screens are the same after every key."""

import time
from pathlib import Path

import pytest

from faqtui.tui.charset import in_charset
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.reference_terminal import ReferenceTerminal, first_difference

UNCOMMON = """---
title: Unusual
---
# Unusual

## 日本語の質問はありますか?

Ja: 日本語 and **한글**, ｆｕｌｌ width, `코드`. See <https://example.org/日本>.

## Can emoji 👍🏽 be shown? 👩‍💻

| a | b |
| --- | --- |
| ☀️ | é |
| 🇩🇪 | [link](https://example.org/) |

## Are combining marks e\u0301 o\u0308\u0323 kept?

```python
def nothing():
    return "日本" + 'e\u0301'
```

> ~~struck~~ *emphasis* __strong__
"""

DOWN, UP, PAGE_DOWN, F1 = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1bOP"
KEYS = [
    *"ecr t", "\x7f", *[DOWN] * 3, UP, "\x1b", *"paper", "\x1b", PAGE_DOWN, PAGE_DOWN,
    "\r", "j", "j", " ", "G", "g", "J", "J", "]", "z", " ", "b", "z", "c", "\x1b", "f", "\x1b",
    F1, "\x1b", "/", *"日本", "\x1b", *"emoji",
    "\x19", "\x1b", *"combining", "\r",
]  # fmt: skip

SIZES = [(120, 40), (60, 20), (40, 10), (80, 24)]

PLACES = [
    {"TERM": "xterm-256color"},
    {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    {"TERM": "xterm", "NO_COLOR": "1"},
    {"TERM": "linux"},
    {"TERM": "tmux-256color", "LC_ALL": "C"},
]


class Session:
    """A program in a terminal, its stream fed to the terminal on paper."""

    def __init__(self, home: Path, arguments: list[str], env: dict[str, str]) -> None:
        self.pty = PtyTerminal([*FAQTUI, *arguments], env=environment(home, **env))
        self.paper = ReferenceTerminal(80, 24)
        self._read = 0
        # Textual's driver sends UTF-8 to every terminal.
        self._charset = "ascii" if env.get("LC_ALL") == "C" else "utf-8"
        # What arrived before the screen was entered is not ours.
        self.pty.wait_for("^Q quit")

    def settle(self, quiet: float) -> None:
        """Wait, and bring the paper up to date. The stream may be cut in the middle of a sequence: then wait for more."""
        for _ in range(5):
            self.pty.settle(quiet)
            text = self.pty.output[self._read :].decode(errors="replace")
            text = in_charset(text, self._charset).decode()
            try:
                self.paper.feed(text)
            except AssertionError:
                continue
            self._read = len(self.pty.output)
            return
        raise AssertionError(f"not understood: {text!r}")

    def send(self, key: str) -> None:
        self.pty.send(key)

    def resize(self, width: int, height: int) -> None:
        self.paper.resize(width, height)
        self.pty.resize(width, height)


def compared(stock: Session, ours: Session, after: str) -> None:
    """Both show the same, and go on doing so; on a busy machine one may take longer to get there."""
    # A lone escape is the key only when nothing follows for a tenth of a second.
    quiet = 0.25 if after == repr("\x1b") else 0.08
    end = time.monotonic() + 8
    while True:
        stock.settle(quiet)
        ours.settle(quiet)
        difference = first_difference(stock.paper, ours.paper)
        if not difference or time.monotonic() > end:
            break
        quiet = 0.3
    assert difference == "", f"after {after}: {difference}"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: "-".join(place.values()))
@pytest.mark.parametrize("content", ["packaged", "unusual"])
def test_both_drivers_show_the_same(tmp_path, place, content):
    arguments: list[str] = []
    if content == "unusual":
        (tmp_path / "unusual.md").write_text(UNCOMMON)
        arguments = [str(tmp_path / "unusual.md")]
    stock = Session(tmp_path, arguments, {**place, "FAQTUI_DRIVER": "stock"})
    ours = Session(tmp_path, arguments, place)
    with stock.pty, ours.pty:
        compared(stock, ours, "the start")
        for key in KEYS:
            stock.send(key)
            ours.send(key)
            compared(stock, ours, repr(key))
        for size in SIZES:
            stock.resize(*size)
            ours.resize(*size)
            compared(stock, ours, f"resizing to {size}")
        assert len(ours.pty.output) < len(stock.pty.output) / 2
        assert ours.pty.clipboard() == stock.pty.clipboard()
