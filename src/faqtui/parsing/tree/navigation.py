"""Which pages the lists of a site name, in which sections and order: `faqtui.parsing.page_lists` against what is there.

A list names pages and directories by paths without endings, ids, or addresses; `Navigation` finds those that are there. Where a
list has sections that are no directories (``nav`` of MkDocs, ``SUMMARY.md``), a page stands in these instead of its directories.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from faqtui.markdown.dialects.emoji_names import shown
from faqtui.model import Category
from faqtui.parsing.front_matter import BETWEEN, FrontMatter
from faqtui.parsing.page_lists import NavigationNode, from_lines
from faqtui.records import NamedTuple

_DOCS = ("docs", "_docs", "src", "content", "_pages", "pages")
"""Directories beside a site's configuration in which its pages are."""
_OF_DIRECTORIES = frozenset({"toc", "_toc", "index", "readme", "_index"})
_MOST_STARRED = 50
"""Names with stars in lists of pages, each of which is held against all pages."""

_LONGEST = 500
"""Characters of a path that are looked at."""


class NavigationPlace(NamedTuple):
    """Where a metadata file puts a page or a directory: its sections, its title and its place in the order."""

    sections: Category
    title: str
    number: int


class Navigation:
    """What all metadata files say about these pages.

    `places` has the pages and directories of lists that have sections, or that reach further down than the file's own directory;
    `titles` and `positions` are those of what stands right beside a file; `names` are lists of names that are neither pages nor
    directories: the sections that pages name in their front matter. `listed` has the directory of the page that lists another in
    sections: these are below that directory.
    """

    def __init__(self, pages: Sequence[str], directories: Iterable[str]) -> None:
        self._directories = frozenset(directories)
        self._paths = pages
        self._by_name: dict[str, str] | None = None
        self.places: dict[str, NavigationPlace] = {}
        self.titles: dict[str, str] = {}
        self.positions: dict[str, float] = {}
        self.names: dict[str, dict[str, int]] = {}
        self.above: dict[str, str] = {}
        self.listed: dict[str, str] = {}
        self._starred: set[str] = set()

    @property
    def _pages(self) -> dict[str, str]:
        """The pages by their paths without endings; few directories have a file that names any."""
        if self._by_name is None:
            self._by_name = {}
            for path in self._paths:
                self._by_name.setdefault(_without_ending(path), path)
        return self._by_name

    def learn(self, directory: str, name: str, data: FrontMatter) -> str:
        """Take what a metadata file in `directory` says; the title that it gives the directory."""
        nodes = from_lines(data.words("listed"))
        bases = [directory]
        if name.partition(".")[0] in {"mkdocs", "_config", "book", "sidebars", "mint", "docs", "_toc", "toc"}:
            given = data.text("docs_dir", "src")
            bases = [_join(directory, found) for found in ((given,) if given else _DOCS)] + bases
        elif directory.rpartition("/")[2] in {"_data", "data"}:
            above = directory.rpartition("/")[0]
            bases = [above, *(_join(above, found) for found in _DOCS), directory]
        resolved = list(self._resolve(nodes, bases, ()))
        beside = not any(sections for _, _, sections in resolved) and all(
            not path or path.rpartition("/")[0] == directory for path, _, _ in resolved
        )
        listed: dict[str, int] = {}
        for number, (path, node, sections) in enumerate(resolved):
            if not path:
                if not node.below and (node.title or node.target):
                    listed.setdefault(node.title or node.target, number)
                continue
            if node.title:
                self.titles.setdefault(path, shown(node.title))
            if beside:
                self.positions.setdefault(path, number)
            else:
                self.places.setdefault(path, NavigationPlace(sections, node.title, len(self.places)))
        if listed and len(listed) == len(resolved):
            self.names.setdefault(directory, listed)
        return shown(data.text("title"))

    def list_pages(self, directory: str, rows: Sequence[str], told: Container[str]) -> None:
        """Take the pages that a document lists, with the titles they are listed below, where nothing else says their order.

        Those that are `told` say themselves what they are in.
        """
        for row in rows:
            target, *captions = row.split(BETWEEN)
            sections = tuple(shown(caption) for caption in captions if caption)
            for path in self._named(target, directory):
                if sections and path not in told:
                    if path not in self.places:
                        self.listed[path] = directory
                        self.places[path] = NavigationPlace(sections, "", len(self.places))
                elif "*" not in target:
                    self.positions.setdefault(path, len(self.positions))

    def _named(self, target: str, directory: str) -> Iterator[str]:
        """The page or directory that a row of a list leads to, or all pages whose names fit one with stars."""
        if "*" in target:
            wanted = _join(directory, target.lstrip("/"))
            if wanted in self._starred or len(self._starred) >= _MOST_STARRED or len(wanted) > _LONGEST:
                return
            self._starred.add(wanted)
            for path in self._paths:
                name = _without_ending(path)
                inside = name.count("/") == wanted.count("/") and name.rpartition("/")[2] not in _OF_DIRECTORIES
                if inside and fnmatchcase(name, wanted):
                    yield path
            return
        # An address from the top of the site leads into a directory above, or into this one.
        path = self._find(target.lstrip("/"), _upwards(directory) if target.startswith("/") else [directory])
        above, _, name = path.rpartition("/")
        if above != directory and _without_ending(name).casefold() in _OF_DIRECTORIES:
            path = above  # what introduces a directory stands for it
        if path:
            yield path

    def follow(self, following: Mapping[str, str], above: Mapping[str, str]) -> None:
        """Take the order of pages that each name the one that comes next, and `above` the one that they are part of.

        Both have addresses. Where what comes next is the next of the same level, the parts of a page stand behind it.
        """
        after = {path: self._find(target, [path.rpartition("/")[0]]) for path, target in following.items()}
        self.above = {path: found for path, target in above.items() if (found := self._beside(path, target))}
        led_to = set(after.values())
        order: dict[str, int] = {}
        for first in [*(path for path in after if path not in led_to), *after]:
            path = first
            while path and path not in order:
                order[path] = len(order)
                path = after.get(path, "")
        below: dict[str, list[str]] = {}
        for path in sorted({*order, *self.above}, key=lambda path: order.get(path, len(order))):
            below.setdefault(self.above.get(path, ""), []).append(path)
        waiting = [path for parent in below if not parent or parent not in self.above for path in below[parent]][::-1]
        while waiting:
            path = waiting.pop()
            if path not in self.positions:
                self.positions[path] = len(self.positions)
                waiting += below.get(path, [])[::-1]

    def _beside(self, path: str, target: str) -> str:
        """The page that a page is part of; empty where it is none of these, or the page itself."""
        found = self._find(target, [path.rpartition("/")[0]])
        return "" if found == path else found

    def _resolve(
        self, nodes: Sequence[NavigationNode], bases: Sequence[str], sections: Category
    ) -> Iterator[tuple[str, NavigationNode, Category]]:
        """Each node with the page or directory it names ("" for none) and the sections it stands in."""
        for node in nodes:
            path = self._find(node.target, bases)
            inside = (*sections, shown(node.title)) if node.below and node.title else sections
            yield path, node, inside
            yield from self._resolve(node.below, bases, inside)

    def _find(self, target: str, bases: Sequence[str]) -> str:
        if not target or "://" in target or len(target) > _LONGEST:
            return ""
        bare = target.partition("#")[0].partition("?")[0].strip("/")
        for base in bases:
            path = _join(base, bare)
            stem = _without_ending(path)
            if stem == path and path in self._directories:
                return "" if path == base else path
            if stem in self._pages:
                return self._pages[stem]
            above, _, name = stem.rpartition("/")
            # "billing/toc.yml" and "billing/index.md" stand for what is in "billing".
            for found in (above if name.casefold() in _OF_DIRECTORIES else "", stem):
                if found in self._directories and found != base:
                    return found
        return ""


def _upwards(directory: str) -> list[str]:
    """A directory and all above it."""
    found = [directory]
    while directory:
        directory = directory.rpartition("/")[0]
        found.append(directory)
    return found


def _join(base: str, path: str) -> str:
    parts = base.split("/") if base else []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in {"", ".", ".."}:
            parts.append(part)
    return "/".join(parts)


def _without_ending(path: str) -> str:
    """A path without the ending of its file, which few lists write."""
    head, dot, ending = path.rpartition(".")
    return head if dot and head and not head.endswith("/") and ending.isalnum() and not ending.isdigit() else path
