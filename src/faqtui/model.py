"""The words of faqtui as data: immutable records that every layer shares, and nothing else.

They are named tuples: a frozen, slotted dataclass takes 0.6 ms to define, and every start would pay for ten of them.

Lines count from 1. Spans are half-open ranges of code points, ``(start, end)``.
What makes these objects lives in `faqtui.parsing` (documents to entries) and `faqtui.search` (queries to hits).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeAlias, TypeVar, overload

from faqtui.records import NamedTuple

Category: TypeAlias = tuple[str, ...]
"""A path of titles in the tree, such as ``("AWS", "ECS")``; never empty for an entry."""

T = TypeVar("T")

Span: TypeAlias = tuple[int, int]
"""A half-open range of code points in a text."""


class Kind(StrEnum):
    """What sort of question an entry asks."""

    HOW_TO = "how-to"
    CAPABILITY = "capability"
    TROUBLESHOOTING = "troubleshooting"
    EXPLANATION = "explanation"
    REFERENCE = "reference"

    @property
    def word(self) -> str:
        """What people call it."""
        return {Kind.CAPABILITY: "yes-no", Kind.TROUBLESHOOTING: "error"}.get(self, self.value)

    @property
    def told(self) -> str:
        """The word for it where knowing helps before reading; else nothing: the question says it."""
        return self.word if self in {Kind.HOW_TO, Kind.TROUBLESHOOTING} else ""


class Severity(StrEnum):
    """How much a diagnostic matters: an error makes ``faqtui check`` exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Diagnostic(NamedTuple):
    """Something wrong or odd in a document, at a line."""

    code: str
    severity: Severity
    message: str
    path: str
    line: int


class Document(NamedTuple):
    """One source file after decoding and sanitising.

    `path` is what users see: as given on the command line, relative to ``content/`` for the packaged FAQ, ``-`` for
    standard input. `text` has line feeds as its only line ends. `root` is how many leading parts of `path` were given by the user
    and are therefore no categories: the directories after it are.
    `diagnostics` are what reading it brought up (a wrong encoding, say).
    """

    path: str
    text: str
    root: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


class Source(NamedTuple):
    """Where an entry stands: from its question's line to the last non-blank line of its answer, both included."""

    path: str
    start_line: int
    end_line: int


class Link(NamedTuple):
    """A link of an answer. `entry` is the id of the entry it leads to, where it leads to one of this library."""

    text: str
    url: str
    entry: str | None = None


class CodeBlock(NamedTuple):
    """A fenced or indented code block: `text` without the fence and without a final newline."""

    language: str | None
    text: str


class Entry(NamedTuple):
    """One question with its answer: the unit that is found, shown, linked and copied.

    `question` is plain text on one line, `question_markdown` the same as written. `answer` is Markdown as written.
    `answer_text` is the answer as plain text for searching (no markup, code included), one line for each entry of
    `text_lines`, which says on which source line that piece of text begins.
    """

    id: str
    question: str
    question_markdown: str
    answer: str
    category: Category
    source: Source
    kind: Kind | None = None
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    code_blocks: tuple[CodeBlock, ...] = ()
    also_at: tuple[Source, ...] = ()
    answer_text: str = ""
    text_lines: tuple[int, ...] = ()


class Introduction(NamedTuple):
    """What a category, a page or the library says by itself: above its first question, or between questions and in no answer.

    `text` is Markdown as written, that of several places one below the other; `sources` are these places, in that order.
    `plain` is the text without markup, for searching; `links` and `code_blocks` are as in an entry.
    """

    text: str
    sources: tuple[Source, ...]
    plain: str = ""
    links: tuple[Link, ...] = ()
    code_blocks: tuple[CodeBlock, ...] = ()


class CategoryNode(NamedTuple):
    """A category with what it holds.

    `count` is the number of entries in this node and below; `entries` are the positions in `Library.entries` of those
    directly in it, in document order. `introduction` is what it says by itself, None where it says nothing.
    """

    path: Category
    count: int  # type: ignore[assignment]  # in place of tuple's own, which nobody needs here
    entries: tuple[int, ...]
    introduction: Introduction | None = None

    @property
    def text(self) -> str:
        """The introduction as Markdown, "" where there is none."""
        return self.introduction.text if self.introduction is not None else ""


class Library(NamedTuple):
    """All entries of all documents, their tree, and the diagnostics: pure data.

    `entries` are in document order and may be made on access, `diagnostics` too. `categories` are in the order of the tree,
    each parent before its children. `aliases` maps a lower-case word to words that mean the same (front matter ``aliases:``).
    `introduction` is what is said above all of it, None where nothing is.
    """

    title: str
    entries: Sequence[Entry]
    categories: tuple[CategoryNode, ...]
    diagnostics: Sequence[Diagnostic] = ()
    aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    introduction: Introduction | None = None

    @property
    def text(self) -> str:
        """The introduction as Markdown, "" where there is none."""
        return self.introduction.text if self.introduction is not None else ""


class Snippet(NamedTuple):
    """The line of an answer that matched best: its plain text, its source line, and where in it the query matched."""

    text: str
    line: int
    matches: tuple[Span, ...] = ()


class Hit(NamedTuple):
    """An entry found by a query.

    `position` is the entry's place in `Library.entries`; `matches` are spans in its `question`; a `weak` hit shares
    only noise words with the query and is worth showing only when there is no other. `by` says what found it: the "words" of
    the query, or its "meaning".
    """

    position: int
    entry: Entry
    score: float
    weak: bool
    matches: tuple[Span, ...] = ()
    snippet: Snippet | None = None
    by: str = "words"


class MadeOnAccess(Sequence[T], Generic[T]):
    """A sequence of which each item is made when it is asked for: there may be very many."""

    __slots__ = ()

    def _item(self, index: int) -> T:
        """The item at `index`, which is from 0 to before the length."""
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        size = len(self)
        if isinstance(index, slice):
            return [self._item(i) for i in range(*index.indices(size))]
        if not -size <= index < size:
            raise IndexError(index)
        return self._item(index if index >= 0 else index + size)

    def __iter__(self) -> Iterator[T]:
        return (self._item(i) for i in range(len(self)))


class MadeAtOnce(MadeOnAccess[T]):
    """A sequence that is made, as a whole, when it is first asked for anything: seldom anybody does."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._make = make
        self._made: Sequence[T] | None = None

    def _all(self) -> Sequence[T]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def _item(self, index: int) -> T:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


class SearchResult(MadeOnAccess[Hit]):
    """The hits of a query, best first.

    `total` counts the strong hits of the whole library, also those beyond the limit.
    """

    __slots__ = ("hits", "query", "took_ms", "total")

    def __init__(self, query: str, hits: Sequence[Hit], total: int, took_ms: float) -> None:
        self.query = query
        self.hits = hits
        self.total = total
        self.took_ms = took_ms

    def _item(self, index: int) -> Hit:
        return self.hits[index]

    def __len__(self) -> int:
        return len(self.hits)
