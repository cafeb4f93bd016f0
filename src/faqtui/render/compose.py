"""Blocks as lines for a width, one after another and only as far as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Protocol

from faqtui.render import footnotes, nodes
from faqtui.render.codebox import CodeHint, code_lines
from faqtui.render.destinations import place, target_span
from faqtui.render.glyphs import ASCII, UNICODE
from faqtui.render.runs import Line
from faqtui.render.tables import Columns, table_lines
from faqtui.render.wrap import Run, as_run, runs_width, wrap, wrapped

_ROOM = 8
"""What is nested gets at least this many cells: indents and bars that would leave less are not drawn."""

KINDS = {
    "note": "note",
    "info": "note",
    "abstract": "note",
    "summary": "note",
    "tldr": "note",
    "todo": "note",
    "quote": "note",
    "cite": "note",
    "seealso": "note",
    "tip": "tip",
    "hint": "tip",
    "success": "tip",
    "check": "tip",
    "done": "tip",
    "example": "tip",
    "important": "important",
    "question": "important",
    "help": "important",
    "faq": "important",
    "attention": "warning",
    "warning": "warning",
    "warn": "warning",
    "caution": "danger",
    "danger": "danger",
    "error": "danger",
    "failure": "danger",
    "fail": "danger",
    "bug": "danger",
    "missing": "danger",
}
"""Which look each kind of admonition has; others look like a note."""


class Notes(Protocol):
    """Who wants to know on which lines things begin."""

    def code(self, block: nodes.Code) -> None:
        """The next line begins `block`."""

    def heading(self, block: nodes.Heading) -> None:
        """The next line begins `block`."""

    def fold(self, block: nodes.Details, number: int, folded: bool) -> None:
        """The next line begins `block`, which counts as `number` among all details."""


HEADINGS = ("heading", "heading.second", "heading.third")
"""The styles of headings in an answer by how many they stand under: as many as can be told apart without colours."""


class Composer:
    """Draws blocks. One composer draws one answer once, from its first block to its last."""

    def __init__(
        self,
        links: Sequence[nodes.LinkData],
        notes: Notes,
        *,
        ascii_only: bool,
        hint: CodeHint,
        fold_hint: str,
        boxes: bool,
        wraps: bool,
        folds: Callable[[int, nodes.Details], bool],
    ) -> None:
        self._links = links
        self._notes = notes
        self._glyphs = ASCII if ascii_only else UNICODE
        self._hint = hint
        self._fold_hint = fold_hint
        self._boxes = boxes
        self._wraps = wraps
        self._folds = folds
        self._details_met = 0
        self._numbers: dict[int, int] = {}
        self._below: list[int] = []
        self._bullets = 0
        self._columns: Columns | None = None
        self._headings: list[int] = []
        """The levels of the headings that the next block stands under."""

    def top(self, block: nodes.Block, before: nodes.Block | None, width: int) -> Iterator[Line]:
        """The lines of a top-level block, with the blank line that parts it from the one `before`."""
        if isinstance(block, nodes.Heading):
            # The targets of a section stand at its end, where the reader has just met the numbers.
            yield from self.targets(width)
        if before is not None and not _close(before, block):
            yield Line()
        yield from self._block(block, width)

    def targets(self, width: int) -> Iterator[Line]:
        """The numbered targets of the links since the last call."""
        if not self._below:
            return
        yield Line()
        labels = [f"[{self._numbers[index]}] " for index in self._below]
        indent = max(len(label) for label in labels)
        for index, label in zip(self._below, labels, strict=True):
            number = Run(label.rjust(indent), "url", None, index)
            spans = [target_span(self._links[index], index, whole=True)]
            yield from self._hang((number,), [Line(runs) for runs in wrap(spans, self._inner(width, indent))], width)
        self._below = []

    def _blocks(self, blocks: Sequence[nodes.Block], width: int, *, tight: bool = False) -> Iterator[Line]:
        for index, block in enumerate(blocks):
            if (
                index
                and not (
                    tight
                    and isinstance(block, nodes.Paragraph | nodes.List)
                    and not (self._boxes and isinstance(blocks[index - 1], nodes.Code))
                )
                and not _close(blocks[index - 1], block)
            ):
                yield Line()
            yield from self._block(block, width)

    def _block(self, block: nodes.Block, width: int) -> Iterator[Line]:
        if isinstance(block, nodes.Paragraph):
            return self._lines(block.spans, width)
        if isinstance(block, nodes.List):
            return self._listing(block, width)
        if isinstance(block, nodes.Code):
            return self._code(block, width)
        if isinstance(block, nodes.Heading):
            return self._heading(block, width)
        if isinstance(block, nodes.Quote):
            bar = Run(f"{self._glyphs.bar} ", "quote")
            return self._behind(bar, width, partial(self._blocks, block.blocks))
        if isinstance(block, nodes.Admonition):
            return self._admonition(block, width)
        if isinstance(block, nodes.Table):
            return self._table(block, width)
        if isinstance(block, nodes.Details):
            return self._details(block, width)
        if isinstance(block, nodes.ThematicBreak):
            source = (block.start, block.end) if block.start != nodes.NOWHERE else None
            return iter((Line((Run(self._glyphs.horizontal * width, "rule", source),)),))
        if isinstance(block, nodes.Definition):
            return self._definition(block, width)
        return self._footnote(block, width)

    # Text

    def _lines(self, spans: nodes.Spans, width: int) -> Iterator[Line]:
        for runs in wrapped(self._with_targets(spans), width):
            yield Line(runs)

    def _with_targets(self, spans: nodes.Spans) -> nodes.Spans:
        """`spans` with the target of each link behind it, or the number under which it follows."""
        if self._glyphs is ASCII:
            spans = [_in_ascii(span) if span.style and not span.text.isascii() else span for span in spans]
        if not any(span.link != nodes.NOWHERE for span in spans):
            return spans
        out: list[nodes.Span] = []
        for position, span in enumerate(spans):
            out.append(span)
            index = span.link
            following = spans[position + 1].link if position + 1 < len(spans) else nodes.NOWHERE
            if index in {nodes.NOWHERE, following}:
                continue
            link = self._links[index]
            where = place(link)
            if where == "inline":
                target = target_span(link, index, whole=False)
                out += [nodes.Span(" (", "url"), target, nodes.Span(")", "url")]
            elif where == "below":
                if index not in self._numbers:
                    self._numbers[index] = len(self._numbers) + 1
                    self._below.append(index)
                out.append(nodes.Span(f"[{self._numbers[index]}]", "url", nodes.NOWHERE, nodes.NOWHERE, index))
        return out

    def _heading(self, block: nodes.Heading, width: int) -> Iterator[Line]:
        self._notes.heading(block)
        while self._headings and self._headings[-1] >= block.level:
            self._headings.pop()
        self._headings.append(block.level)
        style = HEADINGS[min(len(self._headings), len(HEADINGS)) - 1]
        spans = [span._replace(style=f"{style} {span.style}".strip()) for span in block.spans]
        widest = 0
        for line in self._lines(spans, width):
            widest = max(widest, line.cells)
            yield line
        if block.level <= 2 and widest:
            yield Line((Run(self._glyphs.horizontal * widest, "rule"),))

    # Containers

    @staticmethod
    def _inner(width: int, indent: int) -> int:
        """The cells left behind `indent`, which is not drawn where too few would be."""
        return width - indent if width - indent >= min(_ROOM, width) else width

    def _hang(self, label: tuple[Run, ...], lines: Iterator[Line] | Sequence[Line], width: int) -> Iterator[Line]:
        """`lines` behind `label`, the later ones indented as far; the label alone where there is no room for both."""
        indent = runs_width(label)
        if self._inner(width, indent) == width and indent:
            for runs in wrap([nodes.Span(run.text.rstrip(), run.style) for run in label], width):
                yield Line(runs)
            yield from lines
            return
        blank = (Run(" " * indent),)
        empty = True
        for line in lines:
            if empty:
                yield line.behind(label)
            else:
                yield line.behind(blank) if line.runs else line
            empty = False
        if empty:
            yield Line(label)

    def _listing(self, block: nodes.List, width: int) -> Iterator[Line]:
        bullet = self._glyphs.bullets[min(self._bullets, len(self._glyphs.bullets) - 1)]
        self._bullets += not block.ordered
        indent = max((len(item.marker) for item in block.items), default=0) if block.ordered else 1
        for index, item in enumerate(block.items):
            if index and (not block.tight or (self._boxes and _ends_in_code(block.items[index - 1].blocks))):
                yield Line()
            label = self._label(item, bullet, indent)
            lines = self._blocks(item.blocks, self._inner(width, runs_width(label)), tight=block.tight)
            yield from self._hang(label, lines, width)
        self._bullets -= not block.ordered

    @staticmethod
    def _label(item: nodes.ListItem, bullet: str, indent: int) -> tuple[Run, ...]:
        source = (item.start, item.end) if item.start != nodes.NOWHERE else None
        text = item.marker.rjust(indent) if item.marker else bullet
        if item.task is not None:
            box = "[x]" if item.task else "[ ]"
            text = f"{text} {box}" if item.marker else box
        return (Run(text, "bullet", source), Run(" "))

    def _behind(self, prefix: Run, width: int, *lines: Callable[[int], Iterator[Line]]) -> Iterator[Line]:
        """Lines for the cells left behind `prefix`, each behind it; it is not drawn where too few would be left.

        Lines that nothing is drawn before are handed on as they are: things are nested a hundred deep.
        """
        inner = self._inner(width, runs_width((prefix,)))
        found = chain.from_iterable(make(inner) for make in lines)
        if inner == width:
            return found
        before, blank = (prefix,), prefix.text.isspace()
        return (line.behind(before) if line.runs or not blank else line for line in found)

    def _admonition(self, block: nodes.Admonition, width: int) -> Iterator[Line]:
        style = f"admonition.{KINDS.get(block.kind, 'note')}"
        bar = Run(f"{self._glyphs.edge} ", style)
        word = block.kind.replace("-", " ").replace("_", " ").capitalize()
        title = "".join(span.text for span in block.title)
        spans = [nodes.Span(word, f"{style} strong", block.start, block.end)]
        if block.title and title.strip().lower() != block.kind:
            spans.append(nodes.Span(": ", f"{style} strong"))
            spans += [span._replace(style=f"{style} strong {span.style}".strip()) for span in block.title]
        elif block.title:
            # The title is the kind once more: it is said once.
            spans = [nodes.Span(word, f"{style} strong", block.title[0].start, block.title[-1].end)]
        return self._behind(bar, width, partial(self._lines, spans), partial(self._blocks, block.blocks))

    def _details(self, block: nodes.Details, width: int) -> Iterator[Line]:
        number = self._details_met
        folded = self._folds(number, block)
        self._details_met += 1
        self._notes.fold(block, number, folded)
        label = (Run(f"{self._glyphs.closed if folded else self._glyphs.opened} ", "bullet"),)
        spans = [span._replace(style=f"summary {span.style}".strip()) for span in block.summary]
        if folded and self._fold_hint:
            spans.append(nodes.Span(f"  {self._fold_hint}", "summary.hint"))
        yield from self._hang(label, self._lines(spans, self._inner(width, 2)), width)
        if folded:
            self._details_met += sum(isinstance(inside, nodes.Details) for inside in nodes.walk(block.blocks))
            return
        yield from self._indented(block.blocks, width)

    def _indented(self, blocks: Sequence[nodes.Block], width: int) -> Iterator[Line]:
        return self._behind(Run("  "), width, partial(self._blocks, blocks))

    def _definition(self, block: nodes.Definition, width: int) -> Iterator[Line]:
        yield from self._lines([span._replace(style=f"strong {span.style}".strip()) for span in block.term], width)
        for meaning in block.meanings:
            yield from self._indented(meaning, width)

    def _footnote(self, block: nodes.Footnote, width: int) -> Iterator[Line]:
        label = (as_run(self._with_targets([block.label])[0]), Run(" "))
        return self._hang(label, self._blocks(block.blocks, self._inner(width, runs_width(label))), width)

    def _table(self, block: nodes.Table, width: int) -> Iterator[Line]:
        if not block.head and not block.rows:
            return
        shown = nodes.Table(
            block.aligns,
            [self._with_targets(cell) for cell in block.head],
            [[self._with_targets(cell) for cell in row] for row in block.rows],
            block.follows,
        )
        if self._columns is None or not block.follows or self._columns.width != width:
            self._columns = Columns(shown, width)
        yield from table_lines(shown, self._columns, self._glyphs)

    def _code(self, block: nodes.Code, width: int) -> Iterator[Line]:
        self._notes.code(block)
        hint = self._hint if isinstance(self._hint, str) else self._hint(block)
        return code_lines(block, width, self._glyphs, hint, boxes=self._boxes, wraps=self._wraps)


def _in_ascii(span: nodes.Span) -> nodes.Span:
    """What we have written with signs of our own, without them."""
    styles = span.style.split()
    if "footnote" in styles:
        return span._replace(text=footnotes.in_ascii(span.text))
    if "formula" in styles:
        from faqtui.markdown.dialects import formula_signs  # few terminals have ASCII alone, and few answers formulas

        return span._replace(text=formula_signs.in_ascii(span.text))
    return span


def _ends_in_code(blocks: Sequence[nodes.Block]) -> bool:
    """Whether the last of `blocks` is code, or a list that ends in some: the frame of it wants a blank line on either side."""
    last = blocks[-1] if blocks else None
    while isinstance(last, nodes.List):
        inside = last.items[-1].blocks if last.items else ()
        last = inside[-1] if inside else None
    return isinstance(last, nodes.Code)


def _close(before: nodes.Block, block: nodes.Block) -> bool:
    """Whether no blank line stands between two blocks."""
    if isinstance(block, nodes.Paragraph | nodes.Table | nodes.List):
        return block.follows
    return isinstance(block, nodes.Footnote) and isinstance(before, nodes.Footnote)
