"""Which details of an answer are folded: long ones, unless the reader opened them or something in them is found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from faqtui.render import DetailsPlace
from faqtui.render.nodes import Details

if TYPE_CHECKING:
    from faqtui.view.matches import SpansOf


class Folding:
    """Decides about the details of one answer; called by the layout with the number of each and with what it is."""

    def __init__(self) -> None:
        self.needle = ""
        self.spans_of: SpansOf | None = None
        self._chosen: dict[int, bool] = {}

    def __call__(self, number: int, block: Details) -> bool:
        """Whether `block` is folded."""
        from faqtui.render.folding import is_long, texts  # few answers have details

        chosen = self._chosen.get(number)
        if chosen is False or (chosen is None and not is_long(block)):
            return False
        if self.needle and self._holds_needle(block):
            # What was found is not hidden again when looking for it ends: the reader is in the middle of it.
            self._chosen[number] = False
            return False
        if chosen is None and self.spans_of is not None:
            return not any(self.spans_of(text) for text in texts(block))
        return True

    def set(self, numbers: Iterable[int], *, folded: bool) -> None:
        """Fold or open some, as the reader wants it."""
        for number in numbers:
            self._chosen[number] = folded

    def would_open(self, places: Iterable[DetailsPlace]) -> bool:
        """Whether one of `places` is folded and has in it what is looked for."""
        return bool(self.needle) and any(place.folded and self._holds_needle(place.block) for place in places)

    def _holds_needle(self, block: Details) -> bool:
        from faqtui.letters import exact, fold
        from faqtui.render.folding import texts

        compared = fold if self.needle == self.needle.lower() else exact
        wanted = compared(" ".join(self.needle.split()))
        return any(wanted in compared(text) for text in texts(block))
