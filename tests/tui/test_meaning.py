"""Sentences that are found by what they mean, on the screen. The model is one of a bakery's ideas."""

import asyncio
import sys
from threading import Event

import pytest

from faqtui.host.threads import YIELD, begin
from faqtui.live.searching import LiveSearch
from faqtui.tui.app import KEEP_AFTER
from support.meanings import ideas
from support.screens import screen_text

__all__ = ["ideas"]

SENTENCE = "they return a loaf and want reimbursement, reimburse"


async def type_text(pilot, text):
    await pilot.press(*("space" if c == " " else "comma" if c == "," else c for c in text))


async def seen(pilot, is_so):
    """Wait until something is so: what is found by meaning comes from a thread, some time after the last letter."""
    for _ in range(600):
        if is_so():
            return
        await asyncio.sleep(0.02)
    pytest.fail(screen_text(pilot.app))


@pytest.fixture
def ready(ideas, bakery):
    bakery.meaning.complete()
    return ideas


def row_of(app):
    return next(line for line in screen_text(app).splitlines() if "▌" in line)


async def test_a_sentence_finds_after_a_pause_what_says_the_same_and_says_how(start, ready, monkeypatch):
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 3600.0)
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        assert "~ " not in screen_text(pilot.app)
        monkeypatch.setattr("faqtui.live.meant.PAUSE", 0.0)
        await type_text(pilot, " ")
        await seen(pilot, lambda: "▌~ " in screen_text(pilot.app))
        assert "efund" in row_of(pilot.app)
        assert "Open the till with your card" in screen_text(pilot.app)


async def test_typing_on_is_answered_by_words_at_once_and_by_meaning_after_the_next_pause(start, ready, monkeypatch):
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        await seen(pilot, lambda: "▌~ " in screen_text(pilot.app))
        monkeypatch.setattr("faqtui.live.meant.PAUSE", 3600.0)
        await type_text(pilot, " so")
        assert "▌~ " not in screen_text(pilot.app)
        monkeypatch.setattr("faqtui.live.meant.PAUSE", 0.0)
        await type_text(pilot, " ")
        await seen(pilot, lambda: "▌~ " in screen_text(pilot.app))


async def test_meaning_comes_after_the_words_however_long_these_take(start, ready, monkeypatch):
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 3600.0)
    let_go = Event()
    timed = LiveSearch._timed
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        monkeypatch.setattr("faqtui.live.meant.PAUSE", 0.0)
        search = pilot.app.screen.filtering.search
        monkeypatch.setattr(LiveSearch, "_timed", lambda self, query: (let_go.wait(60), timed(self, query))[1])
        search._slow = True
        await type_text(pilot, " so")
        await pilot.pause(0.05)
        let_go.set()
        await seen(pilot, lambda: "▌~ " in screen_text(pilot.app))


async def test_a_sentence_that_stands_in_the_filter_is_looked_for_in_what_was_read_again(start, ready, monkeypatch):
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 3600.0)
    let_go = Event()
    timed = LiveSearch._timed
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        filtering = pilot.app.screen.filtering
        monkeypatch.setattr("faqtui.live.meant.PAUSE", 0.0)
        monkeypatch.setattr(LiveSearch, "_timed", lambda self, query: (let_go.wait(60), timed(self, query))[1])
        filtering.adopt()
        filtering.search._slow = True
        filtering.run(SENTENCE)
        await pilot.pause(0.05)
        let_go.set()
        await seen(pilot, lambda: "▌~ " in screen_text(pilot.app))


async def test_a_sentence_typed_before_there_is_an_index_is_looked_for_when_there_is_one(start, ready, monkeypatch):
    let_go = Event()
    monkeypatch.setattr("faqtui.live.searching.SMALL", 0)
    monkeypatch.setattr("faqtui.live.searching.SMALL_INDEX", 0)
    build = LiveSearch._build
    monkeypatch.setattr(LiveSearch, "_build", lambda self: (let_go.wait(60), build(self))[1])
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        assert "indexing" in screen_text(pilot.app)
        await pilot.pause(0.2)
        let_go.set()
        await seen(pilot, lambda: "▌~ " in screen_text(pilot.app))


async def test_enter_reads_what_the_sentence_means_without_waiting_for_the_pause(start, ready, monkeypatch):
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 3600.0)
    monkeypatch.setattr("faqtui.live.meant.PATIENCE", 60.0)
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        await pilot.press("enter")
        await seen(pilot, lambda: pilot.app.screen.focused.id == "answer")
        assert "refund" in pilot.app.screen.answer.entry.question.lower()


