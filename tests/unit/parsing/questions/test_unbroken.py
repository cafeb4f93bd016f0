"""Titles that are written over two lines, each a heading."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library


def titles(text: str) -> list[str]:
    return [entry.question for entry in parse_library([Document("page.md", text)]).entries]


PAGE = "# FAQ\n\n### Is it hot?\nVery.\n\n{}\nWait a day, and try again.\n\n### Is it heavy?\nNo.\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I changed my address some weeks ago, and it does not show up on", "the page"),
        ("The kiln does not reach the temperature that it is set to.", "What do I do?"),
        ("Mein Topf hat nach dem zweiten Brand überall kleine Risse, obwohl er", "ganz trocken war"),
    ],
)
@pytest.mark.parametrize("marks", ["###", "##"])
def test_a_long_heading_goes_on_in_the_one_on_the_line_below(first: str, second: str, marks: str) -> None:
    page = PAGE.format(f"{marks} {first}\n{marks} {second}").replace("###", marks)
    assert titles(page) == ["Is it hot?", f"{first} {second}", "Is it heavy?"]


@pytest.mark.parametrize(
    "headings",
    [
        "### Does the kiln reach the temperature that it is set to?\n### Does it hold it?",
        "### The kiln does not reach the temperature that it is set to\n\n### What do I do?",
        "### Clay\n### Is it dry?",
    ],
)
def test_headings_that_ask_or_are_short_or_apart_are_two(headings: str) -> None:
    assert titles(PAGE.format(headings))[-2] == headings.rpartition("### ")[2]
