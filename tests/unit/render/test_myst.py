"""Directives and roles of MyST in an answer: notes, figures and folds are shown as such, roles by their text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from faqtui import load
from faqtui.markdown.inline import inline
from faqtui.render import lay_out, parse_answer
from faqtui.render import nodes as b
from faqtui.render.ansi import to_text


def text(markdown: str, width: int = 60) -> str:
    return "\n".join(line.rstrip() for line in to_text(lay_out(parse_answer(markdown), width)).strip("\n").split("\n"))


@pytest.mark.parametrize("marker", ["```", "~~~", ":::", "::::", "`````"])
def test_a_directive_of_prose_is_an_admonition_whatever_its_marker(marker: str) -> None:
    assert text(f"{marker}{{warning}}\n:class: wide\n\nMind *the* gap.\n{marker}\n") == "▌ Warning\n▌ Mind the gap."


def test_what_has_a_title_says_it() -> None:
    assert text("```{admonition} Read on\n:class: tip\nYes.\n```") == "▌ Tip: Read on\n▌ Yes."
    assert text("```{versionadded} 4.0\n```") == "▌ Added in version: 4.0"
    assert text("```{dropdown} More\nInside.\n```") == "▾ More\n  Inside."
    assert text("````{tab-set}\n```{tab-item} Linux\nUse apt.\n```\n````") == "▌ Tab: Linux\n▌ Use apt."


def test_a_figure_is_its_image_and_its_caption_without_its_options() -> None:
    shown = text(":::{figure} img/a.png\n:align: center\n:alt: The proxy\n\nWhat *it* does.\n:::")
    assert shown == "[image: The proxy] (img/a.png)\n\nWhat it does."
    markdown = "```{image} a.png\n---\nalt: Two hubs\n---\n```"
    (link,) = (blocks := parse_answer(markdown)).links
    assert (link.text, link.url, markdown[link.start : link.end]) == ("Two hubs", "a.png", "a.png")
    assert len(blocks.blocks) == 1


def test_code_in_a_directive_is_shown_and_copied_without_its_options() -> None:
    markdown = "```{code-block} python\n:linenos:\n:caption: x.py\n\nprint(1)\n```"
    (block,) = parse_answer(markdown).blocks
    assert isinstance(block, b.Code)
    assert (block.language, block.text) == ("python", "print(1)")
    assert markdown[block.starts[0] :].startswith("print(1)")


def test_the_blocks_of_code_that_are_counted_are_those_that_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "faq.md"
    path.write_text(
        "## How?\n\n```{note}\nNo code.\n```\n\n```{code} sh\n:linenos:\nls\n```\n\n- ```{tip}\n  Nor here.\n  ```\n",
        encoding="utf-8",
    )
    (entry,) = load(str(path)).library.entries
    layout = lay_out(parse_answer(entry.answer), 60)
    layout.finish()
    assert [code.text for code in layout.code_blocks] == [code.text for code in entry.code_blocks] == ["ls"]


def test_what_is_not_closed_or_not_prose_stays_code() -> None:
    assert "Mind." in text("```{note}\nMind.\n")
    assert isinstance(parse_answer("```{note}\nMind.\n").blocks[0], b.Code)
    assert isinstance(parse_answer("```{mermaid}\na --> b\n```").blocks[0], b.Code)
    inside = parse_answer("- ```{note}\n\nout\n```\n").blocks
    assert isinstance(inside[0], b.List)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("see {ref}`How to report <issue>`.", "see How to report."),
        ("see {doc}`reference/api`", "see reference/api"),
        ("call {py:func}`~os.path.join` now", "call os.path.join now"),
        ("press {kbd}`Ctrl`+{kbd}`C`", "press Ctrl+C"),
        ("${HOME}`x` {word}`y` {ref} `z`", "${HOME}x {word}y {ref} z"),
        ("{ref}`open", "{ref}`open"),
        ("{doc}`<index>`", "<index>"),
    ],
)
def test_a_role_is_shown_by_its_text_alone(written: str, shown: str) -> None:
    assert text(written) == shown
    assert inline(written)[0] == shown


def test_breaks_alone_make_no_empty_lines() -> None:
    assert text("<br/>\n<br/>\n\nText. <br/>\n\n<br>\n\nMore.") == "Text.\n\nMore."


@pytest.mark.parametrize(
    "hostile",
    [
        "```{note}\n" * 20_000,
        "```{note}\n" * 20_000 + "```\n",
        "".join(f"{'`' * (3 + n % 40)}{{tip}}\n" for n in range(9_000)),
    ],
)
def test_openers_without_end_are_read_in_linear_time(hostile: str) -> None:
    start = time.process_time()
    half = len(hostile) // 2
    parse_answer(hostile[:half]).finish()
    middle = time.process_time()
    parse_answer(hostile).finish()
    assert time.process_time() - middle < 5 * (middle - start) + 0.5
