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


HOWEVER_WRITTEN = {
    "a tree of MyST.md": "# FAQ\n\n```{toctree}\n:caption: Getting started\n\nstart\nInstalling <install>\n```\n\n"
    ":::{toctree}\n:caption: Money\n:maxdepth: 1\npays.md\nrefund\nself\nhttps://pay.example\n:::\n",
    "trees below headings.md": "# FAQ\n\n## Getting started\n\n```{toctree}\nstart\ninstall\n```\n\n## Money\n\n"
    "```{toctree}\npays\nrefund\n```\n",
    "folds.md": "# FAQ\n\nLook below. Nothing? [Write](mailto:a@b.example).\n\n<details>\n<summary>Getting started</summary>\n\n"
    "- [Start](start.md)\n- [Install](install.md)\n\n</details>\n\n<details><summary><b>Money</b></summary>\n\n"
    "- [Pay](pays.md)\n- [Back](refund.md)\n\n</details>\n",
    "boxes.md": "# FAQ\n\n### Getting started\n* [x] [Start](./start.md)  \n* [ ] [Install](./install.md) - *new*\n\n"
    "### Money\n* [Pay](./pays.md) (by card)\n* [Back](refund.md 'x')\n".replace("'", '"'),
    "terms.md": "---\ntitle: FAQ\n---\n\nGetting started\n: [Start](start.md)\n: [Install](install.md)\n\n"
    "Money\n: [Pay](pays.md)\n: [Back](refund.md)\n",
    "tags.md": '# FAQ\n\n<h2>Getting started</h2>\n<ul>\n<li><a href="start.md">Start</a></li>\n'
    "<li><a class=a href=install>It</a>\n</ul>\n"
    "<h2>Money</h2>\n<ul>\n  <li><a href='pays.html'>Pay</a>: how</li>\n  <li><a href=\"/faq/refund/\">Back</a></li>\n</ul>\n",
    "numbers.md": "# FAQ\n\n1. Getting started\n    1. [Start](start.md)\n    2. [Install](install.md)\n2. **Money**\n"
    "    1. [Pay](pays.md)\n    2. [Back](refund.md)\n",
    "one line a group.md": "# FAQ\n\n**Getting started**: [Start](start.md), [Install](install.md)\n\n"
    "- Money: [Pay](pays.md) | [Back](refund.md)\n",
    "a column of groups.md": "# FAQ\n\n| Group | Question |\n|---|---|\n| Getting started | [Start](start.md) |\n"
    "| Getting started | [Install](install.md) |\n| Money | [Pay](pays.md), [Back](refund.md) |\n",
    "groups as columns.md": "# FAQ\n\n|Getting started|Money|\n|---|---|\n|[Start](start.md)|[Pay](pays.md)|\n"
    "|[Install](install.md)|[Back](refund.md)|\n",
    "lines with colons.md": "# FAQ\n\nGetting started:\n\n* [Start](start.md)\n* [Install](install.md)\n\nMoney:\n\n"
    "* [Pay](pays.md)\n* [Back](refund.md)\n\nSomething else? Write to Olaf, who will look for an answer.\n",
    "rows out of the site.md": "# FAQ\n\n## Getting started\n\n- [Start](start.md)\n- [Install](install.md)\n\n## Money\n\n"
    "- [Pay](pays.md)\n- [Back](refund.md)\n\n## More\n\n- [Forum](https://forum.example)\n- [Shop](https://shop.example)\n",
    "smaller headings.md": "# FAQ\n\n## Getting started\n\n- [Start](start.md)\n- [Install](install.md)\n\n## Money\n\n### In\n\n"
    "### Money\n\n- [Pay](pays.md)\n- [Back](refund.md)\n",
    "trees of Sphinx.rst": "FAQ\n===\n\nGetting started\n---------------\n\n"
    ".. toctree::\n   :maxdepth: 1\n\n   start\n   install\n\n"
    "Money\n-----\n\nAll of it.\n\n.. toctree::\n\n   Paying <pays>\n   refund\n",
    "trees below bold lines.rst": "FAQ\n===\n\n**Getting started**\n\n.. toctree::\n\n   start\n   install\n\n"
    ".. rubric:: Money\n\n.. toctree::\n\n   pays\n   refund\n",
    "a hidden tree.rst": "FAQ\n===\n\n.. toctree::\n   :hidden:\n\n   start\n   install\n   pays\n   refund\n\nGetting started\n"
    "---------------\n\n* :doc:`start`\n* :doc:`How to install it? <install>`\n\n"
    "Money\n-----\n\n- :doc:`pays`\n- :doc:`refund`\n\n"
    "More\n----\n\n- `Forum <https://forum.example>`_\n",
    "links alone.md": "# FAQ\n\n## Getting started\n\n[Start](start.md)\n\n[Install](install.md)\n\n## Money\n\n"
    "[Pay](pays.md)<br>\n[Back](refund.md)\n",
    "a word at the end.md": "# よくある質問\n\n## Getting started\n\n- [始め](start.md)\n- [導入](install.md)\n\n## Money\n\n"
    "- [支払い](pays.md)\n- [返金](refund.md)\n\nほかは[掲示板](../board.md)へどうぞ。\n",
    "_sidebar.md": "- Getting started\n  - [Start](start.md)\n  - [Install](/install.md)\n- **Money**\n  - [[pays]]\n"
    "  - [[Money back|refund]]\n",
}


