"""Numbered items that text which is not indented breaks up, in pages of questions."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library


def titles(text: str) -> list[str]:
    return [entry.question for entry in parse_library([Document("page.md", text)]).entries]


@pytest.mark.parametrize("sign", [".", ")"])
@pytest.mark.parametrize("title", ["FAQ", "Häufig gestellte Fragen", "常见问题"])
def test_numbered_items_with_text_between_them_are_titles(sign: str, title: str) -> None:
    items = "".join(f"{n}{sign} The {word}\n\nOf the {word}.\n\n" for n, word in enumerate(("door", "roof", "wall"), 1))
    assert titles(f"# {title}\n\n{items}") == ["The door", "The roof", "The wall"]


def test_a_list_in_the_text_of_one_is_part_of_it_though_the_numbers_go_on() -> None:
    page = (
        "# FAQ\n\n1. Doors\n\nThey open.\n\n1. slowly\n2. never\n\n2. Roofs\n\nThey leak.\n\n3. Walls\n\nThey stand.\n"
    )
    assert titles(page) == ["Doors", "Roofs", "Walls"]


@pytest.mark.parametrize(
    "page",
    [
        "# FAQ\n\nTo reset it:\n\n1. Press\n\nIt beeps.\n\n2. Wait\n\nA while.\n\n3. Release\n\nIt stops.\n",
        "# Setting up\n\n1. Press\n\nIt beeps.\n\n2. Wait\n\nA while.\n\n3. Release\n\nIt stops.\n",
        "# FAQ\n\n1. Press\n2. Wait\n3. Release\n\nIt stops.\n",
    ],
)
def test_steps_are_no_titles(page: str) -> None:
    assert "Wait" not in titles(page)
