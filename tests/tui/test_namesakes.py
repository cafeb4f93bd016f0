"""Entries of one question in the tree: told apart, with the letters of the query marked in the question alone."""

from pathlib import Path

import pytest

from faqtui.faq import load
from support.screens import screen_text, styled_runs

QUIZ = "# Quiz\n\n## Print\n\n" + "\n".join(
    f"### What does this program print?\n\n```py\nprint({word!r})\n```\n" for word in ("pear", "plum", "quince")
)


@pytest.fixture
def quiz(tmp_path: Path):
    path = tmp_path / "quiz.md"
    path.write_text(QUIZ)
    return load(path)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 30)])
async def test_each_row_shows_what_its_answer_says(start, quiz, size):
    async with start(size=size, faq=quiz) as pilot:
        rows = [line.partition("│")[0] for line in screen_text(pilot.app).splitlines()]
        told = [word for row in rows for word in ("pear", "plum", "quince") if f"'{word[:3]}" in row]
        assert list(dict.fromkeys(told)) == ["pear", "plum", "quince"]


async def test_letters_of_the_query_are_marked_in_the_question_and_not_behind_it(start, quiz):
    async with start(size=(60, 20), faq=quiz) as pilot:
        await pilot.press(*"print")
        row = next(n for n, line in enumerate(screen_text(pilot.app).splitlines()) if "What" in line)
        marked = [text for text, style in styled_runs(pilot.app, row) if "underline" in style]
        assert marked == ["print"]
