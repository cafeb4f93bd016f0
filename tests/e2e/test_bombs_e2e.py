"""FAQs that are hard by their size: the program starts, finds, scrolls and leaves, in bounded memory.

``FAQTUI_LONG=1`` tries them all; how long each takes, ``tests/bench/bombs.py`` says.
"""

import os
import re
from pathlib import Path

import pytest

from support.bombs import BOMBS

USUAL = ("10,000 nested quotes", "50,000 lines of code", "an alias bomb in YAML")
MOST_MB = 300


@pytest.mark.parametrize("name", BOMBS if os.environ.get("FAQTUI_LONG") else USUAL)
def test_it_is_found_read_and_left_in_bounded_memory(run, tmp_path, name):
    path = tmp_path / "bomb.md"
    path.write_text(BOMBS[name]())
    terminal = run(path)
    terminal.wait_for("^Q quit", 120)
    terminal.send("small")
    terminal.wait_for("A pebble.", 60)
    terminal.type("\x15", 0.3)
    terminal.type("\t", 0.2)
    for key in ("j", "\r", "G", "b", "g", "z", "z"):
        terminal.type(key, 0.1)
        assert terminal.process.poll() is None, f"it ended at {key!r}"
    status = Path(f"/proc/{terminal.process.pid}/status")
    if status.exists():  # Linux
        (most,) = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())
        assert int(most) / 1024 < MOST_MB
    terminal.send("\x11")
    assert terminal.wait_exit(60) == 0
    assert terminal.modes_left_on() == []
