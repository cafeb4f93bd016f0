"""For any text: nothing that steers a terminal gets through, and doing it twice changes nothing."""

import unicodedata
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.sanitize import PIECE, for_clipboard, sanitize, sanitize_line

BENCH = Path(__file__).parents[1] / "bench" / "sanitizing.py"

NASTY = st.sampled_from(
    ["\x1b", "\x07", "\x00", "\x7f", "\x85", "\x9b", "\u202e", "\u2066", "\u200b", "\u200d", "\u200c", "\ufeff", "\r", "\n",
     "\U000e0041", "\ud800", "\u0301", "👩", "e", "م", "\u2028", "\t"]
)  # fmt: skip
TEXTS = st.lists(NASTY | st.characters(), max_size=60).map("".join)
FORBIDDEN = {"Cc", "Cs", "Zl", "Zp"}


@given(TEXTS)
@settings(max_examples=500)
def test_no_control_character_gets_through(text):
    safe = sanitize(text)
    assert {c for c in safe if unicodedata.category(c) in FORBIDDEN} <= {"\n", "\t"}
    assert not any(
        "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" or "\U000e0000" <= c <= "\U000e007f" for c in safe
    )


@given(TEXTS)
@settings(max_examples=500)
def test_doing_it_twice_changes_nothing(text):
    assert sanitize(sanitize(text)) == sanitize(text)
    assert sanitize_line(sanitize_line(text)) == sanitize_line(text)
    assert for_clipboard(for_clipboard(text)) == for_clipboard(text)


@given(TEXTS)
def test_nothing_is_lost_but_line_ends_and_floods(text):
    without = text.replace("\r\n", "\n")
    safe = sanitize(text)
    assert len(safe) == len(without) or len(safe) < len(without)
    letters = [c for c in text if c.isalnum()]
    assert [c for c in safe if c.isalnum()] == letters


@given(TEXTS)
def test_one_line_stays_one_line(text):
    assert len(sanitize_line(text).splitlines()) <= 1


@given(st.lists(NASTY | st.sampled_from("ab"), max_size=12).map("".join), st.integers(-6, 6))
def test_where_a_piece_ends_makes_no_difference(text, offset):
    """Long text is made safe in pieces; what stands across two of them is treated as anywhere else."""
    before = "x" * (PIECE - len(text) // 2 + offset)
    text = f" {text} "
    assert sanitize(before + text) == before + sanitize(text)


@pytest.mark.parametrize("seed", range(3))
def test_strings_that_are_made_to_hurt_come_out_safe(seed):
    """The bench runs a million of these."""
    faults = run_path(str(BENCH))
    assert [text for text in faults["strings"](4000, seed) if faults["fault"](text)] == []
