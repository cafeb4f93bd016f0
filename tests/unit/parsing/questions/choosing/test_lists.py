"""Lists of questions whose answers stand on the lines of these, and short ones that nothing announces."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library


def pairs(text: str) -> list[tuple[str, str]]:
    return [(entry.question, entry.answer) for entry in parse_library([Document("kiln.md", text)]).entries]


@pytest.mark.parametrize(
    ("title", "listed", "expected"),
    [
        ("FAQ", "- Is it hot? Very.\n- Is it wet? No.", [("Is it hot?", "Very."), ("Is it wet?", "No.")]),
        (
            "FAQ",
            "1. Is it hot? Very, and\n   long.\n2. Is it wet? No.",
            [("Is it hot?", "Very, and\nlong."), ("Is it wet?", "No.")],
        ),
        (
            "Kiln",
            "- **Is it hot?** Very.\n- Is it wet? No.\n- Where? Here.",
            [("Is it hot?", "Very."), ("Is it wet?", "No."), ("Where?", "Here.")],
        ),
        ("常见问题", "- 热吗？很热。\n- 在哪里？在棚里。", [("热吗？", "很热。"), ("在哪里？", "在棚里。")]),
    ],
)
def test_answers_behind_the_question_marks_of_items(title: str, listed: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(f"# {title}\n\n{listed}\n") == expected


def test_what_a_few_items_say_behind_their_question_marks_is_of_the_question() -> None:
    listed = "1. What is ash? Give an example.\n2. What is soot?\n3. What is a flue?\n4. What is heat?"
    assert pairs(f"# Interview questions\n\n{listed}\n")[0] == ("What is ash? Give an example.", "")


@pytest.mark.parametrize(
    "listed",
    [
        "1. **Is it hot?** \\\n   Very.\n2. Is it wet? I fear so.\\\n   No.",
        "- **Is it hot?**\n  Very.\n- Is it wet? I fear so.  \n  No.",
        "* Is it hot?\n\n  Very.\n\n* **Is it wet? I fear so.**\n\n  No.",
    ],
)
def test_two_items_of_which_one_is_bold_are_questions_where_both_are_answered(listed: str) -> None:
    assert pairs(f"# Kiln\n\n{listed}\n") == [("Is it hot?", "Very."), ("Is it wet? I fear so.", "No.")]


def test_two_items_that_ask_in_a_page_are_none() -> None:
    assert len(pairs("# Kiln\n\nCheck:\n\n- Is it hot?\n- Is it wet?\n")) == 1
