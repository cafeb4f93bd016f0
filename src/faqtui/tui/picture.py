"""Of a frame only what may be another: Textual's compositor, without the lines that it would draw and throw away.

Where a few lines have changed, Textual's own asks each widget between the first and the last of them for all of its lines,
what is behind others included, draws what it has drawn before, and leaves it to the terminal to see that nothing is new. This
one asks for lines that are to be drawn and are not covered, and hands on those that are not there already. What comes out is
the same. Of Textual's private parts (8.2) it uses those that its base class has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from textual import _compositor
from textual._compositor import Compositor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from faqtui.view.lines import runs

Span = tuple[int, int, int]
"""A part of a line: its number, and the columns where it begins and ends."""

Pieces = dict[int, "Strip | None"]
"""A line in the pieces that it is cut into where widgets begin and end, by their first columns."""


class Picture(Compositor):
    """Composes a screen, and knows what of it has been drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: dict[tuple[int, int], Strip] = {}
        """The pieces that are on the terminal, by line and column, as far as that is known."""

    def forget(self) -> None:
        """Something else may have been drawn over it."""
        self._drawn.clear()

    def reflow(self, parent: Widget, size: Size) -> _compositor.ReflowResult:
        """Lay out anew."""
        self.forget()
        return super().reflow(parent, size)

    def render_full_update(self, simplify: bool = False) -> _compositor.LayoutUpdate:
        """Everything, whatever has been drawn."""
        self.forget()
        return super().render_full_update(simplify)

    def render_partial_update(self) -> _compositor.ChopsUpdate | None:
        """What is dirty, as far as it is another than what has been drawn; None where nothing is dirty."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        lines = self._lines(spans)
        ends = [cuts[1:] for cuts in self.cuts]
        # One of them stays in any case: with it goes where the cursor is.
        others = [span for span in spans if self._leave_out(span, lines[span[0]], ends[span[0]])]
        return _compositor.ChopsUpdate(lines, others or spans[:1], ends)

    def _leave_out(self, span: Span, line: Pieces, ends: Sequence[int]) -> bool:
        """Take those pieces of a line from `span` that have been drawn; whether any is left."""
        y, first, last = span
        is_left = False
        for end, (x, piece) in zip(ends, line.items(), strict=True):
            if piece is None or x >= last or end <= first:
                continue
            if first <= x and end <= last:
                if self._drawn.get((y, x)) == piece:
                    line[x] = None
                    continue
                self._drawn[y, x] = piece
            else:
                self._drawn.pop((y, x), None)
            is_left = True
        return is_left

    def _lines(self, spans: Iterable[Span]) -> list[Pieces]:
        """The lines of the screen, with those pieces that are seen in `spans`."""
        cuts = self.cuts
        lines: list[Pieces] = [{} for _ in cuts]
        missing: dict[int, set[int]] = {}
        """Of each line where the pieces begin that nothing has been drawn for yet."""
        for y, first, last in spans:
            lines[y] = lines[y] or dict.fromkeys(cuts[y][:-1])
            inside = [x for x, end in pairwise(cuts[y]) if x < last and end > first]
            missing.setdefault(y, set()).update(inside)
        for widget, (
            region,
            clip,
        ) in self.visible_widgets.items():  # from front to back: what is in front covers the rest
            left, top, width, height = region.intersection(clip)
            right = left + width
            rows = [y for y in missing if top <= y < top + height and any(left <= x < right for x in missing[y])]
            for begin, end in runs(rows):
                part = Region(left - region.x, begin - region.y, width, end - begin)
                for y, strip in zip(range(begin, end), widget.render_lines(part), strict=False):
                    line = lines[y]
                    places = [x for x in cuts[y] if left <= x <= right]
                    for x, piece in zip(places, strip.divide([x - left for x in places[1:]]), strict=False):
                        if line[x] is None:
                            line[x] = piece
                    missing[y].difference_update(places[:-1])
        return lines
