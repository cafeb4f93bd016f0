"""`Faq`, a library with its index, and `load`, which makes one of paths: the public Python API.

What is kept on disk is `faqtui.saved`, and how it is made is `faqtui.making`; environment, terminal and messages belong to the
command line and the screen.
"""

from __future__ import annotations

import os
from _thread import allocate_lock
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from faqtui.content import Content, read
from faqtui.errors import ContentError
from faqtui.host.packages import directory_of
from faqtui.keeping import Keeping
from faqtui.saved import library as saved_library
from faqtui.saved.directory import vectors_beside

if TYPE_CHECKING:
    from faqtui.host.sections import Sections
    from faqtui.meaning import Meaning
    from faqtui.model import Diagnostic, Library, SearchResult
    from faqtui.render import Blocks
    from faqtui.saved.library import Clean, StoredLibrary
    from faqtui.search.index import SearchIndex
    from faqtui.search.results import Ranking
    from faqtui.search.searcher import Searcher

__all__ = ["Content", "Faq", "Progress", "as_saved", "earlier", "from_file", "load", "parse", "read", "saved"]

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""


class Faq:
    """The entries of some content, ready to be searched and shown. Made by `load`.

    `library` is pure data. `errors` are the sources that could not be read; the others are here all the same.
    `saved_as` is where the saved library is or would be (None: nowhere); the same content has the same name.
    `kept` knows how it is kept on disk. `made_elsewhere` waits for an index that somebody else makes, and saves: the file of
    it, None where that failed.
    """

    def __init__(
        self,
        library: Library,
        *,
        errors: Sequence[ContentError] = (),
        kept: Keeping | None = None,
        made_elsewhere: Callable[[Progress | None], Sections | None] | None = None,
    ) -> None:
        self.library = library
        self.errors = tuple(errors)
        self.kept = kept or Keeping()
        self.saved_as = self.kept.save_as
        self._index: SearchIndex | None = None
        self._searcher: Searcher | None = None
        self._made_elsewhere = made_elsewhere
        self._is_saved_elsewhere = made_elsewhere is not None
        self._one_at_a_time = allocate_lock()
        self._positions: dict[str, int] | None = None
        self._meaning: Meaning | None = None
        self._looked_for_meaning = False

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """Those of the library, without missing files that are on disk: files change, a saved library does not."""
        found = self.library.diagnostics
        if all(diagnostic.code != "missing-file" for diagnostic in found):
            return found
        from faqtui.parsing.links import on_disk

        below = self.kept.directory

        def exists(path: str) -> bool:
            return os.path.exists(os.path.join(below, path))  # noqa: PTH110, PTH118 - whatever the name, no error

        return tuple(on_disk(found, exists))

    @property
    def index(self) -> SearchIndex:
        """What queries are answered from; made when first asked for."""
        return self._index or self.build_index()

    @property
    def searcher(self) -> Searcher:
        """Who answers them; made, with the index, when first asked for."""
        if self._searcher is None:
            from faqtui.search.searcher import Searcher

            self._searcher = Searcher(self.index)
        return self._searcher

    def build_index(self, progress: Progress | None = None) -> SearchIndex:
        """Make the index, unless there is or was saved one; `progress` is called with entries done and entries in all.

        Who asks while another thread makes it, waits for that.
        """
        with self._one_at_a_time:
            if self._index is None and self._made_elsewhere is not None:
                made, self._made_elsewhere = self._made_elsewhere(progress), None
                self._index = saved_library.index_of(made, self.library) if made is not None else None
            if self._index is None:
                self._index = self.kept.index(self.library)
            if self._index is None:
                from faqtui.search import build

                self._index = build.build_index(self.library, progress=progress)
            return self._index

    def index_bytes(self) -> int | None:
        """The size of the saved index; None where there is none, or not yet."""
        return self.kept.stored.index_bytes if self.kept.stored is not None else None

    @property
    def meaning(self) -> Meaning | None:
        """Who finds by what is meant; None where no model for that is installed. Nothing is loaded to say so."""
        if not self._looked_for_meaning:
            self._looked_for_meaning = True
            from faqtui.search.meaning import PACKAGES  # two names

            if any(map(directory_of, PACKAGES)):
                from faqtui.meaning import meaning_of

                self._meaning = meaning_of(self.library, self.kept.vectors)
        return self._meaning

    def lacks_vectors(self) -> bool:
        """Whether there is a model, and a place where vectors are kept, and not all are there."""
        meaning = self.meaning if self.kept.vectors.path is not None and self.library.entries else None
        return meaning is not None and not meaning.is_complete()

    def keep_vectors(self) -> None:
        """Write the vectors that were made, if any were. Raises nothing, as `save`."""
        if self._meaning is not None:
            self._meaning.save()

    def search(
        self, query: str, limit: int | None = 10, *, finished: bool = False, by_meaning: bool = False
    ) -> SearchResult:
        """The entries that match `query`, best first, at most `limit` (None: all). Nothing typed raises.

        The last word may be half typed; of a query that is `finished` it is taken as it is where the FAQ has that word. A
        sentence is looked for `by_meaning` as well, where a model for that is installed.
        """
        from faqtui.model import SearchResult
        from faqtui.search.results import Hits  # with what it stands on, for searching alone

        begun = perf_counter()
        ranking = self._rank(query, finished=finished, by_meaning=by_meaning)
        return SearchResult(query, Hits(ranking, limit), ranking.total, (perf_counter() - begun) * 1000)

    def _rank(self, query: str, *, finished: bool, by_meaning: bool) -> Ranking:
        ranking = self.searcher.rank(query, finished=finished)
        if by_meaning and ranking.query.is_sentence and self.meaning is not None:
            return self.meaning.rank(ranking)
        return ranking

    def find(self, id: str) -> int | None:  # noqa: A002
        """The position in ``library.entries`` of the entry with this id, or None."""
        if self.kept.stored is not None:
            return self.kept.stored.find(id)
        if self._positions is None:
            self._positions = {entry.id: position for position, entry in enumerate(self.library.entries)}
        return self._positions.get(id)

    def namesakes(self, slug: str) -> list[int]:
        """The positions of the entries whose id is `slug`, or `slug` and ``~`` with what tells them apart."""
        return [p for p, entry in enumerate(self.library.entries) if entry.id.partition("~")[0] == slug]

    def blocks(self, position: int) -> Blocks:
        """The answer of an entry as blocks to lay out: from the saved library, or parsed now."""
        from faqtui.render import load_blocks, parse_answer

        if self.kept.stored is not None:
            data = self.kept.stored.blocks(position)
            if data is not None:
                try:
                    return load_blocks(data)
                except ValueError:  # of another format than this program's; parsing again loses nothing
                    self.kept.stored = None
        return parse_answer(self.library.entries[position].answer)

    def save(self, *, entries_only: bool = False) -> bool:
        """Write the saved library, unless it is there already. True when it is there now.

        With `entries_only` neither blocks nor index are saved, which take longer to make than the entries; a later
        `save` adds them. A directory that cannot be written to makes the next start slower and nothing else, so this
        raises nothing.
        """
        return self._is_saved_elsewhere or self.kept.save(None if entries_only else self.build_index)


