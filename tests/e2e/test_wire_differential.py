"""The real program twice, with Textual's driver and with ours, the same keys: both screens are the same after every key."""

import pytest

from support.two_drivers import Session, same, started

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


CASES = [(place, "packaged") for place in PLACES] + [(PLACES[1], "unusual"), (PLACES[4], "unusual")]


@pytest.mark.parametrize(
    ("place", "content"), CASES, ids=lambda case: case if isinstance(case, str) else "-".join(case.values())
)
def test_both_drivers_show_the_same(tmp_path, place, content):
    arguments: list[str] = []
    if content == "unusual":
        (tmp_path / "unusual.md").write_text(UNCOMMON)
        arguments = [str(tmp_path / "unusual.md")]
    stock = Session(tmp_path, arguments, {**place, "FAQTUI_DRIVER": "stock"})
    ours = Session(tmp_path, arguments, place)
    with stock.pty, ours.pty:
        started([stock, ours])
        same(stock, ours, "the start")
        for key in KEYS:
            stock.send(key)
            ours.send(key)
            same(stock, ours, repr(key))
        for size in SIZES:
            stock.resize(*size)
            ours.resize(*size)
            same(stock, ours, f"resizing to {size}")
        assert len(ours.pty.output) < len(stock.pty.output) / 2
        assert ours.pty.clipboard() == stock.pty.clipboard()
