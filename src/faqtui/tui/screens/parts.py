"""The parts of a long answer: its outline of headings, and details that fold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from faqtui.tui.screens.number_picker import NumberPicker
from faqtui.tui.widgets.line_widget import fit

if TYPE_CHECKING:
    from faqtui.render import HeadingPlace
    from faqtui.tui.screens.main import MainScreen


class Parts:
    """Goes to parts of the answer, opens and folds them."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen

    def outline(self) -> None:
        """List the headings of the answer; a number goes there."""
        screen = self._screen
        headings = screen.answer.headings()
        if not headings:
            screen.say("no heading in this answer", good=False)
            return

        def go(index: int | None) -> None:
            if index is not None:
                screen.set_focus(screen.answer)
                screen.answer.go_to_heading(headings[index])
                screen.draw_status()

        screen.app.push_screen(OutlinePicker(headings), go)

    def details(self) -> None:
        """Open what is folded in view; where all is open, fold it."""
        screen, answer = self._screen, self._screen.answer
        places = answer.details_in_view()
        if places:
            answer.fold(places, folded=not any(place.folded for place in places))
            screen.draw_status()
        else:
            screen.say("no details in view" if answer.details() else "no details in this answer", good=False)


class OutlinePicker(NumberPicker):
    """Lists headings with their numbers, the lower ones indented."""

    def __init__(self, headings: Sequence[HeadingPlace]) -> None:
        super().__init__("Go to which heading?", len(headings))
        self.headings = headings

    def lines(self) -> Sequence[Strip]:
        """A line each."""
        look, width, ellipsis = self.app.look, self.app.size.width, self.app.glyphs.ellipsis
        digits = max(3, len(str(self.count)))
        top = min(heading.level for heading in self.headings)
        lines = []
        for number, heading in enumerate(self.headings, 1):
            indent = "  " * (heading.level - top)
            text = indent + fit(heading.text, max(width - digits - 3 - len(indent), 8), ellipsis)
            lines.append(Strip([Segment(f"{number:>{digits}} ", look.style("ui.key")), Segment(text)]))
        return lines
