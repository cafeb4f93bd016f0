"""What is known about directories: their titles, and the order of what is in them.

Both come from metadata files (``_category_.json`` and its like) and from the front matter and titles of pages that introduce a
directory (``_index.md``, ``index.md``, ``README.md``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf, isfinite

from faqtui.model import Category
from faqtui.parsing.draft import ReadPage
from faqtui.parsing.front_matter import ABOVE, CATEGORY, FOLLOWING, LISTED, POSITIONS, FrontMatter
from faqtui.parsing.questions.wording import is_faq_title, looks_like_question
from faqtui.parsing.tree.names import (
    ANSWERS,
    introduces,
    root,
    says_nothing,
    shown,
    stem,
    telling_directory,
    without_count,
)
from faqtui.parsing.tree.navigation import Navigation

_NO_SECTION = 9999
_DEEPEST = 6
"""Pages that a page is part of, each of the next, that are looked at."""


class Directories:
    """The directories of the pages that are read together."""

    def __init__(self, pages: Sequence[ReadPage]) -> None:
        self._titles: dict[str, str] = {}
        self._positions: dict[str, float] = {}
        self._number = {id(page): n for n, page in enumerate(pages)}
        self._first: dict[str, int] = {}
        for number, page in enumerate(pages):
            directory = page.path.rpartition("/")[0]
            # Whoever has been met before has met those above as well.
            while directory and directory not in self._first:
                self._first[directory] = number
                directory = directory.rpartition("/")[0]
        self._held = Counter(directory.rpartition("/")[0] for directory in self._first)
        self._count = Counter(page.path.rpartition("/")[0] for page in pages)
        self._asked = {page.path.rpartition("/")[0] for page in pages if len(page.drafts) > 1 or _is_titled_apart(page)}
        self._navigation = Navigation([page.path for page in pages if not page.is_metadata], self._first)
        self._inside: dict[tuple[str, int, frozenset[int]], Category] = {}
        introductions: dict[str, str] = {}
        for page in pages:
            is_introduction = introduces(page)
            if not (page.is_metadata or is_introduction):
                continue
            directory, _, name = page.path.rpartition("/")
            if page.is_metadata:
                title = self._navigation.learn(directory, name, page.matter)
                if title:
                    self._titles[directory] = title
            elif page.title:
                if stem(page) == "_index" or page.matter.text("title"):
                    self._titles.setdefault(directory, page.title)
                elif not (says_nothing(page.title) or looks_like_question(page.title)):
                    introductions.setdefault(directory, page.title)
            position = _position(page.matter)
            if position is not None:
                self._positions.setdefault(directory, position)
        known = self._navigation
        if not (self._positions or known.positions or known.places):
            following = {page.path: name for page in pages if (name := page.matter.text(FOLLOWING))}
            above = {page.path: name for page in pages if (name := page.matter.text(ABOVE))}
            if following or above:
                known.follow(following, above)
        told = {page.path for page in pages if page.matter.words(*CATEGORY)}
        for page in pages:
            if not page.is_metadata and (rows := page.matter.words(LISTED)):
                known.list_pages(page.path.rpartition("/")[0], rows, told)
        names = {page.path: page.title for page in pages if not introduces(page) and not says_nothing(page.title)}
        self._above = {path: _chain(path, known.above, names) for path in known.above}
        for titles in (self._navigation.titles, introductions):
            for directory, title in titles.items():
                self._titles.setdefault(directory, title)
        self.is_ordered = bool(self._positions or known.positions or known.places or known.names) or any(
            _position(page.matter) is not None for page in pages if page.drafts
        )
        self._roots = {given: n for n, given in enumerate(dict.fromkeys(root(page) for page in pages))}
        self.has_one_root = len(self._roots) == 1
        self.root_title = ""
        if self.has_one_root:
            title = self._titles.get(next(iter(self._roots)), "")
            self.root_title = "" if says_nothing(title) else title

    def titles(self, page: ReadPage, left_out: frozenset[int]) -> Category:
        """The titles of what a page is in, below what the user named; without the parts of its path that are `left_out`.

        Those are the sections of a list of pages, where it has some, and directories.
        """
        path = page.path
        if sections := self._sections(page):
            listed = self._navigation.listed.get(path)
            around = () if listed is None else self._inside_of(listed, page.root, left_out)
            return (*around, *sections)
        directory = path.rpartition("/")[0]
        if self._is_page(page, directory):
            directory = directory.rpartition("/")[0]
        inside = self._inside_of(directory, page.root, left_out)
        return (*inside, *above) if (above := self._above.get(path)) else inside

    def _sections(self, page: ReadPage) -> Category:
        """The sections of a list that a page stands in; one of a single entry with pages below it stands beside these."""
        place = self._navigation.places.get(page.path)
        if place is None:
            return ()
        own = len(page.drafts) == 1 and place.sections[-1:] == (shown(place.title),)
        return place.sections[:-1] if own else place.sections

    def _is_page(self, page: ReadPage, directory: str) -> bool:
        """Whether a directory is no more than the page in it, which is one entry: beside that are pictures, say."""
        if self._count[directory] > 1 or self._held[directory] or not introduces(page) or len(page.drafts) != 1:
            return False
        return page.drafts[0].question == page.title and directory.count("/") >= page.root

    def _inside_of(self, directory: str, given: int, left_out: frozenset[int]) -> Category:
        """The titles of a directory and of those above it."""
        where = directory, given, left_out
        if where not in self._inside:
            self._inside[where] = self._titles_of([*directory.split("/"), ""] if directory else [""], given, left_out)
        return self._inside[where]

    def _titles_of(self, parts: Sequence[str], given: int, left_out: frozenset[int]) -> Category:
        places = self._navigation.places
        found: list[str] = []
        for depth in range(given, len(parts) - 1):
            directory = "/".join(parts[: depth + 1])
            if directory in places and places[directory].sections:
                found = list(places[directory].sections)
            if parts[depth] and depth not in left_out and not self._only_holds(directory):
                title = self._titles.get(directory, "")
                found.append(shown(without_count(parts[depth])) if says_nothing(title) else title)
        return tuple(found)

    def _only_holds(self, directory: str) -> bool:
        """Whether a directory is only named as one of questions, no other stands beside it, and its pages have their titles."""
        above, _, name = directory.rpartition("/")
        if self._held[above] > 1 or directory not in self._asked or self._titles.get(directory):
            return False
        return name in ANSWERS or (says_nothing(name) and is_faq_title(name))

    def title(self, page: ReadPage) -> str:
        """The title of a page; of one whose own says nothing, what a list of pages calls it."""
        if page.title and not says_nothing(page.title):
            return page.title
        return self._navigation.titles.get(page.path, "") or page.title

    def name(self, given: str) -> str:
        """What a directory that the user named is called."""
        title = self._titles.get(given, "")
        parts = given.split("/")
        return title if not says_nothing(title) else telling_directory(parts) or shown(parts[-1])

    def order(self, page: ReadPage) -> tuple[object, ...]:
        """The place of a page among all: on each level files and directories by section, then position, then as read.

        What has no position comes after what has one, and files before directories. The page that introduces a
        directory is its first. What a list with sections names comes as it stands there, before all else.
        """
        path = page.path
        parts = path.split("/")
        known = self._navigation
        place = known.places.get(path)
        key: list[tuple[float, float, float, float]] = []
        for depth in range(page.root, len(parts) - 1):
            name = "/".join(parts[: depth + 1])
            place = place or known.places.get(name)
            section = _NO_SECTION + 1 if "/".join(parts[:depth]) in known.names else 0
            where = self._positions.get(name, known.positions.get(name, inf))
            key.append((section, where, 1, self._first[name]))
        sections = known.names.get("/".join(parts[:-1]))
        section = sections.get(page.matter.text("section"), _NO_SECTION) if sections else 0
        position = -inf if introduces(page) else _position(page.matter)
        if position is None:
            position = known.positions.get(path, inf)
        return (
            self._roots[root(page)],
            inf if place is None else place.number,
            *key,
            (section, position, 0, self._number[id(page)]),
        )


def _is_titled_apart(page: ReadPage) -> bool:
    return len(page.drafts) == 1 and bool(page.title) and page.title != page.drafts[0].question


def _chain(path: str, above: Mapping[str, str], names: Mapping[str, str]) -> Category:
    """The titles of the pages that a page is part of, the outermost first."""
    found: list[str] = []
    for _ in range(_DEEPEST):
        path = above.get(path, "")
        if not path:
            break
        if title := names.get(path):
            found.append(title)
    return tuple(found[::-1])


def _position(matter: FrontMatter) -> float | None:
    if not matter.data:
        return None
    for name in POSITIONS:
        text = matter.text(name)
        if text:
            try:
                value = float(text)
            except ValueError:
                continue
            return value if isfinite(value) else None
    return None
