"""Choosing from a numbered list: every key that types something picks, selects, narrows, or is answered."""

from __future__ import annotations

import string

import pytest

from faqtui.view.overlays.choosing import FEW, Choosing

FRUIT = ("apple", "pear", "quince")
MANY = tuple(f"{name} {number}" for number in range(1, 6) for name in ("apple", "pear", "quince"))
CLOSING = "q?"


def typed(choosing: Choosing, *keys: str) -> list[bool]:
    names = {" ": "space"}
    return [choosing.take(names.get(key, key), key if len(key) == 1 else "", 4) for key in keys]


@pytest.mark.parametrize("count", range(1, FEW + 1))
def test_where_there_are_few_a_letter_that_means_nothing_is_answered(count):
    for letter in set(string.ascii_letters + "_-./é") - set("jkgGb" + CLOSING):
        choosing = Choosing([f"Thing {number}" for number in range(count)])
        assert typed(choosing, letter) == [True]
        assert choosing.keys()[0][1] == f"pick; no {letter}"
        assert choosing.picked is None
        typed(choosing, "down")
        assert "no" not in choosing.keys()[0][1]


def test_a_letter_ends_a_number_that_was_begun():
    choosing = Choosing(MANY[:9] + MANY[:3])
    typed(choosing, "1", "backspace", "1")
    assert choosing.keys()[0] == ("enter", "pick 1")
    few = Choosing(FRUIT)
    typed(few, "0")
    assert few.keys()[0] == ("1-3 enter", "pick; no 0")
    typed(few, "x")
    assert few.keys()[0] == ("1-3 enter", "pick; no x")


@pytest.mark.parametrize("key", list(CLOSING))
def test_keys_that_close_are_left_to_what_closes(key):
    assert typed(Choosing(FRUIT), key) == [False]


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (["j", "j"], 2),
        (["G", "k"], 1),
        ([" "], 2),
        (["end", "b"], 0),
        (["G", "g"], 0),
        (["down", "up", "up"], 0),
        (["ctrl+n", "ctrl+j", "ctrl+p"], 1),
    ],
)
def test_keys_that_move_elsewhere_select_where_there_are_few(keys, selected):
    choosing = Choosing(FRUIT)
    assert all(typed(choosing, *keys))
    assert choosing.selected == selected


def test_where_there_are_many_all_letters_narrow():
    choosing = Choosing(MANY)
    assert all(typed(choosing, *"quince", " "))
    assert choosing.letters == "quince "
    assert [MANY[thing] for thing in choosing.fitting] == [text for text in MANY if text.startswith("quince")]
    assert choosing.selected == 2
    typed(choosing, "end", "enter")
    assert choosing.picked == 14


def test_escape_takes_back_what_was_typed_before_it_closes():
    choosing = Choosing(MANY)
    assert typed(choosing, "p", "escape", "escape") == [True, True, False]
    assert list(choosing.fitting) == list(range(15))


def test_a_number_picks_as_soon_as_no_longer_one_could_be_meant():
    for keys, picked in ((["2"], 1), (["1", "2"], 11), (["1", "enter"], 0), (["1", "9"], None), (["0"], None)):
        choosing = Choosing(MANY)
        typed(choosing, *keys)
        assert choosing.picked == picked
