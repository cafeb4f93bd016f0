"""The rows of a table of contents that is left out of a page: what they lead to, and the titles that they stand below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from faqtui.formats.html.html_inline import plain
from faqtui.formats.html.html_nodes import children
from faqtui.formats.html.html_questions import folded_name
from faqtui.formats.writing import Writer
from faqtui.letters import ASKS

_BOLD = re.compile(r"\*\*([^*]{1,80})\*\*$")
_LISTS = frozenset({"ul", "ol", "dl"})
_WORDS = 4
"""Words of a row that does not ask, from which it may be a question all the same."""

_MOST = 20_000
"""Nodes of a table of contents that are looked at."""


def title_above(writer: Writer, headings: Sequence[tuple[int, int, str]]) -> str:
    """The title that a table of contents stands below: a bold line right above it, which is left out with it, or a heading."""
    place = len(writer.lines) - 1
    while place > 0 and not writer.lines[place].strip():
        place -= 1
    bold = _BOLD.match(writer.lines[place]) if place >= 0 else None
    if bold is None or bold[1].endswith(ASKS):
        return headings[-1][2] if headings else ""
    del writer.lines[place:], writer.numbers[place:]
    return bold[1]


def names(node: Any) -> tuple[set[str], dict[str, bool]]:
    """What the links of a list into its page say, as names are compared: those that ask, and long ones where most do.

    With them come the names of the places that they lead to, and whether they ask.
    """
    found: list[str] = []
    places: dict[str, bool] = {}
    waiting, steps = [node], 0
    while waiting and steps < _MOST:
        steps += 1
        one = waiting.pop()
        if one.name == "a" and ((getattr(one, "attrs", None) or {}).get("href") or "").startswith("#"):
            found.append(plain(one).strip())
            places[one.attrs["href"][1:]] = found[-1].endswith(ASKS)
        else:
            waiting += children(one)
    asking = {text for text in found if text.endswith(ASKS)}
    told = {text for text in found if len(text.split()) >= _WORDS} if 2 * len(asking) > len(found) else set()
    return {folded_name(text).lstrip("0123456789") for text in asking | told}, places


def rows(node: Any, above: str) -> list[tuple[tuple[str, ...], str]]:
    """For each link of a list into its page the titles that it stands below, and the name of the place; `above` is a heading."""
    found: list[tuple[tuple[str, ...], str]] = []
    top = (above,) if above else ()
    waiting: list[tuple[Any, tuple[str, ...]]] = [(node, top)]
    steps = 0
    while waiting and steps < _MOST:
        steps += 1
        one, path = waiting.pop()
        name, href = getattr(one, "name", ""), (getattr(one, "attrs", None) or {}).get("href")
        if name == "a" and href and href.startswith("#") and href[1:]:
            found.append((path, href[1:]))
        inner = children(one)
        if name == "li" and any(child.name in _LISTS for child in inner):
            own = _title([child for child in inner if child.name not in _LISTS])
            below = (*path, own) if own else path
            waiting += [(child, below if child.name in _LISTS else path) for child in reversed(inner)]
        elif name == "dl":
            waiting += reversed(_of_terms(inner, path))
        else:
            waiting += [(child, path) for child in reversed(inner)]
    return found


def _of_terms(nodes: list[Any], path: tuple[str, ...]) -> list[tuple[Any, tuple[str, ...]]]:
    """The terms of a list, and what stands below each of them."""
    found: list[tuple[Any, tuple[str, ...]]] = []
    below = path
    for child in nodes:
        if child.name == "dt":
            own = _title([child])
            below = (*path, own) if own else path
        found.append((child, below if child.name == "dd" else path))
    return found


def _title(nodes: list[Any]) -> str:
    """The text of nodes, up to the list that stands in them."""
    parts: list[str] = []
    waiting = list(reversed(nodes))
    while waiting and len(parts) < 100:
        node = waiting.pop()
        if node.name == "#text":
            parts.append(node.data or "")
        elif node.name not in _LISTS:
            waiting += reversed(children(node))
    return " ".join("".join(parts).split())
