"""How many elements a parser makes of a page: those that are written, and those that it makes once more.

What sets letters (``<b>``, ``<font>``) and is not closed with the paragraph that it stands in, is opened in the next one again
(HTML Standard, 13.2.4.3, the list of active formatting elements). A thousand that are never closed are a million elements
after a thousand paragraphs, and time and memory are those of a million.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

_ELEMENT = re.compile(r"<(?:(/?)p(?![a-z0-9])|/br(?![a-z0-9])|[a-z])", re.IGNORECASE)
"""What makes an element: a tag that opens one, and the end of a paragraph where none is open."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,40})([^<>]*)")
_SETS = frozenset(("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"))
_SETTING = re.compile(rf"<(?:{'|'.join(sorted(_SETS))})\b", re.IGNORECASE)
_FEW = 50
"""Elements that set letters, of which a page may have as many as it likes: made again they are few for each paragraph."""

_ALIKE = 3
"""Of those that are the same, attributes and all, no more are opened again."""

_CLOSES_PARAGRAPH = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"),
        *("hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul"),
    )
)
_CLOSES_ALIKE = frozenset(("li", "dd", "dt", "td", "th", "tr", "option"))
_HOLDS = frozenset(
    (
        *(_CLOSES_PARAGRAPH - {"hr"}),
        *_CLOSES_ALIKE,
        *("tbody", "thead", "tfoot", "caption", "body", "button", "object"),
    )
)
_KEEPS = frozenset(("td", "th", "caption", "button", "object"))
"""What is set in these is not opened again behind them."""

_DEEPEST = 400
"""Elements in one another that are looked at."""

_LATEST = 100
"""Elements of one name that a further one is compared with."""


def made(text: str) -> Iterator[tuple[int, int]]:
    """For each opening tag of a text where it begins, and how many elements there are with it that were not there before."""
    several = _SETTING.finditer(text)
    if all(next(several, None) is not None for _ in range(_FEW)):
        return _made(text)
    return zip(_written(text), repeat(1))


def _written(text: str) -> Iterator[int]:
    """Where the tags begin that make an element each."""
    is_open = False
    for found in _ELEMENT.finditer(text):
        if found[1] == "/" and is_open:
            is_open = False
            continue
        if found[1] is not None:
            is_open = not found[1]
        yield found.start()


def _made(text: str) -> Iterator[tuple[int, int]]:
    setting = _Setting()
    end = 0
    for found in _TAG.finditer(text):
        closes, name = bool(found[1]), found[2].lower()
        sets = name in _SETS and not closes
        again = setting.opened_again() if sets or text[end : found.start()].strip(">") else 0
        end = found.end()
        if name in _SETS:
            setting.set(name, found[3], closes=closes)
        elif name in _HOLDS:
            setting.hold(name, closes=closes)
        if not closes or again:
            yield found.start(), (not closes) + again


class _Setting:
    """What is open while a text is gone through: elements that others stand in, and those that set letters.

    Of these it is known what attributes each has, by their names, and how many there are at each depth.
    """

    def __init__(self) -> None:
        self._open: list[str] = []
        self._set: dict[str, list[str]] = {}
        self._depths: dict[int, int] = {}
        self._lowest: int | None = None  # how far elements were closed since something was opened again

    def opened_again(self) -> int:
        """How many elements what comes now opens again: all that stood in what was closed since something came."""
        if self._lowest is None:
            return 0
        closed = [depth for depth in self._depths if depth > self._lowest]
        again = sum([self._depths.pop(depth) for depth in closed])
        self._lowest = None
        if again:
            deep = len(self._open)
            self._depths[deep] = self._depths.get(deep, 0) + again
        return again

    def set(self, name: str, attributes: str, *, closes: bool) -> None:
        """Open or close what sets letters."""
        held = self._set.setdefault(name, [])
        if closes:
            if held:
                held.pop()
                self._forget(max(self._depths, default=0))
            return
        if held[-_LATEST:].count(attributes) < _ALIKE:
            held.append(attributes)
        else:
            self._forget(min(self._depths, default=0))  # the oldest that is the same gives way
        self._depths[len(self._open)] = self._depths.get(len(self._open), 0) + 1

    def _forget(self, depth: int) -> None:
        if self._depths.get(depth, 0) > 1:
            self._depths[depth] -= 1
        else:
            self._depths.pop(depth, None)

    def hold(self, name: str, *, closes: bool) -> None:
        """Open or close what others stand in, and close what that ends."""
        open_ = self._open
        if closes:
            if name not in open_[-_DEEPEST:]:
                return
            while self._close() != name:
                pass
            return
        last = open_[-1] if open_ else ""
        if (last == "p" and name in _CLOSES_PARAGRAPH) or (last == name and name in _CLOSES_ALIKE):
            self._close()
        if len(open_) < 2 * _DEEPEST:
            open_.append(name)

    def _close(self) -> str:
        """Close the innermost element, whose name this is. What sets letters in a cell ends with it."""
        name, deep = self._open.pop(), len(self._open)
        if name in _KEEPS:
            for depth in [depth for depth in self._depths if depth > deep]:
                del self._depths[depth]
        self._lowest = deep if self._lowest is None else min(self._lowest, deep)
        return name
