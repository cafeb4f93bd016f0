"""How many cells text takes: those of the grid, and those that it may take in terminals that count otherwise.

The grid counts grapheme clusters; tmux 3.3 and GNU screen 4.9 add up code points, so that vowel signs of Indic scripts take
a cell of their own. A line is cut and broken by the most that any of them makes of it: what is drawn over a border, or is
cut off there, nobody can read. What fills a line up to its width is counted by the grid.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from rich.cells import cell_len, split_graphemes

from faqtui.patterns import pattern

_FAR, _FARTHER = 400, 40
"""Code points that are looked at to fill a width, and for each cell of it: a cluster may have very many, a line has not."""

_SPACING = pattern(
    "[\u0903-\u0dff\u0f3e-\u109f\u1700-\u1cff\u302e\u302f\ua800-\uabff"
    "\U00011000-\U00011fff\U00016f00-\U00016fff\U0001d165-\U0001d172]"
)
"""The blocks of Unicode that have signs which combine and take room (category Mc)."""


@lru_cache(4096)
def surplus(cluster: str) -> int:
    """How many cells more than the grid has for it a cluster may take.

    Emoji of several parts, of which a part may be lost, have none: placing what follows is worth more.
    """
    if len(cluster) == 1 or not any(category(char) == "Mc" for char in cluster):
        return 0
    return max(0, sum(map(_width, cluster)) - cell_len(cluster))


def _width(char: str) -> int:
    kind = category(char)
    return 1 if kind == "Mc" else 0 if kind in {"Mn", "Me", "Cf"} else cell_len(char)


def may_be_wide(text: str) -> bool:
    """Whether a text may have clusters that take more cells than the grid has for them."""
    return not text.isascii() and _SPACING.search(text) is not None


def most_cells(text: str) -> int:
    """The cells that `text` takes where it takes most."""
    if text.isascii():
        return len(text)
    cells = cell_len(text)
    if len(text) == 1 or _SPACING.search(text) is None:  # one is an ellipsis: the pattern takes 0.5 ms to compile
        return cells
    return cells + sum(surplus(text[start:end]) for start, end, _ in split_graphemes(text)[0])


def cut(text: str, width: int) -> str:
    """The longest beginning of `text` that takes at most `width` cells anywhere."""
    if text.isascii():
        return text[: max(0, width)]
    text = text[: _FAR + _FARTHER * max(0, width)]
    for start, end, cells in split_graphemes(text)[0]:
        width -= cells + surplus(text[start:end])
        if width < 0:
            return text[:start]
    return text


def is_wider(text: str, width: int) -> bool:
    """Whether `text` may take more than `width` cells."""
    return len(text) > _FAR + _FARTHER * max(0, width) or most_cells(text) > width


def chopped(text: str, width: int) -> Iterator[str]:
    """`text` in pieces of at most `width` cells anywhere, or of one cluster that takes more."""
    begin = used = 0
    for start, end, cells in split_graphemes(text)[0]:
        used += cells + surplus(text[start:end])
        if used > width and start > begin:
            yield text[begin:start]
            begin, used = start, cells + surplus(text[start:end])
    yield text[begin:]
