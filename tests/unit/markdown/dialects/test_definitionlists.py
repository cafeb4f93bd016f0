"""Definition lists: what is one, and how it is shown, exported and searched."""

from __future__ import annotations

import json

import pytest

from faqtui.markdown.scan import Scan
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.render.html import answer_html
from faqtui.render.nodes import dump_blocks, load_blocks


def shown(markdown: str) -> list[str]:
    layout = lay_out(parse_answer(markdown), 80, boxes=False)
    layout.finish()
    return [layout.line(index).text.rstrip() for index in range(layout.height)]


def blocks(markdown: str) -> list[tuple[str, str, int]]:
    return [(block.kind, block.text, block.depth) for block in Scan(markdown.split("\n")).blocks]


@pytest.mark.parametrize(
    ("text", "lines", "found"),
    [
        ("Dry\n:   Heat without water.", ["Dry", "  Heat without water."], [("Dry", 0), ("Heat without water.", 1)]),
        ("Dry\n\n: Heat\nwithout.", ["Dry", "  Heat without."], [("Dry", 0), ("Heat\nwithout.", 1)]),
        ("A\n*B*\n: c\n: d\n\n: e", ["A", "B", "  c", "  d", "  e"], [("A\n*B*", 0), ("c", 1), ("d", 1), ("e", 1)]),
        ("A\n: b\n\nC\n: d", ["A", "  b", "", "C", "  d"], [("A", 0), ("b", 1), ("C", 0), ("d", 1)]),
        ("A\n:\tb\n\n\tc\n\nd", ["A", "  b", "", "  c", "", "d"], [("A", 0), ("b", 1), ("c", 1), ("d", 0)]),
        ("A\n: - b\n  - c", ["A", "  • b", "  • c"], [("A", 0), ("b", 2), ("c", 2)]),
        ("- A\n  : b\n- c", ["• A", "    b", "• c"], [("A", 1), ("b", 2), ("c", 1)]),
        ("> A\n> : b\n\nc", ["│ A", "│   b", "", "c"], [("A", 1), ("b", 2), ("c", 0)]),
        ("[A](u)\n: b", ["A (u)", "  b"], [("[A](u)", 0), ("b", 1)]),
        ("A\n: b\n\n    ```\n    \tx\n    ```", ["A", "  b", "", "      x"], [("A", 0), ("b", 1), ("\tx", 1)]),
    ],
)
def test_a_term_stands_above_what_it_means(text: str, lines: list[str], found: list[tuple[str, int]]) -> None:
    assert shown(text) == lines
    assert [(block[1], block[2]) for block in blocks(text)] == found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (": no", [": no"]),
        ("# A\n\n: no", ["A", "─", "", ": no"]),
        ("A\n\n\n: no", ["A", "", ": no"]),
        ("A\n:no", ["A :no"]),
        ("A\n:class: no", ["A :class: no"]),
        ("A\n:: no", ["A :: no"]),
        ("A\n:", ["A :"]),
        ("- a\n: no", ["• a : no"]),
        ("> a\n: no", ["│ a : no"]),
        ("```\na\n: no\n```", ["  a", "  : no"]),
        ("A\n\n:::note\nb\n:::", ["A", "", "▌ Note", "▌ b"]),
    ],
)
def test_any_other_colon_stays_as_it_is(text: str, lines: list[str]) -> None:
    assert [line.strip() for line in shown(text)] == [line.strip() for line in lines]
    assert all(":" in block[1] or block[0] == "directive" for block in blocks(text)[-1:])


def test_it_is_exported_kept_and_searched() -> None:
    text = "Dry *heat*\n: Heat without water.\n: Not steam.\n"
    answer = parse_answer(text)
    html = "<dl>\n<dt>Dry <em>heat</em></dt>\n<dd>Heat without water.\n</dd>\n<dd>Not steam.\n</dd>\n</dl>\n"
    assert answer_html(answer) == html
    assert answer_html(load_blocks(json.loads(json.dumps(dump_blocks(answer))))) == html
    entry = parse_library([Document("a.md", f"## What is heat?\n\n{text}\n## Why?\n\nSo.\n")]).entries[0]
    assert entry.answer_text == "Dry heat\nHeat without water.\nNot steam."


def test_what_a_question_means_in_several_ways_has_no_colons() -> None:
    entry = parse_library(
        [Document("a.md", "# FAQ\n\nWhat burns?\n: Gas.\n: Oil.\n\n  Both.\n\nWhy so?\n: So.\n")]
    ).entries[0]
    assert (entry.question, entry.answer) == ("What burns?", "Gas.\n\nOil.\n\nBoth.")
