"""Titles that are written over two lines: two headings, or a heading and a line of text."""

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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("### The mould was still wet when the first clay was poured, and now it does", "not come out"),
        ("##### How long does a pot have to stand in the sun before it may be fired in", "the large kiln?"),
        ("### Почему горшок трескается, если его обжигать сразу после того, как", "он был вылеплен?"),
    ],
)
def test_a_long_heading_goes_on_in_the_few_words_right_below_it(first: str, second: str) -> None:
    wanted = f"{first.lstrip('# ')} {second}"
    page = PAGE.replace("###", first.split()[0]).format(f"{first}\n{second}\n")
    assert titles(page) == ["Is it hot?", wanted, "Is it heavy?"]


@pytest.mark.parametrize(
    "lines",
    [
        "### The mould was still wet when the first clay was poured, and it shows.\nnow and then",
        "### The mould was still wet when the first clay was poured, and it shows\nIt dries",
        "### The mould was still wet when the first clay was poured, and it shows\nso dry it well.",
        "### The mould was still wet when the first clay was poured, and it shows\nso it\nis dry",
        "### The mould was still wet\nand is not dry",
    ],
    ids=["ends", "begins anew", "is a sentence", "are lines", "is short"],
)
def test_text_right_below_a_heading_is_its_answer(lines: str) -> None:
    assert titles(PAGE.format(f"{lines}\n"))[1] == lines.partition("\n")[0].lstrip("# ")
