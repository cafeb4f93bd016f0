"""Browsing: opening what is selected, going back and forward, and to the parts of a long answer; wide code, only the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from faqtui.view.actions import Pane
from faqtui.view.rows import CategoryRow, EntryRow, NoteRow

if TYPE_CHECKING:
    from faqtui.tui.keys.moving import Moving
    from faqtui.tui.keys.picking import Picking
    from faqtui.tui.showing import Showing
    from faqtui.tui.stage import Acts, Stage
    from faqtui.view.history import Place

PAN_STEP = 8
"""Columns that a key moves wide code."""


class Browsing:
    """What was read and where, for the main screen."""

    def __init__(self, stage: Stage, showing: Showing, moving: Moving, picking: Picking) -> None:
        self._stage = stage
        self._showing = showing
        self._moving = moving
        self._picking = picking
        self.acts: Acts = {
            "open": self.open,
            "pan_left": partial(self._pan, -PAN_STEP),
            "pan_right": partial(self._pan, PAN_STEP),
            "back": self.back,
            "forward": self.forward,
            "history": self.history,
            "zoom": self.zoom,
            "outline": self.outline,
            "details": self.details,
            "tick": self._tick,
            "untick": self._untick,
        }

    def open(self) -> None:
        """Read the selected entry, or leave with it where one is to be chosen; a text is read, a category folded or unfolded."""
        stage = self._stage
        row = stage.tree_view.selected
        if isinstance(row, CategoryRow) and row.entries:
            self._showing.set_open(row.path, is_open=not row.is_open)
        elif isinstance(row, EntryRow) and self._picking.is_on:
            self._picking.pick()
        elif row is not None and not isinstance(row, NoteRow):
            stage.set_focus(stage.answer)

    def _pan(self, columns: int) -> None:
        """Wide code to the right, or back to the left."""
        if not self._stage.answer.scrolling.pan(columns):
            self._stage.say("no code here is wider than the pane")

    def zoom(self) -> None:
        """Only the answer; the same key, or leaving it, brings the tree back."""
        stage = self._stage
        if stage.has_class("one-pane"):
            if stage.pane is Pane.ANSWER:
                self._moving.out()
            elif stage.answer.shown is not None:
                stage.set_focus(stage.answer)
            else:
                self.open()
            return
        if stage.has_class("zoomed"):
            stage.remove_class("zoomed")
        elif stage.answer.shown is not None:
            stage.set_focus(stage.answer)
            stage.add_class("zoomed")
        stage.draw_surround()

    # -- back and forward

    def back(self) -> None:
        """Back to what was read before."""
        self._showing.note_place()
        shown = self._stage.answer.entry
        place = self._showing.history.back(shown.id if shown is not None else None)
        self._return_to(place, "nothing was read before this")

    def forward(self) -> None:
        """Forward to what going back left."""
        self._showing.note_place()
        self._return_to(self._showing.history.forward(), "nothing was read after this")

    def _return_to(self, place: Place | None, otherwise: str) -> None:
        position = None if place is None else self._showing.faq.find(place.entry)
        if place is None or position is None:
            self._stage.say(otherwise)
        else:
            self._showing.read(position, place.top)

    def history(self) -> None:
        """List what was read in this session, the latest first."""
        stage, faq = self._stage, self._showing.faq
        self._showing.note_place()
        shown = stage.answer.entry.id if stage.answer.entry is not None else None
        places = [
            (faq.find(place.entry), place.top) for place in self._showing.history.latest() if place.entry != shown
        ]
        rows = [(position, top) for position, top in places if position is not None]
        if not rows:
            stage.say("nothing else was read in this session")
            return

        from faqtui.tui.overlays.pickers import Picker  # with what it stands on 2 ms, for few sessions
        from faqtui.view.overlays.picks import places_to_go

        def go(index: int | None) -> None:
            if index is not None:
                self._showing.read(*rows[index])

        entries = faq.library.entries
        questions = [entries[position].question for position, _ in rows]
        skin = stage.session.skin
        stage.app.push_screen(Picker(skin, places_to_go(skin, "Go back to which answer?", questions)), go)

    # -- the parts of an answer

    def outline(self) -> None:
        """List the headings of the answer; a number goes there."""
        stage = self._stage
        headings = stage.answer.parts.headings()
        if not headings:
            stage.say("no heading in this answer", good=False)
            return

        from faqtui.tui.overlays.pickers import Picker  # with what it stands on 2 ms, for few sessions
        from faqtui.view.overlays.picks import headings_of

        def go(index: int | None) -> None:
            if index is not None:
                stage.set_focus(stage.answer)
                stage.answer.parts.go_to(headings[index])
                stage.draw_status()

        skin = stage.session.skin
        stage.app.push_screen(Picker(skin, headings_of(skin, headings)), go)

    def _tick(self) -> None:
        from faqtui.live.ticking import tick  # few answers are worked through step by step

        tick(self._stage, self._stage.answer, self._stage.session.options.actions)

    def _untick(self) -> None:
        from faqtui.live.ticking import untick

        untick(self._stage, self._stage.answer)

    def details(self) -> None:
        """Open what is folded in view; where all is open, fold it."""
        stage, answer = self._stage, self._stage.answer
        places = answer.parts.details_in_view()
        if places:
            answer.parts.fold(places, folded=not any(place.folded for place in places))
            stage.draw_status()
        else:
            stage.say("no details in view" if answer.parts.details() else "no details in this answer", good=False)
