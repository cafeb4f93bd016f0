"""Bringing an index up to date: what entries say that stayed is taken over, and only the others are read.

The result is what `faqtui.search.build` makes of all entries. Postings are moved in long runs and by functions of C, a piece at a
time: while one of these works, no other thread does, and no key should wait for it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from faqtui.host.garbage import not_collected
from faqtui.model import Category, Library
from faqtui.search.build import IndexBuilder, build_index
from faqtui.search.index import PART_BITS, PARTS, SearchIndex

WORTH_IT = 0.5
"""The share of entries that must have stayed; with fewer, making the index anew is as quick."""

_PIECE = 100_000
"""Postings that are moved in one go: 3 ms."""

_FEW = 20
"""Entries that are gone, up to which each one's postings are looked for by itself."""

_GONE = 0xFFFF_FFFF
"""Stands for the position of an entry, or the number of a term, that is not there any more."""


def update_index(old: SearchIndex, library: Library, places: Sequence[int]) -> SearchIndex:
    """The index of `library`; `places` has for each of its entries the position in the `old` index, or -1.

    An entry with a position says the same as before wherever an index looks, and stands in the same category.
    """
    kept = ascending(places)
    if sum(place >= 0 for place in kept) < WORTH_IT * len(kept):
        return build_index(library)
    with not_collected():
        return _Update(old, library, kept).made()


def ascending(places: Sequence[int]) -> Sequence[int]:
    """The places, as few as possible of them replaced by -1 so that all others ascend: what was moved about is new."""
    there = [place for place in places if place >= 0]
    if all(map(int.__lt__, there, there[1:])):
        return places
    # The longest ascending subsequence: of each length, the one that ends lowest, and who stands before whom in it.
    ends: list[int] = []
    before: dict[int, int] = {}
    for place in there:
        length = bisect_left(ends, place)
        if length:
            before[place] = ends[length - 1]
        ends[length : length + 1] = [place]
    stays: set[int] = set()
    place = ends[-1]
    while place not in stays:
        stays.add(place)
        place = before.get(place, place)
    return [place if place in stays else -1 for place in places]


