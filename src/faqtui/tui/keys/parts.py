"""The parts of a long answer: its outline of headings, and details that fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faqtui.tui.stage import Acts, Stage


class Parts:
    """Goes to parts of the answer, opens and folds them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.acts: Acts = {"outline": self.outline, "details": self.details}

    def outline(self) -> None:
        """List the headings of the answer; a number goes there."""
        stage = self._stage
        headings = stage.answer.headings()
        if not headings:
            stage.say("no heading in this answer", good=False)
            return

        from faqtui.tui.overlays.pickers import pick_heading  # with what it stands on 2 ms, for few sessions

        def go(index: int | None) -> None:
            if index is not None:
                stage.set_focus(stage.answer)
                stage.answer.go_to_heading(headings[index])
                stage.draw_status()

        stage.app.push_screen(pick_heading(stage.session.skin, headings), go)

    def details(self) -> None:
        """Open what is folded in view; where all is open, fold it."""
        stage, answer = self._stage, self._stage.answer
        places = answer.details_in_view()
        if places:
            answer.fold(places, folded=not any(place.folded for place in places))
            stage.draw_status()
        else:
            stage.say("no details in view" if answer.details() else "no details in this answer", good=False)
