"""Reading the files again."""

import asyncio
import shutil
from pathlib import Path

import pytest

from faqtui.faq import load
from support.screens import screen_text

BAKERY = Path(__file__).with_name("bakery.md")


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.md"
    shutil.copy(BAKERY, path)
    return path


@pytest.fixture
def opened(start, mine, tmp_path):
    def opening(**more):
        environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(tmp_path / "cache")}
        faq = load(mine, cache_dir=tmp_path / "cache" / "faqtui")
        return start(faq=faq, paths=(str(mine),), environment=environment, **more)

    return opening


async def reload(pilot):
    await pilot.press("r")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def status(pilot):
    return screen_text(pilot.app).splitlines()[-1]


async def test_what_changed_is_shown_with_entry_place_and_focus_kept(opened, mine):
    async with opened(query="daily report") as pilot:
        await pilot.press("enter", "j", "j")
        mine.write_text(mine.read_text().replace("hour 9:", "at nine:").replace("### Can I bake", "### Did I bake"))
        await reload(pilot)
        assert "at nine:" in screen_text(pilot.app)
        assert pilot.app.screen.answer.scrolling.top == 2
        assert pilot.app.screen.focused.id == "answer"
        assert pilot.app.screen.filter.value == "daily report"
        assert "read again: 9 questions" in status(pilot)


async def test_a_new_entry_is_found_afterwards(opened, mine):
    async with opened() as pilot:
        mine.write_text(mine.read_text() + "\n### Who feeds the bakery cat?\n\nWhoever comes first.\n")
        await pilot.press("tab")
        await reload(pilot)
        assert "10 questions" in screen_text(pilot.app).splitlines()[0]
        await pilot.press("/", *"cat")
        assert "Whoever comes first." in screen_text(pilot.app)


async def test_an_entry_that_is_gone_gives_way_to_another(opened, mine):
    async with opened() as pilot:
        await pilot.press("tab", "enter")
        text = mine.read_text()
        start, end = text.index("### How do I wake"), text.index("### Why does my")
        mine.write_text(text[:start] + text[end:])
        await reload(pilot)
        assert "It has not rested." in screen_text(pilot.app)
        await pilot.press("H")
        assert pilot.app.is_running


async def test_a_file_that_is_gone_leaves_what_was_read(opened, mine):
    async with opened() as pilot:
        mine.unlink()
        await pilot.press("tab")
        await reload(pilot)
        assert "kept what was read before" in status(pilot)
        assert "Feed it twice" in screen_text(pilot.app)


async def test_folded_categories_stay_folded(opened, mine):
    async with opened() as pilot:
        await pilot.press("tab", "h")
        assert "▸ Dough" in screen_text(pilot.app)
        mine.write_text(mine.read_text() + "\n")
        await pilot.press("j")
        await reload(pilot)
        assert "▸ Dough" in screen_text(pilot.app)


async def test_what_cannot_be_read_again_says_so(start):
    async with start() as pilot:
        await pilot.press("tab", "r")
        assert "does not change" in status(pilot)
    async with start(paths=("-",)) as pilot:
        await pilot.press("tab", "r")
        assert "standard input cannot be read again" in status(pilot)


async def test_only_ones_own_files_are_edited_and_none_in_secure_mode(start, opened):
    async with start() as pilot:
        await pilot.press("tab", "e")
        assert "not yours to edit" in status(pilot)
    async with opened(secure=True) as pilot:
        await pilot.press("tab", "e")
        assert "secure mode runs no editor" in status(pilot)


async def until(pilot, is_so):
    """Wait for what comes by itself, at most some seconds."""
    for _ in range(400):
        await pilot.pause(0.02)
        if is_so():
            return
    raise AssertionError(screen_text(pilot.app))


@pytest.fixture
def quick(monkeypatch):
    """Look for changes often."""
    monkeypatch.setattr("faqtui.host.watching.EVERY", 0.03)
    monkeypatch.setattr("faqtui.host.watching.SETTLED_AFTER", 0.03)


async def test_a_file_that_changes_is_read_without_being_asked(quick, opened, mine):
    async with opened() as pilot:
        await pilot.press("down", "tab")
        mine.write_text(mine.read_text().replace("It has not rested.", "It wants to rest."))
        await until(pilot, lambda: "read again: 9 questions" in status(pilot))
        assert "It wants to rest." in screen_text(pilot.app)
        assert pilot.app.screen.focused.id == "tree"


async def test_an_entry_whose_question_was_edited_stays_in_view(quick, opened, mine):
    async with opened() as pilot:
        await pilot.press("down", "down")
        shown = pilot.app.main_screen.answer.entry
        mine.write_text(mine.read_text().replace(shown.question_markdown, "What is asked now?"))
        await until(pilot, lambda: "What is asked now?" in screen_text(pilot.app))
        assert pilot.app.main_screen.answer.entry.answer == shown.answer


async def test_a_file_that_was_touched_and_is_the_same_draws_nothing(quick, opened, mine):
    async with opened() as pilot:
        loaded = pilot.app.faq
        mine.touch()
        await asyncio.sleep(0.3)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert pilot.app.faq is loaded
        assert "read again" not in status(pilot)


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\x00\x01" * 500),
                                   lambda path: path.write_text("")])  # fmt: skip
async def test_a_file_that_breaks_keeps_its_last_good_copy_until_it_is_whole_again(quick, opened, mine, spoil):
    async with opened() as pilot:
        whole = mine.read_text()
        spoil(mine)
        await until(pilot, lambda: "kept what was read before" in status(pilot))
        assert "mine.md" in status(pilot)
        assert "Feed it twice" in screen_text(pilot.app)
        mine.write_text(whole.replace("Feed it twice", "Feed it thrice"))
        await until(pilot, lambda: "Feed it thrice" in screen_text(pilot.app))


async def test_many_entries_are_parsed_by_another_process(quick, opened, mine, monkeypatch, tmp_path):
    from faqtui.start import elsewhere

    asked = []
    monkeypatch.setattr("faqtui.live.rereading.IN_ANOTHER_PROCESS", 3)
    really = elsewhere.save_elsewhere
    monkeypatch.setattr(elsewhere, "save_elsewhere", lambda *given: asked.append(really(*given)))
    async with opened() as pilot:
        mine.write_text(mine.read_text() + "\n### Who feeds the bakery cat?\n\nWhoever comes first.\n")
        await until(pilot, lambda: "read again: 10 questions" in status(pilot))
    assert asked == [True]
