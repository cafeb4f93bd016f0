"""What a category says by itself is read, copied, followed and found as an answer is, above the list of its questions."""

from pathlib import Path

import pytest

from faqtui.faq import Faq, load
from faqtui.tui.app import FaqtuiApp
from faqtui.view.rows import AboutRow, CategoryRow
from support.screens import screen_text

FERRY = Path(__file__).with_name("ferry.md")


@pytest.fixture
def ferry() -> Faq:
    return load(FERRY)


@pytest.fixture
def copied(monkeypatch):
    texts = []
    monkeypatch.setattr(FaqtuiApp, "copy_text", lambda self, text, what, **_: texts.append((what, text)))
    return texts


def shown(pilot) -> str:
    return screen_text(pilot.app)


async def test_a_category_shows_its_text_above_its_questions(start, ferry):
    async with start(faq=ferry) as pilot:
        await pilot.press("tab", "g", "down")
        lines = [line.partition("│")[2].strip() for line in shown(pilot).splitlines()]
        text = next(number for number, line in enumerate(lines) if line.startswith("Sold on board. See fares"))
        assert lines.index("Tickets") < text < lines.index("· What does a ticket cost?")
        await pilot.press("]")
        assert "Sold on board" not in shown(pilot)
        assert "· Where do bicycles stand?" in shown(pilot)


async def test_the_text_of_the_library_has_the_first_row_and_the_best_entry_is_shown(start, ferry):
    async with start(faq=ferry) as pilot:
        tree = pilot.app.screen.tree_view
        assert tree.rows[0] == AboutRow()
        assert pilot.app.screen.answer.entry.question == "What does a ticket cost?"
        await pilot.press("tab", "g")
        assert "Boats leave twice a day, from the northern" in shown(pilot)
        await pilot.press("enter")
        assert pilot.app.screen.focused is pilot.app.screen.answer


async def test_its_text_and_its_code_are_copied_as_written(start, ferry, copied):
    async with start(faq=ferry) as pilot:
        await pilot.press("tab", "g", "down", "y", "c", "Y")
        text = next(node.text for node in ferry.library.categories if node.path == ("Tickets",))
        assert copied[:2] == [("the text", text), ("the code block", "ticket --two")]
        what, whole = copied[2]
        assert (what, whole.splitlines()[0], whole.splitlines()[-1]) == (
            "title, text and source",
            "Tickets",
            f"({FERRY}:7)",
        )
        await pilot.press("]", "y")
        assert len(copied) == 3
        assert "no answer is shown" in shown(pilot)


async def test_its_links_are_followed_to_entries_and_addresses(start, ferry, copied):
    async with start(faq=ferry) as pilot:
        await pilot.press("tab", "g", "down", "f", "a")
        assert copied[-1][1] == "https://ferry.example/fares"
        await pilot.press("f", "s")
        assert pilot.app.screen.answer.entry.question == "Do dogs pay?"


async def test_finding_goes_through_its_text(start, ferry):
    async with start(faq=ferry) as pilot:
        await pilot.press("tab", "g", "down", "ctrl+f", *"board")
        assert "1/1" in shown(pilot)


async def test_the_filter_finds_a_text_as_its_category(start, ferry):
    async with start(faq=ferry, query="muzzles lent") as pilot:
        row = pilot.app.screen.tree_view.selected
        assert isinstance(row, CategoryRow)
        assert (row.path, row.found, row.entries) == (("Dogs",), True, 0)
        assert "1 text" in shown(pilot)
        assert "Muzzles are lent." in shown(pilot)
        assert "· Do dogs pay?" in shown(pilot)
        await pilot.press("tab", "enter")
        assert pilot.app.screen.focused is pilot.app.screen.answer


async def test_entries_that_match_as_well_come_first(start, ferry):
    async with start(faq=ferry, query="sold") as pilot:
        screen = pilot.app.screen
        assert screen.answer.entry.question == "What does a ticket cost?"
        await pilot.press("up")
        row = screen.tree_view.selected
        assert isinstance(row, CategoryRow)
        assert row.path == ("Tickets",)
        assert "1 of 4" in shown(pilot)


async def test_a_text_that_is_only_near_comes_below_the_nearest_entries(start, ferry):
    async with start(faq=ferry, query="northren quay") as pilot:
        assert "no close match; nearest:" in shown(pilot)
        assert pilot.app.screen.tree_view.selected == AboutRow(found=True)


async def test_no_text_is_found_where_none_has_the_words(start, ferry):
    async with start(faq=ferry, query="zeppelin") as pilot:
        assert "no match" in shown(pilot)


async def test_in_one_pane_a_text_begins_below_its_row_and_z_opens_it(start, ferry):
    async with start(faq=ferry, size=(60, 20)) as pilot:
        await pilot.press("tab", "g", "down")
        assert "Sold on board. See fares and dogs." in shown(pilot)
        await pilot.press("z")
        assert "ticket --two" in shown(pilot)
        await pilot.press("escape")
        assert "Bicycles" in shown(pilot)


async def test_the_editor_opens_where_the_text_stands(start, ferry, monkeypatch):
    asked = []
    async with start(faq=ferry, paths=(str(FERRY),)) as pilot:
        monkeypatch.setattr(pilot.app.screen.reloading, "_edit", lambda path, line: asked.append((path, line)))
        await pilot.press("tab", "g", "down", "e")
    assert asked == [(str(FERRY), 7)]
