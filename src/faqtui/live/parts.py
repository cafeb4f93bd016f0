"""The parts of an answer that one goes to or folds: its headings and its details, those that are folded away too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.live.scrolling import Scrolling
from faqtui.render import Blocks, DetailsPlace
from faqtui.render.nodes import Heading, walk
from faqtui.view.answer.page import Spot

if TYPE_CHECKING:
    from faqtui.live.around import PageView
    from faqtui.live.finding import PageMatches


class Parts:
    """The parts of the page that `pane` shows."""

    def __init__(self, pane: PageView, scrolling: Scrolling, finding: PageMatches) -> None:
        self._pane = pane
        self._scrolling = scrolling
        self._finding = finding
        self.blocks: Blocks | None = None
        """What the page is laid out from; None where that is no text."""

    def headings(self) -> Sequence[Heading]:
        """The headings of the answer, as far as it is read, those in folded details too."""
        blocks = self.blocks.blocks[:] if self.blocks is not None else ()
        return [block for block in walk(blocks) if isinstance(block, Heading)]

    def go_to(self, heading: Heading) -> None:
        """Bring a heading to the top, of a long answer as soon as it is laid out; details around it open."""
        layout = self._pane.page_shown.layout
        while layout is not None and (index := layout.heading_line(heading)) is None:
            around = [p for p in layout.details if p.folded and any(b is heading for b in walk(p.block.blocks))]
            if not around:
                self._scrolling.wait_for(heading.spans[0].start)
                return
            self.fold(around, folded=False)
            layout = self._pane.page.layout
        if layout is not None and index is not None:
            self._scrolling.bring(self._pane.page.above + index)

    def details(self) -> Sequence[DetailsPlace]:
        """What can be folded in the answer."""
        layout = self._pane.page_shown.layout
        return layout.details[:] if layout is not None else ()

    def details_in_view(self) -> Sequence[DetailsPlace]:
        """What of it begins where the reader looks."""
        start = self._scrolling.top - self._pane.page_shown.above
        return [place for place in self.details() if start <= place.line_index < start + self._pane.size.height]

    def fold(self, places: Sequence[DetailsPlace], *, folded: bool) -> None:
        """Fold or open details; what stands above them stays where it is."""
        self._finding.folding.set([place.number for place in places], folded=folded)
        self._pane.lay_out_again()

    def touch(self, spot: Spot) -> bool:
        """Fold or open the details whose title is at `spot`; whether one is there."""
        page = self._pane.page_shown
        run, index = page.run_at(spot), page.index(spot.line)
        opening = [place for place in self.details() if place.line_index <= index][-1:]
        is_title = opening and (opening[0].line_index == index or (run is not None and "summary" in run.style.split()))
        if is_title:
            self.fold(opening, folded=not opening[0].folded)
        return bool(is_title)
