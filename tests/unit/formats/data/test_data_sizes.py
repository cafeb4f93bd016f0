"""Data are read in time, what has more values than people write is told of, and many like one are as one is."""

import json

import pytest

from faqtui.formats import convert
from faqtui.formats.data.data_names import ANSWERING
from faqtui.formats.data.data_shapes import name_of, names_in, names_of
from faqtui.formats.nodes import Node, most_values
from faqtui.model import Document
from faqtui.parsing import parse_library
from support.speed import at_most

MEGABYTE = 1 << 20
PART = MEGABYTE // 4


def of_json(one: str) -> str:
    return "[" + ",\n".join(one.replace("%d", str(number)) for number in range(PART // (len(one) + 6))) + "]"


LARGE = {
    "mappings": ("faq.json", of_json('{"question": "How is %d?", "answer": "It is %d."}')),
    "pairs": ("faq.json", of_json('["How are the %d of them?", "They are well, all %d."]')),
    "mappings with much beside": (
        "faq.json",
        of_json('{"id": %d, "question": "a%d?", "answer": "b", "order": %d, "url": "/x"}'),
    ),
    "numbered keys": ("faq.json", "{" + of_json('"faq.%d.question": "a%d?", "faq.%d.answer": "b b b b b"')[1:-1] + "}"),
    "questions as keys": ("faq.json", json.dumps({f"a{n}?": f"b{n}" for n in range(PART // 20)})),
    "objects of a script": (
        "faq.js",
        "export const faqs = " + of_json("{ question: 'How is %d?', answer: 'It is %d.' }"),
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_quarter_of_a_megabyte_is_read_in_time(name):
    path, text = LARGE[name]
    document = Document(path, text, len(text))
    with at_most(0.6):
        library = parse_library([document])
    assert len(library.entries) > PART // 100


TOO_MANY = {
    "lists in a list": "[" + "[[1]]," * (MEGABYTE // 6) + "[2]]",
    "empty mappings": "[" + "{}," * (MEGABYTE // 3) + "{}]",
    "rows of numbers": "[" + "[1,2,3]," * (MEGABYTE // 8) + "[2]]",
}


@pytest.mark.parametrize("name", TOO_MANY)
def test_more_values_than_people_write_are_told_of(name):
    with at_most(1):
        assert convert("faq.json", TOO_MANY[name]).problem == "it has too many values"


def test_as_many_values_as_people_write_are_read():
    items = [{"id": n, "q": f"How is {n}?", "a": "So."} for n in range(8_000)]
    text = json.dumps(items)
    assert 4 * len(items) < most_values(len(text))
    assert len(convert("faq.json", text).asked) == len(items)


def test_documents_of_yaml_that_are_not_read_are_no_front_matter_each():
    with at_most(0.6):
        parse_library([Document("faq.yml", "---\na: b\n" * (PART // 9), 0)])


def mapping(*keys: str) -> Node:
    node = Node("map", 0)
    node.pairs = [(key, 0, Node("text", 0)) for key in keys]
    return node


def test_names_of_a_mapping_are_those_of_its_keys_now():
    node = mapping("Question", "Answer_Text")
    assert names_of(node) == ("question", "answertext")
    node.pairs[0] = ("Frage", *node.pairs[0][1:])
    assert names_of(node) == ("frage", "answertext")
    assert names_in(node) == {"frage", "answertext"}


@pytest.mark.parametrize("answering", sorted(ANSWERING)[::9])
def test_what_one_mapping_says_in_another_order_the_next_may(answering):
    items = [{"question": "Why?", answering: "That."}, {answering: "This.", "question": "How?"}] * 3
    found = convert("faq.json", json.dumps(items)).asked
    assert [(one.question, one.lines[0][1]) for one in found] == [("Why?", "That."), ("How?", "This.")] * 3
    assert name_of(answering) == answering


def test_lines_of_values_are_counted_over_comments_and_blank_lines():
    text = '[\n\n  {"q": "a?",\n   /* x\n y */ "a": "b"},\n // c\n\n {"q": "c?", "a":\n "d"}]'
    assert [(one.start, one.lines) for one in convert("faq.json", text).asked] == [(2, [(4, "b")]), (7, [(8, "d")])]


@pytest.mark.parametrize("language", ["question_en", "questionDe", "question-fr", "q1 es"])
def test_keys_with_a_language_are_told_from_those_that_go_on(language):
    text = json.dumps(
        [{language: "Why?", "answer_en": "So.", "answer": "Thus."}, {"question": "b?", "answer": "c"}] * 2
    )
    assert "So." in str(convert("faq.json", text).asked)
