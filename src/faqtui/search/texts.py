"""Finding the texts of categories and of the library: an index of their own, in which each text is the answer to its title.

So a text is found by what finds an answer, and is told apart from entries: what a query finds here comes after the entries
that it finds as well. It is made in memory, where there are texts at all, and asked by what is typed into the filter.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.host.garbage import not_collected
from faqtui.model import Category, CategoryNode, Entry, Introduction, Library, Source, Span
from faqtui.search.build import build_index
from faqtui.search.index import SearchIndex
from faqtui.search.results import Ranking
from faqtui.search.searcher import Searcher
from faqtui.search.update import update_index

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
    """Finds texts of one library. What a `before` of an earlier reading has of the same texts is used again."""

    def __init__(self, library: Library, before: TextSearch | None = None) -> None:
        nodes = [(node.path, node.path[-1], node.introduction) for node in library.categories]
        own = [((), library.title, library.introduction), *nodes]
        with not_collected():
            # Where they stand changes with every line above them, and is not asked for.
            self._texts = [(path, title, text._replace(sources=())) for path, title, text in own if text is not None]
            entries = tuple([_entry(*text) for text in self._texts])
            categories = tuple([CategoryNode(path, 1, (place,)) for place, (path, _, _) in enumerate(self._texts)])
            self._index = self._made(Library(library.title, entries, categories, (), library.aliases), before)
        self._searcher = Searcher(self._index)

    def _made(self, texts: Library, before: TextSearch | None) -> SearchIndex:
        if before is None or dict(before._index.aliases) != dict(texts.aliases):
            return build_index(texts)
        known = {text[0]: (place, text) for place, text in enumerate(before._texts)}
        places = []
        for text in self._texts:
            place, old = known.get(text[0], (-1, None))
            places.append(place if old == text else -1)
        if places == list(range(len(before._texts))):
            return before._index
        return update_index(before._index, texts, places)

    def find(self, query: str) -> FoundTexts:
        """The texts in which what is typed is found."""
        ranking = self._searcher.rank(query)
        return FoundTexts([self._texts[place][0] for place in ranking.positions[:MOST_FOUND]], ranking)


def _entry(path: Category, title: str, own: Introduction) -> Entry:
    return Entry(
        id="",
        question=title,
        question_markdown=title,
        answer=own.text,
        category=path,
        source=Source("", 0, 0),
        links=own.links,
        code_blocks=own.code_blocks,
        answer_text=own.plain,
    )
