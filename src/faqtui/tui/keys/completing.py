"""Finishing facets (``topic:``, ``kind:``, ``has:``) while they are typed: offers in the status line, tab takes the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.view.actions import Pane

if TYPE_CHECKING:
    from textual import events

    from faqtui.search.facets import Completion
    from faqtui.tui.keys.filtering import Filtering
    from faqtui.tui.stage import Stage


class Completing:
    """Offers what the facet before the cursor can become."""

    def __init__(self, stage: Stage, filtering: Filtering) -> None:
        self._stage = stage
        self._filtering = filtering
        self._offers: tuple[Completion, ...] = ()

    def typed(self, query: str) -> None:
        """The filter has changed: work out what there is to offer."""
        self._offers = ()
        if ":" in query and self._filtering.search.is_ready:
            from faqtui.search.facets import complete  # for those who know facets

            stage = self._stage
            self._offers = complete(query, stage.filter.cursor_position, stage.session.faq.index)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The offers for the footer, with how many entries each would leave; none outside the filter."""
        if not self._offers or self._stage.pane is not Pane.FILTER:
            return ()
        first, *others = self._offers
        return (
            ("tab", "completes:"),
            (first.text, f"{first.count:,}"),
            *[(offer.text.partition(":")[2], f"{offer.count:,}") for offer in others],
        )

    def take(self, key: events.Key) -> bool:
        """Use up a tab while there is something to complete."""
        if key.key != "tab" or not self.keys():
            return False
        from faqtui.search.facets import accept

        field = self._stage.filter
        field.value, field.cursor_position = accept(field.value, self._offers[0])
        return True
