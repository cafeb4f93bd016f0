"""Questions and answers that data keep apart, put together before they are looked for.

- keys in pairs: ``q1`` and ``a1``, ``faq.question.2`` and ``faq.answer.2``, ``who_pays`` and ``who_pays_answer``
- a list of questions beside one of answers, and several ways to ask beside what is said to them (``patterns``, ``responses``)
- one question in several languages: the first is the question, the others stand below its answer
- turns of conversations, as lists of texts or with who says it
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from faqtui.formats.data.data_names import ANSWERING, ASKING, LANGUAGES, LISTED, NAMING, SAYING, TRIGGERS, WHOLE
from faqtui.formats.data.data_shapes import are_alike, asks, first_of, name_of
from faqtui.formats.nodes import Node

_DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)+$")
_TOKEN = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\d_A-Za-z]+")
_GLOB = re.compile(r"\*\*|[\w*]/\*|\*\.\w|^[/\\^]|\$$")
_LONGEST_KEY = 80
_SPEAKER, _SPOKEN = frozenset({"role", "from", "speaker"}), frozenset({"content", "value", "text", "message"})
_ASKER = frozenset({"user", "human", "customer", "question"})
_ANSWERER = frozenset({"assistant", "bot", "gpt", "model", "agent", "answer"})
_RESPONDING = frozenset({"responses", "replies", "message", "text"})
"""Names of what is said to one of several ways to ask."""

_TRAINED = {"instruction": "output", "human": "assistant", "user": "assistant"}
"""Names of what is said to a model and what it shall answer."""


def join(root: Node) -> None:
    """Put together what belongs together, everywhere in a node and in place. Every node is looked at once."""
    several: set[int] = set()
    faqs = {id(root)}  # what is or stands in what is called a FAQ
    seen: dict[int, Node] = {}  # with the nodes, so that none of them is given up and its place taken by another
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # an alias: the same node again
            continue
        seen[id(node)] = node
        if node.kind == "list":
            _join_turns(node)
            _join_texts(node)
            if len(node.items) > 1 and not _are_parallel(node.items):
                several |= set(map(id, node.items))
        elif node.kind == "map":
            _nest(node)
            _unwrap(node)
            _join_languages(node)
            _join_lists(node, alternatives=id(node) in several)
            _join_keys(node, weak=id(node) in faqs)
            if id(node) in faqs:
                _join_titles(node)
            faqs |= {
                id(value) for key, _, value in node.pairs if (node is not root and id(node) in faqs) or _is_faq(key)
            }
        waiting += node.items
        waiting += [value for _, _, value in node.pairs]


def _is_faq(key: str) -> bool:
    return "faq" in key.casefold() or name_of(key) in WHOLE


def _asked(question: Node, answer: Node, line: int | None = None) -> Node:
    both = Node("map", question.line if line is None else line)
    both.pairs = [("question", both.line, question), ("answer", answer.line, answer)]
    both.end = max(question.end, answer.end)
    return both


def _list_of(items: list[Node]) -> Node:
    node = Node("list", items[0].line)
    node.items, node.end = items, items[-1].end
    return node


def _put(node: Node, used: set[int], new: Node) -> None:
    """Put `new` in the place of the first of the pairs that are used, and take these out."""
    first = min(used)
    node.pairs = [
        ("items", new.line, new) if place == first else pair
        for place, pair in enumerate(node.pairs)
        if place == first or place not in used
    ]


# Keys


def _nest(node: Node) -> None:
    """Make mappings of keys with dots in them."""
    if sum(1 for key, _, _ in node.pairs if _DOTTED.match(key)) < 2:
        return
    made: dict[tuple[str, ...], Node] = {(): Node("map", node.line)}
    for key, line, value in node.pairs:
        *above, last = key.split(".") if _DOTTED.match(key) else [key]
        for depth, name in enumerate(above):
            path = tuple(above[: depth + 1])
            if path not in made:
                made[path] = Node("map", line)
                made[path[:-1]].pairs.append((name, line, made[path]))
        for depth in range(len(above) + 1):
            made[tuple(above[:depth])].end = value.end
        made[tuple(above)].pairs.append((last, line, value))
    node.pairs = made[()].pairs


def _unwrap(node: Node) -> None:
    """Take texts out of mappings of one ``message`` each, as browsers want translations."""
    said = [value for _, _, value in node.pairs if value.kind == "map" and is_message(value)]
    if len(said) > 1 and len(said) == len(node.pairs):
        node.pairs = [
            (key, line, next(text for name, _, text in value.pairs if name == "message"))
            for key, line, value in node.pairs
        ]


def is_message(node: Node) -> bool:
    """Whether a mapping is a text to translate, with what translators are told."""
    names = {key: value for key, _, value in node.pairs}
    return "message" in names and names["message"].kind == "text" and not names.keys() - {"message", "description"}


def _tokens(key: str) -> list[str]:
    return [token.casefold() for token in _TOKEN.findall(key)] if len(key) <= _LONGEST_KEY else []


def _join_keys(node: Node, *, weak: bool) -> None:
    """Make a list of what stands under keys that differ in one word: question and answer, with `weak` title and text."""
    keys = [_tokens(key) for key, _, _ in node.pairs]
    if not any(len(tokens) > 1 for tokens in keys):
        return
    found = _matched(node, keys, ASKING, ANSWERING)
    found |= _matched_whole(node, keys, set(found) | set(found.values()))
    asking = sum(1 for place in found if asks(node.pairs[place][2].text))
    numbered = len(found) > 1 and all(any(map(str.isdigit, keys[place])) for place in found)
    if len(found) == 1 and len(node.pairs) > FEW:  # among the words of a program
        asking = 0
    if not found or (2 * asking < len(found) and not numbered) or (not asking and not numbered):
        found = _matched(node, keys, NAMING, SAYING) if weak else {}
        asking = sum(1 for place in found if asks(node.pairs[place][2].text))
        if asking < 2 or 2 * asking < len(found) or 4 * len(found) < len(node.pairs):
            return
    items = [_asked(node.pairs[at][2], node.pairs[found[at]][2], node.pairs[at][1]) for at in sorted(found)]
    _put(node, set(found) | set(found.values()), _list_of(items))


FEW = 4
"""Pairs of a mapping in which one question may stand alone."""


def _join_titles(node: Node) -> None:
    """Take the values of a mapping for questions that are all of a title and a text, where most of the titles ask."""
    values = [value for _, _, value in node.pairs if value.kind == "map"]
    if not are_alike(values):
        return
    titles: list[tuple[Node, int]] = []
    for value in values:
        place = first_of(value, [name_of(key) for key, _, _ in value.pairs], NAMING, text=True)
        titles.append((value, place or 0))
    if 2 * sum(asks(value.pairs[place][2].text) for value, place in titles) >= len(values):
        for value, place in titles:
            value.pairs[place] = ("question", *value.pairs[place][1:])


def _matched(node: Node, keys: list[list[str]], asking: frozenset[str], answering: frozenset[str]) -> dict[int, int]:
    """The places of questions, each with the place of its answer, whose key is the same but for the word that says so."""
    answers: dict[tuple[str, ...], int] = {}
    for place, tokens in enumerate(keys):
        for rest in _without(tokens, answering):
            answers.setdefault(rest, place)
    found: dict[int, int] = {}
    for place, tokens in enumerate(keys):
        if not _may_ask(node.pairs[place][2]):
            continue
        for rest in _without(tokens, asking):
            answer = answers.get(rest)
            if answer is not None and answer != place and answer not in found.values() and _says(node, answer):
                found[place] = answer
                break
    return found


def _matched_whole(node: Node, keys: list[list[str]], used: set[int]) -> dict[int, int]:
    """Questions under a key that says nothing of it, whose answer is under the same key and a word more."""
    whole = {tuple(tokens): place for place, tokens in enumerate(keys)}
    found: dict[int, int] = {}
    for place, tokens in enumerate(keys):
        for rest in _without(tokens, ANSWERING):
            question = whole.get(tuple(token for token in rest if token))
            if question is None or {question, place} & used or question in found or not _says(node, place):
                continue
            if _may_ask(node.pairs[question][2]) and asks(node.pairs[question][2].text):
                found[question] = place
    return found


def _without(tokens: list[str], words: frozenset[str]) -> list[tuple[str, ...]]:
    """The words of a key with each of those in `words` left out in turn; none where it has no other."""
    if not 1 < len(tokens) <= 12:
        return []
    return [(*tokens[:at], "", *tokens[at + 1 :]) for at, token in enumerate(tokens) if token in words]


def _may_ask(node: Node) -> bool:
    return node.kind == "text" and not node.plain and any(map(str.isalpha, node.text))


def _says(node: Node, place: int) -> bool:
    value = node.pairs[place][2]
    return bool(value.text if value.kind == "text" else value.items or value.pairs)


# Languages


def _join_languages(node: Node) -> None:
    """Make one question of what is said in several languages, in keys (``question_en``) or below them."""
    spoken: dict[str, list[tuple[str, int, Node]]] = {}
    places: set[int] = set()
    for place, (key, line, value) in enumerate(node.pairs):
        base, language = _language_of(key)
        if language and value.kind == "text" and not value.plain:
            spoken.setdefault(base, []).append((language, line, value))
            places.add(place)
        elif value.kind == "map" and value.pairs and all(_is_language(name) for name, _, _ in value.pairs):
            spoken.setdefault(key, []).extend(value.pairs)
            places.add(place)
    for place, (key, line, value) in enumerate(node.pairs):
        if key in spoken and place not in places:  # one language has no name: it is the site's own
            spoken[key].insert(0, ("", line, value))
            places.add(place)
    asking = [key for key in spoken if name_of(key) in ASKING | NAMING and spoken[key][0][2].kind == "text"]
    if not asking or not any(name_of(key) in ANSWERING | SAYING for key in spoken):
        return
    first = spoken[asking[0]][0][0]
    others: dict[str, list[tuple[int, Node]]] = {}
    pairs = [pair for place, pair in enumerate(node.pairs) if place not in places]
    for key, values in reversed(spoken.items()):
        chosen = next((value for value in values if value[0] == first), values[0])
        pairs.insert(0, (key, chosen[1], chosen[2]))
    for values in spoken.values():
        for language, line, value in values:
            if all(value is not own for _, _, own in pairs):
                others.setdefault(language, []).append((line, value))
    node.pairs = pairs + [
        (language, said[0][0], _paragraphs([value for _, value in said])) for language, said in others.items()
    ]


def _paragraphs(values: list[Node]) -> Node:
    if any(value.kind != "text" for value in values):
        return _list_of(values)
    node = Node("text", values[0].line)
    node.end = max(value.end for value in values)
    for value in values:
        node.lines += [(value.line, ""), *value.lines] if node.lines else value.lines
    return node


def _language_of(key: str) -> tuple[str, str]:
    """A key without the language at its end, and that: only where what is left is a name of questions or answers."""
    base, _, language = re.sub(r"[_\-. ]|(?<=[a-z])(?=[A-Z][a-z]?$)", "\n", key).rpartition("\n")
    said = name_of(base.replace("\n", ""))
    fits = language.lower() in LANGUAGES and said in ASKING | ANSWERING | NAMING | SAYING
    return (key[: len(key) - len(language)].rstrip("_-. "), language.lower()) if fits else (key, "")


def _is_language(key: str) -> bool:
    return re.split(r"[-_]", key.lower())[0] in LANGUAGES and len(key) <= 7


# Lists


def _join_lists(node: Node, *, alternatives: bool) -> None:
    """Join a list of questions with what is said to them: one answer each, or one to all where they are `alternatives`."""
    names = [name_of(key) for key, _, _ in node.pairs]
    for question, answer in _TRAINED.items():
        if question in names and answer in names:
            at, said = names.index(question), names.index(answer)
            if _may_ask(node.pairs[at][2]) and _says(node, said):
                node.pairs[at] = ("question", *node.pairs[at][1:])
                node.pairs[said] = ("answer", *node.pairs[said][1:])
                return
    questions = next(
        (place for place, name in enumerate(names) if name in ASKING | LISTED and _texts_of(node.pairs[place][2])), None
    )
    if questions is None:
        return
    trigger = names[questions] in TRIGGERS
    answers = first_of(node, names, ANSWERING)
    if answers is None and trigger:
        answers = first_of(node, names, _RESPONDING)
        if answers is None or node.pairs[answers][2].kind == "map":
            return
    if answers is None or answers == questions:
        return
    key, line, value = node.pairs[questions]
    below = node.pairs[answers][2]
    if not trigger and _are_parallel([node]) and (value.kind == "map" or (len(value.items) > 1 and not alternatives)):
        items = [_asked(one, said) for one, said in zip(_values(value), _values(below), strict=True)]
        _put(node, {questions, answers}, _list_of(items))
        return
    texts = _texts_of(value)
    asked = next((text for text in texts if asks(text.text)), texts[0])
    node.pairs[answers] = ("answer", *node.pairs[answers][1:])
    node.pairs[questions] = ("question", asked.line, asked)
    if rest := [text for text in texts if text is not asked]:
        node.pairs.append((key, line, _list_of(rest)))


def _are_parallel(items: Iterable[Node]) -> bool:
    """Whether each of the mappings has as many answers as questions, and as many keys of them."""
    for item in items:
        names = [name_of(key) for key, _, _ in item.pairs]
        asked, said = first_of(item, names, ASKING | LISTED), first_of(item, names, ANSWERING)
        if asked is None or said is None:
            return False
        questions, answers = item.pairs[asked][2], item.pairs[said][2]
        if questions.kind == "text" or questions.kind != answers.kind or not _texts_of(questions):
            return False
        if len(_values(questions)) != len(_values(answers)):
            return False
        if [key for key, _, _ in questions.pairs] != [key for key, _, _ in answers.pairs]:
            return False
    return True


def _values(node: Node) -> list[Node]:
    return node.items if node.kind == "list" else [value for _, _, value in node.pairs]


def _texts_of(node: Node) -> list[Node]:
    """The values of a list or a mapping if they are all texts that may ask, and none is a pattern of files, else none."""
    values = _values(node)
    return values if all(_may_ask(value) and not _GLOB.search(value.text) for value in values) else []


def _join_turns(node: Node) -> None:
    """Make a question with its answer of what one says and another answers."""
    turns = [_turn(item) for item in node.items]
    items: list[Node] = []
    place = 0
    while place < len(turns):
        turn = turns[place]
        below = turns[place + 1] if place + 1 < len(turns) else None
        if turn is not None and below is not None and turn[0] in _ASKER and below[0] in _ANSWERER:
            items.append(_asked(turn[1], below[1], node.items[place].line))
            place += 2
        else:
            items.append(node.items[place])
            place += 1
    node.items = items


def _turn(item: Node) -> tuple[str, Node] | None:
    names = [name_of(key) for key, _, _ in item.pairs]
    speaker, spoken = first_of(item, names, _SPEAKER, text=True), first_of(item, names, _SPOKEN, text=True)
    if speaker is None or spoken is None or not item.pairs[spoken][2].text:
        return None
    return item.pairs[speaker][2].text.lower(), item.pairs[spoken][2]


def _join_texts(node: Node) -> None:
    """Make questions of lists of texts in a list: the first is asked, the others answer."""
    if len(node.items) > 1 and _names_columns(node.items[0]):
        node.items = node.items[1:]
    told = [item for item in node.items if item.kind == "list" and len(item.items) > 1 and _texts_of(item)]
    asking = {id(item) for item in told if asks(item.items[0].text)}
    if SOME * len(asking) < len(told):  # no conversations: only the pairs that ask
        told = [item for item in told if id(item) in asking and len(item.items) == 2]
    chosen = {id(item) for item in told}
    node.items = [
        _asked(item.items[0], _list_of(item.items[1:]), item.line) if id(item) in chosen else item
        for item in node.items
    ]


SOME = 4
"""Of so many conversations one asks by its sign at least."""


def _names_columns(row: Node) -> bool:
    names = [name_of(cell.text) for cell in row.items[:2] if cell.kind == "text"]
    return len(names) == 2 and names[0] in ASKING and names[1] in ANSWERING
