"""Which of some lines an entry quotes."""

import time

import pytest

from faqtui.faq import load
from faqtui.search.pasted import lines_said, quoted

PAGE = """# P

## Why is the red lamp on?

It says `lamp fault: bulb number 7 is loose` then.

## Where do lamps stand?

On a shelf, unless `ELAMPS` or `LampSocketBackOff` is told. A shelf holds seven, or ERROR.

## May a lamp be a cactus?

No lamp is a cactus.

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
        (["cactus"], (0, 2)),
        (["", "a cactus!", ""], (1, 2)),
        (["lamp"], None),
        (["cactus", "pot"], None),
        (["socket"], None),
        (["building", "open: ELAMPS (7)", "done"], (1, 1)),
        (["warning", "LampSocketBackOff"], (1, 1)),
        (["elamps printed", "not so"], None),
        (["an ERROR", "stop"], None),
        ([], None),
    ],
)
def test_the_longest_part_word_for_word_decides_and_then_the_last_line(search, lines, found):
    got = quoted(lines, search)
    assert (got and (got.line, got.position)) == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("\x1b[1;31merror\x1b[0m: x", ["error: x"]),
        ("\x1b]8;;http://a\x1b\\link\x1b]8;;\x07", ["link"]),
        ("\x1b(0qq\x1b(B a \x1b7b\x1b8", ["qq a b"]),
        ("\x1bPtmux;x\x1b\\a\x1b_b\x1b\\c", ["ac"]),
        ("\x9b31ma\x9bm", ["a"]),
        (" 10%\x1b[1G 90%\x1b[Kdone\x1b[2A\x1bMup", [" 10%", " 90%done", "", "up"]),
        ("lamp\x1b[2Cfault", ["lamp fault"]),
        ("l\bla\bam\bmp\bp", ["lamp"]),
        ("_\bl_\ba_\bm_\bp", ["lamp"]),
        (" 1%\b\b\b12%\b\b\b\b\b\blamp fault", ["lamp fault"]),
        ("\x1b]0;cut off", ["0;cut off"]),
        ("plain", ["plain"]),
    ],
)
def test_parts_are_what_one_reads_of_what_was_sent(text, parts):
    assert list(lines_said(text)) == [(1, part) for part in parts]


@pytest.mark.parametrize("piece", ["\x1b]", "\x1b[", "\x1b(", "\x1bP1", "a\b\b", "\x1b[1;", "\x1b\\", "\x9b"])
def test_parts_take_time_with_the_length_of_the_text(piece):
    def seconds(count):
        started = time.process_time()
        assert list(lines_said(piece * count))
        return time.process_time() - started

    assert seconds(400_000) < 20 * max(seconds(40_000), 0.005)
