"""What FAQs use of AsciiDoc becomes the Markdown that says the same."""

import pytest

from faqtui.formats import convert
from support.speed import at_most

PIECES = {
    "*a* _b_ `c` **d**e": "**a** *b* `c` **d**e",
    "`+a{b}+`": "`a{b}`",
    "https://a.example[b] link:c.html[d]": "[b](https://a.example) [d](c.html)",
    ":a: b\n\n{a} {c}": "b {c}",
    "a +\nb": "a\\\nb",
    "* a\n** b\n* c": "- a\n  - b\n- c",
    ". a\n. b\n.. c": "1. a\n2. b\n   1. c",
    "a:: b": "a\n\n:   b",
    "a::\nb\n+\nc": "a\n\n:   b\n\n    c",
    "----\na\n  b\n----": "```\na\n  b\n```",
    "[source,sh]\n----\na\n----": "```sh\na\n```",
    "[,ruby]\n----\na\n----": "```ruby\na\n```",
    "----\na # <1>\n----\n<1> b": "```\na\n```\n\n1. b",
    "```js\na\n```": "```js\na\n```",
    " a\n  b": "```\na\n b\n```",
    "NOTE: a": "> [!NOTE]\n> a",
    "[WARNING]\n====\na\n====": "> [!WARNING]\n> a",
    "____\na\n____": "> a",
    "// a\nb": "b",
    "////\na\n////\nb": "b",
    "|===\n|a |b\n\n|c |d\n|===": "| a | b |\n| --- | --- |\n| c | d |",
    '[cols="2"]\n|===\n|a\n|b\n|===': "|  |  |\n| --- | --- |\n| a | b |",
    "image::a.png[b]": "![b](a.png)",
    "include::a.adoc[]": "[a.adoc](a.adoc)",
    ".a?\n[%collapsible]\n====\nb\n====": "<details>\n<summary>a?</summary>\n\nb\n\n</details>",
    "2 * 3 a_b C++ <T>": "2 * 3 a_b C++ \\<T>",
    "----\nnever closed": "\\----\n\nnever closed",
    "ifdef::a[b]": "b",
    "* [x] a\n* [ ] b": "- [x] a\n- [ ] b",
    "* a\n// b\nc\n// d\n* e": "- a\n  c\n- e",
    "a::\nifdef::b[]\nc\nendif::[]\nd:: e": "a\n\n:   c\n\nd\n\n:   e",
    ". a?\nA. b\n. c\nA. d\nB. e": "1. a?\n   A. b\n2. c\n   1. d\n   2. e",
    ". a? +\nA. b\nc": "1. a?\\\n   A. b\n   c",
    "|===\na|image::a.png[b,400] a| c\n\n|d |e\n|===": "| ![b](a.png) | c |\n| --- | --- |\n| d | e |",
    "a``b``c ``d``": "a`b`c `d`",
}


@pytest.mark.parametrize("text", PIECES)
def test_a_piece_of_asciidoc_becomes_markdown(text):
    assert "\n".join(convert("a.adoc", text).lines).strip() == PIECES[text]


def test_questions_and_answers_are_marked_as_such():
    found = convert("a.adoc", "= T\n\n== C\n\n[qanda]\nWhat?:: That.\nWhy?::\n  So.\n\nAfter.\n")
    assert [(one.question, one.path, one.lines) for one in found.asked] == [
        ("What?", ("C",), [(5, "That.")]),
        ("Why?", ("C",), [(7, "So.")]),
    ]
    assert [(text.path, text.lines) for text in found.texts] == [(("C",), [(9, "After.")])]


def test_cross_references_lead_to_headings():
    found = convert("a.adoc", "[[x]]\n== What is it?\n\na\n\n== B\n\n<<x>> <<x,y>> <<_what_is_it>> <<z>>\n")
    link = "[What is it?](#what-is-it)"
    assert found.lines[-1] == f"{link} [y](#what-is-it) {link} z"


