"""The cells that text takes where it takes most: lines are broken and cut by these, so that no terminal draws over a border."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from faqtui.render import lay_out, parse_answer
from faqtui.view.lines import fit
from faqtui.widths import chopped, cut, is_wider, may_be_wide, most_cells, surplus
from support.speed import at_most

SENTENCES = {
    "hindi": "यह एक लंबा वाक्य है जिसमें बहुत सारे शब्द हैं",
    "tamil": "உலகம் எப்படி இருக்கிறது என்று நாம் அனைவரும்",
    "bengali": "এই বাক্যটি এত লম্বা যে এটি পর্দার কিনারা পর্যন্ত",
    "malayalam": "ഈ വാചകം വളരെ നീളമുള്ളതാണ് അതിനാൽ",
    "burmese": "ဒီစာကြောင်းက အရမ်းရှည်တယ် ဒါကြောင့်",
    "khmer": "ប្រយោគនេះ វែងណាស់ ដូច្នេះវាទៅដល់",
    "javanese": "ꦲꦏ꧀ꦱꦫꦗꦮ ꦏꦁ ꦢꦮ",
}
indic = st.text(st.sampled_from("कखिाीुूेैोौं्ஆகொௌ ABç漢"), max_size=60)


@pytest.mark.parametrize(
    ("cell", "more"),
    [
        ("नि", 1),
        ("या", 1),
        ("கொ", 1),
        ("কী", 1),
        ("ကော", 2),
        ("रा", 1),
        ("कै", 0),
        ("ที่", 0),
        ("مَ", 0),
        ("שָׁ", 0),
        ("é", 0),
        ("e\u0301", 0),
        ("👩\u200d💻", 0),
        ("❤\ufe0f", 0),
        ("🇨🇭", 0),
        ("漢", 0),
        ("a", 0),
    ],
)
def test_vowel_signs_that_take_room_are_more_than_the_grid_has(cell: str, more: int) -> None:
    assert surplus(cell) == more
    assert most_cells(cell) == cell_len(cell) + more
    assert may_be_wide(cell) or not more


@pytest.mark.parametrize("script", SENTENCES)
def test_a_sentence_is_cut_where_it_fits_however_it_is_counted(script: str) -> None:
    sentence = SENTENCES[script]
    assert most_cells(sentence) > cell_len(sentence)
    for width in range(60):
        assert most_cells(cut(sentence, width)) <= width
        assert most_cells(fit(sentence, width, "…")) <= max(width, 0)
    assert cut(sentence, most_cells(sentence)) == fit(sentence, most_cells(sentence), "…") == sentence


@pytest.mark.parametrize("script", SENTENCES)
def test_an_answer_is_laid_out_with_room_for_the_most_that_it_takes(script: str) -> None:
    sentence = SENTENCES[script]
    table = f"| a | b |\n|--:|:-:|\n| {sentence} | {sentence} |\n"
    page = f"{sentence} {sentence}\n\n- {sentence}\n\n> {sentence}\n\n```\n{sentence}\n```\n\n{table}"
    for width in range(12, 70):
        layout = lay_out(parse_answer(page), width)
        for index in range(layout.height):
            text = layout.line(index).text
            column = 0
            for part in re.split("(?=[│›])", text):
                room = cell_len(part) if column + cell_len(part) < cell_len(text) else width - column
                assert most_cells(part.rstrip()) <= room, text
                column += cell_len(part)


@pytest.mark.parametrize("script", SENTENCES)
def test_words_are_not_broken_where_a_sign_begins(script: str) -> None:
    words = set(SENTENCES[script].split())
    layout = lay_out(parse_answer(f"{SENTENCES[script]} " * 5), max(map(most_cells, words)) + 4)
    assert {word for line in layout.text().split("\n") for word in line.split()} == words


@given(indic, st.integers(0, 80))
def test_what_is_cut_is_a_beginning_of_whole_clusters(text: str, width: int) -> None:
    seen = cut(text, width)
    assert text.startswith(seen)
    assert most_cells(seen) <= width
    assert most_cells(text) >= cell_len(text)
    assert seen == text or most_cells(text) > width
    assert is_wider(text, width) == (seen != text)


@given(indic, st.integers(3, 80))
def test_what_is_chopped_is_all_there(text: str, width: int) -> None:
    pieces = list(chopped(text, width))
    assert "".join(pieces) == text
    assert all(most_cells(piece) <= width or len(split_graphemes(piece)[0]) == 1 for piece in pieces)


def test_a_title_of_a_megabyte_is_cut_without_being_read() -> None:
    with at_most(0.1):
        assert fit("कि" * 500_000, 40, "…").endswith("…")
