"""The parts of a long answer: its outline of headings, and details that fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

        from faqtui.tui.screens.outline_picker import OutlinePicker  # with what it stands on 2 ms, for few sessions

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
