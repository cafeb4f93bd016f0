"""Which code block to copy, where an answer has several: a number picks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from faqtui.model import CodeBlock
from faqtui.tui.screens.number_picker import NumberPicker

PREVIEW_LINES = 4


class CodePicker(NumberPicker):
    """Lists the code blocks with their first lines."""

    def __init__(self, blocks: Sequence[CodeBlock]) -> None:
        super().__init__("Copy which code block?", len(blocks))
        self.blocks = blocks

    def lines(self) -> list[Strip]:
        """Number, language and size of each block, and how it begins."""
        look = self.app.look
        lines: list[Strip] = []
        for number, block in enumerate(self.blocks, 1):
            text_lines = block.text.expandtabs(4).split("\n")
            size = f"{len(text_lines)} line{'s' * (len(text_lines) != 1)}"
            title = f"{block.language or 'code'}, {size}"
            lines.append(Strip([Segment(f"{number:>3} ", look.style("ui.key")), Segment(title, look.style("ui.dim"))]))
            for text in text_lines[:PREVIEW_LINES]:
                lines.append(Strip([Segment("    " + text, look.style("code"))]))
            if len(text_lines) > PREVIEW_LINES:
                lines.append(Strip([Segment("    " + self.app.glyphs.ellipsis, look.style("ui.dim"))]))
            lines.append(Strip([]))
        return lines
