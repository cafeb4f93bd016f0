"""Lines that lead back to other pages are told from what an answer says with links."""

import pytest

from faqtui.markdown.scan import Scan
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.questions.navigation_lines import (
    is_languages,
    is_row,
    leads_back,
    leads_on,
    only_leads_on,
)


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
        "[Torna all'elenco](index.html)",
        "[Regresar](/)",
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


ONLY_LINKS = [
    "- [One](https://example.org/one)\n- **[Two](two.md)**\n",
    "1. [One](one.md 'x')\n".replace("'x'", '"A title"'),
    '<Card title="One" href="/one" />\n',
    '<CardGroup>\n  <Card title="One" href="/one">\n    What it is.\n\n    And more.\n  </Card>\n</CardGroup>\n',
    '<div class="grid">\n<a href="/one"><b>One</b> of two</a>\n<a href="/two">Two</a>\n</div>\n',
    '<LinkCard title="One" to="/one"/>\n\n- [Two](two.md)\n',
]
MORE = [
    "Read on:\n\n- [One](one.md)\n",
    "- [One](one.md) and what it is\n",
    "- [One](#one)\n",
    '<Card title="One">\nNo link.\n</Card>\n',
    'Before <Card title="One" href="/one" />\n',
    '<a href="/one">One\n',
    "```sh\none\n```\n",
    "",
]


@pytest.mark.parametrize("text", ONLY_LINKS)
def test_a_section_of_links_to_other_pages_only_leads_on(text: str) -> None:
    assert only_leads_on(Scan(text.split("\n")).blocks)


@pytest.mark.parametrize("text", MORE)
def test_a_section_that_says_more_does_not(text: str) -> None:
    assert not only_leads_on(Scan(text.split("\n")).blocks)


@pytest.mark.parametrize("text", ONLY_LINKS)
@pytest.mark.parametrize("title", ["Next steps", "その他", "Weiter"])
def test_links_alone_among_questions_are_text_of_the_page_and_no_entry(text: str, title: str) -> None:
    page = f"# FAQ\n\n## Is it free?\n\nYes.\n\n## Is it safe?\n\nMostly.\n\n## {title}\n\n{text}"
    library = parse_library([Document("page.md", page)])
    assert [entry.question for entry in library.entries] == ["Is it free?", "Is it safe?"]
    assert f"## {title}" in library.text + "".join(node.text for node in library.categories)


def test_links_alone_among_sections_that_do_not_ask_are_an_entry() -> None:
    page = "# Kiln\n\n## Firing\n\nSlowly.\n\n## Glazing\n\nThinly.\n\n## Links\n\n- [One](one.md)\n"
    assert [entry.question for entry in parse_library([Document("page.md", page)]).entries] == [
        "Firing",
        "Glazing",
        "Links",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[Next](b.html)\nPrevious\n[Contents](faq.html#toc1)",
        "Next: [Kilns](b.html), Previous: [Start](a.html), Up: [Top](index.html) \xa0 [[Contents](c.html)][[Index](i.html)]",
        "|  |  |  |\n| --- | --- | --- |\n| [[Prev](a.html)] | [[TOC](t.html)\\][[Manual](m.html)\\] | [[Next](b.html)] |",
        "[![Prev](p.png)](a.html) [![Home](h.png)](index.html)",
        "[Zurück](a.html) | [Inhalt](i.html) | [Weiter](b.html)",
        "[Précédent](a.html) [Sommaire](i.html) [Suivant](b.html)",
        "[Anterior](a.html) · [Subir](i.html) · [Siguiente](b.html)",
        "[前へ](a.html) [上へ](i.html) [次へ](b.html)",
        "[Назад](a.html) [Содержание](i.html) [Далее](b.html)",
    ],
)
def test_what_leads_to_the_pages_around(text):
    assert leads_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "Next: [Kilns](b.html)",
        "[Next](b.html)",
        "Click [Next](b.html), then [Back](a.html).",
        "[Top](t.html) [Home](h.html)",
        "[Next steps for you](b.html) [Previous versions we keep](a.html)",
        "| Key | Does |\n| --- | --- |\n| [Next](b.html) | one page on |",
        "Next, previous, up",
        "[Kilns](b.html) [Bricks](a.html) [Next](c.html)",
    ],
)
def test_what_is_said_of_pages_is_text(text):
    assert not leads_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "Available Languages: [en](../en/a.html) |\n[fr](../fr/a.html)",
        "[English](a.md) | [简体中文](a.zh-cn.md) | [日本語](a.ja.md)",
        "Lesen Sie dies auf: [Deutsch](de.md), English, [pt-BR](pt.md)",
    ],
)
def test_a_row_of_languages(text):
    assert is_languages(text)


@pytest.mark.parametrize(
    "text",
    [
        "We speak [English](a.md) and [German](b.md) here.",
        "[English](a.md)",
        "[English breakfast](a.md) | [French toast](b.md)",
        "The manual that came with your boat is here: [Go](go.md) or [Rust](rust.md)",
    ],
)
def test_what_is_said_of_languages_is_text(text):
    assert not is_languages(text)
