"""The help: keys with what they do, from the action table, what can be typed into the filter, and the lines that show them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.segment import Segment

from faqtui.records import NamedTuple
from faqtui.view.actions import Action, Pane, groups, key_name
from faqtui.view.lines import Line
from faqtui.view.overlays.choices import fits
from faqtui.view.queries import QUERIES
from faqtui.view.theme import Theme

KEY_COLUMN = 18
"""Cells for the keys, left of what they do."""

EDITING = (
    ("left right", "The cursor by a letter; alt+left alt+right by a word"),
    ("home end", "To the beginning, to the end; ctrl+a and ctrl+e too"),
    ("ctrl+w", "Delete the word before the cursor; alt+d the one behind"),
    ("ctrl+u ctrl+k", "Delete what is before the cursor, what is behind it"),
)
"""Keys that edit the line in the filter, and what they do."""


class HelpRow(NamedTuple):
    """A line of the help: keys or words to type, what they do, and where else than everywhere."""

    heading: str
    keys: str
    does: str
    where: str = ""
    also: str = ""


def rows(actions: Sequence[Action]) -> Iterator[HelpRow]:
    """All rows: the keys of `actions` under their headings, then queries and editing."""
    for heading, members in groups(actions):
        for action in members:
            panes = [pane for pane in Pane if action.keys(pane)]
            if not panes:
                continue
            keys = " ".join(key_name(key) for key in action.all_keys())
            letters = set(panes) == {Pane.TREE, Pane.ANSWER}
            where = "" if len(panes) == len(Pane) or letters else " ".join(panes)
            yield HelpRow(heading, keys, action.description, where, f"{action.name} {action.also}")
    for words, means in QUERIES:
        yield HelpRow(
            "Queries in the filter", words, means, also="query language syntax search operator exact exclude fzf"
        )
    for keys, does in EDITING:
        yield HelpRow("Editing the filter", keys, does, also="edit line cursor")


def help_lines(rows: Sequence[HelpRow], typed: str, width: int, theme: Theme) -> list[Line]:
    """The rows that have all words of `typed`, in lines of `width` cells under their headings."""
    style = theme.style
    words = typed.lower().split()
    lines: list[Line] = []
    heading = ""
    for row in rows:
        if not fits(words, f"{row.heading} {row.keys} {row.does} {row.also}"):
            continue
        if row.heading != heading:
            lines += [[], [Segment(row.heading, style("heading"))]]
            heading = row.heading
        told = textwrap.wrap(row.does, max(16, width - KEY_COLUMN))
        keys = textwrap.wrap(row.keys, KEY_COLUMN - 3)
        for key, text in zip_longest(keys, told, fillvalue=""):
            lines.append([Segment(f"  {key:<{KEY_COLUMN - 3}} ", style("ui.key")), Segment(text)])
        if row.where and len(told) == 1 and KEY_COLUMN + len(row.does) + len(row.where) + 4 <= width:
            lines[-len(keys)].append(Segment(f"  {row.where}", style("ui.dim")))
    if words:
        return lines[1:] or [[Segment("no key does that", style("ui.note"))]]
    hint = "In the filter every letter is text. Tab leaves it; then letters act as keys."
    return [*lines[1:], [], *[[Segment(text, style("ui.note"))] for text in textwrap.wrap(hint, width)]]
