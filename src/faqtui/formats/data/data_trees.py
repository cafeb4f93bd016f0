"""Texts that editors keep as trees of blocks and runs: which values of data are such trees.

Slate and Strapi, ProseMirror and Storyblok, Portable Text, Contentful, Lexical, Prismic, EditorJS, Draft.js: they differ in what
they call things, and are alike in the rest. A block has a kind (``type``, ``nodeType``, ``_type``, ``style``) and blocks or
runs below it (``children``, ``content``); a run has a text and marks. `data_blocks` writes them as Markdown.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.formats.data.data_blocks import markdown_of
from faqtui.formats.data.data_editors import give_addresses, of_deltas, unpacked
from faqtui.formats.data.data_kinds import KINDS, KNOWN, ROOTS, kind_of, kinds_of, level_of, named, parts_of
from faqtui.formats.data.data_names import ANSWERING, ASKING
from faqtui.formats.data.data_shapes import names_in
from faqtui.formats.nodes import Node, each

_HOLDING = frozenset({"root", "document", "blocks", "content", "children", "nodes", "ops", "raw"})

MOST = 200_000
"""Nodes of a file that are written; a file of JSON that is all such trees has fewer."""


def make_texts(root: Node) -> None:
    """Make a text of each such tree in a node, in place. Every node is looked at once."""
    room = MOST
    for node in each(root):
        packed = node
        if node.kind == "text":
            if len(node.lines) != 1 or node.lines[0][1].rstrip()[-1:] not in {"]", "}"}:
                continue
            if (found := unpacked(node)) is None:
                continue
            packed = found
        blocks = _blocks_of(packed)
        if blocks is not None and (room := room - _size(blocks, room)) > 0:
            node.lines = markdown_of(blocks)
            node.kind, node.items, node.pairs, node.plain = "text", [], [], False


def _size(nodes: Sequence[Node], most: int) -> int:
    """How many nodes are written for these, an alias each time it stands there; no more than `most` are counted."""
    count = 0
    waiting = list(nodes)
    while waiting and count < most:
        node = waiting.pop()
        count += 1
        waiting += node.items
        waiting += [value for _, _, value in node.pairs]
    return count


def _is_block(node: Node) -> bool:
    """Whether a mapping is a block of such a tree, by its kind and by what it holds."""
    names = names_in(node)
    if node.kind != "map" or names.isdisjoint(_OF_BLOCKS) or not names.isdisjoint(_OF_QUESTIONS):
        return False
    below = named(node, "children")
    if below is not None and below.items and all(map(_is_run, below.items[:3])):
        return True
    if kind_of(node) == "text":  # as people write them by themselves: a kind and a text
        return (len(names) < 4 or "plaintext" in names) and bool(names & {"text", "value", "content"})
    if any(names_in(part) & _OF_OTHERS for part in parts_of(node)[:FEW]):
        return False
    return (kind_of(node) in KNOWN or level_of(node) > 0) and bool(names & {*_WITHIN, *kinds_of(node)})


def _is_run(node: Node, deep: int = 0) -> bool:
    """Whether a mapping is a run of text, or a block around some."""
    text = named(node, "text")
    if text is not None and text.kind == "text":
        return not names_in(node) & {"title", "name", "question"}
    below = named(node, "children", "content")
    return (
        below is not None
        and bool(below.items)
        and bool(kind_of(node))
        and deep < FEW
        and _is_run(below.items[0], deep + 1)
    )


def _blocks_of(node: Node) -> list[Node] | None:
    """The blocks of a text that is kept as a tree; None where a node is none."""
    if node.kind == "list":
        if not node.items or node.items[0].kind != "map":
            return None
        if (lines := of_deltas(node)) is not None:
            return lines
        found = [item for item in node.items if item.kind == "map"]
        return node.items if node.items and len(found) == len(node.items) and _are_blocks(node.items) else None
    if node.kind != "map" or _HOLDING.isdisjoint(names_in(node)):
        return None
    if (lines := of_deltas(node)) is not None:
        return lines
    root = named(node, "root", "document")
    if root is not None and len(node.pairs) < FEW and (kind_of(root) in ROOTS or named(root, "nodes") is not None):
        return parts_of(root)
    if kind_of(node) in ROOTS and parts_of(node) and any(map(_is_block, parts_of(node)[:FEW])):
        return parts_of(node)
    blocks = named(node, "blocks")
    if blocks is not None and blocks.items and len(node.pairs) < FEW and all(map(_is_kept, blocks.items)):
        give_addresses(node)
        return blocks.items
    below = named(node, "nodes", "raw")
    if below is not None and len(node.pairs) < FEW and below.items and _are_blocks(below.items):
        return below.items
    return None


_OF_BLOCKS = {"children", "listitem", "style", *KINDS}
_OF_QUESTIONS = ASKING | ANSWERING
_WITHIN = ("children", "content", "nodes", "text", "spans", "data", "items", "value", "attrs")
FEW = 5
"""Blocks by which a tree is known."""


def _are_blocks(items: Sequence[Node]) -> bool:
    """Whether most of these are blocks, and none is anything that has a title."""
    if any(names_in(item) & _OF_OTHERS for item in items):
        return False
    return 2 * sum(map(_is_block, items)) > len(items)


_OF_OTHERS = ASKING | ANSWERING | frozenset({"title", "heading", "questions", "faqs"})


def _is_kept(node: Node) -> bool:
    """Whether a mapping is a block as EditorJS and Draft.js keep them."""
    data, text = named(node, "data"), named(node, "text")
    return named(node, "type") is not None and (data is not None or text is not None) and named(node, *ASKING) is None
