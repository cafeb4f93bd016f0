"""Which rows of the tree have more than one line, and what for: a question that does not fit, and why it was found.

Where all of it fits, every question is whole, and what few hits were found for stands below them. Else each row has one
line, and in a narrow list the selected one a second, whether it needs it or not: no row moves when another is selected.
What a question leaves of it says why it was found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from faqtui.view.room import NARROW_LIST
from faqtui.view.rows import EntryRow, Row, Tall
from faqtui.view.tree_lines import RowLines

FEW = 8
"""Hits that are read one by one, so that each says what it was found for."""

_SELECTED = 2
"""Lines of the selected row where the others have one."""


def tall_rows(
    lines: RowLines, rows: Sequence[Row], selected: int, width: int, height: int, *, one_pane: bool
) -> Mapping[int, Tall]:
    """The rows of more than one line, by their indices, in a list of `width` cells and `height` lines.

    Where it is the `one_pane` there is, it also says what answers begin with.
    """
    found, is_narrow = lines.listing.hits is not None, width < NARROW_LIST and not one_pane
    # A narrow list stays one of single lines while somebody types: each letter would make it another, in more bytes.
    if len(rows) <= height and not (found and is_narrow):
        spare = height - len(rows)
        everything = _all_of_it(lines, rows, selected, width, one_pane=one_pane)
        if _more(everything) <= spare:
            return everything
        if found:
            second = {index: tall._replace(height=_SELECTED) for index, tall in everything.items()}
            if _more(second) <= spare:
                return second
    if selected < 0 or not (one_pane or is_narrow):
        return {}
    row = rows[selected]
    words = lines.preview(row) if one_pane else None if lines.is_cut(row, width) else lines.why(row)
    return {selected: Tall(wraps=True, words=words, height=_SELECTED, as_one=True)}


def _more(tall: Mapping[int, Tall]) -> int:
    return sum([at.height - 1 for at in tall.values()])


def _all_of_it(
    lines: RowLines, rows: Sequence[Row], selected: int, width: int, *, one_pane: bool
) -> Mapping[int, Tall]:
    """Every question whole; and below each hit why it was found, else below the selected row what it begins with."""
    found = lines.listing.hits is not None
    is_few = sum([isinstance(row, EntryRow) for row in rows]) <= FEW
    tall: dict[int, Tall] = {}
    for index, row in enumerate(rows):
        wraps = lines.is_cut(row, width)
        words = lines.why(row) if found and is_few else None
        if one_pane and words is None and (index == selected or (found and is_few and isinstance(row, EntryRow))):
            words = lines.preview(row)
        has_words = words is not None or (one_pane and not (found and is_few) and index == selected)
        if wraps or has_words:
            tall[index] = Tall(wraps, words, 1 + wraps + has_words)
    return tall
