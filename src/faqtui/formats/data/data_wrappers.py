"""What only wraps the values of data, taken off: shells of APIs and of translations, as their programs write them.

- JSON:API, Strapi and Contentful have the values of a thing below ``attributes`` or ``fields``, and one alone below ``data``
- WordPress has a text as ``{"rendered": ...}``
- what faqtui itself writes as JSON has each question and its links twice, and where it was read
- translations are mappings of one ``message`` each, or a list of these with their keys beside
- each question of a list stands in a mapping or a list of its own, and each paragraph of its answer in another
"""

from __future__ import annotations

from faqtui.formats.data.data_names import ANSWERING, ASKING, GENERIC, NAMING, PARTS, SAYING, SUBTITLES, WAY
from faqtui.formats.data.data_shapes import are_texts, asks, first_of, is_weak_question, name_of, names_in, names_of
from faqtui.formats.nodes import Node

_SHELLS = frozenset({"attributes", "fields", "relationships"})
_RENDERED = frozenset({"rendered", "protected", "blockversion"})
_TEXTS = ("message", "other", "defaultmessage", "translation", "string")
_BESIDE = frozenset({"description", "one", "few", "many", "two", "zero", "hash", "id", "placeholders"})
_WRITTEN = frozenset({"question", "questionmarkdown", "answer", "category", "codeblocks"})
_WRITTEN_AROUND = frozenset({"schema", "entries", "categories", "diagnostics"})
_KEPT = {"questionmarkdown": "question", "answer": "answer", "category": WAY}
_KEYED = (frozenset({"id", "translation"}), frozenset({"key", "value"}), frozenset({"key", "translation"}))


def unwrap(node: Node, *, top: bool) -> None:
    """Take the shells off a node, and off what stands right below it. `top` says that it is all of the data."""
    if node.kind == "list":
        _to_mapping(node)
        if node.kind == "list":
            _take_out(node)
    if node.kind != "map":
        return
    if not top and len(node.pairs) == 1 and name_of(node.pairs[0][0]) == "data" and node.pairs[0][2].kind == "map":
        node.pairs = node.pairs[0][2].pairs
    names = names_in(node)
    if names >= _WRITTEN:
        node.pairs = [(_KEPT[name], line, value) for key, line, value in node.pairs if (name := name_of(key)) in _KEPT]
    elif top and names >= _WRITTEN_AROUND:
        for _, _, value in node.pairs:
            value.items = [item for item in value.items if "path" not in names_in(item) or _says_more(item)]
        node.pairs = [pair for pair in node.pairs if pair[2].items or pair[2].kind == "text"]
    if names & _SHELLS and names & {"id", "type", "sys", "documentid", "pk"}:
        pairs: list[tuple[str, int, Node]] = []
        for key, line, value in node.pairs:
            if name_of(key) == "model" and "pk" in names:
                continue  # what a table of Django is called
            pairs += value.pairs if name_of(key) in _SHELLS and value.kind == "map" else [(key, line, value)]
        node.pairs = pairs
    _call_questions(node)
    _take_texts(node)
    if not any(value.kind == "map" for _, _, value in node.pairs):
        return
    node.pairs = [(key, line, _rendered(value)) for key, line, value in node.pairs]
    said = [text for _, _, value in node.pairs if (text := _message(value)) is not None]
    if len(said) > 1 and len(said) == len(node.pairs):
        node.pairs = [(key, line, text) for (key, line, _), text in zip(node.pairs, said, strict=True)]


def _take_out(node: Node) -> None:
    """Put what has a title into the place of the mapping that has nothing else: ``- question: [{title: "Why?", ...}]``.

    All of the list have one name for it; where that says that it is a question, its title is one.
    """
    if any(item.kind != "map" or len(item.pairs) != 1 for item in node.items):
        return
    names = {name_of(item.pairs[0][0]) for item in node.items}
    name = next(iter(names), "")
    if len(names) != 1 or "faq" in name or (len(node.items) < 2 and name not in _WRAPPING):
        return
    for place, item in enumerate(node.items):
        value = item.pairs[0][2]
        inner = _joined(_only(value))
        if inner.kind != "map":
            continue
        _take_texts(inner)
        title = first_of(inner, names_of(inner), NAMING, text=True)
        if title is None:
            continue
        if name in ASKING and names_in(inner).isdisjoint(_NAMED) and _says(inner):
            inner.pairs[title] = ("question", *inner.pairs[title][1:])
        node.items[place] = inner


def _says(node: Node) -> bool:
    """Whether a mapping with a title has a text, or parts of one of which none has a title itself."""
    return is_weak_question(node) or any(
        name_of(key) in SAYING
        and 0 < len(value.items) <= MOST_PARTS
        and all(names_in(item).isdisjoint(_TITLES) for item in value.items)
        for key, _, value in node.pairs
    )


