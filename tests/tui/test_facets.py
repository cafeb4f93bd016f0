"""Facets while they are typed: what they can become stands in the status line, tab takes the first."""

from __future__ import annotations

from support.screens import screen_text


def status(pilot) -> str:
    return screen_text(pilot.app).splitlines()[-1]


async def test_a_facet_being_typed_is_offered_with_how_many_entries_it_leaves(start):
    async with start(size=(100, 24)) as pilot:
        await pilot.press(*"topic:o")
        assert "tab completes" in status(pilot)
        assert "topic:ovens 3" in status(pilot)


async def test_tab_completes_and_then_goes_round_the_panes_again(start):
    async with start() as pilot:
        await pilot.press(*"topic:ov", "tab")
        main = pilot.app.main_screen
        assert main.filter.value == "topic:ovens "
        assert "3 of 9" in screen_text(pilot.app).splitlines()[1]
        assert pilot.app.screen.focused.id == "filter"
        await pilot.press("tab")
        assert pilot.app.screen.focused.id == "tree"


async def test_words_before_a_facet_stay(start):
    async with start() as pilot:
        await pilot.press(*"steam", "space", *"kind:how", "tab")
        assert pilot.app.main_screen.filter.value == "steam kind:how-to "


async def test_what_is_no_facet_offers_nothing(start):
    async with start() as pilot:
        await pilot.press(*"error: x")
        assert "completes" not in status(pilot)
        await pilot.press("tab")
        assert pilot.app.screen.focused.id == "tree"


async def test_offers_that_do_not_fit_are_left_out_whole(start):
    async with start(size=(44, 20)) as pilot:
        await pilot.press(*"has:")
        assert len(status(pilot)) <= 44
        assert status(pilot).rstrip().split()[-1].isdigit()
