"""Which code block to copy, where an answer has several: a number picks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from faqtui.model import CodeBlock
from faqtui.tui.screens.number_picker import Numbered, NumberPicker
from faqtui.view.lines import fit

PREVIEW_LINES = 4


class CodePicker(NumberPicker):
    """Lists the code blocks with their first lines."""

    def __init__(self, blocks: Sequence[CodeBlock]) -> None:
        super().__init__("Copy which code block?", len(blocks))
        self.blocks = blocks

    def lines(self, width: int) -> Sequence[Numbered]:
        """Number, language and size of each block, and how it begins."""
        look, ellipsis = self.app.look, self.app.glyphs.ellipsis
        lines: list[Numbered] = []

        def add(index: int, *segments: Segment) -> None:
            lines.append((index, list(segments)))

        for index, block in enumerate(self.blocks):
            text_lines = block.text.expandtabs(4).split("\n")
            size = f"{len(text_lines)} line{'s' * (len(text_lines) != 1)}"
            title = f"{block.language or 'code'}, {size}"
            add(index, Segment(f"{index + 1:>3} ", look.style("ui.key")), Segment(title, look.style("ui.dim")))
            for text in text_lines[:PREVIEW_LINES]:
                add(index, Segment("    " + fit(text, width - 6, ellipsis), look.style("code")))
            if len(text_lines) > PREVIEW_LINES:
                add(index, Segment("    " + ellipsis, look.style("ui.dim")))
            add(index)
        return lines
