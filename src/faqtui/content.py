"""What a FAQ is made of: files as they were read, and where what is made of them is or would be saved."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from faqtui import sources
from faqtui.errors import ContentError
from faqtui.host.garbage import not_collected, release
from faqtui.host.rawfiles import RawFile, State
from faqtui.saved import inventory
from faqtui.saved.directory import keep, named, path_of, place_of, vectors_of
from faqtui.saved.inventory import EMPTY, Inventory

if TYPE_CHECKING:
    from faqtui.saved.library import StoredLibrary


COMPOSING = 40
"""Bytes of text that are read in the time in which the page of a document that did not change is taken up again."""


class Content:
    """Files, and what could not be read beside them.

    `directory` is where relative paths begin ("": where the program is), `vectors_at` where vectors of its entries are kept.
    `sanitized` is as in `faqtui.faq.load`.
    """

    def __init__(
        self,
        files: Sequence[RawFile],
        errors: Sequence[ContentError] = (),
        *,
        cache_dir: Path | None = None,
        sanitized: bool = True,
        directory: str = "",
        vectors_at: Path | None = None,
    ) -> None:
        self.files = files
        self.errors = errors
        self.sanitized = sanitized
        self.directory = directory
        self.vectors_at = vectors_at if sanitized else None
        self._cache_dir = cache_dir if sanitized else None
        self._save_as: Path | None = None
        self._seen: _Seen | None = None

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum([file.size for file in self.files])

    def work(self, earlier: StoredLibrary | None) -> int:
        """How much is to be done to make the library, with an `earlier` one at hand: in bytes of text that take as long."""
        if earlier is None:
            return self.size
        new = earlier.lacks([file.digest for file in self.files])
        return sum([file.size for file, is_new in zip(self.files, new, strict=True) if is_new]) + COMPOSING * len(new)

    @property
    def save_as(self) -> Path | None:
        """Where the library of these files is saved, or would be; None for nowhere."""
        if self._save_as is None and self._cache_dir is not None:
            self._save_as = path_of(self._cache_dir, self.files)
        return self._save_as

    @property
    def earlier(self) -> Path | None:
        """Where the library would be that was made last of what there was at these paths; None where nobody knows."""
        if self._cache_dir is None or self._seen is None or not self._seen.inventory.library:
            return None
        return named(self._cache_dir, self._seen.inventory.library)

    def seen(self, place: Path, earlier: Inventory, unwanted: Mapping[str, State], began: float) -> None:
        """Take in what is known of the files beside: where that is kept, what it was, and when reading began."""
        self._seen = _Seen(place, earlier, unwanted, began)

    def release(self) -> None:
        """Forget the bytes: the files have become a library."""
        changed = [file.release() for file in self.files]  # all of them
        if any(changed):
            self._save_as = None  # what was read late may have changed since the name was made

    def forget(self) -> None:
        """Let go of the files, little by little: nobody asks for them any more."""
        if isinstance(self.files, list):
            release(self.files)
        self._seen = None

    def remember(self) -> None:
        """Write down which files there are, and that their library is saved. Raises OSError."""
        seen, save_as = self._seen, self.save_as
        if seen is None or save_as is None:
            return
        with not_collected():
            found = Inventory(inventory.known(self.files, seen.unwanted, seen.began), save_as.name)
            if found != seen.inventory:
                keep(seen.place, inventory.pieces(found))
                seen.inventory = found


class _Seen:
    def __init__(self, place: Path, earlier: Inventory, unwanted: Mapping[str, State], began: float) -> None:
        self.place = place
        self.inventory = earlier
        self.unwanted = unwanted
        self.began = began


def read(
    *paths: str | os.PathLike[str], cache_dir: Path | None = None, stdin: bytes | None = None, sanitized: bool = True
) -> Content:
    """The files at these paths, without any those of the FAQ that ships; the parameters are those of `faqtui.faq.load`.

    Raises ContentError when nothing could be read.
    """
    if not paths:
        where = os.fspath(sources.packaged_directory())
        vectors_at = vectors_of(cache_dir, ()) if cache_dir is not None else None
        files = sources.packaged()
        return Content(files, cache_dir=cache_dir, sanitized=sanitized, directory=where, vectors_at=vectors_at)
    names = [os.fspath(path) for path in paths]
    place = place_of(cache_dir, names) if cache_dir is not None and sanitized and sources.STDIN not in names else None
    began = time()
    with not_collected():
        earlier = inventory.load(place) if place is not None else EMPTY
        files, errors, unwanted = sources.survey(names, stdin=stdin, known=earlier.files)
    if not files and errors:
        raise all_failed(errors)
    vectors_at = vectors_of(cache_dir, names) if cache_dir is not None and place is not None else None
    content = Content(files, errors, cache_dir=cache_dir, sanitized=sanitized, vectors_at=vectors_at)
    if place is not None:
        content.seen(place, earlier, unwanted, began)
    return content


def all_failed(errors: Sequence[ContentError]) -> ContentError:
    """The first of several errors, with the others as notes."""
    first, *others = errors
    for error in others:
        first.add_note(str(error))
    return first
