"""What the screen says where there is nothing to show, and beside what there is: never a blank pane, nothing stale."""

import pytest

from faqtui.faq import load
from support.screens import screen_text


def lines_of(pilot):
    return screen_text(pilot.app).splitlines()


async def test_without_a_hit_the_answer_pane_says_what_to_do(start):
    async with start() as pilot:
        await pilot.press(*"zqxj")
        text = screen_text(pilot.app)
        assert "no match" in text.splitlines()[1]
        assert "Nothing matches zqxj" in text
        assert "esc clears the filter" in text
        await pilot.press("escape")
        assert "Nothing matches" not in screen_text(pilot.app)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["tab", "w"], "w does nothing here: F1 helps"),
        (["tab", "backspace"], "backspace does nothing here: F1 helps"),
        (["enter", "exclamation_mark"], "! does nothing here: F1 helps"),
        (["f7"], "F7 does nothing here: F1 helps"),
        (["tab", "w", "j"], "read"),
        (["w", "backspace"], "read"),
    ],
)
async def test_a_key_that_means_nothing_where_it_is_pressed_says_so_until_the_next(start, keys, said):
    async with start(size=(40, 10)) as pilot:
        await pilot.press(*keys)
        last = lines_of(pilot)[-1]
        assert said in last
        assert ("does nothing" in said) == ("does nothing" in last)


async def test_what_is_asked_for_next_is_named(start):
    async with start() as pilot:
        await pilot.press(*"zqxj", "x")
        assert "Nothing matches zqxjx" in screen_text(pilot.app)


async def test_beside_the_nearest_results_the_count_does_not_say_that_there_are_none(start):
    async with start() as pilot:
        await pilot.press(*"which xylo")
        text = screen_text(pilot.app)
        assert "no close match" in text
        assert "none close" in text.splitlines()[1]
        assert "no match" not in text.splitlines()[1]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("answer", ["", "<br><b>\n</b>\n\n"])
async def test_a_question_without_an_answer_says_so_and_where_it_stands(start, tmp_path, size, answer):
    path = tmp_path / "a.md"
    path.write_text(f"# A\n\n## Where is it?\n\n{answer}## Why is it?\n\n<img src='a.png'>\n\n## When is it?\n\nNow.\n")
    async with start(size=size, faq=load(path), open_id="where-is-it") as pilot:
        await pilot.press("enter")
        text = " ".join(screen_text(pilot.app).replace("│", " ").split())
        assert "No answer is written below this question" in text
        assert "line 3" in text
        await pilot.press("J")
        assert "No answer" not in screen_text(pilot.app)


async def test_a_faq_without_questions_says_what_to_do(start, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("\n")
    async with start(faq=load(path)) as pilot:
        text = " ".join(screen_text(pilot.app).replace("│", " ").split())
        assert "There are no questions here." in text
        assert "faqtui check" in text


async def test_the_place_is_that_of_the_pane_as_it_is_when_only_the_answer_is_shown(start, tmp_path):
    path = tmp_path / "a.md"
    words = "word " * 230
    path.write_text(f"# A\n\n## Where is it?\n\n{words}\n\n## Why is it?\n\nSo.\n")
    async with start(faq=load(path)) as pilot:
        await pilot.press("enter")
        assert " top " in lines_of(pilot)[-2]
        await pilot.press("z")
        await pilot.pause()
        assert "word" in lines_of(pilot)[-3] or " top " not in lines_of(pilot)[-2]
        shown = [line for line in lines_of(pilot)[3:-2] if line.strip()]
        assert " top " not in lines_of(pilot)[-2], shown
        await pilot.press("z")
        await pilot.pause()
        assert " top " in lines_of(pilot)[-2]


async def test_each_of_several_code_blocks_says_its_number_and_a_key_that_acts_where_one_types(start):
    async with start(query="deck oven") as pilot:
        text = screen_text(pilot.app)
        assert "^O 1 copies" in text
        assert "^O 2 copies" in text
        await pilot.press("ctrl+o", "2")
        assert "code block 2" in lines_of(pilot)[-1]


async def test_a_lone_code_block_has_no_number(start, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# A\n\n## Where is it?\n\n```sh\nls\n```\n\n## Why is it?\n\nSo.\n")
    async with start(faq=load(path)) as pilot:
        assert "^O copies" in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 10)], ids=str)
async def test_what_is_said_in_the_list_of_an_empty_faq_is_whole(start, tmp_path, size):
    path = tmp_path / "empty.md"
    path.write_text("")
    async with start(size=size, faq=load(path)) as pilot:
        lines = [line.partition("│")[0].strip() for line in screen_text(pilot.app).splitlines()[3:5]]
        assert " ".join(lines).strip() == "no questions here: `faqtui check` says why"
