"""Screens as text, compared with those in tests/golden/screens. ``FAQTUI_UPDATE=1`` writes them anew: look at them."""

import os
from pathlib import Path

import pytest

from support.screens import screen_text

GOLDENS = Path(__file__).parents[1] / "golden" / "screens"

SCREENS = {
    "browsing-80x24": ((80, 24), "", [], {}),
    "filtering-80x24": ((80, 24), "deck ov", [], {}),
    "reading-80x24": ((80, 24), "daily report", ["enter", "space"], {}),
    "category-80x24": ((80, 24), "", ["up"], {}),
    "table-80x24": ((80, 24), "rye flour", [], {}),
    "admonition-80x24": ((80, 24), "E42", [], {}),
    "zoomed-80x24": ((80, 24), "deck oven", ["tab", "z"], {}),
    "no-match-80x24": ((80, 24), "qqqxxyyzz", [], {}),
    "help-80x24": ((80, 24), "", ["tab", "question_mark"], {}),
    "picker-80x24": ((80, 24), "deck oven", ["ctrl+o"], {}),
    "filtering-60x20": ((60, 20), "oven", [], {}),
    "reading-60x20": ((60, 20), "oven", ["enter"], {}),
    "browsing-40x10": ((40, 10), "", [], {}),
    "filtering-200x60": ((200, 60), "oven", [], {}),
    "ascii-80x24": ((80, 24), "deck oven", [], {"ascii": True}),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was(start, name):
    size, query, keys, options = SCREENS[name]
    async with start(size=size, query=query, **options) as pilot:
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        text = screen_text(pilot.app) + "\n"
    golden = GOLDENS / f"{name}.txt"
    if os.environ.get("FAQTUI_UPDATE"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
