"""What of a page only leads on: a ``toctree``, links to the indices that Sphinx makes, and sections that have nothing else.

What such a section says in a few words is text of the page, where nothing but such sections stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from docutils import nodes

from faqtui.letters import ASKS

_INDEX = re.compile(
    r":(?:std:)?(?:ref|doc|any):`[^`<>]{0,100}(?:</?)?(?<![\w-])(?:genindex|modindex|py-modindex|search)>?`"
)
_SILENT = frozenset({"comment", "target", "meta", "substitution_definition", "pending"})
_HOLDERS = frozenset({"only", "ifconfig"})
"""Directives around what is there for some readers only."""

_FEW_WORDS = 300
"""Characters that say what the pages are that a section leads to."""


def way() -> Any:
    """What stands for a ``toctree`` until all of its page is read."""
    node = nodes.comment()
    node["faqtui"] = "way"
    return node


def without_ways(document: Any) -> None:
    """Take out of a document what only leads on, and each section but the first, its title, that holds nothing else."""
    kept, _ = _kept(document.children, first=True)
    document[:] = kept


def _kept(children: Sequence[Any], *, first: bool = False) -> tuple[list[Any], bool]:
    """What is left of nodes, and whether there was something among them that leads on."""
    kept: list[Any] = []
    led = False
    for child in children:
        if child.get("faqtui") == "way" if child.tagname == "comment" else _is_index(child):
            led = True
            if kept and _only_names(kept[-1]):
                kept.pop()
            continue
        if child.tagname == "section" or (child.tagname == "container" and child.get("faqtui") in _HOLDERS):
            left, leads = _kept(child.children)
            child[:] = left
            empty = leads and all(node.tagname in _SILENT or node.tagname == "title" for node in left)
            if empty and not (first and child.tagname == "section"):
                led = True
                continue
            if leads and not first and _introduces(left) and not any(node.tagname == "section" for node in kept):
                kept += [nodes.paragraph(left[0].rawsource, "", *left[0].children), *left[1:]]
                led = True
                continue
            first = first and child.tagname != "section"
        kept.append(child)
    return kept, led


def _only_names(node: Any) -> bool:
    """Whether a node is no more than the name of the pages below it: a rubric, or nothing but bold."""
    return node.tagname == "rubric" or (
        node.tagname == "paragraph" and [n.tagname for n in node.children] == ["strong"]
    )


def _introduces(left: Sequence[Any]) -> bool:
    """Whether what is left of a section that leads on is a title that does not ask and a few words on the pages it leads to."""
    return (
        left[0].tagname == "title"
        and not left[0].astext().endswith(ASKS)
        and all(node.tagname == "paragraph" or node.tagname in _SILENT for node in left[1:])
        and sum(len(node.rawsource) for node in left[1:]) <= _FEW_WORDS
    )


def _is_index(node: Any) -> bool:
    """Whether a paragraph, or each of a list, has nothing but links to the indices of all pages."""
    if node.tagname == "bullet_list":
        return all(all(map(_is_index, item.children)) and item.children for item in node.children)
    if node.tagname != "paragraph" or "`" not in node.rawsource:
        return False
    left, count = _INDEX.subn("", node.rawsource[:1_000])
    return count > 0 and not any(map(str.isalnum, left))
