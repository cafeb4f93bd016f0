"""``faqtui show`` of a category's title: its text, then its questions; and texts in every export."""

from __future__ import annotations

import json

import pytest

from faqtui import load
from faqtui.commands.export import FORMATS
from support.places import TESTS

FERRY = TESTS / "tui" / "ferry.md"


@pytest.fixture
def ferry(faqtui):
    return lambda *given: faqtui(*given, env={"FAQTUI_CONTENT": str(FERRY)})


def test_a_title_shows_text_and_questions_whatever_the_case(ferry):
    out = ferry("show", "tickets").out
    assert out.index("Tickets\n2 questions") < out.index("Sold on board") < out.index("· What does a ticket cost?")
    assert "what-does-a-ticket-cost" in out
    assert out.rstrip().endswith("ferry.md:7")


def test_a_category_without_a_text_shows_its_questions(ferry):
    assert (
        ferry("show", "Bicycles").out == "Bicycles\n1 question\n\n· Where do bicycles stand?  where-do-bicycles-stand\n"
    )


def test_the_title_of_the_faq_shows_what_it_says_of_itself(ferry):
    assert "northern quay" in ferry("show", "Ferry").out


def test_ids_and_questions_come_first(ferry):
    assert ferry("show", "do-dogs-pay").out.startswith("Do dogs pay?")
    assert ferry("show", "Do dogs pay?").out.startswith("Do dogs pay?")
    assert ferry("show", "dogs", "pay").out.startswith("Do dogs pay?")
    assert ferry("show", "Dogs").out.startswith("Dogs\n1 question")


def test_as_json_and_as_markdown(ferry):
    assert json.loads(ferry("show", "dogs", "--format", "json").out) == {
        "schema": 1,
        "path": ["Dogs"],
        "entries": 1,
        "text": "Muzzles are lent.",
        "questions": [{"id": "do-dogs-pay", "question": "Do dogs pay?"}],
    }
    assert ferry("show", "dogs", "--format", "markdown").out == "# Dogs\n\nMuzzles are lent.\n\n- Do dogs pay?\n"


def test_of_several_categories_with_one_title_the_first_is_shown_and_the_others_are_told(faqtui, tmp_path):
    (tmp_path / "a.md").write_text(
        "# T\n\n## One\n\n### Same\n\nFirst.\n\n#### Is it?\n\nYes.\n\n## Two\n\n### Same\n\nSecond.\n\n#### Was it?\n\nNo.\n"
    )
    result = faqtui("show", "same", env={"FAQTUI_CONTENT": str(tmp_path / "a.md")})
    assert "First." in result.out
    assert "2 categories are called same" in result.err
    assert "Second." in faqtui("show", "two > same", env={"FAQTUI_CONTENT": str(tmp_path / "a.md")}).out


def test_list_names_the_texts(ferry):
    data = json.loads(ferry("list", "--json").out)
    assert data["text"] == "Boats leave twice a day, from the **northern** quay."
    assert {node["path"][-1]: node["text"] for node in data["categories"]}["Dogs"] == "Muzzles are lent."
    assert {node["path"][-1]: node["text"] for node in data["categories"]}["Bicycles"] == ""


@pytest.mark.parametrize("format_", FORMATS)
def test_every_export_has_the_texts_once(ferry, format_):
    out = ferry("export", "--format", format_).out
    assert out.count("Muzzles are lent") == 1
    assert out.count("quay") == 1
    assert out.count("ticket --two") == 1


def test_texts_that_were_written_as_markdown_are_read_again(ferry, tmp_path):
    (tmp_path / "again.md").write_text(ferry("export", "--format", "markdown").out)
    first, second = load(FERRY).library, load(tmp_path / "again.md").library
    assert second.text == first.text
    assert [(*node[:3], node.text) for node in second.categories] == [
        (*node[:3], node.text) for node in first.categories
    ]
