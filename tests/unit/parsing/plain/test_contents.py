"""Tables of contents of plain text are left out: their rows come again below, by their number or by what they say."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.plain.contents import without_contents

ANSWER = "   Ask the harbour master, who has been there\n   for years and knows every ring by name.\n"


def body(*titles: str) -> str:
    return "".join(f"{title}\n\n{ANSWER}\n" for title in titles)


DOTTED = ("1.1. Who may moor?", "1.2. For how long?", "2.1. What is the depth?", "2.2. Is there a crane?")


@pytest.mark.parametrize(
    ("contents", "titles"),
    [
        (
            "1. Mooring\n1.1. Who may moor?\n1.2. For how long?\n2. Water\n"
            "2.1. What is the\n     depth?\n2.2. Is there a crane?\n",
            DOTTED,
        ),
        ("Chapter 1: Mooring\n1.1. Who?\n1.2. How long?\n\nChapter 2: Water\n\n2.1. Depth\n2.2. Crane\n", DOTTED),
        (
            "Table of Contents:\n\n    1. Who may moor here?\n    2. For how long is that?\n"
            "    3. What is the depth?\n    4. Is there a crane?\n",
            ("1. Who may moor here?", "2. For how long is that?", "3. What is the depth?", "4. Is there a crane?"),
        ),
        (
            "o Who may moor here?\no For how long is that?\no What is the depth?\no Is there a crane?\n",
            ("Who may moor here?", "For how long is that?", "What is the depth?", "Is there a crane?"),
        ),
    ],
)  # fmt: skip
def test_rows_that_come_again_are_no_entries(contents: str, titles: tuple[str, ...]) -> None:
    text = f"THE HARBOUR\n\n{contents}\n------------------------------\n\n{body(*titles)}"
    found = parse_library([Document("FAQ", text)])
    assert [" ".join(entry.answer.split()) for entry in found.entries] == [" ".join(ANSWER.split())] * 4
    assert "moor" not in found.text


def test_a_row_among_them_that_does_not_come_again_goes_with_them() -> None:
    contents = (
        "1.1. Who may moor?\n1.2. For how long?\n1.2.1. And then?\n2.1. What is the depth?\n2.2. Is there a crane?\n"
    )
    found = parse_library([Document("FAQ", f"{contents}\n{body(*DOTTED)}")])
    assert len(found.entries) == 4


def test_a_last_row_that_is_called_otherwise_below_goes_with_them() -> None:
    contents = (
        "1.1. Who may moor?\n1.2. For how long?\n2.1. What is the depth?\n2.2. Is there a crane?\n3. Which licence?\n"
    )
    found = parse_library([Document("FAQ", f"{contents}\n{body(*DOTTED)}")])
    assert "licence" not in found.text + "".join(entry.question for entry in found.entries)


@pytest.mark.parametrize(
    "text",
    [
        "Before you leave:\n- close the valve\n- lock the door\n- switch off lights\n- take the keys\n"
        "\nWhen you come:\n- close the valve\n- lock the door\n- switch off lights\n- take the keys\n",
        "# Harbour\n\n" + "1.1. Who?\n1.2. How long?\n2.1. Depth\n2.2. Crane\n\n" + body(*DOTTED),
        body(*DOTTED),
        body(*DOTTED) * 2,
        "",
    ],
)
def test_what_is_no_table_of_contents_stays_as_it_is(text: str) -> None:
    assert without_contents(text.split("\n")) == text.split("\n")
