"""What FAQs use of MediaWiki's text becomes the Markdown that says the same; templates stay text."""

import pytest

from faqtui.formats import convert

PIECES = {
    "''a'' '''b''' '''''c'''''": "*a* **b** ***c***",
    "[[A]] [[B|b]] [[C]]s": "A b Cs",
    "[https://a.example b] https://c.example": "[b](https://a.example) https://c.example",
    "== a ==": "## a",
    "* a\n** b\n* c": "- a\n  - b\n- c",
    "# a\n# b": "1. a\n2. b",
    "; a\n: b": "a\n\n:   b",
    "; a : b": "a\n\n:   b",
    ": a": "a",
    " a\n  b": "```\na\n b\n```",
    '<syntaxhighlight lang="sh">\na\n\tb\n</syntaxhighlight>': "```sh\na\n\tb\n```",
    "<pre>a</pre>": "```\na\n```",
    "a <pre>\nb\n</pre>": "a\n\n```\nb\n```",
    "<code>a|b</code>": "`a|b`",
    "<nowiki>''a''</nowiki>": "''a''",
    "{{a|b}}": "\\{{a|b}}",
    "<!-- a -->b": "b",
    "<!-- a": "\\<!-- a",
    "{|\n! a !! b\n|-\n| c || d\n|}": "| a | b |\n| --- | --- |\n| c | d |",
    "a<br/>b": "a<br>b",
    "a<ref>b</ref>": "a (b)",
    "__TOC__\na\n[[Category:b]]": "a",
    "[[File:a.png|thumb|b]]": "![b](a.png)",
}


@pytest.mark.parametrize("text", PIECES)
def test_a_piece_of_wiki_text_becomes_markdown(text):
    assert "\n".join(convert("a.wiki", text).lines).strip() == PIECES[text]


@pytest.mark.parametrize(
    "sign", [";", ":", "*", "#", " ", "; a : b", "* a", "# a", "#REDIRECT a", " a", "=", "|", "{|", "-----"]
)
@pytest.mark.parametrize(
    "before", ["<div>", "__TOC__", "<span></span>", "<br>", "<center>", "__NOTOC__<div>", "<!-- a -->", "</div>"]
)
def test_signs_of_blocks_behind_what_is_not_seen_are_read(before: str, sign: str) -> None:
    for text in (before + sign, f"a\n{before}{sign}\nb\n", f"* a\n{before}{sign}\n{before}{sign}\n"):
        assert convert("a.wiki", text).lines is not None
