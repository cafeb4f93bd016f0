"""Markdown stays Markdown; another format is told by its suffix, or by what nothing but that format begins with."""

import pytest

from faqtui.formats.detect import format_of

PAGE = "<!DOCTYPE html>\n<html><body><h1>A</h1></body></html>\n"
PAIRS = '[{"q": "What?", "a": "That."}, {"q": "Why?", "a": "So."}]'


@pytest.mark.parametrize("suffix", ["md", "mdx", "markdown", "mdown", "MD"])
@pytest.mark.parametrize("text", [PAGE, PAIRS, "- question: a\n  answer: b\n- question: c\n  answer: d\n"])
def test_what_has_a_name_of_markdown_is_markdown_whatever_is_in_it(suffix, text):
    assert format_of(f"faq.{suffix}", text) == ""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.json", "json"),
        ("a.yml", "yaml"),
        ("a.toml", "toml"),
        ("a.b.jsonl", "json"),
    ],
)
def test_a_suffix_tells_the_format(path, name):
    assert format_of(path, "anything") == name


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.rst.txt", "rst"), ("_sources/A.ADOC.TXT", "adoc"), ("a.md.txt", ""), ("a.org.txt", "org"), ("a.json.txt", "")],
)
def test_what_pages_are_made_of_may_be_shown_as_text(path, name):
    assert format_of(path, "anything") == name


@pytest.mark.parametrize("path", ["-", "faq", "faq.dat", "faq.txt"])
@pytest.mark.parametrize(
    ("text", "name"), [(PAGE, "html"), (PAIRS, "json"), ("# a?\n\nb\n", ""), ("[a](b)\n", ""), ("{}", "")]
)
def test_without_one_the_content_does(path, text, name):
    assert format_of(path, text) == name


@pytest.mark.parametrize("text", ["- question: a\n  answer: b\n- question: c\n  answer: d\n", "### YamlMime:FAQ\n- a"])
def test_yaml_with_questions_comes_through_a_pipe(text):
    assert format_of("-", text) == "yaml"


@pytest.mark.parametrize("text", ["title: a\n\n# b?\n\nc\n", "- question: a\n\n# What?\n\nb\n", "Q: a\nA: b\n"])
def test_markdown_with_a_colon_is_no_yaml(text):
    assert format_of("-", text) == ""


TITLES = "Kiln\n====\n\nIs it hot?\n----------\n\n"


@pytest.mark.parametrize(
    "sign",
    [
        "[NOTE]\nYes.",
        "See link:more.html[more].",
        "See <<heat,the section>>.",
        "[[wet]]\nIs it wet?\n----------",
        "See https://a.example[there].",
    ],
)
def test_underlined_titles_and_a_sign_of_it_are_asciidoc(sign):
    assert format_of("FAQ.txt", f"{TITLES}{sign}\n") == "adoc"


@pytest.mark.parametrize("text", ["Yes.", "See https://a.example [1].", "See https://a.example[1].", "[NOTE] Yes."])
def test_underlined_titles_alone_are_not(text):
    assert format_of("FAQ.txt", f"{TITLES}{text}\n") == ""


@pytest.mark.parametrize("suffix", ["erb", "twig", "ejs", "tpl", "jsp", "j2"])
def test_a_page_that_a_program_fills_in_is_read_as_the_page_that_it_is(suffix):
    page = "<% top %>\n<h1>A</h1>\n<h2>What?</h2>\n<p>That.</p>\n<p>This.</p>\n"
    assert format_of(f"faq.html.{suffix}", page) == "html"
    assert format_of(f"faq.{suffix}", "# A\n\n## What?\n\nThat.\n") == ""
