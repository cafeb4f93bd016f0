"""Settings that are changed from the palette: seen before they are taken, held from then on, written into the file."""

from __future__ import annotations

import pytest

from faqtui.faq import load
from faqtui.host.settings import parse
from faqtui.host.terminal import Terminal
from faqtui.start.opening import Opening
from faqtui.view.options import from_settings
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


LONG = "ovenctl --deck 2 --celsius 250 --steam low --notify baker@bakery.example --timeout 3600 --then-ring-the-bell"


async def test_long_lines_of_code_are_broken_and_scroll_again(start, file, tmp_path):
    path = tmp_path / "faq.md"
    path.write_text(f"# A\n\n## How is it heated?\n\n```sh\n{LONG}\n```\n")
    async with start(faq=load(path)) as pilot:
        assert "--then-ring-the-bell" not in screen_text(pilot.app)
        await pilot.press("ctrl+p", *"wrap", "enter")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "--then-ring-the-bell" in text
        assert "long lines of code are broken, from now on" in " ".join(text.split())
        assert file.read_text() == "wrap = true\n"
        await pilot.press("ctrl+p", *"scroll long", "enter")
        await pilot.pause()
        assert "--then-ring-the-bell" not in screen_text(pilot.app)
    assert file.read_text() == "wrap = false\n"


async def test_from_the_first_frame_on_lines_are_broken_where_the_settings_say_so(start, tmp_path):
    path = tmp_path / "faq.md"
    path.write_text(f"# A\n\n## How is it heated?\n\n```sh\n{LONG}\n```\n")
    faq, env = load(path), {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    options = from_settings(parse(b"wrap = true", path), secure=False)
    async with start(faq=faq, wrap=options.wrap) as pilot:
        lines = Opening(faq, options, Terminal.from_environment(env), env).lines(80, 24)
        assert "--then-ring-the-bell" in screen_text(pilot.app)
        early = ["".join(piece.text for piece in line).rstrip() for line in lines or ()]
        assert early[:-1] == screen_text(pilot.app).splitlines()[:-1]


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


@pytest.mark.parametrize("size", [(80, 24), (50, 20)], ids=str)
async def test_where_a_setting_is_kept_is_told_to_the_end_of_the_file_name(start, size):
    async with start(size=size) as pilot:
        await pilot.press("ctrl+p", *"break", "enter")
        await pilot.pause()
        last = screen_text(pilot.app).splitlines()[-1]
        assert last.startswith(" long lines of code are broken, from now on")
        assert last.endswith("config.toml") or "/" not in last
