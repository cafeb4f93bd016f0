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


TEMPLATES = {
    "{{FAQ|Is it far?|No, [[A|b]].}}": ["### Is it far?", "", "No, b."],
    "{{Q&A|question=Is it far?|answer=No.\n* a\n* b}}": ["### Is it far?", "", "No.", "", "- a", "- b"],
    "{{Any box\n| question = Is it far?\n| answer =\nNo.\n}}": ["### Is it far?", "", "No."],
    "{{Q|Is it far?}}\n{{A|No.}}": ["### Is it far?", "", "No."],
    "{{question|1=Is it far?}}\n\nNo.": ["### Is it far?", "", "No."],
    "{{FAQ item|Is it {{x|far}}?|No.}}": ["### Is it \\{{x|far}}?", "", "No."],
    "{{Frage|Ist es weit?}}\n{{Antwort|Nein.}}": ["### Ist es weit?", "", "Nein."],
}


@pytest.mark.parametrize("text", TEMPLATES)
def test_templates_that_hold_questions_are_these(text):
    found = convert("a.wiki", f"== b ==\n{text}\n\nc")
    assert found.lines == ["## b", "", *TEMPLATES[text], "", "c"]
    assert found.numbers[0] == 0
    assert found.numbers[-1] == text.count("\n") + 3


@pytest.mark.parametrize(
    "text", ["{{Note|a|b}}", "{{Infobox|name=a|answer=b}}", "{{FAQ}}", "{{FAQ|a", "a {{FAQ|b|c}} d", "{{q|}}"]
)
def test_all_other_templates_stay_text(text):
    assert "{{" in "".join(convert("a.wiki", f"b\n\n{text}").lines)


@pytest.mark.parametrize("name", ["anchor", "Anchors", "shortcut"])
def test_templates_that_name_a_place_are_not_seen(name):
    assert convert("a.wiki", f"== {{{{{name}|x|y}}}}a? ==\nb").lines == ["## a?", "", "b"]


@pytest.mark.parametrize("text", ["<h2>a?</h2>\n<p>b</p>\n<h2>c?</h2>\nd", "<H2 id=x>a?</H2>\nb\n<h2>c?</h2>\n\nd"])
def test_headings_in_html_are_headings(text):
    assert [line for line in convert("a.wiki", text).lines if line] == ["## a?", "b", "## c?", "d"]


@pytest.mark.parametrize("sign", ["<references />", "{{Reflist|2}}", "<references/>\n[[Category:A]]"])
def test_a_heading_of_nothing_but_references_is_left_out(sign):
    assert convert("a.wiki", f"== a? ==\nb<ref>c</ref>\n\n== Notes ==\n\n{sign}").lines == ["## a?", "", "b (c)"]
    assert "## Notes" in convert("a.wiki", f"== a? ==\nb\n\n== Notes ==\n{sign.partition(chr(10))[0]}\nd").lines


@pytest.mark.parametrize("text", ["#REDIRECT [[B]]", "#redirect: [[B]]\n[[Category:C]]", "\n#REDIRECT[[B#c]]\n"])
def test_a_page_that_only_leads_on_says_nothing(text):
    assert convert("a.wiki", text).lines == []
    assert convert("a.wiki", text + "\n\nBut more.").lines
