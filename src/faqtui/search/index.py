"""The index of a library: which entry has which term, how much it says there, and the library's words in order.

Every figure of a posting depends on its own entry alone (length pivots are constants, not averages), so that adding an entry
changes nothing between the others. Matching and scoring queries is `faqtui.search.rank`, which is imported at the first query.
"""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from faqtui.host.garbage import not_collected
from faqtui.model import Category, Entry, Hit, Kind, Library, SearchResult
from faqtui.search.english import STOP_WORDS
from faqtui.search.tokens import Numbering, tokenize

if TYPE_CHECKING:
    from faqtui.search.rank import Ranker
    from faqtui.search.results import Ranking

# BM25F. A term in the answer says a sixth of one in the question; a category names its entries nearly as well as they do.
QUESTION, TAG, CATEGORY, ANSWER = 1.0, 0.6, 0.6, 0.16
SATURATION = 1.2
QUESTION_PIVOT, ANSWER_PIVOT = 11.0, 90.0
QUESTION_SLOPE, ANSWER_SLOPE = 0.35, 0.6
ADDRESS = 0.5  # what a part of a link's address says of what a word of the answer would
PART = 0.85  # what a part of an identifier in camel case says of what a word of its own would
KINDS = tuple(Kind)
HAS = {"code": 1, "link": 2}
PART_BITS = 3  # of a number in `sequence`, for how many parts the term joins
PARTS = (1 << PART_BITS) - 1


