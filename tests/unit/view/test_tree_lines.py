"""How rows of the tree are drawn."""

import pytest

from faqtui.model import CategoryNode, Entry, Library, Source
from faqtui.view.listing import Listing
from faqtui.view.rows import CategoryRow, EntryRow
from faqtui.view.theme import ASCII, THEMES, UNICODE, ScreenGlyphs, Skin, Theme
from faqtui.view.tree_lines import RowLines

PATH = ("Machines", "Ploughs", "Blades")
LIBRARY = Library(
    "Farm",
    [Entry("e", "Q?", "Q?", "A.", PATH, Source("a.md", 1, 1))],
    (CategoryNode(PATH[:1], 1, ()), CategoryNode(PATH[:2], 1, ()), CategoryNode(PATH, 1, (0,))),
)


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (40, "▾ Machines › Ploughs › Blades"),
        (32, "▾ Machines › Ploughs › Blades"),
        (30, "▾ … › Ploughs › Blades"),
        (18, "▾ … › Blades"),
        (13, "▾ Blades"),
        (9, "▾ Bla…"),
    ],
)
def test_of_titles_in_one_row_the_first_give_way(width: int, text: str) -> None:
    line = RowLines(Skin(UNICODE, Theme("none", None, None, {})), Listing(LIBRARY)).line(
        CategoryRow(PATH, 0, 1, True, titles=3), width, selected=False, active=False
    )
    drawn = "".join(piece.text for piece in line)
    assert drawn.rstrip().removesuffix("1").rstrip() == text


def test_where_characters_are_ascii_titles_are_joined_in_ascii() -> None:
    line = RowLines(Skin(ASCII, Theme("none", None, None, {})), Listing(LIBRARY)).line(
        CategoryRow(PATH, 0, 1, True, titles=3), 40, selected=False, active=False
    )
    assert "".join(piece.text for piece in line).startswith("v Machines > Ploughs > Blades")


@pytest.mark.parametrize(("name", "swapped"), [("ansi", True), ("none", True), ("dark", False), ("light", False)])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_the_selected_row_has_no_half_cell_of_the_other_colour(glyphs: ScreenGlyphs, name: str, swapped: bool) -> None:
    """Where selecting swaps colours, a bar of half a cell would leave a dark notch beside its bright half."""
    lines = RowLines(Skin(glyphs, THEMES[name]), Listing(LIBRARY))
    line = lines.line(EntryRow(0, 2), 30, selected=True, active=True)
    at = next(index for index, piece in enumerate(line) if piece.text == glyphs.bar)
    behind = line[at + 1 :]
    assert "".join(piece.text for piece in behind).startswith("Q?")
    assert all(piece.style is not None and bool(piece.style.reverse) is swapped for piece in behind)
    assert not any(piece.style is not None and piece.style.reverse for piece in line[: at + 1])
