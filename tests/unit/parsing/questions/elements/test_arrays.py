"""Components that are given their questions as data."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

ONE = '{ question: "When?", answer: "Now." }'
TWO = "{ question: 'Where?', answer: `Here.` }"
THREE = '{ "question": "How?", "answer": "By hand." }'


@pytest.mark.parametrize(
    ("tag", "lines"),
    [
        (f"<FAQ items={{[{ONE}, {TWO}, {THREE}]}} />", [(3, 3)] * 3),
        (f"<FAQ items={{[\n  {ONE},\n  {TWO},\n  {THREE},\n]}} />", [(3, 4), (5, 5), (6, 7)]),
        (f"<FAQ items={{[\n  {ONE}, {TWO},\n  {THREE}\n]}}\n/>", [(3, 4), (4, 4), (5, 7)]),
        (f"<FAQ\n  open\n  items={{[\n    {ONE},\n    {TWO},\n    {THREE},\n  ]}}\n></FAQ>", [(3, 6), (7, 7), (8, 10)]),
    ],
    ids=["one line", "a line each", "two on one", "tags on lines of their own"],
)
def test_each_is_a_question_that_stands_where_it_is_written(tag: str, lines: list[tuple[int, int]]) -> None:
    library = parse_library([Document("page.mdx", f"# Help\n\n{tag}\n\nAsk us.\n")])
    assert [(e.question, e.answer) for e in library.entries] == [
        ("When?", "Now."),
        ("Where?", "Here."),
        ("How?", "By hand."),
    ]
    assert [(e.source.start_line, e.source.end_line) for e in library.entries] == lines
    assert library.text == "Ask us."
