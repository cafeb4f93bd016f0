"""What FAQs use of Org becomes the Markdown that says the same."""

import pytest

from faqtui.formats import convert

PIECES = {
    "*a* /b/ =c= ~d~ +e+": "**a** *b* `c` `d` ~~e~~",
    "[[https://a.example][b]] [[https://c.example]]": "[b](https://a.example) <https://c.example>",
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
