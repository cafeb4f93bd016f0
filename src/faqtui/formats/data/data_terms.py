"""Terms and topics that are keys, with what is said of each: in what is called a glossary, and in what is called a FAQ."""

from __future__ import annotations

from faqtui.formats.data.data_names import ANSWERING, ASKING, GENERIC, GROUPING, MACHINE, NAMING, SAYING
from faqtui.formats.data.data_shapes import WORDS, is_identifier, main_of, name_of, names_of
from faqtui.formats.nodes import Node, of_text

_OTHERS = ASKING | ANSWERING | NAMING | SAYING | GENERIC | GROUPING
_SHORT = 3
"""Words of what a term means, in most terms."""

_TIMES = 3
"""How much longer what is said of topics is than they are: else they are texts and their translations."""


def join_terms(node: Node, *, glossary: bool) -> bool:
    """Make questions of the keys of a node that is called a glossary, or else a FAQ. Whether it has such."""
    if node.kind == "list":
        single = [item for item in node.items if item.kind == "map" and len(item.pairs) == 1]
        found = _terms(single) if glossary and len(single) == len(node.items) else []
        for item, pair in zip(single, found, strict=False):
            item.pairs = _asked(pair).pairs
        return bool(found)
    found = _terms([node]) if glossary else _topics(node)
    if len(found) < 2:
        return False
    kept = set(map(id, found))
    items = Node("list", found[0][1])
    items.items, items.end = [_asked(pair) for pair in found], found[-1][2].end
    node.pairs = [pair for pair in node.pairs if id(pair) not in kept] + [("items", items.line, items)]
    return True


def _terms(nodes: list[Node]) -> list[tuple[str, int, Node]]:
    """The pairs that are a term and what it means; none where the mappings are of another kind."""
    pairs = [pair for node in nodes for pair in node.pairs]
    if any(name_of(key) in SAYING | ANSWERING and key.islower() for key, _, _ in pairs):
        return []  # what one term means, or how the glossary is described
    if any(name_of(key) in NAMING for _, _, value in pairs for key, _, _ in value.pairs):
        return []  # their keys are ids
    found = [pair for pair in pairs if not (pair[0].islower() and name_of(pair[0]) in _OTHERS)]
    found = [pair for pair in found if not pair[2].plain and not _is_noise(*pair)]
    said = [_said(value) for _, _, value in found]
    telling = sum(len(text.split()) >= _SHORT for text in said)
    return found if all(said) and 2 * telling >= len(said) and len(said) > 1 else []


def _is_noise(key: str, _: int, value: Node) -> bool:
    return name_of(key) in MACHINE and len(value.text.split()) < _SHORT


def _topics(node: Node) -> list[tuple[str, int, Node]]:
    """The pairs of a topic and what is said of it, where there is nothing else."""
    if any(
        name_of(key) in _OTHERS | MACHINE or is_identifier(key) or value.kind != "text" for key, _, value in node.pairs
    ):
        return []
    words = [len(value.text.split()) for _, _, value in node.pairs]
    letters = sum(len(value.text) for _, _, value in node.pairs)
    is_said = letters >= _TIMES * sum(len(key) for key, _, _ in node.pairs)
    return node.pairs if words and min(words) >= WORDS and is_said else []


def _said(value: Node) -> str:
    """What a term means, by itself or beside more."""
    if value.kind == "text":
        return value.text
    names = names_of(value)
    place = main_of(value, names, text=True)
    return value.pairs[place][2].text if place is not None else ""


def _asked(pair: tuple[str, int, Node]) -> Node:
    """A mapping of a term as a question, with what it means."""
    key, line, value = pair
    item = Node("map", line)
    answer = [("answer", value.line, value)] if value.kind == "text" else value.pairs
    item.pairs, item.end = [("question", line, of_text(key, line)), *answer], value.end
    return item