def test_groups_are_read_however_the_list_is_written() -> None:
    for name, index in HOWEVER_WRITTEN.items():
        called = name if name[0] == "_" else f"index.{name.rpartition('.')[2]}"
        found = groups(read(index, name=called))
        assert sorted((group.rpartition("/")[2], asked) for group, asked in found) == sorted(GROUPS), name
        if name != "groups as columns.md":
            assert [asked for _, asked in found] == [asked for _, asked in GROUPS], name


def test_a_page_that_says_more_of_its_own_still_gives_the_order() -> None:
    index = (
        "# FAQ\n\nAll of it.\n\n1. [Pay](pays.md)\n2. [Back](refund.md)\n3. [Start](start.md)\n\nWrite.\n\nBe kind.\n"
    )
    assert [asked for _, asked in groups(read(index))] == [GROUPS[place][1] for place in (2, 3, 0, 1)]


def test_sections_that_say_where_to_read_on_are_no_entries() -> None:
    index = "# FAQ\n\n## Start\n\nSee [the start](start.md).\n\n## Money\n\n[It](pays.md).\n\n## Back\n\n[Here](refund.md).\n"
    assert len(groups(read(index))) == len(PAGES)
    assert len(groups(read(index.replace("## Back", "## Money back?")))) > len(PAGES)


def test_a_page_that_introduces_a_directory_stands_for_it() -> None:
    pages = [
        Document(f"faq/{path}.md", f"# {title}\n\nBy hand, and with care.\n", root=1)
        for path, title in (
            ("oil/why", "Why oil?"),
            ("oil/index", "Oil"),
            ("air/why", "Why air?"),
            ("air/README", "Air"),
        )
    ]
    index = Document("faq/README.md", "# FAQ\n\n- [Oil](oil/index.md)\n- [Air](air/README.md)\n", root=1)
    assert groups(parse_library([*pages, index])) == [("Oil", "Why oil?"), ("Air", "Why air?")]


def test_names_with_stars_are_those_of_all_pages_that_fit() -> None:
    sphinx = "FAQ\n===\n\n.. toctree::\n   :glob:\n   :caption: Getting started\n\n   start\n   inst*\n\n.. toctree::\n"
    sphinx += "   :glob:\n   :caption: Money\n\n   p*\n   *\n"
    myst = "# FAQ\n\n```{toctree}\n:glob:\n:caption: Getting started\n\nstart\ninst*\n```\n\n"
    myst += "```{toctree}\n:glob:\n:caption: Money\n\np*\n*\n```\n"
    assert groups(read(sphinx, name="index.rst")) == groups(read(myst)) == GROUPS
