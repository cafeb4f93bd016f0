"""The words that templates have translated are what they show; names of messages and code stay as they are written."""

import pytest

from faqtui.formats.html.html_templates import shown

SAID = {
    '<h2>{{ _("How much?") }}</h2>': "<h2>How much?</h2>",
    "<p>{{- gettext('It\\'s here.') | safe -}}</p>": "<p>It's here.</p>",
    "{{ $t('Two coins.') }}": "Two coins.",
    "{!! __('Two <b>coins</b>.') !!}": "Two <b>coins</b>.",
    "{{ 'Two coins' | translate }}": "Two coins",
    '{% trans "Two coins" %}': "Two coins",
    "{% blocktrans with a=b %}Two\ncoins{% endblocktrans %}": "Two\ncoins",
    "@lang('Two coins')": "Two coins",
    "<?php echo __('Two coins', 'shop'); ?>": "Two coins",
    "<?= $this->translate('Two coins') ?>": "Two coins",
    "<%= t 'Two coins' %>": "Two coins",
    "{{ _(\n 'Two coins') }}": "Two coins\n",
    "@extends('page')\n@section('title', 'A')\n<p>b</p>\n@endsection": "\n\n<p>b</p>\n",
}
KEPT = ("{{ _('faq.much') }}", "{{ price }}", "a@section b", "{{ cost('two coins') }}", '{% include "a.html" %}')


@pytest.mark.parametrize("text", SAID)
def test_what_is_translated_is_said(text):
    assert shown(text, lambda text, place: False) == SAID[text]


@pytest.mark.parametrize("text", KEPT)
def test_what_has_its_words_elsewhere_stays(text):
    assert shown(text, lambda text, place: False) == text


def test_code_stays():
    assert shown('{{ _("Two coins") }}', lambda text, place: True) == '{{ _("Two coins") }}'
