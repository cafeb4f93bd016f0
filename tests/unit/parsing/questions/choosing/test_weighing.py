"""What a reading loses and gains by: text left over, empty entries, questions that it leaves in the answers of others."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from faqtui.parsing.questions.choosing.weighing import WEIGHTS, ReadingFigures, worth

FIVE = ReadingFigures(Counter({"answered": 5}), [4, 4, 4, 4, 4])


def changed(**roles: int) -> ReadingFigures:
    return replace(FIVE, roles=FIVE.roles + Counter({name.replace("_", " "): count for name, count in roles.items()}))


def test_a_question_with_an_answer_is_the_unit() -> None:
    assert worth(FIVE) == 5


@pytest.mark.parametrize("lost", [{"stray": 20}, {"introducing": 40}, {"stray": 1}])
def test_a_reading_that_leaves_text_over_loses_against_one_that_does_not(lost: dict[str, int]) -> None:
    assert worth(replace(FIVE, **lost)) < worth(FIVE)


def test_text_below_the_title_of_a_category_is_lost_less_than_other_text() -> None:
    assert worth(replace(FIVE, stray=6)) < worth(replace(FIVE, introducing=6))


def test_empty_entries_count_for_less_than_answered_ones_and_empty_statements_against_a_reading() -> None:
    assert worth(FIVE) < worth(changed(unanswered=1)) < worth(changed(answered=1))
    assert worth(changed(untold=1)) < worth(FIVE)


def test_an_item_that_stands_in_another_answer_counts_against_a_reading() -> None:
    assert worth(changed(sheltered=1)) < worth(FIVE)


def test_a_few_questions_among_the_parts_of_an_answer_are_no_harm_but_many_are() -> None:
    assert worth(changed(nested=2)) >= worth(FIVE) > worth(changed(nested=2, crowded=1))


def test_even_entries_are_better_than_one_that_holds_nearly_all() -> None:
    assert worth(replace(FIVE, sizes=[1, 1, 1, 1, 96])) < worth(replace(FIVE, sizes=[20, 20, 20, 20, 20]))
    assert worth(FIVE) - worth(replace(FIVE, sizes=[1, 1, 1, 1, 10_000])) < 0.5


def test_figures_tell_what_roles_add_up_to() -> None:
    figures = changed(unanswered=2, untold=1, sheltered=1, nested=2, crowded=3)
    assert (figures.entries, figures.asking, figures.empty, figures.nested) == (5, 8, 4, 6)
    assert (ReadingFigures().left, ReadingFigures().even) == (0, 1)


def test_no_weight_is_for_a_role_that_no_reading_has() -> None:
    from faqtui.parsing.questions.choosing import reader, readings

    code = "".join(Path(module.__file__ or "").read_text(encoding="utf-8") for module in (reader, readings))
    assert [role for role in WEIGHTS if f'"{role}"' not in code] == []
