"""Pages that write some questions in one style and then some in another."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

FOLD = "<details><summary>{}?</summary>\n\nVery.\n</details>\n\n"
FOLDS = FOLD.format("Is it hot") + FOLD.format("Is it heavy")
TERMS = "<dl>\n<dt>Is it free?</dt>\n<dd>Yes.</dd>\n<dt>Is it safe?</dt>\n<dd>Mostly.</dd>\n</dl>\n"
BOLD = "**May I go?**\n\nYou may.\n\n**May I stay?**\n\nYou may not.\n"
LABELS = "Q: Who asks?\n\nA: You.\n\nQ: Who answers?\n\nA: We.\n"
ROWS = "| Question | Answer |\n|---|---|\n| What is it? | Clay. |\n| Where is it? | Here. |\n"
TITLES = {
    FOLDS: ["Is it hot?", "Is it heavy?"],
    TERMS: ["Is it free?", "Is it safe?"],
    BOLD: ["May I go?", "May I stay?"],
    LABELS: ["Who asks?", "Who answers?"],
    ROWS: ["What is it?", "Where is it?"],
}


def titles(text: str) -> list[str]:
    return [entry.question for entry in parse_library([Document("page.md", text)]).entries]


@pytest.mark.parametrize(
    "parts",
    [
        (TERMS, FOLDS),
        (FOLDS, TERMS),
        (BOLD, FOLDS),
        (FOLDS, BOLD),
        (ROWS, BOLD),
        (LABELS, FOLDS),
        (ROWS, FOLDS, LABELS),
    ],
)
@pytest.mark.parametrize("headed", [False, True])
def test_questions_of_each_style_are_entries(parts: tuple[str, ...], headed: bool) -> None:
    page = "\n".join((f"## Part {number}\n\n" if headed else "") + part for number, part in enumerate(parts))
    assert titles(f"# FAQ\n\n{page}") == [title for part in parts for title in TITLES[part]]


@pytest.mark.parametrize("below", [ROWS, TERMS])
def test_a_table_below_a_question_whose_answer_ends_nowhere_is_part_of_it(below: str) -> None:
    assert titles(f"# FAQ\n\n{BOLD}\n{below}") == TITLES[BOLD]


def test_styles_that_take_turns_are_questions_and_parts_of_their_answers() -> None:
    fold = "<details><summary>Why is that?</summary>\n\nSo.\n</details>\n"
    page = "\n".join(f"**Is it {word}?**\n\nYes.\n\n{fold}" for word in ("dry", "wet", "old"))
    assert titles(f"# FAQ\n\n{page}") == ["Is it dry?", "Is it wet?", "Is it old?"]


def test_bold_questions_in_folds_stay_there() -> None:
    fold = "<details><summary>Is it {}?</summary>\n\n**Really?** Yes.\n\n**Always?** No.\n</details>\n\n"
    assert titles("# FAQ\n\n" + fold.format("dry") + fold.format("wet")) == ["Is it dry?", "Is it wet?"]
