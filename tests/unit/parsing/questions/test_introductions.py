"""What stands outside all answers is the text of the category or page that it stands in, and in no other place."""

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library


def library(*texts: str) -> Library:
    return parse_library([Document(f"faq/{number}.md", text, 1) for number, text in enumerate(texts)])


def texts(found: Library) -> dict[tuple[str, ...], str]:
    """The texts there are, the library's own under the empty path."""
    nodes = {node.path: node.text for node in found.categories if node.text}
    return {(): found.text, **nodes} if found.text else nodes


HEADINGS = """\
# Ferry

Boats leave twice a day.

## Tickets

Sold *on board*. See [fares][1].

[1]: https://ferry.example/fares

### What does a ticket cost?

Three.

### Do dogs pay?

No.

## Bicycles

:::note
Bells off.
:::

```sh
lock --both
```

### Where do they stand?

Aft.
"""


def test_what_stands_between_a_category_and_its_first_question_is_the_category_s() -> None:
    assert texts(library(HEADINGS)) == {
        (): "Boats leave twice a day.",
        ("Tickets",): "Sold *on board*. See [fares][1].\n\n[1]: https://ferry.example/fares",
        ("Bicycles",): ":::note\nBells off.\n:::\n\n```sh\nlock --both\n```",
    }


def test_an_introduction_has_links_code_blocks_plain_text_and_its_place() -> None:
    tickets, bicycles = (node.introduction for node in library(HEADINGS).categories)
    assert tickets is not None
    assert bicycles is not None
    assert [(link.text, link.url) for link in tickets.links] == [("fares", "https://ferry.example/fares")]
    assert tickets.plain == "Sold on board. See fares."
    assert (tickets.sources[0].start_line, tickets.sources[0].end_line) == (7, 7)
    assert [(block.language, block.text) for block in bicycles.code_blocks] == [("sh", "lock --both")]


def test_however_long_it_is_it_is_no_entry() -> None:
    found = library(HEADINGS.replace("Boats leave twice a day.", "Boats leave. " * 200))
    assert len(found.entries) == 3
    assert len(found.text) > 2000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "# Jam\n\n## Fruit\n\nRipe only.\n\n**Which pears?**\n\nHard ones.\n\n**Which plums?**\n\nBlue ones.\n",
            {("Fruit",): "Ripe only."},
        ),
        (
            "## Früchte\n\n> Nur reife.\n\n- eins\n- zwei\n\n### Welche Birnen?\n\nHarte.\n\n### Welche Pflaumen?\n\nBlaue.\n",
            {(): "> Nur reife.\n\n- eins\n- zwei"},
        ),
        (
            "# Jam\n\nMade here.\n\n<details>\n<summary>Which pears?</summary>\nHard.\n</details>\n\nPlums come late.\n\n"
            "<details>\n<summary>Which plums?</summary>\nBlue.\n</details>\n\nWrite to us.\n",
            {(): "Made here.\n\nPlums come late.\n\nWrite to us."},
        ),
        (
            "<h1>Jam</h1>\n\n<h2>Fruit</h2> as it ripens\n\n<h3>Which pears?</h3>\n\nHard.\n\n<h3>Which plums?</h3>\n\nBlue.\n",
            {("Fruit",): "as it ripens"},
        ),
        (
            "Some words.\n\nQ: Which pears?\nA: Hard ones.\n\nQ: Which plums?\nA: Blue ones.\n",
            {(): "Some words."},
        ),
        (
            "# Jam\n\n| kind | month |\n|---|---|\n| pear | 9 |\n\n## Which pears?\n\nHard.\n\n## Which plums?\n\nBlue.\n",
            {(): "| kind | month |\n|---|---|\n| pear | 9 |"},
        ),
        (
            "The bridge\n\n1. ON FOOT\n\n1.1. May I?\n\nYes.\n\n1.2. When?\n\nSo.\n\n2. BY BOAT\n\nMind it.\n\n2.1. Who?\n\nI.\n",
            {(): "The bridge", ("2. BY BOAT",): "Mind it."},
        ),
    ],
    ids=["bold", "german", "folds", "html", "labels", "table", "numbered"],
)  # fmt: skip
def test_however_questions_are_written_what_stands_beside_them_is_kept(
    text: str, wanted: dict[tuple[str, ...], str]
) -> None:
    found = library(text)
    assert texts(found) == wanted
    assert not [d for d in found.diagnostics if d.code == "outside-text"]


PAIR = "\n\n## Which pears?\n\nHard.\n\n## Which plums?\n\nBlue.\n"


@pytest.mark.parametrize(
    "noise",
    [
        "[![built](https://ci.example/b.svg)](https://ci.example) ![v](https://img.shields.io/v.svg)",
        "- [Which pears?](#which-pears)\n- [Which plums?](#which-plums)",
        "Contents:\n\n1. Which pears?\n2. Which plums?",
        "<!-- a note -->",
        "[back to top](#top)",
        "```{toctree}\npears\nplums\n```",
        '<div align="center">\n\n![logo](a.png)\n\n</div>',
        "---",
        "[1]: https://ferry.example",
    ],
)
def test_noise_is_no_text(noise: str) -> None:
    assert texts(library(f"# Jam\n\n{noise}{PAIR}")) == {}
    assert texts(library(f"# Jam\n\nMade here.\n\n{noise}{PAIR}")) == {(): "Made here."}


@pytest.mark.parametrize(
    "text",
    [
        "[Our terms](https://jam.example/terms.html)",
        "- [Pears](pears.md)\n- [Plums](plums.md)",
        "| [Pears](#which-pears) | hard ones |\n|---|---|\n| [Plums](#which-plums) | blue ones |",
        "![The kitchen at work](kitchen.png) by Anna",
        "<details>\n\nSecret.\n\n</details>",
        "<div>\n\nCentred.\n\n</div>",
        "::: tip\nStir.\n:::",
        "- one\n\n  two\n\n- three",
        "> one\n>\n> two",
        "## A heading\n\nWith words.",
    ],
)
def test_what_says_something_is_kept_as_it_is_written(text: str) -> None:
    assert library(f"# Jam\n\nHere:\n\n{text}{PAIR}").text == f"Here:\n\n{text}" or "## A heading" in text


def test_a_title_above_nothing_but_text_stays_with_its_text() -> None:
    found = library("# Jam\n\n## Fruit\n\n### Which pears?\n\nHard.\n\n### Which plums?\n\nBlue.\n\n<h2>Imprint</h2>\n")
    assert texts(found) == {(): "<h2>Imprint</h2>"}
