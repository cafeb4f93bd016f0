"""What of questions and answers is code, and that its names are no topics."""

from __future__ import annotations

from collections import Counter

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library
from faqtui.parsing.tree.code_words import code_aside, prose


@pytest.mark.parametrize(
    ("markdown", "rest"),
    [
        ("Run `brew tea` now", ["Run", "now"]),
        ("a\n\n```sh\nbrew tea\n```\n\nb", ["a", "b"]),
        ("a\n\n~~~\nbrew\n~~~\nb", ["a", "b"]),
        ("a\n```\nbrew", ["a"]),
        ("a <code>brew</code> b", ["a", "b"]),
        ("a\n\n    indented in a list", ["a", "indented", "in", "a", "list"]),
        ("plain", ["plain"]),
    ],
)
def test_prose_is_what_stands_outside_code(markdown: str, rest: list[str]) -> None:
    assert prose(markdown).split() == rest


@pytest.mark.parametrize(
    "question",
    [
        "const cup = (tea) => tea + 1",
        "function pour() { return 'tea' }",
        "let tea = 010; tea === 8",
        "cup(1)(2)",
        "[...'tea'].reverse()",
        "`cup(tea)`",
    ],
)
def test_a_question_that_is_a_piece_of_code_says_nothing_else(question: str) -> None:
    assert code_aside(question.strip("`"), question) == ""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What does cup(tea) return?", "What does return?"),
        ("What does `cup` hold?", "What does hold?"),
        ("Is cup[0] hot?", "Is hot?"),
    ],
)
def test_words_of_code_are_put_aside(question: str, said: str) -> None:
    assert code_aside(question.replace("`", ""), question) == said


@pytest.mark.parametrize(
    "question",
    [
        "Does the kettle (2 l) boil?",
        "Is Tea.js fast?",
        "What is a tea-pot?",
        "Who pays, and/or when?",
        "Is it 5 % off?",
    ],
)
def test_prose_with_signs_is_no_code(question: str) -> None:
    assert code_aside(question, question) is question


def library_of(pairs: list[tuple[str, str]]) -> Library:
    text = "# Tea room\n\n" + "\n\n".join(f"## {question}\n\n{answer}" for question, answer in pairs)
    return parse_library([Document("tea.md", text + "\n")])


def names(pairs: list[tuple[str, str]]) -> Counter[str]:
    return Counter(entry.category[0] for entry in library_of(pairs).entries)


CODE = "```js\nlet cup = {0};\nconst sum = (num) => num + cup;\nconsole.log('Hello', sum({0}));\n```\n\nIt prints {0}."


def test_variables_and_examples_are_no_topics() -> None:
    titles = [f"What does `{name}({value})` return?" for name in ("sum", "num", "cup", "greet") for value in range(4)]
    assert set(names([(title, CODE.format(n)) for n, title in enumerate(titles)])) == {"Tea room"}


def test_titles_that_are_code_have_no_topics() -> None:
    titles = [
        "const sum = (num) => num + num",
        "function greet() { return 'Hello' }",
        "let num = 010; num === 8",
        "sum(1)(2)(3)",
        "[...'Hello'].reverse()",
        "var foo = bar = 1",
        "num++ + ++num",
        "'Hello' + 1 + num",
        "sum.bind(null, 1)(num)",
        "typeof sum === 'foo'",
    ]
    assert set(names([(title, CODE.format(n)) for n, title in enumerate(titles)])) == {"Tea room"}


def test_exercises_that_share_only_how_they_begin_are_one_list() -> None:
    tasks = [
        "add two numbers",
        "print Hello World",
        "swap two cups",
        "find the largest number",
        "count the vowels",
        "print a triangle",
        "reverse a string",
        "sort a list",
        "check a date",
        "draw a spiral",
    ]
    assert set(names([(f"Write a program to {task}", CODE.format(n)) for n, task in enumerate(tasks)])) == {"Tea room"}


def test_numbered_riddles_of_one_title_stand_in_ranges() -> None:
    found = names([(f"{n}. What's the output?", CODE.format(n)) for n in range(1, 61)])
    assert found == {f"{n + 1} to {n + 10}": 10 for n in range(0, 60, 10)}


def test_what_is_spoken_of_outside_code_may_be_a_topic_though_titles_write_it_as_code() -> None:
    pairs = [
        *[(f"Why does `kettle` {verb}?", "The kettle is old.") for verb in ("hiss", "leak", "stop")],
        *[(f"How do I {verb} the `strainer`?", "A strainer is washed first.") for verb in ("clean", "bend", "hang")],
        *[(f"Can a teapot {verb}?", "It can.") for verb in ("crack", "drip", "float")],
    ]
    assert names(pairs) == {"Kettle": 3, "Strainer": 3, "Teapot": 3}
