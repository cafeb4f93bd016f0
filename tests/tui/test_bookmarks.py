"""Bookmarks, and where the session before ended."""

import pytest

from faqtui.host.state import load, state_file
from support.screens import screen_text


@pytest.fixture
def kept(start, tmp_path):
    def starting(**more):
        environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "XDG_STATE_HOME": str(tmp_path)}
        return start(environment=environment, **more)

    return starting


def status(pilot):
    return screen_text(pilot.app).splitlines()[-1]


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_bookmark_is_there_in_the_next_session_and_a_number_goes_to_it(kept):
    async with kept(query="paper bags") as pilot:
        await press(pilot, "tab", "m")
        assert "bookmarked" in status(pilot)
    async with kept() as pilot:
        await press(pilot, "tab", "'")
        assert "▌ 1 Where are the paper bags?" in screen_text(pilot.app)
        await press(pilot, "1")
        assert "Under the counter" in screen_text(pilot.app)
        assert pilot.app.screen.focused.id == "answer"


async def test_a_second_m_takes_the_bookmark_away(kept):
    async with kept() as pilot:
        await press(pilot, "tab", "m", "m")
        assert "bookmark taken away" in status(pilot)
        await press(pilot, "'")
        assert "no bookmark yet" in status(pilot)


async def test_where_reading_ended_is_listed_next_time_with_its_place(kept):
    async with kept(query="daily report") as pilot:
        await press(pilot, "enter", "j", "j", "j", "q")
    async with kept() as pilot:
        await press(pilot, "tab", "'")
        assert "▌ 1 How do I write the daily report? (where you were last)" in screen_text(pilot.app)
        await press(pilot, "1")
        assert pilot.app.screen.answer.scrolling.top == 3


async def test_in_secure_mode_nothing_is_written(kept, tmp_path):
    async with kept(secure=True) as pilot:
        await press(pilot, "enter", "m")
        assert "for this session" in status(pilot)
        await press(pilot, "'")
        assert "▌ 1 How do I wake" in screen_text(pilot.app)
        await press(pilot, "escape", "q")
    assert list(tmp_path.iterdir()) == []


async def test_where_nothing_can_be_written_a_bookmark_lasts_for_the_session(kept, tmp_path):
    (tmp_path / "faqtui").write_text("in the way")
    async with kept() as pilot:
        await press(pilot, "enter", "m")
        assert "for this session" in status(pilot)
        await press(pilot, "'")
        assert "▌ 1 How do I wake" in screen_text(pilot.app)
        await press(pilot, "escape", "q")
        assert pilot.app.return_code == 0


async def test_only_browsing_leaves_nothing_behind(kept, tmp_path):
    async with kept() as pilot:
        await press(pilot, "down", "ctrl+q")
    assert load(state_file(tmp_path / "faqtui", ())).last is None


@pytest.mark.parametrize(("ascii_only", "sign"), [(False, "◆"), (True, "*")])
async def test_a_bookmarked_row_carries_a_mark_in_the_tree_now_and_next_time(kept, ascii_only, sign):
    def rows(pilot):
        return [line.partition("│")[0].partition("|")[0] for line in screen_text(pilot.app).splitlines()[3:-2]]

    async with kept(query="paper bags", ascii=ascii_only) as pilot:
        assert not any(sign in row for row in rows(pilot))
        await press(pilot, "tab", "m")
        (marked,) = [row for row in rows(pilot) if sign in row]
        assert "paper bags" in marked
    async with kept(ascii=ascii_only, query="paper bags") as pilot:
        assert [row for row in rows(pilot) if sign in row] == [marked]
        await press(pilot, "tab", "m")
        assert not any(sign in row for row in rows(pilot))
