"""Rows of the tree that have a second line: questions that do not fit, and why an entry was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from faqtui.faq import load
from support.screens import screen_text, styled_runs

LONG = "Which of the ovens in the back room needs {} before the first loaves of the day go in, and who brings it there?"
WORDS = (
    "oil",
    "steam",
    "salt",
    "coal",
    "water",
    "air",
    "sand",
    "ash",
    "wind",
    "light",
    "cloth",
    "paper",
    "string",
    "wax",
)


@pytest.fixture
def ovens(tmp_path: Path):
    """More questions than a small screen has lines, each too long for a row, and short ones between."""
    path = tmp_path / "ovens.md"
    pairs = [
        f"### {LONG.format(word)}\n\nAsk number {n} for the {word} bucket, kept by the gardener.\n\n"
        f"### What is {word}?\n\nIt is {word}.\n"
        for n, word in enumerate(WORDS)
    ]
    path.write_text("# Ovens\n\n## Back room\n\n" + "\n".join(pairs))
    return load(path)


def tree(pilot) -> list[str]:
    return [line.partition("│")[0].rstrip() for line in screen_text(pilot.app).splitlines()[3:-2]]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids=str)
async def test_the_selected_row_shows_the_rest_of_its_question_on_a_second_line(start, ovens, size):
    async with start(size=size, faq=ovens) as pilot:
        await pilot.press("tab", "down", "down")
        lines = tree(pilot)
        first = next(n for n, line in enumerate(lines) if "▌" in line)
        assert lines[first + 1].strip().startswith("▌")
        told = " ".join(line.strip().lstrip("▌") for line in lines[first : first + 2]).casefold()
        assert told.rstrip("…") in LONG.format("steam").casefold()
        assert "…" not in lines[first]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids=str)
async def test_no_other_row_moves_when_the_next_one_is_selected(start, ovens, size):
    async with start(size=size, faq=ovens) as pilot:
        await pilot.press("tab", "down")
        for _ in range(3):  # from long ones to short ones and back
            before = tree(pilot)
            at = next(n for n, line in enumerate(before) if "▌" in line)
            await pilot.press("down")
            after = tree(pilot)
            assert after[:at] == before[:at]
            assert after[at + 3 :] == before[at + 3 :]
            await pilot.press("up")
            assert tree(pilot) == before
            await pilot.press("down")


async def test_a_click_on_the_second_line_is_one_on_the_row_and_those_below_are_hit(start, ovens):
    async with start(faq=ovens) as pilot:
        tree_view = pilot.app.screen.tree_view
        selected = tree_view.selected_index
        at = next(n for n, line in enumerate(tree(pilot)) if "▌" in line)
        await pilot.click("#tree", offset=(8, at + 2))
        assert tree_view.selected_index == selected + 1
        at = next(n for n, line in enumerate(tree(pilot)) if "▌" in line)
        await pilot.click("#tree", offset=(8, at + 1))
        assert tree_view.selected_index == selected + 1
        assert pilot.app.screen.focused.id == "answer"  # the second click on a row opens it


async def test_the_wheel_reaches_the_last_row_and_the_first(start, ovens):
    async with start(faq=ovens) as pilot:
        tree_view = pilot.app.screen.tree_view
        tree_view.wheel(1000)
        await pilot.pause()
        assert "wax" in tree(pilot)[-1]
        tree_view.wheel(-1000)
        await pilot.pause()
        assert "▌" in "".join(tree(pilot)[:3])


async def test_the_last_row_shows_its_second_line_too(start, tmp_path):
    path = tmp_path / "ends.md"
    path.write_text("# A\n\n" + "".join(f"## {LONG.format(word)}\n\nYes.\n\n" for word in WORDS * 2))
    async with start(faq=load(path)) as pilot:
        await pilot.press("tab", "G")
        lines = tree(pilot)
        assert [("▌" in line) for line in lines[-2:]] == [True, True]


async def test_what_was_found_is_marked_on_both_lines(start, ovens):
    async with start(faq=ovens) as pilot:
        await pilot.press(*"ovens room")
        rows = screen_text(pilot.app).splitlines()
        both = [n for n, row in enumerate(rows) if "▌" in row.partition("│")[0]]
        marked = [text for n in both for text, style in styled_runs(pilot.app, n) if "underline" in style]
        assert len(both) == 2
        assert [text.casefold() for text in marked if text in rows[both[0]][:30] + rows[both[1]][:30]][:2] == [
            "ovens",
            "room",
        ]


async def test_a_bookmarked_row_has_its_mark_once(start, ovens):
    async with start(faq=ovens) as pilot:
        await pilot.press("tab", "m")
        marks = [line for line in tree(pilot) if pilot.app.screen.tree_view.glyphs.bookmark in line]
        assert len(marks) == 1
        assert "▌" in marks[0]


@pytest.mark.parametrize("size", [(200, 60), (60, 20)], ids=str)
async def test_below_each_of_few_hits_stands_what_it_was_found_for(start, tmp_path, size):
    path = tmp_path / "few.md"
    path.write_text(
        "# Things\n\n## What opens the gate?\n\nNo word of it here.\n\nThe brass lever on the left.\n\n"
        "## What turns the mill?\n\nWind.\n\nIn winter a lever does.\n\n## How is a lever oiled?\n\nWith fat.\n\n"
        "## What is flour?\n\nMilled grain.\n"
    )
    async with start(size=size, faq=load(path)) as pilot:
        await pilot.press(*"lever")
        lines = tree(pilot)
        below = {
            what: lines[next(n for n, line in enumerate(lines) if what in line) + 1].strip()
            for what in ("gate", "mill")
        }
        assert below == {"gate": "The brass lever on the left.", "mill": "In winter a lever does."}
        row = 3 + next(n for n, line in enumerate(lines) if "brass" in line)
        assert "lever" in [text for text, style in styled_runs(pilot.app, row) if "underline" in style]


async def test_what_a_short_question_leaves_of_the_two_lines_of_a_narrow_list_says_why_it_was_found(start, tmp_path):
    path = tmp_path / "mills.md"
    path.write_text(
        "# Mills\n\n## What is flour?\n\nMilled grain.\n\n## What turns it?\n\nWind.\n\nA lever in winter.\n"
    )
    async with start(size=(80, 24), faq=load(path)) as pilot:
        await pilot.press(*"lever")
        assert [line.strip() for line in tree(pilot)[1:3]] == ["▌What turns it?", "A lever in winter."]


async def test_what_hits_were_found_for_gives_way_where_there_is_no_room(start, ovens):
    async with start(size=(200, 16), faq=ovens) as pilot:
        await pilot.press(*"gardener")
        lines = tree(pilot)
        assert not any("kept by the gardener" in line for line in lines)
        assert sum("loaves" in line for line in lines) >= 9


async def test_where_all_questions_fit_they_are_whole(start, tmp_path):
    path = tmp_path / "three.md"
    path.write_text("# A\n\n" + "".join(f"## {LONG.format(word)[:50]}?\n\nYes.\n\n" for word in WORDS[:3]))
    async with start(faq=load(path)) as pilot:
        assert "…" not in "".join(tree(pilot))


@pytest.mark.parametrize("questions", [3, 40], ids=["all fits", "the selected one alone"])
async def test_titles_of_categories_go_on_in_a_second_line_as_questions_do(start, tmp_path, questions):
    path = tmp_path / "mill.md"
    titles = ("The wheels and stones of the old mill", "The dam and the sluices of the river")
    path.write_text(
        "# Mill\n\n"
        + "".join(
            f"## {title}\n\n" + "".join(f"### What is {word} {n}?\n\nSo.\n\n" for n in range(questions))
            for title, word in zip(titles, ("grain", "water"), strict=True)
        )
    )
    async with start(size=(80, 24), faq=load(path)) as pilot:
        await pilot.press("tab", "right_square_bracket", "left_square_bracket")
        lines = tree(pilot)
        shown = [line.split(str(questions))[0].strip("▾▸ ") for line in lines[:2]]
        assert " ".join(shown) == titles[0]


@pytest.mark.parametrize(("key", "marked"), [("down", 2), ("g", 1)], ids=["a short question", "a category"])
async def test_the_second_line_of_a_selected_question_without_a_rest_is_marked_as_its_own(start, ovens, key, marked):
    async with start(size=(80, 24), faq=ovens) as pilot:
        await pilot.press("tab", key)
        lines = pilot.app.main_screen.tree_view
        rows = [y for y in range(lines.size.height) if _is_on(lines.draw_line(y), lines)]
        assert rows == list(range(rows[0], rows[0] + marked))


def _is_on(line, tree_view) -> bool:
    """Whether a line ends on the colours of the selected row."""
    selected = tree_view._lines._theme.style("ui.selected")
    return bool(line) and line[-1].style is not None and line[-1].style.reverse == selected.reverse and selected.reverse


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids=str)
async def test_what_is_clicked_on_its_second_line_after_the_wheel_is_what_is_picked(start, ovens, size):
    async with start(size=size, faq=ovens, pick="id") as pilot:
        tree_view = pilot.app.screen.tree_view
        tree_view.wheel(6)
        await pilot.pause()
        lines = tree(pilot)
        at = next(n for n, line in enumerate(lines) if n > 1 and line.strip() and "What is" not in line)
        await pilot.click("#tree", offset=(8, at))
        chosen = tree_view.selected.position
        lines = tree(pilot)
        at = next(n for n, line in enumerate(lines) if "▌" in line)
        assert lines[at + 1].strip().startswith("▌")
        await pilot.click("#tree", offset=(8, at + 1))
        await pilot.pause()
        assert pilot.app.picked == ovens.library.entries[chosen].id
