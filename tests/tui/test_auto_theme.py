"""The theme that goes by the terminal's background, in a session that is there already."""

from __future__ import annotations

import json

import pytest

from support.screens import screen_text

WHITE, BLACK = "rgb:ffff/ffff/ffff", "#000000"


@pytest.fixture
def file(tmp_path):
    return tmp_path / ".local/state/faqtui/backgrounds.json"


async def kept(pilot, file):
    for _ in range(100):
        if file.exists():
            break
        await pilot.pause(0.05)
    return json.loads(file.read_text())


async def test_until_the_terminal_answers_it_has_the_terminals_own_colours(start):
    async with start(theme="auto") as pilot:
        assert pilot.app.skin.theme.name == "ansi"


@pytest.mark.parametrize(("colour", "shade"), [(WHITE, "light"), (BLACK, "dark")])
async def test_an_answer_puts_it_on_and_is_remembered(start, file, colour, shade):
    async with start(theme="auto") as pilot:
        before = screen_text(pilot.app)
        pilot.app.background_told(colour)
        await pilot.pause()
        assert pilot.app.skin.theme.name == shade
        assert screen_text(pilot.app) == before
        assert await kept(pilot, file) == {"xterm-256color": shade}


async def test_it_is_put_on_below_what_is_open_too(start):
    async with start(theme="auto") as pilot:
        await pilot.press("f1")
        pilot.app.background_told(BLACK)
        await pilot.press("escape")
        await pilot.pause()
        shown = pilot.app.screen._compositor.render_strips(pilot.app.size)
        assert all(piece.style and piece.style.bgcolor for strip in shown for piece in strip if piece.text.strip())


async def test_what_says_nothing_changes_nothing(start, file):
    async with start(theme="auto", shade="light") as pilot:
        pilot.app.background_told("beige")
        await pilot.pause()
        assert pilot.app.skin.theme.name == "light"


async def test_secure_mode_remembers_nothing(start, file):
    async with start(theme="auto", secure=True) as pilot:
        pilot.app.background_told(WHITE)
        await pilot.pause(0.5)
        assert pilot.app.skin.theme.name == "light"
    assert not file.exists()


async def test_the_palette_has_it_and_says_that_it_is_on(start):
    async with start(theme="auto", shade="dark") as pilot:
        await pilot.press("ctrl+p", *"auto")
        await pilot.pause()
        row = next(line for line in screen_text(pilot.app).splitlines() if "Theme auto" in line)
        assert row.endswith("now")
        await pilot.press("backspace", "backspace", "backspace", "backspace", *"theme", "space", *"light")
        await pilot.pause()
        assert pilot.app.skin.theme.name == "light"
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.skin.theme.name == "dark"
        assert pilot.app.options.theme == "auto"


async def test_another_theme_that_was_chosen_meanwhile_stays(start):
    async with start(theme="auto") as pilot:
        pilot.app.put_on("dark")
        pilot.app.background_told(WHITE)
        assert pilot.app.skin.theme.name == "dark"
        pilot.app.put_on("auto")
        assert pilot.app.skin.theme.name == "light"
