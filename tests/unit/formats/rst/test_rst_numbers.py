"""Numbered questions with answers as far left as their numbers are lists."""

import pytest

from faqtui.formats import convert

LISTS = {
    "1. Is it hot?\nIt is.\n\n2. Who bakes?\nAnn.": "1. Is it hot?\n   It is.\n2. Who bakes?\n   Ann.",
    "3) Ist er heiss?\nJa.\n\n4) Wer backt?\n*Ann*.": "3. Ist er heiss?\n   Ja.\n4. Wer backt?\n   *Ann*.",
    "a\n\n1. Is *it* hot?\nIt is.\n\nMostly.\n\n2. Who, and\nwhen?\nAnn.\n\n- b\n\n3. No light?\nOff.": "a\n\n"
    "1. Is *it* hot?\n   It is.\n\n   Mostly.\n\n2. Who, and\n   when?\n   Ann.\n\n   - b\n\n3. No light?\n   Off.",
}


@pytest.mark.parametrize("text", LISTS)
def test_numbers_that_count_on_above_answers_are_those_of_a_list(text):
    found = convert("a.rst", text)
    assert "\n".join(found.lines).strip() == LISTS[text]
    written = text.split("\n")
    for line, number in zip(found.lines, found.numbers, strict=True):
        assert not line.strip() or line.split()[-1].strip("*") in written[number]


@pytest.mark.parametrize(
    "text",
    [
        "1. Is it hot?\nIt is.\n\n5. Who bakes?\nAnn.",
        "1. Is it hot?\nIt is.\n\na",
        "1. We came in\nMay.\n\n2. They left in\nJune.",
    ],
)
def test_others_are_text(text):
    assert any("\\." in line for line in convert("a.rst", text).lines)