class _Update:
    def __init__(self, old: SearchIndex, library: Library, kept: Sequence[int]) -> None:
        self._old = old
        self._library = library
        self._kept = kept
        self._added = [position for position, place in enumerate(kept) if place < 0]
        builder = IndexBuilder()
        for position in self._added:
            builder.add(position, library.entries[position])
        self._new = builder.finish(library)
        self._docs, self._gone = self._moved()
        self._terms: list[str] = []
        self._starts, self._middles = array("I", [0]), array("I")
        self._to_docs, self._to_impacts = array("I"), array("f")
        self._numbers = array("I")
        """The new number of each old term."""
        self._numbers_of_new = array("I")

    def made(self) -> SearchIndex:
        self._merge_postings()
        sequence_starts, sequence = self._sequence()
        categories, numbers = self._categories()
        return SearchIndex(
            self._library.entries,
            terms=self._terms,
            starts=self._starts,
            middles=self._middles,
            docs=self._to_docs,
            impacts=self._to_impacts,
            sequence_starts=sequence_starts,
            sequence=sequence,
            categories=categories,
            category_numbers=numbers,
            kind_numbers=self._column(self._old.kind_numbers, self._new.kind_numbers),
            flags=self._column(self._old.flags, self._new.flags),
            aliases=self._library.aliases,
        )

    def _moved(self) -> tuple[array[int], list[int]]:
        """The postings of the old index with the positions that their entries have now, and the places of those that are gone."""
        table = array("I", [_GONE]) * (len(self._old.sequence_starts) - 1)
        for position, place in enumerate(self._kept):
            if place >= 0:
                table[place] = position
        docs = array("I", self._old.docs)
        gone = [place for place, position in enumerate(table) if position == _GONE]
        if len(gone) <= _FEW and all(place < 0 or place == position for position, place in enumerate(self._kept)):
            return docs, sorted(place for doc in gone for place in _all(docs, doc))
        moved = array("I")
        for begin in range(0, len(docs), _PIECE):
            moved.extend(map(table.__getitem__, docs[begin : begin + _PIECE]))
        return moved, list(_all(moved, _GONE))

    def _merge_postings(self) -> None:
        old, new = self._old, self._new
        gone: dict[int, list[int]] = {}
        for posting in self._gone:
            gone.setdefault(bisect_right(old.starts, posting) - 1, []).append(posting)
        # What happens before which old term: new terms come in, old ones have other postings.
        events: dict[tuple[int, str], int] = {(number, old.terms[number]): -1 for number in gone}
        for number, term in enumerate(new.terms):
            events[bisect_left(old.terms, term), term] = number
        at = 0
        for (number, term), own in sorted(events.items()):
            self._copy(at, number)
            at = number
            is_old = number < len(old.terms) and old.terms[number] == term
            if own >= 0:
                self._numbers_of_new.append(len(self._terms))
            if is_old:
                at += 1
            there = self._merge(number if is_old else -1, own, gone.get(number, []) if is_old else [])
            if is_old:
                self._numbers.append(len(self._terms) if there else _GONE)
            if there:
                self._terms.append(term)
        self._copy(at, len(old.terms))

    def _copy(self, begin: int, end: int) -> None:
        """Take over old terms with their postings."""
        old = self._old
        low, high = old.starts[begin], old.starts[end]
        shift = len(self._to_docs) - low
        self._numbers.extend(range(len(self._terms), len(self._terms) + end - begin))
        self._terms += old.terms[begin:end]
        self._to_docs += self._docs[low:high]
        self._to_impacts.extend(old.impacts[low:high])
        self._starts.extend([start + shift for start in old.starts[begin + 1 : end + 1]])
        self._middles.extend([middle + shift for middle in old.middles[begin:end]])

    def _merge(self, number: int, own: int, gone: list[int]) -> bool:
        """Add the postings of one term, of its old ones and those of added entries; whether there are any."""
        old, new = self._old, self._new
        ends_old = (old.starts[number], old.middles[number], old.starts[number + 1]) if number >= 0 else (0, 0, 0)
        ends_new = (new.starts[own], new.middles[own], new.starts[own + 1]) if own >= 0 else (0, 0, 0)
        begin = len(self._to_docs)
        for half in (0, 1):
            low, high = ends_old[half : half + 2]
            docs, impacts = self._docs[low:high], array("f", old.impacts[low:high])
            for posting in reversed(gone):
                if low <= posting < high:
                    del docs[posting - low], impacts[posting - low]
            for posting in range(*ends_new[half : half + 2]):
                doc = new.docs[posting]
                place = bisect_left(docs, doc)
                docs.insert(place, doc)
                impacts.insert(place, new.impacts[posting])
            self._to_docs += docs
            self._to_impacts += impacts
            if not half:
                middle = len(self._to_docs)
        if len(self._to_docs) == begin:
            return False
        self._middles.append(middle)
        self._starts.append(len(self._to_docs))
        return True

    def _sequence(self) -> tuple[array[int], array[int]]:
        """The words of the questions."""
        old, new = self._old, self._new
        same = len(self._terms) == len(old.terms) and self._numbers == array("I", range(len(old.terms)))
        starts, sequence = array("I", [0]), array("I")
        for is_new, begin, end in self._runs():
            source, numbers = (new, self._numbers_of_new) if is_new else (old, self._numbers)
            low, high = source.sequence_starts[begin], source.sequence_starts[end]
            shift = len(sequence) - low
            words = source.sequence[low:high]
            if is_new or not same:
                words = [numbers[word >> PART_BITS] << PART_BITS | word & PARTS for word in words]
            sequence.extend(words)
            starts.extend([start + shift for start in source.sequence_starts[begin + 1 : end + 1]])
        return starts, sequence

    def _column(self, old: Sequence[int], new: Sequence[int]) -> array[int]:
        column = array("B")
        for is_new, begin, end in self._runs():
            column.extend((new if is_new else old)[begin:end])
        return column

    def _runs(self) -> Iterator[tuple[bool, int, int]]:
        """Entries that follow one another as now: whether they are new, and their places from which to before which."""
        begin = count = 0
        added = 0
        is_new = False
        for place in self._kept:
            if place < 0:
                here, added = added, added + 1
            else:
                here = place
            if count and (place < 0) == is_new and here == begin + count:
                count += 1
                continue
            if count:
                yield is_new, begin, begin + count
            is_new, begin, count = place < 0, here, 1
        if count:
            yield is_new, begin, begin + count

    def _categories(self) -> tuple[tuple[Category, ...], array[int]]:
        """The categories by their first entries, and the number of each entry's."""
        paths: list[Category] = [()] * len(self._kept)
        for node in self._library.categories:
            for position in node.entries:
                paths[position] = node.path
        seen: dict[Category, int] = {}
        return tuple(dict.fromkeys(paths)), array("I", [seen.setdefault(path, len(seen)) for path in paths])


def _all(numbers: array[int], wanted: int) -> Iterator[int]:
    """The places of a number, in order; they are looked for as bytes, thirty times as quickly."""
    data, size = numbers.tobytes(), numbers.itemsize
    pattern = array(numbers.typecode, [wanted]).tobytes()
    at = data.find(pattern)
    while at >= 0:
        if at % size == 0:
            yield at // size
        at = data.find(pattern, at + 1)
