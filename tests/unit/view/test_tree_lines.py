"""How rows of the tree are drawn."""

import pytest
from rich.segment import Segment

from faqtui.model import CategoryNode, Entry, Library, Source
from faqtui.view.listing import Listing
from faqtui.view.rows import AnswerLine, CategoryRow, EntryRow, Tall
from faqtui.view.theme import ASCII, THEMES, UNICODE, ScreenGlyphs, Skin, Theme
from faqtui.view.tree_lines import RowLines, first_line, line_count, row_at, top_for

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
    assert "".join(piece.text for piece in line).startswith("- Machines > Ploughs > Blades")


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


@pytest.mark.parametrize("active", [True, False])
def test_below_a_selected_title_that_needs_one_line_there_is_room_and_no_second_line_of_the_selection(active) -> None:
    tall = Tall(wraps=True, height=2, as_one=True)
    lines = RowLines(Skin(UNICODE, THEMES["dark"]), Listing(LIBRARY))
    assert lines.lines(CategoryRow(PATH, 0, 1, True), 40, tall, selected=True, active=active)[1] == []
    assert lines.lines(EntryRow(0, 2), 40, tall, selected=True, active=active)[1]


TALL = {1: Tall(height=3), 3: Tall(height=2)}


def test_lines_are_of_rows_in_their_order():
    rows = [row_at(line, 5, TALL) for line in range(line_count(5, TALL) + 1)]
    assert rows == [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (3, 0), (3, 1), (4, 0), (-1, 0)]
    assert [rows.index((index, 0)) for index in range(5)] == [first_line(index, TALL) for index in range(5)]


@pytest.mark.parametrize(("selected", "top", "wanted"), [(1, 0, 0), (1, 3, 1), (3, 0, 3), (4, 0, 4), (4, 4, 4)])
def test_all_lines_of_the_selected_row_are_in_view(selected: int, top: int, wanted: int) -> None:
    rows = [EntryRow(0, 0)] * 5
    assert top_for(rows, selected, 4, top, TALL) == wanted


@pytest.mark.parametrize("depth", [1, 2, 4])
def test_words_of_an_answer_are_indented_with_the_question_that_they_belong_to(depth):
    tall = Tall(words=AnswerLine("So.", ()), height=2)
    drawn = RowLines(Skin(UNICODE, THEMES["none"]), Listing(LIBRARY)).lines(
        EntryRow(0, depth), 40, tall, selected=False, active=False
    )
    question, words = ("".join(piece.text for piece in line) for line in drawn)
    assert words.index("So.") == question.index("Q?") + 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (None, "How do I clean the blade of a plough?"),
        (AnswerLine("With a brush.", ()), "Clean the blade of a plough With a brush."),
    ],
)
def test_a_question_that_two_lines_hold_is_cut_only_where_the_second_has_something_else(words, told) -> None:
    question = "How do I clean the blade of a plough?"
    library = LIBRARY._replace(entries=[LIBRARY.entries[0]._replace(question=question)])
    lines = RowLines(Skin(UNICODE, THEMES["none"]), Listing(library))
    tall = Tall(wraps=True, words=words, height=2, as_one=True)
    drawn = lines.lines(EntryRow(0, 1), 32, tall, selected=True, active=False)
    assert (
        " ".join("".join(piece.text for line in drawn for piece in [*line, Segment(" ")]).replace("▌", "").split())
        == told
    )
