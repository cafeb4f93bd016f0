"""Texts whose reading once took time with the square of their length, 20 s and more each: now a fraction of a second.

`tests/bench/growth.py` looks for others.
"""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from support.speed import at_most

SIZE = 100_000
RUN = " " * SIZE
TEXTS = {
    "unclosed comments": "a <!-- " * 16_000,
    "comments, one closed": f"# a?\n\n<!-- -->\n\n<!-- {'<!-- ' * 20_000}\nb\n",
    "spaces between letters": f"A{RUN}b",
    "tabs in a title": "## What is" + "\t" * SIZE + "b?",
    "an unclosed id": "## x {#" + "a" * SIZE,
    "spaces behind Q": f"Q{RUN}",
    "spaces behind A": f"# T\n\nQ: a?\n\nA{RUN}b\n",
    "a heading": f"# a{RUN}b\n",
    "a heading without a space": f"##a{RUN}b\n",
    "the words behind a fence": f"```a{RUN}b\n\n```\n",
    "the words behind colons": f"::: a{RUN}b\n\nc\n\n:::\n",
    "the title of a note": f"!!! a{RUN}b\n    c\n",
    "a delimiter row": f"a | b\n--- | ---{RUN}x\n",
    "a delimiter row of blanks": f"a | b\n{RUN}-x\n",
    "a cell": f"| a | b |\n|---|---|\n| a{RUN}b | c |\n",
    "a target": f"[a]({RUN}c",
    "an attribute": f"<a {'b' * SIZE}>x</a>",
    "attributes in braces": "a{#" + "a" * SIZE,
    "attributes in braces, with a dot": "a {." + "a" * SIZE,
    "tags in a comment": f"<!-- tags: a{RUN}x -->\n\n# a?\n\nb",
    "strong text": f"**a?**{RUN}b\n\nc\n",
    "emphasis": f"*a?*{RUN}b\n\nc\n",
    "a shortcode": "{{<" + RUN + "b",
    "a number in front matter": f"---\nweight: 1{' ' * 60_000}b # c\n---\n# A?\n\nb\n",
    "the dots behind an address": "https://a" + "." * SIZE * 10,
    "addresses in cells": "www.a|" * (SIZE // 2),
    "addresses in unclosed links": "[https://a](" * (SIZE // 10),
    "addresses inside words": "awww." * SIZE,
    "closing tags below an answer": f"# a?\n\nb\n\n{'</div>' * 2}\n\n" + "</div>\n\n" * (SIZE // 5),
    "closing tags of many names": f"# a?\n\n{'x ' * SIZE}\n\n" + "".join(f"</a{n}>" for n in range(SIZE // 5)),
    "placeholders": f"# a?\n\n{'?' * 78}b\n\n" * 3_000,
    "fragments in a table of contents": f"# Contents\n\n- {'](#' * SIZE}\n",
    "front matter inside": "# a?\n\nb\n" + "---\na: b\n" * (SIZE // 10),
    "glossaries": "# FAQ\n\n" + "".join(f"## Glossary\n\n**A{n}**: b.\n\n" for n in range(12_000)),
    "notices": "<!-- a -->\n" * (SIZE // 5),
    "links that say nothing, at the end": "# a?\n\n"
    + "b\n" * SIZE * 3
    + "".join(f"[here](u{n})\n" for n in range(300)),
    "links that lead nowhere, at the end": "# a?\n\n" + "b\n" * SIZE * 3 + "".join(f"[c](#u{n})\n" for n in range(300)),
    "links to files that are missing": "# a?\n\n" + "".join(f"[c](u{n}.md)\n" for n in range(SIZE // 5)),
    "addresses at the end": "# a?\n\n" + "b\n" * SIZE * 3 + "".join(f"https://example.org/{n}\n" for n in range(300)),
    "lines in italics": "# Help\n\n" + "*It jams*\n\nTurn it.\n\n" * 20_000,
    "question marks in an item": f"- a {'?' * SIZE}\n- b\n",
    "question marks with spaces in an item": f"- a {'? ' * SIZE}\n- b\n",
    "signs of marks in a summary": f"<details><summary>a {'=' * SIZE * 10}</summary>\n\na\n\n</details>\n",
    "marks in a row": "a == b ==== c ==d== " * (SIZE // 20),
    "questions that go on to another": "# FAQ\n\n" + "**a?**\n\nb\n\n" * 40_000,
    "a long comment in a paragraph": f"a <!-- {'b ' * SIZE} --> c\n",
    "a long comment in an element": f"<div>\n<!-- {'b ' * SIZE} -->\nc\n</div>\n",
    "lists on one line": "- " * SIZE + "a\n",
    "braces in a summary": f"<details><summary>{'{{' * SIZE}</summary>\n\na\n\n</details>\n",
    "images in images": "![[]()" * (SIZE // 6),
    "containers that are not closed": "::: note\n" * (SIZE // 9),
    "containers of slashes that are not closed": "/// note\n" * (SIZE // 9),
    "containers of two signs": "/// note\n::: note\n/////\n" * (SIZE // 24),
    "containers of many lengths": "".join(":" * (3 + n % 300) + " note\n" for n in range(SIZE // 150)),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_in_time_with_its_length(name: str) -> None:
    with at_most(4):
        parse_library([Document("page.md", TEXTS[name])])


@pytest.mark.parametrize("name", TEXTS)
def test_its_answer_is_shown_in_time_with_its_length(name: str) -> None:
    with at_most(4):
        lay_out(parse_answer(TEXTS[name]), width=80)


def test_elements_may_be_nested_as_deep_as_somebody_likes() -> None:
    text = "<details>\n<summary>a?</summary>\n\n" * 4_000 + "b\n" + "</details>\n" * 4_000
    assert lay_out(parse_answer(text), width=80).height
