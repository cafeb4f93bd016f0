"""Targets of links that a generator of sites fills in: what is known of them, in what is read and in what is shown."""

import time

import pytest

from faqtui.markdown.inline import inline
from faqtui.markdown.parser import parser

KNOWN = [
    ('{{ "/papers" | relative_url }}', "/papers"),
    ("{{ '/keys.html' | absolute_url }}#boats", "/keys.html#boats"),
    ("{{ site.baseurl }}/years/", "/years/"),
    ("{{site.url}}{{ site.baseurl }}/a.pdf", "/a.pdf"),
    ("{{ site.baseurl }}{% link _posts/one.md %}", "_posts/one.md"),
    ('{{< relref "harbour.md" >}}#gates', "harbour.md#gates"),
    ("https://example.org/{{ site.year }}/days", "https://example.org/{{ site.year }}/days"),
]


@pytest.mark.parametrize(("target", "url"), KNOWN)
@pytest.mark.parametrize("title", ["", ' "A title"'])
def test_a_target_is_what_its_template_makes_of_it(target: str, url: str, title: str) -> None:
    text, links = inline(f"See [the *page*]({target}{title}).")
    assert text == "See the page."
    assert [(link.text, link.url) for link in links] == [("the page", url)]


@pytest.mark.parametrize(("target", "url"), KNOWN)
@pytest.mark.parametrize("title", ["", ' "A title"'])
def test_a_link_with_a_template_is_shown_as_a_link(target: str, url: str, title: str) -> None:
    tokens = parser().parse(f"See [the page]({target}{title}).")[1].children or []
    assert [token.type for token in tokens] == ["text", "link_open", "text", "link_close", "text"]
    assert url.startswith("https:") or tokens[1].attrs["href"] == url


@pytest.mark.parametrize(
    "target", ["{{ page.url }}", "{{ .Site.Params.there }}", "{{ url_for('x', y=1) }}", "{{ a", "{{"]
)
def test_what_only_the_generator_knows_is_no_link(target: str) -> None:
    text = f"See [the page]({target} b)."
    assert inline(text)[1] == []


def test_links_on_one_long_line_take_time_with_its_length() -> None:
    def took(count: int) -> float:
        text = "[a]({{ b }}) [c](d) " * count
        start = time.process_time()
        inline(text)
        return time.process_time() - start

    took(100)
    assert took(8_000) < 40 * max(took(1_000), 0.002)
