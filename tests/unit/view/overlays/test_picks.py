"""What there is to pick from: all of a text is seen, however narrow the terminal is."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from faqtui.render.nodes import Heading, Span
from faqtui.view.overlays.picks import headings_of, places_to_go
from faqtui.view.theme import THEMES, UNICODE, Skin

SKIN = Skin(UNICODE, THEMES["none"])
TEXTS = (
    "How is the flour of the old mill weighed?",
    "How is the flour of the old mill weighed? (where you were last)",
    "麵粉要怎麼秤，如果秤已經壞掉了，而且沒有別的秤可以用？",
    "https://mill.example/" + "flour/" * 12,
)


@pytest.mark.parametrize("width", [38, 60, 198])
def test_the_end_of_a_text_is_seen_too_since_it_may_tell_two_apart(width):
    headings = [Heading(2 + (at > 0), (Span(text),)) for at, text in enumerate(TEXTS)]
    for picks in (places_to_go(SKIN, "Where to?", TEXTS), headings_of(SKIN, headings)):
        lines = picks.numbered(width)
        assert all(cell_len("".join(s.text for s in line)) <= width for _, line in lines)
        for index, text in enumerate(TEXTS):
            first, *others = ["".join(s.text for s in line) for at, line in lines if at == index]
            assert first.startswith(f" {index + 1} ")
            told = first[3:] + " " + " ".join(others)
            assert "".join(told.split()) == "".join(text.split())
