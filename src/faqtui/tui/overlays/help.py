"""All keys, generated from the action table, and what can be typed into the filter; letters behind a slash say which."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.actions import Action
from faqtui.view.lines import Line
from faqtui.view.overlays.help_rows import help_lines, rows
from faqtui.view.theme import Skin

FILTER_KEYS = (("/", "find a key"),)
FINDING_KEYS = (("a-z", "find"),)


class HelpScreen(Overlay[None]):
    """The keys of `actions`, by what they are for, those of all panes."""

    def __init__(self, skin: Skin, actions: Sequence[Action]) -> None:
        self.box = OverlayBox("Keys", self._lines, skin, FILTER_KEYS)
        super().__init__(skin, self.box)
        self._rows = list(rows(actions))
        self._typed: str | None = None

    def _lines(self, columns: int) -> list[Line]:
        return help_lines(self._rows, self._typed or "", max(16, columns - 2), self.skin.theme)

    def on_key(self, event: events.Key) -> None:
        """A slash begins to say which keys are meant; escape ends that before it closes."""
        if self._typed is None:
            if event.character == "/":
                event.stop()
                self._find("")
            return
        if event.key == "escape":
            self._find(None)
        elif event.key == "backspace":
            self._find(self._typed[:-1] if self._typed else None)
        elif event.is_printable and event.character:
            self._find(self._typed + event.character)
        else:
            return
        event.stop()

    def _find(self, typed: str | None) -> None:
        self._typed = typed
        self.box.title = "Keys" if typed is None else f"Keys / {typed}"
        self.box.scrolling = (("j k" if typed is None else "up down", "scroll"),)
        self.box.show_keys(FILTER_KEYS if typed is None else FINDING_KEYS)
        self.box.top = 0
        self.box.lay_out_anew()
