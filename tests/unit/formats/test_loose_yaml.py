"""What is done to YAML that was refused."""

from time import process_time

import pytest

from faqtui.formats import nodes
from faqtui.formats.loose_yaml import quoted


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("answer: It says: wait", "answer: 'It says: wait'"),
        ("- q: Who: me?", "- q: 'Who: me?'"),
        ("answer: it ends here:", "answer: 'it ends here:'"),
        ('q: "Fly" or "glide"?', 'q: \'"Fly" or "glide"?\''),
        ("who: @kites", "who: '@kites'"),
        ("a: it's: so", "a: 'it''s: so'"),
    ],
)
def test_a_value_that_needs_quotation_marks_gets_them(line: str, mended: str) -> None:
    assert quoted(line) == mended


@pytest.mark.parametrize(
    "line",
    [
        "answer: plain",
        'answer: "one: two"',
        "answer: 'one: two' # said",
        "a: [b: c]",
        "a: {b: c}",
        "a: &b c",
        "# a: b: c",
        "http://a.example",
    ],
)
def test_a_value_that_needs_none_stays_as_it_is(line: str) -> None:
    assert quoted(line) == line


def test_text_in_blocks_stays_as_it_is() -> None:
    text = "a: |\n  b: c: d\n\n  @e: f\nb: >-\n  c: d: e"
    assert quoted(text) == text


def test_lines_that_go_on_are_within_the_quotation_marks() -> None:
    assert quoted("- a: one\n    two: three\n- b: c") == "- a: 'one\n    two: three'\n- b: c"


def test_the_lines_of_what_was_mended_are_those_of_the_file() -> None:
    root = nodes.of_yaml("a: b: c\nd:\n  - e: f\n")
    assert [(key, line) for key, line, _ in root.pairs] == [("a", 0), ("d", 1)]


def test_what_cannot_be_mended_is_told_at_its_own_place() -> None:
    with pytest.raises(nodes.NotRead, match="line 1: mapping values are not allowed"):
        nodes.of_yaml("a: b: c\nd: [e\n")


@pytest.mark.parametrize("unit", ["a: b: c\n", 'a: "b" c\n', "a: x\n  b: c\n", "- - a: b\n", "a: 'b\n"])
def test_twice_as_much_takes_twice_as_long(unit: str) -> None:
    def took(count: int) -> float:
        start = process_time()
        quoted(unit * count)
        return process_time() - start

    took(1_000)
    assert took(8_000) < 6 * took(2_000) + 0.2
