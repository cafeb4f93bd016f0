"""An answer as a tree of blocks, and that tree as JSON data. No Markdown is parsed and nothing is laid out here.

A block's text is a list of `Span`: styled pieces, each of which knows which part of the Markdown it shows. Made by
`faqtui.render.markup.parse`, drawn by `faqtui.render.layout`. The classes are written out, since ten dataclasses would add
4 ms to every start.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from faqtui.records import NamedTuple

NOWHERE = -1
"""The `start` of a span that shows nothing of the source, and the `link` of one that is no link."""

FORMAT = 2
"""Counts the changes of the JSON form; data of another number is not loaded."""


class Span(NamedTuple):
    """A piece of text with one style.

    ``(start, end)`` is what it shows of the answer's Markdown, in code points. Where that is as long as the text, the
    two run side by side; where not (an entity, an escape, an expanded tab) all of the text shows all of the range.
    `link` is an index into `Blocks.links`.
    """

    text: str
    style: str = ""
    start: int = NOWHERE
    end: int = NOWHERE
    link: int = NOWHERE


Spans: TypeAlias = Sequence[Span]


class LinkData(NamedTuple):
    """A link of an answer: its text, its URL, and where in the Markdown its target stands.

    `start` and `end` hold the URL itself where it stands there letter by letter, else all of the markup that names it.
    `bare` links show their own URL as text.
    """

    text: str
    url: str
    start: int
    end: int
    bare: bool = False
    image: bool = False


class Paragraph:
    """Running text; a line feed in it is a hard line break.

    `follows` says that it goes on with the paragraph before it, which was too long to be one block.
    """

    __slots__ = ("follows", "spans")

    def __init__(self, spans: Spans, follows: bool = False) -> None:
        self.spans = spans
        self.follows = follows


class Heading:
    """A heading inside the answer, `level` 1 to 6."""

    __slots__ = ("level", "spans")

    def __init__(self, level: int, spans: Spans) -> None:
        self.level = level
        self.spans = spans


class Code:
    """A code block.

    `starts` says where in the Markdown each line begins (`NOWHERE` where it cannot be told); a single start says that
    the text stands there as it is. `pieces` are the styles of the text, as pairs of style and length that add up to it;
    None while nobody has asked for colours.
    """

    __slots__ = ("language", "pieces", "starts", "text", "title")

    def __init__(
        self,
        language: str,
        title: str,
        text: str,
        starts: Sequence[int],
        pieces: Sequence[tuple[str, int]] | None = None,
    ) -> None:
        self.language = language
        self.title = title
        self.text = text
        self.starts = starts
        self.pieces = pieces

    def lines(self) -> Iterator[tuple[str, int]]:
        """Each line of the text, and where it begins in the Markdown."""
        starts = self.starts
        here = starts[0] if starts else NOWHERE
        for number, line in enumerate(self.text.split("\n")):
            if len(starts) > 1:
                here = starts[number] if number < len(starts) else NOWHERE
            yield line, here
            here += len(line) + 1 if here != NOWHERE else 0


class ListItem:
    """One item of a list: its marker as written, whether it is a done task (None: no task), and what it holds."""

    __slots__ = ("blocks", "end", "marker", "start", "task")

    def __init__(self, marker: str, start: int, end: int, task: bool | None, blocks: list[Block]) -> None:
        self.marker = marker
        self.start = start
        self.end = end
        self.task = task
        self.blocks = blocks


class List:
    """A list. `marker` of an ordered item is its number with its dot or bracket; `tight` lists have no blank lines.

    `follows` says that it goes on with the list before it, which was too long to be one block.
    """

    __slots__ = ("follows", "items", "ordered", "tight")

    def __init__(self, ordered: bool, tight: bool, items: list[ListItem], follows: bool = False) -> None:
        self.ordered = ordered
        self.tight = tight
        self.follows = follows
        self.items = items


class Quote:
    """A quotation."""

    __slots__ = ("blocks",)

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks


class Admonition:
    """A note, a warning and the like. `kind` is the word the author used, in lower case; ``(start, end)`` its place."""

    __slots__ = ("blocks", "end", "kind", "start", "title")

    def __init__(self, kind: str, place: tuple[int, int], title: Spans, blocks: list[Block]) -> None:
        self.kind = kind
        self.start, self.end = place
        self.title = title
        self.blocks = blocks


class Details:
    """Foldable details: the summary always shows."""

    __slots__ = ("blocks", "summary")

    def __init__(self, summary: Spans, blocks: list[Block]) -> None:
        self.summary = summary
        self.blocks = blocks


class Table:
    """A table. `aligns` has a letter a column: l, c or r; `head` may be empty.

    `follows` says that it goes on with the table before it, which was too long to be one block.
    """

    __slots__ = ("aligns", "follows", "head", "rows")

    def __init__(self, aligns: str, head: list[Spans], rows: list[list[Spans]], follows: bool = False) -> None:
        self.aligns = aligns
        self.head = head
        self.rows = rows
        self.follows = follows


class ThematicBreak:
    """A rule across the answer, and where it stands in the Markdown."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


