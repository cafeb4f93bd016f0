"""The filter: running what is typed into it, listing what was found, and clearing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from faqtui.live.bursts import Bursts
from faqtui.live.meant import MeantSearch
from faqtui.live.searching import LiveSearch
from faqtui.view.actions import Pane
from faqtui.view.rows import EntryRow, NoteRow

if TYPE_CHECKING:
    from faqtui.model import Entry
    from faqtui.tui.showing import Showing
    from faqtui.tui.stage import Stage
    from faqtui.view.listing import FilterHits


class Filtering:
    """Has the query of the filter run, and lists what was found."""

    def __init__(self, stage: Stage, showing: Showing) -> None:
        self._stage = stage
        self._showing = showing
        self.bursts = Bursts(self._take_over)
        self.search = self._search(None)
        self.meant = MeantSearch(
            stage, lambda: self.search, self._meant_came, is_on=lambda: stage.session.options.by_meaning
        )

    def _search(self, before: LiveSearch | None) -> LiveSearch:
        found, indexing = self._came, self._still_indexing
        return LiveSearch(self._stage, self._showing.faq, found=found, indexing=indexing, before=before)

    def adopt(self) -> None:
        """Search in another FAQ from now on."""
        self.search.forget()
        self.meant.forget()
        self.search = self._search(self.search)

    def run(self, query: str) -> None:
        """Show the best hits for `query`, or everything where it is empty; nothing before there is something to look in."""
        if self._stage.session.loading is not None:
            return
        if not query.strip():
            self.search.forget()
            self.meant.forget()
            self.bursts.forget()
            self._showing.browse(self._showing.position())
            self._stage.draw_surround()
            return
        self.search.find(query)
        self.meant.typed(query)

    def clear(self) -> None:
        """Empty the filter and list everything at once, not when its message comes round."""
        with self._stage.filter.prevent(Input.Changed):
            self._stage.filter.set_query("")
        self.run("")

    def _came(self, hits: FilterHits) -> None:
        """Show a result soon; it comes within the key event or later."""
        if hits.query == self._stage.filter.value:
            self.bursts.came(hits, slow=self._stage.session.has_slow_link)
            self.meant.words_came(hits.query)

    def _meant_came(self, hits: FilterHits) -> None:
        """Show what a sentence means, unless somebody has turned to what its words found."""
        listing, row = self._showing.listing, self._stage.tree_view.selected
        chosen = isinstance(row, EntryRow) and row.position != listing.best()
        if hits.query == self._stage.filter.value and self._stage.pane is Pane.FILTER and not chosen:
            self.bursts.forget()
            self._take_over(hits)

    def _take_over(self, hits: FilterHits) -> None:
        if hits.query != self._stage.filter.value:
            return
        self._showing.listing.take(hits)
        self._showing.list_rows()
        self._showing.show_row(anew=True)
        self._stage.draw_surround()

    def _still_indexing(self, done: int, of: int) -> None:
        """Say how far the index is; what is typed stays in the filter and runs when it is ready."""
        if self._stage.filter.value.strip():
            self._stage.tree_view.show_rows([NoteRow(f"indexing {done:,}/{of:,}")], -1)

    def similar_to(self, entry: Entry) -> list[tuple[int, str]]:
        """Position and question of entries like `entry`, as far as they are known by now."""
        return self.search.similar_to(entry)
