"""The parts of markdown-it that are written anew find what its own do, in less time."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.rules_block import hr
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from faqtui.markdown.dialects import colonfences
from faqtui.markdown.linear import label_end, thematic_break
from support.speed import at_most

PIECES = [
    "[",
    "]",
    "[",
    "]",
    "(",
    ")",
    "!",
    "![",
    "](u)",
    "[r]",
    "a",
    "b ",
    "`",
    "*",
    "\\",
    "<b>",
    "\n",
    "[]()",
    "[a][r]",
]
LINES = [
    "::: note",
    ":::",
    "::::",
    ":::: b",
    ":::::",
    "a",
    "",
    "",
    "- a",
    "  b",
    "> c",
    "> :::",
    "> ::: d",
    "    :::",
    "  :::",
    "- ::: e",
    "  ::: f",
    "::: :::",
    ":::a",
    ":::  ",
    "    ::: g",
    "``` \n:::\n```",
    "x:::",
    "1. :::",
]


def tokens(found: list[Token] | None) -> list[Any]:
    return [
        (t.type, t.tag, t.map, t.content, t.info, t.markup, t.level, t.attrs, tokens(t.children)) for t in found or ()
    ]


def inline_tokens(markdown: MarkdownIt, text: str) -> list[Any]:
    found: list[Token] = []
    state = StateInline(text, markdown, {"references": {"R": {"href": "x", "title": ""}}}, found)
    markdown.inline.tokenize(state)
    return tokens(found)


def with_own_labels() -> MarkdownIt:
    markdown = MarkdownIt("commonmark")
    markdown.helpers = SimpleNamespace(**vars(markdown.helpers) | {"parseLinkLabel": label_end})  # type: ignore[assignment]
    return markdown


def test_brackets_close_where_markdown_it_has_them_close() -> None:
    random, own, other = Random(4), with_own_labels(), MarkdownIt("commonmark")
    for _ in range(3_000):
        text = "".join(random.choices(PIECES, k=random.choice((6, 12, 30))))
        assert inline_tokens(own, text) == inline_tokens(other, text), text


@pytest.mark.parametrize("unit", ["![[]()", "[a][", "[a", "![a", "[a]", "[[", "![a](b)[", "[a [b](c) ", "[![", "]["])
def test_many_brackets_take_time_with_their_number(unit: str) -> None:
    markdown = with_own_labels()
    with at_most(4):
        inline_tokens(markdown, unit * (40_000 // len(unit)))


@pytest.mark.parametrize(
    "line", ["---", "- - -", "* * *\t", "_ _ _ _ ", "--", "- - a", "-*-", "--- -", "\t---", "- -\t-", "***a"]
)
@pytest.mark.parametrize("around", ["{}", "a\n{}", "- {}\n{}", "> {}\n\n  {}", "   {}\n    {}"])
def test_a_rule_is_one_where_markdown_it_has_one(line: str, around: str) -> None:
    own, other = MarkdownIt("commonmark"), MarkdownIt("commonmark")
    own.block.ruler.at("hr", thematic_break, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    text = around.format(line, line)
    found, wanted = ([t[:7] for t in tokens(m.parse(text)) if t[0] != "hr" or t] for m in (own, other))
    assert [t[:5] for t in found] == [t[:5] for t in wanted]


def test_the_rule_of_markdown_it_is_the_one_that_is_replaced() -> None:
    assert hr.__name__ in MarkdownIt("commonmark").get_all_rules()["block"]


def test_containers_are_those_of_the_plugin() -> None:
    own, other = MarkdownIt("commonmark"), MarkdownIt("commonmark")
    alternatives: Any = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    own.block.ruler.before("fence", "container", colonfences.rule, alternatives)
    other.use(container_plugin, name="block", validate=lambda params, *_: bool(params.strip()))
    random = Random(7)
    for _ in range(4_000):
        text = "\n".join(random.choices(LINES, k=random.choice((3, 6, 12))))
        found, wanted = ([t[:5] for t in tokens(m.parse(text))] for m in (own, other))
        assert found == wanted, text


@pytest.mark.parametrize(
    "text",
    [
        "::: note\n" * 20_000 + "a",
        "".join(":" * (3 + n % 300) + " note\n" for n in range(2_000)),
        ":::: note\n" * 200 + ":::\n" * 40_000,
        "> ::: note\n" * 10_000,
        "- ::: note\n" * 10_000,
        "::: note\n:::\n" * 10_000,
        "::: note\na\n:::\n" * 25_000,
        "::: note\na\n:::\n\n" * 20_000,
        "::::: note\n::: tip\na\n:::\n:::::\n" * 12_000,
        "- a\n\n  ::: note\n  a\n  :::\n" * 8_000,
    ],
)
def test_many_containers_take_time_with_their_number(text: str) -> None:
    markdown = MarkdownIt("commonmark")
    markdown.block.ruler.before("fence", "container", colonfences.rule)
    with at_most(4):
        markdown.block.parse(text, markdown, {}, [])
