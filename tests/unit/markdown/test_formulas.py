"""Formulas are verbatim in plain text and in answers, prices and variables are text."""

from __future__ import annotations

import pytest

from faqtui.markdown.inline import inline
from faqtui.markdown.scan import Scan
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer


def shown(markdown: str) -> tuple[str, set[str]]:
    """An answer's lines, and the styles of what stands in them."""
    layout = lay_out(parse_answer(markdown), 200)
    layout.finish()
    runs = [layout.whole_line(index) for index in range(layout.height)]
    return "\n".join("".join(run.text for run in line) for line in runs), {run.style for line in runs for run in line}


@pytest.mark.parametrize(
    "text",
    [
        "Area is $w*h*2$",
        "$$a_b*c_d*e_f$$",
        "the sum $\\sum_{i}x_i*y_i*z_i$, and so on",
        "$[a](b)$ is no link, nor is $<https://a.b>$",
        "$a$ and $a*b*c$ and $d_e_f$",
        "$a\\$*b*$",
        "$x &lt; y$",
        "$$x = ~~y~~ $$",
        "($x*y*z$)",
    ],
)
def test_a_formula_is_as_written(text: str) -> None:
    assert shown(text) == (text, {""})
    assert inline(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "plain", "style"),
    [
        ("It costs $5 and *not* $6", "It costs $5 and not $6", "emphasis"),
        ("**$5** or **$6**", "$5 or $6", "strong"),
        ("US$ 5, *then* US$ 6", "US$ 5, then US$ 6", "emphasis"),
        ("$ a*b*c $", "$ abc $", "emphasis"),
        ("$5*x*$6", "$5x$6", "emphasis"),
        ("\\$a*b*c\\$", "$abc$", "emphasis"),
        ("`$a` *b* `c$`", "$a b c$", "emphasis"),
        ("a $b *c* d", "a $b c d", "emphasis"),
        ("$$ *a*", "$$ a", "emphasis"),
    ],
)
def test_prices_and_variables_are_text(text: str, plain: str, style: str) -> None:
    lines, styles = shown(text)
    assert lines == plain == inline(text)[0]
    assert style in styles


def test_a_dollar_in_the_text_of_a_link_is_text() -> None:
    links = inline("[$a](https://x.example) and [$b](https://y.example)")[1]
    assert [link.url for link in links] == ["https://x.example", "https://y.example"]
    assert [link.url for link in parse_answer("[$a](x.md) and [$b](y.md)").links] == ["x.md", "y.md"]


@pytest.mark.parametrize("before", ["", "> ", "  "])
def test_a_displayed_formula_keeps_its_lines(before: str) -> None:
    lines = ["$$", "a_b \\\\", "+ c*d*", "# e", "= f", "$$"]
    text = "\n".join(before + line for line in lines)
    text = "- " + text[2:] if before == "  " else text
    blocks = Scan(text.split("\n")).blocks
    assert [inline(block.text)[0] for block in blocks] == [" ".join(lines)]
    assert [line.strip("│• ") for line in shown(text)[0].split("\n")] == lines


def test_a_formula_that_is_not_closed_hides_nothing() -> None:
    text = "$$\na\n\n## Why not?\n\n*So.*"
    assert [block.kind for block in Scan(text.split("\n")).blocks] == ["paragraph", "heading", "paragraph"]
    assert "So." in shown(text)[0].split("\n")


def test_formulas_are_found_as_written() -> None:
    entry = parse_library([Document("a.md", "## How large is $w*h*2$?\n\nIt is $a_b*c_d*e$.\n")]).entries[0]
    assert entry.question == "How large is $w*h*2$?"
    assert "$a_b*c_d*e$" in entry.answer_text
