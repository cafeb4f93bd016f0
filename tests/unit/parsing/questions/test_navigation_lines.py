"""Lines that lead back to other pages are told from what an answer says with links."""

import pytest

from faqtui.parsing.questions.navigation_lines import is_row, leads_back


@pytest.mark.parametrize(
    "text",
    [
        "← Back to [[Home]]",
        "[← Home](Home)",
        "[Back to the manual](manual.md)",
        "Back to [Home](Home)",
        "**[« Zurück zur Übersicht](Home)**",
        "[Volver al índice](README.md)",
        "[Назад](faq.md)",
        "[返回](../README.md)",
    ],
)
def test_a_line_that_leads_back(text):
    assert leads_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "Back up your files with [the tool](tool.md)",
        "[Back pain](pain.md)",
        "Go back to [the form](form.md) and type your name.",
        "Return to sender",
        "[Read on →](more.md)",
        "← is the key that deletes",
        "[[Pumps]] are told of elsewhere",
        "",
    ],
)
def test_what_only_begins_like_one_is_text(text):
    assert not leads_back(text)


@pytest.mark.parametrize(
    "text", ["[[Home]] | [[FAQ]]", "[Home](Home) · [Install](Install)", "« [Index](i.md) | [Boats](b.md) »"]
)
def test_a_row_of_links_one_of_which_leads_home(text):
    assert is_row(text)


@pytest.mark.parametrize(
    "text",
    [
        "[[Chains]] | [[Sprockets]]",
        "[[Home]]",
        "See [[Home]] and [[FAQ]]",
        "- [Home](Home)",
        "[[Home]]\n[[FAQ]]",
        "| a |",
    ],
)
def test_links_to_other_subjects_are_text(text):
    assert not is_row(text)
