"""The rows of the tree as plain data: which categories and entries are listed, in what order, and what is folded.

`browse_rows` lists the whole library; `result_rows` lists what a query found, categories in the order of their best
hit. Neither knows of widgets; `faqtui.tui.widgets.topic_tree` draws them. The rows are named tuples: the start pays
0.6 ms for each frozen dataclass and 0.1 ms for one of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from faqtui.model import Category, CategoryNode, Library, Span
from faqtui.records import NamedTuple


class CategoryRow(NamedTuple):
    """A category with the number of its entries that are listed (folded or not); `found` where its own text was.

    `titles` are how many of the last titles of its path it is called by: more than one where it is the only thing in the
    categories above it, which then have no rows of their own.
    """

    path: Category
    depth: int
    entries: int
    is_open: bool
    found: bool = False
    titles: int = 1


class EntryRow(NamedTuple):
    """An entry by its position in the library; `rank` is its place in the result, -1 while browsing."""

    position: int
    depth: int
    rank: int = -1


class NoteRow(NamedTuple):
    """A line of ours among the rows, which cannot be selected."""

    text: str


class AboutRow(NamedTuple):
    """What the library says of itself, above all its categories; `found` where a query was found in it."""

    found: bool = False


Row: TypeAlias = CategoryRow | EntryRow | NoteRow | AboutRow


class AnswerLine(NamedTuple):
    """A line of an answer, and what was `found` in it."""

    text: str
    found: Sequence[Span]


class Tall(NamedTuple):
    """What a row has beside its first line: the rest of a question where it `wraps`, then `words`, in `height` lines at most.

    `as_one` lets the question begin as it does in one line, so that it stays the same when it is selected.
    """

    wraps: bool = False
    words: AnswerLine | None = None
    height: int = 1
    as_one: bool = False


ONE_LINE = Tall()


def height_of(index: int, tall: Mapping[int, Tall]) -> int:
    """How many lines the row at `index` has."""
    return tall[index].height if index in tall else 1


def only_children(nodes: Sequence[CategoryNode]) -> dict[Category, Category]:
    """The categories that hold a single category and nothing else, each with that one."""
    return {
        node.path: below.path
        for node, below in pairwise(nodes)
        if not (node.entries or node.introduction) and below.count == node.count and below.path[:-1] == node.path
    }


_NONE: Mapping[Category, Category] = {}


def browse_rows(library: Library, closed: set[Category], chained: Mapping[Category, Category] = _NONE) -> list[Row]:
    """All categories and, where no ancestor is in `closed`, their entries, in the order of the library's tree.

    Above them is what the library says of itself, if anything. Those that are `chained` (see `only_children`) are shown in the
    row of what they hold.
    """
    rows: list[Row] = [AboutRow()] if library.introduction is not None else []
    hidden: Category | None = None
    # For each depth in the tree how many categories down to there have no row of their own.
    without: list[int] = [0]
    titles = 1
    for node in library.categories:
        level = len(node.path)
        del without[level:]
        if node.path in chained:
            without.append(without[-1] + 1)
            titles += 1
            continue
        depth = level - 1 - without[-1]
        without.append(without[-1])
        shown, titles = titles, 1
        if hidden is not None:
            if node.path[: len(hidden)] == hidden:
                continue
            hidden = None
        is_open = node.path not in closed
        rows.append(CategoryRow(node.path, depth, node.count, is_open, titles=shown))
        if is_open:
            rows.extend([EntryRow(position, depth + 1) for position in node.entries])
        else:
            hidden = node.path
    return rows


class _Node:
    __slots__ = ("children", "count", "found", "hits")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.hits: list[tuple[int, int]] = []
        self.count = 0
        self.found = -1


def result_rows(
    positions: Sequence[int],
    category_of: Mapping[int, Category],
    closed: set[Category],
    chained: Mapping[Category, Category] = _NONE,
    *,
    limit: int = 1000,
    texts: Sequence[Category] = (),
) -> list[Row]:
    """The hits at `positions` (best first) under their categories, the best hit's branch first at every level.

    `category_of` gives each entry's category by position. Only the first `limit` hits are listed; a note says how many
    are left out: nobody reads the thousandth hit, and every key would pay for it. `texts` are the categories (the empty path:
    the library) whose own texts were found, best first; they come after all hits, unless these stand in them.
    """
    root = _Node()
    for rank, position in enumerate(positions[:limit]):
        node = root
        for title in category_of[position]:
            node = node.children.setdefault(title, _Node())
            node.count += 1
        node.hits.append((rank, position))
    for rank, path in enumerate(texts, limit):
        node = root
        for title in path:
            node = node.children.setdefault(title, _Node())
        node.found = rank
    rows: list[Row] = list(_walk(root, (), 0, closed, chained))
    if root.found >= 0:
        rows.append(AboutRow(found=True))
    if len(positions) > limit:
        rows.append(NoteRow(f"{len(positions) - limit:,} more: type another word"))
    return rows


def _walk(
    node: _Node, path: Category, depth: int, closed: set[Category], chained: Mapping[Category, Category]
) -> Iterator[Row]:
    """A node's own hits and its children, whichever has the better hit first (dicts keep the order of first hits)."""
    own = node.hits
    own_rank = own[0][0] if own else -1
    for title, found in node.children.items():
        child, child_path, titles = found, (*path, title), 1
        if own and own_rank < _best(child):
            yield from [EntryRow(position, depth, rank) for rank, position in own]
            own = []
        while child_path in chained:
            child_path = chained[child_path]
            child = child.children[child_path[-1]]
            titles += 1
        is_open = child_path not in closed
        yield CategoryRow(child_path, depth, child.count, is_open, child.found >= 0, titles)
        if is_open:
            yield from _walk(child, child_path, depth + 1, closed, chained)
    yield from [EntryRow(position, depth, rank) for rank, position in own]


def _best(node: _Node) -> int:
    ranks = [_best(child) for child in node.children.values()]
    ranks += [rank for rank, _ in node.hits[:1]]
    if node.found >= 0:
        ranks.append(node.found)
    return min(ranks)
