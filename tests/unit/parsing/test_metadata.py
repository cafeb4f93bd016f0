"""Which files are read for what they say about others, and which are documents themselves."""

from __future__ import annotations

import pytest

from faqtui.model import Document
from faqtui.parsing.metadata import read
from faqtui.parsing.page_lists import NavigationNode, from_lines

LIST = "# Summary\n\n- [Oak](wood/oak.md)\n- [Ash](wood/ash.md)\n"


def test_a_summary_is_a_list_of_pages() -> None:
    found = read(Document("book/SUMMARY.md", LIST, 1))
    assert found is not None
    assert from_lines(found.words("listed")) == (
        NavigationNode("Oak", "wood/oak.md"),
        NavigationNode("Ash", "wood/ash.md"),
    )


@pytest.mark.parametrize(
    "text",
    [
        LIST + "\nAsk the joiner first.\n",
        LIST + "\n```sh\nplane --wood\n```\n",
        "# Summary\n\n- [Oak](wood/oak.md) is hard\n- [Ash](wood/ash.md)\n",
        "# Summary\n\n- [Oak](wood/oak.md)\n",
        "# Summary\n\n## Is it dry?\n\nYes.\n",
        "",
    ],
)
def test_a_summary_that_says_more_than_where_pages_are_is_a_document(text: str) -> None:
    assert read(Document("book/SUMMARY.md", text, 1)) is None


def test_a_summary_that_the_user_names_is_a_document() -> None:
    assert read(Document("book/SUMMARY.md", LIST, 2)) is None


@pytest.mark.parametrize("name", ["notes.md", "a/mkdocs.yml.md", "summary.txt", "metadata.md", "sidebars.md"])
def test_other_names_are_documents(name: str) -> None:
    assert read(Document(name, "title: A\n")) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_meta.js", "export default { a: 'A' }"),
        ("metadata.toml", "a = 'A'"),
        ("_meta.json", '{"a": "A"}'),
        (".pages", "a: A"),
    ],
)
def test_each_language_says_the_same(name: str, text: str) -> None:
    found = read(Document(f"d/{name}", text, 1))
    assert found is not None
    assert from_lines(found.words("listed")) == (NavigationNode("A", "a"),)
