"""Terms that docutils takes for text, as what stands indented below them does not follow by its rules: put into their list.

    Is it hot?
      It is.
    We came at noon and the doors
    were shut.
      The bakers sleep then.

A term may have a line only, and no blank line below it. Others beside it show that it is one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from docutils import nodes

from faqtui.letters import ASKS

_MOST_LINES = 4
_INDENTED = "Unexpected indentation"
"""What docutils says of what stands indented right below text of several lines."""

_LABELS = frozenset({"q", "a", "question", "answer"})


def with_all_terms(document: Any) -> None:
    """Put what is a term all the same, and what it means, into the list beside which it stands."""
    parents = {id(terms.parent): terms.parent for terms in document.findall(nodes.definition_list)}
    for parent in parents.values():
        _join(parent)


def _join(parent: Any) -> None:
    """Put each term among the children of a node, and the list that follows, into the list above them."""
    close = {
        id(one)
        for one, below in pairwise(parent.children)
        if below.tagname == "system_message" and _INDENTED in below.astext()
    }
    children = [child for child in parent.children if child.tagname != "system_message"]
    made: list[Any] = []
    place, grown = 0, False
    while place < len(children):
        node = children[place]
        last = made[-1] if made and made[-1].tagname == "definition_list" else None
        if _is_term(children, place, last, is_close=id(node) in close):
            item = _item(node, children[place + 1])
            if last is None:
                made.append(_list_of(item))
            else:
                last += item
            place, grown = place + 2, True
            continue
        if grown and last is not None and node.tagname == "definition_list":
            last.extend(node.children)
        else:
            made.append(node)
        place += 1
    if grown:
        parent[:] = made


def _is_term(children: list[Any], place: int, above: Any, *, is_close: bool) -> bool:
    """Whether a node is a term, and the next what it means, beside the list `above` or another below."""
    node, below, after = (*children[place : place + 3], None, None)[:3]
    if node.tagname != "paragraph" or below is None or below.tagname != "block_quote" or below.get("classes"):
        return False
    following = after if after is not None and after.tagname == "definition_list" else None
    if node.line is None or node.rawsource.count("\n") >= _MOST_LINES or (above is None and following is None):
        return False
    text = node.astext().strip()
    if not is_close:
        return text.lower() in _LABELS and any(one is not None and _has_label(one) for one in (above, following))
    return text.endswith(ASKS) or (above is not None and _is_right_below(node, above))


def _has_label(terms: Any) -> bool:
    """Whether a term of a list is nothing but ``Q`` or ``A``."""
    return any(term.astext().strip().lower() in _LABELS for item in terms.children for term in item.children[:1])


def _is_right_below(node: Any, terms: Any) -> bool:
    """Whether no blank line stands between the last meaning of a list and a paragraph."""
    last = terms.children[-1].children[-1].children if terms.children[-1].children else []
    end = last[-1] if last else None
    return (
        end is not None
        and end.tagname == "paragraph"
        and end.line is not None
        and node.line == end.line + end.rawsource.count("\n") + 1
    )


def _item(term: Any, meaning: Any) -> Any:
    """An item of a list of terms."""
    title = nodes.term(term.rawsource, "", *term.children)
    said = nodes.definition("", *meaning.children)
    item = nodes.definition_list_item("", title, said)
    title.line = item.line = term.line
    said.line = meaning.line
    return item


def _list_of(item: Any) -> Any:
    """A list of terms with an item."""
    terms = nodes.definition_list("", item)
    terms.line = item.line
    return terms
