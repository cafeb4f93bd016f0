"""What the tree lists, and in which order: the whole library or what a query found, with what is folded.

Pure data: it knows rows, not widgets. The main screen asks it for rows after every change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.model import Category, Introduction, Library, Span
from faqtui.view.rows import (
    AboutRow,
    AnswerLine,
    CategoryRow,
    EntryRow,
    NoteRow,
    Row,
    browse_rows,
    only_children,
    result_rows,
)
from faqtui.widths import most_cells

if TYPE_CHECKING:
    from faqtui.search.results import Ranking
    from faqtui.search.texts import FoundTexts

EMPTY = "no questions here: `faqtui check` says why"


class FilterHits:
    """What a query found, best first: entries, and the categories whose own `texts` it was found in.

    Of both only what is strong is there, if anything is. `meant` are the positions of those that were found by what they mean.
    """

    __slots__ = ("_matches", "_ranking", "_why", "in_texts", "meant", "positions", "query", "texts", "total", "weak")

    def __init__(self, query: str, ranking: Ranking, in_texts: FoundTexts | None = None) -> None:
        self.query = query
        self.weak = ranking.weak and (in_texts is None or in_texts.weak)
        self.texts: Sequence[Category] = ()
        if in_texts is not None and (self.weak or not in_texts.weak):
            self.texts = in_texts.paths
        self.positions: Sequence[int] = () if ranking.weak and not self.weak else ranking.positions
        self.total = ranking.total
        self.meant = ranking.meant
        self._ranking = ranking
        self.in_texts = in_texts
        self._matches: dict[int, Sequence[Span]] = {}
        self._why: dict[int, AnswerLine | None] = {}

    def spans_in_text(self, text: str) -> Sequence[Span]:
        """Where the words of the query stand in a category's title or its own text."""
        return self.in_texts.spans(text) if self.in_texts is not None else self.spans(text)

    def spans(self, text: str) -> Sequence[Span]:
        """Where the words of the query stand in `text`."""
        return self._ranking.spans(text)

    def matches(self, rank: int) -> Sequence[Span]:
        """What matched in the question at `rank`; worked out once, since a row is drawn more often than that."""
        spans = self._matches.get(rank)
        if spans is None:
            spans = self._matches[rank] = self._ranking.matches(rank)
        return spans

    def why(self, rank: int) -> AnswerLine | None:
        """The line of the answer at `rank` that was found, unless the question says all of it."""
        if rank not in self._why:
            told = self._ranking.hit(rank).snippet
            self._why[rank] = None if told is None else AnswerLine(told.text, told.matches)
        return self._why[rank]


_MEASURED = 64
"""Questions of a library that say how wide others are: of a saved one each has to be decoded."""


