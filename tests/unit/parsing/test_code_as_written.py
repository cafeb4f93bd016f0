"""Code is taken byte for byte, whatever it stands in: only the marks and the indentation of its containers are left out."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from faqtui import sources
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.render.find import source_text
from faqtui.render.html import answer_html
from faqtui.render.nodes import Code, walk
from support.places import GOLDEN

CODE = "all: build\n\tgcc -o a\tb.c\n \t\n\t\techo  done\n  two"
FENCE = f"```make\n{CODE}\n```"


def inside(text: str, by: str, first: str = "") -> str:
    lines = [by + line if line else line for line in text.split("\n")]
    return "\n".join([first + lines[0][len(by) :] if first else lines[0], *lines[1:]])


CONTAINERS = {
    "nothing": FENCE,
    "tildes": FENCE.replace("```", "~~~~"),
    "a list": "- Do:\n\n" + inside(FENCE, "  "),
    "the line of a bullet": inside(FENCE, "  ", "- "),
    "a numbered list": "10. Do:\n\n" + inside(FENCE, "    "),
    "a list indented by a tab": "- Do:\n\n" + inside(FENCE, "\t"),
    "a list in a list": "- a\n  1. b\n\n" + inside(FENCE, "     "),
    "a quotation": inside(FENCE, "> "),
    "a list in a quotation": inside("- a\n\n" + inside(FENCE, "  "), "> "),
    "an alert": "> [!NOTE]\n" + inside(FENCE, "> "),
    "an admonition": "!!! note\n\n" + inside(FENCE, "    "),
    "an admonition indented by a tab": "!!! note\n\n" + inside(FENCE, "\t"),
    "a tab of MkDocs": '=== "A"\n\n' + inside(FENCE, "    "),
    "a container": f":::note\n\n{FENCE}\n:::",
    "a directive": f"````{{note}}\n{FENCE}\n````",
    "details": f"<details>\n<summary>S</summary>\n\n{FENCE}\n\n</details>",
    "details in a list": "- a\n\n" + inside(f"<details>\n<summary>S</summary>\n\n{FENCE}\n\n</details>", "  "),
    "a component": f"<Tabs>\n<TabItem value='a'>\n\n{FENCE}\n\n</TabItem>\n</Tabs>",
    "an indented component": "<Tabs>\n  <TabItem value='a'>\n\n" + inside(FENCE, "    ") + "\n\n  </TabItem>\n</Tabs>",
    "a footnote": "x[^1]\n\n[^1]: y\n\n" + inside(FENCE, "    "),
}
QUESTIONS = {
    "a heading": "## Why does it fail?\n\n{}\n\n## Why?\n\nNo.\n",
    "bold in a list": "- **Why does it fail?**\n\n{  }\n\n- **Why not?**\n\n  No.\n",
    "details": "<details>\n<summary>Why does it fail?</summary>\n\n{}\n\n</details>\n\n"
    "<details>\n<summary>Why not?</summary>\n\nNo.\n\n</details>\n",
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("container", CONTAINERS)
def test_code_is_as_written_in(container: str, question: str) -> None:
    by = "  " if "{  }" in QUESTIONS[question] else ""
    text = QUESTIONS[question].replace(
        "{" + by + "}", inside(CONTAINERS[container], by) if by else CONTAINERS[container]
    )
    entry = parse_library([Document("a.md", text)]).entries[0]
    assert [block.text for block in entry.code_blocks] == [CODE]
    blocks = parse_answer(entry.answer)
    assert [block.text for block in walk(blocks.blocks) if isinstance(block, Code)] == [CODE]
    assert "\tgcc -o a\tb.c\n" in answer_html(blocks).replace("</span>", "").replace('<span class="variable">', "")


@pytest.mark.parametrize("container", ["nothing", "a list", "a quotation", "an admonition", "details"])
def test_selected_code_has_its_tabs(container: str) -> None:
    layout = lay_out(parse_answer(CONTAINERS[container]), 60)
    layout.finish()
    lines = ["".join(run.text for run in layout.whole_line(index)) for index in range(layout.height)]
    number = next(index for index, line in enumerate(lines) if "gcc" in line)
    assert "\tgcc -o a\tb.c" in source_text(layout, (number, 0), (number, len(lines[number])))


@pytest.mark.parametrize("question", ["a heading", "details"])
def test_the_indentation_of_a_fence_takes_no_part_of_a_tab(question: str) -> None:
    text = QUESTIONS[question].replace("{}", "  ```make\n  all:\n\tcc\n\t\tx\n  ```")
    entry = parse_library([Document("a.md", text)]).entries[0]
    assert [block.text for block in entry.code_blocks] == ["all:\n\tcc\n\t\tx"]
    assert [block.text for block in walk(parse_answer(entry.answer).blocks) if isinstance(block, Code)] == [
        "all:\n\tcc\n\t\tx"
    ]


def test_selected_code_has_spaces_for_a_part_of_a_tab() -> None:
    layout = lay_out(parse_answer("- a\n\n  ```\n  x\n\tcc\n  ```"), 60, boxes=False)
    layout.finish()
    last = layout.height - 1
    length = sum(len(run.text) for run in layout.whole_line(last))
    assert source_text(layout, (last - 1, 0), (last, length)) == "x\n  cc"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("    all:\n    \tcc\n\n    \t\tx", "all:\n\tcc\n\n\t\tx"),
        ("\tall:\n\t\tcc", "all:\n\tcc"),
        ("- a\n\n      all:\n      \tcc", "all:\n\tcc"),
        ("> \t\tall:\n> \t\t\tcc", "  all:\n  \tcc"),  # two columns of the second tab make it code (CommonMark 2.2)
        ("- a\n\n  <pre>all:\n  \tcc\n  </pre>", "all:\n\tcc"),
        ("- a\n\n  ```\n\tcc\tx\n  ```", "  cc\tx"),  # of this tab the list takes two columns
        ("- a\n\n  ```\n\t\tcc\n  ```", "  \tcc"),
    ],
)
def test_of_a_tab_that_a_container_takes_a_part_of_spaces_are_left(text: str, code: str) -> None:
    entry = parse_library([Document("a.md", f"## Why does it fail?\n\nSo:\n\n{text}\n")]).entries[0]
    assert [block.text for block in entry.code_blocks] == [code]


def _fixtures() -> list[str]:
    entries = [
        f"entries/{path.name}" for path in (GOLDEN / "entries").iterdir() if path.suffix not in {".json", ".yml"}
    ]
    return sorted(entries + [f"answers/{path.name}" for path in (GOLDEN / "answers").glob("*.md")])


_RAW = re.compile(r"\{% (?:end)?raw %\}")
"""What says that Liquid is to leave something as it is, and is itself taken away."""


@pytest.mark.parametrize("name", _fixtures())
def test_every_line_of_code_in_a_fixture_ends_a_line_of_its_source(name: str) -> None:
    files, _ = sources.read([str(GOLDEN / name)])
    documents = [sources.decode(file) for file in files]
    lines = [_RAW.sub("", line) for document in documents for line in document.text.split("\n")]
    for entry in parse_library(documents).entries:
        for line in chain.from_iterable(block.text.split("\n") for block in entry.code_blocks):
            found = [
                whole for whole in lines if whole.endswith(line) and not whole[: len(whole) - len(line)].strip(" \t>:")
            ]
            assert found or any(mark in whole for whole in lines for mark in ("<pre", "<code", "<![CDATA[")), line


@pytest.mark.parametrize(
    "html",
    [
        '<div class="highlight"><pre class="highlight"><code>heat --to 900 &lt;C&gt;\nwait</code></pre></div>',
        "<p>So:</p>\n<pre>\nheat --to 900 &lt;C&gt;\nwait\n</pre>\n<p>Then stop.</p>",
        "<table><tr><td>So</td><td><PRE><code>heat --to 900 &lt;C&gt;\nwait</code></PRE></td></tr></table>",
    ],
)
def test_code_inside_other_tags_is_code(html: str) -> None:
    entry = parse_library([Document("a.md", f"# FAQ\n\n## How hot?\n\n{html}\n\n## How long?\n\nLong.\n")]).entries[0]
    assert [block.text for block in entry.code_blocks] == ["heat --to 900 <C>\nwait"]


PREFORMATTED = "all: build\n\tgcc -o a\tb.c\n\t\techo  done"


@pytest.mark.parametrize(
    "written",
    [
        f"<pre>{PREFORMATTED}</pre>",
        f'<div class="highlight"><pre><span class="k">{PREFORMATTED}</span></pre></div>',
        f"<table><tr><td><pre>\n{PREFORMATTED}\n</pre></td></tr></table>",
        f"<figure>\n<pre><code>{PREFORMATTED}\n</code></pre>\n</figure>",
    ],
)
@pytest.mark.parametrize("by", ["", "> ", "  "], ids=["alone", "quoted", "in a list"])
def test_code_of_html_has_its_tabs_whatever_is_around_it(written: str, by: str) -> None:
    answer = ("- a\n\n" if by == "  " else "") + inside(written, by)
    library = parse_library([Document("f.md", f"# F\n\n## Why does it fail?\n\n{answer}\n\n## Why?\n\nNo.\n")])
    (block,) = library.entries[0].code_blocks
    assert block.text == PREFORMATTED
