"""How the room that a terminal has is shared: sizes in cells, columns first."""

from __future__ import annotations

from collections.abc import Callable

ONE_PANE_BELOW = 70
"""Columns; narrower terminals show the list or the answer, not both."""

SMALLEST = (40, 10)
"""Columns and rows below which nothing useful can be shown."""

HINT_FROM = 60
"""Columns from which the hint of the first session fits into the filter."""

AROUND = 5
"""Rows for title, filter, rules and status; the panes have the rest."""

PROMPT, COUNT = 3, 22
"""Columns left and right of the filter."""

SHARE = 3 / 8
"""Of the width for the tree: 30 of 80 columns."""

MOST, WIDEST_TREE = 64, 96
"""Columns for the tree where the user has not said otherwise: up to which it grows with the terminal, and with what the
answer cannot use."""

NARROW_LIST = 46
"""Columns; in a list of fewer most questions do not fit, and the selected one has two lines."""

LEAST = 16
"""Columns that either pane keeps."""

MARGIN = 1
"""Blank cells left and right of an answer's text."""

WIDEST_TEXT = 110
"""Cells; longer lines are hard to read however wide the terminal is."""


ASIDE, ASIDE_FROM = 32, 160
"""Columns for what stands beside an answer, and those of the screen from which anything does."""

LEAST_TEXT, LEAST_TREE = 72, 48
"""Columns that an answer and the tree keep beside that."""


def is_tiny(columns: int, rows: int) -> bool:
    """Whether there is too little room for anything."""
    return columns < SMALLEST[0] or rows < SMALLEST[1]


def tree_width(columns: int, share: float | None, widest: Callable[[], int] = lambda: 0) -> int:
    """Columns for the tree beside the answer; `share` is what the user wants of the width, None where it is not said.

    `widest` tells how many columns the tree could use: wide screens are asked for no more. What an answer cannot use is the
    tree's as far as that, and only then left to what stands beside the answer, where an outline can take some of the text's.
    """
    if share is None:
        rest = columns - 1 - WIDEST_TEXT - 2 * MARGIN
        if columns >= ASIDE_FROM:
            return max(LEAST_TREE, min(rest - ASIDE, WIDEST_TREE), min(rest, widest(), WIDEST_TREE))
        return max(min(MOST, int(columns * SHARE)), min(rest, WIDEST_TREE))
    return within(round(columns * share), columns)


def within(width: int, columns: int) -> int:
    """The `width` for the tree that leaves both panes what they need."""
    return max(LEAST, min(width, columns - LEAST - 1))


def aside_width(columns: int, pane: int, *, has_outline: bool) -> int:
    """Columns of a `pane`, on a screen of so many `columns`, for what stands beside the answer.

    It is 0 where the screen or the pane is too narrow; only an outline may take some of the text's own room.
    """
    text = LEAST_TEXT if has_outline else WIDEST_TEXT
    return ASIDE if columns >= ASIDE_FROM and pane - ASIDE >= text + 2 * MARGIN else 0


def text_width(columns: int) -> int:
    """Cells for an answer's text in a pane: those between the margins, but no more than the eye follows."""
    return max(10, min(WIDEST_TEXT, columns - 2 * MARGIN))


def shape(width: int, height: int) -> dict[str, bool]:
    """The classes of the screen that depend on the room there is, and whether it has each."""
    return {"tiny": is_tiny(width, height), "one-pane": width < ONE_PANE_BELOW}
