"""Looking for what a sentence means, once its typing pauses: in a thread, never inside a key, the newest sentence only.

It is always the same thread, which keeps what it has taken of the memory for the next sentence. Without a model installed
nothing here does anything, and nothing is imported.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from faqtui.host.threads import begin, giving_way
from faqtui.view.listing import FilterHits

if TYPE_CHECKING:
    from queue import SimpleQueue

    from faqtui.live.around import Screen
    from faqtui.live.searching import LiveSearch

PAUSE = 0.15
"""Seconds without a letter after which a sentence is looked for: people type with 0.1 to 0.2 between two letters."""

PATIENCE = 0.5
"""Seconds that enter waits at most for what is being looked for: the model itself may have to be loaded first."""

BLANKS = 3
"""What a sentence has at least between its words: short queries are not even read for it."""


class MeantSearch:
    """Has sentences that are typed looked for by `search` while that `is_on`; `came` is called with what was found."""

    def __init__(
        self,
        screen: Screen,
        search: Callable[[], LiveSearch],
        came: Callable[[FilterHits], None],
        *,
        is_on: Callable[[], bool],
    ) -> None:
        self._screen = screen
        self._is_on = is_on
        self._search = search
        self._came = came
        self._typed = ""
        self._wanted = ""
        self._is_due = False
        """Whether what is wanted is looked for as soon as its words are found."""
        self._loaded: LiveSearch | None = None
        """Whose model has been asked for."""
        self._work: SimpleQueue[tuple[LiveSearch, str] | None] | None = None
        """What the thread is to do: a sentence to look for, an empty one for the model alone; None ends it."""
        self._timer: asyncio.TimerHandle | None = None
        self._over: asyncio.Event | None = None
        """Set when what is wanted has come, or nothing is wanted any more."""

    def typed(self, query: str) -> None:
        """Look for `query` soon, if that is a sentence and nothing else is typed; what was wanted before is not any more."""
        self.forget()
        self._typed = query
        if (
            (query.isascii() and query.count(" ") < BLANKS)
            or not self._is_on()
            or not self._search().can_be_meant(query)
        ):
            return
        self._wanted, self._over = query, asyncio.Event()
        search = self._search()
        if self._loaded is not search and not search.is_meaning_ready:
            # While the sentence is still being typed: 0.3 s that the first answer would come later.
            self._have_done(search, "")
        self._loaded = search
        self._timer = asyncio.get_running_loop().call_later(PAUSE, self._ask)

    def words_came(self, query: str) -> None:
        """What the words of `query` find is shown: what it means comes after that, however long the words took."""
        if self._is_due and query == self._wanted:
            self._ask()
        elif query == self._typed and query != self._wanted:  # there was no index when it was typed
            self.typed(query)

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._stop_waiting()
        self._typed = self._wanted = ""
        if self._over is not None:
            self._over.set()
            self._over = None

    async def settled(self) -> None:
        """Wait for what is being looked for, at once and not after the pause; not for long."""
        over = self._over
        if over is None:
            return
        if self._timer is not None:
            self._ask()
        try:
            await asyncio.wait_for(over.wait(), PATIENCE)
        except TimeoutError:
            self.forget()

    def stop(self) -> None:
        """The screen is leaving."""
        self.forget()
        if self._work is not None:
            self._work.put(None)

    def _ask(self) -> None:
        self._stop_waiting()
        search = self._search()
        if search.has_found(self._wanted):
            self._have_done(search, self._wanted)
        else:
            self._is_due = True

    def _have_done(self, search: LiveSearch, query: str) -> None:
        if self._work is None:
            from queue import SimpleQueue  # nobody pays for it before the first sentence

            self._work = SimpleQueue()
            try:
                begin(partial(self._do, self._work))
            except OSError:  # no thread is to be had: what was found by words stays
                self._work = None
                self.forget()
                return
        self._work.put((search, query))

    def _do(self, work: SimpleQueue[tuple[LiveSearch, str] | None]) -> None:
        """Do what is to be done until the screen leaves."""
        while (item := work.get()) is not None:
            search, query = item
            if not query:
                with giving_way():
                    search.load_meaning()
            elif query == self._wanted:
                with giving_way():
                    hits = search.find_meant(query)
                with suppress(RuntimeError):  # the app has ended meanwhile
                    self._screen.from_thread(self._found, query, hits)

    def _found(self, query: str, hits: FilterHits | None) -> None:
        if query != self._wanted:
            return
        if hits is not None:
            self._came(hits)
        self.forget()

    def _stop_waiting(self) -> None:
        self._is_due = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
