"""Which heading of the answer to go to: a number picks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from faqtui.render.layout import text_of
from faqtui.render.nodes import Heading
from faqtui.tui.screens.number_picker import Numbered, NumberPicker
from faqtui.view.lines import fit


class OutlinePicker(NumberPicker):
    """Lists headings with their numbers, the lower ones indented."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        super().__init__("Go to which heading?", len(headings))
        self.headings = headings

    def lines(self, width: int) -> Sequence[Numbered]:
        """A line each."""
        key, ellipsis = self.app.look.style("ui.key"), self.app.glyphs.ellipsis
        digits = max(3, len(str(self.count)))
        top = min(heading.level for heading in self.headings)
        lines = []
        for index, heading in enumerate(self.headings):
            indent = "  " * (heading.level - top)
            text = indent + fit(text_of(heading.spans), max(width - digits - 3 - len(indent), 8), ellipsis)
            lines.append((index, [Segment(f"{index + 1:>{digits}} ", key), Segment(text)]))
        return lines
