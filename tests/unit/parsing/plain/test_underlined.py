"""Titles that are underlined with signs that Markdown does not know are headings; blocks of code stay blocks of code."""

import pytest

from faqtui.parsing.plain.underlined import with_headings
from support.speed import at_most


def underlined(title: str, sign: str, length: int | None = None) -> list[str]:
    return [title, sign * (len(title) if length is None else length), "", "text", ""]


@pytest.mark.parametrize("sign", list("~^*+#\"'`_:."))
def test_each_sign_underlines_a_title(sign):
    lines = [*underlined("Why is it wet?", sign), *underlined("Why is it cold?", sign)]
    made = with_headings(lines)
    assert made == ["# Why is it wet?", "", "", "text", "", "# Why is it cold?", "", "", "text", ""]


def test_a_sign_is_of_a_level_below_those_that_came_before():
    lines = [*underlined("Shore", "="), *underlined("Water", "-"), *underlined("Deep?", "~"), *underlined("Wide?", "~")]
    assert [line for line in with_headings(lines) if line.startswith("#")] == [
        "# Shore",
        "## Water",
        "### Deep?",
        "### Wide?",
    ]


def test_a_rule_above_and_below_a_title_is_a_sign_of_its_own():
    lines = ["*****", "Shore", "*****", "", *underlined("Deep?", "*"), *underlined("Wide?", "*")]
    assert [line for line in with_headings(lines) if line] == ["# Shore", "## Deep?", "text", "## Wide?", "text"]


@pytest.mark.parametrize(
    "text",
    [
        "Run this:\n\n~~~~\npump\n~~~~\n\nThen this:\n\n~~~~\nstop\n~~~~",
        "Run this:\n~~~~~~~~~\npump\n~~~~~~~~~\n\nThen this:\n~~~~~~~~~~\nstop\n~~~~~~~~~~",
        "Shore\n=====\n\nWater\n-----\n",
        "One?\n~~~~\n",
        "two lines\nof text\n~~~~~~~\n\nand two\nmore\n~~~~\n",
        "a\n\n***\n\nb\n\n***\n",
        "",
    ],
)
def test_what_is_no_such_title_stays_as_it_is(text):
    assert with_headings(text.split("\n")) == text.split("\n")


@pytest.mark.parametrize("sign", ["-", "=", "~"])
def test_a_title_with_a_number_is_one_too(sign):
    lines = [*underlined("1. Why is it wet?", sign), *underlined("2) It is cold.", sign), *underlined("- Deep?", sign)]
    made = with_headings(lines)
    assert [line for line in made if line.startswith("#")] == ["# 1. Why is it wet?", "# 2) It is cold.", "# - Deep?"]


def test_such_a_title_may_have_two_lines():
    lines = ["12. Why is it wet?", "   And cold?", "-------------", "", "text", "", *underlined("13. Deep?", "-")]
    assert with_headings(lines)[:4] == ["# 12. Why is it wet? And cold?", "", "", ""]


def test_a_rule_below_one_item_parts_it_from_text():
    lines = ["1. Open it", "-----------", "", "text"]
    assert with_headings(lines) == lines


@pytest.mark.parametrize("rule", ["-" * 16, "=" * 10, "---"])
def test_rules_around_what_a_line_announces_are_no_underlines(rule):
    lines = ["Put this into it:", rule, "kiln", "pump", rule, "", "Then wait."]
    assert [line for line in with_headings(lines) if line[:1] in {"-", "="}] == []


def test_underlined_titles_whose_rules_are_alike_stay_titles():
    lines = ["Shore:", "------", "text", "Water:", "------", "text"]
    assert with_headings(lines) == lines


def test_rules_that_part_texts_take_time_with_their_number() -> None:
    with at_most(1):
        with_headings(("text\n----------\n\n----------\n\n----------\n" * 15_000).split("\n"))
