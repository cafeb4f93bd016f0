"""What is read without markdown-it comes out as with it, to the last place in the source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.render import dump_blocks
from faqtui.render.markup.parse import parse_answer
from faqtui.render.markup.plain import plain_answer

PLAIN = [
    "Yes",
    "no",
    "install it",
    "Größe 3",
    "質問は何ですか",
    "کتاب",
    'it\'s (not) "so"',
    "\u201cquoted\u201d \u2013 and more",
    "50 % of 2/3",
    "as follows:",
    "`make install`",
    "`a`",
    "`<b>`",
    "`[x](y)`",
    "[the manual](https://example.org/a/b.html#c-d)",
    "[two words](http://example.org)",
]
MARKS = [" ", " ", " ", "\n", "\n", "\n\n", ". ", ", ", "! ", "?", " - ", "-", ": ", " + ", ") "]
OTHER = [
    *"*_`[]()<>#-+.|~:&\\\t\"'{}$^=/@1!;",
    "  \n",
    "1. ",
    "- ",
    "# ",
    "---",
    "===",
    "](",
    "![",
    "!",
    "!",
    "!",
    "www.example.org",
    "https://example.org",
    "a@example.org",
    "&amp;",
    "<br>",
    "e\u0301\u0301",
    ":smile:",
    "[^1]",
    "\n: meaning",
    "\n    code",
    "\n\n\n",
    " \n",
    "|a|b|",
    "[a]: b",
]

TEXTS = st.lists(st.sampled_from(PLAIN + MARKS + MARKS), min_size=1, max_size=14).map("".join)
MIXED = st.lists(st.sampled_from(PLAIN + MARKS * 3 + OTHER), min_size=1, max_size=14).map("".join)


@given(TEXTS | MIXED | st.text(max_size=40))
@settings(max_examples=600, deadline=None)
def test_what_is_read_as_plain_is_what_markdown_says(markdown):
    if (plain := plain_answer(markdown)) is not None:
        assert dump_blocks(plain) == dump_blocks(parse_answer(markdown))


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize("around", ["{}", "So {} it is.", "One\nand {}\nthree.", "First.\n\nThen: {}\n\nLast."])
def test_common_answers_are_plain(text, around):
    markdown = around.format(text)
    if markdown[0].isalpha() or markdown[0] == "[":
        assert plain_answer(markdown) is not None
        assert dump_blocks(plain_answer(markdown)) == dump_blocks(parse_answer(markdown))


SPECIAL = [
    "*",
    "_",
    "``",
    "<b>",
    "&amp;",
    "\\",
    "$",
    "{",
    "^",
    "=",
    "~",
    "@",
    "|",
    ":x:",
    "[a]",
    "[a](b)",
    "![a](http://b)",
    "\t",
]


@pytest.mark.parametrize("text", SPECIAL)
def test_where_markdown_has_a_say_it_is_asked(text):
    assert plain_answer(f"Words {text} words") is None


@pytest.mark.parametrize("begin", ["# ", "- ", "1. ", "> ", "    ", "| ", "---\n", ": ", "!!! ", "@tab ", "=== ", " "])
def test_a_line_that_may_begin_something_else_is_not_plain(begin):
    assert plain_answer(f"Words\n{begin}\nwords") is None
    assert not begin or plain_answer(f"{begin}words") is None


@pytest.mark.parametrize(
    "answer", ["www.example.org", "http://example.org", "At https://a.org.", "a" * 5000, "", "A \nb", "A "]
)
def test_what_is_more_than_words_is_left_to_markdown(answer):
    assert plain_answer(answer) is None
