"""Taking over a FAQ: the first one, one that came late, and a later reading of the same content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.live.rereading import same_place
from faqtui.view import room

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.tui.keys.filtering import Filtering
    from faqtui.tui.showing import Showing
    from faqtui.tui.stage import Stage


class Adopting:
    """Fills the main screen; `settled` is called when that is done."""

    def __init__(self, stage: Stage, showing: Showing, filtering: Filtering, settled: Callable[[], None]) -> None:
        self._stage = stage
        self._settled = settled
        self._showing = showing
        self._filtering = filtering

    def begin(self) -> None:
        """List what there is and show the first answer, or what was asked for."""
        stage, listing = self._stage, self._showing.listing
        open_id = stage.session.options.open_id
        start = self._showing.faq.find(open_id) if open_id else None
        listing.fold_what_does_not_fit(stage.app.size.height - room.AROUND, keep=start)
        if stage.filter.value.strip():
            self._filtering.run(stage.filter.value)
        else:
            self._showing.browse(start)
        self._settle()

    def arrive(self, faq: Faq) -> None:
        """Fill the screen with the FAQ that it was waiting for, and look for what was typed meanwhile."""
        self._adopt(faq)
        self._stage.session.arrived(faq)
        self.begin()

    def take(self, faq: Faq) -> None:
        """Show another reading of the same content, with entry, place, filter and focus as they were."""
        answer, query, showing = self._stage.answer, self._stage.filter.value, self._showing
        shown, top = answer.entry, answer.scrolling.top
        self._adopt(faq)
        position = same_place(faq, shown) if shown is not None else None
        if query.strip():
            self._filtering.run(query)
            hits = showing.listing.hits
            if position is not None and hits is not None and position in hits.positions:
                showing.list_rows(position)
        else:
            showing.browse(position)
        showing.show_row(anew=True)
        if position is not None and showing.position() == position:
            answer.scrolling.to(top)
        self._settle()

    def _adopt(self, faq: Faq) -> None:
        self._showing.adopt(faq)
        self._filtering.adopt()

    def _settle(self) -> None:
        if errors := self._showing.faq.errors:
            first, *more = errors
            also = f", and {len(more):,} more" if more else ""
            self._stage.say(f"not read: {Path(first.path).name}: {first.reason}{also}", good=False)
        self._settled()
