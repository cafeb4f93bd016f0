"""The palette: actions and topics by a few letters of their names."""

from __future__ import annotations

import pytest

from support.screens import screen_text


async def open_palette(pilot, typed: str = "") -> str:
    await pilot.press("tab", "colon", *["space" if letter == " " else letter for letter in typed])
    return screen_text(pilot.app)


async def test_it_offers_every_named_action_with_its_keys_and_every_topic_by_groups(start):
    async with start(size=(80, 60)) as pilot:
        text = await open_palette(pilot)
        assert " copy   ▌Copy the answer  " in text
        assert "ctrl+y" in text
        groups = [line.split()[0] for line in text.splitlines()[2:-2] if line[1:2].strip()]
        assert groups == ["copy", "go", "view", "more", "find", "set", "topics"]
        assert "Next row" not in text
        for node in pilot.app.faq.library.categories:
            assert " / ".join(node.path) in text


async def test_letters_narrow_it_and_enter_does_what_is_selected(start):
    async with start() as pilot:
        text = await open_palette(pilot, "copy ans")
        assert "Copy the answer" in text.splitlines()[2]
        assert "Quit" not in text
        await pilot.press("enter")
        assert "to your terminal" in screen_text(pilot.app)


async def test_letters_that_are_keys_elsewhere_are_text_in_it(start):
    async with start() as pilot:
        await open_palette(pilot, "q?kj")
        assert pilot.app.screen.input.value == "q?kj"
        assert "no such action or topic" in screen_text(pilot.app)
        await pilot.press("enter")
        assert pilot.app.screen.input.value == "q?kj"


async def test_up_and_down_choose_and_a_topic_is_gone_to(start):
    async with start() as pilot:
        path = pilot.app.faq.library.categories[-1].path
        await open_palette(pilot, path[-1])
        await pilot.press("enter")
        assert pilot.app.screen.focused.id == "tree"
        assert pilot.app.main_screen.tree_view.selected.path == path


async def test_going_to_a_topic_leaves_the_result_of_a_filter(start):
    async with start(query="starter") as pilot:
        path = pilot.app.faq.library.categories[-1].path
        await open_palette(pilot, path[-1])
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.main_screen.filter.value == ""
        assert pilot.app.main_screen.tree_view.selected.path == path


async def test_actions_that_take_their_time_are_done_too(start):
    async with start() as pilot:
        await open_palette(pilot, "find in the answer")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.main_screen.find_in_answer.is_open


async def test_escape_closes_it_and_nothing_was_done(start):
    async with start() as pilot:
        before = screen_text(pilot.app)
        await pilot.press("ctrl+p", "escape")
        assert screen_text(pilot.app) == before


async def test_a_click_takes_a_row(start):
    async with start() as pilot:
        await open_palette(pilot, "shortcuts")
        await pilot.click("#palette-list", offset=(5, 0))
        await pilot.pause()
        assert screen_text(pilot.app).startswith(" Keys\n")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("help", "View all keys"),
        ("exit", "Quit"),
        ("zoom", "View only the answer"),
        ("history", "Go to something read before"),
        ("export", "Copy question, answer and source"),
        ("copy link", "Copy the link of this entry"),
        ("toc", "Go to a heading"),
        ("refresh", "Read the files again"),
        ("yank", "Copy the answer"),
    ],
)
async def test_words_that_people_have_for_an_action_find_it(start, typed, first):
    async with start() as pilot:
        assert first in (await open_palette(pilot, typed)).splitlines()[2]


@pytest.mark.parametrize(
    ("typed", "query"),
    [("only how", "kind:how-to "), ("code only", "has:code "), ("only link", "has:link ")],
)
async def test_it_narrows_the_list_to_entries_of_one_sort(start, typed, query):
    async with start(query="starter") as pilot:
        await open_palette(pilot, typed)
        assert screen_text(pilot.app).splitlines()[2].lstrip().startswith("find ")
        await pilot.press("enter")
        await pilot.pause()
        main = pilot.app.main_screen
        assert main.filter.value == f"starter {query}"
        assert main.focused is main.filter
        assert main.showing.listing.hits.query == main.filter.value
