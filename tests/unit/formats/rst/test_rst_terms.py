"""Terms that docutils takes for text stand in their list."""

import pytest

from faqtui.formats import convert

LISTS = {
    "of two lines that ask": (
        "Is it hot?\n  It is.\n\nWe came at noon, and nobody\nwas there. Why?\n  They sleep.\n\n  All day.\n\nWho bakes?\n  A\n",
        ["Is it hot?", "We came at noon, and nobody was there. Why?", "Who bakes?"],
    ),
    "of two lines, right below the list": (
        "Is it hot?\n  It is.\nThe doors were shut at\nnoon when we came\n  They sleep.\nNo light\n  It is off.\n",
        ["Is it hot?", "The doors were shut at noon when we came", "No light"],
    ),
    "of two lines, before all others": (
        "Wann ist offen, und\nwer backt?\n  Ab sechs.\nIst er heiss?\n  Ja.\n",
        ["Wann ist offen, und wer backt?", "Ist er heiss?"],
    ),
    "of a letter with a blank line below": (
        "Q\n  Is it hot?\n\nA\n\n  It is.\n\nQ\n  Who bakes?\n\nA\n  Ann.\n",
        ["Q", "A", "Q", "A"],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_term_beside_others_is_one_all_the_same(name):
    text, terms = LISTS[name]
    found = convert("a.rst", text)
    assert [
        above
        for above, _, below in zip(found.lines, found.lines[1:], found.lines[2:], strict=False)
        if below[:1] == ":"
    ] == terms
    places = dict(zip(found.lines, found.numbers, strict=True))
    assert all(text.split("\n")[places[term]].startswith(term.split()[0]) for term in terms)


TEXTS = {
    "below a blank line": "Is it hot?\n  It is.\n\nThe doors are shut at\nnoon, as it is said here:\n  Sleep well\n\na\n",
    "without a list": "Is it hot, and\nwhy?\n  It is.\n\na\n",
    "a word above a quotation": "Is it hot?\n  It is.\n\nA\n\n  Quoted.\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_above_a_quotation_stays(name):
    assert any(line.startswith("> ") for line in convert("a.rst", TEXTS[name]).lines)


def test_words_for_a_spelling_checker_are_no_text():
    assert convert("a.rst", "a\n\n.. spelling:word-list::\n\n   b\n").lines == ["a"]
