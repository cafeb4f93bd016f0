"""Bookmarks, and the place where the session before ended: kept between sessions, or for this one where that fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from faqtui.host.state import Remembered
    from faqtui.tui.screens.main import MainScreen
    from faqtui.view.history import Place


class Bookmarks:
    """Remembers for the main screen; nothing is read before it is asked for, nor written in secure mode."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._remembered: Remembered | None = None

    def _file(self) -> Path:
        from faqtui.host.paths import state_dir
        from faqtui.host.state import state_file

        app = self._screen.app
        return state_file(state_dir(app.environment), app.options.paths)

    def never_started(self) -> bool:
        """Whether this user has never ended a session: there is no directory for what is remembered."""
        from faqtui.host.paths import is_there, state_dir

        return not is_there(state_dir(self._screen.app.environment))

    def _load(self) -> Remembered:
        from faqtui.host.state import load  # json and a file: not at every start

        if self._remembered is None:
            self._remembered = load(self._file())
        return self._remembered

    def _change(self, how: Callable[[Remembered], Remembered]) -> str:
        """Change what is remembered; why it lasts for this session only, or nothing."""
        from faqtui.host.state import change

        before = self._load()
        if self._screen.app.options.secure:
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

    def toggle(self) -> None:
        """Bookmark the entry that is shown, or take its bookmark away."""
        screen, entry = self._screen, self._screen.answer.entry
        if entry is None:
            screen.say("no answer is shown", good=False)
            return
        marked = entry.id in self._load().bookmarks

        def how(old: Remembered) -> Remembered:
            others = tuple([mark for mark in old.bookmarks if mark != entry.id])
            return old._replace(bookmarks=others if marked else (*others, entry.id))

        problem = self._change(how)
        said = "bookmark taken away" if marked else "bookmarked: ' lists all"
        screen.say(f"{said} ({problem})" if problem else said, good=not problem)

    def choose(self) -> None:
        """List the bookmarks and where reading ended before; a number goes there."""
        remembered, screen = self._load(), self._screen
        places = [(remembered.last, "where you were last")] if remembered.last else []
        rows: list[tuple[int, int, str]] = []
        for (entry, line), note in [*places, *[((mark, 0), "") for mark in remembered.bookmarks]]:
            position = screen.faq.find(entry)
            if position is not None:
                question = screen.faq.library.entries[position].question
                rows.append((position, line, f"{question} ({note})" if note else question))
        if not rows:
            screen.say("no bookmark yet: m sets one")
            return

        def go(index: int | None) -> None:
            if index is not None:
                screen.read(*rows[index][:2])

        from faqtui.tui.screens.bookmark_picker import BookmarkPicker  # with what it stands on 2 ms

        screen.app.push_screen(BookmarkPicker([text for *_, text in rows]), go)

    def remember_last(self, place: Place | None) -> None:
        """Keep where reading ended; quietly, as the program is ending."""
        if place is not None and not self._screen.app.options.secure:
            self._change(lambda old: old._replace(last=(place.entry, place.top)))
