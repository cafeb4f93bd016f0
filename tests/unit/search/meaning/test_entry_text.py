"""What of an entry its vector is made of."""

from faqtui.model import Entry, Source
from faqtui.search.meaning.entry_text import DIGEST, digest, entry_text


def entry(question, answer):
    return Entry("x", question, question, answer, ("A",), Source("f.md", 1, 2), answer_text=answer)


def test_it_is_the_question_and_the_first_two_sentences_of_the_answer():
    assert entry_text(entry("Why?", "Because. It is so.\nAnd more of it. Never.")) == "Why? Because. It is so."


def test_a_long_sentence_is_cut_and_a_point_within_a_word_ends_none():
    assert entry_text(entry("Why?", "a.b.c " + "word " * 100)).startswith("Why? a.b.c word word")
    assert len(entry_text(entry("Why?", "word " * 1000))) < 160
    assert len(entry_text(entry("w" * 9000, "word " * 1000))) < 410


def test_an_answer_without_text_leaves_the_question():
    assert entry_text(entry("Why?", "")) == "Why? "


def test_texts_that_differ_are_told_apart():
    assert digest("a") != digest("b")
    assert len(digest("\ud800")) == DIGEST
