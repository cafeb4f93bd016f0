"""Screens as text, compared with those in tests/golden/screens. ``FAQTUI_UPDATE_GOLDENS=1`` writes them anew: look at them."""

import os

import pytest

from support.places import GOLDEN
from support.screens import screen_text

GOLDENS = GOLDEN / "screens"

SIZES = ((80, 24), (60, 20), (40, 10), (200, 60))

EVERYWHERE = {
    "browsing": ("", [], {}),
    "filtering": ("deck ov", [], {}),
    "reading": ("daily report", ["enter", "space"], {}),
    "picker": ("deck oven", ["ctrl+o"], {}),
    "help": ("", ["tab", "question_mark"], {}),
    "palette": ("", ["ctrl+p", *"cop"], {}),
    "no-match": ("qqqxxyyzz", [], {}),
    "error": ("rye flour", ["ctrl+o"], {}),
}
"""What is seen at every size: query, keys, options."""

SCREENS = {
    **{f"{name}-{w}x{h}": ((w, h), *what) for name, what in EVERYWHERE.items() for w, h in SIZES},
    "first-80x24": ((80, 24), "", [], {"first": True}),
    "category-80x24": ((80, 24), "", ["up"], {}),
    "table-80x24": ((80, 24), "rye flour", [], {}),
    "admonition-80x24": ((80, 24), "E42", [], {}),
    "zoomed-80x24": ((80, 24), "deck oven", ["tab", "z"], {}),
    "links-80x24": ((80, 24), "sleeping starter", ["enter", "f"], {}),
    "finding-80x24": ((80, 24), "sleeping starter", ["ctrl+f", *"flour"], {}),
    "bookmarks-80x24": ((80, 24), "", ["tab", "m", "J", "m", "apostrophe"], {}),
    "facet-80x24": ((80, 24), "", [*"topic:o"], {}),
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
    if os.environ.get("FAQTUI_UPDATE_GOLDENS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_screen_is_compared():
    here = [path.stem for path in GOLDENS.glob("*.txt") if not path.stem.startswith("terminals-")]
    assert sorted(here) == sorted(SCREENS)
