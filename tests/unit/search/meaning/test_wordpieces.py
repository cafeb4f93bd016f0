"""Text to word pieces."""

import pytest

from faqtui.search.meaning.wordpieces import WordPieces, words

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "un",
    "##do",
    "##es",
    "release",
    "a",
    "##b",
    "cafe",
    ",",
    "?",
    "漢",
    "字",
    "undo",
]


@pytest.fixture
def pieces():
    cut = WordPieces(VOCABULARY)
    return lambda text, limit=64: [VOCABULARY[number] for number in cut.numbers(text, limit)]


def test_a_known_word_is_one_piece_and_stands_between_the_two_marks(pieces):
    assert pieces("Undo release") == ["[CLS]", "undo", "release", "[SEP]"]


def test_an_unknown_word_is_its_longest_known_beginnings(pieces):
    assert pieces("undoes ab abb") == ["[CLS]", "undo", "##es", "a", "##b", "a", "##b", "##b", "[SEP]"]


def test_a_word_with_a_part_that_nothing_knows_is_unknown_as_a_whole(pieces):
    assert pieces("undox abc") == ["[CLS]", "[UNK]", "[UNK]", "[SEP]"]


def test_marks_and_han_characters_stand_alone_and_accents_do_not_count(pieces):
    assert pieces("Café,undo?漢字") == ["[CLS]", "cafe", ",", "undo", "?", "漢", "字", "[SEP]"]


def test_no_more_pieces_are_made_than_are_wanted(pieces):
    assert pieces("undo " * 50, 6) == ["[CLS]", *["undo"] * 4, "[SEP]"]
    assert len(pieces("abbb" * 50, 6)) == 3  # one long word that nothing knows


@pytest.mark.parametrize("text", ["", "   ", "\x00\u200b", "\ud800", "a" * 100_000, "́" * 5000, "🙂" * 999])
def test_any_text_gives_pieces(pieces, text):
    assert pieces(text, 16)[0] == "[CLS]"
    assert pieces(text, 16)[-1] == "[SEP]"
    assert len(pieces(text, 16)) <= 16


def test_invisible_characters_are_in_no_word():
    assert list(words("un\u200bdo\u00ad it\x07")) == ["undo", "it"]


def test_a_vocabulary_without_the_marks_is_refused():
    with pytest.raises(KeyError):
        WordPieces(["a", "b"])
