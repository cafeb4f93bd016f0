"""Tabs of HTML: elements that stand together and each name a panel further down, of which one is shown at a time.

What a tab says is the title of its panel: a heading above questions, a bold line above all else.
"""

from __future__ import annotations

import re
from typing import Any

from faqtui.formats.html.html_inline import plain
from faqtui.formats.html.html_nodes import HEADINGS, below
from faqtui.records import NamedTuple

_TOGGLES = frozenset({"tab", "pill"})
_CLASS = re.compile(r"(?:^|[\s_-])tabs?(?:$|[\s_-])", re.IGNORECASE)
_LISTS = frozenset({"ul", "ol", "div"})
_MOST, _LONGEST = 30, 80
"""Tabs that stand in one list, and characters of one."""

_AROUND = 4
"""Elements around a tab among which the list of all tabs is looked for."""


class Tab(NamedTuple):
    """A tab; `levels` is of all those that it stands with: the level of their headings, once one is written."""

    node: Any
    levels: list[int]

    def level(self, panel: Any, above: int, *, marked: bool) -> int | None:
        """The level of a heading that the tab is for its panel, below one of the level `above`; None where it is none.

        `marked` says that questions are marked in the panel.
        """
        inside = below(panel, 12)
        headings = [HEADINGS[node.name] for node in inside if node.name in HEADINGS]
        if not headings and not marked and not any(node.name in {"details", "dt"} for node in inside):
            return None
        if not self.levels:
            self.levels.append(max(1, min([above + 1, *(level - 1 for level in headings)])))
        return self.levels[0]


class Tabs:
    """Collects the tabs and panels of a page while it is looked at, and tells them when it is written."""

    def __init__(self) -> None:
        self.nodes: set[int] = set()
        """The elements that are tabs."""

        self.silent: set[int] = set()
        """What is not written where it stands: the tabs, or the lists of nothing else."""

        self._titles: dict[int, Tab] = {}
        self._seen: list[tuple[int, Any, str]] = []
        self._named: dict[str, tuple[int, Any]] = {}
        self._labelled: dict[str, tuple[int, Any]] = {}
        self._lists: list[Any] = []
        self._count = 0

    def see(self, node: Any) -> None:
        """Look at one element; they come in order."""
        given = getattr(node, "attrs", None)
        if not given:
            return
        self._count += 1
        if node.name in _LISTS and _CLASS.search((given.get("class") or "")[:200]):
            self._lists.append(node)
        if given.get("id"):
            self._named.setdefault(given["id"], (self._count, node))
        if given.get("role") == "tabpanel" and given.get("aria-labelledby"):
            self._labelled.setdefault(given["aria-labelledby"], (self._count, node))
        if given.get("role") == "tab" or (given.get("data-toggle") or given.get("data-bs-toggle")) in _TOGGLES:
            target = (
                given.get("aria-controls")
                or given.get("data-bs-target")
                or given.get("data-target")
                or given.get("href")
            )
            self._seen.append((self._count, node, (target or "").strip().lstrip("#")))

    def seen(self) -> None:
        """Everything was looked at: tabs that stand together above all of their panels are joined to these."""
        together: list[tuple[Any, Any]] = []
        first = 0  # where the first of their panels stands
        for place, node, target in self._seen:
            at, panel = self._named.get(target) or self._labelled.get((node.attrs or {}).get("id") or "") or (0, None)
            if panel is None or at < place:
                continue
            if together and place > first:
                self._join(together)
                together, first = [], 0
            together.append((node, panel))
            first = min(first, at) if first else at
        self._join(together)
        for tabs in self._lists:
            self._join_by_place(tabs)

    def _join_by_place(self, tabs: Any) -> None:
        """Join a list of short texts with the list of as many panels that stands behind it: both are called tabs."""
        around = _elements(tabs.parent) if tabs.parent is not None else []
        place = next((place for place, child in enumerate(around) if child is tabs), len(around)) + 1
        panels = around[place] if place < len(around) else None
        if panels is None or not any(panels is one for one in self._lists):
            return
        titles, shown = _elements(tabs), _elements(panels)
        if 1 < len(titles) == len(shown) and all(0 < len(plain(title).strip()) <= _LONGEST for title in titles):
            self._join([pair for pair in zip(titles, shown, strict=True) if id(pair[1]) not in self._titles])

    def _join(self, together: list[tuple[Any, Any]]) -> None:
        if len(together) < 2:
            return  # the title of a fold may have this role too
        levels: list[int] = []
        for node, panel in together:
            self._titles.setdefault(id(panel), Tab(node, levels))
            self.nodes.add(id(node))
        said = "".join("".join(plain(node) for node, _ in together).split())
        around = together[0][0]
        for _ in range(_AROUND):
            around = getattr(around, "parent", None)
            if around is not None and "".join(plain(around).split()) == said:
                self.silent.add(id(around))
                return
        self.silent.update(id(node) for node, _ in together)

    def title(self, panel: Any) -> Tab | None:
        """The tab of a panel, told once."""
        return self._titles.pop(id(panel), None)


def _elements(node: Any) -> list[Any]:
    """The first elements in a node."""
    return [child for child in (node.children or [])[: 8 * _MOST] if child.name[0] not in "#!"][: _MOST + 1]
