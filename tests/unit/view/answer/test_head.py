"""The lines above an answer."""

import pytest

from faqtui.model import Entry, Kind, Source
from faqtui.view.answer.head import entry_head
from faqtui.view.theme import THEMES, UNICODE, Skin

SKIN = Skin(UNICODE, THEMES["none"])


def place(category: tuple[str, ...], kind: Kind | None, width: int) -> list[str]:
    entry = Entry("e", "Q?", "Q?", "A.", category, Source("a.md", 1, 2), kind=kind)
    return [line.text for line in entry_head(entry, (), width, SKIN)[1:-1]]


@pytest.mark.parametrize("width", [24, 25, 26, 30, 40])
def test_no_line_of_the_place_of_an_entry_begins_or_ends_with_a_dot(width):
    lines = place(("Installation", "Debian and Ubuntu"), Kind.HOW_TO, width)
    assert not any(line.startswith("·") or line.endswith("·") for line in lines)
    assert " ".join(lines).replace(" · ", " ") == "Installation / Debian and Ubuntu how-to"


def test_place_and_kind_stand_on_one_line_where_there_is_room():
    assert place(("Debian",), Kind.HOW_TO, 40) == ["Debian · how-to"]
    assert place(("Debian",), Kind.CAPABILITY, 40) == ["Debian"]
    assert place((), Kind.HOW_TO, 40) == ["how-to"]
    assert place(("Installation", "Debian and Ubuntu"), Kind.HOW_TO, 26) == [
        "Installation / Debian and",
        "Ubuntu · how-to",
    ]
