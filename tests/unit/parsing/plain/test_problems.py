"""Problems with what solves them, in plain text."""

import pytest

from faqtui.parsing.plain.problems import with_labels


def test_problems_and_solutions_get_labels_on_their_own_lines() -> None:
    lines = ["Problem 1:", "  It hums", "  loudly.", "Solution:", "  Wait.", "", "Problem 2: It is dark.", "Fix: Wait."]
    assert with_labels(lines) == ["Q: It hums loudly.", "", "", "A:", "  Wait.", "", "Q: It is dark.", "A: Wait."]


def test_what_causes_them_stays_in_the_answer() -> None:
    lines = ["Problem: It hums.", "Cause: Dust.", "Solution: Wipe.", "Problem: It is dark.", "Solution: Wait."]
    assert with_labels(lines)[1:3] == ["A: Cause: Dust.", "Solution: Wipe."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Problem: It hums.", "Solution: Wait."],
        ["Problem: It hums.", "Solution: Wait.", "Problem: It is dark.", "Nobody knows."],
        ["Problem:", "Solution: Wait.", "Problem:", "Solution: Wait."],
    ],
)
def test_one_alone_or_without_an_answer_stays(lines: list[str]) -> None:
    assert with_labels(lines) == lines
