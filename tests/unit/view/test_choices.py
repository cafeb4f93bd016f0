"""What the palette offers, and how typing narrows it."""

from __future__ import annotations

from faqtui.view.choices import Choice, narrow

ROWS = [Choice("Copy the answer", ""), Choice("Scopes of tokens", ""), Choice("Quit", ""), Choice("Straße", "")]


def texts(typed: str) -> list[str]:
    return [row.choice.text for row in narrow(ROWS, typed)]


def test_with_nothing_typed_everything_is_there_in_its_order():
    assert texts("") == [row.text for row in ROWS]


def test_the_start_of_a_word_comes_before_its_inside():
    assert texts("cop") == ["Copy the answer", "Scopes of tokens"]


def test_scattered_letters_count_where_nothing_fits_better():
    assert texts("cte") == ["Copy the answer", "Scopes of tokens"]
    assert texts("t") == ["Copy the answer", "Scopes of tokens", "Quit", "Straße"]
    assert texts("st") == ["Straße"]


def test_every_word_has_to_fit():
    assert texts("cop ans") == ["Copy the answer"]
    assert texts("cop quit") == []


def test_case_does_not_matter_and_spans_lie_on_what_was_typed():
    (row,) = narrow(ROWS, "QUI")
    assert [row.choice.text[start:end] for start, end in row.spans] == ["Qui"]


def test_letters_that_grow_when_folded_keep_the_marks_in_place():
    (row,) = narrow(ROWS, "straß")
    assert [row.choice.text[start:end] for start, end in row.spans] == ["Straß"]
