"""A row of the palette as a line: its group, what it says with what was typed marked in it, its note."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment

from faqtui.view.lines import Line, chosen, exactly, fit, marked
from faqtui.view.overlays.choices import Narrowed
from faqtui.view.theme import Skin

GROUP_COLUMN = 7
"""Cells for the name of a group of rows, left of the first."""

GROUPS_FROM = 60
"""Columns from which there is room for it."""


def choice_line(row: Narrowed, width: int, skin: Skin, *, is_first: bool, is_selected: bool) -> Line:
    """`row` in `width` cells; the first of its group has the group's name, the selected one a bar."""
    choice, spans = row
    glyphs, style = skin.glyphs, skin.theme.style
    note = f" {choice.note} "
    groups = GROUP_COLUMN if width >= GROUPS_FROM else 0
    text = fit(choice.text, max(8, width - 2 - groups - cell_len(note)), glyphs.ellipsis)
    base = style("ui.current" if is_selected else "ui.category" if choice.category is not None else "")
    seen = len(text) if text == choice.text else len(text) - len(glyphs.ellipsis)
    segments = [
        Segment(f" {choice.group if is_first else '':<{groups}}"[: groups + 1], style("ui.dim")),
        Segment(glyphs.bar if is_selected else " ", style("ui.bar")),
        *marked(text, base, 0, [(start, min(end, seen), style("ui.match")) for start, end in spans]),
    ]
    line = [*exactly(segments, width - cell_len(note)), Segment(note, style("ui.dim"))]
    return chosen(line, style("ui.selected"), glyphs.bar) if is_selected else line
