"""What some editors keep in shapes of their own, as blocks like those of the others (see `data_trees`).

Quill has a list of what is inserted one after the other, each line's kind behind it; Draft.js has the addresses of links in a
mapping beside its blocks; and many sites have the tree of their editor as JSON in a text.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.formats import nodes
from faqtui.formats.data.data_kinds import named
from faqtui.formats.data.data_shapes import name_of
from faqtui.formats.nodes import Node, NotRead, of_text

_BEGINS = (
    '{"nodes"',
    '{"ops"',
    '{"root"',
    '{"type"',
    '{"blocks"',
    '{"time"',
    '{"nodeType"',
    '{"document"',
    '{"object"',
    '[{"',
)
_TELLING = ('"insert"', '"type"', '"_type"', '"nodeType"', '"children"')
_KINDS = ("header", "list", "blockquote", "codeblock")
"""How the end of a line is marked in Quill."""


def unpacked(node: Node) -> Node | None:
    """The tree that a text holds as JSON; None where it holds none."""
    written = node.whole.strip()
    if not written.startswith(_BEGINS) or written[-1] not in "]}" or not any(sign in written for sign in _TELLING):
        return None
    try:
        found = nodes.of_json(written)
    except NotRead:
        return None
    nodes.shift(found, node.line)
    return found


def of_deltas(node: Node) -> list[Node] | None:
    """The blocks of what Quill keeps; None where a node is nothing such."""
    ops = named(node, "ops") if node.kind == "map" else node
    if ops is None or not ops.items or not all(map(_is_inserted, ops.items)):
        return None
    blocks: list[Node] = []
    runs: list[Node] = []
    for op in ops.items:
        said = named(op, "insert")
        if said is None or said.kind != "text":
            runs += [_embedded(key, value) for key, _, value in (said.pairs if said is not None else ())]
            continue
        marks = named(op, "attributes") or Node("map", op.line)
        for place, piece in enumerate(said.whole.split("\n")):
            if place:
                blocks.append(_block(runs, marks, op.line))
                runs = []
            if piece:
                runs.append(
                    _map(op.line, ("text", of_text(piece, op.line)), *[(key, value) for key, _, value in marks.pairs])
                )
    if runs:
        blocks.append(_block(runs, Node("map", 0), ops.line))
    return _with_code(blocks)


def _is_inserted(node: Node) -> bool:
    return node.kind == "map" and named(node, "insert") is not None and len(node.pairs) < 3


def _embedded(key: str, value: Node) -> Node:
    """A picture, or something else that has an address or a text."""
    if name_of(key) == "image":
        return _map(value.line, ("type", of_text("image", value.line)), ("url", value))
    link = [("link", value)] if value.text.startswith(("http:", "https:")) else []
    return _map(value.line, ("text", value), *link)


def _block(runs: Sequence[Node], marks: Node, line: int) -> Node:
    """A line of Quill's with what marks its end."""
    own = {name_of(key): value for key, _, value in marks.pairs}
    kind = next((name for name in _KINDS if name in own), "")
    value = own[kind].text if kind else ""
    block = _map(line, ("type", of_text(value if kind == "list" else kind or "paragraph", line)))
    if kind == "header":
        block.pairs.append(("level", line, own[kind]))
    if "indent" in own:
        block.pairs.append(("indent", line, own["indent"]))
    below = Node("list", line)
    below.items = list(runs)
    block.pairs.append(("children", line, below))
    return block


def _with_code(blocks: Sequence[Node]) -> list[Node]:
    """Lines of code that follow one another as one block."""
    found: list[Node] = []
    for block in blocks:
        kind, runs = block.pairs[0][2], block.pairs[-1][2]
        if kind.text == "codeblock" and found and found[-1].pairs[0][2].text == "codeblock":
            found[-1].pairs[-1][2].items += [_map(block.line, ("text", of_text("\n", block.line))), *runs.items]
        else:
            found.append(block)
    return found


def _map(line: int, *pairs: tuple[str, Node]) -> Node:
    node = Node("map", line)
    node.pairs = [(key, line, value) for key, value in pairs]
    return node


def give_addresses(node: Node) -> None:
    """Give the ranges of Draft.js what its mapping of entities has for them."""
    blocks, entities = named(node, "blocks"), named(node, "entitymap")
    if blocks is None or entities is None:
        return
    known = {key: value for key, _, value in entities.pairs} | {str(n): value for n, value in enumerate(entities.items)}
    for block in blocks.items:
        ranges = named(block, "entityranges")
        for one in ranges.items if ranges is not None else ():
            key = named(one, "key")
            entity = known.get(key.text) if key is not None else None
            data = named(entity, "data") if entity is not None and entity.kind == "map" else None
            if data is not None:
                one.pairs.append(("data", one.line, data))
