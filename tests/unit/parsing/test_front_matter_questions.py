"""Questions that the front matter of a page holds for a template to show, whatever they are called there."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

TOML = """+++
title = "{title}"
draft = false

[extra]
class = "wide"

[[extra.list]]
title = "Is it hot?"
content = "Yes."

[[extra.list]]
title = "How hot?"
content = "As an oven."

[[extra.list]]
title = "The door"
content = "Stays shut."
+++
"""
YAML = """---
title: {title}
hero:
  title: All you need
sections:
  - kind: accordion
    rows:
      - heading: Is it hot?
        text: Yes.
      - heading: How hot?
        text: |
          As an oven.
      - heading: The door
        text: Stays shut.
---
"""
JSON = """{{
"title": "{title}",
"list": [{{"name": "Is it hot?", "body": "Yes."}}, {{"name": "How hot?", "body": "As an oven."}},
{{"name": "The door", "body": "Stays shut."}}]
}}
"""


@pytest.mark.parametrize("matter", [TOML, YAML, JSON], ids=["toml", "yaml", "json"])
@pytest.mark.parametrize("title", ["Kiln", "Frequently asked questions"])
def test_titles_with_texts_most_of_which_ask_are_questions(matter: str, title: str) -> None:
    library = parse_library([Document("kiln.md", matter.format(title=title))])
    assert [(entry.question, entry.answer.strip()) for entry in library.entries] == [
        ("Is it hot?", "Yes."),
        ("How hot?", "As an oven."),
        ("The door", "Stays shut."),
    ]


def test_titles_of_which_few_ask_are_what_a_page_shows_else() -> None:
    matter = TOML.replace("Is it hot?", "Hot").replace("How hot?", "Cheap?")
    assert [
        entry.question for entry in parse_library([Document("kiln.md", matter.format(title="Kiln") + "Text.")]).entries
    ] == ["Kiln"]


@pytest.mark.parametrize("key", ["faqSection", "faq_group", "question-topic", "helpArea", "faq_category"])
def test_what_a_page_is_in_may_have_a_longer_name(key: str) -> None:
    pages = [
        Document(
            f"faq/{n}.md", f"---\ntitle: Is it {n}?\nnavSection: faq\n{key}: Kiln {n % 2}\n---\n\nYes, it is.\n", root=1
        )
        for n in range(4)
    ]
    assert {entry.category for entry in parse_library(pages).entries} == {("Kiln 0",), ("Kiln 1",)}


def test_the_page_of_a_faq_that_only_says_so_is_no_entry_beside_its_questions() -> None:
    cover = "---\ntitle: FAQ\n---\n\n# Frequently Asked Questions\n\nWhat is asked here, and [there](https://example.com).\n"
    pages = [Document(f"faq/{n}.md", f"---\ntitle: Is it {n}?\n---\n\nYes, it is.\n", root=1) for n in range(4)]
    library = parse_library([*pages, Document("faq/faq.md", cover, root=1)])
    assert [entry.question for entry in library.entries] == [f"Is it {n}?" for n in range(4)]
    assert "What is asked here" in library.text