@pytest.mark.parametrize(
    "text",
    [
        ":a: " + "b" * 2_000 + "\n\n" + "{a} " * 25_000 + "\n",
        ":a: " + "b" * 2_000 + "\n\n" + "{a}\n" * 25_000,
        ":a: bb\n:b: {a}{a}{a}\n:c: {b}{b}{b}\n\n" + "{c} " * 50_000 + "\n",
        ":a: " + "b" * 2_000 + "\n\n" + "== {a}?\n\nc\n\n" * 5_000,
        ":a: {b}{b}\n:b: {a}{a}\n\n" + "{a}{b} " * 20_000 + "\n",
    ],
)
def test_attributes_make_no_more_of_a_text_than_a_long_one_has(text: str) -> None:
    with at_most(4):
        made = convert("a.adoc", text)
    assert made is not None
    assert sum(map(len, made.lines)) < 4 * len(text) + 2_000_000


def test_references_are_found_in_time_with_their_number() -> None:
    text = "".join(f"[[a{n}]]\n== What is {n}?\n\nb <<What is {n}?>> <<a{n}>> <<c{n}>>\n\n" for n in range(7_000))
    with at_most(4):
        made = convert("a.adoc", text)
    assert made is not None
    assert "b [What is 7?](#what-is-7) [What is 7?](#what-is-7) c7" in made.lines


@pytest.mark.parametrize("joined", ["+\na\n", "+\na\nb c\n", "+\n----\na\n----\n", "+\na\n* x\n", "+\nimage::a[]\n"])
def test_blocks_are_joined_to_items_in_time_with_their_number(joined: str) -> None:
    with at_most(2):
        assert convert("a.adoc", "= FAQ\n\n== How?\n\n* x\n" + joined * 6_000) is not None


@pytest.mark.parametrize("term", ["8", "3D printing", "²"])
def test_a_term_may_begin_with_a_number(term):
    found = convert("faq.adoc", f"= Help\n\n{term}:: What it means.\n")
    assert any(term in line for line in found.lines)
    assert any("What it means." in line for line in found.lines)


@pytest.mark.parametrize(("signs", "level"), [("-", 2), ("~", 3), ("^", 4), ("+", 5)])
def test_titles_may_be_underlined(signs, level):
    text = f"FAQ\n===\nA B <a@b.example>\n\n[[x]]\nHow so?\n{signs * 7}\na\n\nWhy not?\n{signs * 9}\nb\n"
    made = [line for line in convert("a.adoc", text).lines if line]
    assert made == ["# FAQ", f"{'#' * level} How so?", "a", f"{'#' * level} Why not?", "b"]


@pytest.mark.parametrize(
    "text",
    ["Run\n\n----\nmake it\n----", "a\n----\nsome code\n----", "----\na?\n--\n----", ".Run it\n-------\na\n-------"],
)
def test_blocks_below_a_line_are_no_underlines(text):
    assert not any(line.startswith("#") for line in convert("a.adoc", f"b\n\n{text}\n").lines)


@pytest.mark.parametrize("title", ["== a? ==", "=== a? ===", "= a? ="])
def test_titles_may_be_closed(title):
    signs = title.partition(" ")[0]
    assert convert("a.adoc", f"{title}\n\nb").lines == [f"{'#' * len(signs)} a?", "", "b"]
    assert convert("a.adoc", f"----\n{title}\n----").lines == ["```", title, "```"]


@pytest.mark.parametrize("inner", ["* c\n* d", "  . c\n  . d", "- c\n- d\n** e", "x;; c\ny;; d"])
def test_lists_are_part_of_the_answer_that_they_stand_in(inner):
    found = convert("a.adoc", f"= FAQ\n\n[qanda]\na?::\n  These:\n{inner}\nb?::\n  z\n")
    assert [one.question for one in found.asked] == ["a?", "b?"]
    said = "\n".join(line for _, line in found.asked[0].lines)
    assert "These:" in said
    assert said.rstrip().endswith(("d", "e"))
    assert not found.texts
