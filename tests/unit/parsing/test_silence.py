"""Text of which nothing is shown is told of where the screen shows the rest as it is written."""

from __future__ import annotations

import pytest

from faqtui import sources
from faqtui.parsing import parse_library
from faqtui.parsing.silence import silent_until
from faqtui.render import lay_out, parse_answer

_START = "# Why?\n\nSo it is.\n\n"


def _told(text: str) -> list[tuple[str, int]]:
    library = parse_library([sources.decode(sources.RawFile("page.md", text.encode(), 0))])
    return [(found.path, found.line) for found in library.diagnostics if found.code == "silent-text"]


@pytest.mark.parametrize("piece", ["<b></b>", "<b>", "<span></span>"])
def test_told_of_the_line(piece: str) -> None:
    assert _told(_START + "*so*\n" + piece * (200_000 // len(piece)) + "\n") == [("page.md", 6)]


@pytest.mark.parametrize(("count", "written"), [(30_000, True), (10_000, False)])
def test_the_screen_shows_as_written_what_is_told_of(count: int, written: bool) -> None:
    text = "*so*\n" + "<b></b>" * count
    assert ("<b></b>" in lay_out(parse_answer(text), width=80).text()) is written
    assert bool(_told(_START + text)) is written


@pytest.mark.parametrize(
    "text",
    [
        "<b></b>" * 10_000,
        ("<b></b>" * 1_000 + "a ") * 40,
        "a " * 100_000,
        ("<b></b>" * 10_000 + "\n\n") * 3,
        ("<b></b>" * 100 + "\n") * 300,
        "![](a.png)" * 30_000,
    ],
)
def test_not_told_where_something_shows_or_the_text_is_shorter(text: str) -> None:
    assert _told(_START + "*so*\n" + text + "\n") == []


def test_each_place_behind_what_is_silent_is_found() -> None:
    silent = "<b></b>" * 2_000 + " "
    for words in range(0, 200_000, 37_000):
        text = "a " * (words // 2) + silent * 20
        place = silent_until(text)
        assert words + 12 * 6_000 < place < words + 15 * 8_192
