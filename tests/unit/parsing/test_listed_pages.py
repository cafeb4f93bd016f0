"""A page that lists the others of its directory says what these are in, and their order."""

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library

PAGES = {
    "install": "How do I install it?",
    "start": "How do I start it?",
    "refund": "Can I get my money back?",
    "pays": "Who pays?",
}
GROUPS = [
    ("Getting started", "How do I start it?"),
    ("Getting started", "How do I install it?"),
    ("Money", "Who pays?"),
    ("Money", "Can I get my money back?"),
]


def read(index: str, *, name: str = "index.md", category: str = "", directory: str = "faq") -> Library:
    matter = f"---\ncategory: {category}\n---\n" if category else ""
    pages = [
        Document(f"{directory}/{stem}.md", f"{matter}# {title}\n\nAs ever: by hand, with care.\n", root=1)
        for stem, title in PAGES.items()
    ]
    return parse_library([*pages, Document(f"{directory}/{name}", index, root=1)])


def groups(library: Library) -> list[tuple[str, str]]:
    return [("/".join(entry.category), entry.question) for entry in library.entries]


@pytest.mark.parametrize(
    "index",
    [
        "# FAQ\n\nWelcome.\n\n## Getting started\n\n- [Start](start.md)\n- [Install](./install.md)\n\n"
        "## Money\n\n- [Pay](pays.md)\n- [Back](refund.md)\n",
        "# FAQ\n\n**Getting started**\n\n1. [Start](start)\n2. [Install](install/)\n\n"
        "**Money**\n\n1. [Pay](pays)\n2. [Back](refund)\n",
        "# FAQ\n\n- Getting started\n  - [Start](/faq/start)\n  - [Install](/faq/install)\n- Money\n  - [Pay](/faq/pays)\n"
        "  - [Back](/faq/refund)\n",
        "# Questions\n\n### Getting started\n\n| Page | What |\n|---|---|\n| [Start](start.md) | a |\n"
        "| [Install](install.md) | b |\n\n### Money\n\n"
        "| Page | What |\n|---|---|\n| [Pay](pays.md) | c |\n| [Back](refund.md) | d |\n",
        '# FAQ\n\n## Getting started\n\n* [Start]({{< ref "start.md" >}})\n* [Install]({{< relref "install.md" >}})\n\n'
        "## Money\n\n* [Pay]({% link faq/pays.md %})\n* [Back]({{ site.baseurl }}/faq/refund)\n",
    ],
    ids=["headings", "bold", "items", "tables", "addresses of sites"],
)
@pytest.mark.parametrize("name", ["index.md", "README.md"])
def test_its_groups_and_order_are_those_of_the_pages(index: str, name: str) -> None:
    assert groups(read(index, name=name)) == GROUPS


def test_one_group_is_none_but_an_order() -> None:
    index = "# FAQ\n\n## All questions\n\n- [Pay](pays.md)\n- [Back](refund.md)\n- [Start](start.md)\n- [Install](install.md)\n"
    assert groups(read(index)) == [("General", GROUPS[place][1]) for place in (2, 3, 0, 1)]


def test_pages_that_say_what_they_are_in_are_in_that() -> None:
    index = (
        "# FAQ\n\n## Getting started\n\n- [Start](start.md)\n- [Install](install.md)\n\n## Money\n\n- [Pay](pays.md)\n"
    )
    assert {group for group, _ in groups(read(index, category="Help"))} == {"Help"}


def test_groups_of_several_levels_are_below_each_other() -> None:
    index = (
        "# FAQ\n\n## Users\n\n### New\n\n- [Start](start.md)\n- [Install](install.md)\n\n### Old\n\n- [Pay](pays.md)\n\n"
        "## Others\n\n- [Back](refund.md)\n"
    )
    assert [group for group, _ in groups(read(index))] == ["Users/New", "Users/New", "Users/Old", "Others"]


def test_rows_that_lead_into_pages_or_nowhere_say_nothing() -> None:
    index = "# FAQ\n\n## A\n\n- [Start](start.md#now)\n- [It](install.md#it)\n\n## B\n\n- [Pay](pays.md)\n- [Gone](gone.md)\n"
    assert {group for group, _ in groups(read(index))} == {"General"}
