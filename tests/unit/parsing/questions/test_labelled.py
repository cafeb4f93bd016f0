"""Paragraphs of labelled lines: which questions have one answer together, and where an answer without a label begins."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library


def pairs(text: str) -> list[tuple[str, str]]:
    return [(entry.question, entry.answer) for entry in parse_library([Document("kiln.md", text)]).entries]


LAST = "\n\nQ: Who lit it?\nA: Olaf.\n"
OLAF = ("Who lit it?", "Olaf.")


@pytest.mark.parametrize(
    "written",
    [
        "Q: Is it hot?\nQ: Is it wet?\nA: Hot, not wet.",
        "Q: Is it hot?\nQ: Is it wet?\n\nA: Hot, not wet.",
        "**Q: Is it hot?**\n**Q: Is it wet?**\n\nHot, not wet.",
        "Q1. Is it hot?\nQ2. Is it wet?\n\nHot, not wet.",
        "Q: Is it hot?\nQ: Is\nit wet?\nA: Hot, not wet.",
    ],
)
def test_questions_right_below_each_other_have_the_answer_together(written: str) -> None:
    assert pairs(written + LAST) == [("Is it hot? Is it wet?", "Hot, not wet."), OLAF]


def test_questions_that_do_not_ask_are_parted_by_a_stroke() -> None:
    assert pairs("Q: It smokes\nQ: It stinks\nA: Open a window." + LAST)[0] == (
        "It smokes / It stinks",
        "Open a window.",
    )


@pytest.mark.parametrize(
    "written",
    [
        "Q: Is it hot?\nYes.\nQ: Is it wet?\nA: No.",
        "Q: Is it hot?\nA: Yes.\nQ: Is it wet?\nNo.",
        "Q: Is it hot? A: Yes.\nQ: Is it wet? A: No.",
    ],
)
def test_a_question_that_is_answered_keeps_its_answer(written: str) -> None:
    assert pairs(written + LAST) == [("Is it hot?", "Yes."), ("Is it wet?", "No."), OLAF]


def test_a_list_of_questions_alone_stays_one() -> None:
    text = "".join(f"Q: Is it number {n}?\n" for n in range(9)) + "\nAsk Olaf." + LAST
    assert [question for question, _ in pairs(text)] == [f"Is it number {n}?" for n in range(9)] + ["Who lit it?"]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("P: Gdzie jest piec?", "O: W szopie."),
        ("**S: Fırın nerede?**", "**C:** Kulübede."),
        ("### В: Где печь?", "О: В сарае."),
        ("1. T : **Di mana tungku?**  ", "J : Di gudang."),
        ("K2: Missä uuni on?", "V2: Vajassa."),
        ("F: Var är ugnen?", "S: I boden."),
        ("H: Lò ở đâu?", "Đ: Trong nhà kho."),
    ],
)
def test_letters_of_other_languages_are_labels_of_both_sides(asked: str, answered: str) -> None:
    [(question, answer)] = pairs(f"# FAQ\n\n{asked}\n{answered}\n")
    assert question == asked.split(":")[1].strip(" *")
    assert answer == answered.split(":")[1].strip(" *")


def test_a_letter_below_a_question_without_one_is_text() -> None:
    [(_, answer)] = pairs("# FAQ\n\n## Where are the files?\n\nC: holds them.\n")
    assert answer == "C: holds them."


@pytest.mark.parametrize(
    "written",
    ["A: Hot.", "**A:** Hot.", "<p>A: Hot.</p>", "<p><b>Answer:</b> Hot.</p>"],
)
def test_labels_of_answers_in_folds_are_left_out(written: str) -> None:
    fold = "<details><summary>Q: Is it {}?</summary>\n\n{}\n</details>\n\n"
    found = pairs("# FAQ\n\n" + fold.format("hot", written) + fold.format("wet", written))
    assert [question for question, _ in found] == ["Is it hot?", "Is it wet?"]
    assert {answer.removeprefix("<p>").removesuffix("</p>").strip() for _, answer in found} == {"Hot."}


@pytest.mark.parametrize("written", ["A. Hot\nB. Wet", "- A) Hot\n- B) Wet", "**A.** Hot\n\n**B.** Wet"])
def test_the_letter_of_the_first_of_several_options_stays(written: str) -> None:
    assert pairs(f"# FAQ\n\n## What is it?\n\n{written}\n") == [("What is it?", written)]


@pytest.mark.parametrize(
    "written",
    [
        "Q: I see this:\n\n> > too cold\n>\n> What do I do?\n>\n> A: Wait.",
        "Q: I see this:\n\n> too cold\n>\n> What do I do?\n>\n> A: Wait.",
    ],
)
def test_a_question_goes_on_in_the_quotation_that_answers_it(written: str) -> None:
    assert pairs(written + LAST)[0] == ("I see this: too cold What do I do?", "Wait.")


def test_without_a_label_a_quotation_is_all_answer() -> None:
    assert pairs("Q: I see this:\n\n> too cold\n>\n> Wait." + LAST)[0] == ("I see this:", "> too cold\n>\n> Wait.")


@pytest.mark.parametrize(
    ("title", "begun"),
    [
        ("#### Answer\n", ""),
        ("##### A: Hot.", "Hot.\n"),
        ("#### **Antwort:**\n\n", ""),
        ("#### A. Hot. ####", "Hot.\n"),
    ],
)
def test_a_heading_that_says_that_this_is_the_answer_is_no_part_of_it(title, begun):
    text = f"# Kilns\n\n### Q: How hot?\n{title}\nVery.\n\n### Q: How wet?\n{title}\nDry.\n\n"
    text += "### Q: Why?\n#### Answers of potters\nSo.\n"
    found = [entry.answer for entry in parse_library([Document("a.md", text, 1)]).entries]
    assert found == [f"{begun}Very.", f"{begun}Dry.", "#### Answers of potters\nSo."]


@pytest.mark.parametrize(
    ("problem", "solution"),
    [("### Problem:", "### Solution:"), ("## Fehler", "## Antwort"), ("#### Issue", "#### The solution")],
)
def test_problems_and_solutions_in_turn_are_questions_and_answers_but_not_below_what_they_are_of(problem, solution):
    text = (
        f"# Kilns\n\n{problem}\nIt stalls.\n\n{solution}\nCheck it.\n\n{problem}\nIt smokes\n\n{solution}\n\nOpen it.\n"
    )
    assert pairs(text) == [("It stalls.", "Check it."), ("It smokes", "Open it.")]
    below = "### Problem\nIt stops.\n\n### Solution\nCheck it.\n\n"
    assert [q for q, _ in pairs(f"# Kilns\n\n## Stalls\n\n{below}## Smokes\n\n{below}")] == ["Stalls", "Smokes"]
