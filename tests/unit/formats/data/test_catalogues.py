"""Translations of programs are read where their keys name questions with answers, and are told of where they do not."""

import pytest

from faqtui.formats import convert
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.sources import read
from support.speed import at_most

CATALOGUES = {
    "faq.po": '# x\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n\n#: a.html:3\nmsgid "faq.q1"\nmsgstr "Who bakes?"\n\n'
    'msgid "faq.a1"\nmsgstr ""\n"Ann, "\n"see {{link.about}}."\n\nmsgid "faq.q2"\nmsgstr "When?"\n\nmsgid "faq.a2"\nmsgstr "At six."\n',  # noqa: E501
    "messages.po": 'msgctxt "faq.1.question"\nmsgid "Wer backt?"\nmsgstr "Who bakes?"\n\nmsgctxt "faq.1.answer"\nmsgid "x"\n'
    'msgstr "Ann, see {{link.about}}."\n\nmsgctxt "faq.2.question"\nmsgid "Wann?"\nmsgstr "When?"\n\n'
    'msgctxt "faq.2.answer"\nmsgid "y"\nmsgstr "At six."\n#~ msgid "old"\n#~ msgstr "gone"\n',
    "faq.properties": "# x\n! y\nfaq.1.question=Who bakes\\u003f\nfaq.1.answer = Ann, \\\n    see {{link.about}}.\n"
    "faq.2.question : When?\nfaq.2.answer   At six.\n",
    "app_en.properties": "pay_question_1=Who bakes?\npay_answer_1=Ann, see {{link.about}}.\npay_question_2=When?\npay_answer_2=At six.",  # noqa: E501
    "app_en.arb": '{"@@locale": "en", "faqQ1": "Who bakes?", "@faqQ1": {"type": "text"}, "faqA1": "Ann, see {{link.about}}.",'
    ' "faqQ2": "When?", "faqA2": "At six."}',
}


@pytest.mark.parametrize("path", CATALOGUES)
def test_questions_are_found_by_the_keys_of_a_catalogue(path: str) -> None:
    found = convert(path, CATALOGUES[path])
    told = [(one.question, [text for _, text in one.lines]) for one in found.asked]
    assert told == [("Who bakes?", ["Ann, see {{link.about}}."]), ("When?", ["At six."])]


def test_questions_of_a_catalogue_stand_where_they_are_written() -> None:
    found = convert("faq.properties", CATALOGUES["faq.properties"])
    assert [(one.start, one.end) for one in found.asked] == [(2, 4), (5, 7)]


OTHERS = {
    "a.po": 'msgid "How are you?"\nmsgstr "Wie geht es?"\n\nmsgid "Open the door"\nmsgstr "Offen"\n',
    "b.po": 'msgid ""\nmsgstr "Language: en\\n"\n',
    "a.properties": "app.title=Hello\napp.ok=OK then\n",
    "b.properties": "# nothing\n\n",
}


@pytest.mark.parametrize("path", OTHERS)
def test_a_catalogue_without_questions_is_told_of_and_no_text(path: str) -> None:
    library = parse_library([Document(path, OTHERS[path], 1)])
    assert [found.code for found in library.diagnostics][:1] == ["data-invalid"]
    assert not library.entries
    assert library.introduction is None


@pytest.mark.parametrize(
    "unit", ["a\\\n", "a=b\n", '"', 'msgid "a"\n', '"a"\n', "\\", 'msgstr "b"\nmsgid "a"\n', " ", "="]
)
@pytest.mark.parametrize("path", ["faq.po", "faq.properties"])
def test_catalogues_take_time_with_their_length(path: str, unit: str) -> None:
    with at_most(1.5):
        convert(path, unit * (400_000 // len(unit)))


def test_a_directory_is_looked_through_for_catalogues_by_their_names(tmp_path) -> None:
    for name in ("faq.po", "faq_en.properties", "app.po", "app.properties"):
        (tmp_path / name).write_text(CATALOGUES["faq.po" if name.endswith("po") else "faq.properties"])
    assert sorted(file.path.rpartition("/")[2] for file in read([str(tmp_path)])[0]) == ["faq.po", "faq_en.properties"]
