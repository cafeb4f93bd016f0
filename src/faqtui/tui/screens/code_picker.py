"""Which code block to copy, where an answer has several: a number picks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from faqtui.model import CodeBlock
from faqtui.tui.screens.overlay import Overlay, OverlayBox

PREVIEW_LINES = 4


class CodePicker(Overlay[str]):
    """Lists the code blocks with their first lines; returns the text of the one picked."""

    def __init__(self, blocks: Sequence[CodeBlock]) -> None:
        super().__init__()
        self.blocks = blocks
        self._typed = ""

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        last = len(self.blocks)
        yield OverlayBox(f"Copy which code block? 1-{last}", self._lines(), self.app.glyphs, self.app.look)

    def _lines(self) -> list[Strip]:
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

    def on_key(self, event: events.Key) -> None:
        """Digits pick; with ten blocks or more, as soon as no longer number could be meant."""
        if event.key == "enter" and self._typed:
            event.stop()
            self._pick()
            return
        if not (event.character and event.character in "0123456789"):
            return
        event.stop()
        self._typed += event.character
        number = int(self._typed)
        if number * 10 > len(self.blocks) or number > len(self.blocks):
            self._pick()

    def _pick(self) -> None:
        number, self._typed = int(self._typed), ""
        if 1 <= number <= len(self.blocks):
            self.dismiss(self.blocks[number - 1].text)