class SearchIndex:
    """What queries are answered from. Make one with `build`.

    `terms` is the vocabulary in lexicographic order, so that the words with a prefix are one slice. The postings of term i
    are `docs` and `impacts` from `starts[i]` to `starts[i + 1]`: first the entries with the term in question, tags or
    category, then, from `middles[i]` on, those that have it in the answer only; both by position.
    `sequence[sequence_starts[d] : sequence_starts[d + 1]]` are the terms of question d in order, each shifted left by
    PART_BITS with the number of parts it joins in the low bits.
    """

    __slots__ = (
        "_ranker",
        "aliases",
        "categories",
        "category_numbers",
        "docs",
        "entries",
        "flags",
        "impacts",
        "kind_numbers",
        "middles",
        "sequence",
        "sequence_starts",
        "starts",
        "stop_terms",
        "terms",
    )

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        terms: Sequence[str],
        starts: Sequence[int],
        middles: Sequence[int],
        docs: Sequence[int],
        impacts: Sequence[float],
        sequence_starts: Sequence[int],
        sequence: Sequence[int],
        categories: Sequence[Category],
        category_numbers: Sequence[int],
        kind_numbers: Sequence[int],
        flags: Sequence[int],
        aliases: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.entries = entries
        self.terms = terms
        self.starts = starts
        self.middles = middles
        self.docs = docs
        self.impacts = impacts
        self.sequence_starts = sequence_starts
        self.sequence = sequence
        self.categories = categories
        self.category_numbers = category_numbers
        self.kind_numbers = kind_numbers
        self.flags = flags
        self.aliases = aliases
        self.stop_terms = frozenset([self.find(word) for word in STOP_WORDS])
        self._ranker: Ranker | None = None

    @classmethod
    def build(cls, library: Library, *, progress: Callable[[int, int], None] | None = None) -> SearchIndex:
        """Index a library; `progress` is called with entries done and entries in all, now and then and at the end."""
        builder = _Builder()
        total = len(library.entries)
        with not_collected():
            for position, entry in enumerate(library.entries):
                builder.add(position, entry)
                if progress and position % 256 == 255:
                    progress(position + 1, total)
            index = builder.finish(library)
        if progress:
            progress(total, total)
        return index

    @staticmethod
    def folded(aliases: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Aliases with their words spelled as terms of the vocabulary are: folded, several of them joined by hyphens."""
        return {
            _joined(word).replace("-", ""): tuple([_joined(other) for other in others])
            for word, others in aliases.items()
        }

    def rank(self, query: str) -> Ranking:
        """The entries that match, best first, as positions; hits are made when asked for."""
        return (self._ranker or self.prepare()).rank(query)

    def prepare(self) -> Ranker:
        """Get ready for the first query. rapidfuzz costs 18 ms to import: neither the start nor the first key should pay."""
        if self._ranker is None:
            from faqtui.search.rank import Ranker

            self._ranker = Ranker(self)
        return self._ranker

    def search(self, query: str, *, limit: int | None = None) -> SearchResult:
        """The hits of a query, best first, at most `limit`."""
        from faqtui.search.results import Hits

        begun = time.perf_counter()
        ranking = self.rank(query)
        hits: Sequence[Hit] = Hits(ranking, limit)
        return SearchResult(query, hits, ranking.total, (time.perf_counter() - begun) * 1000)

    def find(self, term: str) -> int:
        """The number of a term of the vocabulary, or -1."""
        at = bisect_left(self.terms, term)
        return at if at < len(self.terms) and self.terms[at] == term else -1

    def with_prefix(self, prefix: str) -> range:
        """The numbers of the terms that start with `prefix`."""
        return range(bisect_left(self.terms, prefix), bisect_left(self.terms, prefix + "\U0010ffff"))


def _joined(text: str) -> str:
    return "-".join([token.term for token in tokenize(text) if token.parts <= 1])


def _told_by(url: str) -> list[str]:
    """The parts of a web address that name a page: the last two of its path, and the place on the page."""
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in {"http", "https"}:
        return []
    page, _, place = rest.partition("#")
    path = page.partition("?")[0].split("/")[1:]
    return [part for part in [*[part for part in path if part][-2:], place] if part]


class _Builder:
    """Collects postings entry by entry, terms numbered as they come, and sorts them at the end."""

    def __init__(self) -> None:
        self._numbering = Numbering()
        # Four arrays a term: entries and impacts in the question and beside it, and in the answer only.
        self._postings: list[tuple[array[int], array[float], array[int], array[float]]] = []
        self._sequence = array("I")
        self._sequence_starts = array("I", [0])
        self._categories: dict[Category, int] = {}
        self._category_numbers = array("I")
        self._kind_numbers = array("B")
        self._flags = array("B")

    def add(self, position: int, entry: Entry) -> None:
        terms = self._numbering.terms
        question = terms(entry.question)
        kinds = self._numbering.parts(entry.question)
        for term, parts in zip(question, kinds, strict=True):
            self._sequence.append(term << PART_BITS | min(parts, 7))
        self._sequence_starts.append(len(self._sequence))
        self._category_numbers.append(self._categories.setdefault(entry.category, len(self._categories)))
        self._kind_numbers.append(KINDS.index(entry.kind) + 1 if entry.kind else 0)
        self._flags.append(HAS["code"] * bool(entry.code_blocks) | HAS["link"] * bool(entry.links))

        upper: dict[int, float] = {}
        each = QUESTION / (1 - QUESTION_SLOPE + QUESTION_SLOPE * len(question) / QUESTION_PIVOT)
        for term, parts in zip(question, kinds, strict=True):
            upper[term] = upper.get(term, 0.0) + (each if parts else PART * each)
        for titles, weight in ((entry.category, CATEGORY), (entry.tags, TAG)):
            for title in titles:
                for term in terms(title):
                    upper[term] = upper.get(term, 0.0) + weight
        answer = terms(entry.answer_text)
        each = ANSWER / (1 - ANSWER_SLOPE + ANSWER_SLOPE * len(answer) / ANSWER_PIVOT)
        lower: dict[int, float] = {}
        for term in answer:
            lower[term] = lower.get(term, 0.0) + each
        # What stands in the text already is told of by it.
        for part in dict.fromkeys([part for link in entry.links for part in _told_by(link.url)]):
            for term in terms(part):
                lower.setdefault(term, ADDRESS * each)

        postings = self._postings
        for _ in range(len(postings), len(self._numbering.numbers)):
            postings.append((array("I"), array("f"), array("I"), array("f")))
        for term, weight in upper.items():
            weight_here = weight + lower.pop(term, 0.0)
            docs, impacts, _, _ = postings[term]
            docs.append(position)
            impacts.append(weight_here / (weight_here + SATURATION))
        for term, weight in lower.items():
            _, _, docs, impacts = postings[term]
            docs.append(position)
            impacts.append(weight / (weight + SATURATION))

    def finish(self, library: Library) -> SearchIndex:
        numbers = self._numbering.numbers
        terms = sorted(numbers)
        renumbered = array("I", bytes(4 * len(terms)))
        starts, middles, docs, impacts = array("I", [0]), array("I"), array("I"), array("f")
        for new, term in enumerate(terms):
            old = numbers[term]
            renumbered[old] = new
            upper, upper_impacts, lower, lower_impacts = self._postings[old]
            docs += upper
            impacts += upper_impacts
            middles.append(len(docs))
            docs += lower
            impacts += lower_impacts
            starts.append(len(docs))
        mask = (1 << PART_BITS) - 1
        sequence = array("I", [renumbered[n >> PART_BITS] << PART_BITS | n & mask for n in self._sequence])
        return SearchIndex(
            library.entries,
            terms=terms,
            starts=starts,
            middles=middles,
            docs=docs,
            impacts=impacts,
            sequence_starts=self._sequence_starts,
            sequence=sequence,
            categories=tuple(self._categories),
            category_numbers=self._category_numbers,
            kind_numbers=self._kind_numbers,
            flags=self._flags,
            aliases=SearchIndex.folded(library.aliases),
        )
