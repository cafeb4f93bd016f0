"""The files behind the screen: reading them again, asked or when they change, and editing the one an answer stands in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.errors import ContentError
from faqtui.tui.messages import FilesChanged

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.tui.screens.main import MainScreen
    from faqtui.tui.watching import Watcher

STDIN = "-"

IN_ANOTHER_PROCESS = 500
"""Entries above which another process parses: in this one they would be felt at every key for a second or more."""


class Sources:
    """Reads the files of the main screen again, when asked or when they change, and lends the screen to an editor."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._reading = False
        self._again = False
        self._asked = False
        self._watcher: Watcher | None = None

    def watch(self) -> None:
        """From now on notice by itself when files change; the FAQ that ships and standard input do not."""
        paths = [path for path in self._screen.app.options.paths if path != STDIN]
        if paths and self._watcher is None and STDIN not in self._screen.app.options.paths:
            from faqtui.tui.watching import Watcher  # not needed for the first frame

            screen = self._screen
            self._watcher = Watcher(paths, lambda: screen.post_message(FilesChanged()))
            self._watcher.start()

    def stop_watching(self) -> None:
        """The screen is leaving."""
        if self._watcher is not None:
            self._watcher.stop()

    def reload(self) -> None:
        """Read the files again, in a thread; what is shown stays until they are read."""
        paths = self._screen.app.options.paths
        if self._screen.arriving is not None:
            self._screen.say("the files are being read")
        elif not paths:
            self._screen.say("the FAQ that ships does not change")
        elif STDIN in paths:
            self._screen.say("standard input cannot be read again", good=False)
        else:
            self._screen.say("reading the files again")
            self._asked = True
            self._start()

    def changed(self) -> None:
        """Files have changed: read them, nothing said until there is something to say."""
        self._start()

    def _start(self) -> None:
        if self._reading:
            self._again = True  # they changed while they were read
            return
        self._reading = True
        self._screen.run_worker(self._read, thread=True, group="reload")

    def _read(self) -> None:
        from faqtui.faq import load
        from faqtui.host.paths import cache_dir

        app = self._screen.app
        options, cache = app.options, cache_dir(app.environment)
        if len(app.faq.library.entries) > IN_ANOTHER_PROCESS and not options.secure:
            from faqtui.start.elsewhere import save_elsewhere  # what few sessions need

            save_elsewhere(options.paths, cache)
        result: Faq | ContentError
        try:
            result = load(*options.paths, cache_dir=cache)
        except ContentError as error:
            result = error
        else:
            if not options.secure:
                result.save()
        app.call_from_thread(self._done, result)

    def _done(self, result: Faq | ContentError) -> None:
        self._reading = False
        screen = self._screen
        problem = self._problem(result)
        asked, self._asked = self._asked, False
        if problem or isinstance(result, ContentError):
            screen.say(f"kept what was read before: {problem}", good=False)
        elif asked or result.saved_as != screen.faq.saved_as:  # touched, but the same: nobody needs to hear of it
            screen.take(result)
            count = len(result.library.entries)
            screen.say(f"read again: {count:,} question{'s' * (count != 1)}")
        if self._again:
            self._again = False
            self._start()

    def not_read(self) -> str:
        """What could not be read at the start."""
        first, *more = self._screen.faq.errors
        also = f", and {len(more):,} more" if more else ""
        return f"not read: {Path(first.path).name}: {first.reason}{also}"

    def _problem(self, result: Faq | ContentError) -> str:
        """Why what was read before is better than `result`, or nothing.

        A file that cannot be read any more must not take its answers away from somebody who is reading them.
        """
        if isinstance(result, ContentError):
            return f"{Path(result.path).name}: {result.reason}"
        known = {str(error) for error in self._screen.faq.errors}
        for error in result.errors:
            if str(error) not in known:
                return f"{Path(error.path).name}: {error.reason}"
        if not result.library.entries and self._screen.faq.library.entries:
            return f"no question is left in {', '.join(Path(path).name for path in self._screen.app.options.paths)}"
        return ""

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

        from faqtui.host.editor import editor_command, run_editor  # what few sessions need

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
