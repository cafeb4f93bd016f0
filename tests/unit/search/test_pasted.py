"""Which of some lines an entry quotes."""

import pytest

from faqtui.faq import load
from faqtui.search.pasted import quoted, without_colours

PAGE = """# P

## Why is the red lamp on?

It says `lamp fault: bulb number 7 is loose` then.

## What is of the and to?

A the of.
"""


@pytest.fixture
def search(tmp_path):
    path = tmp_path / "p.md"
    path.write_text(PAGE)
    return load(path).search


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["a", "12:01 lamp fault: bulb number 7 is loose (retrying)", "b"], (1, 0)),
        (["lamp fault: bulb number 9 is loose"], (0, 0)),
        (["LAMP FAULT: BULB NUMBER 7 IS LOOSE", "lamp fault: bulb number 7 is loose"], (1, 0)),
        (["the bulb of the lamp"], None),
        (["what is of the"], None),
        ([], None),
    ],
)
def test_the_longest_part_word_for_word_decides_and_then_the_last_line(search, lines, found):
    got = quoted(lines, search)
    assert (got and (got.line, got.position)) == found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\x1b[1;31merror\x1b[0m: x", "error: x"),
        ("\x1b]8;;http://a\x1b\\\\link\x1b]8;;\x07", "link"),
        ("\x1b(B a \x1bM", "\x1b(B a "),
        ("plain", "plain"),
    ],
)
def test_sequences_that_change_looks_are_taken_out(text, plain):
    assert without_colours(text.replace("\\\\", "\\")) == plain
