"""One question in several languages or ways: the first of them is the question, the others stand below its answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from faqtui.formats.data.data_keys import join_keys, list_of
from faqtui.formats.data.data_names import ANSWERING, ASKING, GROUPING, LANGUAGES, NAMING, SAYING
from faqtui.formats.data.data_shapes import name_of, names_in, of_keys
from faqtui.formats.nodes import Node

_LONGEST_KEY, _LONGEST_CODE = 80, 7


def join_languages(node: Node, *, faq: bool = False) -> None:
    """Make one question of what is said in several languages, in keys (``question_en``) or below them.

    Beside a question and an answer without one, any word names a way to say these. In a `faq`, it may have no answer.
    """
    if not _may_speak(node) and not any(value.kind == "map" for _, _, value in node.pairs):
        return
    own = _named_in(names_in(node))
    spoken: dict[str, list[tuple[str, int, Node]]] = {}
    places: set[int] = set()
    for place, (key, line, value) in enumerate(node.pairs):
        base, language = language_of(key, own)
        if language and value.kind == "text" and not value.plain:
            if value.text:
                spoken.setdefault(base, []).append((language, line, value))
            places.add(place)
        elif value.kind == "map" and value.pairs and all(is_language(name) for name, _, _ in value.pairs):
            spoken.setdefault(key, []).extend(value.pairs)
            places.add(place)
    for place, (key, line, value) in enumerate(node.pairs):
        if key in spoken and place not in places:  # one language has no name: it is the site's own
            if value.kind != "text" or value.text:
                spoken[key].insert(0, ("", line, value))
            places.add(place)
    below = any(value.items for _, _, value in node.pairs)
    titles = ASKING | NAMING | (GROUPING if below else frozenset())
    asking = [key for key in spoken if name_of(key) in titles and spoken[key][0][2].kind == "text"]
    if not asking or not (faq or below or any(name_of(key) in ANSWERING | SAYING for key in spoken)):
        return
    first = spoken[asking[0]][0][0]
    others: dict[str, list[tuple[int, Node]]] = {}
    pairs = [pair for place, pair in enumerate(node.pairs) if place not in places]
    for key, values in reversed(spoken.items()):
        chosen = next((value for value in values if value[0] == first), values[0])
        pairs.insert(0, (key, chosen[1], chosen[2]))
    kept = {id(value) for _, _, value in pairs}
    for values in spoken.values():
        for language, line, value in values:
            if id(value) not in kept:
                others.setdefault(language, []).append((line, value))
    node.pairs = pairs + [
        (language, said[0][0], _paragraphs([value for _, value in said])) for language, said in others.items()
    ]


def _named_in(names: Set[str]) -> Set[str]:
    """The names of question and answer where there are both."""
    return names & (ASKING | ANSWERING) if names & ASKING and names & ANSWERING else frozenset()


@of_keys
def _may_speak(keys: tuple[str, ...]) -> bool:
    """Whether one of these keys names a language."""
    own = _named_in(frozenset(map(name_of, keys)))
    return any(language_of(key, own)[1] for key in keys)


def join_translations(node: Node) -> None:
    """Make one question of what has it and its answer once for each language: below the codes of these, or with them beside.

    What stands beside the codes (an id, a category) belongs to the question.
    """
    rest: list[tuple[str, int, Node]] = []
    if node.kind == "list":
        if not node.items or _LANGUAGE.isdisjoint(names_in(node.items[0])):
            return
        spoken = [(_spoken_in(item), item) for item in node.items]
        if not all(is_language(key) and _is_asked(value) for key, value in spoken):
            return
    else:
        if not _has_languages(node):
            return
        spoken = [(key, value) for key, _, value in node.pairs if value.kind == "map" and is_language(key)]
        rest = [pair for pair in node.pairs if pair[2].kind != "map" or not is_language(pair[0])]
        if not (all(_is_asked(value) for _, value in spoken) or _are_told_alike([value for _, value in spoken])):
            return
    languages = {key for key, _ in spoken}
    if len(languages) < 2 or len(languages) < len(spoken):
        return
    node.kind, node.items = "map", []
    node.pairs = [*spoken[0][1].pairs, *rest]
    for language, value in spoken[1:]:
        said = [text for key, _, text in value.pairs if name_of(key) in _SAID]
        if said:
            node.pairs.append((language, value.line, _paragraphs(said)))


def join_spoken_keys(node: Node, *, faq: bool) -> None:
    """Join keys of questions and answers where each of them has its text in several languages: ``q1: {en, fr}``."""
    spoken = {id(value.pairs[0][2]): value for _, _, value in node.pairs if _is_spoken(value)}
    if len(spoken) < _LEAST_SPOKEN:
        return
    first = {id(value): value.pairs[0][2] for value in spoken.values()}
    node.pairs = [(key, line, first.get(id(value), value)) for key, line, value in node.pairs]
    join_keys(node, faq=faq)
    node.pairs = [(key, line, spoken.get(id(value), value)) for key, line, value in node.pairs]
    for item in (item for _, _, value in node.pairs for item in value.items):
        others: dict[str, list[Node]] = {}
        for text in (text for _, _, value in item.pairs for text in (value, *value.items)):
            for language, _, said in spoken[id(text)].pairs[1:] if id(text) in spoken else ():
                others.setdefault(language, []).append(said)
        item.pairs += [(language, said[0].line, _paragraphs(said)) for language, said in others.items()]


_LEAST_SPOKEN = 4
"""Texts of a mapping in several languages each, of which some may be questions and their answers."""


def _is_spoken(node: Node) -> bool:
    """Whether a mapping has nothing but one text in several languages."""
    return len(node.pairs) > 1 and all(is_language(key) and value.kind == "text" for key, _, value in node.pairs)


_SAID = ASKING | ANSWERING | NAMING | SAYING


@of_keys
def _has_languages(keys: tuple[str, ...]) -> bool:
    return sum(map(is_language, keys)) > 1


def _are_told_alike(values: list[Node]) -> bool:
    """Whether each of these mappings has a title and a text, and no more, by the same names."""
    names = names_in(values[0]) if values else frozenset()
    if not names & NAMING or not names & SAYING or not names <= NAMING | SAYING:
        return False
    return all(names_in(value) == names and all(one.text for _, _, one in value.pairs) for value in values)


def _spoken_in(node: Node) -> str:
    """The language that a mapping says it is in."""
    return next((value.text for key, _, value in node.pairs if name_of(key) in _LANGUAGE), "")


_LANGUAGE = frozenset({"language", "lang", "locale", "languagecode", "languagescode", "lng"})


def _is_asked(node: Node) -> bool:
    names = {name_of(key) for key, _, value in node.pairs if value.lines or value.items}
    return bool(names & ASKING) and bool(names & ANSWERING)


def _paragraphs(values: list[Node]) -> Node:
    if any(value.kind != "text" for value in values):
        return list_of(values)
    node = Node("text", values[0].line)
    node.end = max(value.end for value in values)
    for value in values:
        node.lines += [(value.line, ""), *value.lines] if node.lines else value.lines
    return node


def are_in_languages(keys: Iterable[str]) -> bool:
    """Whether keys have questions in several languages, and answers."""
    said = [name_of(base) for base, language in (language_of(key) for key in keys) if language]
    return sum(1 for name in said if name in ASKING) > 1 and not ANSWERING.isdisjoint(said)


def language_of(key: str, own: Set[str] = frozenset()) -> tuple[str, str]:
    """A key without the language at its end, and that: only where what is left is a name of questions or answers.

    Where it is one of those that are there without one (`own`), any word may be.
    """
    if len(key) > _LONGEST_KEY or (key.isalnum() and key.islower()):  # one word, as most keys are
        return key, ""
    whole = key
    key = key.rstrip(")] ") if key[-1:] in ")]" else key  # "Question (EN)"
    base, _, language = re.sub(r"[_\-. (\[]|(?<=[a-z])(?=[A-Z][a-z]*$)", "\n", key).rpartition("\n")
    said = name_of(base.replace("\n", ""))
    fits = said in own and language.isalpha()
    fits = fits or (language.lower() in LANGUAGES and said in ASKING | ANSWERING | NAMING | SAYING)
    return (key[: len(key) - len(language)].rstrip("_-. (["), language.lower()) if fits else (whole, "")


def is_language(key: str) -> bool:
    """Whether a key is the code of a language."""
    return len(key) <= _LONGEST_CODE and re.split(r"[-_]", key.lower())[0] in LANGUAGES
