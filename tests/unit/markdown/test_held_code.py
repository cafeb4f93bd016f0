"""Code that stands inside other tags."""

from __future__ import annotations

import pytest

from faqtui.markdown.held_code import HeldCode, left_open
from faqtui.markdown.scan import Scan
from faqtui.render import nodes, parse_answer
from support.speed import at_most


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<div><pre>", "pre"),
        ("<DIV>\n<PRE class='x'>\ncode", "pre"),
        ("<div><pre>x</pre>", ""),
        ("<div></pre><pre>", "pre"),
        ("<div><script>let a = '<pre>'", "script"),
        ("<div><prefix>", ""),
        ("<pre", "pre"),
    ],
)
def test_a_tag_whose_lines_are_code_is_left_open_or_not(text: str, name: str) -> None:
    assert left_open(text) == name


def test_code_ends_where_its_tag_does_and_not_behind_another_of_that_name() -> None:
    lines = ["<div><pre>", "", "</pre></div>", "<p><pre>", "", "<div><pre>", "</pre>", "<td><pre>"]
    held = HeldCode(lines)
    assert [held.end(number, line) for number, line in enumerate(lines)] == [2, -1, -1, -1, -1, 6, -1, -1]


@pytest.mark.parametrize("around", ["div", "table><tr><td", "blockquote", "center"])
def test_blank_lines_and_number_signs_in_code_end_no_block(around: str) -> None:
    text = f"<{around}>\n<pre>\na\n\n# b\n\n    c\n~~~\n</pre>\n</div>\n\n# Title\n\nText"
    assert [block.kind for block in Scan(text.split("\n")).blocks] == ["html", "heading", "paragraph"]


def test_code_that_is_never_closed_holds_nothing() -> None:
    text = "<div>\n<pre>\na\n\n# Title\n\nText"
    assert [block.kind for block in Scan(text.split("\n")).blocks] == ["html", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("<div><pre>\na\n\n# b\n</pre></div>\n\nText", ["a\n\n# b"]),
        ("- One:\n\n  <div><pre>\n  a\n\n  - b\n  </pre></div>\n\n  Text", ["a\n\n- b"]),
        ("<div>\n<pre>\na\n\nb\n</pre>\n<pre>\nc\n\nd\n</pre>\n</div>", ["a\n\nb", "c\n\nd"]),
    ],
)
def test_it_is_drawn_as_one_block_of_code(text: str, codes: list[str]) -> None:
    found: list[str] = []

    def look(blocks: list[nodes.Block]) -> None:
        for block in blocks:
            if isinstance(block, nodes.Code):
                found.append(block.text)
            elif isinstance(block, nodes.List):
                for item in block.items:
                    look(item.blocks)

    blocks = parse_answer(text)
    blocks.finish()
    look(blocks.blocks)
    assert found == codes


def test_many_take_no_longer_than_their_number() -> None:
    with at_most(3):
        Scan(["<div><pre>", ""] * 20_000)
        Scan(["<div><pre>", "</pre><pre>", ""] * 20_000)
