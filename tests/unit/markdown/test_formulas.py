"""Formulas are read as a reader does in questions, answers and lists; prices and variables are text."""

from __future__ import annotations

import pytest

from faqtui.markdown.inline import inline
from faqtui.markdown.scan import Scan
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.render.find import source_text
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher


def shown(markdown: str) -> tuple[str, set[str]]:
    """An answer's lines, and the styles of what stands in them."""
    layout = lay_out(parse_answer(markdown), 200)
    layout.finish()
    runs = [layout.whole_line(index) for index in range(layout.height)]
    return "\n".join("".join(run.text for run in line) for line in runs), {run.style for line in runs for run in line}


@pytest.mark.parametrize(
    "text",
    [
        "$a\\$*b*$",
        "$x &lt; y$",
        "from $5 to $10, or $HOME and $PATH",
        "^[a-z]+$ and $_ in a shell",
        "$",
        "$$",
    ],
)
def test_what_is_no_formula_or_none_that_can_be_read_is_as_written_where_text_is_plain(text: str) -> None:
    assert inline(text) == (text, [])


def test_nothing_in_a_formula_is_markup() -> None:
    assert inline("$[a](b)$ is no link, nor is $<https://a.b>$") == ("[a](b) is no link, nor is $<https://a.b>$", [])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Area is $w*h*2$", "Area is w*h*2"),
        ("$$a_b*c_d*e_f$$", "a_b*c_d*e_f"),
        (r"$\frac{a}{b} \le x^2$.", "a/b ≤ x^2."),
        (r"$\frac{x + 1}{2y}$", "(x + 1)/(2y)"),
        (r"the sum $\sum_{i=0}^{n} i^2$", "the sum ∑_(i=0)^n i^2"),
        (r"$\alpha_i + \beta\times 2\pi r$", "α_i + β × 2π r"),
        (r"$\text{loss} = \max(0, 1-x)$", "loss = max(0, 1-x)"),
        (r"$O(n \log n)$ or $O(n^2)$", "O(n log n) or O(n^2)"),
        (r"$\sqrt{2}$ and $\sqrt[3]{x+1}$", "√2 and √[3](x+1)"),
        (r"$x_{n+1}$, $n_{max}$ and $2^{32}-1$", "x_(n+1), n_max and 2^32-1"),
        (r"$\wobble{x} + \alpha$", r"\wobble{x} + α"),
        (r"$90^\circ$", "90°"),
        ("**$x$** is *$y_1$*", "x is y_1"),
        (r"Area is \(w*h*2\), *so*", "Area is w*h*2, so"),
        (r"\[a_b*c_d*e_f\]", "a_b*c_d*e_f"),
        (r"With \(\frac{a}{b} \le x^2\).", "With a/b ≤ x^2."),
        (r"\(x_i\) and \(x_{i+1}\)", "x_i and x_(i+1)"),
        (r"\[ E = mc^2 \].", "E = mc^2."),
        (r"\(\wobble{x} *a*\)", r"\wobble{x} *a*"),
    ],
)
def test_an_answer_shows_a_formula_as_it_is_read(text: str, read: str) -> None:
    assert shown(text)[0] == read
    assert inline(text)[0] == read


