"""Which key of a mapping, or column of a table, asks and which answers where only a word of it says so: ``answer_html``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.formats.data.data_languages import is_language
from faqtui.formats.data.data_names import ANSWERING, ASKING, FORMATS, GROUPING, NAMING, SAYING
from faqtui.formats.data.data_shapes import asks, name_of, of_keys
from faqtui.formats.nodes import Node

_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+")
_ABOUT = frozenset(
    {
        "id",
        "ids",
        "number",
        "no",
        "date",
        "type",
        "count",
        "key",
        "index",
        "order",
        "at",
        "by",
        "url",
        "image",
        "icon",
        "status",
    }
    | {"score", "votes", "slug", "category", "tags", "keywords", "level", "options", "choices", "class", "start", "end"}
)
"""Words of names that hold something about a question or an answer: "question id"."""

_MOST_WORDS, _MOST_KEYS = 4, 24


def places_of(names: Sequence[str]) -> tuple[int | None, int | None]:
    """Which of these names question and answer have; None for each that no name says. One of them does by its own."""
    keys = tuple(map(name_of, names))
    asking = _place(names, keys, ASKING)
    answering = _place(names, keys, ANSWERING, but=asking)
    if asking is None and answering is not None:
        asking = _place(names, keys, NAMING, but=answering)
    if answering is None and asking is not None:
        answering = _place(names, keys, SAYING, but=asking)
    return asking, answering


def _place(names: Sequence[str], keys: Sequence[str], wanted: frozenset[str], but: int | None = None) -> int | None:
    """The first that is called so, or one of whose words says so: "Customer question", "answer_en"."""
    for place, key in enumerate(keys):
        if key in wanted and place != but:
            return place
    words = wanted - GROUPING if wanted is NAMING else wanted
    for place, name in enumerate(names):
        said = [] if place == but or (name.isalpha() and name.islower()) else _words(name)
        if not 1 < len(said) <= _MOST_WORDS or not _ABOUT.isdisjoint(said):
            continue
        if any(word in words and (len(word) > 1 or is_language(said[-1])) for word in said):
            return place
    return None


def _ask_several(keys: Sequence[str]) -> bool:
    """Whether keys are of several questions, each with its answer: ``pay_question`` and ``pay_answer``, ``ship_question``, ..."""
    asking: set[tuple[str, ...]] = set()
    answering: set[tuple[str, ...]] = set()
    for key in keys:
        *about, last = _words(key) or [""]
        if about and last in FORMATS:
            *about, last = about
        if about and last in ASKING:
            asking.add(tuple(about))
        elif about and last in ANSWERING:
            answering.add(tuple(about))
    return len(asking & answering) > 1


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(name)]


_SAID = ASKING | ANSWERING | NAMING | SAYING


@of_keys
def _named(keys: tuple[str, ...]) -> tuple[int, int, bool] | None:
    """The places of a question and an answer, or only of a title and a text; None where they have plain names, or none."""
    names = tuple(map(name_of, keys))
    if not 1 < len(keys) <= _MOST_KEYS or (set(names) & ASKING and set(names) & ANSWERING):
        return None
    if _ask_several(keys):
        return None
    if all(_SAID.isdisjoint(_words(key)) for key, name in zip(keys, names, strict=True) if name not in _SAID):
        return None
    asking, answering = places_of(keys)
    if asking is not None and answering is not None:
        plain = names[asking] in ASKING | NAMING and names[answering] in ANSWERING | SAYING
        return None if plain else (asking, answering, True)
    title = _place(keys, names, NAMING)
    text = _place(keys, names, SAYING, but=title)
    if title is None or text is None or (names[title] in NAMING and names[text] in SAYING):
        return None
    return title, text, False


def name_plainly(items: Sequence[Node], *, faq: bool) -> None:
    """Call question and answer what mappings have under longer names; titles and texts in a `faq`, or if most titles ask."""
    named: dict[bool, list[tuple[Node, int, int]]] = {True: [], False: []}
    for item in items:
        found = _named(item) if len(item.pairs) > 1 else None
        if found is not None and item.pairs[found[0]][2].kind == "text":
            named[found[2]].append((item, found[0], found[1]))
    for strong, alike in named.items():
        asking = sum(asks(item.pairs[place][2].text) for item, place, _ in alike)
        several = len(alike) > 1
        if (strong and (several or asking)) or (several and (faq or 2 * asking >= len(alike))):
            for item, question, answer in alike:
                _rename(item, question, answer)


def _rename(item: Node, asking: int, answering: int) -> None:
    for place, name in ((asking, "question"), (answering, "answer")):
        item.pairs[place] = (name, *item.pairs[place][1:])
