"""The lines of the answer pane for one width: the question and where it belongs, the laid-out answer, what follows it.

Places are lines of the page and columns, code points of the whole of a line: of wide code all is counted, also what
is panned out of view. Nothing is drawn here, and what finds is imported when something was found or selected: 0.7 ms.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes

from faqtui.records import NamedTuple
from faqtui.render import AT_ONCE, Blocks, Layout, Run, lay_out
from faqtui.render.nodes import Code, walk
from faqtui.render.runs import CodeLine
from faqtui.view.actions import Action, hint
from faqtui.view.answer.folded import Folding
from faqtui.view.answer.head import PlainLine
from faqtui.view.bars import how_far
from faqtui.view.room import MARGIN


class Spot(NamedTuple):
    """A place on the page: its line, and the column at which it is."""

    line: int
    column: int


class Page:
    """What can be scrolled through: `head`, then `layout`, then `tail`, which is there when the layout is complete."""

    def __init__(
        self, head: Sequence[PlainLine] = (), layout: Layout | None = None, tail: Sequence[PlainLine] = ()
    ) -> None:
        self.aside: Sequence[PlainLine] = ()
        """What stands beside it, and does not scroll."""
        self.head = head
        self.layout = layout
        self.tail = tail

    @property
    def above(self) -> int:
        """How many lines stand above the answer."""
        return len(self.head)

    @property
    def complete(self) -> bool:
        """Whether every line is there."""
        return self.layout is None or self.layout.complete

    @property
    def height(self) -> int:
        """How many lines there are (so far)."""
        layout = self.layout
        if layout is None:
            return len(self.head)
        complete = layout.complete
        return len(self.head) + layout.height + (len(self.tail) if complete else 0)

    def place(self, top: int, seen: int) -> str:
        """How far down the lines `seen` from `top` on are, such as ``40%``; empty where they are all."""
        height = self.height
        if self.layout is not None and not self.complete:
            height = round(height / max(self.layout.share, 0.001))
        return how_far(top, seen, height)

    def index(self, line: int) -> int:
        """The line of the layout that `line` is, -1 where it is none of the answer's."""
        index = line - len(self.head)
        return index if self.layout is not None and 0 <= index < self.layout.height else -1

    def plain(self, line: int) -> PlainLine | None:
        """The line above or below the answer, None for those of the answer and beyond the end."""
        if line < len(self.head):
            return self.head[line]
        after = line - len(self.head) - (self.layout.height if self.layout is not None else 0)
        return self.tail[after] if 0 <= after < len(self.tail) and self.complete else None

    def text(self, line: int) -> str:
        """What `line` says, all of it."""
        index = self.index(line)
        if self.layout is not None and index >= 0:
            return "".join([run.text for run in self.layout.whole_line(index)])
        plain = self.plain(line)
        return plain.text if plain is not None else ""

    # -- between cells and columns

    def spot(self, line: int, cell: int, pan: int) -> Spot:
        """The place at `cell` of the pane in `line`; beyond its ends the nearest."""
        line = max(0, min(line, self.height - 1))
        index = self.index(line)
        text, start = self.text(line), 0
        cell -= MARGIN
        if self.layout is not None and index >= 0:
            whole = self.layout.line(index)
            if isinstance(whole, CodeLine):
                # What stands before the code is not panned with it, and nobody selects it.
                start = sum(len(run.text) for run in whole.whole) - sum(len(run.text) for run in whole.content)
                left = cell_len(text[:start])
                cell = max(cell - left, 0) + pan
                text = text[start:]
        else:
            plain = self.plain(line)
            cell -= plain.mark.cell_length if plain is not None else 0
        return Spot(line, start + column_at(text, cell))

    def shown(self, line: int, pan: int, start: int, end: int) -> list[tuple[int, int]]:
        """Where the columns from `start` to before `end` are seen, as columns of the line as it is drawn."""
        index = self.index(line)
        if self.layout is None or index < 0 or start >= end:
            return [(start, end)] if start < end else []
        from faqtui.render.find import Part
        from faqtui.view.matches import shown_parts

        return [(first, last) for first, last, _ in shown_parts(self.layout, index, pan, [Part(index, start, end)])]

    def word(self, spot: Spot) -> tuple[Spot, Spot]:
        """The word at a place: letters, digits and what identifiers and paths are made of, or else one character."""
        text = self.text(spot.line)
        start = end = min(spot.column, len(text))
        while start > 0 and _in_word(text[start - 1]):
            start -= 1
        while end < len(text) and _in_word(text[end]):
            end += 1
        if start == end:
            end = min(end + 1, len(text))
        return Spot(spot.line, start), Spot(spot.line, end)

    def run_at(self, spot: Spot) -> Run | None:
        """The run of the answer at a place."""
        index = self.index(spot.line)
        if self.layout is None or index < 0:
            return None
        column = 0
        for run in self.layout.whole_line(index):
            column += len(run.text)
            if spot.column < column:
                return run
        return None

    # -- between lines and the source

    def source_at(self, line: int) -> int:
        """Where in the Markdown the answer stands that `line`, or the next that shows any, shows; -1 above and below."""
        layout = self.layout
        if layout is None or line < len(self.head):
            return -1
        for index in range(line - len(self.head), min(layout.height, line - len(self.head) + 200)):
            places = [run.source[0] for run in layout.line(index).runs if run.source is not None]
            if places:
                return min(places)
        return -1

    def line_of(self, source: int) -> int:
        """The first line that shows what stands at `source` or later; -1 where there is none (yet)."""
        if self.layout is not None:
            for index in range(self.layout.height):
                if any(run.source is not None and run.source[1] > source for run in self.layout.line(index).runs):
                    return len(self.head) + index
        return -1

    def copied(self, start: Spot, end: Spot) -> str:
        """The text from `start` to before `end`: the Markdown of the answer, and whole texts without their line breaks."""
        from faqtui.render.find import source_text

        pieces: list[str] = []
        joint = ""
        line = start.line
        while line <= end.line:
            index = self.index(line)
            first = start.column if line == start.line else 0
            if self.layout is not None and index >= 0:
                stop = min(end.line - len(self.head), self.layout.height - 1)
                last = end.column if end.line - len(self.head) == stop else len(self.text(stop + len(self.head)))
                pieces += [joint, source_text(self.layout, (index, first), (stop, last))]
                line, joint = stop + len(self.head), "\n"
            elif (plain := self.plain(line)) is not None:
                last = end.column if line == end.line else len(plain.text)
                pieces += [joint, plain.text[first:last]]
                joint = plain.joint
            line += 1
        return "".join(pieces).strip("\n")


