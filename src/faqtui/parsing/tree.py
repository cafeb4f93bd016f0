"""The tree: where each entry stands, from directories, headings, front matter, or topics for a flat file.

A category is directories, then the document's title where it has several entries, then parent headings. Where there are no
directories, front matter says (``section``, ``category``, the first tag). Directories that all documents share are left
out, and so is a title that repeats the directory's. Siblings stand in the order of ``sidebar_position`` and its like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import isfinite

from faqtui.model import Category, CategoryNode
from faqtui.parsing.draft import Draft, Page
from faqtui.parsing.frontmatter import FrontMatter, scalar
from faqtui.parsing.grouping import OTHER
from faqtui.parsing.topics import topics

UNSORTED = "General"
"""The category of entries beside which others have one."""

_POSITION = ("sidebar_position", "weight", "nav_order", "sort_order", "order", "position", "rank")
_TITLE = ("title", "label", "linkTitle", "course_name", "section_name", "display_name", "name")
_CATEGORY = ("section", "category", "categories", "group", "topic")
_HOST = re.compile(r"https?://([^/:?#]+)")
_LANGUAGES_TEXT = """
ar bg bn br ca cn cs da de el en es et eu fa fi fr gl he hi hr hu id it ja jp ko kr lt lv ms nb nl no pl pt ro ru sk
sl sq sr sv ta th tr tw ua uk ur vi zh
"""
_LANGUAGES = frozenset(_LANGUAGES_TEXT.split())
_LANGUAGE = re.compile(r"[-_.]([A-Za-z]{2})(?:[-_](?:[A-Za-z]{2}|[Hh]an[st]))?$")


class Tree:
    """The drafts in order, each with its category set, and the library's title; the category `last` stands last."""

    def __init__(self, title: str, drafts: list[Draft], *, last: Category = ()) -> None:
        self.title = title
        self.drafts = drafts
        self.last = last

    def categories(self, paths: Sequence[Category]) -> tuple[CategoryNode, ...]:
        """The nodes for entries with these categories, in order of first appearance, each parent before its children."""
        counts: dict[Category, int] = {}
        own: dict[Category, list[int]] = {}
        children: dict[Category, dict[Category, None]] = {}
        for position, path in enumerate(paths):
            own.setdefault(path, []).append(position)
            for depth in range(1, len(path) + 1):
                node = path[:depth]
                counts[node] = counts.get(node, 0) + 1
                children.setdefault(node[:-1], {}).setdefault(node)
        nodes: list[CategoryNode] = []
        roots = sorted(children.get((), {}), key=lambda path: path == self.last)
        pending = roots[::-1]
        while pending:
            node = pending.pop()
            nodes.append(CategoryNode(node, counts[node], tuple(own.get(node, ()))))
            pending += reversed(children.get(node, {}))
        return tuple(nodes)


def arrange(pages: Sequence[Page]) -> Tree:
    """Give every draft its category."""
    with_entries = [page for page in pages if page.drafts]
    if len(with_entries) <= 1:
        drafts = [draft for page in with_entries for draft in page.drafts]
        title = with_entries[0].title if with_entries else ""
        last: Category = (OTHER,) if with_entries and _one_page(with_entries[0]) else ()
        return Tree(title or "FAQ", drafts, last=last)
    directories = _Directories(pages)
    ordered = sorted(with_entries, key=directories.order) if directories.is_ordered else with_entries
    ordered = sorted(ordered, key=lambda page: bool(directories.language(page)))
    for page in ordered:
        _of_many(page, directories)
    drafts = [draft for page in ordered for draft in page.drafts]
    _drop_shared(drafts)
    return Tree(_common_title(ordered, directories), drafts)


def _one_page(page: Page) -> bool:
    """Give the entries of the only page their categories; whether these are topics."""
    drafts = page.drafts
    category = _category(page.matter)
    if any(draft.titles for draft in drafts):
        for draft in drafts:
            draft.category = draft.titles or (page.title or UNSORTED,)
        return False
    if len(drafts) == 1 and category:
        drafts[0].category = category
        return False
    about = f"{page.matter.text('description', 'summary', 'subtitle')} {_hosts(drafts)}"
    title = page.title if len(drafts) > 1 else ""
    names = topics([d.question for d in drafts], [d.answer_text for d in drafts], page.topics, title or UNSORTED, about)
    for draft, name in zip(drafts, names, strict=True):
        draft.category = (name,)
    return True


def _category(matter: FrontMatter, *, tags: bool = True) -> Category:
    """The category that front matter names: its own, or the first tag."""
    for name in _CATEGORY:
        words = matter.words(name) if isinstance(matter.data.get(name), list) else (matter.text(name),)
        if words and words[0]:
            return (words[0],)
    found = matter.words("tags", "labels") if tags else ()
    return found[:1]


def _of_many(page: Page, directories: _Directories) -> None:
    path = directories.titles(page)
    language = directories.language(page)
    if language:
        path = (language, *path)
    alone = len(page.drafts) == 1
    category = _category(page.matter, tags=not path)
    for draft in page.drafts:
        found = path
        if alone and not draft.titles:
            if not category and not path and draft.tags:
                category = draft.tags[:1]
            if category and not (path and path[-1].casefold() == category[0].casefold()):
                found = (*path, *category)
        elif page.title and not (path and path[-1].casefold() == page.title.casefold()):
            found = (*path, page.title)
        draft.category = (*found, *draft.titles) or (UNSORTED,)


