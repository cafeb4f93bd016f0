"""Names are known by their letters, however they are written."""

from __future__ import annotations

import pytest

from faqtui.parsing.questions.around import is_around_title
from faqtui.parsing.questions.known_titles import KnownTitles
from faqtui.parsing.questions.qa_tables import asks

TITLES = KnownTitles("""
see also | l'aide
ｅｎｄｅ | प्रश्न
""")


@pytest.mark.parametrize("title", ["See also", "SEE  ALSO:", "L’aide", "l'aide", "Ende", "प्रश्न"])
def test_a_title_is_known_whatever_stands_between_its_letters(title: str) -> None:
    assert title in TITLES


@pytest.mark.parametrize("title", ["", "see", "see also this", "aide", "प्रश"])
def test_a_part_of_a_name_is_none(title: str) -> None:
    assert title not in TITLES


@pytest.mark.parametrize(
    "title", ["Overview", "2. See also", "10 Contact us!", "Weitere Hilfe", "Liens utiles", "はじめに", "संपर्क", "TL;DR"]
)
def test_what_stands_around_questions_is_told_by_its_name(title: str) -> None:
    assert is_around_title(title)


@pytest.mark.parametrize(
    "title", ["", "12", "Overview of pumps", "Liens", "Weitere", "How do I contact support?", "Weitere 2 Tipps"]
)
def test_what_says_more_stands_for_itself(title: str) -> None:
    assert is_around_title(title) is (title == "Liens")


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("| Question | Answer |", True),
        ("| # | **Known issues** | Fix |", True),
        ("| 错误信息 | 原因 |", True),
        ("| Fehlermeldung | Grund |", True),
        ("| Questionnaire | Answer |", False),
        ("| Name | Problem |", False),
    ],
)
def test_a_column_of_questions_is_told_by_its_head(head: str, is_one: bool) -> None:
    assert asks(head) is is_one