class Footnote:
    """What a footnote says."""

    __slots__ = ("blocks", "label")

    def __init__(self, label: Span, blocks: list[Block]) -> None:
        self.label = label
        self.blocks = blocks


class Definition:
    """A term, or several with a line feed between them, and what it means: the blocks of each of its definitions."""

    __slots__ = ("meanings", "term")

    def __init__(self, term: Spans, meanings: list[list[Block]]) -> None:
        self.term = term
        self.meanings = meanings


Block: TypeAlias = (
    Paragraph | Heading | Code | List | Quote | Admonition | Details | Table | ThematicBreak | Footnote | Definition
)


class Blocks:
    """A parsed answer: its Markdown, its top-level blocks and its links, in order.

    A long answer is parsed as it is read: `reach` makes sure that a number of blocks is there, `complete` says whether
    all are. `links` holds those of the blocks that are there. Two threads may read one answer, each at its own pace.
    """

    __slots__ = ("_lock", "_rest", "blocks", "links", "markdown")

    def __init__(
        self, markdown: str, blocks: list[Block], links: list[LinkData], rest: Iterator[list[Block]] | None = None
    ) -> None:
        self.markdown = markdown
        self.blocks = blocks
        self.links = links
        self._rest = rest
        self._lock = allocate_lock()

    @property
    def complete(self) -> bool:
        """Whether the whole answer has been parsed."""
        return self._rest is None

    def reach(self, count: int) -> bool:
        """Parse until `count` top-level blocks are there; False when the answer has fewer."""
        if self._rest is not None:
            with self._lock:
                while self._rest is not None and len(self.blocks) < count:
                    more = next(self._rest, None)
                    if more is None:
                        self._rest = None
                    else:
                        self.blocks.extend(more)
        return len(self.blocks) >= count

    def finish(self) -> None:
        """Parse all that is left."""
        while self.reach(len(self.blocks) + 1):
            pass


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block below and including `blocks`, in reading order."""
    stack: list[Block] = list(reversed(blocks))
    while stack:
        block = stack.pop()
        yield block
        if isinstance(block, List):
            for item in reversed(block.items):
                stack.extend(reversed(item.blocks))
        elif isinstance(block, Definition):
            for meaning in reversed(block.meanings):
                stack.extend(reversed(meaning))
        elif isinstance(block, Quote | Admonition | Details | Footnote):
            stack.extend(reversed(block.blocks))


def dump_blocks(blocks: Blocks) -> object:
    """The whole of a parsed answer, code already coloured, as data for JSON; `load_blocks` reads it."""
    # Colouring imports pygments: the one who saves pays for it, so that the one who starts next does not.
    from faqtui.render.code import colour

    blocks.finish()
    for block in walk(blocks.blocks):
        if isinstance(block, Code) and block.pieces is None:
            block.pieces = colour(block.language, block.text)
    return [FORMAT, blocks.markdown, [_dump(block) for block in blocks.blocks], [list(link) for link in blocks.links]]


def load_blocks(data: Any) -> Blocks:
    """The answer that `dump_blocks` made data of. Raises ValueError for data that is not of its making."""
    try:
        if data[0] != FORMAT or len(data) != 4:
            raise ValueError(f"a laid-out answer of format {data[0]!r}, not {FORMAT}")
        _, markdown, blocks, links = data
        return Blocks(markdown, [_load(block) for block in blocks], [LinkData(*link) for link in links])
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not a laid-out answer: {error}") from error


def _dump(block: Block) -> list[object]:
    if isinstance(block, Paragraph):
        return ["p", _spans(block.spans), block.follows]
    if isinstance(block, Heading):
        return ["h", block.level, _spans(block.spans)]
    if isinstance(block, Code):
        pieces = None if block.pieces is None else [list(piece) for piece in block.pieces]
        return ["c", block.language, block.title, block.text, list(block.starts), pieces]
    if isinstance(block, List):
        items = [[item.marker, item.start, item.end, item.task, _dumped(item.blocks)] for item in block.items]
        return ["l", block.ordered, block.tight, items, block.follows]
    if isinstance(block, Quote):
        return ["q", _dumped(block.blocks)]
    if isinstance(block, Admonition):
        return ["a", block.kind, block.start, block.end, _spans(block.title), _dumped(block.blocks)]
    if isinstance(block, Details):
        return ["d", _spans(block.summary), _dumped(block.blocks)]
    if isinstance(block, Table):
        rows = [[_spans(cell) for cell in row] for row in block.rows]
        return ["t", block.aligns, [_spans(cell) for cell in block.head], rows, block.follows]
    if isinstance(block, ThematicBreak):
        return ["r", block.start, block.end]
    if isinstance(block, Definition):
        return ["e", _spans(block.term), [_dumped(meaning) for meaning in block.meanings]]
    return ["f", list(block.label), _dumped(block.blocks)]


def _dumped(blocks: Sequence[Block]) -> list[list[object]]:
    return [_dump(block) for block in blocks]


def _spans(spans: Spans) -> list[list[object]]:
    return [list(span) for span in spans]


def _load(data: Any) -> Block:
    kind = data[0]
    if kind == "p":
        return Paragraph(_text(data[1]), data[2])
    if kind == "h":
        return Heading(data[1], _text(data[2]))
    if kind == "c":
        pieces = None if data[5] is None else [(style, length) for style, length in data[5]]
        return Code(data[1], data[2], data[3], data[4], pieces)
    if kind == "l":
        items = [ListItem(marker, start, end, task, _loaded(inner)) for marker, start, end, task, inner in data[3]]
        return List(data[1], data[2], items, data[4])
    if kind == "q":
        return Quote(_loaded(data[1]))
    if kind == "a":
        return Admonition(data[1], (data[2], data[3]), _text(data[4]), _loaded(data[5]))
    if kind == "d":
        return Details(_text(data[1]), _loaded(data[2]))
    if kind == "t":
        return Table(data[1], [_text(cell) for cell in data[2]], [[_text(c) for c in row] for row in data[3]], data[4])
    if kind == "r":
        return ThematicBreak(data[1], data[2])
    if kind == "e":
        return Definition(_text(data[1]), [_loaded(meaning) for meaning in data[2]])
    if kind == "f":
        return Footnote(Span(*data[1]), _loaded(data[2]))
    raise ValueError(f"not a laid-out answer: block {kind!r}")


def _loaded(data: Any) -> list[Block]:
    return [_load(block) for block in data]


def _text(data: Any) -> list[Span]:
    return [Span(*span) for span in data]
