"""What is painted before there are widgets, beside what the widgets draw: the same, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from faqtui.faq import Faq, load
from faqtui.host.terminal import Terminal
from faqtui.start.opening import Opening, drawn
from faqtui.tui.screens.main import MainScreen
from faqtui.view.options import TuiOptions
from faqtui.wire.grid import Grid
from faqtui.wire.pens import Pens

HERE = Path(__file__).parent
ANSWERS = sorted((HERE.parent / "golden/answers").glob("*.md"))
SIZES = [(80, 24), (60, 20), (40, 10), (200, 60), (70, 11), (123, 34)]


def on_grid(rows: list[str], size: tuple[int, int]):
    """What a terminal shows that is sent `rows`: each cell with what it looks like."""
    pens = Pens()
    grid = Grid(*size, pens)
    grid.feed("".join(f"\x1b[{y};1H{row}" for y, row in enumerate(rows, 1)))
    return [
        list(zip(text, [pens.looks[pen] for pen in ink], strict=True))
        for text, ink in zip(grid.text, grid.ink, strict=True)
    ]


@pytest.fixture(autouse=True)
def _no_similar_entries(monkeypatch):
    """They come after the first frame, when there is an index."""
    monkeypatch.setattr(MainScreen, "_warm_up", lambda self: None)


async def compare(start, faq: Faq, tmp_path: Path, size: tuple[int, int], env=None, **options):
    env = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(tmp_path)} | (env or {})
    async with start(size=size, faq=faq, environment=env, **options) as pilot:
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        lines = Opening(faq, TuiOptions(**options), Terminal.from_environment(env), env).lines(*size)
        assert lines is not None
        console = pilot.app.console
        early = on_grid([drawn(line, console._color_system) for line in lines], size)
        assert early == on_grid([strip.render(console) for strip in strips], size)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_in_any_size(start, bakery, tmp_path, size):
    await compare(start, bakery, tmp_path, size)


@pytest.mark.parametrize("theme", ["ansi", "dark", "light", "none"])
async def test_in_any_theme(start, bakery, tmp_path, theme):
    await compare(start, bakery, tmp_path, (80, 24), {"COLORTERM": "truecolor"}, theme=theme)


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
async def test_with_any_answer(start, tmp_path, path):
    faq = tmp_path / "faq.md"
    faq.write_text(
        "# Things\n\n## Why is 日本語 so *wide*, and does <this> 👩‍🚀 fit, or is it cut?\n\n" + path.read_text()
    )
    await compare(start, load(faq), tmp_path, (80, 40))


async def test_with_every_entry(start, tmp_path):
    faq = load(HERE / "linked.md")
    for entry in faq.library.entries:
        await compare(start, faq, tmp_path, (90, 20), open_id=entry.id)


async def test_with_more_rows_than_fit(start, tmp_path):
    path = tmp_path / "long.md"
    path.write_text(
        "".join(
            f"# Part {part}\n\n" + "".join(f"## What is {part} {n}?\n\nA thing.\n\n" for n in range(30))
            for part in range(9)
        )
    )
    faq = load(path)
    await compare(start, faq, tmp_path, (80, 24))
    await compare(start, faq, tmp_path, (80, 24), open_id=faq.library.entries[200].id)
    await compare(start, faq, tmp_path, (60, 12), open_id=faq.library.entries[269].id)


async def test_in_ascii(start, bakery, tmp_path):
    await compare(start, bakery, tmp_path, (80, 24), {"LANG": "C"})


@pytest.mark.parametrize("size", [(39, 20), (80, 9)], ids=str)
def test_nothing_where_there_is_too_little_room(bakery, tmp_path, size):
    env = {"TERM": "xterm", "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    assert Opening(bakery, TuiOptions(), Terminal.from_environment(env), env).lines(*size) is None
