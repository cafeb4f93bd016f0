"""What a page repeats, each alone in an element: pairs of a title that folds and what it unfolds, and headings with a text.

Where most of the titles ask, those that do not are questions as well, whatever the page calls them by its classes. Of headings
all ask: what stands outside of their elements answers none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from faqtui.formats.html.html_nodes import HEADINGS, below, classes
from faqtui.letters import ASKS

_FIRST = frozenset({"div", "span", "p", "label", "a", "b", "strong", "button"})
_SECOND = frozenset({"div", "section", "article", "p", "ul", "ol", "nav"})
_AROUND = frozenset({"div", "article", "li", "section"})
_HOLDING = frozenset({"details", "dt", "button"})
"""What may be a question itself."""

_BESIDE = frozenset({"input", "img", "svg", "i", "hr", "br"})
"""What may stand beside a pair and says nothing."""

_LEAST, _LEAST_ASKING, _MOST = 3, 2, 12
_LONGEST, _MOST_NODES = 300, 60
_OPENS = " \t\n\r+-\u2212\u203a\u25b8\u25bc\u25be\u2304"
"""Signs on a title that show how to open what is behind it."""


class Alike:
    """Collects pairs while a page is looked at."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str, str, str], list[tuple[Any, list[Any], bool]]] = {}
        self._headed: dict[tuple[str, str, str], list[tuple[Any, Any, bool]]] = {}

    def see(self, around: Any, elements: Sequence[Any]) -> None:
        """Look at the elements in one."""
        if len(elements) > 1 and elements[0].name in HEADINGS and _class(around) and around.name in _AROUND:
            self._see_heading(around, elements)
            return
        first, *others = [one for one in elements[: _MOST + 1] if one.name not in _BESIDE] or [around]
        if not 0 < len(others) < _MOST or first.name not in _FIRST or others[0].name not in _SECOND:
            return
        second = others[0]
        names = (first.name, _class(first), second.name, _class(second))
        if not names[1] or any((one.name, _class(one)) == names[:2] for one in others):
            return
        text = _text(first, _LONGEST)
        if text and _text(second, 1):
            self._pairs.setdefault(names, []).append((first, others, text.rstrip(_OPENS).endswith(ASKS)))

    def _see_heading(self, around: Any, elements: Sequence[Any]) -> None:
        rest = [*elements[1:], *below(around, 3)]
        if any(node is not elements[0] and (node.name in HEADINGS or node.name in _HOLDING) for node in rest):
            return
        text = _text(elements[0], _LONGEST)
        if text and any(_text(node, 1) for node in elements[1:]):
            asks = text.rstrip(_OPENS).endswith(ASKS)
            self._headed.setdefault((around.name, _class(around), elements[0].name), []).append(
                (elements[0], around, asks)
            )

    def found(self) -> Iterator[tuple[Any, list[Any]]]:
        """The questions, each with what answers it."""
        for pairs in self._pairs.values():
            asking = sum(asks for _, _, asks in pairs)
            if len(pairs) >= _LEAST and asking >= _LEAST_ASKING and 2 * asking >= len(pairs):
                yield from ((first, others) for first, others, _ in pairs)
        for headed in self._headed.values():
            if len(headed) >= _LEAST and all(asks for _, _, asks in headed):
                yield from ((heading, [around]) for heading, around, _ in headed)


def _class(node: Any) -> str:
    """The first name of a class: further ones say what state an element is in."""
    names = classes(node).split()
    return names[0].lower() if names else ""


def _text(node: Any, most: int) -> str:
    """The text of an element; none where it has more than so many characters and that is more than one, or is large."""
    parts: list[str] = []
    waiting, steps, size = [node], 0, 0
    while waiting and steps < _MOST_NODES:
        steps += 1
        one = waiting.pop()
        if one.name == "#text":
            parts.append(" ".join((one.data or "").split()))
            size += len(parts[-1])
            if size >= most:
                return parts[-1] if most == 1 else ""
        waiting += reversed(getattr(one, "children", None) or [])
    return " ".join(filter(None, parts)) if not waiting else ""