def _joined(node: Node) -> Node:
    """One mapping of those that have a title and a text of it each: ``[{title: "Why?"}, {content: ...}]``."""
    if not 1 < len(node.items) <= MOST_JOINED or any(len(item.pairs) != 1 for item in node.items):
        return node
    pairs = [item.pairs[0] for item in node.items]
    names = {name_of(key) for key, _, _ in pairs}
    if len(names) < len(pairs) or names.isdisjoint(_TITLES) or names.isdisjoint(PARTS):
        return node
    joined = Node("map", node.line)
    joined.pairs, joined.end = pairs, node.end
    return joined


MOST_JOINED = 4
"""Values of one question that each stand in an item of a list."""


def _call_questions(node: Node) -> None:
    """Call questions the titles that ask in what is called a question, and a text that asks where only its answer has a name."""
    names = names_in(node)
    if not names.isdisjoint(ASKING):
        for key, _, value in node.pairs:
            one = _only(value)
            if name_of(key) not in ASKING or not names_in(one).isdisjoint(_NAMED):
                continue
            _take_texts(one)
            title = first_of(one, names_of(one), NAMING, text=True)
            if title is not None and asks(one.pairs[title][2].text) and is_weak_question(one):
                one.pairs[title] = ("question", *one.pairs[title][1:])
    elif names & ANSWERING and names.isdisjoint(NAMING | SUBTITLES | CHOOSING):
        place = first_of(node, names_of(node), SAYING, text=True)
        if place is not None and asks(node.pairs[place][2].text):
            node.pairs[place] = ("question", *node.pairs[place][1:])


CHOOSING = frozenset({"choices", "options", "distractors", "score", "points"})
"""Names in what is asked to be answered by those who read it."""

_NAMED = ASKING | ANSWERING
_WRAPPING = _NAMED | SAYING | GENERIC
"""Names of what one question may stand in alone."""


def _take_texts(node: Node) -> None:
    """Make texts of the paragraphs that each stand in a mapping, below a title: ``content: [{p: "One."}, {p: "Two."}]``."""
    if names_in(node).isdisjoint(_TITLES):
        return
    for place, (key, line, value) in enumerate(node.pairs):
        if name_of(key) in ASKING:
            if (text := _alone(_only(value))) is not None and not names_in(node).isdisjoint(PARTS):
                node.pairs[place] = (key, line, text)
        elif name_of(key) not in PARTS:
            continue
        elif (text := _alone(value)) is not None:
            node.pairs[place] = (key, line, text)
        elif 0 < len(value.items) <= MOST_PARTS and all(_alone(item) is not None for item in value.items):
            alike = len({name_of(item.pairs[0][0]) for item in value.items}) == 1
            value.items = [item.pairs[0][2] for item in value.items] if alike else value.items


_TITLES = NAMING | ASKING


def _alone(node: Node) -> Node | None:
    """The text or texts in a mapping that has nothing else, by a name of texts and answers."""
    if node.kind != "map" or len(node.pairs) != 1:
        return None
    key, _, value = node.pairs[0]
    said = value.kind == "text" or (len(value.items) <= MOST_PARTS and are_texts(value))
    return value if said and name_of(key) in _ALONE else None


def _only(node: Node) -> Node:
    """The one item of a list that has no other; anything else as it is."""
    return node.items[0] if len(node.items) == 1 else node


MOST_PARTS = 100
"""Paragraphs of an answer that are looked at: an alias may have the same ones in any number of answers."""


_ALONE = PARTS | {"step", "point", "item"}
"""Names of one paragraph of an answer."""


def _says_more(node: Node) -> bool:
    """Whether a category that faqtui wrote has a text of its own."""
    return any(name_of(key) == "text" and value.text for key, _, value in node.pairs)


def _rendered(node: Node) -> Node:
    if node.kind != "map" or not node.pairs or len(node.pairs) > len(_RENDERED):
        return node
    if "rendered" not in (names := names_in(node)) or names - _RENDERED:
        return node
    return next(value for key, _, value in reversed(node.pairs) if name_of(key) == "rendered")


def _message(node: Node) -> Node | None:
    """The text of a translation with what translators are told; None for anything else."""
    if node.kind != "map" or len(node.pairs) > len(_BESIDE):
        return None
    names = names_in(node)
    name = next((name for name in _TEXTS if name in names), "")
    if not name or names - _BESIDE - {name}:
        return None
    said = next(value for key, _, value in reversed(node.pairs) if name_of(key) == name)
    return said if said.kind == "text" else None


def _to_mapping(node: Node) -> None:
    """Make a mapping of a list of keys with their texts."""
    pairs: list[tuple[str, int, Node]] = []
    for item in node.items:
        if (shape := names_in(item)) not in _KEYED:
            return
        said = {name_of(key): value for key, _, value in item.pairs}
        key = said["id" if "id" in shape else "key"]
        text = next(said[name] for name in shape if name not in {"id", "key"})
        if key.kind != "text" or not key.text or text.kind != "text":
            return
        pairs.append((key.text, key.line, text))
    if len(pairs) > 1:
        node.kind, node.items, node.pairs = "map", [], pairs
