"""Tags of HTML in running text: links, and tags that are spoken of."""

import pytest

from faqtui.markdown.inline import inline


@pytest.mark.parametrize("end", ["</a>", "<a/>", "<a name='x'>"])
def test_a_link_ends_where_it_is_closed_or_another_begins(end):
    text, links = inline(f"See <a href='/a'>one{end} and <a href='/b'>two</a>.")
    assert text == "See one and two."
    assert [(link.text, link.url) for link in links] == [("one", "/a"), ("two", "/b")]


@pytest.mark.parametrize(
    "text",
    [
        "What is <script>?",
        "Can I use <div> and <span>?",
        "What sets <b> apart from <strong>?",
        "Where does (<nav>) stand?",
        "Is an <img> ever empty?",
        "Quelle est la balise «<main>»?",
    ],
)
def test_a_tag_that_is_spoken_of_is_a_word(text):
    assert inline(text)[0] == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Is <b>this bold?", "Is this bold?"),
        ("Is <b> this </b> bold?", "Is  this  bold?"),
        ("One <br> two", "One \n two"),
        ("<center> Set apart?", "Set apart?"),
        ('An <a name="x"> anchor?', "An  anchor?"),
        ("One <p> two", "One   two"),
        ("Words <div>in a box", "Words  in a box"),
    ],
)
def test_a_tag_that_does_something_is_none(text, said):
    assert inline(text)[0].split() == said.split()