def test_a_question_with_a_formula_is_listed_as_it_is_read_and_found_by_what_is_typed() -> None:
    text = "# Sums of $\\alpha$\n\n## What is $\\int_0^1 x^2 \\, dx$?\n\nA third.\n\n"
    text += "## Is $\\alpha \\le \\beta$?\n\nOften.\n\n## Why?\n\n$\\gamma$.\n"
    library = parse_library([Document("a.md", text)])
    assert [entry.question for entry in library.entries] == ["What is ∫_0^1 x^2 dx?", "Is α ≤ β?", "Why?"]
    assert library.entries[1].question_markdown == "Is $\\alpha \\le \\beta$?"
    assert library.title == "Sums of α"
    searcher = Searcher(build_index(library))
    for query, position in (("integral int", 0), ("alpha beta", 1), ("≤", 1), ("gamma", 2)):
        assert searcher.rank(query).positions[0] == position, query


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10, or $7/month in US$.",
        "$HOME:$PATH and $HOME/bin:$HOME",
        "`x` is $user_name$ or ${USER}$",
        "$(pwd):$(id)",
        "echo $$ and $$ are two, $! and $? none",
        "$lang$ is a language, $LANG$ a variable",
        "^foo$|^bar$ and ($|/)x$",
        r"$\begin{matrix}a & b\end{matrix}$",
        r"$C:\temp$",
        "$a{b$",
    ],
)
def test_what_is_no_formula_for_sure_is_as_written(text: str) -> None:
    assert shown(text)[0] == text.replace("`", "").replace(r"\\", "\\")


def test_what_is_taken_away_is_the_formula_as_it_was_written() -> None:
    text = r"So $\alpha \le 2$ it is."
    layout = lay_out(parse_answer(text), 40)
    assert layout.line(0).text == "So α ≤ 2 it is."
    assert source_text(layout, (0, 0), (0, 40)) == text
    assert source_text(layout, (0, 4), (0, 5)) == r"$\alpha \le 2$"


def test_terminals_of_ascii_read_it_too() -> None:
    assert lay_out(parse_answer(r"$\alpha \le \sqrt{2}$ é"), 40, ascii=True).line(0).text == "alpha <= sqrt2 é"


def test_a_diagram_is_code_with_its_name() -> None:
    assert "mermaid" in shown("```mermaid\ngraph TD; A-->B\n```")[0].split("\n")[0]


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
        (r"\(*not* so\)", "(not so)", "emphasis"),
        (r"\[*file_name*\] \[--all\] \[^1\]", "[file_name] [--all] [^1]", "emphasis"),
        (r"list\[i+1\] and f\(x=1\), *so* on", "list[i+1] and f(x=1), so on", "emphasis"),
        (r"the \[x^2\] of *it*", "the [x^2] of it", "emphasis"),
        (r"\(C:\temp\) or \( *a* \( b", r"(C:\temp) or ( a ( b", "emphasis"),
        (r"\(a_b `\)` *c*", "(a_b \\) c", "emphasis"),
        (r"\[a^2\](x.md) *c*", "[a^2](x.md) c", "emphasis"),
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
@pytest.mark.parametrize(("opening", "closing"), [("$$", "$$"), ("\\[", "\\]")])
def test_a_displayed_formula_keeps_its_lines(before: str, opening: str, closing: str) -> None:
    lines = [opening, "a_b \\\\", "+ c*d*", "# e", "= f", closing]
    text = "\n".join(before + line for line in lines)
    text = "- " + text[2:] if before == "  " else text
    blocks = Scan(text.split("\n")).blocks
    assert [inline(block.text)[0] for block in blocks] == ["a_b + c*d* # e = f"]
    read = ["a_b", "+ c*d*", "# e", "= f"]
    assert [line.strip("│• ") for line in shown(text)[0].split("\n")] == read


@pytest.mark.parametrize("opening", ["$$", "\\["])
def test_a_formula_that_is_not_closed_hides_nothing(opening: str) -> None:
    text = f"{opening}\na\n\n## Why not?\n\n*So.*"
    assert [block.kind for block in Scan(text.split("\n")).blocks] == ["paragraph", "heading", "paragraph"]
    assert "So." in shown(text)[0].split("\n")


def test_no_star_or_underscore_of_a_formula_is_lost() -> None:
    entry = parse_library([Document("a.md", "## How large is $w*h*2$?\n\nIt is $a_b*c_d*e$.\n")]).entries[0]
    assert entry.question == "How large is w*h*2?"
    assert "a_b*c_d*e" in entry.answer_text
