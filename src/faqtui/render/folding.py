"""What foldable details hold, told before they are laid out: their texts, and whether they are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faqtui.render import nodes

LONG = 10
"""Lines, roughly, above which details begin folded: about half of what a screen of 24 rows shows."""

_LINE = 45
"""Characters that roughly make a line."""


def texts(block: nodes.Details) -> Iterator[str]:
    """What `block` says below its summary, in pieces that no match goes beyond; white space is single spaces."""
    for inside in nodes.walk(block.blocks):
        yield from (" ".join(text.split()) for text in _own_texts(inside))


def is_long(block: nodes.Details) -> bool:
    """Whether what `block` hides would take more than `LONG` lines, give or take a few."""
    return _is_longer(block.blocks, LONG)


def _is_longer(blocks: Sequence[nodes.Block], most: int) -> bool:
    lines = 0
    for inside in nodes.walk(blocks):
        lines += isinstance(inside, nodes.ThematicBreak) + 2 * isinstance(inside, nodes.Code)
        for text in _own_texts(inside):
            lines += text.count("\n") + 1 + (0 if isinstance(inside, nodes.Code) else len(text) // _LINE)
            if lines > most:
                return True
    return False


def _own_texts(block: nodes.Block) -> Iterator[str]:
    """The texts of `block` itself, not of what stands inside it."""
    if isinstance(block, nodes.Paragraph | nodes.Heading):
        yield "".join([span.text for span in block.spans])
    elif isinstance(block, nodes.Code):
        yield block.text
    elif isinstance(block, nodes.Table):
        for row in (block.head, *block.rows):
            for cell in row:
                yield "".join([span.text for span in cell])
    elif isinstance(block, nodes.Details):
        yield "".join([span.text for span in block.summary])
    elif isinstance(block, nodes.Admonition):
        yield block.kind
        yield "".join([span.text for span in block.title])
    elif isinstance(block, nodes.Definition):
        yield "".join([span.text for span in block.term])
    elif isinstance(block, nodes.Footnote):
        yield block.label.text
