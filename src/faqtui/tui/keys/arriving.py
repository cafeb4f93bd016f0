"""A FAQ that takes long to parse: the screen is there before it, says how far it is, and is filled when it comes.

What is typed into the filter meanwhile stays there and is looked for then. Where the FAQ comes from is not known here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from faqtui.host.threads import begin
from faqtui.sanitize import sanitize_line
from faqtui.view.rows import NoteRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from faqtui.faq import Faq
    from faqtui.start.elsewhere import Loading
    from faqtui.tui.stage import Stage


class Arriving:
    """Waits for what `loading` makes, in a thread, and has `arrive` called with it."""

    def __init__(self, stage: Stage, loading: Loading, arrive: Callable[[Faq], None]) -> None:
        self._stage = stage
        self._loading = loading
        self._arrive = arrive
        self._percent = _percent(*loading.progress)
        self.name = _name(stage.session.options.paths)

    @property
    def is_over(self) -> bool:
        """Whether the FAQ has come."""
        return self._stage.session.loading is not self._loading

    def start(self) -> None:
        """Begin to wait. The thread keeps nobody from leaving."""
        begin(self._wait)

    def stop(self) -> None:
        """The program is leaving."""
        if not self.is_over:
            self._loading.stop()

    def show(self) -> None:
        """List nothing but how far it is."""
        self._stage.tree_view.show_rows([NoteRow(f"reading {self.name}: {self._percent} %")], -1)

    def _wait(self) -> None:
        app = self._stage.app
        with suppress(RuntimeError):  # the app has gone meanwhile
            try:
                faq = self._loading.load(self._progress)
            except Exception as error:  # whatever it is, it ends the program as it would have before there was a screen
                app.call_from_thread(self._stage.session.fail, error)
            else:
                app.call_from_thread(self._done, faq)

    def _progress(self, done: int, of: int) -> None:
        percent = _percent(done, of)
        if percent > self._percent:
            self._percent = percent
            self._stage.app.call_from_thread(self._told)

    def _told(self) -> None:
        if not self.is_over:
            self.show()

    def _done(self, faq: Faq | None) -> None:
        if faq is not None and not self.is_over:
            self._arrive(faq)


def _percent(done: int, of: int) -> int:
    """All lines are read before the last of the work begins, so that 100 would be there too early."""
    return min(99, 100 * done // max(1, of))


def _name(paths: Sequence[str]) -> str:
    """What is read, in a word or two."""
    if len(paths) != 1:
        return f"{len(paths):,} paths" if paths else "the FAQ"
    path = paths[0]
    return "standard input" if path == "-" else sanitize_line(path.rstrip("/").rpartition("/")[2] or path)
