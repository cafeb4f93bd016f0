"""Numbered questions whose answers begin right below them, as far left as their numbers: docutils takes these for text.

1. Is it hot?
It is.

2. Who bakes?
Ann.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from docutils import nodes

from faqtui.letters import ASKS

_NUMBER = re.compile(r"(?P<number>\d{1,3})[.)][ \t]{1,4}(?=\S)")
_LEAST = 2
"""Such questions, counted on, from which they are a list."""


def with_all_numbers(document: Any) -> None:
    """Make lists of what is counted and asks, and answers below without being indented."""
    parents: dict[int, Any] = {}
    for node in document.findall(nodes.paragraph):
        if _number(node) is not None:
            parents[id(node.parent)] = node.parent
    for parent in parents.values():
        _list(parent)


def _list(parent: Any) -> None:
    """Make a list of such paragraphs among the children of a node, each with what stands up to the next."""
    children = [child for child in parent.children if child.tagname != "system_message"]
    starts: list[int] = []
    for place, node in enumerate(children):
        number = _number(node)
        if number is not None and (not starts or number == (_number(children[starts[-1]]) or 0) + 1):
            starts.append(place)
    asking = sum(children[place].astext().partition("\n")[0].rstrip().endswith(ASKS) for place in starts)
    if len(starts) < _LEAST or 2 * asking < len(starts):
        return
    apart = next((n for n in range(starts[-1], len(children)) if children[n].tagname == "section"), len(children))
    is_long = any(following > place + 1 for place, following in pairwise(starts))
    ends = [*starts[1:], apart if is_long else starts[-1] + 1]  # the last answer goes on as others do
    counted = nodes.enumerated_list("", enumtype="arabic", prefix="", suffix=".", start=_number(children[starts[0]]))
    counted.line = children[starts[0]].line
    for place, end in zip(starts, ends, strict=True):
        counted += _item(children[place:end])
    parent[:] = [*children[: starts[0]], counted, *children[ends[-1] :]]


def _item(said: list[Any]) -> Any:
    """An item of a list, without the number that its text begins with."""
    first = said[0].children[0]
    found = _NUMBER.match(str(first))
    said[0].replace(first, nodes.Text(str(first)[found.end() if found else 0 :]))
    item = nodes.list_item("", *said)
    item.line = said[0].line
    return item


def _number(node: Any) -> int | None:
    """The number of a paragraph of several lines that begins with one; None where it has none."""
    if node.tagname != "paragraph" or not node.children or node.children[0].tagname != "#text":
        return None
    found = _NUMBER.match(str(node.children[0]))
    return int(found["number"]) if found is not None and "\n" in node.astext() else None
