"""What is written more densely than people write: where it stops being told apart, `check` says, and nothing is lost."""

import re
from collections.abc import Callable

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import codes, parse_library
from faqtui.parsing.questions.candidates import most_questions

WAYS: dict[str, Callable[[int], str]] = {
    "headings": lambda n: f"# a{n}?",
    "headings with answers": lambda n: f"# a{n}?\n\nb{n}\n",
    "underlined headings": lambda n: f"a{n}?\n---\nb{n}\n",
    "Q and A": lambda n: f"Q: a{n}?\nA: b{n}",
    "bold lines": lambda n: f"**a{n}?**\nb{n}\n",
    "list items": lambda n: f"- a{n}?\n  b{n}",
    "numbers": lambda n: f"{n % 1000}. a{n}?\n   b{n}",
    "paragraphs": lambda n: f"a{n}?\n\nb{n}\n",
    "definitions": lambda n: f"a{n}?\n: b{n}\n",
    "rows": lambda n: f"| a{n}? | b{n} |" if n else "| Question | Answer |\n|---|---|",
    "folds": lambda n: f"<details><summary>a{n}?</summary>b{n}</details>",
    "HTML headings": lambda n: f"<h2>a{n}?</h2>\n\nb{n}\n",
}


def read(text: str) -> Library:
    return parse_library([Document("page.md", text)])


def texts(library: Library) -> set[str]:
    """What stands outside of all entries."""
    return {library.text, *(category.text for category in library.categories)}


def told(library: Library) -> list[int]:
    return [found.line for found in library.diagnostics if found.code == "too-dense"]


@pytest.mark.parametrize("way", WAYS)
def test_what_follows_the_most_questions_stays_as_text_and_is_told_of(way: str) -> None:
    count = most_questions(0) + 500
    text = "\n".join(map(WAYS[way], range(count))) + "\n"
    library = read(text)
    most = most_questions(len(text))
    assert most - 2 <= len(library.entries) <= most < count
    (line,) = told(library)
    number = int(re.findall(r"a(\d+)", "\n".join(text.split("\n")[line - 1 : line + 2]))[0])
    assert number == len(library.entries) + (way == "rows"), "it is the first question that is none"
    everything = {entry.answer for entry in library.entries[-1:]} | texts(library)
    assert any(all(f"a{n}?" in text for n in range(most + 1, count)) for text in everything)


@pytest.mark.parametrize("way", WAYS)
def test_as_many_as_people_write_are_all_told_apart(way: str) -> None:
    library = read("\n".join(map(WAYS[way], range(5_000))) + "\n")
    assert len(library.entries) >= 4_990
    assert not told(library)


def test_a_large_file_holds_as_many_questions_as_its_text_is_long() -> None:
    text = "".join(f"## What is {number}?\n\nNumber {number}.\n\n" for number in range(100_000))
    assert most_questions(len(text)) > 100_000
    assert most_questions(1_000_000) == most_questions(0)


@pytest.mark.parametrize(
    "line", ["a\n", "- a", "> a\n", "---", "    a\n\nb\n", "```\na\n```", "<!-- a -->", "::: note", "## ", "[a]: b"]
)
def test_of_very_many_blocks_the_rest_is_text(line: str) -> None:
    text = "# What is it?\n\n" + f"{line}\n" * 90_000 + "\nThe very end.\n"
    library = read(text)
    assert told(library)
    assert any("The very end." in said for said in ({entry.answer for entry in library.entries} | texts(library)))


def test_a_list_of_many_words_is_not_too_dense() -> None:
    assert not told(read("# Which words are there?\n\n" + "".join(f"- word{n}\n" for n in range(50_000))))


def test_check_explains_it() -> None:
    severity, message, explanation = codes.CODES["too-dense"]
    assert severity == "error"
    assert "20,000 questions" in explanation
    assert f"{most_questions(0):,} questions" in explanation
    assert "from here on" in message
