"""Finding while typing: inside the key event where that is quick, else in a thread, the newest query only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING

from faqtui.errors import SHORTAGE, why_not
from faqtui.view.listing import FilterHits

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.live.around import Screen
    from faqtui.model import Entry
    from faqtui.search.searcher import Searcher
    from faqtui.search.texts import TextSearch
    from faqtui.search.typing import Typing

IN_THE_KEY_MS = 8.0
"""A search that took longer than this moves the next one off the event loop."""

SMALL = 500
"""Entries up to which the index is made at once: some 20 ms, where a thread would cost more in waiting."""

SMALL_ANSWERS = 100_000
"""Characters of all answers up to which the same holds: a million take more than a second."""

AMONG_THE_FIRST = 20
"""Entries that are compared when it is asked whether a list has changed: what is seen of one."""

LETTERS = 3
"""Of what is rehearsed: so many are typed before somebody looks up."""

SMALL_INDEX = 2_000_000
"""Bytes of a saved index that is read at once."""


class LiveSearch:
    """Runs queries while they are typed.

    `found` is called with what was found; `indexing`, while the index is being made, with what is done and of how much. What was
    made `before` of an earlier reading of the same content is used again.
    """

    def __init__(
        self,
        screen: Screen,
        faq: Faq,
        *,
        found: Callable[[FilterHits], None],
        indexing: Callable[[int, int], None],
        before: LiveSearch | None = None,
    ) -> None:
        self._screen = screen
        self._found = found
        self._indexing = indexing
        self._faq = faq
        self._small = _is_small(faq)
        self._searcher: Searcher | None = None
        self._building = False
        self._slow = False
        self._wanted = ""
        self._typing: Typing | None = None
        self._last: FilterHits | None = None
        """What was found by words last, of what is wanted."""
        self._one_at_a_time = Lock()
        self._similar: dict[int, Sequence[int]] = {}
        self._texts: TextSearch | None = None
        self._texts_before = before._texts if before is not None else None

    @property
    def is_ready(self) -> bool:
        """Whether the index is there."""
        return self._searcher is not None

    def warm_up(self) -> None:
        """Make the index, if it is not there yet: called when the first frame has been painted."""
        if self.is_ready or self._building:
            return
        if self._small:
            self._searcher = self._faq.searcher
            self._texts = self._text_search()
            return
        self._building = True
        self._screen.work_beside(self._build, group="index")

    def import_rest(self) -> None:
        """Import what only a misspelt word needs: called when the screen has been up for a moment."""
        from faqtui.search.expand import import_distances

        import_distances()

    def rehearse(self) -> bool:
        """Search once for nobody, if nobody has searched yet; whether that was done, and little was touched for it.

        A process that was forked copies each piece of memory as it is first touched: a thousand for the first search, which
        this way no letter waits for.
        """
        entries = self._faq.library.entries
        if self._searcher is None or self._typing is not None or not entries:
            return False
        from faqtui.search.typing import Typing  # as for a search

        Typing(self._searcher).rank(entries[0].question[:LETTERS])
        return self._small

    def _build(self) -> None:
        tell = self._screen.from_thread
        shown = perf_counter()

        def progress(done: int, of: int) -> None:
            nonlocal shown
            if perf_counter() - shown > 0.1:
                shown = perf_counter()
                tell(self._indexing, done, of)

        try:
            self._faq.build_index(progress)
        except SHORTAGE as error:
            tell(self._not_built, error)
            return
        tell(self._built, self._faq.searcher)
        if (texts := self._text_search()) is not None:
            tell(self._texts_built, texts)

    def _built(self, searcher: Searcher) -> None:
        self._searcher, self._building = searcher, False
        if self._wanted:
            self.find(self._wanted)

    def _not_built(self, error: Exception) -> None:
        """The next query tries again."""
        self._building = False
        self._screen.say(f"no index now: {why_not(error)}", good=False)

    def _text_search(self) -> TextSearch | None:
        """Who finds what the library and its categories say by themselves; None where that is nothing."""
        if not _text_size(self._faq):
            return None
        from faqtui.search.texts import TextSearch  # many FAQs have none

        return TextSearch(self._faq.library, self._texts_before)

    def _texts_built(self, texts: TextSearch) -> None:
        self._texts = texts
        if self._wanted:
            self.find(self._wanted)

    def similar_to(self, entry: Entry) -> list[tuple[int, str]]:
        """Position and question of entries like `entry`, without those that it links to; none while there is no index."""
        position = self._faq.find(entry.id)
        if position is None or not self.is_ready:
            return []
        if position not in self._similar:
            from faqtui.search.similar import similar, together  # not needed for the first frame

            found = similar(self._faq.index, position)
            if self._faq.meaning is None:
                self._similar[position] = found
            elif near := self._faq.meaning.near(position):
                self._similar[position] = together(self._faq.index, position, found, near)
            else:  # not known yet, perhaps soon
                return self._named(entry, found)
        return self._named(entry, self._similar[position])

    def _named(self, entry: Entry, others: Sequence[int]) -> list[tuple[int, str]]:
        linked = {link.entry for link in entry.links}
        entries = self._faq.library.entries
        return [(other, entries[other].question) for other in others if entries[other].id not in linked]

    def forget(self) -> None:
        """No query is wanted any more; the next one has nothing to do with the last."""
        self._wanted = ""
        self._typing = None

    def find(self, query: str) -> None:
        """Search for `query` and tell what was found: now, or when index or thread are ready."""
        self._wanted = query
        if not self.is_ready:
            self.warm_up()
            if not self.is_ready:
                self._indexing(0, len(self._faq.library.entries))
                return
        if self._slow:
            work = partial(self._find_in_thread, query)
            self._screen.work_beside(work, group="find", exclusive=True)
        else:
            self._tell(self._timed(query))

    def find_now(self) -> None:
        """Have found what is wanted, where a thread is still at it: what comes next builds on it."""
        if self._wanted and self.is_ready and not self.has_found(self._wanted):
            self._tell(self._timed(self._wanted))

    def _tell(self, hits: FilterHits) -> None:
        """Say what was found, unless something else is wanted by now: threads come to their ends in any order."""
        if hits.query == self._wanted:
            self._last = hits
            self._found(hits)

    def _timed(self, query: str) -> FilterHits:
        started = perf_counter()
        with self._one_at_a_time:
            if self._typing is None:
                from faqtui.search.typing import Typing  # not needed for the first frame

                self._typing = Typing(self._faq.searcher)
            found = self._texts.find(query) if self._texts is not None else None
            hits = FilterHits(query, self._typing.rank(query), found)
        self._slow = (perf_counter() - started) * 1000 > IN_THE_KEY_MS
        return hits

    def has_found(self, query: str) -> bool:
        """Whether what the words of `query` find was the last that was told."""
        return self._last is not None and self._last.query == query

    def can_be_meant(self, query: str) -> bool:
        """Whether `query` is a sentence that can be looked for by its meaning: not before there is an index."""
        if not self.is_ready or self._faq.meaning is None or self._faq.meaning.problem:
            return False
        from faqtui.search.query import parse  # imported with the searcher

        return parse(query).is_sentence

    @property
    def is_meaning_ready(self) -> bool:
        """Whether the model is there, so that a sentence is found in a few milliseconds."""
        return self._faq.meaning is None or self._faq.meaning.is_ready

    def load_meaning(self) -> None:
        """Have the model loaded: 0.3 s, in a thread."""
        if self._faq.meaning is not None:
            self._faq.meaning.load()

    def find_meant(self, query: str) -> FilterHits | None:
        """What is found by words and meaning, in a thread; None where that is what the words found alone.

        What stood among the first three stays where it can be seen, as far as it still fits.
        """
        meaning, before = self._faq.meaning, self._last
        if meaning is None or before is None or before.query != query:
            return None
        with self._one_at_a_time:
            ranking = self._faq.searcher.rank(query, finished=True)
        first = list(islice(before.positions, AMONG_THE_FIRST))
        meant = meaning.rank(ranking, first[:3])
        if first == list(islice(meant.positions, AMONG_THE_FIRST)) and meant.weak == before.weak:
            return None
        return FilterHits(query, meant, before.in_texts)

    def _find_in_thread(self, query: str) -> None:
        if query == self._wanted:
            self._screen.from_thread(self._tell, self._timed(query))


def _is_small(faq: Faq) -> bool:
    """Whether the index of `faq` is there in the time of a frame or two."""
    saved, entries = faq.index_bytes(), faq.library.entries
    if _text_size(faq) > SMALL_ANSWERS:
        return False
    if saved is not None:
        return saved <= SMALL_INDEX
    return len(entries) <= SMALL and sum(len(entry.answer) for entry in entries) <= SMALL_ANSWERS


def _text_size(faq: Faq) -> int:
    """Characters of what the library and its categories say by themselves."""
    library = faq.library
    own = [library.introduction, *[node.introduction for node in library.categories]]
    return sum([len(text.plain) for text in own if text is not None])
