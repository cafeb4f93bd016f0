"""What the palette offers and how typing narrows it: actions and categories as rows. Pure data, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from faqtui.model import Category, CategoryNode, Span
from faqtui.records import NamedTuple
from faqtui.search.highlight import joined
from faqtui.view.actions import COPY, FIND, LEAVE, READ, VIEW, Action, key_name

GROUPS = {COPY: "copy", FIND: "go", READ: "go", VIEW: "view", LEAVE: "more"}
"""What actions of a group of the help are in the palette, in its order."""

ONLY = "find"
SETTINGS = "set"
TOPICS = "topics"

Setting: TypeAlias = tuple[str, str | bool]
"""The name of a setting, and a value for it."""


class Choice(NamedTuple):
    """A row of the palette: what it says, what stands at its right end, and what it is for: an action, a category, a setting.

    A `facet` is put into the filter. `group` is what it belongs to, `also` are words that it does not show and is found by.
    """

    text: str
    note: str
    action: str | None = None
    category: Category | None = None
    group: str = ""
    also: str = ""
    setting: Setting | None = None
    facet: str = ""


class Narrowed(NamedTuple):
    """A choice that what is typed fits, and where it fits (spans of its text)."""

    choice: Choice
    spans: tuple[Span, ...]


def choices(
    actions: Sequence[Action], categories: Iterable[CategoryNode], between: Sequence[Choice] = ()
) -> list[Choice]:
    """All that can be chosen: the actions that have a name, by groups, what stands `between`, the categories of the tree."""
    rows = [
        Choice(action.name, " ".join(map(key_name, action.all_keys())), action=action.id, group=name, also=action.also)
        for group, name in GROUPS.items()
        for action in actions
        if action.name and action.group == group
    ]
    return [*rows, *between] + [
        Choice(" / ".join(node.path), f"{node.count:,}", category=node.path, group=TOPICS) for node in categories
    ]


def facets(counts: Iterable[tuple[str, int]]) -> list[Choice]:
    """What narrows the list to entries of one sort, for facets as they are typed and how many entries each lets through."""
    also = "filter narrow facet kind has restrict show list search query"
    return [
        Choice(f"Only {_ONLY[facet]}", f"{count:,}", group=ONLY, also=f"{also} {facet}", facet=facet)
        for facet, count in counts
        if facet in _ONLY
    ]


_ONLY = {
    "kind:how-to": "how-tos",
    "kind:error": "errors and what to do about them",
    "kind:yes-no": "yes-or-no questions",
    "kind:explanation": "explanations",
    "kind:reference": "reference",
    "has:code": "with code",
    "has:link": "with links",
}
"""Facets, and what they leave."""


def settings(theme: str, themes: Iterable[str], *, mouse: bool, wrap: bool) -> list[Choice]:
    """The settings that can be changed at once; those that hold are told."""

    def row(text: str, also: str, name: str, value: str | bool, now: str | bool) -> Choice:
        return Choice(text, "now" if value == now else "", group=SETTINGS, also=also, setting=(name, value))

    looks = (
        "colours colors scheme appearance look dark light bright night day mode background settings preferences options"
    )
    reports = "click wheel select terminal settings preferences options"
    lines = "wrap fold scroll pan width wide overflow cut settings preferences options"
    return [
        # That of now is first: typing "theme" selects it, and nothing changes its colours before somebody chooses.
        *(row(f"Theme {name}", looks, "theme", name, theme) for name in sorted(themes, key=lambda name: name != theme)),
        row("Mouse for faqtui", reports, "mouse", True, mouse),
        row("Mouse for the terminal's own selection", reports, "mouse", False, mouse),
        row("Break long lines of code", lines, "wrap", True, wrap),
        row("Scroll long lines of code", lines, "wrap", False, wrap),
    ]


def told_of(name: str, value: str | bool) -> str:
    """What is said once a setting has another value."""
    if name == "theme":
        return f"theme: {value}"
    if name == "wrap":
        return f"long lines of code {'are broken' if value else 'scroll'}"
    return f"mouse: {'faqtui' if value else 'the terminal'}"


def narrow(rows: Sequence[Choice], typed: str) -> list[Narrowed]:
    """The rows that every word of `typed` fits, best first; with nothing typed all, as they are.

    A word fits where it begins a word of what the row says, or less well another word for it. Letters inside words count
    only where no beginning fits.
    """
    words = typed.lower().split()
    for begins in (True, False):
        found: list[tuple[int, Narrowed]] = []
        for row in rows:
            lowered = row.text.lower()
            text = lowered if len(lowered) == len(row.text) else row.text  # İ becomes two: a span would be off
            at = [_find(word, text, begins=begins) for word in words]
            missing = [word for word, place in zip(words, at, strict=True) if place < 0]
            if all(_find(word, row.also, begins=begins) >= 0 for word in missing):
                spans = [(place, place + len(word)) for word, place in zip(words, at, strict=True) if place >= 0]
                found.append((2 * len(missing) + (0 not in at), Narrowed(row, joined(spans))))
        if found:
            break
    if words:
        found.sort(key=lambda one: one[0])
    return [row for _, row in found]


def fits(words: Iterable[str], text: str) -> bool:
    """Whether each of `words`, in small letters, begins a word of `text`."""
    lowered = text.lower()
    return all(_find(word, lowered, begins=True) >= 0 for word in words)


def _find(word: str, text: str, *, begins: bool) -> int:
    """Where `word` stands in `text`, at the beginning of a word where `begins`; -1 where it does not."""
    at = text.find(word)
    while begins and at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at
