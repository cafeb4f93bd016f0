"""Which bookmark to go to: a number picks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from faqtui.tui.screens.number_picker import Numbered, NumberPicker
from faqtui.view.lines import fit


class BookmarkPicker(NumberPicker):
    """Lists questions with their numbers."""

    def __init__(self, questions: Sequence[str]) -> None:
        super().__init__("Go to which?", len(questions))
        self.questions = questions

    def lines(self, width: int) -> Sequence[Numbered]:
        """A line each."""
        key, ellipsis = self.app.look.style("ui.key"), self.app.glyphs.ellipsis
        return [
            (index, [Segment(f"{index + 1:>3} ", key), Segment(fit(text, width - 6, ellipsis))])
            for index, text in enumerate(self.questions)
        ]
