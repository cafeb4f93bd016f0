"""What data look like without being walked: keys that ask, mappings that answer, items that are alike, names of categories."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

from faqtui.formats.data.data_names import (
    ANSWERING,
    ASKING,
    BODY,
    GENERIC,
    GROUPING,
    MACHINE,
    NAMING,
    PARTS,
    SAYING,
    SUBTITLES,
)
from faqtui.formats.nodes import Node
from faqtui.letters import ASKS

_Said = TypeVar("_Said")

WORDS = 5
"""Words of a value that says something."""


def name_of(key: str) -> str:
    """A key as `data_names` has it."""
    folded = key.casefold()
    return folded if folded.isalnum() else "".join(folded.split()).replace("_", "").replace("-", "")


def of_keys(said: Callable[[tuple[str, ...]], _Said]) -> Callable[[Node], _Said]:
    """What the keys of a mapping say by themselves, remembered: the mappings of a list have the same ones."""
    known: dict[tuple[str, ...], Any] = {}
    _REMEMBERED.append(known)

    @wraps(said)
    def of(node: Node) -> _Said:
        keys = tuple([key for key, _, _ in node.pairs])
        found: Any = known.get(keys, known)
        if found is known:
            found = said(keys)
            if len(known) >= _MOST_KNOWN:
                known.clear()
            known[keys] = found
        return found  # type: ignore[no-any-return]

    return of


_MOST_KNOWN = 500
_REMEMBERED: list[dict[tuple[str, ...], Any]] = []


def forget() -> None:
    """Drop what was remembered of the keys of a file."""
    for known in _REMEMBERED:
        known.clear()


@of_keys
def names_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the keys of a mapping."""
    return tuple(map(name_of, keys))


@of_keys
def names_in(keys: tuple[str, ...]) -> frozenset[str]:
    """The same, of no order."""
    return frozenset(map(name_of, keys))


def asks(text: str) -> bool:
    """Whether a key is a question by its last sign."""
    return text.rstrip(" *_\"'").endswith(ASKS) and any(map(str.isalnum, text))


def first_of(node: Node, names: Sequence[str], wanted: frozenset[str], *, text: bool = False) -> int | None:
    """The place of the first pair with one of these names; with `text`, of those that hold a text.

    A name that programs use is no title where there is another.
    """
    found = [
        place
        for place, name in enumerate(names)
        if name in wanted and (not text or node.pairs[place][2].kind == "text")
    ]
    if wanted is NAMING and len(found) > 1:
        found = [place for place in found if not is_identifier(node.pairs[place][2].text)] or found
    return found[0] if found else None


def main_of(node: Node, names: Sequence[str], *, text: bool) -> int | None:
    """The place of what a mapping says: of several texts the one by the name that holds all of an article."""
    place = first_of(node, names, SAYING, text=text)
    if place is None:
        place = next(
            (
                n
                for n, name in enumerate(names)
                if (name in SAYING and are_texts(node.pairs[n][2]))
                or (is_part(name) and node.pairs[n][2].kind == "text")
            ),
            None,
        )
    body = first_of(node, names, BODY, text=True)
    return body if body is not None and node.pairs[body][2].text.strip() else place


def is_part(name: str) -> bool:
    """Whether a name is one of several parts of an answer: ``p1``, ``text2``."""
    return name.rstrip("0123456789") in PARTS and (name[-1:].isdigit() or name == "p")


def are_texts(node: Node) -> bool:
    """Whether a node is a list of texts."""
    return bool(node.items) and all(item.text for item in node.items)


def asking_keys(node: Node) -> int:
    """How many keys of a mapping ask, if it is one of questions to their answers: not a few of many, no translations."""
    asking = [value for key, _, value in node.pairs if asks(key) and not (value.kind == "text" and asks(value.text))]
    texts = sum(1 for _, _, value in node.pairs if value.kind == "text")
    return len(asking) if 2 * len(asking) >= texts else 0


def is_only(node: Node, wanted: frozenset[str]) -> bool:
    """Whether a mapping has one pair, by one of these names."""
    return node.kind == "map" and len(node.pairs) == 1 and name_of(node.pairs[0][0]) in wanted


