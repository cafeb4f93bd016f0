"""What lies over the screen: it fits after a resize, says what was typed, and a click picks."""

import pytest

from faqtui.faq import load
from support.screens import screen_text

DOZEN = "# Notes\n\n## How do I bake?\n\n" + "".join(
    f"### Step {number}\n\n```sh\nbake --step {number}\n```\n\n" for number in range(1, 13)
)


@pytest.fixture
def dozen(tmp_path):
    path = tmp_path / "dozen.md"
    path.write_text(DOZEN + "## How do I wait?\n\nSit.\n", encoding="utf-8")
    return load(path)


def footer(pilot):
    return screen_text(pilot.app).splitlines()[-1].split()


async def test_help_is_wrapped_for_the_width_there_is(start):
    async with start(size=(40, 20)) as pilot:
        await pilot.press("f1")
        assert "clear the filter, filter to tree" not in screen_text(pilot.app)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        wide = screen_text(pilot.app)
        assert "One step out: close, answer to tree, clear the filter, filter to tree" in wide
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert all(len(line) <= 40 for line in screen_text(pilot.app).splitlines())


async def test_a_number_that_may_go_on_is_shown_and_can_be_taken_back(start, dozen):
    async with start(faq=dozen) as pilot:
        await pilot.press("tab", "c", "1")
        assert footer(pilot)[:3] == ["enter", "pick", "1"]
        await pilot.press("backspace")
        assert footer(pilot)[:2] == ["1-12", "enter"]
        await pilot.press("1", "2")
        assert len(pilot.app.screen_stack) == 1


async def test_a_number_that_is_not_there_is_named(start, dozen):
    async with start(faq=dozen) as pilot:
        await pilot.press("tab", "c", "1", "9")
        assert "pick; no 19" in screen_text(pilot.app)
        await pilot.press("0")
        assert "pick; no 0" in screen_text(pilot.app)


async def test_a_click_goes_to_a_heading(start, dozen):
    async with start(size=(80, 16), faq=dozen) as pilot:
        await pilot.press("tab", "o")
        row = next(y for y, line in enumerate(screen_text(pilot.app).splitlines()) if "Step 7" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1
        assert "Step 7" in screen_text(pilot.app).splitlines()[3]


async def test_an_enter_that_the_terminal_turned_into_a_line_feed_is_an_enter(start):
    async with start(query="paper bags") as pilot:
        await pilot.press("ctrl+j")
        assert pilot.app.focused is pilot.app.screen.answer


async def test_arrows_choose_and_enter_picks(start, dozen):
    async with start(faq=dozen) as pilot:
        await pilot.press("tab", "o", "down", "down", "up", "enter")
        await pilot.pause()
        assert "Step 2" in "\n".join(screen_text(pilot.app).splitlines()[3:5])


async def test_letters_narrow_where_there_are_many(start, dozen):
    async with start(faq=dozen) as pilot:
        await pilot.press("tab", "o", *"stepx")
        assert "nothing here has these letters" in screen_text(pilot.app)
        await pilot.press("backspace")
        assert screen_text(pilot.app).splitlines()[0] == " Go to which heading? step"
        await pilot.press("escape", "pagedown", "enter")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1


async def test_of_a_few_letters_choose_none_and_j_and_k_move(start):
    async with start(query="deck oven") as pilot:
        await pilot.press("enter", "c", "j", "enter")
        assert "code block 2" in screen_text(pilot.app).splitlines()[-1]


@pytest.mark.parametrize("opener", ["question_mark", "colon"])
async def test_two_keys_at_once_close_what_is_open_and_nothing_else(start, opener):
    async with start() as pilot:
        await pilot.press("tab", opener)
        overlay = pilot.app.screen
        assert overlay is not pilot.app.main_screen
        overlay.action_close()
        overlay.action_close()
        overlay.close_with(None)
        await pilot.pause()
        assert pilot.app.screen is pilot.app.main_screen
        await pilot.press("slash", "o")
        assert pilot.app.main_screen.filter.value == "o"


@pytest.mark.parametrize("width", [40, 46, 52, 60, 80])
async def test_every_key_in_the_footer_is_whole_and_does_what_it_says(start, dozen, width):
    async with start(size=(width, 14), faq=dozen) as pilot:
        for keys in (("tab", "c"), ("escape", "f1"), ("slash", *"the")):
            await pilot.press(*keys)
            await pilot.pause()
            last = screen_text(pilot.app).splitlines()[-1]
            assert "esc close" in last
            assert len(last) <= width
            assert last.split("  ")[-1].split()[-1] in {"close", "scroll"}
            letters_are_text = keys[0] != "escape"
            assert not (letters_are_text and "j k" in last)


async def test_lists_longer_than_the_screen_say_how_far_down_they_are(start, dozen):
    async with start(size=(60, 12), faq=dozen) as pilot:

        def place():
            return screen_text(pilot.app).splitlines()[-2].strip("─ ")

        for keys in (("tab", "o"), ("escape", "c"), ("escape", "f1"), ("escape", "colon")):
            await pilot.press(*keys)
            await pilot.pause()
            assert place() == "top"
            await pilot.press(*["down"] * 10)
            await pilot.pause()
            assert place().endswith("%")
            await pilot.press(*["pagedown"] * 30)
            await pilot.pause()
            assert place() == "end"
        await pilot.press(*"zoo")
        await pilot.pause()
        assert place() == ""


async def test_a_list_that_is_seen_whole_says_nothing_of_how_far_down(start, dozen):
    async with start(size=(60, 20), faq=dozen) as pilot:
        await pilot.press("tab", "o")
        assert set(screen_text(pilot.app).splitlines()[-2]) == {"─"}
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert " top " in screen_text(pilot.app).splitlines()[-2]


async def test_of_a_few_a_letter_that_means_nothing_is_answered(start):
    async with start(query="deck oven") as pilot:
        await pilot.press("enter", "c", "x")
        assert "pick; no x" in screen_text(pilot.app).splitlines()[-1]
        await pilot.press("q")
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize(("keys", "said"), [(("x",), "no x"), (("9",), "no 9"), (("j", "_"), "no _")])
async def test_what_there_is_none_of_is_said_on_the_smallest_screen(start, keys, said):
    async with start(size=(40, 10), query="deck oven") as pilot:
        await pilot.press("enter", "c", *keys)
        assert f"pick; {said}  esc close" in screen_text(pilot.app).splitlines()[-1]
