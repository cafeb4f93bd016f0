"""Steps of an answer are ticked one after the other, kept while the session lasts, and told of when the answer is copied."""

from __future__ import annotations

import pytest

from faqtui.faq import Faq, load
from faqtui.tui.app import FaqtuiApp
from support.screens import screen_text

PAGE = """# Loaves

## How do I bake one?

1. Knead it.
   1. Slowly.
   2. Slower.
2. Wait.
3. Bake it.

## How do I eat one?

- Cut it.
- Bite it.

## How do I keep one?

<ol start="4">
<li>Wrap it.<ol><li>Twice.</li><li>Thrice.</li></ol></li>
<li>Store it.
<li>

Forget it.

</li>
</ol>
"""


@pytest.fixture
def faq(tmp_path) -> Faq:
    (tmp_path / "loaves.md").write_text(PAGE)
    return load(tmp_path / "loaves.md")


async def test_x_ticks_the_next_step_and_shift_x_takes_the_tick_back(start, faq):
    async with start(faq=faq) as pilot:
        await pilot.press("enter", "x")
        text = screen_text(pilot.app)
        assert "1✓ Knead it." in text
        assert "1. Slowly." in text
        assert "step 1 done; steps 2, 3 open" in text
        await pilot.press("x", "x")
        assert "3✓ Bake it." in screen_text(pilot.app)
        assert "all steps done" in screen_text(pilot.app)
        await pilot.press("X")
        assert "3. Bake it." in screen_text(pilot.app)
        assert "step 3 open" in screen_text(pilot.app)


async def test_steps_of_html_are_ticked_too(start, faq):
    async with start(faq=faq, query="keep") as pilot:
        await pilot.press("enter", "x")
        text = screen_text(pilot.app)
        assert "4✓ Wrap it." in text
        assert "1. Twice." in text
        assert "step 4 done; steps 5, 6 open" in text
        await pilot.press("x", "x")
        assert "6✓ Forget it." in screen_text(pilot.app)


async def test_ticks_are_there_when_the_reader_comes_back(start, faq):
    async with start(faq=faq) as pilot:
        await pilot.press("enter", "x", "J", "K")
        assert "1✓ Knead it." in screen_text(pilot.app)


async def test_copying_says_which_are_open(start, faq, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(FaqtuiApp, "copy_text", lambda self, text, what, **_: said.append(what))
    async with start(faq=faq) as pilot:
        await pilot.press("enter", "y", "x", "y", "Y", "x", "x", "y")
    assert said == [
        "the answer",
        "the answer (steps 2, 3 open)",
        "question, answer and source (steps 2, 3 open)",
        "the answer (all steps done)",
    ]


async def test_an_answer_without_numbered_steps_says_so(start, faq):
    async with start(faq=faq) as pilot:
        await pilot.press("enter", "J", "x")
        assert "no numbered steps in this answer" in screen_text(pilot.app)


async def test_what_characters_there_are_decides_what_a_tick_is(start, faq):
    async with start(faq=faq, ascii=True) as pilot:
        await pilot.press("enter", "x")
        assert "1x Knead it." in screen_text(pilot.app)


async def test_of_a_long_answer_the_step_in_view_is_ticked_and_the_next_one_comes_into_view(start, tmp_path):
    steps = "\n\n".join(f"{number}. Step {number}.\n\n   {'More. ' * 40}" for number in range(1, 20))
    (tmp_path / "long.md").write_text(f"# Long\n\n## How is it done?\n\n{steps}\n\n## Is it?\n\nYes.\n")
    async with start(faq=load(tmp_path / "long.md")) as pilot:
        await pilot.press("enter", "pagedown", "x")
        first = screen_text(pilot.app)
        assert "✓ Step" in first
        assert "step 1 done" not in first
        for _ in range(6):
            await pilot.press("x")
        assert "✓ Step" in screen_text(pilot.app)
