"""What is known about directories: their titles, and the order of what is in them.

Both come from metadata files (``_category_.json`` and its like) and from the front matter of pages that introduce a
directory (``_index.md``, ``index.md``, ``README.md``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf, isfinite

from faqtui.model import Category
from faqtui.parsing.draft import ReadPage
from faqtui.parsing.front_matter import FrontMatter, scalar
from faqtui.parsing.questions.wording import is_faq_title

_POSITION = ("sidebar_position", "weight", "nav_order", "sort_order", "order", "position", "rank")
_TITLE = ("title", "label", "linkTitle", "course_name", "section_name", "display_name", "name")
READ = frozenset({*_POSITION, *_TITLE, "title", "section", "sections"})
"""What is read here of front matter; of metadata files it is all."""

_INTRODUCTIONS = frozenset({"_index", "index", "readme"})
_NO_SECTION = 9999


class Directories:
    """The directories of the pages that are read together."""

    def __init__(self, pages: Sequence[ReadPage]) -> None:
        self._titles: dict[str, str] = {}
        self._positions: dict[str, float] = {}
        self._sections: dict[str, dict[str, int]] = {}
        self._number = {id(page): n for n, page in enumerate(pages)}
        self._first: dict[str, int] = {}
        self.root_title = ""
        for number, page in enumerate(pages):
            parts = page.path.split("/")
            for depth in range(page.root, len(parts) - 1):
                self._first.setdefault("/".join(parts[: depth + 1]), number)
            directory = "/".join(parts[:-1])
            if page.is_metadata:
                self._learn(directory, page.matter)
            elif introduces(page) and (page.title or page.matter.data):
                says_it_all = not page.drafts and not is_faq_title(page.title)
                if page.title and (stem(page) == "_index" or page.matter.text("title") or says_it_all):
                    self._titles.setdefault(directory, page.title)
                position = _position(page.matter)
                if position is not None:
                    self._positions.setdefault(directory, position)
        self.is_ordered = bool(self._positions or self._sections) or any(
            _position(page.matter) is not None for page in pages if page.drafts
        )
        self._roots = {given: n for n, given in enumerate(dict.fromkeys(root(page) for page in pages))}
        self.has_one_root = len(self._roots) == 1
        if self.has_one_root:
            self.root_title = self._titles.get(next(iter(self._roots)), "")

    def _learn(self, directory: str, matter: FrontMatter) -> None:
        title = matter.text(*_TITLE)
        if title:
            self._titles[directory] = title
        position = _position(matter)
        if position is not None:
            self._positions[directory] = position
        sections = matter.data.get("sections")
        if isinstance(sections, list):
            names = [scalar(s.get("name", s.get("title")) if isinstance(s, dict) else s) for s in sections[:2000]]
            self._sections[directory] = {name: n for n, name in enumerate(names) if name}
        elif not title:
            # Nextra: the names of what is in the directory, with titles.
            for key, value in list(matter.data.items())[:2000]:
                if isinstance(value, str) and re.fullmatch(r"[\w.-]+", key):
                    self._titles.setdefault(f"{directory}/{key}" if directory else key, value)

    def titles(self, page: ReadPage, left_out: frozenset[int]) -> Category:
        """The titles of the directories a page is in, below what the user named; without the parts `left_out`."""
        parts = page.path.split("/")
        found = []
        for depth in range(page.root, len(parts) - 1):
            if parts[depth] and depth not in left_out:
                found.append(self._titles.get("/".join(parts[: depth + 1]), parts[depth]))
        return tuple(found)

    def name(self, given: str) -> str:
        """What a directory that the user named is called."""
        return self._titles.get(given, "") or given.rpartition("/")[2]

    def order(self, page: ReadPage) -> tuple[object, ...]:
        """The place of a page among all: on each level files and directories by section, then position, then as read.

        What has no position comes after what has one, and files before directories. The page that introduces a
        directory is its first.
        """
        parts = page.path.split("/")
        key: list[tuple[float, float, float, float]] = []
        for depth in range(page.root, len(parts) - 1):
            name = "/".join(parts[: depth + 1])
            section = _NO_SECTION + 1 if "/".join(parts[:depth]) in self._sections else 0
            key.append((section, self._positions.get(name, inf), 1, self._first[name]))
        sections = self._sections.get("/".join(parts[:-1]))
        section = sections.get(page.matter.text("section"), _NO_SECTION) if sections else 0
        position = -inf if introduces(page) else _position(page.matter)
        return (
            self._roots[root(page)],
            *key,
            (section, inf if position is None else position, 0, self._number[id(page)]),
        )


def introduces(page: ReadPage) -> bool:
    """Whether a page is the one that introduces its directory."""
    return stem(page).lower() in _INTRODUCTIONS


def root(page: ReadPage) -> str:
    """What the user named: the directory, or the file itself."""
    return "/".join(page.path.split("/")[: page.root])


def stem(page: ReadPage) -> str:
    """A document's name without its ending."""
    name = page.path.rpartition("/")[2]
    return name.rpartition(".")[0] if "." in name else name


def name_of(page: ReadPage) -> str:
    """What a page without a title is called: its file's name, or that of the directory it introduces; "" where they say less."""
    name = stem(page)
    if name.lower() in {"readme", "index"}:
        name = "".join(page.path.split("/")[-2:-1])
    return "" if name in {"", "-", ".", ".."} or is_faq_title(name) else name


def _position(matter: FrontMatter) -> float | None:
    for name in _POSITION:
        text = matter.text(name)
        if text:
            try:
                value = float(text)
            except ValueError:
                continue
            return value if isfinite(value) else None
    return None
