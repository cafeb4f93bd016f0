"""``faqtui keys``: every key of the screen, from the action table and the settings; and README's table of them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from faqtui.commands.arguments import Command, Given, no_options
from faqtui.commands.console import Console
from faqtui.errors import UsageError
from faqtui.view.actions import ACTIONS, Action, Pane, groups, key_name

LEAST = 20
"""Cells for what a key does beside it; where there are fewer, it stands below."""

BELOW = 4
"""Cells that it is indented by there."""

COLUMNS = ("in the filter", "in the tree", "in the answer")


def run(console: Console, _: Given, operands: Sequence[str]) -> int:
    """Print the keys, the user's own among them, under what they are for. Raises UsageError for an operand."""
    if operands:
        raise UsageError(f"keys: takes no arguments, so {operands[0]} means nothing")
    from faqtui.view.keymap import from_settings

    console.write(text(from_settings(console.settings), console.columns if console.is_terminal else 0) + "\n")
    return 0


def _cells(action: Action) -> list[str]:
    return [" ".join(key_name(key) for key in action.keys(pane)) for pane in Pane]


def markdown() -> str:
    """A Markdown table of all actions, a row each."""
    lines = [f"| | {' | '.join(COLUMNS)} |", "| --- " * 4 + "|"]
    for _, actions in groups():
        for action in actions:
            cells = [" ".join(f"`{key}`" for key in cell.split()) for cell in _cells(action)]
            lines.append(f"| {action.description} | {' | '.join(cells)} |")
    return "\n".join(lines)


def text(table: Sequence[Action] = ACTIONS, width: int = 0) -> str:
    """All actions in columns, under the headings of the help; what they do is broken at words to fit `width` cells (0: any)."""
    rows = [
        (heading, [(action.description, *_cells(action)) for action in actions]) for heading, actions in groups(table)
    ]
    widths = [max(len(row[i]) for _, group in rows for row in group) for i in range(4)]
    widths = [max(width, len(title)) for width, title in zip(widths, ("", *COLUMNS), strict=True)]
    # Keys first: the description is the widest column, and the last one is not padded.
    lines = ["  ".join(title.ljust(width) for title, width in zip(COLUMNS, widths[1:], strict=True)).rstrip()]
    before = sum(widths[1:]) + 2 * len(COLUMNS)
    is_below = 0 < width < before + LEAST
    before = BELOW if is_below else before
    room = max(LEAST, width - before) if width else 0
    for heading, group in rows:
        lines += ["", heading]
        for description, *cells in group:
            padded = [cell.ljust(column) for cell, column in zip(cells, widths[1:], strict=True)]
            told = textwrap.wrap(description, room) if room else [description]
            lines.append("  ".join(padded if is_below else [*padded, told.pop(0)]).rstrip())
            lines += [" " * before + line for line in told]
    return "\n".join(lines)


COMMAND = Command(usage="faqtui keys [options]", options=no_options, run=run, words=())
