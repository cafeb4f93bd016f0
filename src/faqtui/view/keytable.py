"""The action table as tables for people: README's, and that of ``faqtui keys``."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.view.actions import ACTIONS, Action, Pane, groups, key_name

COLUMNS = ("in the filter", "in the tree", "in the answer")


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


def text(table: Sequence[Action] = ACTIONS) -> str:
    """The same in columns, under the headings of the help."""
    rows = [
        (heading, [(action.description, *_cells(action)) for action in actions]) for heading, actions in groups(table)
    ]
    widths = [max(len(row[i]) for _, group in rows for row in group) for i in range(4)]
    widths = [max(width, len(title)) for width, title in zip(widths, ("", *COLUMNS), strict=True)]
    # Keys first: the description is the widest column, and the last one is not padded.
    lines = ["  ".join(title.ljust(width) for title, width in zip(COLUMNS, widths[1:], strict=True)).rstrip()]
    for heading, group in rows:
        lines += ["", heading]
        for description, *cells in group:
            padded = [cell.ljust(width) for cell, width in zip(cells, widths[1:], strict=True)]
            lines.append("  ".join([*padded, description]))
    return "\n".join(lines)
