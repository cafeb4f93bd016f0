"""Lists of pages that were read, kept as lines of text and read again."""

from __future__ import annotations

import pytest

from faqtui.parsing.front_matter import FrontMatter
from faqtui.parsing.page_lists import NavigationNode, from_lines, lines, said

NODES = (
    NavigationNode("Wood", "wood", (NavigationNode("Oak", "wood/oak.md"), NavigationNode("", "wood/ash"))),
    NavigationNode(
        "Later", "", (NavigationNode("Deep", "", (NavigationNode("Ash", "a b"),)), NavigationNode("Rust", "rust"))
    ),
)


def test_nodes_come_back_as_they_were() -> None:
    assert from_lines(list(lines(NODES))) == NODES
    kept = FrontMatter({"listed": list(lines(NODES))}).reduced()
    assert from_lines(kept.words("listed")) == NODES


@pytest.mark.parametrize(
    "written", [["x"], ["9\u241fa\u241fb"], ["2\u241fa\u241fb", "0\u241fc\u241fd"], ["\u241f\u241f\u241f"], [""]]
)
def test_lines_that_nobody_wrote_are_read_somehow(written: list[str]) -> None:
    assert len(from_lines(written)) >= 1


def test_lists_inside_one_another_are_read_so_far_and_no_further() -> None:
    nested: object = ["a"]
    for _ in range(900):
        nested = [{"more": nested}]
    title, nodes = said("mkdocs.yml", {"nav": nested})
    assert title == ""
    assert nodes
