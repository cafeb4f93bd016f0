"""What stands beside an answer on wide screens: its outline, or the entries like it."""

from __future__ import annotations

import pytest

from faqtui.faq import load
from faqtui.host.terminal import Terminal
from faqtui.start.opening import Opening
from faqtui.view.options import TuiOptions
from support.screens import screen_text, styled_runs

PARTS = [("Flour", 3), ("Water", 3), ("Kneading", 4), ("Oven", 3)]
TEXT = "# Bread\n\n## How is bread baked?\n\n" + "".join(
    f"{'#' * level} {name}\n\n" + f"Some words on {name.lower()}.\n\n" * 30 for name, level in PARTS
)
PLAIN = "# Bread\n\n" + "".join(
    f"## How is {what} bread baked in the old oven?\n\nIn the oven, for {n} minutes.\n\n"
    for n, what in enumerate(("white", "dark", "sweet", "flat"), 20)
)


@pytest.fixture
def bread(tmp_path):
    path = tmp_path / "bread.md"
    path.write_text(TEXT)
    return load(path)


def beside(pilot) -> list[str]:
    """The lines beside the answer."""
    answer = pilot.app.screen.answer
    x = answer.region.x + answer.text_width + 2
    return [line[x:].rstrip() for line in screen_text(pilot.app).splitlines()[3:-2]]


@pytest.mark.parametrize("size", [(160, 40), (200, 60)], ids=str)
async def test_its_headings_stand_beside_an_answer_the_one_that_is_read_marked(start, bread, size):
    async with start(size=size, faq=bread) as pilot:
        lines = beside(pilot)
        assert lines[0].strip() == "In this answer"
        assert [line.strip(" ▌") for line in lines[2:6]] == [name for name, _ in PARTS]
        assert lines[4].index("Kneading") == lines[3].index("Water") + 2
        assert ["▌" in line for line in lines[2:6]] == [True, False, False, False]
        await pilot.press("tab", "tab", "G")
        await pilot.pause()
        assert next(line.strip() for line in beside(pilot) if "▌" in line).endswith(("Kneading", "Oven"))
        assert sum("▌" in line for line in beside(pilot)[2:6]) == 1


async def test_a_click_on_a_heading_goes_to_it(start, bread):
    async with start(size=(200, 40), faq=bread) as pilot:
        answer = pilot.app.screen.answer
        y = next(n for n, line in enumerate(beside(pilot)) if "Kneading" in line)
        await pilot.click("#answer", offset=(answer.text_width + 8, y))
        await pilot.pause()
        assert "Kneading" in screen_text(pilot.app).splitlines()[3].partition("│")[2][:20]
        assert pilot.app.screen.focused is answer
        assert answer.mouse.selecting is None or not answer.mouse.selected_text()


@pytest.mark.parametrize("size", [(159, 40), (80, 24), (60, 20)], ids=str)
async def test_narrower_screens_have_nothing_beside_the_answer(start, bread, size):
    async with start(size=size, faq=bread) as pilot:
        assert "In this answer" not in screen_text(pilot.app)


async def test_without_an_outline_similar_entries_stand_there(start, tmp_path):
    path = tmp_path / "plain.md"
    path.write_text(PLAIN)
    async with start(size=(200, 40), faq=load(path)) as pilot:
        await pilot.press(*"white")
        await pilot.pause()
        lines = beside(pilot)
        assert lines[0].strip() == "See also"
        assert "See also" not in "".join(
            line.partition("│")[2][: pilot.app.screen.answer.text_width] for line in screen_text(pilot.app).splitlines()
        )
        named = next(n for n, line in enumerate(lines) if "dark" in line)
        await pilot.click("#answer", offset=(pilot.app.screen.answer.text_width + 8, named))
        await pilot.pause()
        assert pilot.app.screen.answer.entry.question == "How is dark bread baked in the old oven?"


async def test_letters_lead_to_similar_entries_beside_the_answer(start, tmp_path):
    path = tmp_path / "plain.md"
    path.write_text(PLAIN)
    async with start(size=(200, 40), faq=load(path)) as pilot:
        await pilot.press(*"white", "enter", "f")
        await pilot.pause()
        row = 4 + next(n for n, line in enumerate(beside(pilot)[1:]) if "bread" in line)
        assert [text for text, _ in styled_runs(pilot.app, row)]
        await pilot.press("a")
        await pilot.pause()
        assert "white" not in pilot.app.screen.answer.entry.question


@pytest.mark.parametrize("size", [(160, 40), (200, 60), (180, 24)], ids=str)
async def test_it_is_part_of_the_first_frame(start, bread, tmp_path, size):
    env = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    async with start(size=size, faq=bread) as pilot:
        lines = Opening(bread, TuiOptions(), Terminal.from_environment(env), env).lines(*size)
        early = ["".join(piece.text for piece in line).rstrip() for line in lines or ()]
        assert early == screen_text(pilot.app).splitlines()
