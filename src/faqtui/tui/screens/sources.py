"""The files behind the screen: reading them again, and editing the one an answer stands in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.errors import ContentError

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.tui.screens.main import MainScreen

STDIN = "-"


class Sources:
    """Reloads and edits for the main screen."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._reading = False

    def reload(self) -> None:
        """Read the files again, in a thread; what is shown stays until they are read."""
        paths = self._screen.app.options.paths
        if not paths:
            self._screen.say("the FAQ that ships does not change")
        elif STDIN in paths:
            self._screen.say("standard input cannot be read again", good=False)
        elif not self._reading:
            self._reading = True
            self._screen.say("reading the files again")
            self._screen.run_worker(self._read, thread=True, group="reload")

    def _read(self) -> None:
        from faqtui.faq import load
        from faqtui.paths import cache_dir

        app = self._screen.app
        result: Faq | ContentError
        try:
            result = load(*app.options.paths, cache_dir=cache_dir(app.environment))
        except ContentError as error:
            result = error
        else:
            if not app.options.secure:
                result.save()
        app.call_from_thread(self._done, result)

    def _done(self, result: Faq | ContentError) -> None:
        self._reading = False
        screen = self._screen
        if isinstance(result, ContentError):
            screen.say(f"kept what was read before: {result}", good=False)
            return
        screen.take(result)
        if result.errors:
            screen.say(f"not read: {result.errors[0]}", good=False)
        else:
            count = len(result.library.entries)
            screen.say(f"read again: {count:,} question{'s' * (count != 1)}")

    def edit(self) -> None:
        """Open the file of the answer at its question's line, the screen lent to the editor; read it again if it changed."""
        screen = self._screen
        app, entry = screen.app, screen.answer.entry
        if entry is None:
            screen.say("no answer is shown", good=False)
        elif app.options.secure:
            screen.say("secure mode runs no editor", good=False)
        elif not app.options.paths:
            screen.say("the FAQ that ships is not yours to edit", good=False)
        elif not Path(entry.source.path).is_file():
            screen.say(f"{entry.source.path} is no file here", good=False)
        else:
            self._edit(entry.source.path, entry.source.start_line)

    def _edit(self, path: str, line: int) -> None:
        from textual.app import SuspendNotSupported

        from faqtui.tui.editor import editor_command, run_editor  # subprocess: 6 ms that few sessions pay

        screen = self._screen
        try:
            command = editor_command(screen.app.environment, path, line)
        except ValueError as error:
            screen.say(f"$VISUAL or $EDITOR: {error}", good=False)
            return
        before = _version(path)
        try:
            with screen.app.suspend():
                # Nothing may be raised in here: Textual would not take the terminal again.
                problem = run_editor(command)
        except SuspendNotSupported:
            screen.say("this terminal cannot be lent to an editor", good=False)
            return
        if problem:
            screen.say(problem, good=False)
        if _version(path) != before:
            self.reload()


def _version(path: str) -> tuple[int, int] | None:
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
