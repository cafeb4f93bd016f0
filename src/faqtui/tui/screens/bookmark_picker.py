"""Which bookmark to go to: a number picks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from faqtui.tui.screens.number_picker import NumberPicker
from faqtui.tui.widgets.line_widget import fit


class BookmarkPicker(NumberPicker):
    """Lists questions with their numbers."""

    def __init__(self, questions: Sequence[str]) -> None:
        super().__init__("Go to which?", len(questions))
        self.questions = questions

    def lines(self) -> list[Strip]:
        """A line each."""
        look, width, ellipsis = self.app.look, self.app.size.width - 6, self.app.glyphs.ellipsis
        return [
            Strip([Segment(f"{number:>3} ", look.style("ui.key")), Segment(fit(text, width, ellipsis))])
            for number, text in enumerate(self.questions, 1)
        ]
