"""Categories that data define in one place, by an id and a name, and that their questions name by the id."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.formats.data.data_names import ANSWERING, ASKING, GENERIC, GROUPING, NAMING, SAYING, SUBTITLES
from faqtui.formats.data.data_shapes import (
    are_texts,
    asks,
    first_of,
    group_of,
    is_noise,
    is_weak_question,
    name_of,
    names_in,
    names_of,
    of_keys,
)
from faqtui.formats.nodes import Node, each

_SEVERAL = frozenset(
    {"categories", "sections", "groups", "topics", "themes", "areas", "kategorien", "categorías", "catégories"}
)
"""The names of several categories that one question is in."""

_DEFINING = GROUPING | _SEVERAL

_TAG, _LONGEST_TAG = "tag", 40
_OTHER = ASKING | ANSWERING
LEAST_LISTS = 2
"""Lists in a mapping whose keys may be the ids of categories."""

_IDS = ("id", "pk", "key", "slug", "code", "value", "anchor")


class Groups:
    """The names of the categories by their ids, and the nodes that define them, by `id`."""

    def __init__(self, root: Node) -> None:
        self._names: dict[str, str] = {}
        self._defining: dict[int, str] = {}
        used: set[str] = set()
        defined: list[tuple[str, str, Node]] = []
        for node in each(root, leaves=False):
            if _may_group(node):
                used |= {group for key, _, value in node.pairs if (group := _said(key, value))}
            lists = [key for key, _, value in node.pairs if value.items and value.items[0].pairs]
            if len(lists) >= LEAST_LISTS:
                used |= {key for key in lists if name_of(key) not in GENERIC}
            used.update(begins for key, _, value in node.pairs if value.pairs for begins in _beginnings(key))
            defining = () if _DEFINING.isdisjoint(names_in(node)) else node.pairs
            for key, _, value in defining:
                if value.pairs and name_of(key) in _DEFINING and all(name.text for _, _, name in value.pairs):
                    defined += [(own, name.text, value) for own, _, name in value.pairs]
            names = names_of(node)
            title = first_of(node, names, NAMING, text=True) if _OTHER.isdisjoint(names_in(node)) else None
            if title is not None:
                ids = {
                    "id" if names[place] == "sys" else names[place]: _id_of(value)
                    for place, (_, _, value) in enumerate(node.pairs)
                    if names[place] in _IDS or names[place] == "sys"
                }
                defined += [(ids[name], node.pairs[title][2].text, node) for name in _IDS if ids.get(name)]
        for own, name, node in defined:
            if own in used and own not in self._names and name:
                self._names[own] = name
                self._defining[id(node)] = name

    def of(self, key: str, node: Node, beside: Sequence[str] = ()) -> str:
        """The name of the category that stands under a key beside a question; empty where none does.

        One tag is a category where there is nothing else in `beside`, the names of all keys, that tells one.
        """
        if name_of(key) == _TAG:
            tags = node.kind == "text" and len(node.text) <= _LONGEST_TAG and _DEFINING.isdisjoint(beside)
            return node.text if tags else ""
        group = _said(key, node)
        own = self._names.get(group, "")
        return own or (group if not name_of(key).endswith("id") and not node.plain else "")

    def called(self, key: str) -> str:
        """The name of the category of which a list of questions has the id for its key; empty where that is its name."""
        return self._names.get(key, "")

    def before(self, key: str) -> str:
        """The name of the category of which the id begins a key of a question: ``paying-refunds``; empty where none does."""
        return next((self._names[begins] for begins in reversed(_beginnings(key)) if begins in self._names), "")

    def defined_by(self, node: Node) -> str:
        """The name of the category that a mapping defines."""
        return self._defining.get(id(node), "")

    def rest_of(self, node: Node) -> Node:
        """What a mapping that defines a category says of it besides its id and its name."""
        if id(node) not in self._defining:
            return node
        rest = Node("map", node.line)
        rest.pairs = [
            pair
            for pair in node.pairs
            if pair[2].text != self._defining[id(node)] and self._names.get(pair[2].text) != self._defining[id(node)]
        ]
        return rest


def _beginnings(key: str) -> list[str]:
    """What stands in a key before each of its signs, the shortest first."""
    places = [place for place, char in enumerate(key[:_LONGEST_KEY]) if char in "-_./"]
    return [key[:place] for place in places[:_MOST_PARTS] if place]


_LONGEST_KEY, _MOST_PARTS = 120, 4
"""How long and of how many parts a key may be that is looked for ids."""


def name_groups(items: Sequence[Node]) -> None:
    """Call category what tells the mappings of a list apart that hold questions and have no title: ``account: Travel``."""
    if len(items) < LEAST_LISTS or not all(map(_holds_questions, items)):
        return
    for key, _, _ in items[0].pairs:
        if is_noise(key) or name_of(key) in SAYING:
            continue
        said = [next((value for own, _, value in item.pairs if own == key and not value.plain), None) for item in items]
        texts = {value.text for value in said if value is not None and 0 < len(value.text) <= _LONGEST_NAME}
        if len(texts) == len(items) and 2 * sum(map(asks, texts)) < len(texts):
            for item in items:
                item.pairs = [("category" if own == key else own, line, value) for own, line, value in item.pairs]
            return


_LONGEST_NAME = 60
_TITLES = GROUPING | NAMING | SUBTITLES | ASKING


def _holds_questions(node: Node) -> bool:
    """Whether a mapping without a title has a list of questions."""
    if node.kind != "map" or any(name_of(key) in _TITLES for key, _, value in node.pairs if value.kind == "text"):
        return False
    return any(
        item.kind == "map" and (is_weak_question(item) or not ASKING.isdisjoint(names_in(item)))
        for _, _, value in node.pairs
        for item in value.items[:1]
    )


@of_keys
def _may_group(keys: tuple[str, ...]) -> bool:
    return any(name_of(key).removesuffix("id") in _DEFINING for key in keys)


def _said(key: str, node: Node) -> str:
    name = name_of(key).removesuffix("id")
    listed = name in _SEVERAL and are_texts(node)
    return group_of(node) or _id_of(node) if name in GROUPING or listed else ""


def _id_of(node: Node) -> str:
    """What a text, a reference to something or the first of a list of such is an id of."""
    if node.kind == "text":
        return node.text
    below = node.items[0] if node.items else None
    if node.kind == "map":
        parts = {name_of(key): value for key, _, value in node.pairs}
        below = next((parts[name] for name in ("ref", "id", "sys") if name in parts), None)
        if below is not None and below.kind == "map" and below.pairs:  # Contentful has its ids in another mapping
            below = next((value for key, _, value in below.pairs if key == "id"), None)
    elif below is not None and below.kind == "map":
        return "" if below.items else _id_of(below)
    return below.text if below is not None and below.kind == "text" else ""
