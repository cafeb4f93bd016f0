"""Questions that an MDX file exports as data."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from support.speed import at_most

TAIL = "\n# Help\n\n<Faq items={faqs} />\n"


def read(array: str, tail: str = TAIL) -> list[tuple[str, str]]:
    library = parse_library([Document("page.mdx", f"export const faqs = {array}\n{tail}")])
    return [(entry.question, entry.answer) for entry in library.entries]


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ('"On the first."', "On the first."),
        ("'It\\'s \"so\".'", 'It\'s "so".'),
        ("`One.\n\n  Two.`", "One.\n\nTwo."),
        ('"One.\\n\\n- two"', "One.\n\n- two"),
        ('"One, " +\n  "two."', "One, two."),
        ("<>One <b>two</b>.</>", "One <b>two</b>."),
        ("(\n  <p>One</p>\n)", "<p>One</p>"),
        ('"\\u0041\\x42\\u{43}"', "ABC"),
    ],
)
def test_strings_and_elements_are_answers(value: str, answer: str) -> None:
    assert read(f'[{{ q: "When?", a: {value}, id: 3, tags: ["x"] }},]') == [("When?", answer)]


@pytest.mark.parametrize("value", ["answer()", "`${day}`", "day", '"open', "<b>open"])
def test_what_only_a_program_can_tell_leaves_the_array_as_it_is(value: str) -> None:
    assert all(question != "When?" for question, _ in read(f'[{{ q: "When?", a: {value} }}]'))


def test_objects_with_a_title_and_an_array_are_categories() -> None:
    groups = '[{ title: "Pay", items: [{ question: "When?", answer: "Now." }] }]'
    library = parse_library([Document("page.mdx", f"export const faqs = {groups}\n{TAIL}")])
    assert [(entry.category, entry.question, entry.source.start_line) for entry in library.entries] == [
        (("Pay",), "When?", 1)
    ]


@pytest.mark.parametrize("shown", ["<Faq items={faqs} />", "<Faq\n  items={faqs}\n  open\n/>"])
def test_the_page_keeps_what_it_says_beside_the_array(shown: str) -> None:
    array = '[{ q: "When?", a: "Now." }]'
    assert read(array, f"\n# Help\n\nAsk us.\n\n{shown}\n") == [("When?", "Now.")]
    (document,) = [Document("page.mdx", f"export const faqs = {array}\n\n# Help\n\nAsk us.\n\n{shown}\n")]
    assert parse_library([document]).text == "Ask us."


def test_questions_of_the_page_follow_on_those_of_the_array() -> None:
    tail = "\n# Help\n\n<Faq items={faqs} />\n\n## Where?\n\nHere.\n"
    assert read('[{ q: "When?", a: "Now." }]', tail) == [("When?", "Now."), ("Where?", "Here.")]


def test_an_export_in_a_code_block_is_code() -> None:
    text = '# How?\n\n```js\nexport const faqs = [{ q: "When?", a: "Now." }]\n```\n'
    assert [entry.question for entry in parse_library([Document("page.mdx", text)]).entries] == ["How?"]


def test_many_open_exports_take_time_with_their_length() -> None:
    with at_most(4):
        read("[{ q: <b>\n\nexport const a = " * 20_000)
