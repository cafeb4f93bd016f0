"""Going back and forward through what was read."""

from pathlib import Path

import pytest

from faqtui.faq import load
from faqtui.view.history import History, Place
from support.screens import screen_text

LINKED = Path(__file__).with_name("linked.md")


@pytest.fixture
def linked():
    return load(LINKED)


def shown(app):
    return app.screen.answer.entry.question


async def test_back_from_a_link_and_forward_again(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "f", "a")
        assert shown(pilot.app) == "How do I feed the starter?"
        await pilot.press("H")
        assert shown(pilot.app) == "How do I bake sourdough bread?"
        assert pilot.app.screen.tree_view.selected.position == 0
        await pilot.press("L")
        assert shown(pilot.app) == "How do I feed the starter?"


async def test_back_keeps_how_far_down_one_was(start, linked):
    async with start(faq=linked, query="every supplier") as pilot:
        await pilot.press("enter", "j", "j", "j")
        assert pilot.app.screen.answer.scrolling.top == 3
        await pilot.press("/", *"feed", "enter", "H")
        assert shown(pilot.app) == "Where do I find every supplier?"
        assert pilot.app.screen.answer.scrolling.top == 3
        assert pilot.app.screen.focused.id == "answer"


async def test_entries_only_passed_in_the_list_are_not_gone_back_to(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "escape", "j", "j", "j", "enter", "H")
        assert shown(pilot.app) == "How do I bake sourdough bread?"


async def test_from_the_list_back_goes_to_what_was_read_last(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "escape", "j", "H")
        assert shown(pilot.app) == "How do I bake sourdough bread?"
        assert pilot.app.screen.focused.id == "answer"


async def test_entries_stepped_through_in_the_answer_were_read(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "J", "J", "H")
        assert shown(pilot.app) == "How do I feed the starter?"


async def test_at_the_ends_it_says_so(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "H")
        assert "nothing was read before this" in screen_text(pilot.app).splitlines()[-1]
        await pilot.press("L")
        assert "nothing was read after this" in screen_text(pilot.app).splitlines()[-1]


def test_reading_something_else_forgets_what_was_ahead():
    history = History()
    for entry in ("a", "b", "c"):
        history.visit(entry)
    history.back("c")
    history.visit("d")
    assert history.forward() is None
    assert history.back("d") == Place("b")
    assert history.back("b") == Place("a")
    assert history.back("a") is None


def test_an_entry_that_is_gone_is_left_out():
    history = History()
    for entry in ("a", "b", "c"):
        history.visit(entry)
    history.keep(lambda entry: entry != "b")
    assert history.back("c") == Place("a")
    assert history.forward() == Place("c")


async def test_what_was_read_is_a_list_the_latest_first(start):
    async with start() as pilot:
        await pilot.press("enter", "J", "J", "quotation_mark")
        lines = screen_text(pilot.app).splitlines()
        assert lines[0] == " Go back to which answer?"
        assert "Why does my dough tear" in lines[2]
        assert "sleeping sourdough" in lines[3]
        await pilot.press("down", "enter")
        assert "Feed it twice" in screen_text(pilot.app)


async def test_where_nothing_was_read_there_is_nothing_to_go_back_to(start):
    async with start() as pilot:
        await pilot.press("tab", "quotation_mark")
        assert "nothing else was read" in screen_text(pilot.app)
