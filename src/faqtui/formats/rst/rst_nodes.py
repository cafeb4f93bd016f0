"""What is asked of the nodes of docutils: which are a title, which lists are tight, which quotations quote nobody.

Answers stand indented below their questions: what reStructuredText has for a quotation, and authors for a layout.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes

from faqtui.formats.labels import begins_with_label
from faqtui.letters import ASKS

_UNSEEN = frozenset({"target", "comment", "substitution_definition", "system_message", "pending"})
_LAID_OUT = frozenset({"bullet_list", "enumerated_list", "literal_block", "doctest_block"})
_SETTING = frozenset({"strong", "emphasis"})

_LEAST_ASKED = 3
"""Questions above indented answers from which they are written so."""


def indented_answers(document: Any) -> frozenset[int]:
    """The ids of quotations that quote nobody.

    They are all that stands between a question, or a title, and the next, or ``A:`` stands in them and ``Q:`` above them, or
    there is no text of their own in them: lists and code are only laid out so. Several paragraphs that ask above such answers
    are set in bold, as titles are.
    """
    found: set[int] = set()
    asked: list[Any] = []
    for parent in document.findall(lambda node: any(child.tagname == "block_quote" for child in node.children)):
        seen = [node for node in parent.children if node.tagname not in _UNSEEN]
        for place, node in enumerate(seen[1:], 1):
            below = seen[place + 1] if place + 1 < len(seen) else None
            if (
                node.tagname == "block_quote"
                and not node.get("classes")
                and not any(child.tagname == "attribution" for child in node.children)
                and (
                    _is_labelled_answer(node)
                    or all(child.tagname in _LAID_OUT or child.tagname in _UNSEEN for child in node.children)
                    or (
                        (seen[place - 1].tagname == "title" or _is_question(seen[place - 1]))
                        and (below is None or below.tagname in {"section", "transition"} or _is_question(below))
                    )
                )
            ):
                found.add(id(node))
                above = seen[place - 1]
                if above.tagname == "paragraph" and above.astext().rstrip().endswith(ASKS):
                    asked.append(above)
    if len(asked) >= _LEAST_ASKED:
        for above in asked:
            if len(above.children) > 1 or above.children[0].tagname not in _SETTING:
                above.children = [nodes.strong("", "", *above.children)]
    return frozenset(found)


def _is_question(node: Any) -> bool:
    """Whether a paragraph asks, is nothing but words in bold or italics, or begins with ``Q:``."""
    if node.tagname != "paragraph":
        return False
    set_apart = len(node.children) == 1 and node.children[0].tagname in _SETTING
    text = node.astext()
    return set_apart or bool(text.rstrip().endswith(ASKS)) or begins_with_label(text, "Q")


def _is_labelled_answer(node: Any) -> bool:
    """Whether a paragraph of a quotation begins with ``A:``, and none with ``Q:``."""
    texts = [child.astext() for child in node.children if child.tagname == "paragraph"]
    return any(begins_with_label(text, "A") for text in texts) and not any(begins_with_label(t, "Q") for t in texts)


def titled(node: Any) -> tuple[Any, list[Any]]:
    """The argument of a directive, if it has one, and what stands in it."""
    children = list(node.children)
    if children and children[0].tagname == "paragraph" and children[0].get("faqtui") == "argument":
        return children[0], children[1:]
    return None, children


def is_tight(node: Any) -> bool:
    """Whether no item of a list has more than a paragraph, and perhaps a list below it."""
    return all(
        [child.tagname for child in item.children]
        in (["paragraph"], ["paragraph", "bullet_list"], ["paragraph", "enumerated_list"], [])
        for item in node.children
    )
