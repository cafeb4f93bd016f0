"""All keys, generated from the action table, and what can be typed into the filter; letters behind a slash say which."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events

from faqtui.tui.overlays.overlay import Overlay, OverlayBox
from faqtui.view.actions import Action, Pane, groups, key_name
from faqtui.view.choices import fits
from faqtui.view.lines import Line
from faqtui.view.queries import QUERIES
from faqtui.view.theme import Skin

KEY_COLUMN = 18
"""Cells for the keys, left of what they do."""

FILTER_KEYS = (("/", "find a key"),)
FINDING_KEYS = (("a-z", "find"),)

EDITING = (
    ("left right", "The cursor by a letter; alt+left alt+right by a word"),
    ("home end", "To the beginning, to the end; ctrl+a and ctrl+e too"),
    ("ctrl+w", "Delete the word before the cursor; alt+d the one behind"),
    ("ctrl+u ctrl+k", "Delete what is before the cursor, what is behind it"),
)
"""Keys that edit the line in the filter, and what they do."""


class Row(NamedTuple):
    """A line of the help: keys or words to type, what they do, and where else than everywhere."""

    heading: str
    keys: str
    does: str
    where: str = ""
    also: str = ""


def rows(actions: Sequence[Action]) -> Iterator[Row]:
    """All rows: the keys of `actions` under their headings, then queries and editing."""
    for heading, members in groups(actions):
        for action in members:
            panes = [pane for pane in Pane if action.keys(pane)]
            if not panes:
                continue
            keys = " ".join(key_name(key) for key in action.all_keys())
            letters = set(panes) == {Pane.TREE, Pane.ANSWER}
            where = "" if len(panes) == len(Pane) or letters else " ".join(panes)
            yield Row(heading, keys, action.description, where, f"{action.name} {action.also}")
    for words, means in QUERIES:
        yield Row("Queries in the filter", words, means, also="query language syntax search")
    for keys, does in EDITING:
        yield Row("Editing the filter", keys, does, also="edit line cursor")


class HelpScreen(Overlay[None]):
    """The keys of `actions`, by what they are for, those of all panes."""

    def __init__(self, skin: Skin, actions: Sequence[Action]) -> None:
        self.box = OverlayBox("Keys", self._lines, skin, FILTER_KEYS)
        super().__init__(skin, self.box)
        self._rows = list(rows(actions))
        self._typed: str | None = None

    def _lines(self, columns: int) -> list[Line]:
        style, width = self.skin.theme.style, max(16, columns - 2)
        words = (self._typed or "").lower().split()
        lines: list[Line] = []
        heading = ""
        for row in self._rows:
            if not fits(words, f"{row.heading} {row.keys} {row.does} {row.also}"):
                continue
            if row.heading != heading:
                lines += [[], [Segment(row.heading, style("heading"))]]
                heading = row.heading
            first, *more = textwrap.wrap(row.does, max(16, width - KEY_COLUMN)) or [""]
            line = [Segment(f"  {row.keys:<{KEY_COLUMN - 3}} ", style("ui.key")), Segment(first)]
            if row.where and not more and KEY_COLUMN + len(first) + len(row.where) + 4 <= width:
                line.append(Segment(f"  {row.where}", style("ui.dim")))
            lines.append(line)
            lines += [[Segment(" " * KEY_COLUMN + text)] for text in more]
        if words:
            return lines[1:] or [[Segment("no key does that", style("ui.note"))]]
        hint = "In the filter every letter is text. Tab leaves it; then letters act as keys."
        return [*lines[1:], [], *[[Segment(text, style("ui.note"))] for text in textwrap.wrap(hint, width)]]

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
        self.box.show_keys(FILTER_KEYS if typed is None else FINDING_KEYS)
        self.box.top = 0
        self.box.lay_out_anew()
