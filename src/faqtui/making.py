"""Making the library of some content: what changed since it was saved is read, and all of it is composed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from faqtui import sources
from faqtui.content import Content, all_failed
from faqtui.errors import ContentError
from faqtui.host.garbage import not_collected, release
from faqtui.host.rawfiles import RawFile
from faqtui.model import Document, Library
from faqtui.parsing.composing import Composed, ComposedEntry, compose
from faqtui.parsing.draft import ReadPage
from faqtui.parsing.library import read_pages, settle
from faqtui.parsing.pages import read_page
from faqtui.records import NamedTuple
from faqtui.saved.library import StoredLibrary
from faqtui.saved.pages import NEW, KeptPage, StoredPages, Unread

if TYPE_CHECKING:
    from faqtui.search.index import SearchIndex


class Made(NamedTuple):
    """A library as it was made: its pages, what was composed of them, and which documents are no text.

    `places` has for each entry its position in what was saved `before`, where it said the same in the same category, else NEW.
    """

    composed: Composed
    kept: list[KeptPage]
    unread: Sequence[Unread]
    before: StoredPages | None
    places: Sequence[int]

    def library(self) -> Library:
        """The library; where most of it was saved before, entries are made when somebody asks for them."""
        return self.composed.library(at_once=self.before is None)

    def pieces(self, index: SearchIndex | None = None, blocks: Callable[[str], bytes] | None = None) -> list[bytes]:
        """What the file of it consists of."""
        from faqtui.saved.writing import pieces  # not before something can be seen

        return pieces(self.composed, self.kept, self.before, unread=self.unread, index=index, blocks=blocks)

    def forget(self) -> None:
        """Let go of pages and drafts little by little; nothing is to be asked of this any more, nor of the library's entries."""
        kept, composed = self.kept, self.composed
        for several in (composed.items, composed.drafts, composed.pages, kept):
            release(several)
        if self.before is not None:
            self.before.forget()

    def updated_index(self, library: Library) -> SearchIndex | None:
        """The index that was saved before, brought up to date; None where there was none."""
        old = self.before.index() if self.before is not None else None
        if old is None:
            return None
        from faqtui.search.update import update_index

        return update_index(old, library, self.places)


def make(
    content: Content, progress: Callable[[int, int], None] | None = None, saved: StoredLibrary | None = None
) -> Made:
    """The library of `content`; of documents that are in a `saved` one as they are now, nothing is read.

    `progress` is called with lines read and lines in all. Raises ContentError where no file is text.
    """
    with not_collected():
        making = _Making(content, StoredPages(saved) if saved is not None else None)
        made = making.made(progress)
    content.release()
    return made


class _Making:
    def __init__(self, content: Content, before: StoredPages | None) -> None:
        self._content = content
        self._before = before
        self._files: list[RawFile] = []
        """The file of each page."""
        self._numbers: list[int] = []
        """The number that each page had before, or NEW."""
        self._unread: list[Unread] = []

    def made(self, progress: Callable[[int, int], None] | None) -> Made:
        pages = self._pages(progress)
        for place in settle(pages, self._read_again):
            self._numbers[place] = NEW
        composed = compose(pages, self._before.tree if self._before is not None else None)
        kept = [
            KeptPage(page, file.digest, number)
            for page, file, number in zip(pages, self._files, self._numbers, strict=True)
        ]
        before = self._before
        places = _places(composed.items, kept, before) if before is not None else ()
        if before is not None and not before.can_be_copied:
            kept = [own._replace(number=NEW) for own in kept]
        return Made(composed, kept, self._unread, before, places)

    def _pages(self, progress: Callable[[int, int], None] | None) -> list[ReadPage]:
        """The page of each file that is text: as it was saved, or read now."""
        documents: list[Document] = []
        for file in list(self._content.files):
            number = self._before.find(file) if self._before is not None else NEW
            if number == NEW:
                document = self._document(file)
                if document is None:
                    continue
                documents.append(document)
            self._files.append(file)
            self._numbers.append(number)
        if not self._files and (failed := [*self._content.errors, *(own.error for own in self._unread)]):
            raise all_failed(failed)
        read = iter(read_pages(documents, progress))
        before = self._before
        return [next(read) if number == NEW or before is None else before.page(number) for number in self._numbers]

    def _document(self, file: RawFile) -> Document | None:
        """The text of a file; None for one that has none, of which it is told."""
        error = self._before.unread(file) if self._before is not None else None
        if error is None:
            file.read()  # where that cannot be done any more, it is not the text that is wrong
            try:
                return sources.decode(file, sanitized=self._content.sanitized)
            except ContentError as found:
                error = found
        self._unread.append(Unread(file.path, file.root, file.digest, error))
        return None

    def _read_again(self, place: int, whole: bool) -> ReadPage:
        return read_page(sources.decode(self._files[place], sanitized=self._content.sanitized), whole=whole)


def _places(items: Sequence[ComposedEntry], kept: Sequence[KeptPage], before: StoredPages) -> list[int]:
    """The position that each entry had before, where it says the same and stands in the same category."""
    places: dict[int, int] = {}
    for own in kept:
        if own.number != NEW:
            for draft, position in zip(own.page.all_drafts, before.positions(own.number), strict=True):
                places[id(draft)] = position
    found = [places.get(id(item.draft), NEW) for item in items]
    return [
        place if place != NEW and before.category(place) == item.category else NEW
        for item, place in zip(items, found, strict=True)
    ]
