"""What stands around the questions of a directory is text, and nothing else is."""

from __future__ import annotations

from faqtui.model import Document, Library
from faqtui.parsing import parse_library

ENDING = "## Tell us more\n\nWrite to the guild.\n"


def library(pages: dict[str, str]) -> Library:
    return parse_library([Document(f"looms/{name}.md", text, root=1) for name, text in pages.items()])


def page(title: str, ending: str = "") -> str:
    return f"# {title}\n\n## What is the best of {title}?\n\nOak.\n\n## Who sells {title}?\n\nThe guild.\n\n{ending}"


def questions(found: Library) -> list[str]:
    return [entry.question for entry in found.entries]


def test_a_section_that_ends_most_pages_with_the_same_words_is_text_of_each() -> None:
    found = library({name: page(name, ENDING) for name in ("threads", "frames", "dyes")})
    assert len(found.entries) == 6
    assert "Tell us more" not in questions(found)
    assert all("Write to the guild." in node.introduction.text for node in found.categories if node.introduction)
    assert not found.diagnostics


def test_what_ends_two_pages_alike_or_asks_stays_an_entry() -> None:
    assert "Tell us more" in questions(library({"threads": page("threads", ENDING), "frames": page("frames", ENDING)}))
    asking = "## Where is the guild?\n\nAt the market.\n"
    found = library({name: page(name, asking) for name in ("threads", "frames", "dyes")})
    assert "Where is the guild?" in questions(found)


def test_what_ends_pages_under_one_title_with_other_words_stays_on_each() -> None:
    found = library({name: page(name, f"## Prices\n\nAsk for {name}.\n") for name in ("threads", "frames", "dyes")})
    assert questions(found).count("Prices") == 3


def test_a_page_named_as_what_stands_around_others_is_text() -> None:
    pages = {"threads": page("threads"), "frames": page("frames"), "who": "# A. Contributors\n\nAda and Bea.\n"}
    found = library(pages)
    assert len(found.entries) == 4
    assert found.introduction is not None
    assert "Ada and Bea." in found.introduction.text


def test_a_page_of_another_name_or_beside_pages_of_one_entry_stays_an_entry() -> None:
    pages = {"threads": page("threads"), "frames": page("frames"), "prices": "# Prices\n\nAsk at the market.\n"}
    assert "Prices" in questions(library(pages))
    single = {name: f"# {name}\n\nIt is of oak.\n" for name in ("Frames", "Shuttles", "Credits")}
    assert "Credits" in questions(library(single))


def single(titles: dict[str, str]) -> dict[str, str]:
    return {name: f"# {title}\n\nOf oak, mostly.\n" for name, title in titles.items()}


ASKING = {"hot": "Is it hot?", "old": "Is it old?", "wet": "Is it wet?"}
AROUND = {"intro": "Introduction", "people": "Contributors", "add": "How to contribute", "licence": "License"}


def test_what_stands_around_pages_that_each_ask_is_text() -> None:
    found = library(single(ASKING | AROUND))
    assert sorted(questions(found)) == sorted(ASKING.values())
    assert found.introduction is not None or any(node.introduction for node in found.categories)
    assert len(questions(library(single({"hot": "Is it hot?", "a": "Ovens", "b": "Pots", "c": "Tins"} | AROUND)))) == 8


def test_what_is_put_into_other_pages_is_no_entry_but_where_it_asks() -> None:
    found = library(single(ASKING) | {"_note": "Mind the step.\n", "_more": "## Is it far?\n\nNo.\n"})
    assert sorted(questions(found)) == sorted([*ASKING.values(), "Is it far?"])
