"""Components of MDX: what they say, where they lead, and what stands between their tags."""

from __future__ import annotations

import pytest

from faqtui.markdown.dialects.jsxlines import aligned, joined
from faqtui.model import Document, Entry, Link
from faqtui.parsing import parse_library


def entries(text: str) -> list[Entry]:
    return list(parse_library([Document("a.mdx", text)]).entries)


def answer(text: str) -> Entry:
    (entry,) = entries(f"# FAQ\n\n## How does it work?\n\n{text}\n")
    return entry


def test_components_are_reduced_to_what_they_say() -> None:
    entry = answer(
        '<Note>\nUse **it**.\n</Note>\n\nIt is <Badge text="new"/> and <Highlight color="x">green</Highlight>.'
    )
    assert entry.answer_text == "Use it.\nIt is new and green."


def test_components_that_lead_somewhere_are_links() -> None:
    entry = answer(
        'See <Link to="/docs/x">the **docs**</Link>.\n\n<Card title="Guide" href="/guide">Read it.</Card>\n\n'
        '<Card title="API" href="https://example.org/api" />\n\n<A href="https://example.org">here</A> <Link>none</Link>'
    )
    assert [tuple_of(link) for link in entry.links] == [
        ("the docs", "/docs/x"),
        ("Guide Read it.", "/guide"),
        ("API", "https://example.org/api"),
        ("here", "https://example.org"),
    ]


def test_a_tag_over_several_lines_is_a_tag() -> None:
    entry = answer(
        '<Card\n  title="Guide"\n  href="/guide"\n>\n  Read it.\n</Card>\n\n<Image\n  src="a.png"\n  alt="Bread"\n/>\n\nEnd.'
    )
    assert [tuple_of(link) for link in entry.links] == [("Guide Read it.", "/guide")]
    assert entry.answer_text.endswith("End.")
    assert ">" not in entry.answer_text


def test_accordions_with_a_line_for_each_attribute_are_questions() -> None:
    text = (
        '<Accordion\n  title="Is it fresh?"\n  icon={<Loaf kind="rye" />}\n>\n  Yes.\n</Accordion>\n\n'
        "<Accordion\n  title={'Is it dear?'}\n  defaultOpen>No.\n</Accordion>\n"
    )
    found = entries(f"# Bread\n\n{text}")
    assert [(entry.question, entry.answer) for entry in found] == [("Is it fresh?", "Yes."), ("Is it dear?", "No.")]


def test_what_only_looks_like_a_tag_over_several_lines_stays() -> None:
    for text in (
        "<Name\n> of the file",
        "<Name\nand more words, not attributes\n>",
        '```jsx\n<Card\n  title="a"\n>\n```',
        "<Card\n" + "  a\n" * 30 + ">",
        "a > b\n\n> quoted",
    ):
        lines = text.split("\n")
        assert joined(lines) is lines


def tuple_of(link: Link) -> tuple[str, str]:
    return link.text, link.url


def test_what_is_indented_by_its_nesting_is_no_code() -> None:
    entry = answer(
        "<Steps>\n  <Step title='One'>\n    Do this.\n\n    - a\n    - b\n\n    ```js\n    if (x) {\n      y()\n    }\n    ```\n"
        "  </Step>\n</Steps>"
    )
    assert [block.text for block in entry.code_blocks] == ["if (x) {\n  y()\n}"]
    assert "  Do this.\n\n  - a\n  - b\n\n  ```js\n  if (x) {\n    y()\n  }\n  ```" in entry.answer
    assert entry.source.start_line == 3


def test_only_what_stands_between_tags_moves() -> None:
    same = (
        "<Foo>\ntext\n</Foo>",
        "    <Foo>\n      code\n    </Foo>",
        "<A>\n  placeholder",
        "<Foo />\n    code\n</Foo>",
        "<Foo>\n  a\n</Foo>",
    )
    for text in same:
        lines = text.split("\n")
        assert aligned(lines) is lines, text


def test_code_in_fences_stays_as_it_is() -> None:
    lines = ["```jsx", "<Suspense>", "  <App>", "    x", "  </App>", "</Suspense>", "```"]
    assert aligned(lines) is lines


def test_a_component_in_a_list_item_stays_in_it() -> None:
    lines = ["1. one", "", "   <Note>", "", "       text", "   </Note>"]
    assert aligned(lines)[4] == "   text"
    entry = answer("\n".join([*lines, "", "2. two"]))
    assert entry.code_blocks == ()


def test_tags_that_are_not_closed_hold_nothing() -> None:
    lines = ["<Tabs>", "    <ACCOUNT>", "      a", "        b", "</Tabs>", "    c"]
    assert aligned(lines) == ["<Tabs>", "<ACCOUNT>", "  a", "    b", "</Tabs>", "    c"]


@pytest.mark.parametrize("outlier", ["```js\n    let a;\n```", "text at the margin", "![a](b.png)"])
def test_a_line_to_the_left_of_its_component_says_nothing_of_the_others(outlier: str) -> None:
    tabs = f"    <Tab label='A'>\n        one\n{outlier}\n    </Tab>\n    <Tab label='B'>\n        two\n    </Tab>\n"
    text = f"<Tabs>\n{tabs}</Tabs>"
    lines = aligned(text.split("\n"))
    assert [line for line in lines if "one" in line or "two" in line or "Tab " in line] == [
        "<Tab label='A'>",
        "one",
        "<Tab label='B'>",
        "two",
    ]
    assert all("<Tab" not in block.text and "two" not in block.text for block in answer(text).code_blocks)


def test_many_tags_take_no_longer_than_they_are_many() -> None:
    for text in (
        "<A>\n" * 50_000,
        "<A>\n" * 50_000 + "</A>\n" * 50_000,
        "<A>\n </A>\n" * 50_000,
        "<A>\n<B>\n</A>\n" * 30_000,
    ):
        assert len(aligned(text.split("\n"))) == text.count("\n") + 1


def test_cards_alone_are_an_answer() -> None:
    found = entries(
        '# Reference\n\n## Configuration\n\n<Cards>\n  <Card\n    title="Files"\n    href="/files"\n  />\n\n'
        '  <Card\n    title="Names"\n    href="/names"\n  />\n</Cards>\n\n## Flags\n\n### Color\n\nIt colors.\n'
    )
    assert [entry.question for entry in found] == ["Configuration", "Flags"]
