"""``faqtui keys``: every key, from the action table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from faqtui.commands.console import BOLD
from faqtui.tui.actions import Action, Pane, groups, key_name

if TYPE_CHECKING:
    from faqtui.commands.console import Console

_ROW = "  {:<16}{:<20}{}"


def run(console: Console, *, markdown: bool = False) -> int:
    """Print the keys, for a terminal or as a Markdown table."""
    console.write_lines(markdown_lines() if markdown else _lines(console))
    return 0


def _lines(console: Console) -> Iterator[str]:
    yield _ROW.format("in the filter", "elsewhere", "what it does")
    for group, actions in groups():
        yield ""
        yield console.styled(group, BOLD)
        for action in actions:
            filter_keys, other_keys = _keys(action)
            yield _ROW.format(" ".join(filter_keys), " ".join(other_keys), action.description)


def markdown_lines() -> Iterator[str]:
    """The keys as a Markdown table, a row for each action."""
    yield "| in the filter | elsewhere | what it does |"
    yield "| --- | --- | --- |"
    for _, actions in groups():
        for action in actions:
            cells = [" ".join(f"`{key}`" for key in keys) for keys in _keys(action)]
            yield f"| {cells[0]} | {cells[1]} | {action.description} |"


def _keys(action: Action) -> tuple[list[str], list[str]]:
    """The names of an action's keys in the filter, and in tree or answer."""
    elsewhere = dict.fromkeys(action.keys(Pane.TREE) + action.keys(Pane.ANSWER))
    return [key_name(key) for key in action.keys(Pane.FILTER)], [key_name(key) for key in elsewhere]
