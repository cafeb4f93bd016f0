"""Finding the texts of categories and of the library: an index of their own, in which each text is the answer to its title.

So a text is found by what finds an answer, and is told apart from entries: what a query finds here comes after the entries
that it finds as well. It is made in memory, where there are texts at all, and asked by what is typed into the filter.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.model import Category, Entry, Introduction, Library, Source, Span
from faqtui.search.build import build_index
from faqtui.search.results import Ranking
from faqtui.search.searcher import Searcher

MOST_FOUND = 20
"""Texts that a query finds at most: nobody looks for a category in so many."""


class FoundTexts:
    """The categories whose texts a query is found in, best first; the empty path is the library's own.

    `weak` says that these are only the nearest there are.
    """

    __slots__ = ("_ranking", "paths", "weak")

    def __init__(self, paths: Sequence[Category], ranking: Ranking) -> None:
        self.paths = paths
        self.weak = ranking.weak
        self._ranking = ranking

    def spans(self, text: str) -> Sequence[Span]:
        """Where the words of the query stand in `text`."""
        return self._ranking.spans(text)


class TextSearch:
    """Finds texts of one library."""

    def __init__(self, library: Library) -> None:
        nodes = [(node.path, node.path[-1], node.introduction) for node in library.categories]
        texts = [
            (path, _entry(path, title, own))
            for path, title, own in [((), library.title, library.introduction), *nodes]
            if own
        ]
        self._paths = [path for path, _ in texts]
        entries = tuple(entry for _, entry in texts)
        self._searcher = Searcher(build_index(Library(library.title, entries, (), (), library.aliases)))

    def find(self, query: str) -> FoundTexts:
        """The texts in which what is typed is found."""
        ranking = self._searcher.rank(query)
        return FoundTexts([self._paths[place] for place in ranking.positions[:MOST_FOUND]], ranking)


def _entry(path: Category, title: str, own: Introduction) -> Entry:
    source = own.sources[0] if own.sources else Source("", 0, 0)
    return Entry(
        id="",
        question=title,
        question_markdown=title,
        answer=own.text,
        category=path,
        source=source,
        links=own.links,
        code_blocks=own.code_blocks,
        answer_text=own.plain,
    )
