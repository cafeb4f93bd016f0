"""What the palette offers and how typing narrows it: actions and categories as rows. Pure data, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from faqtui.model import Category, CategoryNode, Span
from faqtui.search.highlight import joined
from faqtui.view.actions import Action, key_name

SCATTERED = 2
"""How badly letters fit that only stand in the right order."""


class Choice(NamedTuple):
    """A row of the palette: what it says, what stands at its right end, and what it is for (one of the two)."""

    text: str
    note: str
    action: str | None = None
    category: Category | None = None


class Narrowed(NamedTuple):
    """A choice that what is typed fits, and where it fits (spans of its text)."""

    choice: Choice
    spans: tuple[Span, ...]


def choices(actions: Iterable[Action], categories: Iterable[CategoryNode]) -> list[Choice]:
    """All that can be chosen: the actions in the order of the table with their keys, then the categories of the tree."""
    rows = [
        Choice(action.description, " ".join(key_name(key) for key in action.all_keys()), action=action.id)
        for action in actions
        if action.id != "palette"
    ]
    return rows + [Choice(" / ".join(node.path), f"{node.count:,}", category=node.path) for node in categories]


def narrow(rows: Sequence[Choice], typed: str) -> list[Narrowed]:
    """The rows that every word of `typed` fits, best first; with nothing typed all, as they are.

    A word fits best at the start of a word, then inside one; scattered letters count only where nothing fits better.
    """
    words = typed.lower().split()
    found: list[tuple[int, bool, Narrowed]] = []
    for row in rows:
        lowered = row.text.lower()
        text = lowered if len(lowered) == len(row.text) else row.text  # İ becomes two: a span would be off
        fits = [_fit(word, text) for word in words]
        if all(fits):
            spans = joined(span for _, spans in filter(None, fits) for span in spans)
            costs = [cost for cost, _ in filter(None, fits)]
            found.append((sum(costs), SCATTERED in costs, Narrowed(row, spans)))
    found.sort(key=lambda one: one[0])
    whole = [row for _, scattered, row in found if not scattered]
    return whole or [row for *_, row in found]


def _fit(word: str, text: str) -> tuple[int, list[Span]] | None:
    """How badly `word` fits `text` (0, 1, `SCATTERED`) and where; None where it does not."""
    at = -1
    while (at := text.find(word, at + 1)) >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return 0, [(at, at + len(word))]
    at = text.find(word)
    if at >= 0:
        return 1, [(at, at + len(word))]
    spans: list[Span] = []
    at = -1
    for letter in word:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        spans.append((at, at + 1))
    return SCATTERED, spans
