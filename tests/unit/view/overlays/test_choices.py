"""What the palette offers, and how typing narrows it."""

from __future__ import annotations

from faqtui.view.overlays.choices import Choice, narrow

ROWS = [Choice("Copy the answer", ""), Choice("Scopes of tokens", ""), Choice("Quit", ""), Choice("Straße", "")]


def texts(typed: str) -> list[str]:
    return [row.choice.text for row in narrow(ROWS, typed)]


def test_with_nothing_typed_everything_is_there_in_its_order():
    assert texts("") == [row.text for row in ROWS]


def test_a_word_fits_where_it_begins_one():
    assert texts("cop") == ["Copy the answer"]
    assert texts("t") == ["Copy the answer", "Scopes of tokens"]
    assert texts("cte") == []


def test_letters_inside_words_count_where_no_word_begins_so():
    assert texts("cope") == ["Scopes of tokens"]


def test_other_words_for_it_find_a_row_after_those_that_say_it():
    rows = [Choice("Quit", "", also="leave"), Choice("Leave the room", "")]
    assert [row.choice.text for row in narrow(rows, "lea")] == ["Leave the room", "Quit"]
    assert [row.spans for row in narrow(rows, "lea")] == [((0, 3),), ()]


def test_every_word_has_to_fit():
    assert texts("cop ans") == ["Copy the answer"]
    assert texts("cop quit") == []


def test_case_does_not_matter_and_spans_lie_on_what_was_typed():
    (row,) = narrow(ROWS, "QUI")
    assert [row.choice.text[start:end] for start, end in row.spans] == ["Qui"]


def test_letters_that_grow_when_folded_keep_the_marks_in_place():
    (row,) = narrow(ROWS, "straß")
    assert [row.choice.text[start:end] for start, end in row.spans] == ["Straß"]
