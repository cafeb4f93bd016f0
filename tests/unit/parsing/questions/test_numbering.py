"""Headings whose level a page as a whole shows to be another than the one that is written."""

import pytest

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidates import find


def levels(*lines: str) -> list[int]:
    text = [line for heading in lines for line in (heading, "", "Words." if heading.endswith("?") else "", "")]
    return [candidate.level for candidate in find(Scan(text)) if candidate.style == "heading"]


def test_a_question_that_stands_too_high_among_others_is_on_their_level() -> None:
    assert levels("## What is a?", "# What is b?", "## What is c?") == [2, 2, 2]
    assert levels("# FAQ", "#### Is a?", "#### Is b?", "### Is c?", "#### Is d?") == [1, 4, 4, 4, 4]


@pytest.mark.parametrize(
    "lines",
    [
        ("# What is a?", "## Is b?", "## Is c?"),
        ("## Is a?", "# Tools", "## Is b?", "## Is c?"),
        ("## Is a?", "# Is b?", "## Is c?", "# Is d?", "## Is e?"),
    ],
    ids=["the first of all", "one that does not ask", "as many as there are below"],
)
def test_headings_above_others_stay_above_them(lines: tuple[str, ...]) -> None:
    assert levels(*lines) == [line.count("#") for line in lines]
