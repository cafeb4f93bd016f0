"""Answers that are laid out beside the keys: what was asked for before the end is there comes when it is."""

import asyncio
import gc
import sys
import time

import pytest

from faqtui.faq import load
from support.screens import screen_text

PARTS = "\n\n".join(
    f"Part {number} has *some* words and `code`, and goes on until it wraps." for number in range(1_500)
)
LAST = "The needle lies at the very end."


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "long.md"
    path.write_text(f"# Long\n\n## What is long?\n\n{PARTS}\n\n{LAST}\n\n## What is short?\n\nThis.\n")
    return load(path)


async def until(pilot, condition, seconds=30.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, screen_text(pilot.app)
        await asyncio.sleep(0.01)
        await pilot.pause()


def status(pilot):
    return screen_text(pilot.app).splitlines()[-2]


async def test_the_first_screen_is_there_before_the_rest(start, long):
    async with start(faq=long, open_id="what-is-long") as pilot:
        answer = pilot.app.main_screen.answer
        await until(pilot, lambda: "Part 0 has some words" in screen_text(pilot.app))
        await until(pilot, lambda: answer.page_shown.complete)
        assert answer.page_shown.height > 3_000


async def test_the_end_is_reached_when_it_is_laid_out(start, long):
    async with start(faq=long, open_id="what-is-long") as pilot:
        await pilot.press("tab", "tab", "G")
        await until(pilot, lambda: LAST in screen_text(pilot.app))
        assert "end" in status(pilot)
        await pilot.press("g")
        assert "top" in status(pilot)


async def test_scrolling_takes_back_the_wish_for_the_end(start, long):
    async with start(faq=long, open_id="what-is-long") as pilot:
        await pilot.press("tab", "tab", "G", "g", "down")
        await until(pilot, lambda: pilot.app.main_screen.answer.page_shown.complete)
        await pilot.pause(0.1)
        assert "Part 0 " in screen_text(pilot.app)


async def test_finding_reaches_what_was_not_laid_out_yet(start, long):
    async with start(faq=long, open_id="what-is-long") as pilot:
        await pilot.press("ctrl+f", *"needle")
        await until(pilot, lambda: "1/1" in status(pilot))
        assert LAST in screen_text(pilot.app)
        await pilot.press("ctrl+u", *"zebra")
        await until(pilot, lambda: "no match" in status(pilot))
        await pilot.press("ctrl+u", *"has some")
        await until(pilot, lambda: "/1500" in status(pilot))


async def test_the_words_of_the_filter_are_walked_to_the_end(start, long):
    async with start(faq=long, query="needle") as pilot:
        await until(pilot, lambda: "What is long" in screen_text(pilot.app))
        await pilot.press("tab", "n")
        await until(pilot, lambda: LAST in screen_text(pilot.app))
        assert "1/1" in status(pilot)


async def test_another_width_keeps_the_place(start, long):
    async with start(faq=long, open_id="what-is-long") as pilot:
        answer = pilot.app.main_screen.answer
        await until(pilot, lambda: answer.page_shown.complete)
        line = next(n for n in range(answer.page_shown.height) if answer.page_shown.text(n).startswith("Part 1234 "))
        answer.scrolling.to(line)
        await pilot.pause()
        assert "Part 1234 " in screen_text(pilot.app).splitlines()[3]
        await pilot.resize_terminal(120, 30)
        await until(pilot, lambda: "Part 1234 " in screen_text(pilot.app).splitlines()[3])


async def test_another_width_keeps_place_and_match_together(start, long):
    async with start(faq=long, open_id="what-is-long") as pilot:
        await pilot.press("ctrl+f", *"Part 1234 ")
        await until(pilot, lambda: "1/1" in status(pilot))
        await pilot.resize_terminal(120, 30)
        await until(pilot, lambda: "1/1" in status(pilot) and "Part 1234 " in screen_text(pilot.app))


async def test_another_entry_stops_it_and_nothing_stays_switched(start, long):
    interval = sys.getswitchinterval()
    async with start(faq=long, open_id="what-is-long") as pilot:
        await pilot.press("tab", "J")
        await until(pilot, lambda: "This." in screen_text(pilot.app))
        await until(pilot, lambda: sys.getswitchinterval() == interval)
        assert gc.isenabled()


async def test_the_lines_are_those_of_a_layout_that_waits(start, long):
    from faqtui.render import lay_out

    async with start(faq=long, open_id="what-is-long") as pilot:
        answer = pilot.app.main_screen.answer
        await until(pilot, lambda: answer.page_shown.complete)
        other = lay_out(long.blocks(0), answer.text_width, code_hint="c copies")
        other.finish()
        mine = answer.page_shown.layout
        assert mine.text() == other.text()
