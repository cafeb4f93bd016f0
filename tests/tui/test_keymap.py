"""Keys of one's own on the screen: they act, the old ones do not, and footer and help show them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from faqtui.faq import load
from faqtui.view.keymap import remap
from faqtui.view.presets import with_preset
from support.screens import screen_text

KEYS = {"copy_answer": ["x", "ctrl+b"], "help": ["f2"], "find": ["/"], "focus_filter": ["i"], "open": ["v", "enter"]}


async def test_a_key_of_ones_own_acts_and_the_one_it_replaces_no_longer_does(start):
    async with start(actions=remap(KEYS)) as pilot:
        await pilot.press("ctrl+y")
        assert "to your terminal" not in screen_text(pilot.app)
        await pilot.press("ctrl+b")
        assert "to your terminal" in screen_text(pilot.app)
        await pilot.press("tab", "y")
        assert "to your terminal" not in screen_text(pilot.app)
        await pilot.press("x")
        assert "to your terminal" in screen_text(pilot.app)


async def test_letters_stay_text_in_the_filter(start):
    async with start(actions=remap(KEYS)) as pilot:
        await pilot.press("x", "v")
        assert pilot.app.main_screen.filter.value == "xv"
        await pilot.press("backspace", "backspace", "left")
        assert pilot.app.main_screen.filter.value == ""


async def test_a_key_of_one_pane_acts_there(start):
    async with start(actions=remap(KEYS)) as pilot:
        await pilot.press("down", "tab", "v")
        assert pilot.app.screen.focused.id == "answer"
        await pilot.press("/")
        assert pilot.app.main_screen.find_in_answer.is_open
        await pilot.press("escape", "i")
        assert pilot.app.screen.focused.id == "filter"


async def test_footer_and_help_show_them(start):
    async with start(actions=remap(KEYS)) as pilot:
        footer = screen_text(pilot.app).splitlines()[-1]
        assert "^B copy" in footer
        assert "F2 help" in footer
        await pilot.press("f2")
        await pilot.press("slash", *"copy")
        text = screen_text(pilot.app)
        assert "ctrl+b" in text
        assert "ctrl+y" not in text


@pytest.mark.parametrize(("preset", "down", "up"), [("fzf", "ctrl+j", "ctrl+k"), ("emacs", "ctrl+n", "ctrl+p")])
async def test_presets_move_the_selection_while_one_types(start, preset, down, up):
    async with start(actions=with_preset(preset), query="how") as pilot:
        tree = pilot.app.main_screen.tree_view
        before = tree.selected_index
        await pilot.press(down)
        assert tree.selected_index > before
        await pilot.press(up)
        assert tree.selected_index == before
        assert pilot.app.main_screen.filter.value == "how"


async def test_a_slash_in_the_answer_finds_in_it_where_the_settings_say_so(start):
    async with start(actions=with_preset("less")) as pilot:
        await pilot.press("tab", "slash")
        assert pilot.app.screen.focused.id == "filter"
        await pilot.press("tab", "tab", "slash")
        assert pilot.app.main_screen.find_in_answer.is_open


@pytest.mark.parametrize("opens", ["alt+x", "f1", "ctrl+s", "f"])
async def test_a_key_of_ones_own_closes_what_lies_over_the_panes_too(start, opens):
    async with start(actions=with_preset("emacs"), faq=load(Path(__file__).with_name("linked.md"))) as pilot:
        main = pilot.app.main_screen

        def is_open() -> bool:
            return pilot.app.screen is not main or main.find_in_answer.is_open or main.following.is_choosing

        await pilot.press("tab", "tab", opens)
        assert is_open()
        await pilot.press("ctrl+g")
        assert not is_open()
        assert pilot.app.screen.focused.id == "answer"


async def test_keys_of_ones_own_turn_pages_of_what_lies_over_the_panes_and_type_nothing(start):
    async with start(actions=with_preset("emacs"), size=(60, 12)) as pilot:
        await pilot.press("alt+x")
        first = screen_text(pilot.app)
        await pilot.press("ctrl+v")
        assert screen_text(pilot.app) != first
        await pilot.press("alt+v")
        assert screen_text(pilot.app) == first
        await pilot.press("ctrl+g", "f1", "alt+greater_than_sign")
        assert "act as keys" in screen_text(pilot.app)
        await pilot.press("ctrl+g")
        assert pilot.app.main_screen.filter.value == ""


async def test_a_key_that_comes_with_the_one_that_closes_a_list_acts_where_that_leads(start):
    async with start(actions=with_preset("vim")) as pilot:
        await pilot.press("f1")
        for key, character in (("escape", "\x1b"), ("ctrl+f", "\x06")):
            pilot.app.post_message(events.Key(key, character))
        await pilot.pause(0.2)
        assert pilot.app.main_screen.find_in_answer.is_open


async def test_the_key_that_finds_goes_to_the_next_match_while_one_types(start):
    async with start(actions=with_preset("emacs"), faq=load(Path(__file__).with_name("rich.md"))) as pilot:
        await pilot.press("ctrl+s", "e", "ctrl+s", "ctrl+s")
        assert " 3/" in screen_text(pilot.app)


async def test_vim_habits_need_no_preset(start):
    async with start() as pilot:
        await pilot.press("tab", "ctrl+d")
        tree = pilot.app.main_screen.tree_view
        assert tree.selected_index > 3
        await pilot.press("g", "g")
        assert tree.selected_index == 0
        await pilot.press("colon", "q")
        assert "▌Quit" in screen_text(pilot.app)
        await pilot.press("exclamation_mark")
        assert "▌Quit" in screen_text(pilot.app)
        await pilot.press("enter")
    assert pilot.app.return_code == 0


async def test_zz_of_vim_and_ctrl_l_put_the_selected_row_into_the_middle(start, tmp_path):
    (tmp_path / "long.md").write_text("# L\n\n" + "".join(f"## How is {n} made?\n\nSo.\n\n" for n in range(80)))
    for preset, keys in (("vim", "zz"), ("", ["ctrl+l"])):
        async with start(actions=with_preset(preset), faq=load(tmp_path / "long.md")) as pilot:
            tree = pilot.app.main_screen.tree_view
            await pilot.press("tab", *"j" * 30)
            middle = tree.region.y + tree.size.height // 2
            rows = screen_text(pilot.app).splitlines()
            assert "▌" not in rows[middle]
            await pilot.press(*keys)
            rows = screen_text(pilot.app).splitlines()
            assert any("▌" in row for row in rows[middle - 1 : middle + 2])
            assert tree.has_focus
            await pilot.press("g", *keys)
            assert "near the middle" in screen_text(pilot.app)


async def test_what_is_said_names_the_keys_that_one_has(start, tmp_path):
    (tmp_path / "steps.md").write_text("# S\n\n## How?\n\n1. So.\n2. Done.\n")
    keys = {"bookmark": ["M"], "bookmarks": ["f7"], "untick": ["f8"], "copy_answer": ["ctrl+b"]}
    async with start(actions=remap(keys), faq=load(tmp_path / "steps.md")) as pilot:

        async def said(*pressed: str) -> str:
            await pilot.press(*pressed)
            return screen_text(pilot.app).splitlines()[-1].strip()

        assert await said("tab", "f7") == "no bookmark yet: M sets one"
        assert await said("M") == "bookmarked: F7 lists all"
        pilot.app.main_screen.copying.selected(3)
        assert await said() == "3 characters selected: ^B copies, esc lets go"
        assert await said("tab", "x", "x", "x") == "all steps are done: F8 takes the last tick back"
