"""Headings whose level is a slip."""

from __future__ import annotations

import pytest

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidates import find


def levels(*lines: str) -> list[int]:
    text = [line for heading in lines for line in (heading, "", "Words." if heading.endswith("?") else "", "")]
    return [candidate.level for candidate in find(Scan(text)) if candidate.style == "heading"]


@pytest.mark.parametrize(
    "lines",
    [
        ("# A", "## Is a?", "### Is b?", "### Is c?", "# B", "### Is d?"),
        ("# A", "### Is a?", "## Is b?", "### Is c?", "# B", "### Is d?"),
        ("# FAQ", "## A", "#### Is a?", "### Is b?", "#### Is c?", "## B", "#### Is d?", "#### Is e?"),
        ("## A", "##### Is a?", "#### Is b?", "##### Is c?", "## B", "##### Is d?", "##### Is e?"),
    ],
)
def test_a_question_between_the_levels_of_groups_and_of_the_others_is_one_of_these(lines: tuple[str, ...]) -> None:
    deepest = max(line.count("#") for line in lines)
    assert levels(*lines) == [deepest if line.endswith("?") else line.count("#") for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ("# A", "## Is a?", "### Is b?", "### Is c?", "# B", "## Is d?", "### Is e?"),
        ("# A", "## Is a?", "### Is b?", "### Is c?", "## C", "### Is d?", "# B", "### Is e?"),
        ("# FAQ", "## Is a?", "### Is b?", "### Is c?", "### Is d?", "### Is e?"),
    ],
    ids=["as many as there are groups", "a group on that level", "a title and no groups"],
)
def test_questions_above_others_stay_above_them(lines: tuple[str, ...]) -> None:
    assert levels(*lines) == [line.count("#") for line in lines]
