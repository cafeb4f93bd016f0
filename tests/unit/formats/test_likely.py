"""Of the pages of a directory, templates are left out, but for a FAQ that has its words in it."""

import pytest

from faqtui.formats.likely import is_content

PAGE = b'{% extends "a.html" %}\n<h2>When?</h2><p>At six.</p><p>{{ year }}</p>\n'
FILLED = (
    b"{% for one in site.data.faq %}<h2>{{ one.question }}</h2>{% endfor %}",
    b"<% @faqs.each do |one| %><h2><%= one.title %></h2><% end %>",
    b"{{#each items}}<h2>{{ this.question }}</h2>{{/each}}",
    b"<?php foreach ($faqs as $one) ?><h2><?= $one ?></h2>",
    b'<meta http-equiv="refresh" content="0; url=help.html">',
    b'<h2 *ngFor="let one of all">{{ one.question }}</h2>',
)


def test_a_template_that_has_the_words_of_a_faq_is_content():
    assert is_content("site/faq.html", PAGE)
    assert not is_content("site/about.html", PAGE)


@pytest.mark.parametrize("page", FILLED)
def test_a_template_that_is_filled_from_elsewhere_is_none(page):
    assert not is_content("site/faq.html", b"{{ top }}" + page)
