"""Copies on their way: sent from a thread, so that no key waits for a helper program, and told of when they are done.

One is sent at a time. Of those that wait for it the newest alone is sent: it would replace the others anyway. Leaving
waits for what is on its way, which takes no longer than helpers may take together. Which way a copy takes is not known
here; see `faqtui.host.clipboard`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from faqtui.errors import why_not
from faqtui.host import paths
from faqtui.host.files import replace_file
from faqtui.host.pool import Threads
from faqtui.records import NamedTuple
from faqtui.sanitize import sanitize_line

if TYPE_CHECKING:
    from faqtui.host.clipboard import CopyResult
    from faqtui.live.around import Speaker
    from faqtui.view.options import TuiOptions
    from faqtui.view.theme import Skin

SOON = 0.2
"""Seconds after which a copy that is still on its way is told of."""

AT_MOST = 2.0
"""Seconds that leaving waits: more than helpers may take, so that only a fault makes it give up."""


class Copied(NamedTuple):
    """What became of a copy of `text`: `sequences` are to be written, `kept` is a file that holds the text, or empty."""

    text: str
    result: CopyResult
    sequences: list[str]
    kept: str


class Around(Protocol):
    """The app, as copies see it."""

    skin: Skin
    environment: Mapping[str, str]
    options: TuiOptions

    @property
    def main_screen(self) -> Speaker:
        """Who says what was done."""

    def send(self, sequence: str) -> None:
        """Write a terminal sequence between two frames."""

    def show_by_hand(self, text: str, why: str, kept: str) -> None:
        """Show `text` to be taken away by hand; `kept` is the path of a file that has it too, or empty."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Call later."""

    def call_later(self, callback: Callable[..., None], *args: Any, **kwargs: Any) -> bool:
        """Call in the loop, from whatever thread."""


class Sending:
    """The copies of one session."""

    def __init__(self, app: Around) -> None:
        self._app = app
        self._pool: Threads | None = None
        self._on_their_way: list[Future[Copied]] = []
        self._leave: Callable[[], None] | None = None

    @property
    def pending(self) -> bool:
        """Whether a copy is on its way."""
        return bool(self._on_their_way)

    def start(self, text: str, what: str, *, is_address: bool) -> None:
        """Send `text`; `what` says what it is to the user, who is shown it as well where it is an address."""
        if self._pool is None:
            self._pool = Threads(1)
        self._on_their_way = [copy for copy in self._on_their_way if not copy.cancel()]
        copied = self._pool.submit(_send, text, self._app.environment, secure=self._app.options.secure)
        self._on_their_way.append(copied)
        copied.add_done_callback(partial(self._tell, what, is_address=is_address))
        self._app.set_timer(SOON, partial(self._still_going, copied, what))

    def _tell(self, what: str, copied: Future[Copied], *, is_address: bool) -> None:
        if not copied.cancelled():
            self._app.call_later(self._done, what, copied, is_address=is_address)

    def _still_going(self, copied: Future[Copied], what: str) -> None:
        if copied in self._on_their_way:
            self._app.main_screen.say(f"{what}: on its way{self._app.skin.glyphs.ellipsis}")

    def _done(self, what: str, copied: Future[Copied], *, is_address: bool) -> None:
        """Write what is to be written, and say what was done."""
        self._on_their_way.remove(copied)
        if (error := copied.exception()) is not None:
            self._leave = None  # the text would be lost
            self._app.main_screen.say(f"{what}: not now: {why_not(error)}", good=False)
            return
        text, result, sequences, kept = copied.result()
        for sequence in sequences:
            self._app.send(sequence)
        if not result.ok:
            self._leave = None  # the text would be lost
            self._app.show_by_hand(text, result.message, sanitize_line(kept))
        if not result.ok:
            self._app.main_screen.say(result.message, good=False)
        elif is_address:  # what was done comes first: it must be seen whole
            self._app.main_screen.say(f"{what} sent to {result.place}", address=text)
        else:
            self._app.main_screen.say(result.message, about=what)
        if self._leave is not None and not self.pending:
            self._let_go()

    def hold(self, leave: Callable[[], None]) -> bool:
        """Whether leaving has to wait; `leave` is then called once nothing is on its way. Asked again, it need not."""
        if not self.pending or self._leave is not None:
            return False
        self._leave = leave
        self._app.set_timer(AT_MOST, self._let_go)
        return True

    def _let_go(self) -> None:
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()


def _send(text: str, env: Mapping[str, str], *, secure: bool) -> Copied:
    """In the thread: run what is to be run, keep what is to be written to the terminal for the loop."""
    from faqtui.host.clipboard import copy  # asked for by few sessions

    sequences: list[str] = []
    result = copy(text, env=env, write=sequences.append, secure=secure)
    kept = "" if result.ok or secure else _keep(text, paths.state_dir(env) / "copy.txt")
    return Copied(text, result, sequences, kept)


def _keep(text: str, path: Path) -> str:
    """Write `text` to a file that only its owner can read; its path, or nothing where it could not be written."""
    try:
        paths.make_private(path.parent)
        replace_file(path, [text.encode("utf-8", "replace")])
    except OSError:
        return ""
    return str(path)
