"""What FAQs use of Org becomes the Markdown that says the same."""

import pytest

from faqtui.formats import convert

PIECES = {
    "*a* /b/ =c= ~d~ +e+": "**a** *b* `c` `d` ~~e~~",
    "[[https://a.example][b]] [[https://c.example]]": "[b](https://a.example) <https://c.example>",
    "[[https://a.example][b\nc]] d": "[b c](https://a.example)\nd",
    "a =b\nc= d (~e\nf~), ~/g and\n~/h": "a\n`b c` d (`e f`\n), ~/g and\n~/h",
    "(a ~/../b/c) $/d/": "(a ~/../b/c) $/d/",
    "* a\n** b": "# a\n\n## b",
    "#+title: a\n* b": "# a\n\n## b",
    "* TODO [#A] a  :b:c:": "# a",
    "* a\n:PROPERTIES:\n:b: c\n:END:\nd": "# a\n\nd",
    "- a\n- b\n  - c": "- a\n- b\n  - c",
    "1. a\n2. b": "1. a\n2. b",
    "- a :: b": "a\n\n:   b",
    "#+begin_src sh :tangle no\n  a\n  ,* b\n#+end_src": "```sh\na\n* b\n```",
    ": a\n:  b": "```\na\n b\n```",
    "| a | b |\n|---+---|\n| c | d |": "| a | b |\n| --- | --- |\n| c | d |",
    "#+begin_quote\na\n#+end_quote": "> a",
    "# a\nb": "b",
    "a\\\\\nb": "a\\\nb",
    "a[fn:1]\n\n[fn:1] b": "a[^1]\n\n[^1]: b",
    r"a \ndash b \alpha{}c \under{}d =\ndash= \nowhere C:\sub": "a \u2013 b \u03b1c \\_d `\\ndash` \\\\nowhere C:\\\\sub",
    "a/b/c 2*3 a_b": "a/b/c 2\\*3 a_b",
    "#+begin_src sh\nnever closed": "#+begin_src sh\nnever closed",
}


@pytest.mark.parametrize("text", PIECES)
def test_a_piece_of_org_becomes_markdown(text):
    assert "\n".join(convert("a.org", text).lines).strip() == PIECES[text]


def lines_of(text):
    return [line for line in convert("a.org", text).lines if line]


@pytest.mark.parametrize("heading", ["* COMMENT c", "* c :noexport:", "* COMMENT c :x:", "* TODO c      :x:noexport:"])
def test_what_is_not_exported_is_no_content(heading):
    assert lines_of(f"* a?\nb\n{heading}\nd\n** e\nf\n* g?\nh") == ["# a?", "b", "# g?", "h"]


@pytest.mark.parametrize("level", ["*", "**", "***"])
def test_a_heading_of_nothing_but_footnotes_is_left_out(level):
    assert lines_of(f"* a?\nb[fn:1]\n{level} Footnotes\n\n[fn:1] c") == ["# a?", "b[^1]", "[^1]: c"]
    assert any(line.endswith("# Footnotes") for line in lines_of(f"* a?\nb\n{level} Footnotes\nc"))


def test_a_fold_keeps_its_title():
    fold = ["<details>", "<summary>a?</summary>", "b", "</details>"]
    assert lines_of("#+begin_details a?\nb\n#+end_details") == fold
    assert lines_of("#+begin_details\n#+begin_summary\na?\n#+end_summary\nb\n#+end_details") == fold
    assert lines_of("#+BEGIN_DETAILS *a*?\nb\n#+END_DETAILS")[1] == "<summary>**a**?</summary>"
