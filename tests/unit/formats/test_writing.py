"""Markdown that is written from text says that text and nothing else."""

import pytest

from faqtui.formats.writing import EMPHASIS, STRONG, Inline, Writer, code_span, escaped, link, marked
from faqtui.markdown.inline import inline
from faqtui.markdown.scan import Scan

TEXTS = (
    "2 * 3 * 4", "*no*", "a_b _c_ __d__", "`a`", "[a](b)", "[a][b]", "[^1]", "~~a~~", "<T>", "List<T>", "&amp;", "a & b", "$$a$$",
    "{{x}}", "{% if %}", "${a}", "\\n", "C:\\dir", "<!-- a -->", "a \\* b", "https://a.example/b_c_d?x=*y*", "<+a.b>", "{#id}",
)  # fmt: skip

STARTS = (
    "# a", "#a", "##a", "- a", "+ a", "* a", "1. a", "12) a", "> a", "---", "===", "***", "~~~", "| a", ": a", ":a:", "!!! a",
    "=== a", "::: a", "[a]: b", "import a from 'b'", "export const a", "$$ a", "```", "<div>", "+++", "___", "??? a",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_text_reads_as_it_was(text):
    assert inline(escaped(text))[0] == text


@pytest.mark.parametrize("text", STARTS)
def test_a_line_of_text_is_a_paragraph_whatever_it_begins_with(text):
    writer = Writer()
    writer.paragraph(escaped(text), 0)
    (block,) = Scan(writer.lines).blocks
    assert block.kind == "paragraph"
    assert inline(block.text)[0] == text


@pytest.mark.parametrize("code", ["a", "`a`", "a`b", "``", " a ", "a\\", "a``b`", "<T>"])
def test_code_reads_as_it_was(code):
    assert inline(code_span(code))[0].strip() == code.strip()


@pytest.mark.parametrize("url", ["https://a.example/b", "a b.html", "a(b)c", "../x#y", "<a>"])
def test_a_link_leads_where_it_should(url):
    (found,) = inline(link("text [a", url))[1]
    assert (
        found.url.replace("%20", " ").replace("%28", "(").replace("%29", ")").replace("%3C", "<").replace("%3E", ">")
        == url
    )
    assert found.text == "text [a"


def test_an_address_that_says_itself_is_written_once():
    assert link("https://a.example/", "https://a.example/") == "<https://a.example/>"


@pytest.mark.parametrize(
    ("before", "core", "after", "shown"),
    [
        ("", "a", "", "**a**"),
        ("x ", "a", " y", "x **a** y"),
        ("x", "a", "y", "x**a**y"),
        ("", "a:", "b", "a:b"),  # Markdown would not take these for marks
        ("", "", "b", "b"),
    ],
)
def test_marks_stand_where_markdown_takes_them_for_marks(before, core, after, shown):
    assert marked(f"{before}{STRONG[0]}{core}{STRONG[1]}{after}") == shown


def test_marks_that_are_not_closed_are_dropped_and_their_text_kept():
    assert marked(f"a {STRONG[0]}b {EMPHASIS[0]}c{STRONG[1]} d") == "a **b c** d"


def test_each_line_keeps_the_number_it_came_with():
    made = Inline()
    made.text("one\n  two ", 4)
    made.mark(STRONG[0], 5)
    made.text(" three", 6)
    made.mark(STRONG[1], 6)
    assert made.lines() == [(4, "one"), (5, "two **three**")]


@pytest.mark.parametrize("code", ["a", "```\nb\n```", "\ta\n\n  b", "a\n \nb", "a\n\n   \n\tb  ", "````"])
def test_code_in_lists_and_quotations_is_copied_byte_for_byte(code):
    writer = Writer()
    with writer.inside("> ", "> "), writer.inside("- ", "  "):
        writer.code(code, "sh", 1)
    (block,) = Scan(writer.lines).blocks
    assert (block.kind, block.text, block.info) == ("fence", code, "sh")


@pytest.mark.parametrize(
    "lines",
    [
        [(3, "Q:"), (4, "What is it?")],
        [(2, ""), (3, "**Question 1:**"), (4, ""), (5, "What is it?"), (6, "And why?")],
        [(3, "\u7b54\uff1a"), (4, "That.")],
    ],
)
def test_a_label_stands_on_the_line_of_what_it_labels(lines):
    writer = Writer()
    writer.inline(lines)
    said = [text for _, text in lines if text]
    assert writer.lines == [f"{said[0]} {said[1]}", *said[2:]]


@pytest.mark.parametrize("lines", [["Note this:\\", "That."], ["So it is said here:", "That."], ["Yes.", "No."]])
def test_what_is_no_label_keeps_its_line(lines):
    writer = Writer()
    writer.inline(list(enumerate(lines)))
    assert writer.lines == lines
