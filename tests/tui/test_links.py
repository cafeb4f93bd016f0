"""Following links by hints."""

from pathlib import Path

import pytest

from faqtui.faq import load
from faqtui.tui.app import FaqtuiApp
from faqtui.view.answer.targets import hint_names
from support.screens import screen_text, styled_runs

LINKED = Path(__file__).with_name("linked.md")


@pytest.fixture
def linked():
    return load(LINKED)


@pytest.fixture
def copied(monkeypatch):
    texts = []
    monkeypatch.setattr(FaqtuiApp, "send", lambda self, sequence: None)
    real = FaqtuiApp.copy_text

    def spy(self, text, what, **more):
        texts.append(text)
        real(self, text, what, **more)

    monkeypatch.setattr(FaqtuiApp, "copy_text", spy)
    return texts


def hints(app):
    rows = range(3, len(screen_text(app).splitlines()) - 2)
    return [text for row in rows for text, how in styled_runs(app, row) if "reverse" in how]


def shown(app):
    return app.screen.answer.entry.question


async def test_hints_stand_on_the_links_and_a_letter_opens_the_entry(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "f")
        assert hints(pilot.app) == ["a", "s", "d"]
        assert "open the link" in screen_text(pilot.app).splitlines()[-1]
        await pilot.press("a")
        assert shown(pilot.app) == "How do I feed the starter?"
        assert pilot.app.screen.focused.id == "answer"
        assert pilot.app.screen.tree_view.selected.position == 1


async def test_a_link_to_the_web_is_copied_and_what_was_done_is_said_first(start, linked, copied):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "f", "s")
        assert copied == ["https://bakery.example/guides/sourdough"]
        said = screen_text(pilot.app).splitlines()[-1]
        assert said.startswith(" link sent to your terminal")
        assert said.rstrip().endswith("https://bakery.example/guides/sourdough")
        assert shown(pilot.app) == "How do I bake sourdough bread?"


async def test_a_link_to_nowhere_says_so(start, linked, copied):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "f", "d")
        assert "#not-there-at-all is no entry" in screen_text(pilot.app).splitlines()[-1]
        assert copied == []


async def test_escape_takes_the_hints_away_and_nothing_else(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "f", "escape")
        assert hints(pilot.app) == []
        assert pilot.app.screen.focused.id == "answer"


async def test_letters_without_a_link_say_so_and_are_no_keys(start, linked):
    async with start(faq=linked) as pilot:
        await pilot.press("enter", "f", "q")
        assert pilot.app.is_running
        assert hints(pilot.app) == []
        assert "no link has the letters q" in screen_text(pilot.app).splitlines()[-1]


async def test_an_answer_without_links_says_so(start, linked):
    async with start(faq=linked, query="shop open") as pilot:
        await pilot.press("tab", "f")
        assert "no link" in screen_text(pilot.app).splitlines()[-1]


async def test_a_link_below_is_scrolled_into_view(start, linked):
    async with start(faq=linked, query="every supplier") as pilot:
        await pilot.press("enter")
        assert "the mill" not in screen_text(pilot.app)
        await pilot.press("f")
        assert hints(pilot.app) == ["a"]


async def test_an_opened_entry_that_the_filter_did_not_find_is_shown_and_the_list_stays(start, linked):
    async with start(faq=linked, query="bake sourdough") as pilot:
        before = [line.partition("│")[0] for line in screen_text(pilot.app).splitlines()[3:-2]]
        await pilot.press("enter", "f", "a")
        assert shown(pilot.app) == "How do I feed the starter?"
        if len(pilot.app.screen.showing.listing.reading_order()) == 1:
            after = [line.partition("│")[0] for line in screen_text(pilot.app).splitlines()[3:-2]]
            assert after == before


async def test_on_a_narrow_screen_f_goes_to_the_answer(start, linked):
    async with start(faq=linked, size=(40, 10)) as pilot:
        await pilot.press("tab", "f")
        assert hints(pilot.app) == ["a", "s", "d"]


async def test_similar_entries_stand_below_the_answer_and_are_links(start):
    async with start() as pilot:
        text = screen_text(pilot.app)
        assert "See also" not in text
    faq = load(LINKED.with_name("similar.md"))
    async with start(faq=faq) as pilot:
        text = screen_text(pilot.app)
        assert "See also" in text
        assert "· Which permissions does a registry token need?" in text
        await pilot.press("enter", "f")
        assert hints(pilot.app) == ["a"]
        await pilot.press("a")
        assert shown(pilot.app) == "Which permissions does a registry token need?"
        await pilot.press("H")
        assert shown(pilot.app) == "How do I keep a registry token fresh?"


@pytest.mark.parametrize("count", [1, 26, 27, 700])
def test_hints_are_different_and_of_equal_length(count):
    names = hint_names(count)
    assert len(set(names)) == count
    assert {len(name) for name in names} == {1 if count <= 26 else 2 if count <= 676 else 3}


async def test_a_capital_letter_opens_the_address_in_the_browser_here(start, linked, monkeypatch):
    asked = []

    def opened(url, env, *, secure):
        asked.append((url, secure))
        return "not opened: no desktop here to open it on"

    monkeypatch.setattr("faqtui.host.browser.open_in_browser", opened)
    async with start(faq=linked, size=(100, 24)) as pilot:
        await pilot.press("enter", "f")
        urls = {target.url: name for name, target in pilot.app.main_screen.following._targets.items()}
        url = next(url for url in urls if url.startswith("https://"))
        await pilot.press(urls[url].upper())
        for _ in range(100):
            await pilot.pause(0.02)
            if asked:
                break
        await pilot.pause()
        assert asked == [(url, False)]
        assert "not opened: no desktop here" in screen_text(pilot.app).splitlines()[-1]


async def test_links_are_offered_where_there_are_some(start, linked):
    async with start(size=(120, 24), faq=linked) as pilot:
        await pilot.press("tab", "tab")
        for key, question, offered in (
            ("", "How do I bake sourdough bread?", True),
            ("J", "How do I feed the starter?", True),
            ("J", "When is the shop open?", False),
            ("K", "How do I feed the starter?", True),
            ("J", "When is the shop open?", False),
        ):
            await pilot.press(*([key] if key else []))
            await pilot.pause()
            assert shown(pilot.app) == question
            assert ("f links" in screen_text(pilot.app).splitlines()[-1]) is offered
