"""The entries that were read, in order, each with how far down: pure data behind going back and forward."""

from __future__ import annotations

from collections.abc import Callable

from faqtui.records import NamedTuple

MOST = 500
"""Places kept; the oldest go first."""


class Place(NamedTuple):
    """Where a reader was: an entry's id and the first line in view."""

    entry: str
    top: int = 0


class History:
    """Places read, of which one is the present; those behind it are gone once something else is read."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def present(self) -> Place | None:
        """What was read last, or gone back to."""
        return self._places[self._at] if self._places else None

    def visit(self, entry: str) -> None:
        """An entry is being read now."""
        if self.present is not None and self.present.entry == entry:
            return
        del self._places[self._at + 1 :]
        self._places.append(Place(entry))
        del self._places[:-MOST]
        self._at = len(self._places) - 1

    def note(self, place: Place) -> None:
        """Remember how far down the present entry is; a place in another one is nothing to remember."""
        if self.present is not None and self.present.entry == place.entry:
            self._places[self._at] = place

    def back(self, shown: str | None) -> Place | None:
        """The place before the present one, now the present; that itself where another entry is `shown`."""
        if self.present is None or self.present.entry != shown:
            return self.present
        return self._step(-1)

    def forward(self) -> Place | None:
        """The place that `back` left."""
        return self._step(1)

    def _step(self, step: int) -> Place | None:
        if not 0 <= self._at + step < len(self._places):
            return None
        self._at += step
        return self._places[self._at]

    def latest(self) -> list[Place]:
        """The places that were read, each entry once, as it was left last; the latest first."""
        latest: dict[str, Place] = {}
        for place in reversed(self._places):
            latest.setdefault(place.entry, place)
        return list(latest.values())

    def keep(self, exists: Callable[[str], bool]) -> None:
        """Drop the entries that are no longer there."""
        kept = [(i, place) for i, place in enumerate(self._places) if exists(place.entry)]
        self._at = sum(1 for i, _ in kept if i <= self._at) - 1
        self._places = [place for _, place in kept]
        if self._at < 0 and self._places:
            self._at = 0
