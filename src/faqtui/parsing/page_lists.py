"""Lists of pages as sites write them, whatever program they are for: titles with targets, in sections and their order.

A list is read into nodes, which are kept as lines of text: plain data of a known size, whatever the file held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from faqtui.parsing.front_matter import scalar
from faqtui.records import NamedTuple

CONTENTS = "nav"
"""The key under which a file that is a list of pages, and no mapping, has them."""

TITLE = ("title", "label", "linkTitle", "course_name", "section_name", "site_name", "display_name", "name")
"""Keys with what a directory or page is called, the first that is there."""

_LABEL = (*TITLE, "caption", "text", "group", "tab")
_TARGET = (
    *("href", "url", "link", "path", "file", "page", "slug", "id", "dir", "directory", "folder", "dirName", "key"),
    "topicHref",
)
_CHILDREN = (
    *("items", "children", "pages", "sections", "chapters", "parts", "entries", "units", "modules", "lessons"),
    *("categories", "groups", "tabs", "docs", "links", "subtrees", "subfolderitems"),
)
_TOP = (CONTENTS, "arrange", "navigation", *_CHILDREN)
_FLAT = frozenset({"_meta.json", "meta.json", "_meta.js", "_meta.jsx", "_meta.mjs", "_meta.ts", "_meta.tsx"})
_SITES = frozenset({"mkdocs", "_config", "book", "mint", "docs", "hugo"})
_LISTS = frozenset({"sidebars", "sidebar", "navigation", "nav"})
_DEEPEST = 20
"""Lists inside one another that are looked at."""

_MOST = 20_000
"""Pages that one file may name."""


class NavigationNode(NamedTuple):
    """A page, a directory or a section: what it is called, where it is ("" for a section), what stands below it."""

    title: str
    target: str
    below: tuple[NavigationNode, ...] = ()


class Said(NamedTuple):
    """What one metadata file says: a title for its own directory, and the pages and sections it lists."""

    title: str
    nodes: tuple[NavigationNode, ...]


def said(name: str, data: dict[str, Any]) -> Said:
    """What a metadata file of this name says."""
    stem = name.partition(".")[0] or name
    left = [_MOST]
    if stem == "book" and isinstance(data.get("book"), dict):
        data = {**data, **data["book"]}
    title = "" if stem in _LISTS else _first(data, ("title",) if stem == "_config" else TITLE)
    if stem in _SITES and stem in {"mint", "docs"}:
        nodes = _sidebars(data.get("navigation"), left)
    elif stem in _LISTS:
        nodes = _sidebars(data.get(CONTENTS, data), left)
    elif name in _FLAT and not isinstance(data.get("pages"), list):
        # Nextra: the names of what is in the directory, with titles.
        title = ""
        nodes = tuple(_named(data.items(), left))
    else:
        nodes = tuple(node for key in _TOP for node in _nodes(data.get(key), left, 0))
        if not (title or nodes) and stem not in _SITES:
            nodes = tuple(_named(data.items(), left))
    return Said(title, nodes)


def _first(data: Mapping[Any, Any], names: Sequence[str]) -> str:
    return next((value for name in names if (value := scalar(data.get(name)))), "")


def _named(items: Iterable[tuple[Any, Any]], left: list[int]) -> Iterator[NavigationNode]:
    """Names with titles: ``unit-1: Tools``, ``unit-1: {title: Tools}``; what is a separator or a link elsewhere is left out."""
    for key, value in items:
        left[0] -= 1
        if left[0] < 0:
            return
        title = _first(value, _LABEL) if isinstance(value, dict) else scalar(value)
        kind = scalar(value.get("type")) if isinstance(value, dict) else ""
        if kind not in {"separator", "menu"} and not (isinstance(value, dict) and "href" in value):
            yield NavigationNode(title, scalar(key))


def _sidebars(value: object, left: list[int]) -> tuple[NavigationNode, ...]:
    """Lists of pages under names that readers do not see, such as ``docs: [...]``; what names an only list is left out."""
    if isinstance(value, dict) and value and all(isinstance(v, (list, dict)) for v in value.values()):
        lists = [_sidebars(v, left) for v in value.values()] if not _is_sections(value) else [_sections(value, left)]
        return tuple(node for nodes in lists for node in nodes)
    return tuple(_nodes(value, left, 0))


def _is_sections(value: Mapping[Any, Any]) -> bool:
    """Whether the keys of a mapping are titles: ``{'Getting started': ['install', 'run']}``."""
    return all(
        isinstance(listed, list) and listed and all(isinstance(item, str) for item in listed[:50])
        for listed in value.values()
    ) and any(not str(key).isidentifier() or str(key)[:1].isupper() for key in value)


def _sections(value: Mapping[Any, Any], left: list[int]) -> tuple[NavigationNode, ...]:
    return tuple(NavigationNode(scalar(key), "", tuple(_nodes(listed, left, 1))) for key, listed in value.items())


def _nodes(value: object, left: list[int], depth: int) -> Iterator[NavigationNode]:
    """The pages of a list in any of its usual forms."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        # "tabs: [...]" inside of "navigation:", or titles with what stands under them.
        known = [key for key in _TOP if isinstance(value.get(key), (list, dict))]
        for key in known:
            yield from _nodes(value[key], left, depth + 1)
        if not known:
            for key, below in value.items():
                yield from _pair(key, below, left, depth)
        return
    if not isinstance(value, list):
        return
    for item in value:
        left[0] -= 1
        if left[0] < 0:
            return
        if isinstance(item, dict):
            yield from _item(item, left, depth)
        elif isinstance(item, list):
            yield from _nodes(item, left, depth + 1)
        elif (text := scalar(item)) and text != "...":
            yield NavigationNode("", text)


