"""Tabs of HTML: elements that stand together and each name a panel further down, of which one is shown at a time.

What a tab says is the title of its panel: a heading above questions, a bold line above all else.
"""

from __future__ import annotations

from typing import Any

from faqtui.formats.html.html_inline import plain
from faqtui.formats.html.html_nodes import HEADINGS, below
from faqtui.records import NamedTuple

_TOGGLES = frozenset({"tab", "pill"})
_AROUND = 4
"""Elements around a tab among which the list of all tabs is looked for."""


class Tab(NamedTuple):
    """A tab; `levels` is of all those that it stands with: the level of their headings, once one is written."""

    node: Any
    levels: list[int]

    def level(self, panel: Any, above: int) -> int | None:
        """The level of a heading that the tab is for its panel, below one of the level `above`; None where it is none."""
        inside = below(panel, 12)
        headings = [HEADINGS[node.name] for node in inside if node.name in HEADINGS]
        if not headings and not any(node.name in {"details", "dt"} for node in inside):
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
        self._count = 0

    def see(self, node: Any) -> None:
        """Look at one element; they come in order."""
        given = getattr(node, "attrs", None)
        if not given:
            return
        self._count += 1
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