class Listing:
    """The rows of a library. `hits` is the result that is listed, None while browsing.

    What is folded while browsing is kept; every result starts with all its categories open.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.hits: FilterHits | None = None
        self.category_of: dict[int, Category] = {
            position: node.path for node in library.categories for position in node.entries
        }
        self._own = {node.path: node.introduction for node in library.categories if node.introduction is not None}
        self._chained = only_children(library.categories)
        self._in_order = [position for node in library.categories for position in node.entries]
        self._widest: int | None = None
        self._folded: set[Category] = set()
        self._folded_results: set[Category] = set()

    def fold_as(self, other: Listing) -> None:
        """Fold what is folded in another listing of the same content."""
        self._folded = set(other._folded)

    def widest(self) -> int:
        """The columns that rows of the tree can use, by the first of its questions."""
        if self._widest is None:
            entries, depths = self.library.entries, [0]
            for position in self._in_order[:_MEASURED]:
                path = self.category_of[position]
                depth = sum([path[:level] not in self._chained for level in range(1, len(path) + 1)])
                depths.append(2 * depth + 2 + most_cells(entries[position].question))
            self._widest = max(depths)
        return self._widest

    def fold_what_does_not_fit(self, height: int, keep: int | None) -> None:
        """Where the rows need more than twice `height`, fold all but the category of `keep`, or of the first entry."""
        nodes = self.library.categories
        if len(self.library.entries) + len(nodes) <= 2 * max(1, height):
            return
        first = keep if keep is not None else next(iter(self._in_order), None)
        kept = self.category_of[first] if first is not None else ()
        self._folded = {node.path for node in nodes if kept[: len(node.path)] != node.path}

    def browse(self) -> None:
        """List the whole library."""
        self.hits = None

    def take(self, hits: FilterHits) -> None:
        """List what a query found."""
        self.hits = hits
        self._folded_results.clear()

    def rows(self) -> list[Row]:
        """What is listed now."""
        if not self.library.entries:
            return [*browse_rows(self.library, self._folded), NoteRow(EMPTY)]
        if self.hits is None:
            return browse_rows(self.library, self._folded, self._chained)
        rows = result_rows(
            self.hits.positions, self.category_of, self._folded_results, self._chained, texts=self.hits.texts
        )
        if not rows:
            return [NoteRow("no match; try fewer words")]
        if self.hits.weak:
            rows.insert(0, NoteRow("no close match; nearest:"))
        return rows

    def why_nothing(self) -> Sequence[str]:
        """What to say, paragraph by paragraph, where nothing is listed, and what to do about it."""
        if not self.library.entries:
            return (
                "There are no questions here.",
                "faqtui check, with the same paths, says what was read and why nothing of it was taken for a question.",
            )
        if self.hits is None or len(self.hits.positions):
            return ()
        return (
            f"Nothing matches {self.hits.query.strip()}",
            "Fewer words find more, and so may other words for the same thing.",
            "esc clears the filter, F1 says what can be typed into it.",
        )

    def best(self) -> int | None:
        """The position of the entry to select first."""
        order = self._in_order if self.hits is None else self.hits.positions
        return order[0] if len(order) else None

    def first(self, rows: Sequence[Row]) -> int:
        """The row to select first among `rows`: the best entry's, else that of the text that was found."""
        index = index_of_entry(rows, self.best())
        if index < 0 and self.hits is not None:
            return next((i for i, row in enumerate(rows) if isinstance(row, CategoryRow | AboutRow) and row.found), -1)
        return index

    def reveal(self, position: int) -> None:
        """Open the categories above an entry."""
        path = self.category_of[position]
        folded = self._folded if self.hits is None else self._folded_results
        folded -= {path[:depth] for depth in range(1, len(path) + 1)}

    def set_open(self, path: Category, *, is_open: bool) -> None:
        """Open or fold a category."""
        folded = self._folded if self.hits is None else self._folded_results
        if is_open:
            folded.discard(path)
        else:
            folded.add(path)

    def row_of(self, path: Category) -> Category:
        """The category in whose row the one at `path` is shown: its own, or that of the only one in it."""
        while path in self._chained:
            path = self._chained[path]
        return path

    def above(self, path: Category) -> Category:
        """The nearest category above the one at `path` that has a row; empty where there is none."""
        path = path[:-1]
        while path in self._chained:
            path = path[:-1]
        return path

    def reading_order(self) -> Sequence[int]:
        """The positions of all listed entries from top to bottom, those in folded categories too."""
        if self.hits is None:
            return self._in_order
        rows = result_rows(self.hits.positions, self.category_of, set())
        return [row.position for row in rows if isinstance(row, EntryRow)]

    def first_in(self, path: Category, order: Sequence[int]) -> int:
        """The place in `order`, the reading order, of the first entry in a category or below; 0 where there is none."""
        return next((i for i, p in enumerate(order) if self.category_of[p][: len(path)] == path), 0)

    def questions_in(self, path: Category) -> list[str]:
        """The questions listed in a category and below: all of them where its own text was found."""
        entries = self.library.entries
        is_found = self.hits is None or path in self.hits.texts
        order = self._in_order if self.hits is None or is_found else self.hits.positions
        return [entries[p].question for p in order if self.category_of[p][: len(path)] == path]

    def introduction(self, path: Category) -> Introduction | None:
        """What a category says by itself, or the library where the path is empty."""
        if not path:
            return self.library.introduction
        return self._own.get(path)

    def matches(self, row: EntryRow) -> Sequence[Span]:
        """What to mark in the question of a row."""
        return () if self.hits is None or row.rank < 0 else self.hits.matches(row.rank)

    def is_meant(self, row: EntryRow) -> bool:
        """Whether the entry of a row was found by what it means, so that nothing in it can be marked."""
        return self.hits is not None and row.position in self.hits.meant

    def title_matches(self, row: CategoryRow) -> Sequence[Span]:
        """What to mark in the title of a category: something only where its own text was found."""
        return self.hits.spans_in_text(row.path[-1]) if self.hits is not None and row.found else ()

    def is_passed_over(self, row: Row) -> bool:
        """Whether the selection skips a row: notes, and open categories between hits."""
        return isinstance(row, NoteRow) or (
            self.hits is not None and isinstance(row, CategoryRow) and row.is_open and not row.found
        )


def index_of_entry(rows: Sequence[Row], position: int | None) -> int:
    """The row of the entry at `position`, -1 where it is not listed."""
    return next((i for i, row in enumerate(rows) if isinstance(row, EntryRow) and row.position == position), -1)


def index_of_category(rows: Sequence[Row], path: Category) -> int:
    """The row of a category, -1 where it is not listed."""
    return next((i for i, row in enumerate(rows) if isinstance(row, CategoryRow) and row.path == path), -1)
