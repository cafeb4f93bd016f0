"""Details that fold, and the outline of an answer."""

import pytest

from faqtui.faq import load
from support.screens import screen_text

LONG = "\n\n".join(f"Step {number} of the long way." for number in range(1, 15))
ANSWER = f"""\
Intro.

### The short way

<details>
<summary>Only a little</summary>

A short secret.

</details>

### The long way

<details>
<summary>All steps</summary>

{LONG}

#### Where the lever is

The hidden lever is **green**.

<details><summary>Inside</summary>

{LONG.replace("long", "inner")}

</details>

</details>

#### Deep down

Outro.
"""


@pytest.fixture
def ways(tmp_path):
    path = tmp_path / "ways.md"
    path.write_text(f"# Ways\n\n## Which way is best?\n\n{ANSWER}\n## Which way is worst?\n\nNone.\n")
    return load(path)


async def test_long_details_begin_folded_and_short_ones_open(start, ways):
    async with start(size=(80, 40), faq=ways, query="best") as pilot:
        text = screen_text(pilot.app)
        assert "▾ Only a little" in text
        assert "A short secret." in text
        assert "▸ All steps  d opens" in text
        assert "Step 1 " not in text
        assert "Outro." in text


async def test_a_key_opens_what_is_folded_in_view_and_folds_it_again(start, ways):
    async with start(size=(80, 90), faq=ways, query="best") as pilot:
        await pilot.press("tab", "tab", "d")
        text = screen_text(pilot.app)
        assert "▾ All steps" in text
        assert "Step 14 of the long way." in text
        assert "▸ Inside" in text
        await pilot.press("d")
        assert "Step 14 of the inner way." in screen_text(pilot.app)
        await pilot.press("d")
        text = screen_text(pilot.app)
        assert "▸ Only a little" in text
        assert "short secret" not in text


async def test_a_click_on_the_summary_folds_only_that(start, ways):
    async with start(size=(80, 40), faq=ways, query="best") as pilot:
        rows = screen_text(pilot.app).splitlines()
        y = next(y for y, row in enumerate(rows) if "All steps" in row)
        await pilot.click(offset=(rows[y].index("All steps"), y))
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "Step 1 of the long way." in text
        assert "▾ Only a little" in text


async def test_finding_opens_what_it_finds_also_inside_of_others(start, ways):
    async with start(faq=ways, query="best") as pilot:
        await pilot.press("ctrl+f", *"Step", "space", *"14", "space", *"of", "space", *"the", "space", *"inner")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "1/1" in text
        assert "Step 14 of the inner way." in text


async def test_what_the_filter_found_is_not_folded_away(start, ways):
    async with start(size=(80, 60), faq=ways, query="hidden lever") as pilot:
        assert "The hidden lever is green." in screen_text(pilot.app)


async def test_without_details_the_key_says_so(start, ways):
    async with start(faq=ways, query="worst") as pilot:
        await pilot.press("tab", "tab", "d")
        assert "no details in this answer" in screen_text(pilot.app)


async def test_what_is_chosen_outlives_a_resize(start, ways):
    async with start(size=(80, 60), faq=ways, query="best") as pilot:
        await pilot.press("tab", "tab", "d")
        await pilot.resize_terminal(100, 60)
        await pilot.pause()
        assert "▾ All steps" in screen_text(pilot.app)


async def test_the_outline_lists_headings_and_goes_there(start, ways):
    async with start(size=(80, 14), faq=ways, query="best") as pilot:
        await pilot.press("tab", "tab", "o")
        text = screen_text(pilot.app)
        assert "1 The short way" in text
        assert "2 The long way" in text
        assert "3   Where the lever is" in text
        assert "4   Deep down" in text
        await pilot.press("1")
        await pilot.pause()
        assert "The short way" in screen_text(pilot.app).splitlines()[3]
        assert pilot.app.screen.focused.id == "answer"


async def test_a_heading_in_folded_details_is_in_the_outline_and_opens_them(start, ways):
    async with start(size=(80, 14), faq=ways, query="best") as pilot:
        await pilot.press("tab", "tab", "o", "3")
        await pilot.pause()
        rows = screen_text(pilot.app).splitlines()
        assert "Where the lever is" in rows[3]
        assert "The hidden lever is green." in rows[5]


async def test_without_headings_the_outline_says_so(start, ways):
    async with start(faq=ways, query="worst") as pilot:
        await pilot.press("tab", "o")
        assert "no heading in this answer" in screen_text(pilot.app)
