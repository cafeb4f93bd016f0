"""Making the index of a library: every field of every entry to terms, and what each of them says there.

Every figure of a posting depends on its own entry alone (length pivots are constants, not averages), so that adding an entry
changes nothing between the others.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable

from faqtui.host.garbage import not_collected
from faqtui.markdown.dialects import emoji_names, formulas
from faqtui.model import Category, Entry, Library
from faqtui.search import weights
from faqtui.search.index import HAS, KINDS, PART_BITS, PARTS, SearchIndex
from faqtui.search.tokens import Numbering


def build_index(library: Library, *, progress: Callable[[int, int], None] | None = None) -> SearchIndex:
    """Index a library; `progress` is called with entries done and entries in all, now and then and at the end."""
    builder = IndexBuilder()
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


def _told_by(url: str) -> list[str]:
    """The parts of an address that name a page: the last two of its path, and the place on the page; all of a mail address."""
    if url[:7].lower() == "mailto:":
        return [url[7:].partition("?")[0]]
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in {"http", "https"}:
        return []
    page, _, place = rest.partition("#")
    path = page.partition("?")[0].split("/")[1:]
    return [part for part in [*[part for part in path if part][-2:], place] if part]


class IndexBuilder:
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
        """Take in the entry at a position, which is after those before."""
        terms = self._numbering.terms
        question = terms(entry.question)
        kinds = self._numbering.parts(entry.question)
        for term, parts in zip(question, kinds, strict=True):
            self._sequence.append(term << PART_BITS | min(parts, PARTS))
        self._sequence_starts.append(len(self._sequence))
        self._category_numbers.append(self._categories.setdefault(entry.category, len(self._categories)))
        self._kind_numbers.append(KINDS.index(entry.kind) + 1 if entry.kind else 0)
        self._flags.append(HAS["code"] * bool(entry.code_blocks) | HAS["link"] * bool(entry.links))

        upper: dict[int, float] = {}
        each = weights.QUESTION / (
            1 - weights.QUESTION_SLOPE + weights.QUESTION_SLOPE * len(question) / weights.QUESTION_PIVOT
        )
        for term, parts in zip(question, kinds, strict=True):
            upper[term] = upper.get(term, 0.0) + (each if parts else weights.PART * each)
        for titles, weight in ((entry.category, weights.CATEGORY), (entry.tags, weights.TAG)):
            for title in titles:
                for term in terms(title):
                    upper[term] = upper.get(term, 0.0) + weight
        answer = terms(entry.answer_text)
        each = weights.ANSWER / (1 - weights.ANSWER_SLOPE + weights.ANSWER_SLOPE * len(answer) / weights.ANSWER_PIVOT)
        lower: dict[int, float] = {}
        for term in answer:
            lower[term] = lower.get(term, 0.0) + each
        # An emoji, or a sign of a formula, is shown in place of its name, which is what people can type.
        for name in () if entry.question.isascii() else _names(entry.question_markdown):
            for term in terms(name):
                upper.setdefault(term, weights.PART * weights.QUESTION)
        for name in () if entry.answer_text.isascii() else _names(entry.answer):
            for term in terms(name):
                lower.setdefault(term, weights.ADDRESS * each)
        # What stands in the text already is told of by it.
        for part in dict.fromkeys([part for link in entry.links for part in _told_by(link.url)]):
            for term in terms(part):
                lower.setdefault(term, weights.ADDRESS * each)

        postings = self._postings
        for _ in range(len(postings), len(self._numbering.numbers)):
            postings.append((array("I"), array("f"), array("I"), array("f")))
        for term, weight in upper.items():
            weight_here = weight + lower.pop(term, 0.0)
            docs, impacts, _, _ = postings[term]
            docs.append(position)
            impacts.append(weight_here / (weight_here + weights.SATURATION))
        for term, weight in lower.items():
            _, _, docs, impacts = postings[term]
            docs.append(position)
            impacts.append(weight / (weight + weights.SATURATION))

    def finish(self, library: Library) -> SearchIndex:
        """The index of the entries that were added, which are `library`'s."""
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
        sequence = array("I", [renumbered[n >> PART_BITS] << PART_BITS | n & PARTS for n in self._sequence])
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
            aliases=library.aliases,
        )


def _names(text: str) -> list[str]:
    """The names in a Markdown text of what is shown as signs."""
    return [*emoji_names.names(text), *formulas.names(text)]