def laid_out(
    blocks: Blocks, width: int, actions: Sequence[Action], *, codes: int, ascii_only: bool, folds: Folding, wraps: bool
) -> Layout:
    """The answer for a pane, with the keys that copy its code and open its details; a long one bit by bit.

    Long lines of code are broken where it `wraps`.
    Of more than one of its `codes` code blocks each says the number that copying asks for.
    """
    lazy = len(blocks.markdown) > AT_ONCE
    shown = [block for block in walk(blocks.blocks) if isinstance(block, Code)] if codes > 1 and not lazy else []
    numbers = {id(block): f"{number} " for number, block in enumerate(shown, 1)} if len(shown) == codes else {}
    return lay_out(
        blocks,
        width,
        ascii=ascii_only,
        code_hint=lambda block: hint(actions, "copy_code", f"{numbers.get(id(block), '')}copies"),
        fold_hint=hint(actions, "details", "opens"),
        folds=folds,
        wraps=wraps,
        lazy=lazy,
    )


def column_at(text: str, cell: int) -> int:
    """The column of what is seen in `cell` of `text`; its end beyond that."""
    if cell <= 0 or text.isascii():
        return max(0, min(cell, len(text)))
    at = 0
    for start, _, cells in split_graphemes(text)[0]:
        at += cells
        if cell < at:
            return start
    return len(text)


def column_behind(text: str, column: int) -> int:
    """The column behind what stands at `column` of `text`: a character with all that joins it."""
    if text.isascii():
        return min(column + 1, len(text))
    return next((end for _, end, _ in split_graphemes(text)[0] if end > column), len(text))


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "_-./:@%+~#=?&"