def _item(item: dict[Any, Any], left: list[int], depth: int) -> Iterator[NavigationNode]:
    below = tuple(node for key in _CHILDREN for node in _nodes(item.get(key), left, depth + 1))
    title = _first(item, _LABEL)
    link = item.get("link")
    target = _first(item, _TARGET) or (_first(link, _TARGET) if isinstance(link, dict) else "")
    if title or target or below:
        yield NavigationNode(title, target, below)
    elif len(item) == 1:
        yield from _pair(*next(iter(item.items())), left, depth)


def _pair(key: object, value: object, left: list[int], depth: int) -> Iterator[NavigationNode]:
    """``Title: page.md`` and ``Title: [pages]``."""
    if isinstance(value, (list, dict)):
        yield NavigationNode(scalar(key), "", tuple(_nodes(value, left, depth + 1)))
    elif target := scalar(value):
        yield NavigationNode(scalar(key), target)


_BETWEEN = "\u241f"


def lines(nodes: Sequence[NavigationNode], depth: int = 0) -> Iterator[str]:
    """Nodes as lines of text: how deep each stands, its target, its title."""
    for node in nodes:
        yield f"{depth}{_BETWEEN}{node.target}{_BETWEEN}{node.title}"
        yield from lines(node.below, depth + 1)


def from_lines(written: Sequence[str]) -> tuple[NavigationNode, ...]:
    """The nodes that were written as `lines`."""
    top: list[tuple[str, str, list[Any]]] = []
    open_: list[list[tuple[str, str, list[Any]]]] = [top]
    for line in written:
        depth, _, rest = line.partition(_BETWEEN)
        target, _, title = rest.partition(_BETWEEN)
        del open_[int(depth) + 1 if depth.isdigit() else 1 :]
        below: list[tuple[str, str, list[Any]]] = []
        open_[-1].append((title.strip(), target.strip(), below))
        open_.append(below)
    return _nodes_of(top)


def _nodes_of(listed: Sequence[tuple[str, str, list[Any]]]) -> tuple[NavigationNode, ...]:
    return tuple(NavigationNode(title, target, _nodes_of(below)) for title, target, below in listed)
