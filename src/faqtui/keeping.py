"""How the library of some content is kept: in a file in the directory of saved libraries, in memory, or not yet.

Whether its entries were decoded from such a file, or made a moment ago, only this module knows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from faqtui.content import Content
from faqtui.host.garbage import not_collected
from faqtui.saved import directory, library
from faqtui.saved.directory import VectorsPlace

if TYPE_CHECKING:
    from faqtui.making import Made
    from faqtui.model import Library
    from faqtui.saved.library import StoredLibrary
    from faqtui.search.index import SearchIndex

BLOCKS_UP_TO = 300_000
"""Bytes of content up to which the blocks of its answers are saved too: parsing them takes about a second for a million."""


LITTLE = 65_536
"""Bytes of content of which blocks and index are made while nobody notices, even if it is nothing but markup."""


class Keeping:
    """A library that was `stored`, `on_disk` or elsewhere, or that was `made` and is to be saved; neither where nobody knows."""

    def __init__(
        self,
        content: Content | None = None,
        *,
        stored: StoredLibrary | None = None,
        on_disk: bool = False,
        made: Made | None = None,
        vectors: VectorsPlace | None = None,
    ) -> None:
        self.save_as = content.save_as if content is not None else None
        self.directory = content.directory if content is not None else ""
        path = content.vectors_at if content is not None else None
        self.vectors = vectors or VectorsPlace(path, self.save_as.name if self.save_as is not None else "")
        self.stored = stored
        self._on_disk = on_disk
        self._content = content
        self._made = made

    def index(self, of: Library) -> SearchIndex | None:
        """The index of the library that was saved with it, or with an earlier one and brought up to date."""
        if self.stored is not None:
            return self.stored.index()
        made = self._made
        return made.updated_index(of) if made is not None else None

    def earlier(self) -> StoredLibrary | None:
        """What a later making can begin with: the library as it was saved, or the one that most of it comes from.

        One that was saved nowhere is written down in memory for that.
        """
        made = self._made  # another thread may be saving it
        if self.stored is None and made is not None:
            if made.before is not None:
                return made.before.stored
            self.stored, self._made = library.of_pieces(made.pieces()), None
        return self.stored

    @property
    def is_soon_indexed(self) -> bool:
        """Whether blocks and index take little time: of little content, and of content most of which was indexed before."""
        small = self._content is None or self._content.size <= LITTLE
        before = self._made.before if self._made is not None else None
        return small or (before is not None and before.stored.index_bytes is not None)

    def save(self, index: Callable[[], SearchIndex] | None) -> bool:
        """Write the library, unless it is there already, with its `index` or without. True when it is there now."""
        has_index = self.stored is not None and self.stored.index_bytes is not None
        is_there = self._on_disk and (has_index or index is None)
        content = self._content
        if content is None or self.save_as is None:
            return is_there
        try:
            if not is_there:
                made = index() if index is not None else None
                with not_collected():
                    pieces = self.pieces(made)
                    if not pieces:
                        return False
                    directory.keep(self.save_as, pieces)
                self._on_disk = True
                if index is not None:
                    self.stored = library.load(self.save_as, is_new=True) or self.stored
                    if self._made is not None and self._made.before is None:  # all entries were made of it
                        self.forget()
            content.remember()
        except (OSError, OverflowError):
            return False
        if index is not None:  # it has all been said
            self._content = None
            content.forget()
        return True

    def forget(self) -> None:
        """Let go of what the library was made of: nobody asks for an entry of it any more that is not made."""
        made, self._made = self._made, None
        if made is not None:
            made.forget()

    def pieces(self, index: SearchIndex | None = None, *, complete: bool = False) -> list[bytes]:
        """What the file of the library consists of, with `index` the blocks of its answers too; nothing where nobody knows.

        Of a large one the blocks are left out, unless it is to be `complete`: whoever waits for it waits for them.
        """
        small = index is not None and self._content is not None and self._content.size <= BLOCKS_UP_TO
        blocks = _blocks if small or complete else None
        made = self._made
        if made is not None:
            return made.pieces(index, blocks)
        if self.stored is None:
            return []
        from faqtui.saved.writing import completed  # imports what parses

        return completed(self.stored, index, blocks)


def _blocks(answer: str) -> bytes:
    """An answer as blocks to lay out, as they are saved."""
    from faqtui.host.jsons import dumped
    from faqtui.render import dump_blocks, parse_answer

    return dumped(dump_blocks(parse_answer(answer)))
