"""Drawing a line of the answer pane: styles, links, and what lies over them: marks, hints, the selection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from faqtui.records import NamedTuple
from faqtui.render import Layout
from faqtui.view.answer.head import PlainLine
from faqtui.view.answer.page import Page
from faqtui.view.lines import Line, Mark, marked
from faqtui.view.room import MARGIN
from faqtui.view.theme import Theme

if TYPE_CHECKING:
    from faqtui.view.answer.selection import Selecting
    from faqtui.view.answer.walk import MatchWalk


class Sight(NamedTuple):
    """How a page is looked at: code moved left by `pan` cells, and what lies over the text.

    `hints` are by their links, `ticks` by the places of the markers of items of lists, whose last character they replace.
    """

    pan: int = 0
    walk: MatchWalk | None = None
    hints: Mapping[int, str] = {}
    selecting: Selecting | None = None
    ticks: Mapping[int, str] = {}


class Painter:
    """Draws the lines of one page; `ellipsis` stands where it is not laid out yet.

    With `hyperlinks` the terminal opens links itself on a click.
    """

    def __init__(self, page: Page, theme: Theme, ellipsis: str, *, hyperlinks: bool) -> None:
        self._page = page
        self._theme = theme
        self._hyperlinks = hyperlinks
        self._ellipsis = ellipsis
        self._left = Segment(" " * MARGIN)

    def line(self, line: int, sight: Sight) -> Line:
        """Line `line` of the page."""
        page, theme = self._page, self._theme
        pan, _, hints, selecting, _ = sight
        selected: list[Mark] = []
        if selecting is not None:
            over_it = theme.style("ui.selection")
            selected = [(first, last, over_it) for first, last in page.shown(line, pan, *selecting.on_line(line))]
        index = page.index(line)
        if page.layout is not None and index >= 0:
            return self._of_answer(page.layout, index, sight, selected)
        plain = page.plain(line)
        if plain is None:
            waiting = line == page.above and not page.complete
            return [self._left, Segment(self._ellipsis, theme.style("ui.dim"))] if waiting else []
        return self.plain(plain, hints, selected)

    def plain(self, plain: PlainLine, hints: Mapping[int, str], selected: Sequence[Mark] = ()) -> Line:
        """A line that is not of the answer, with the hint of what it names."""
        hint = "" if plain.number is None else hints.get(-1 - plain.number, "")
        segments = [self._left, plain.mark, Segment(hint, self._theme.style("ui.hint"))]
        column, hidden = 0, cell_len(hint)
        for text, style, _ in plain.segments:
            shown = behind(text, hidden)
            hidden -= cell_len(text) - cell_len(shown)
            column += len(text) - len(shown)
            segments += marked(shown, style or Style.null(), column, selected)
            column += len(shown)
        return [segment for segment in segments if segment.text]

    def _of_answer(self, layout: Layout, index: int, sight: Sight, selected: Sequence[Mark]) -> Line:
        theme = self._theme
        pan, walk, hints, _, ticks = sight
        segments = [self._left]
        marks = self._marks(layout, index, pan, walk)
        column = 0
        hinted: set[int] = set()
        for run in layout.line(index, pan).runs:
            text, style = run.text, theme.style(run.style)
            if ticks and run.style == "bullet" and run.source is not None and run.source[0] in ticks:
                text, style = text[:-1] + ticks[run.source[0]], theme.style("ui.message")
            if run.link is not None:
                style += self._link_style(layout.blocks.links[run.link].url)
                hint = hints.get(run.link, "")
                if hint and run.link not in hinted and layout.link_line(run.link) == index:
                    hinted.add(run.link)
                    segments.append(Segment(hint, theme.style("ui.hint")))
                    covered = behind(text, len(hint))
                    column += len(text) - len(covered)
                    text = covered
            segments += over(marked(text, style, column, marks), column, selected)
            column += len(text)
        return segments

    def _marks(self, layout: Layout, index: int, pan: int, walk: MatchWalk | None) -> list[Mark]:
        """What is found on a line of the layout."""
        if walk is None or not (parts := walk.on_line(index)):
            return []
        from faqtui.view.matches import shown_parts  # see faqtui.view.answer.page

        match, found = self._theme.style("ui.match"), self._theme.style("ui.found")
        now = walk.current.parts if walk.current is not None else ()
        return [
            (start, end, found if part in now else match) for start, end, part in shown_parts(layout, index, pan, parts)
        ]

    def _link_style(self, url: str) -> Style:
        """A style that makes the terminal open `url` itself on a click, where it understands OSC 8."""
        if not self._hyperlinks or not url.startswith(("http://", "https://", "mailto:")):
            return Style.null()
        return Style(link=url)


def behind(text: str, cells: int) -> str:
    """What is left of `text` behind its first `cells` cells."""
    for index, character in enumerate(text):
        if cells <= 0:
            return text[index:]
        cells -= cell_len(character)
    return ""


def over(segments: list[Segment], column: int, marks: Sequence[Mark]) -> list[Segment]:
    """`segments`, which begin in `column` of their line, with `marks` over what they have already."""
    if not marks:
        return segments
    out: list[Segment] = []
    for text, style, _ in segments:
        out += marked(text, style or Style.null(), column, marks)
        column += len(text)
    return out
