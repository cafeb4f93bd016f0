"""Titles of pages that stand beside each other and count: what they share is no part of a category's name."""

from __future__ import annotations

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.tree.counted_titles import uncounted


def two(word: str) -> str:
    return f"## Does the {word} float?\n\nYes.\n\n## Does the {word} sink?\n\nNo.\n"


def found(*titles: str, text: str = "") -> list[tuple[str, ...]]:
    pages = [
        Document(f"kiln/{n}.md", f"# {title}\n\n{text}{two(f'pot {n}')}", 1) for n, title in enumerate(titles, start=1)
    ]
    return [node.path for node in parse_library(pages).categories]


def test_titles_that_name_the_faq_and_count_sections_are_called_by_what_is_left() -> None:
    titles = ("Kiln FAQ - Section 1 Firing", "Kiln FAQ - Section 2 Questions about glazes", "Kiln FAQ - Section 3 Clay")
    assert found(*titles) == [("Firing",), ("Questions about glazes",), ("Clay",)]


def test_so_are_chapters_without_a_lead_and_parts_in_other_languages() -> None:
    assert found("Chapter 3. Printing", "Chapter 4. Paper") == [("Printing",), ("Paper",)]
    assert found("Teil I: Brennen", "Teil II: Glasur", "Teil III: Ton") == [("Brennen",), ("Glasur",), ("Ton",)]
    assert found("第一章 窑炉", "第二章:釉料") == [("窑炉",), ("釉料",)]
    assert found("Глава 1 — Печи", "Глава 2 — Глазурь") == [("Печи",), ("Глазурь",)]


def test_one_page_of_many_may_have_another_title() -> None:
    titles = ("Kiln FAQ, part 1: Firing", "Kiln FAQ, part 2: Glazes", "Kiln FAQ, part 3: Clay", "Words of potters")
    assert found(*titles) == [("Firing",), ("Glazes",), ("Clay",), ("Words of potters",)]


def test_titles_without_a_number_or_with_one_that_does_not_count_stay() -> None:
    for titles in (
        ("FAQ: General", "FAQ: Firing"),
        ("Section 1 Firing", "Glazes", "Clay"),
        ("Part 1: Basics", "Part 2: Basics"),
        ("Part 2: Clay", "Part 2: Glazes"),
        ("Kiln FAQ - Section 1", "Kiln FAQ - Section 2"),
        ("Compart 1 Firing", "Compart 2 Glazes"),
    ):
        names = dict(enumerate(titles))
        assert uncounted(names, dict.fromkeys(names, ())) == names


def test_what_a_page_says_first_stands_at_the_name_that_is_left() -> None:
    titles = ("Kiln FAQ - Section 1 Firing", "Kiln FAQ - Section 2 Glazes")
    assert found(*titles, text="Ask us at the shed.\n\n") == [("Firing",), ("Glazes",)]