def is_weak_question(node: Node) -> bool:
    """Whether a mapping has a title and a text, which may be a question and its answer.

    Below a title that asks a subtitle is such a text.
    """
    texts = {name_of(key) for key, _, value in node.pairs if value.kind == "text" and value.text}
    texts -= {name for name in texts if name == "value" and _is_choice(node)}
    lists = {name_of(key) for key, _, value in node.pairs if are_texts(value)}
    said = (texts | lists) & SAYING or any(map(is_part, texts))
    if not said and texts & SUBTITLES and all(value.kind == "text" for _, _, value in node.pairs):
        said = any(name_of(key) in NAMING and asks(value.text) for key, _, value in node.pairs)
    return bool(texts & NAMING) and bool(said)


def _is_choice(node: Node) -> bool:
    """Whether a mapping is one of those that can be chosen in a form: its value is a word or two."""
    return any(name_of(key) == "value" and len(value.text.split()) < WORDS for key, _, value in node.pairs)


def are_alike(items: Sequence[Node]) -> bool:
    """Whether items are all of a title and a text, neither of them by a name that says question or answer."""
    return len(items) >= 2 and all(map(is_weak_question, items))


def is_noise(key: str) -> bool:
    """Whether what stands under a key is for programs alone: by its name, an id of something (``faq_id``), or an attribute."""
    return name_of(key) in MACHINE or _OF_PROGRAMS.search(key) is not None


_OF_PROGRAMS = re.compile(r"(?:[_-]ids?|[a-z]I[Dd]s?)$|^(?:data-|aria[A-Z-]|data(?:Bs|Target|Toggle|Parent|Aos))")


def is_unsaid(name: str) -> bool:
    """Whether the name of a list or a mapping says no more than that questions are in it: ``items``, ``faqItem``, ``faqs2``."""
    if name in _UNSAID:
        return True
    behind = [name[len(front) :].rstrip("0123456789") for front in _OF_FAQS if name.startswith(front)]
    return any(not rest or rest in _UNSAID for rest in (*behind, name.removesuffix("s").removesuffix("faq")))


_UNSAID = GENERIC | GROUPING | ASKING | ANSWERING | SAYING
_OF_FAQS = ("questions", "question", "faqs", "faq", "qna", "qas", "qa", "accordion")
"""What the names of lists begin with that say no more."""


def is_identifier(key: str) -> bool:
    """Whether a key is made for programs, as ``whoPays`` and ``who_pays`` are, and ``Payment`` is not."""
    return not any(map(str.isspace, key)) and (key[:1].islower() or any(char.isdigit() or char in "_-" for char in key))


def labels_of(node: Node) -> dict[int, int]:
    """The places of addresses in a mapping, with those of the texts of their links: ``link`` and ``linkText``."""
    names = names_of(node)
    found: dict[int, int] = {}
    for place, name in enumerate(names):
        base = name.removesuffix("url").removesuffix("href")
        if (base != name or name.endswith("link")) and _is_address(node.pairs[place][2]):
            wanted = {f"{base}{end}" for end in _LABELS if base} | {f"{name}{end}" for end in _LABELS}
            label = next((n for n, other in enumerate(names) if other in wanted and n != place), None)
            if label is not None and node.pairs[label][2].text and label not in found.values():
                found[place] = label
    return found


_LABELS = ("text", "label", "title", "name")
"""How the name of the text of a link ends."""


def _is_address(node: Node) -> bool:
    text = node.text
    return bool(text) and " " not in text and ("/" in text or text.startswith(("#", "mailto:")))


def only_counts(node: Node) -> bool:
    """Whether a value is a number, a truth value or the like, or a list of such."""
    return node.plain or (bool(node.items) and all(item.plain for item in node.items))


def values_alone(items: Sequence[Node]) -> Sequence[Node]:
    """The items of a list; of several mappings that each have one value, all by the same name, these values."""
    names = {name_of(item.pairs[0][0]) if item.kind == "map" and len(item.pairs) == 1 else "" for item in items}
    if len(items) < 2 or len(names) != 1 or not all(names):
        return items
    return [item.pairs[0][2] for item in items]


def group_of(node: Node) -> str:
    """The name of a category beside a question: a text, a mapping with a name, the first of a list."""
    if node.kind == "list":
        return group_of(node.items[0]) if node.items and node.items[0].kind != "list" else ""
    if node.kind == "map":
        place = first_of(node, names_of(node), NAMING, text=True)
        return node.pairs[place][2].text if place is not None else ""
    return node.text