def _drop_shared(drafts: Sequence[Draft]) -> None:
    """Leave out the first titles that every entry shares: a tree with one root says nothing."""
    while drafts and all(len(d.category) > 1 and d.category[0] == drafts[0].category[0] for d in drafts):
        for draft in drafts:
            draft.category = draft.category[1:]


def _common_title(pages: Sequence[Page], directories: _Directories) -> str:
    """The title of a library of many documents: of the page that introduces them, or of their directory."""
    first = directories.root_title
    if first:
        return first
    stem = pages[0].document.path.rpartition("/")[2].partition(".")[0].lower()
    if stem in {"index", "readme", "_index"} and pages[0].title:
        return pages[0].title
    path = pages[0].document.path.split("/")
    root = pages[0].document.root
    return path[root - 1] if 0 < root < len(path) and path[root - 1] not in {"", ".", ".."} else "FAQ"


class _Directories:
    """What is known about directories: their titles and positions, from metadata files and the pages that introduce them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._titles: dict[str, str] = {}
        self._positions: dict[str, float] = {}
        self._sections: dict[str, dict[str, int]] = {}
        self._number = {id(page): n for n, page in enumerate(pages)}
        self._stems: set[str] = set()
        self.root_title = ""
        for page in pages:
            directory, _, name = page.document.path.rpartition("/")
            stem = name.rpartition(".")[0] if "." in name else name
            self._stems.add(f"{directory}/{stem}")
            if page.is_metadata:
                self._learn(directory, page.matter)
            elif stem.lower() in {"_index", "index", "readme"} and (page.title or page.matter.data):
                if page.title and (stem == "_index" or page.matter.text("title")):
                    self._titles.setdefault(directory, page.title)
                if stem == "_index":
                    self._learn_position(directory, page.matter)
        self.is_ordered = bool(self._positions or self._sections) or any(
            _position(page.matter) is not None for page in pages if page.drafts
        )
        roots = {"/".join(page.document.path.split("/")[: page.document.root]) for page in pages}
        if len(roots) == 1:
            self.root_title = self._titles.get(roots.pop(), "")

    def _learn(self, directory: str, matter: FrontMatter) -> None:
        title = matter.text(*_TITLE)
        if title:
            self._titles[directory] = title
        self._learn_position(directory, matter)
        sections = matter.data.get("sections")
        if isinstance(sections, list):
            names = [scalar(s.get("name", s.get("title")) if isinstance(s, dict) else s) for s in sections[:2000]]
            self._sections[directory] = {name: n for n, name in enumerate(names) if name}
        elif not title:
            # Nextra: the names of what is in the directory, with titles.
            for key, value in list(matter.data.items())[:2000]:
                if isinstance(value, str) and re.fullmatch(r"[\w.-]+", key):
                    self._titles.setdefault(f"{directory}/{key}" if directory else key, value)

    def _learn_position(self, directory: str, matter: FrontMatter) -> None:
        position = _position(matter)
        if position is not None:
            self._positions[directory] = position

    def titles(self, page: Page) -> Category:
        """The titles of the directories a page is in, below what the user named."""
        parts = page.document.path.split("/")
        found = []
        for depth in range(page.document.root, len(parts) - 1):
            if parts[depth]:
                found.append(self._titles.get("/".join(parts[: depth + 1]), parts[depth]))
        if (
            not found
            and page.document.root == len(parts) - 1
            and self.root_title
            and _category(page.matter, tags=False)
        ):
            return ()
        return tuple(found)

    def language(self, page: Page) -> str:
        """The language that a file's name ends in, where the same file is there without it or in another one."""
        directory, _, name = page.document.path.rpartition("/")
        stem = name.rpartition(".")[0]
        match = _LANGUAGE.search(stem)
        if match is None or match[1].lower() not in _LANGUAGES:
            return ""
        return match[0][1:] if f"{directory}/{stem[: match.start()]}" in self._stems else ""

    def order(self, page: Page) -> tuple[object, ...]:
        """The place of a page among all: directories by position, pages by section and position, else as they were read."""
        parts = page.document.path.split("/")
        key: list[tuple[float, float, str]] = []
        for depth in range(page.document.root, len(parts) - 1):
            name = "/".join(parts[: depth + 1])
            key.append((1, self._positions.get(name, float("inf")), name))
        section = self._sections.get("/".join(parts[:-1]), {}).get(
            page.matter.text("section"), len(self._sections) + 9999
        )
        position = _position(page.matter)
        place = float("inf") if position is None else position
        return (*key, (0, float(section), ""), (0, place, ""), (0, float(self._number[id(page)]), ""))


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


def _hosts(drafts: Sequence[Draft]) -> str:
    """The words of the host names that a third of the links lead to: the names of the page's own product."""
    words: Counter[str] = Counter()
    count = 0
    for draft in drafts:
        for link in draft.links:
            match = _HOST.match(link.url)
            if match:
                count += 1
                words.update(set(match[1].lower().split(".")))
    return " ".join(word for word, times in words.items() if times > 0.33 * count and times > 2)
