"""Answers for the eye: Markdown to blocks, blocks to styled lines of a width. Where they are shown is not known here.

::

    blocks = parse_answer(entry.answer)          # imports markdown-it where it is not plain, 45 ms once
    data = dump_blocks(blocks)                   # JSON-able; load_blocks(data) needs no markdown-it
    layout = lay_out(blocks, width=49)
    layout.line(0).runs                          # text, style, source range, link
"""

from __future__ import annotations

from faqtui.render.layout import AT_ONCE, CodePlace, DetailsPlace, HeadingPlace, Layout, LinkTarget, lay_out
from faqtui.render.markup.plain import plain_answer
from faqtui.render.nodes import Blocks, dump_blocks, load_blocks
from faqtui.render.runs import Line
from faqtui.render.wrap import Run

__all__ = [
    "AT_ONCE",
    "Blocks",
    "CodePlace",
    "DetailsPlace",
    "HeadingPlace",
    "Layout",
    "Line",
    "LinkTarget",
    "Run",
    "dump_blocks",
    "lay_out",
    "load_blocks",
    "parse_answer",
]


def parse_answer(markdown: str) -> Blocks:
    """The blocks of an answer written in Markdown, sanitised. Never raises for what it says."""
    if (plain := plain_answer(markdown)) is not None:
        return plain
    # markdown-it takes 25 to 45 ms to import; plain and loaded answers never need it.
    from faqtui.render.markup.parse import parse_answer as parse

    return parse(markdown)
