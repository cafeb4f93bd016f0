"""Words that some terminals draw wider than their cells are sent in one go, and nothing is drawn over them."""

from __future__ import annotations

import pytest

from faqtui.wire.difference import ScreenState
from faqtui.wire.grid import Grid
from faqtui.wire.overlong import flows
from faqtui.wire.pens import Pens


def drawn(*texts: str, width: int = 40) -> list[str]:
    """What is sent for a row that shows one text after another."""
    grid = Grid(width, 3, pens := Pens())
    shown = ScreenState(pens)
    shown.encode(grid)
    sent = []
    for text in texts:
        grid.feed(f"\x1b[2;1H{text}\x1b[K\x1b[1;1H")
        sent.append(shown.encode(grid))
    return sent


@pytest.mark.parametrize("text", ["दुनिया कैसी है", "தமிழ் மொழி", "বাংলা ভাষা কী", "ലോകം എങ്ങനെ"])
def test_words_are_sent_in_one_go_and_last(text: str) -> None:
    (sent,) = drawn(text)
    words = text.split(" ", 1)[1]
    assert sent.endswith((f"{words}\x1b[H", f"{words}\r\x1b[A", f"{words}\x1b[1;1H"))


def test_what_reached_further_than_its_cells_is_blanked() -> None:
    sent = drawn("दुनिया", "ab")[1]
    assert " " * 30 in sent or "\x1b[K" in sent


def test_a_border_stays_where_it_is() -> None:
    row = [*"नि", *"│abc "]
    row[:2] = ["नि"]
    assert flows(row) == [(0, 1)]
    assert flows(["या", " ", "b", " ", " ", " ", "c"]) == [(0, 3)]
    assert flows(["a", "b", "या", " ", "│"]) == [(2, 3)]
    assert flows(list("plain")) == []
    assert flows(["या", " ", "›", "│"]) == [(0, 1)]