def load(
    *paths: str | os.PathLike[str],
    cache_dir: Path | None = None,
    progress: Progress | None = None,
    stdin: bytes | None = None,
    sanitized: bool = True,
) -> Faq:
    """Read files and directories as one FAQ; without paths, the one that ships.

    ``-`` is standard input, whose bytes are given as `stdin`. `cache_dir` is where saved libraries are looked for and
    written by `Faq.save` (None: neither). `progress` is called with lines parsed and lines in all.
    With `sanitized` false, control characters and their like stay as they are: such text is not fit for a terminal.

    Raises ContentError when nothing at all could be read; its notes name what else failed. What failed beside content
    that could be read is in `Faq.errors`.
    """
    content = read(*paths, cache_dir=cache_dir, stdin=stdin, sanitized=sanitized)
    return saved(content) or parse(content, progress, earlier(content))


def saved(content: Content, *, doubted: bool = False) -> Faq | None:
    """The FAQ of `content` where its library was saved; what is `doubted` is sanitised once more as it is read."""
    stored = _stored(content.save_as, doubted=doubted)
    if stored is None:
        return None
    content.release()
    kept = Keeping(content, stored=stored, on_disk=True)
    return Faq(stored.library, errors=[*content.errors, *stored.errors], kept=kept)


def earlier(content: Content, *, doubted: bool = False) -> StoredLibrary | None:
    """The library that was saved last of what was at the paths of `content`; `doubted` is as in `saved`."""
    return _stored(content.earlier, doubted=doubted)


def from_file(path: Path) -> Faq:
    """The FAQ in a file that `faqtui build` made; its text is sanitised once more as it is read. Raises ContentError."""
    from faqtui.sanitize import sanitize

    try:
        with path.open("rb") as file:
            stored = saved_library.read(file, clean=sanitize)
    except OSError as error:
        raise ContentError(os.fspath(path), error.strerror or str(error)) from error
    if stored is None:
        raise ContentError(os.fspath(path), "no library of this version of faqtui; `faqtui build` makes one")
    return Faq(stored.library, errors=stored.errors, kept=Keeping(stored=stored, vectors=vectors_beside(path)))


def parse(content: Content, progress: Progress | None = None, before: StoredLibrary | None = None) -> Faq:
    """Make the FAQ of `content`; `progress` is as in `load`. Raises ContentError where no file is text.

    Documents that are in the library `before` as they are now are not read again.
    """
    # Parsing imports yaml and markdown-it, 70 ms: a saved library needs neither.
    from faqtui.making import make

    made = make(content, progress, before)
    errors = [*content.errors, *(own.error for own in made.unread)]
    return Faq(made.library(), errors=errors, kept=Keeping(content, made=made))


def as_saved(faq: Faq) -> Faq:
    """The same FAQ, decoded from the file that it was saved in, in place of one that nobody uses any more."""
    stored = faq.kept.stored
    if stored is None:
        return faq
    faq.kept.forget()
    return Faq(stored.library, errors=faq.errors, kept=faq.kept)


def _stored(path: Path | None, *, doubted: bool) -> StoredLibrary | None:
    if path is None:
        return None
    clean: Clean | None = None
    if doubted:
        from faqtui.sanitize import sanitize  # its tables are not needed otherwise

        clean = sanitize
    return saved_library.load(path, clean=clean)
