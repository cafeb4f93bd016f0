"""Titles that are told by their emphasis alone."""

from __future__ import annotations

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

ENGLISH = ("The saw jams at every turn", "Blades do break in winter", "All of it smells of oil", "It is loud at night")
GERMAN = (
    "Die Säge klemmt bei Nässe",
    "Blätter brechen im Winter",
    "Es riecht stark nach Öl",
    "Sie ist nachts sehr laut",
)


def questions(text: str, path: str = "page.md") -> list[tuple[str, str]]:
    entries = parse_library([Document(path, text)]).entries
    return [(entry.category[-1], entry.question) for entry in entries]


@pytest.mark.parametrize(("sign", "titles"), [("*", ENGLISH), ("_", GERMAN)])
def test_lines_in_italics_with_a_text_below_them_are_titles(sign: str, titles: tuple[str, ...]) -> None:
    first, second, third, fourth = (f"{sign}{title}{sign}\n\nTurn it off, and *wait*.\n\n" for title in titles)
    text = f"# Troubleshooting\n\n## Before\n\n{first}{second}## Later\n\n{third}{fourth}"
    assert questions(text) == [
        (place, title) for place, title in zip(["Before"] * 2 + ["Later"] * 2, titles, strict=True)
    ]


def test_so_it_is_in_other_formats() -> None:
    told = [f"*{title}*\n\nTurn it off.\n" for title in ENGLISH]
    groups = [f"{name}\n======\n{''.join(part)}" for name, part in (("Before", told[:2]), ("Later", told[2:]))]
    text = "Troubleshooting\n###############\n\n" + "\n".join(groups).replace(".\n*", ".\n\n*")
    assert [question for _, question in questions(text, "saws.rst")] == list(ENGLISH)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "# FAQ\n\n## One\n\n*In May*\n\nBlades.\n\n## Two\n\n*In April*\n\nOil.\n\n## Three\n\n*In March*\n\nAll.\n",
            3,
        ),
        ("# Troubleshooting\n\n## It jams\n\nSo.\n\n*First*\n\nTurn it.\n\n*Then*\n\nOil it.\n\n*Rest*\n\nSleep.\n", 1),
        ("# Troubleshooting\n\n## It jams\n\n*By turning*\n\n*By oiling*\n\n*By hand*\n\nThat is all.\n", 1),
    ],
)
def test_other_lines_in_italics_are_none(text: str, count: int) -> None:
    found = questions(text)
    assert len(found) == count
    assert all(f"## {question}\n" in text for _, question in found)
