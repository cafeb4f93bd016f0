"""The files behind the screen: reading them again, asked or when they change, and editing the one an answer stands in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.errors import SHORTAGE, ContentError, why_not
from faqtui.host.garbage import not_collected
from faqtui.live.rereading import problem_of, reread, version
from faqtui.sources import STDIN, files_at
from faqtui.tui.messages import FilesChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from faqtui.faq import Faq
    from faqtui.host.watching import Watcher
    from faqtui.tui.stage import Acts, Stage


class Reloading:
    """Reads the files of the main screen again, when asked or when they change, and lends the screen to an editor.

    `take` is called with what was read.
    """

    def __init__(self, stage: Stage, take: Callable[[Faq], None]) -> None:
        self._stage = stage
        self._take = take
        self._reading = False
        self._again = False
        self._asked = False
        self._watcher: Watcher | None = None
        self.acts: Acts = {"reload": self.reload, "edit": self.edit}

    def watch(self) -> None:
        """From now on notice by itself when files change; the FAQ that ships and standard input do not.

        Where many are served, the server watches for all, and tells.
        """
        paths = self._stage.session.options.paths
        if paths and not self._stage.session.options.served and self._watcher is None and STDIN not in paths:
            from faqtui.host.watching import Watcher  # not needed for the first frame

            tell = self._stage.post_message
            self._watcher = Watcher(lambda: files_at(paths), lambda: tell(FilesChanged()))
            self._watcher.start()

    def stop_watching(self) -> None:
        """The screen is leaving."""
        if self._watcher is not None:
            self._watcher.stop()

    def reload(self) -> None:
        """Read the files again, in a thread; what is shown stays until they are read."""
        paths = self._stage.session.options.paths
        if self._stage.session.loading is not None:
            self._stage.say("the files are being read")
        elif self._stage.session.options.served:
            self._stage.say("this session keeps what it began with: whoever connects again sees what is newer")
        elif not paths:
            self._stage.say("the FAQ that ships does not change")
        elif STDIN in paths:
            self._stage.say("standard input cannot be read again", good=False)
        else:
            self._stage.say("reading the files again")
            self._asked = True
            self.read()

    def read(self) -> None:
        """Read the files again, nothing said until there is something to say."""
        if self._reading:
            self._again = True  # they changed while they were read
            return
        self._reading = True
        self._stage.work_beside(self._read, group="reload")

    def _read(self) -> None:
        session = self._stage.session
        result: Faq | ContentError
        try:
            with not_collected():  # most of what is made goes again
                result = reread(session.faq, session.options.paths, session.environment, secure=session.options.secure)
        except ContentError as error:
            result = error
        except SHORTAGE as error:
            result = ContentError(session.options.paths[0], why_not(error))
        self._stage.app.call_from_thread(self._done, result)

    def _done(self, result: Faq | ContentError) -> None:
        self._reading = False
        stage = self._stage
        problem = problem_of(result, stage.session.faq, stage.session.options.paths)
        asked, self._asked = self._asked, False
        if problem or isinstance(result, ContentError):
            stage.say(f"kept what was read before: {problem}", good=False)
        elif (
            asked or result.saved_as != stage.session.faq.saved_as
        ):  # touched, but the same: nobody needs to hear of it
            self._take(result)
            count = len(result.library.entries)
            stage.say(f"read again: {count:,} question{'s' * (count != 1)}")
        if self._again:
            self._again = False
            self.read()

    def edit(self) -> None:
        """Open the file of what is shown at its line, the screen lent to the editor; read it again if it changed."""
        stage = self._stage
        options, shown = stage.session.options, stage.answer.shown
        if shown is None:
            stage.say("no answer is shown", good=False)
        elif options.secure:
            stage.say("secure mode runs no editor", good=False)
        elif not options.paths:
            stage.say("the FAQ that ships is not yours to edit", good=False)
        elif not Path(shown.source.path).is_file():
            stage.say(f"{shown.source.path} is no file here", good=False)
        else:
            self._edit(shown.source.path, shown.source.start_line)

    def _edit(self, path: str, line: int) -> None:
        from textual.app import SuspendNotSupported

        from faqtui.host.editor import editor_command, run_editor  # what few sessions need

        stage = self._stage
        try:
            command = editor_command(stage.session.environment, path, line)
        except ValueError as error:
            stage.say(f"$VISUAL or $EDITOR: {error}", good=False)
            return
        before = version(path)
        try:
            with stage.app.suspend():
                # Nothing may be raised in here: Textual would not take the terminal again.
                problem = run_editor(command)
        except SuspendNotSupported:
            stage.say("this terminal cannot be lent to an editor", good=False)
            return
        if problem:
            stage.say(problem, good=False)
        if version(path) != before:
            self.reload()
