"""Comments are hidden, and nothing but comments is."""

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library


def library(text: str) -> Library:
    return parse_library([Document("page.md", text)])


def page(between: str) -> str:
    return f"# How deep is it?\n\nDeep.\n\n{between}\n\n# How wide is it?\n\nWide.\n"


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- hidden -->",
        "<!-- hidden\n\n# hidden\n-->",
        "<!-- hidden --> <!-- hidden -->",
        "{/* hidden */}",
        "{/* hidden\n*/}",
    ],
)
def test_a_comment_between_questions_is_part_of_no_answer(comment: str) -> None:
    found = library(page(comment))
    assert [(entry.question, entry.answer) for entry in found.entries] == [
        ("How deep is it?", "Deep."),
        ("How wide is it?", "Wide."),
    ]
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "<!-- hidden --> Seen.",
        "<!-- hidden\n--> Seen.",
        "<!-- hidden --> Seen. <!-- hidden -->",
        "{/* hidden */} Seen.",
        "<script>hidden()</script> Seen.",
        "<script>hidden()</script> Seen.<script>hidden()</script>",
        "<style>\nhidden {}\n</style> Seen.",
    ],
)
def test_what_stands_beside_a_comment_is_kept(text: str) -> None:
    first, second = library(page(text)).entries
    assert "Seen." in first.answer
    assert "Seen." in first.answer_text
    assert second.question == "How wide is it?"


@pytest.mark.parametrize("opener", ["<!-- oops", "{/* oops", "text <!-- oops", "- item\n\n  {/* oops"])
def test_a_comment_that_is_never_closed_hides_nothing(opener: str) -> None:
    found = library(page(opener))
    assert [entry.question for entry in found.entries] == ["How deep is it?", "How wide is it?"]
    assert "oops" in found.entries[0].answer_text


@pytest.mark.parametrize("short", ["<!-->", "<!--->"])
def test_the_shortest_comments_end_where_they_begin(short: str) -> None:
    assert [entry.answer for entry in library(page(short)).entries] == ["Deep.", "Wide."]


def test_text_between_scripts_above_the_questions_is_the_page_s() -> None:
    found = library("<script>hidden()</script> Seen.<script>hidden()</script>\n\n" + page(""))
    assert "Seen." in found.text
