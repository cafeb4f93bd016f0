"""Questions and answers under keys that belong together, as translations of a site have them.

- keys that differ in one word: ``q1`` and ``a1``, ``pay_question`` and ``pay_answer``, ``faq.question.2`` and ``faq.answer.2``
- keys that go on: ``pay`` and ``pay_answer``, ``q1``, ``q1p1`` and ``q1p2``
- a title and a text under each of several keys
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from faqtui.formats.data.data_names import ANSWERING, ASKING, FORMATS, GROUPING, NAMING, SAYING, SUBTITLES
from faqtui.formats.data.data_shapes import (
    asks,
    first_of,
    is_noise,
    is_weak_question,
    name_of,
    names_in,
    names_of,
    of_keys,
)
from faqtui.formats.nodes import Node

FEW = 4
"""Pairs of a mapping in which one question may stand alone."""

_DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)+$")
_TOKEN = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\d_A-Za-z]+")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_KEY, _MOST_WORDS = 80, 12
_OF_FORMS = frozenset({"choices", "choiceother", "options", "required", "placeholder", "validation", "inputtype"})
"""Names that the fields of a form have: what they ask is not answered here."""

_LINKS = frozenset({"url", "link", "href"})
_COUNTED = ASKING | {"faq", "qa", "item", "entry"}

_OF_GROUPS = GROUPING | NAMING | {"cat"}


def nest(node: Node) -> None:
    """Make mappings of keys with dots in them."""
    if sum(dotted := _dotted(node)) < 2:
        return
    made: dict[tuple[str, ...], Node] = {(): Node("map", node.line)}
    for (key, line, value), apart in zip(node.pairs, dotted, strict=True):
        *above, last = key.split(".") if apart else [key]
        for depth, name in enumerate(above):
            path = tuple(above[: depth + 1])
            if path not in made:
                made[path] = Node("map", line)
                made[path[:-1]].pairs.append((name, line, made[path]))
            made[path].end = value.end
        made[tuple(above)].pairs.append((last, line, value))
    node.pairs = made[()].pairs


def turn(node: Node) -> None:
    """Put the questions of a group beside their answers where data have all questions under one key, all answers under another.

    ``answer.pay.1`` and ``question.pay.1`` are in the group ``pay``, and ``title.pay`` is what that is called.
    """
    if not _may_turn(node):
        return
    sides: list[tuple[str, int, Node]] = []
    rest: list[tuple[str, int, Node]] = []
    for pair in node.pairs:
        (sides if name_of(pair[0]) in _SIDES and pair[2].kind == "map" else rest).append(pair)
    grouped = [
        side for key, _, side in sides if name_of(key) in ANSWERING and any(below.pairs for _, _, below in side.pairs)
    ]
    if len(sides) < 2 or not grouped:
        return
    groups = {key: Node("map", line) for _, _, side in sides for key, line, _ in side.pairs}
    for side, _, values in sides:
        for name, line, value in values.pairs:
            _set_below(groups[name], side, line, value)
    node.pairs = [*rest, *((key, group.line, group) for key, group in groups.items())]


def _set_below(group: Node, side: str, line: int, value: Node) -> None:
    """Put what a side says of a group into this: its name, or a text for each of its questions."""
    if value.kind != "map":
        group.pairs.append((side, line, value))
        return
    known = {key: below for key, _, below in group.pairs if below.kind == "map"}
    for key, number, text in value.pairs:
        if key not in known:
            known[key] = Node("map", number)
            group.pairs.append((key, number, known[key]))
        known[key].pairs.append((side, number, text))
        known[key].end = max(known[key].end, text.end)


_SIDES = ASKING | NAMING | SUBTITLES | ANSWERING


@of_keys
def _may_turn(keys: tuple[str, ...]) -> bool:
    names = frozenset(map(name_of, keys))
    return bool(names & ANSWERING) and bool(names & (_SIDES - ANSWERING))


@of_keys
def _dotted(keys: tuple[str, ...]) -> tuple[bool, ...]:
    return tuple(["." in key and len(key) <= _LONGEST_KEY and _DOTTED.match(key) is not None for key in keys])


def are_counted(node: Node) -> bool:
    """Whether the mappings in a mapping have names that count questions: ``q1``, ``faq_2``."""
    keys = [name_of(key) for key, _, value in node.pairs if value.kind == "map"]
    return bool(keys) and all(key.rstrip("0123456789") in _COUNTED and key[-1:].isdigit() for key in keys)


def join_titles(node: Node, *, least: int) -> None:
    """Take the values of a mapping for questions that have a title and a text: `least` of them, where most of the titles ask.

    So do the terms of a glossary have what they mean.
    """
    titles: list[tuple[Node, int]] = []
    if any(name_of(key) in _OF_FORMS for _, _, value in node.pairs for key, _, _ in value.pairs):
        return
    if any(_is_one(item) for _, _, value in node.pairs for item in value.items[:1]):
        return  # the questions are in a list, and these are settings beside it
    for _, _, value in node.pairs:
        if value.kind == "map" and is_weak_question(value):
            place = first_of(value, names_of(value), NAMING, text=True)
            titles += [(value, place)] if place is not None else []
    asking = sum(asks(value.pairs[place][2].text) for value, place in titles)
    defined = len(titles) > 1 and all(name_of(value.pairs[place][0]) == "term" for value, place in titles)
    if len(titles) >= least and (2 * asking >= len(titles) or defined):
        for value, place in titles:
            value.pairs[place] = ("question", *value.pairs[place][1:])


def name_alike(items: Sequence[Node]) -> None:
    """Call question and answer what mappings have under two names each, the same in all, of which most of the first ask.

    What answers says more than a button does, or leads to the answer.
    """
    if len(items) < 2 or any(item.kind != "map" or not 2 <= len(item.pairs) <= FEW for item in items):
        return
    texts = [[(key, value) for key, _, value in item.pairs if may_ask(value) and not is_noise(key)] for item in items]
    keys = [key for key, _ in texts[0]]
    if len(keys) != 2 or any([key for key, _ in own] != keys for own in texts):
        return
    names = names_in(items[0])
    leading = name_of(keys[1]) in _LINKS
    if names & (ASKING | _OF_FORMS) or ((names - {name_of(keys[1])}) & ANSWERING) or (names & NAMING and not leading):
        return
    asking = [sum(asks(own[place][1].text) for own in texts) for place in (0, 1)]
    said = sum(len(own[1][1].text) for own in texts)
    if (1 if leading else 2) * asking[0] < len(items) or asking[1] or (not leading and said < ENOUGH * len(items)):
        return
    for item in items:
        named = {keys[0]: "question", keys[1]: "answer"}
        item.pairs = [(named.get(key, key), line, value) for key, line, value in item.pairs]


ENOUGH = 20
"""Letters that answers have, all in all, where nothing calls them so."""


def _is_one(node: Node) -> bool:
    return is_weak_question(node) or any(name_of(key) in ASKING for key, _, _ in node.pairs)


def join_keys(node: Node, *, faq: bool) -> None:
    """Make a list of the questions of a mapping whose keys say which answer belongs to which.

    In what is called a `faq`, a title that asks and a text are enough.
    """
    keys = _words_of(node)
    if not any(len(tokens) > 1 for tokens in keys):
        return
    found = _matched(node, keys, ASKING, ANSWERING)
    _go_on(node, keys, found, faq=faq)
    numbered = len(found) > 1 and all(any(map(str.isdigit, keys[place])) for place in found)
    asking = 0 if len(found) == 1 and len(node.pairs) > FEW else _asking(node, found)
    if not numbered and (not asking or 2 * asking < len(found)):
        found = _matched(node, keys, NAMING, SAYING) if faq else {}
        asking = _asking(node, found)
        if asking < 2 or 2 * asking < len(found) or 4 * len(found) < len(node.pairs):
            return
    if numbered and len(found) > 1:  # those that wait for an answer
        alike = {_uncounted(keys[place]) for place in found}
        for place, tokens in enumerate(keys):
            if _uncounted(tokens) in alike and asks(node.pairs[place][2].text) and any(map(str.isdigit, tokens)):
                found.setdefault(place, [])
    used = {place for question, answers in found.items() for place in (question, *answers)}
    groups = _groups(node, [keys[place] for place in found], keys, used)
    items: list[Node] = []
    for place in sorted(found):
        said = _with_lists([(keys[answer], node.pairs[answer][2]) for answer in found[place]])
        item = asked(node.pairs[place][2], said, node.pairs[place][1])
        group = groups.get(keys[place][0])
        if group is not None:
            item.pairs.append(("category", *node.pairs[group][1:]))
        items.append(item)
    put(node, used | set(groups.values()), list_of(items))


_ITEMS = frozenset({"li", "item", "bullet", "point", "step"})


def _with_lists(parts: Sequence[tuple[list[str], Node]]) -> list[Node]:
    """Parts of an answer with those that are items by their keys (``a2_li1``, ``a2_li2``) put into lists."""
    said: list[Node] = []
    for are_items, group in groupby(parts, lambda part: _is_item(part[0])):
        nodes = [node for _, node in group]
        if are_items and len(nodes) > 1:
            one = Node("map", nodes[0].line)
            one.pairs, one.end = [("list", one.line, list_of(nodes))], nodes[-1].end
            nodes = [one] if len(nodes) < len(parts) else [list_of([one])]
        said += nodes
    return said


def _is_item(tokens: list[str]) -> bool:
    return len(tokens) > 2 and tokens[-1].isdigit() and tokens[-2] in _ITEMS


def _uncounted(tokens: list[str]) -> tuple[str, ...]:
    return tuple("" if token.isdigit() else token for token in tokens)


@of_keys
def _words_of(keys: tuple[str, ...]) -> tuple[list[str], ...]:
    return tuple(map(_tokens, keys))


def _asking(node: Node, found: dict[int, list[int]]) -> int:
    return sum(1 for place in found if asks(node.pairs[place][2].text))


def _tokens(key: str) -> list[str]:
    tokens = [token.casefold() for token in _TOKEN.findall(key)] if len(key) <= _LONGEST_KEY else []
    return tokens[:-1] if len(tokens) > 2 and tokens[-1] in FORMATS else tokens


def _matched(
    node: Node, keys: Sequence[list[str]], asking: frozenset[str], answering: frozenset[str]
) -> dict[int, list[int]]:
    """The places of questions, each with that of its answer, whose key is the same but for the word that says so."""
    answers: dict[tuple[str, ...], int] = {}
    parts: dict[tuple[str, ...], list[int]] = {}  # ``faq_5_1_body`` and ``faq_5_2_body`` of ``faq_5_title``
    for place, tokens in enumerate(keys):
        for rest in _without(tokens, answering):
            answers.setdefault(rest, place)
            digits = [at for at, token in enumerate(rest) if token.isdigit()]
            if len(digits) > 1:
                parts.setdefault((*rest[: digits[-1]], *rest[digits[-1] + 1 :]), []).append(place)
    if not answers:
        return {}
    found: dict[int, list[int]] = {}
    used: set[int] = set()
    for place, tokens in enumerate(keys):
        for rest in _without(tokens, asking) if may_ask(node.pairs[place][2]) else []:
            answer = answers.get(rest, place)
            if answer != place and answer not in used and _says(node.pairs[answer][2]):
                found[place] = [answer]
                used.add(answer)
                break
            if answer == place and rest in parts and asks(node.pairs[place][2].text):
                found[place] = [part for part in parts[rest] if part != place and _says(node.pairs[part][2])]
                used.update(found[place])
                break
    return {place: said for place, said in found.items() if said}


def _go_on(node: Node, keys: Sequence[list[str]], found: dict[int, list[int]], *, faq: bool) -> None:
    """Give questions what stands under their key, or that of their answer, and some words more."""
    used = {answer for answers in found.values() for answer in answers}
    owners: dict[tuple[str, ...], int] = {}
    for place, tokens in enumerate(keys):
        if place not in used and tokens and may_ask(node.pairs[place][2]):
            is_counted = bool({*tokens} & ASKING) and any(map(str.isdigit, tokens))
            if place in found or is_counted or asks(node.pairs[place][2].text):
                owners.setdefault(tuple(tokens), place)
    owners |= {tuple(keys[answer]): question for question, answers in found.items() for answer in answers}
    counted = {
        rest: place
        for head, place in owners.items()
        if place not in found and any(map(str.isdigit, head))
        for rest in _without([*head], ASKING)
    }
    if not owners:
        return
    for place, tokens in enumerate(keys):
        if place in used or place in found or not _says(node.pairs[place][2]):
            continue
        heads = [tuple(tokens[:length]) for length in range(len(tokens) - 1, 0, -1)][:_MOST_WORDS]
        head = next((head for head in heads if head in owners), None)
        plain = [tuple(token for token in rest if token) for rest in _without(tokens, ANSWERING)]
        whole = next((rest for rest in plain if rest in owners), None)
        if whole is None and head is not None and (faq or {*head} & (ASKING | ANSWERING)):
            whole = head
        if whole is None and counted:  # one of several parts of an answer: "a2li1" of "q2"
            answers = (
                rest for length in range(len(tokens) - 1, 0, -1) for rest in _without(tokens[:length], ANSWERING)
            )
            owner = next((counted[rest] for rest in answers if rest in counted), None)
            if owner is not None:
                found.setdefault(owner, []).append(place)
                used.add(place)
                continue
        if whole is not None and owners[whole] != place:
            found.setdefault(owners[whole], []).append(place)
            used.add(place)
    for place in list(found):
        if place in used:  # what goes on itself
            del found[place]


def _groups(node: Node, asking: list[list[str]], keys: Sequence[list[str]], used: set[int]) -> dict[str, int]:
    """The places of the names of categories, by the first word of the keys of the questions in them."""
    first = {tokens[0] for tokens in asking if len(tokens) > 1 and tokens[0] not in ASKING | NAMING}
    found: dict[str, int] = {}
    for place, tokens in enumerate(keys):
        names = {*tokens} & first
        if (
            len(tokens) == 2
            and place not in used
            and names
            and {*tokens} & _OF_GROUPS
            and may_ask(node.pairs[place][2])
        ):
            found.setdefault(names.pop(), place)
    return found if len(found) > 1 else {}


def _without(tokens: list[str], words: frozenset[str]) -> list[tuple[str, ...]]:
    """The words of a key with each of those in `words` left out in turn; none where it has no other."""
    if not 1 < len(tokens) <= _MOST_WORDS or words.isdisjoint(tokens):
        return []
    return [(*tokens[:at], "", *tokens[at + 1 :]) for at, token in enumerate(tokens) if token in words]


def may_ask(node: Node) -> bool:
    """Whether a node is a text with letters in it."""
    return node.kind == "text" and not node.plain and any(_LETTER.search(text) is not None for _, text in node.lines)


def _says(node: Node) -> bool:
    return bool(node.text if node.kind == "text" else node.items or node.pairs)


def asked(question: Node, answers: list[Node], line: int) -> Node:
    """A mapping of a question and its answers, if it has any."""
    both = Node("map", line)
    if not answers:
        both.pairs, both.end = [("question", line, question)], question.end
        return both
    answer = answers[0] if len(answers) == 1 else list_of(answers)
    both.pairs = [("question", line, question), ("answer", answer.line, answer)]
    both.end = max(question.end, answer.end)
    return both


def list_of(items: list[Node]) -> Node:
    """A list of these nodes."""
    node = Node("list", items[0].line)
    node.items, node.end = items, items[-1].end
    return node


def put(node: Node, used: set[int], new: Node) -> None:
    """Put `new` in the place of the first of the pairs that are used, and take these out."""
    first = min(used)
    node.pairs = [
        ("items", new.line, new) if place == first else pair
        for place, pair in enumerate(node.pairs)
        if place == first or place not in used
    ]
