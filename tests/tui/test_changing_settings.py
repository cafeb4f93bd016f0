"""Settings that are changed from the palette: seen before they are taken, held from then on, written into the file."""

from __future__ import annotations

import pytest

from support.screens import screen_text, styled_runs


@pytest.fixture
def file(tmp_path):
    return tmp_path / ".config/faqtui/config.toml"


def background(pilot) -> str:
    """The background of the first title on the screen, as rich names it."""
    return styled_runs(pilot.app, 0)[0][1].rpartition("on ")[2]


async def test_a_theme_is_seen_while_it_is_selected_and_gone_when_the_palette_closes(start, file):
    async with start(environment=None) as pilot:
        usual = styled_runs(pilot.app, 0)
        await pilot.press("ctrl+p", *"theme", "space", *"light")
        await pilot.pause()
        assert "on" in styled_runs(pilot.app, 0)[0][1]
        await pilot.press("escape")
        await pilot.pause()
        assert styled_runs(pilot.app, 0) == usual
    assert not file.exists()


async def test_a_theme_that_is_taken_holds_and_is_kept(start, file):
    async with start() as pilot:
        await pilot.press("ctrl+p", *"dark", "enter")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "theme: " in text.splitlines()[-1]
        assert pilot.app.skin.theme.name == "dark"
        shown = pilot.app.screen._compositor.render_strips(pilot.app.size)
        plain = [
            s.text for strip in shown for s in strip if s.text.strip() and (s.style is None or not s.style.bgcolor)
        ]
        assert plain == []
    assert file.read_text() == 'theme = "dark"\n'


async def test_the_mouse_is_left_to_the_terminal_and_taken_again(start, file):
    async with start() as pilot:
        await pilot.press("ctrl+p", *"mouse", "down", "enter")
        assert pilot.app.options.mouse is False
        assert file.read_text() == "mouse = false\n"
        await pilot.press("ctrl+p", *"mouse", "enter")
        assert pilot.app.options.mouse is True
    assert file.read_text() == "mouse = true\n"


async def test_secure_mode_changes_it_for_the_session_and_writes_nothing(start, file):
    async with start(secure=True) as pilot:
        await pilot.press("ctrl+p", *"dark", "enter")
        assert "for this session" in screen_text(pilot.app)
        assert pilot.app.skin.theme.name == "dark"
    assert not file.exists()


@pytest.mark.parametrize("word", ["settings", "colours", "theme", "mouse", "dark", "click"])
async def test_people_find_settings_by_their_own_words(start, word):
    async with start(size=(80, 40)) as pilot:
        await pilot.press("ctrl+p", *word)
        assert "\n set " in screen_text(pilot.app)
