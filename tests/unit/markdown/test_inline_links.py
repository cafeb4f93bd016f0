"""Links of HTML: where they end, and what of them is said."""

import pytest

from faqtui.markdown.inline import inline


@pytest.mark.parametrize("end", ["</a>", "<a/>", "<a name='x'>"])
def test_a_link_ends_where_it_is_closed_or_another_begins(end):
    text, links = inline(f"See <a href='/a'>one{end} and <a href='/b'>two</a>.")
    assert text == "See one and two."
    assert [(link.text, link.url) for link in links] == [("one", "/a"), ("two", "/b")]
