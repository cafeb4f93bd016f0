"""What stands in front of the title of an item on a page of such items: a date, a tag, a number.

It belongs to the item, and so stands behind all else that this says; in front of its title it would end the item above.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from faqtui.formats.html.html_inline import plain
from faqtui.formats.html.html_nodes import HEADINGS, below, children
from faqtui.letters import ASKS

_ITEMS = frozenset({"li", "article", "section", "div"})
_HOLDING = HEADINGS.keys() | {"details", "dt", "summary"}
_MOST, _MOST_BESIDE = 24, 50
"""Nodes of an item, and of others beside it that are looked at."""

_LONGEST = 48
_ENDS = (*ASKS, ".", ":", "!", "\u3002")


def is_led(item: Any) -> bool:
    """Whether an element has a few words, its only title, and a text, in that order."""
    return item.name in _ITEMS and _title(item) > 0


def in_order(item: Any) -> list[Any]:
    """The nodes of an element, with what leads it behind the others where one beside it is led too; a number is left out."""
    nodes = children(item)
    place = _title(item) if item.name in _ITEMS and 2 < len(nodes) <= _MOST else 0
    if not place or getattr(item, "parent", None) is None:
        return nodes
    beside = (other for other in children(item.parent) if other.name == item.name and other is not item)
    if not any(map(is_led, islice(beside, _MOST_BESIDE))):
        return nodes
    leads = [node for node in nodes[:place] if node.name != "#comment"]
    return [*nodes[place:], *(leads if any(map(str.isalpha, "".join(map(plain, leads)))) or _is_date(leads) else [])]


def _is_date(leads: list[Any]) -> bool:
    """Whether there are more digits than those of a number that counts."""
    return sum(map(str.isdigit, "".join(map(plain, leads)))) > 3


def _title(item: Any) -> int:
    """Where the only title of an element stands behind a few words and in front of a text; 0 where none does."""
    nodes = children(item)
    if len(nodes) > _MOST:
        return 0
    place = next((place for place, node in enumerate(nodes) if node.name in HEADINGS), 0)
    if not place or any(
        node.name in _HOLDING for node in [*nodes[place + 1 :], *below(item, 3)] if node is not nodes[place]
    ):
        return 0
    led = [node for node in nodes[:place] if _says(node)]
    if not led or not any(map(_says, nodes[place + 1 :])):
        return 0
    said = " ".join("".join(map(plain, led)).split())
    return place if len(said) <= _LONGEST and not said.endswith(_ENDS) else 0


def _says(node: Any) -> bool:
    return node.name != "#comment" and bool(plain(node).strip())
