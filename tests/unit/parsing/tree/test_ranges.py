"""Questions that their author numbered, in ranges of these numbers."""

from __future__ import annotations

import pytest

from faqtui.parsing.tree.ranges import ranges


def in_order(names: list[str] | None) -> list[str]:
    return list(dict.fromkeys(names or []))


@pytest.mark.parametrize(
    "form",
    [
        "{}. What?",
        "{}) What?",
        "Q{}: What?",
        "Question {}. What?",
        "#{} - What?",
        "Frage {}: Was?",
        "({}) What?",
        "{}、什么？",
    ],
)
def test_numbers_are_read_in_their_usual_forms(form: str) -> None:
    assert in_order(ranges([form.format(n) for n in range(1, 101)])) == [
        f"{n + 1} to {n + 10}" for n in range(0, 100, 10)
    ]


@pytest.mark.parametrize(("count", "size"), [(21, 10), (120, 10), (121, 20), (478, 50), (1000, 100), (3000, 250)])
def test_ranges_are_as_large_as_keeps_them_few(count: int, size: int) -> None:
    found = in_order(ranges([f"{n}. What?" for n in range(1, count + 1)]))
    assert found[0] == f"1 to {size}"
    assert 2 <= len(found) <= 12
    assert found[-1].endswith(f" to {count}")


def test_a_question_without_a_number_or_with_one_from_elsewhere_stands_with_the_one_before() -> None:
    questions = [f"{n}. What?" for n in range(1, 41)]
    questions[14] = "What about 9?"
    questions[25] = "900. What?"
    found = ranges(questions)
    assert found is not None
    assert found[14] == "11 to 20"
    assert found[25] == "21 to 30"


def test_ranges_are_named_by_the_numbers_that_are_there() -> None:
    assert in_order(ranges([f"{n}. What?" for n in range(5, 37)])) == ["5 to 10", "11 to 20", "21 to 30", "31 to 36"]


@pytest.mark.parametrize(
    "questions",
    [
        [f"{n}. What?" for n in range(1, 21)],
        [f"What is {n}?" for n in range(1, 60)],
        [f"{n % 5}. What?" for n in range(60)],
        ["2024: a year?" for _ in range(60)],
        [],
    ],
    ids=["few", "no numbers", "numbers that begin again", "one number", "none"],
)
def test_others_have_no_ranges(questions: list[str]) -> None:
    assert ranges(questions) is None
