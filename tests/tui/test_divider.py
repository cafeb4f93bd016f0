"""The line between tree and answer: moved by keys and by the mouse, and remembered."""

from __future__ import annotations

from support.screens import screen_text


def column(pilot) -> int:
    return screen_text(pilot.app).splitlines()[2].index("┬")


async def test_keys_move_it_and_it_stays_there_the_next_time(start):
    async with start() as pilot:
        assert column(pilot) == 30
        await pilot.press("tab", "greater_than_sign", "greater_than_sign", "less_than_sign")
        assert column(pilot) == 34
        assert "wake a sleeping sourdough sta" in screen_text(pilot.app)
    async with start() as pilot:
        assert column(pilot) == 34
    async with start(size=(160, 24)) as pilot:
        assert column(pilot) == 68


async def test_either_pane_keeps_some_room(start):
    async with start() as pilot:
        await pilot.press("tab", *["greater_than_sign"] * 30)
        assert column(pilot) == 80 - 16 - 1
        await pilot.press(*["less_than_sign"] * 30)
        assert column(pilot) == 16


async def test_the_mouse_pulls_it(start):
    async with start() as pilot:
        await pilot.mouse_down("#divider", offset=(0, 5))
        await pilot.hover("#panes", offset=(45, 5))
        assert column(pilot) == 45
        await pilot.mouse_up("#panes", offset=(40, 5))
        await pilot.pause()
        assert column(pilot) == 40
        await pilot.hover("#panes", offset=(20, 5))
        assert column(pilot) == 40


async def test_where_there_is_one_pane_there_is_nothing_to_move(start):
    async with start(size=(60, 20)) as pilot:
        await pilot.press("tab", "greater_than_sign")
        assert "there is one pane only" in screen_text(pilot.app)


async def test_what_was_remembered_may_be_damaged(start, tmp_path):
    file = tmp_path / ".local/state/faqtui/layout.json"
    file.parent.mkdir(parents=True)
    for damaged in ("", "{", "[]", '{"tree": 2.0}', '{"tree": "x"}', '{"tree": true}'):
        file.write_text(damaged)
        async with start() as pilot:
            assert column(pilot) == 30


async def test_secure_mode_moves_it_for_the_session_only(start, tmp_path):
    async with start(secure=True) as pilot:
        await pilot.press("tab", "greater_than_sign")
        assert column(pilot) == 34
    assert not list(tmp_path.iterdir())