async def test_enter_does_not_wait_for_ever(start, ready, monkeypatch):
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 3600.0)
    monkeypatch.setattr("faqtui.live.meant.PATIENCE", 0.05)
    let_go = Event()
    query = ready.query
    monkeypatch.setattr(ready, "query", lambda text: (let_go.wait(60), query(text))[1])
    try:
        async with start() as pilot:
            await type_text(pilot, SENTENCE)
            await pilot.press("enter")
            await seen(pilot, lambda: pilot.app.screen.focused.id == "answer")
            let_go.set()
    finally:
        let_go.set()


async def test_who_has_moved_on_keeps_the_list_that_words_found(start, ready, monkeypatch):
    asked = []
    query = ready.query
    monkeypatch.setattr(ready, "query", lambda text: (asked.append(text), query(text))[1])
    async with start() as pilot:
        await type_text(pilot, "how do I return the bread that was baked too long and reimburse")
        await pilot.press("down")
        before = screen_text(pilot.app)
        await seen(pilot, lambda: asked)
        await pilot.pause(0.1)
        assert screen_text(pilot.app) == before


async def test_the_screen_is_given_way_to_while_a_model_is_loaded_and_asked(start, ideas, bakery, monkeypatch):
    usual = sys.getswitchinterval()
    during = {}
    loading, query = LiveSearch.load_meaning, ideas.query

    def load(self):
        during["load"] = sys.getswitchinterval()
        loading(self)

    def asked(text):
        during["query"] = sys.getswitchinterval()
        return query(text)

    monkeypatch.setattr(LiveSearch, "load_meaning", load)
    monkeypatch.setattr(ideas, "query", asked)
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        await seen(pilot, lambda: len(during) == 2)
        assert {name: round(seconds, 6) for name, seconds in during.items()} == {"load": YIELD, "query": YIELD}
        await seen(pilot, lambda: sys.getswitchinterval() == usual)


async def test_nothing_is_loaded_and_no_thread_begun_before_a_sentence_is_typed(start, ideas, bakery, monkeypatch):
    begun = []
    monkeypatch.setattr("faqtui.live.meant.begin", lambda work: (begun.append(work), begin(work))[1])
    async with start() as pilot:
        await type_text(pilot, "refund the card")
        await pilot.press("down", "up")
        assert not begun
        assert not bakery.meaning.is_ready
        await type_text(pilot, " they paid with")
        await seen(pilot, lambda: bakery.meaning.is_ready)
        assert len(begun) == 1


async def test_short_queries_and_who_does_not_want_it_ask_no_model(start, ready, monkeypatch):
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 0.0)
    monkeypatch.setattr(ready, "query", lambda text: pytest.fail(f"asked for {text}"))
    async with start() as pilot:
        await type_text(pilot, "return reimburse it")
        await pilot.pause(0.05)
    async with start(by_meaning=False) as pilot:
        await type_text(pilot, SENTENCE)
        await pilot.pause(0.05)


async def test_without_a_model_nothing_is_asked_for(start, bakery, monkeypatch):
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 0.0)
    monkeypatch.setattr("faqtui.faq.directory_of", lambda package: "")
    async with start() as pilot:
        await type_text(pilot, SENTENCE)
        await pilot.pause(0.05)
        assert bakery.meaning is None
        assert "~ " not in screen_text(pilot.app)


@pytest.mark.parametrize("secure", [False, True])
async def test_secure_mode_has_no_vectors_made_and_keeps_none(start, ready, monkeypatch, tmp_path, secure):
    kept = []
    monkeypatch.setattr("faqtui.tui.app.KEEP_AFTER", 0.01)
    monkeypatch.setattr("faqtui.live.saving.save", lambda *given: kept.append(given))  # and has vectors made
    monkeypatch.setattr("faqtui.live.meant.PAUSE", 0.0)
    async with start(secure=secure) as pilot:
        await type_text(pilot, SENTENCE)
        await seen(pilot, lambda: "▌~ " in screen_text(pilot.app))
        if not secure:
            await seen(pilot, lambda: kept)
    assert bool(kept) != secure
    if secure:
        assert not [path for path in tmp_path.rglob("*") if path.is_file() and "vectors" in path.name]


@pytest.mark.parametrize("is_wanted", [False, True])
async def test_vectors_are_begun_with_the_first_frame_and_the_library_is_kept_later(
    start, ideas, monkeypatch, is_wanted
):
    begun, kept = [], []
    monkeypatch.setattr("faqtui.faq.Faq.lacks_vectors", lambda faq: True)
    monkeypatch.setattr("faqtui.start.vector_making.make_elsewhere", lambda *given: begun.append(given))
    monkeypatch.setattr("faqtui.faq.Faq.save", lambda faq: kept.append(faq))
    monkeypatch.setattr("faqtui.live.saving.sleep", lambda seconds: kept.append(seconds))
    async with start(by_meaning=is_wanted) as pilot:
        await seen(pilot, lambda: len(kept) == 2)
    assert len(begun) == is_wanted
    assert kept[0] == KEEP_AFTER
