"""The characters that a layout draws, in Unicode and in ASCII."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """What is drawn around the text; every glyph is one cell."""

    bullets: str
    bar: str
    """Left of a quotation."""
    edge: str
    """Left of an admonition."""
    horizontal: str
    vertical: str
    cross: str
    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    more_left: str
    more_right: str
    opened: str
    closed: str
    ellipsis: str


UNICODE = Glyphs("•◦▪", "│", "▌", "─", "│", "┼", "╭", "╮", "╰", "╯", "‹", "›", "▾", "▸", "…")
ASCII = Glyphs("*-+", "|", "|", "-", "|", "+", "+", "+", "+", "+", "<", ">", "v", ">", "~")
