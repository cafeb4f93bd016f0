"""The characters that a layout draws, in Unicode and in ASCII."""

from __future__ import annotations


class LayoutGlyphs:
    """What is drawn around the text; every glyph is one cell.

    `bullets` are those of lists in lists, `bar` stands left of a quotation, `edge` left of an admonition; `more_left`
    and `more_right` say that code goes on there. A named tuple of as many fields would take 0.6 ms to make.
    """

    __slots__ = (
        *("bar", "bottom_left", "bottom_right", "bullets", "closed", "cross", "edge", "ellipsis", "horizontal"),
        *("more_left", "more_right", "opened", "top_left", "top_right", "vertical"),
    )

    def __init__(self, bullets: str, bars: str, lines: str, corners: str, signs: str) -> None:
        self.bullets = bullets
        self.bar, self.edge = tuple(bars)
        self.horizontal, self.vertical, self.cross = tuple(lines)
        self.top_left, self.top_right, self.bottom_left, self.bottom_right = tuple(corners)
        self.more_left, self.more_right, self.opened, self.closed, self.ellipsis = tuple(signs)


UNICODE = LayoutGlyphs("•◦▪", "│▌", "─│┼", "╭╮╰╯", "‹›▾▸…")
ASCII = LayoutGlyphs("*-+", "||", "-|+", "++++", "<>v>~")
