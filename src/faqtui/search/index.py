"""The index of a library: which entry has which term, how much it says there, and the library's words in order.

Data and look-ups only. It is made by `faqtui.search.build`, kept by `store`, and asked by all that answers queries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from faqtui.model import Category, Entry, Kind
from faqtui.search.english import STOP_WORDS

KINDS = tuple(Kind)
HAS = {"code": 1, "link": 2}
PART_BITS = 3  # of a number in `sequence`, for how many parts the term joins
PARTS = (1 << PART_BITS) - 1


@dataclass(eq=False, slots=True)
class SearchIndex:
    """What queries are answered from.

    `terms` is the vocabulary in lexicographic order, so that the words with a prefix are one slice. The postings of term i
    are `docs` and `impacts` from `starts[i]` to `starts[i + 1]`: first the entries with the term in question, tags or
    category, then, from `middles[i]` on, those that have it in the answer only; both by position.
    `sequence[sequence_starts[d] : sequence_starts[d + 1]]` are the terms of question d in order, each shifted left by
    PART_BITS with the number of parts it joins in the low bits. `kind_numbers` count from 1 in KINDS (0: none), `flags` are
    those of HAS, and `aliases` are the library's own, as written.
    """

    entries: Sequence[Entry]
    terms: Sequence[str]
    starts: Sequence[int]
    middles: Sequence[int]
    docs: Sequence[int]
    impacts: Sequence[float]
    sequence_starts: Sequence[int]
    sequence: Sequence[int]
    categories: Sequence[Category]
    category_numbers: Sequence[int]
    kind_numbers: Sequence[int]
    flags: Sequence[int]
    aliases: Mapping[str, tuple[str, ...]]
    stop_terms: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.stop_terms = frozenset([self.find(word) for word in STOP_WORDS])

    def find(self, term: str) -> int:
        """The number of a term of the vocabulary, or -1."""
        at = bisect_left(self.terms, term)
        return at if at < len(self.terms) and self.terms[at] == term else -1

    def exactly(self, term: str) -> range:
        """The number of a term alone, as `with_prefix` has it: empty where there is none."""
        number = self.find(term)
        return range(number, number + 1) if number >= 0 else range(0)

    def words_of(self, doc: int) -> list[int]:
        """The words of a question in order, joined forms left out."""
        return [number >> PART_BITS for number in self.question(doc) if number & PARTS <= 1]

    def posting(self, term: int, doc: int) -> int:
        """The place in `docs` and `impacts` of an entry that has a term, or -1."""
        for low, high in ((self.starts[term], self.middles[term]), (self.middles[term], self.starts[term + 1])):
            at = bisect_left(self.docs, doc, low, high)
            if at < high and self.docs[at] == doc:
                return at
        return -1

    def question(self, doc: int) -> Sequence[int]:
        """The terms of a question, each as in `sequence`."""
        return self.sequence[self.sequence_starts[doc] : self.sequence_starts[doc + 1]]

    def with_prefix(self, prefix: str) -> range:
        """The numbers of the terms that start with `prefix`."""
        return range(bisect_left(self.terms, prefix), bisect_left(self.terms, prefix + "\U0010ffff"))
