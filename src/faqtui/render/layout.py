"""A laid-out answer: its lines for one width, made as they are asked for, with its links and code blocks.

Drawing is `compose`'s; this is what the screen and the command line hold in their hands. Neither markdown-it nor
pygments is imported for blocks that were loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from faqtui.records import NamedTuple
from faqtui.render.codebox import CodeHint
from faqtui.render.compose import Composer
from faqtui.render.nodes import Blocks, Code, Details, Heading, Spans
from faqtui.render.runs import CodeLine, Line
from faqtui.render.wrap import Run

AT_ONCE = 65_536
"""An answer of at most this many characters is laid out whole; a longer one as far as `reach` is asked to."""

LINES_AT_ONCE = 4_000
"""So is one of more lines than this: a hundred kilobytes of common text have as many."""

_FIRST = 400
"""Lines of a longer answer that are laid out from the start: more than any screen shows."""

Folds: TypeAlias = Callable[[int, Details], bool]
"""Whether details are folded, told by their number (from 0, in reading order, those inside others too) and by what they are."""


class LinkTarget(NamedTuple):
    """A link: its text, where it leads, and the line of the layout on which its text begins (from 0)."""

    text: str
    url: str
    line_index: int


class CodePlace(NamedTuple):
    """A code block: its language (``""`` for none), its exact text, and the line of the layout on which it begins."""

    language: str
    text: str
    line_index: int


class HeadingPlace(NamedTuple):
    """A heading: its level, its text, and the line of the layout on which it begins."""

    level: int
    text: str
    line_index: int


class DetailsPlace(NamedTuple):
    """Foldable details: what they say when folded, the line of the layout with that, whether they are folded.

    `number` counts all details of the answer in reading order, from 0, those inside folded ones too.
    """

    summary: str
    line_index: int
    folded: bool
    number: int
    block: Details


class Layout:
    """The lines of an answer for a width in cells.

    Until `complete`, `height`, `links`, `code_blocks` and `pan_limit` tell of what is laid out so far; `reach` and
    `finish` lay out more. Answers of usual size are complete from the start. One thread may lay out while another
    looks at what is there.
    """

    def __init__(
        self,
        blocks: Blocks,
        width: int,
        *,
        ascii_only: bool,
        code_hint: CodeHint,
        fold_hint: str,
        boxes: bool,
        wraps: bool,
        folds: Folds,
        lazy: bool,
    ) -> None:
        self.blocks = blocks
        self.width = max(width, 1)
        self.markdown = blocks.markdown
        self.pan_limit = 0
        self.code_blocks: list[CodePlace] = []
        self.headings: list[HeadingPlace] = []
        self._heading_lines: dict[int, int] = {}
        self.details: list[DetailsPlace] = []
        self._lines: list[Line] = []
        self._links: list[LinkTarget] = []
        self._counted = -1
        self._link_lines: dict[int, int] = {}
        self._panned: dict[tuple[int, int], Line] = {}
        composer = Composer(
            blocks.links,
            self,
            ascii_only=ascii_only,
            hint=code_hint,
            fold_hint=fold_hint,
            boxes=boxes,
            wraps=wraps,
            folds=folds,
        )
        self._source: Iterator[Line] | None = self._compose(composer)
        if not lazy:
            if len(blocks.markdown) <= AT_ONCE and blocks.markdown.count("\n") <= LINES_AT_ONCE:
                self.finish()
            else:
                self.reach(_FIRST)

    def code(self, block: Code) -> None:
        """Note that `block` begins on the next line; the composer says so."""
        self.code_blocks.append(CodePlace(block.language, block.text, len(self._lines)))

    def heading(self, block: Heading) -> None:
        """Note that `block` begins on the next line; the composer says so."""
        self._heading_lines[id(block)] = len(self._lines)
        self.headings.append(HeadingPlace(block.level, text_of(block.spans), len(self._lines)))

    def fold(self, block: Details, number: int, folded: bool) -> None:
        """Note that `block` begins on the next line; the composer says so."""
        self.details.append(DetailsPlace(text_of(block.summary), len(self._lines), folded, number, block))

    def _compose(self, composer: Composer) -> Iterator[Line]:
        blocks = self.blocks
        index = 0
        while blocks.reach(index + 1):
            before = blocks.blocks[index - 1] if index else None
            yield from composer.top(blocks.blocks[index], before, self.width)
            index += 1
        yield from composer.targets(self.width)

    @property
    def complete(self) -> bool:
        """Whether every line is laid out."""
        return self._source is None

    @property
    def height(self) -> int:
        """How many lines there are (so far)."""
        return len(self._lines)

    def reach(self, count: int) -> bool:
        """Lay out until there are `count` lines; False when the answer has fewer."""
        source = self._source
        lines = self._lines
        if source is None or len(lines) >= count:
            return len(lines) >= count
        for line in source:
            if isinstance(line, CodeLine):
                self.pan_limit = max(self.pan_limit, line.pan_limit)
            else:
                for run in line.runs:
                    if run.link is not None and run.link not in self._link_lines:
                        self._link_lines[run.link] = len(lines)
            lines.append(line)
            if len(lines) >= count:
                return True
        self._source = None
        return False

    def finish(self) -> None:
        """Lay out all that is left."""
        while self.reach(len(self._lines) + 10_000):
            pass

    def abandon(self) -> None:
        """Lay out no more; what is there stays, and is not complete."""
        if self._source is not None:
            self._source = iter(())

    @property
    def share(self) -> float:
        """How much of the Markdown is laid out, from 0 to 1."""
        if self._source is None:
            return 1.0
        for index in range(len(self._lines) - 1, -1, -1):
            places = [run.source[1] for run in self._lines[index].runs if run.source is not None]
            if places:
                return max(places) / len(self.markdown)
        return 0.0

    def line(self, index: int, pan: int = 0) -> Line:
        """Line `index` (from 0), its code moved left by `pan` cells; never wider than the width.

        Raises IndexError beyond the end.
        """
        if index < 0:
            raise IndexError("a layout has no lines before its first")
        if index >= len(self._lines):
            self.reach(index + 1)
        line = self._lines[index]
        if pan <= 0 or not isinstance(line, CodeLine):
            return line
        key = (index, pan)
        if key not in self._panned:
            if len(self._panned) > 2_000:
                self._panned.clear()
            self._panned[key] = line.panned(pan)
        return self._panned[key]

    def whole_line(self, index: int) -> tuple[Run, ...]:
        """The runs of line `index` with all of its code, however wide; as `line` shows them where all is in view."""
        line = self._lines[index]
        return line.whole if isinstance(line, CodeLine) and line.pan_limit else line.runs

    @property
    def links(self) -> Sequence[LinkTarget]:
        """The links in the order of the answer; a run's `link` is an index into it."""
        if self._counted != len(self._lines):
            self._counted = len(self._lines)
            last = 0
            self._links = []
            for index, link in enumerate(self.blocks.links):
                last = self._link_lines.get(index, last)
                self._links.append(LinkTarget(link.text, link.url, last))
        return self._links

    def heading_line(self, block: Heading) -> int | None:
        """The line on which a heading of the answer begins; None while that is not laid out, or folded away."""
        return self._heading_lines.get(id(block))

    def link_line(self, index: int) -> int | None:
        """The line on which the link `index` begins; None while that is not laid out, or where it is folded away."""
        return self._link_lines.get(index)

    def text(self, start: int = 0, end: int | None = None) -> str:
        """The text of the lines from `start` to before `end` (default: all), each ended by a line feed."""
        if end is None:
            self.finish()
            end = len(self._lines)
        else:
            self.reach(end)
        return "".join(line.text + "\n" for line in self._lines[start:end])


def text_of(spans: Spans) -> str:
    """What `spans` say, in one line."""
    return " ".join("".join([span.text for span in spans]).split())


def lay_out(
    blocks: Blocks,
    width: int,
    *,
    ascii: bool = False,  # noqa: A002
    code_hint: CodeHint = "",
    fold_hint: str = "",
    boxes: bool = True,
    wraps: bool = False,
    folds: Folds = lambda number, block: False,  # noqa: ARG005 - their names tell what is asked
    lazy: bool = False,
) -> Layout:
    """Lay `blocks` out for `width` cells.

    `ascii` draws with ASCII characters alone (what the author wrote stays). `code_hint`, or what it gives for a block, stands
    at the right end of the border of code blocks where there is room. Without `boxes` code has no border;
    with `wraps` its long lines are broken, not cut. `folds` tells of
    which details only the summary is shown, with `fold_hint` behind it. With `lazy` nothing is laid out before it is asked for.
    """
    return Layout(
        blocks,
        width,
        ascii_only=ascii,
        code_hint=code_hint,
        fold_hint=fold_hint,
        boxes=boxes,
        wraps=wraps,
        folds=folds,
        lazy=lazy,
    )
