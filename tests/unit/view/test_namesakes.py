"""Entries that ask the same question, told apart by what their answers say."""

from __future__ import annotations

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library
from faqtui.view.namesakes import told_apart
from faqtui.view.tree_lines import room_beside


def library(*answers: str, question: str = "What does it print?", between: int = 0) -> Library:
    parts = ["# Quiz\n"]
    for number, answer in enumerate(answers):
        parts.append(f"## {question.format(number + 1)}\n\n{answer}\n")
        parts += [f"## Is lamp {number} of row {n} lit?\n\nYes.\n" for n in range(between)]
    return parse_library([Document("quiz.md", "\n".join(parts))])


def tails(found: Library) -> list[str]:
    return [told_apart(found.entries, n) for n, e in enumerate(found.entries) if e.question.startswith("What")]


def test_a_question_without_namesakes_needs_nothing() -> None:
    assert tails(library("Nine.")) == [""]


def test_the_first_words_of_the_answer_tell_namesakes_apart() -> None:
    assert tails(library("Nine   apples,\nat most.", "Ten pears.")) == ["Nine apples, at most.", "Ten pears."]


def test_a_number_does_not_hide_that_they_are_namesakes() -> None:
    found = library("Nine.", "Ten.", question="{}. What does it print?")
    assert [entry.id.startswith("what-does-it-print~") for entry in found.entries] == [True, True]
    assert [told_apart(found.entries, n) for n in (0, 1)] == ["Nine.", "Ten."]


@pytest.mark.parametrize("between", [0, 1, 20])
def test_words_that_the_nearest_namesakes_begin_with_too_are_left_out(between: int) -> None:
    code = "```js\nconst shape = {{ {}: 3 }};\n```"
    found = library(*(code.format(word) for word in ("edges", "corners", "sides")), between=between)
    assert [tail.split()[0] for tail in tails(found)] == ["edges:", "corners:", "sides:"]


def test_an_answer_that_another_one_begins_with_is_not_empty() -> None:
    assert tails(library("It prints nine", "It prints nine and ten")) == ["It prints nine", "and ten"]


def test_questions_that_only_begin_alike_tell_themselves_apart() -> None:
    long = "What does it print when all that was ever put into it comes out again on the other side of the house in row {}?"
    found = library("Nine.", "Ten.", "Eleven.", question=long)
    assert all("~" in entry.id for entry in found.entries)
    assert tails(found) == ["", "", ""]
    same = library("Nine.", "Ten.", question=long.replace("{}", "one"))
    assert tails(same) == ["Nine.", "Ten."]


def test_the_question_stays_as_it_was_written() -> None:
    found = library("Nine.", "Ten.")
    assert {entry.question for entry in found.entries} == {"What does it print?"}


@pytest.mark.parametrize("width", range(8, 90, 3))
@pytest.mark.parametrize(("question", "words"), [(18, 60), (60, 10), (5, 5), (70, 70)])
def test_both_parts_fit_and_the_words_get_their_half(width: int, question: int, words: int) -> None:
    first, second = room_beside(width, question, words, 3)
    assert first + 3 + second <= width or first <= 0
    assert second >= min(words, width // 2) or first == question
    assert first <= question
    assert second <= words
