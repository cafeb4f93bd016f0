"""Lines to type into: words at a time, no more than they can hold, and nothing empty for the clipboard."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.widget import Widget
from textual.widgets import Input

from faqtui.tui.widgets.line_input import LONGEST, LineInput
from support.screens import screen_text


@pytest.mark.parametrize(
    ("keys", "value", "cursor"),
    [
        (["alt+left"], "printer paper", 8),
        (["alt+b"], "printer paper", 8),
        (["alt+left", "alt+left"], "printer paper", 0),
        (["home", "alt+right"], "printer paper", 8),
        (["home", "alt+f", "X"], "printer Xpaper", 9),
        (["home", "alt+d"], "paper", 0),
        (["alt+backspace"], "printer ", 8),
    ],
)
async def test_alt_moves_and_deletes_by_words(start, keys, value, cursor):
    async with start() as pilot:
        pilot.app.main_screen.filter.put("printer paper")
        await pilot.press(*keys)
        line = pilot.app.main_screen.filter
        assert (line.value, line.cursor_position) == (value, cursor)


@pytest.mark.parametrize("text", ["x" * 16_000, "many words " * 5_000, "\n" * 3_000, "é" * LONGEST + "z"])
async def test_a_line_takes_some_hundred_characters(start, text):
    async with start() as pilot:
        line = pilot.app.main_screen.filter
        line.put(text)
        await pilot.pause()
        assert len(line.value) <= LONGEST
        await pilot.press("home", "a")
        assert len(line.value) <= LONGEST
        line.set_query(text)
        assert len(line.value) <= LONGEST


async def test_what_is_put_in_place_of_a_selection_has_its_room(start):
    async with start() as pilot:
        line = pilot.app.main_screen.filter
        line.put("a" * LONGEST)
        line.select_all()
        line.put("b" * LONGEST)
        await pilot.pause()
        assert line.value == "b" * LONGEST


@pytest.mark.parametrize("keys", [["ctrl+x"], ["ctrl+c"], ["tab", "ctrl+x"]])
async def test_nothing_empty_is_sent(start, keys, monkeypatch):
    sent = []
    monkeypatch.setattr("faqtui.live.sending.Sending.start", lambda _, text, what: sent.append(text))
    async with start() as pilot:
        await pilot.press("o", *keys)
        assert sent == []


@pytest.mark.parametrize("text", ["", "\x07", "\n\n", "\x1b\x9b"])
async def test_what_has_nothing_in_it_is_said_and_not_sent(start, text, monkeypatch):
    sent = []
    monkeypatch.setattr("faqtui.live.sending.Sending.start", lambda _, text, what: sent.append(text))
    async with start() as pilot:
        pilot.app.copy_text(text, "the answer")
        await pilot.pause()
        assert sent == []
        assert "nothing to copy" in pilot.app.main_screen.surround._message[0]


@pytest.mark.parametrize("way", ["query", "paste", "narrower", "typed"])
async def test_the_end_that_is_typed_at_is_in_view_however_it_came_about(start, way):
    text = "where does all the flour of the mill go at night"
    async with start(size=(80 if way == "narrower" else 40, 12), query=text if way == "query" else "") as pilot:
        if way == "paste":
            pilot.app.post_message(Paste(text))
        elif way == "narrower":
            pilot.app.main_screen.filter.put(text)
            await pilot.resize_terminal(40, 12)
        elif way == "typed":
            await pilot.press(*text)
        await pilot.pause()
        assert text[-13:] in screen_text(pilot.app).splitlines()[1]


@pytest.mark.parametrize("theme", ["dark", "none"])
async def test_a_line_is_drawn_as_textual_draws_lines(start, theme, monkeypatch):
    async with start(theme=theme) as pilot:
        line = pilot.app.main_screen.filter
        for text in ("e\u0301tude", "long " * 40, "漢字" * 60):
            line.focus()
            line.set_query(text)
            for keys in ([], ["left"], ["home"], ["shift+right"], ["right"], ["tab"]):
                await pilot.press(*keys)
                crop = line.size.region
                ours = [list(strip.simplify()) for strip in line.render_lines(crop)]
                with monkeypatch.context() as patched:
                    patched.setattr(LineInput, "render_line", Input.render_line)
                    line.refresh()
                    theirs = [list(strip.simplify()) for strip in Widget.render_lines(line, crop)]
                line.refresh()
                assert ours == theirs, (text, keys)
