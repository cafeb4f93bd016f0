"""For any text: nothing that steers a terminal gets through, and doing it twice changes nothing."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.sanitize import for_clipboard, sanitize, sanitize_line

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
