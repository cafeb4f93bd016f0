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


@pytest.mark.parametrize(
    ("heading", "inner"),
    [
        ("## Install", "1. Take the box.\n\n   ## On Linux\n\n   Twice."),
        ("## How do I install?", "- Take it.\n\n  # Mind\n\n  It is heavy."),
        ("### 安装", "1. 拿。\n\n   ### 注意\n\n   很重。"),
    ],
)
def test_a_heading_in_a_step_of_an_answer_is_a_part_of_it(heading: str, inner: str) -> None:
    other = heading.partition(" ")[0] + " Remove"
    found = find(Scan(["# Kiln", "", heading, "", *inner.split("\n"), "", other, "", "Throw."]))
    assert [c.text for c in found if c.style == "heading"] == ["Kiln", heading.lstrip("# "), "Remove"]


def test_a_heading_in_a_list_that_asks_or_stands_alone_there_is_a_title() -> None:
    asks = find(Scan(["## Is a?", "", "1. Yes.", "", "   ## Is b?", "", "   No."]))
    alone = find(
        Scan(["# Kiln", "", "- Words.", "", "  ## Fire", "", "  Hot.", "", "- Words.", "", "  ## Ash", "", "  Cold."])
    )
    assert [c.text for c in asks if c.style == "heading"] == ["Is a?", "Is b?"]
    assert [c.text for c in alone if c.style == "heading"] == ["Kiln", "Fire", "Ash"]
