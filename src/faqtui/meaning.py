"""Finding by meaning in one FAQ: its model, the vectors of its entries, and where these are kept.

Made by `faqtui.faq.Faq` where a model is installed. Nothing is loaded before the first sentence is looked for, or somebody has
vectors made; what is known of entries near one another is read without a model.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from faqtui.records import NamedTuple
from faqtui.saved import vectors as saved_vectors
from faqtui.saved.directory import NOWHERE, VectorsPlace
from faqtui.saved.vectors import Kept
from faqtui.search.meaning import embedder as embedders
from faqtui.search.meaning.embedder import Damaged, Embedder, Known
from faqtui.search.meaning.entry_text import DIGEST, digest, entry_text
from faqtui.search.meaning.one_thread import calculating

if TYPE_CHECKING:
    from faqtui.model import Library
    from faqtui.search.meaning.vectors import Vectors
    from faqtui.search.results import Ranking

TOGETHER = 64
"""Texts that are made vectors of in one go: 0.3 s between two words of how far the work is."""

NEAR = 6
"""Entries near another that are known of each."""

NEAR_UP_TO = 20_000
"""Entries up to which all are compared with all, which takes some seconds then, and grows with the square."""

NOBODY = 0xFFFF_FFFF
"""Stands where there is no other entry."""


def meaning_of(library: Library, place: VectorsPlace = NOWHERE) -> Meaning | None:
    """Who finds by meaning in a library, with what is installed; None where nothing is."""
    known = embedders.installed()
    return None if known is None else Meaning(library, known, place.of_model(known.module))


class Near(NamedTuple):
    """Another entry by its position, and the cosine of the two."""

    position: int
    cosine: float


class Meaning:
    """Finds by meaning in a library. Threads may ask at the same time; they wait for each other."""

    def __init__(self, library: Library, known: Known, place: VectorsPlace) -> None:
        """`known` is the installed model, `place` where vectors are or would be kept."""
        self._library = library
        self._known = known
        self._place = place
        self._one_at_a_time = allocate_lock()
        self._embedder: Embedder | None = None
        self._vectors: Vectors | None = None
        self._changed = False
        self._taken = 0
        """When the file was changed that the vectors were taken from."""
        self._read: tuple[int, Kept | None] = (0, None)
        self._near: tuple[Sequence[int], Sequence[int]] = ((), ())
        self.problem = ""
        """Why the model cannot be used, once that is known."""

    def load(self) -> bool:
        """Load the model and what vectors there are: some 0.3 s, the first time. Whether it can be used."""
        with self._one_at_a_time:
            if self._load():
                self._those_there_are()
            return not self.problem

    @property
    def is_ready(self) -> bool:
        """Whether the model has been loaded, with what vectors there were; or cannot be."""
        return self._vectors is not None or bool(self.problem)

    def rank(self, ranking: Ranking, keep: Sequence[int] = ()) -> Ranking:
        """What words found, and what meaning finds, in one order: see `faqtui.search.meaning.fusion.fused`.

        The first that the words found get vectors where they have none; all others without are not found.
        """
        from faqtui.search.meaning.fusion import candidates, fused

        with self._one_at_a_time:
            if not self._load() or self._embedder is None:
                return ranking
            vectors = self._those_there_are()
            with calculating():
                self._make([position for position in candidates(ranking) if not vectors.has(position)])
                return fused(ranking, vectors, self._embedder.query(ranking.query.text), self._embedder, keep)

    def complete(
        self,
        progress: Callable[[int, int], None] | None = None,
        *,
        most: int | None = None,
        go_on: Callable[[], bool] = lambda: True,
    ) -> bool:
        """Make the vectors that are missing, unless there are more than `most`; whether all are there now.

        `progress` is told of entries done and entries in all. It ends early where `go_on` says so.
        """
        with self._one_at_a_time:
            if not self._load():
                return False
            vectors = self._those_there_are()
            missing = vectors.missing()
            if most is not None and len(missing) > most:
                return False
            total = len(vectors)
            for begin in range(0, len(missing), TOGETHER):
                if not go_on():
                    return False
                with calculating():
                    self._make(missing[begin : begin + TOGETHER])
                if progress is not None:
                    progress(total - max(0, len(missing) - begin - TOGETHER), total)
            if (missing or not self._is_known()) and total <= NEAR_UP_TO:
                with calculating():
                    self._near = vectors.neighbours(NEAR, NOBODY)
                self._changed = True
            elif not self._near[0] and (kept := self._kept()) is not None:
                self._near = kept.near, kept.cosines
            return True

    def save(self) -> None:
        """Keep the vectors there are, if any were made. A directory that cannot be written to is none of anybody's business."""
        with self._one_at_a_time:
            vectors, embedder = self._vectors, self._embedder
            if vectors is None or embedder is None or self._place.path is None or not self._changed:
                return
            complete = not vectors.missing()
            near, cosines = self._near if complete else ((), ())
            digests = b"".join([digest(entry_text(entry)) for entry in self._library.entries])
            kept = Kept(
                embedder.name,
                self._known.stamp,
                self._place.library,
                vectors.size,
                vectors.as_bytes(),
                digests,
                near,
                cosines,
                complete,
            )
            try:
                saved_vectors.save(self._place, kept)
            except OSError:
                return
            self._changed = False

    def tried(self, sentence: str) -> tuple[str, float, float, int]:
        """The name of the model, the milliseconds that loading it and a query take, and how many entries have a vector."""
        with self._one_at_a_time:
            started = perf_counter()
            if not self._load() or (embedder := self._embedder) is None:
                return "", 0.0, 0.0, 0
            vectors = self._those_there_are()
            embedder.query(sentence)
            loaded = perf_counter()
            vectors.nearest(vectors.cosines(embedder.query(sentence)), NEAR)
            done = perf_counter()
            load_ms, query_ms = (loaded - started) * 1000, (done - loaded) * 1000
            return embedder.name, load_ms, query_ms, len(vectors) - len(vectors.missing())

    def is_complete(self) -> bool:
        """Whether the vectors of all entries are kept, as far as can be told without loading the model."""
        return self._is_known()

    def near(self, position: int) -> list[Near]:
        """The entries nearest in meaning to the one at a position, the nearest first; none while that is not known."""
        numbers, cosines = self._near
        if not numbers:
            kept = self._kept()
            if kept is None or not self._fits(kept):
                return []
            numbers, cosines = self._near = kept.near, kept.cosines
        of = range(position * NEAR, (position + 1) * NEAR)
        return [Near(numbers[at], cosines[at] / 1000) for at in of if at < len(numbers) and numbers[at] != NOBODY]

    def alike(self) -> list[tuple[int, int]]:
        """The pairs of entries that seem to ask the same, each once, the first of both first; once `complete` has been."""
        embedder = self._embedder
        least = embedder.floor + embedder.same * (1 - embedder.floor) if embedder is not None else 1.0
        numbers, cosines = self._near
        pairs = [
            (min(at // NEAR, other), max(at // NEAR, other))
            for at, (other, cosine) in enumerate(zip(numbers, cosines, strict=True))
            if other != NOBODY and cosine >= 1000 * least
        ]
        return sorted(set(pairs))

    def _is_known(self) -> bool:
        kept = self._kept()
        return kept is not None and self._fits(kept) and kept.complete

    def _fits(self, kept: Kept) -> bool:
        """Whether the rows are those of this library's entries in their order, by the model that is installed."""
        same = kept.library == self._place.library != "" and kept.made_by == self._known.stamp
        return same and len(kept.digests) == DIGEST * len(self._library.entries)

    def _kept(self) -> Kept | None:
        """What is kept now: another process may have written it a moment ago."""
        if self._place.path is None:
            return None
        try:
            changed = self._place.path.stat().st_mtime_ns
        except OSError:
            return None
        if self._read[0] != changed:
            self._read = (changed, saved_vectors.load(self._place))
        return self._read[1]

    def _load(self) -> bool:
        if self._embedder is None and not self.problem:
            try:
                self._embedder = embedders.load(self._known)
            except (Damaged, ImportError, OSError, RuntimeError) as error:
                self.problem = str(error)
        return self._embedder is not None

    def _those_there_are(self) -> Vectors:
        """The vectors, with those that somebody else has made since."""
        from faqtui.search.meaning.vectors import Vectors

        embedder = self._embedder
        assert embedder is not None  # noqa: S101 - whoever asks has loaded it
        kept = self._kept()
        if self._vectors is not None and self._read[0] == self._taken:
            return self._vectors
        self._taken = self._read[0]
        count, size = len(self._library.entries), embedder.size
        vectors = Vectors(count, size)
        if kept is not None and kept.model == embedder.name and kept.size == size:
            if kept.library == self._place.library != "" and len(kept.rows) == count * size:
                vectors.take_rows(range(count), kept.rows)
            else:
                self._take_by_text(vectors, kept)
        if self._vectors is not None:
            vectors.take(self._vectors)
        self._vectors = vectors
        return vectors

    def _take_by_text(self, vectors: Vectors, kept: Kept) -> None:
        """Take over what was made of the same texts of another reading."""
        size = vectors.size
        places = {kept.digests[at : at + DIGEST]: at // DIGEST for at in range(0, len(kept.digests), DIGEST)}
        found: dict[int, int] = {}
        for position, entry in enumerate(self._library.entries):
            place = places.get(digest(entry_text(entry)))
            if place is not None:
                found[position] = place
        rows = b"".join([kept.rows[place * size : (place + 1) * size] for place in found.values()])
        vectors.take_rows(list(found), rows)
        self._changed = True

    def _make(self, positions: Sequence[int]) -> None:
        vectors, embedder = self._vectors, self._embedder
        if positions and vectors is not None and embedder is not None:
            texts = [entry_text(self._library.entries[position]) for position in positions]
            vectors.put(positions, embedder.texts(texts))
            self._changed = True
