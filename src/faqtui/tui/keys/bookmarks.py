"""Bookmarks, and the place where the session before ended: kept between sessions, or for this one where that fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from faqtui.host.paths import is_there, state_dir
from faqtui.view.actions import with_hint

if TYPE_CHECKING:
    from pathlib import Path

    from faqtui.host.state import Remembered
    from faqtui.tui.showing import Showing
    from faqtui.tui.stage import Acts, Stage


class Bookmarks:
    """Remembers for the main screen; nothing is read before it is asked for, nor written in secure mode."""

    def __init__(self, stage: Stage, showing: Showing) -> None:
        self._stage = stage
        self._showing = showing
        self._remembered: Remembered | None = None
        self.acts: Acts = {"bookmark": self.toggle, "bookmarks": self.choose}

    def _file(self) -> Path:
        from faqtui.host.state import state_file

        return state_file(state_dir(self._stage.session.environment), self._stage.session.options.paths)

    def never_started(self) -> bool:
        """Whether this user has never ended a session: there is no directory for what is remembered."""
        return not is_there(state_dir(self._stage.session.environment))

    def _load(self) -> Remembered:
        from faqtui.host.state import load  # json and a file: not at every start

        if self._remembered is None:
            self._remembered = load(self._file())
        return self._remembered

    def _change(self, how: Callable[[Remembered], Remembered]) -> str:
        """Change what is remembered; why it lasts for this session only, or nothing."""
        from faqtui.host.state import change

        before = self._load()
        if self._stage.session.options.secure:
            self._remembered = how(before)
            return "for this session: secure mode writes nothing"
        try:
            kept = change(self._file(), how)
        except OSError as error:
            self._remembered = how(before)
            return f"for this session: {error.strerror}"
        # Where reading ended before is asked for by this session; what is written now is for the next.
        self._remembered = kept._replace(last=before.last)
        return ""

    def show(self) -> None:
        """Mark the rows of what is bookmarked."""
        bookmarks = frozenset(self._load().bookmarks)
        if bookmarks != self._showing.row_lines.bookmarked:
            self._showing.row_lines.bookmarked = bookmarks
            self._stage.tree_view.refresh()

    def toggle(self) -> None:
        """Bookmark the entry that is shown, or take its bookmark away."""
        stage, entry = self._stage, self._stage.answer.entry
        if entry is None:
            stage.say("no answer is shown", good=False)
            return
        marked = entry.id in self._load().bookmarks

        def how(old: Remembered) -> Remembered:
            others = tuple([mark for mark in old.bookmarks if mark != entry.id])
            return old._replace(bookmarks=others if marked else (*others, entry.id))

        problem = self._change(how)
        self.show()
        lists = with_hint("bookmarked", stage.session.options.actions, "bookmarks", "lists all")
        said = "bookmark taken away" if marked else lists
        stage.say(f"{said} ({problem})" if problem else said, good=not problem)

    def choose(self) -> None:
        """List the bookmarks and where reading ended before; a number goes there."""
        remembered, stage, faq = self._load(), self._stage, self._showing.faq
        places = [(remembered.last, "where you were last")] if remembered.last else []
        rows: list[tuple[int, int, str]] = []
        for (entry, line), note in [*places, *[((mark, 0), "") for mark in remembered.bookmarks]]:
            position = faq.find(entry)
            if position is not None:
                question = faq.library.entries[position].question
                rows.append((position, line, f"{question} ({note})" if note else question))
        if not rows:
            stage.say(with_hint("no bookmark yet", stage.session.options.actions, "bookmark", "sets one"))
            return

        def go(index: int | None) -> None:
            if index is not None:
                self._showing.read(*rows[index][:2])

        from faqtui.tui.overlays.pickers import Picker  # with what it stands on 2 ms
        from faqtui.view.overlays.picks import places_to_go

        picks = places_to_go(stage.session.skin, "Go to which bookmark?", [text for *_, text in rows])
        stage.app.push_screen(Picker(stage.session.skin, picks), go)

    def remember_last(self) -> None:
        """Keep where reading ended; quietly, as the program is ending."""
        self._showing.note_place()
        place = self._showing.history.present
        if place is not None and not self._stage.session.options.secure:
            self._change(lambda old: old._replace(last=(place.entry, place.top)))
