"""Templates of pages: the words that they show are those of the page, what they do is not."""

import pytest

from faqtui.formats import convert
from faqtui.formats.html.html_templates import shown

WORDS = {
    "{% trans 'Is it hot?' %}": "Is it hot?",
    '{%- translate "Is it hot?" as title -%}': "Is it hot?",
    "{% trans %}Is it hot?{% endtrans %}": "Is it hot?",
    '{% blocktranslate trimmed with a="b" %}Is it hot?{% endblocktranslate %}': "Is it hot?",
    "{{ _('It\\'s hot') }}": "It's hot",
    '{{ gettext("Is it hot?")|safe }}': "Is it hot?",
    "{{ __('Is it hot?') }} {!! __('Hours') !!}": "Is it hot? Hours",
    "{{ 'Ist er heiß?' | translate }}": "Ist er heiß?",
    "<?php _e('Is it hot?', 'shop'); ?>": "Is it hot?",
    '<?= __("Is it hot?") ?>': "Is it hot?",
    "<?php echo esc_html__('Is it hot?', 'shop'); ?>": "Is it hot?",
    "@lang('Is it hot?')": "Is it hot?",
    "<p>{{- gettext('It\\'s here.') | safe -}}</p>": "<p>It's here.</p>",
    "{{ $t('Two coins.') }} {{ 'Two coins' | translate }}": "Two coins. Two coins",
    "<?= $this->translate('Two coins') ?> <%= t 'Two coins' %>": "Two coins Two coins",
    "@extends('page')\n@section('title', 'A')\n<p>b</p>\n@endsection": "\n\n<p>b</p>\n",
    "{{ price }} a@section b {{ cost('two coins') }}": "{{ price }} a@section b {{ cost('two coins') }}",
    "<?php\n_e(\n'Is it hot?'); ?>a": "Is it hot?\n\na",
}


@pytest.mark.parametrize("text", WORDS)
def test_words_to_be_translated_are_those_of_the_page(text):
    assert shown(text) == WORDS[text]


@pytest.mark.parametrize("text", ["{{ __('faq.q1') }}", "{% trans 'faq_title' %}", "{{ 'q1' | translate }}"])
def test_the_key_of_a_text_that_stands_elsewhere_stays(text):
    assert shown(text) == text


@pytest.mark.parametrize("call", ["{% trans 'Is it hot?' %}", "{% blocktrans %}", "{{ _('Is it hot?') }}"])
def test_what_is_shown_as_code_stays(call):
    assert shown(f"<pre><code>{call}</code></pre>") == f"<pre><code>{call}</code></pre>"


PAGES = {
    "a.html": '{% extends "base.html" %}\n{% block main %}\n<h3>{% trans "Is it hot?" %}</h3>\n<p>{% blocktrans %}\nIt is.\n'
    "{% endblocktrans %}</p>\n<h3>{% trans 'When is it open?' %}</h3>\n<p>From six on.</p>\n{% endblock %}\n",
    "a.php": "<?php get_header(); ?>\n<h3><?php _e('Is it hot?', 'shop'); ?></h3>\n<p><?php _e('It is.', 'shop'); ?></p>\n"
    "<h3><?= __('When is it open?') ?></h3>\n<p>From six on.</p>\n<?php get_footer();\n",
    "a.blade.php": "@extends('layouts.shop')\n@section('content')\n<h3>{{ __('Is it hot?') }}</h3>\n<p>@lang('It is.')</p>\n"
    "<h3>When is it open?</h3>\n<p>From six on.</p>\n@endsection\n",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_template_is_read_as_the_page_that_it_makes(path):
    lines = [line for line in convert(path, PAGES[path]).lines if line]
    assert lines == ["### Is it hot?", "It is.", "### When is it open?", "From six on."]


def test_elements_of_text_that_ask_are_enough_for_a_page_of_a_component():
    text = "<template>\n<v-row>\n<v-col cols=1 />\n"
    text += '<v-col>\n<p class="big"> Is it hot? </p>\n<p>It is.</p>\n</v-col>\n' * 2
    assert [line for line in convert("a.vue", text + "</v-row>\n</template>\n").lines if line] == [
        "Is it hot?",
        "It is.",
    ] * 2


LABELLED = (("Q:", "A:"), ("F.", "A."), ("Question:", "Answer:"), ("\u0412:", "\u041e:"), ("<b>Q:</b>", "<b>A:</b>"))


@pytest.mark.parametrize(("asks", "answers"), LABELLED)
def test_letters_of_marked_questions_and_their_answers_are_none_of_their_words(asks, answers):
    pairs = (("Is it hot?", "It is."), ("When is it open?", "From six on."))
    page = "".join(f'<p class="question">{asks} {q}</p><p class="answer">{answers} {a}</p>' for q, a in pairs)
    found = convert("a.html", f"<h1>Oven</h1>{page}")
    assert [(one.question, one.lines[0][1]) for one in found.asked] == [*pairs]


def test_a_letter_that_not_all_begin_with_stays():
    pairs = (("A: on or off?", "A: it is the left key."), ("Is it hot?", "It is."))
    page = "".join(f'<p class="question">{q}</p><p class="answer">{a}</p>' for q, a in pairs)
    assert [(one.question, one.lines[0][1]) for one in convert("a.html", page).asked] == [*pairs]
