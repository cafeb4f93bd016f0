"""Questions and answers that data keep apart, put together before they are looked for.

- what stands under keys that belong together (`data_keys`) or in several languages (`data_languages`)
- a list of questions beside one of answers, and several ways to ask beside what is said to them (``patterns``, ``responses``)
- ways to ask a bot and its replies, by the name of an intent
- turns of conversations, as lists of texts or with who says it
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from faqtui.formats.data.data_columns import name_plainly
from faqtui.formats.data.data_groups import name_groups
from faqtui.formats.data.data_keys import (
    are_counted,
    asked,
    join_keys,
    join_titles,
    list_of,
    may_ask,
    name_alike,
    nest,
    put,
    turn,
)
from faqtui.formats.data.data_languages import is_language, join_languages, join_spoken_keys, join_translations
from faqtui.formats.data.data_names import ANSWERING, ASKING, LISTED, TRIGGERS, WHOLE
from faqtui.formats.data.data_shapes import WORDS, asks, first_of, is_unsaid, name_of, names_in, names_of
from faqtui.formats.data.data_standing import GLOSSARIES
from faqtui.formats.data.data_terms import join_terms
from faqtui.formats.data.data_wrappers import unwrap
from faqtui.formats.nodes import Node, each, of_text

_GLOB = re.compile(r"\*\*|[\w*]/\*|\*\.\w|^[/\\^]|\$$")
_SPEAKER, _SPOKEN = frozenset({"role", "from", "speaker"}), frozenset({"content", "value", "text", "message"})
_ASKER = frozenset({"user", "human", "customer", "question"})
_ANSWERER = frozenset({"assistant", "bot", "gpt", "model", "agent", "answer"})
_ASKED = ASKING | LISTED
_RESPONDING = frozenset({"responses", "replies", "message", "text"})
"""Names of what is said to one of several ways to ask."""

_TOGETHER = (
    ("instruction", "output"),
    ("instruction", "response"),
    ("input", "response"),
    ("human", "assistant"),
    ("user", "assistant"),  # what is said to a model, and what it shall answer
    ("q", "r"),
    ("p", "r"),
    ("f", "a"),
    ("d", "r"),
    ("v", "a"),
    ("в", "о"),  # letters that question and answer begin with
)
"""Names that ask and answer only where both are there."""

_LETTERS = frozenset(question for question, _ in _TOGETHER)


def join(root: Node, name: str = "") -> None:
    """Put together what belongs together, everywhere in a node and in place. Every node is looked at once.

    `name` is that of the file.
    """
    several: set[int] = set()
    tops = {id(root)}  # what stands above all else
    faqs = {id(root)}  # this, and what is and stands in what is called a FAQ
    called = {id(root)} if _is_faq(name) else set()  # what is called one itself
    glossaries = {id(root)} if name in GLOSSARIES else set()  # what is and stands in what is called one
    for node in each(root, leaves=False):
        unwrap(node, top=node is root)
        own = id(node)
        values = node.items if node.kind == "list" else [value for _, _, value in node.pairs]
        termed = (own in glossaries or own in called) and join_terms(node, glossary=own in glossaries)
        if not termed and (own in glossaries or not GLOSSARIES.isdisjoint(names_in(node))):
            inside = [value for key, _, value in node.pairs if own in glossaries or name_of(key) in GLOSSARIES]
            glossaries |= set(map(id, [*inside, *node.items]))
        join_translations(node)
        name_plainly(values, faq=own in called or (own in faqs and own not in tops))
        if node.kind == "list":
            _join_turns(node)
            _join_rows(node)
            _join_texts(node)
            name_alike(node.items)
            name_groups(node.items)
            if len(node.items) > 1 and not _are_parallel(node.items):
                several |= set(map(id, node.items))
        elif node.kind == "map":
            nest(node)
            turn(node)
            join_spoken_keys(node, faq=id(node) in faqs)
            join_languages(node)
            _join_intents(node)
            _join_lists(node, alternatives=id(node) in several)
            join_keys(node, faq=id(node) in faqs)
            if (counted := are_counted(node)) or id(node) in faqs:
                join_titles(node, least=1 if counted else 2)
                name_alike([value for _, _, value in node.pairs if value.kind == "map"])
            for key, _, value in node.pairs:
                if value.kind == "text":
                    continue
                if id(node) in tops and (is_unsaid(name_of(key)) or is_language(key)):
                    tops.add(id(value))
                if _is_faq(key):
                    called.add(id(value))
                if id(value) in tops or _is_faq(key) or (id(node) in faqs and id(node) not in tops):
                    faqs.add(id(value))


def _is_faq(key: str) -> bool:
    return "faq" in key.casefold() or name_of(key) in WHOLE


def _join_lists(node: Node, *, alternatives: bool) -> None:
    """Join a list of questions with what is said to them: one answer each, or one to all where they are `alternatives`."""
    names, all_names = names_of(node), names_in(node)
    if all_names.isdisjoint(_ASKED) and all_names.isdisjoint(_LETTERS):
        return
    for question, answer in _TOGETHER if not all_names.isdisjoint(_LETTERS) else ():
        if question in names and answer in names and not ANSWERING & all_names - {answer}:
            at, said = names.index(question), names.index(answer)
            asking = may_ask(node.pairs[at][2]) and (len(question) > 1 or asks(node.pairs[at][2].text))
            if asking and node.pairs[said][2].text:
                node.pairs[at] = ("question", *node.pairs[at][1:])
                node.pairs[said] = ("answer", *node.pairs[said][1:])
                return
    questions = next(
        (place for place, name in enumerate(names) if name in _ASKED and _texts_of(node.pairs[place][2])), None
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
        items = [asked(one, [said], one.line) for one, said in zip(_values(value), _values(below), strict=True)]
        put(node, {questions, answers}, list_of(items))
        return
    texts = _texts_of(value)
    first = next((text for text in texts if asks(text.text)), texts[0])
    node.pairs[answers] = ("answer", *node.pairs[answers][1:])
    node.pairs[questions] = ("question", first.line, first)
    if rest := [text for text in texts if text is not first]:
        node.pairs.append((key, line, list_of(rest)))


def _are_parallel(items: Iterable[Node]) -> bool:
    """Whether each of the mappings has as many answers as questions, and as many keys of them."""
    for item in items:
        names = names_of(item)
        question, said = first_of(item, names, _ASKED), first_of(item, names, ANSWERING)
        if question is None or said is None:
            return False
        questions, answers = item.pairs[question][2], item.pairs[said][2]
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
    return values if all(may_ask(value) and not _GLOB.search(value.text) for value in values) else []


def _join_intents(node: Node) -> None:
    """Give the ways to ask under ``nlu``, of which each has a name, what ``responses`` has under ``utter_`` and this name."""
    if not names_in(node) >= {"nlu", "responses"}:
        return
    parts = {name_of(key): value for key, _, value in node.pairs}
    said = {key.removeprefix("utter_"): value for key, _, value in parts["responses"].pairs if value.items}
    items: list[Node] = []
    used: set[str] = set()
    seen: set[int] = set()  # an alias may stand in any number of places
    for intent in parts["nlu"].items:
        items.append(intent)
        named = next((value.text for key, _, value in intent.pairs if key == "intent"), "")
        examples = next((value for key, _, value in intent.pairs if key == "examples"), None)
        replies = said.get(named)
        if examples is None or replies is None or named in used or {id(examples), id(replies)} & seen:
            continue
        seen |= {id(examples), id(replies)}
        ways = _ways(examples)
        answers = [text for one in replies.items for key, _, text in one.pairs if key == "text" and text.text]
        if ways and answers:
            both = Node("map", intent.line)
            both.pairs = [("examples", ways[0].line, list_of(ways)), ("answer", answers[0].line, list_of(answers))]
            both.end = intent.end
            used.add(named)
            items[-1] = both
    parts["nlu"].items = items
    parts["responses"].pairs = [
        pair for pair in parts["responses"].pairs if pair[0].removeprefix("utter_") not in used or not pair[2].items
    ]


def _ways(examples: Node) -> list[Node]:
    """The ways to ask in a list, or in a text that has each on a line of its own."""
    if examples.kind == "list":
        return [item for item in examples.items if may_ask(item)]
    lines = [(number, text.strip().removeprefix("- ")) for number, text in examples.lines]
    return [of_text(text, number, 1) for number, text in lines if any(map(str.isalpha, text))]


def _join_turns(node: Node) -> None:
    """Make a question with its answer of what one says and another answers."""
    turns = [_turn(item) for item in node.items]
    if not any(turns):
        return
    items: list[Node] = []
    place = 0
    while place < len(turns):
        turn = turns[place]
        below = turns[place + 1] if place + 1 < len(turns) else None
        if turn is not None and below is not None and turn[0] in _ASKER and below[0] in _ANSWERER:
            items.append(asked(turn[1], [below[1]], node.items[place].line))
            place += 2
        else:
            items.append(node.items[place])
            place += 1
    node.items = items


def _turn(item: Node) -> tuple[str, Node] | None:
    if _SPEAKER.isdisjoint(names_in(item)):
        return None
    names = names_of(item)
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
    if not told:
        return
    chosen = {id(item) for item in told}
    node.items = [
        asked(item.items[0], item.items[1:], item.line) if id(item) in chosen else item for item in node.items
    ]


def _join_rows(node: Node) -> None:
    """Make questions of rows of texts and numbers: the column that asks, the one that says most, and a category that repeats."""
    rows = [row.items for row in node.items]
    width = len(rows[0]) if rows else 0
    if len(rows) < 2 or width < LEAST_COLUMNS or any(len(row) != width for row in rows):
        return
    if any(cell.kind != "text" for row in rows for cell in row):
        return
    columns = list(zip(*rows, strict=True))
    asking = next(
        (n for n, cells in enumerate(columns) if 2 * sum(asks(cell.text) for cell in cells) > len(rows)), None
    )
    others = [n for n, cells in enumerate(columns) if n != asking and not all(cell.plain for cell in cells)]
    if asking is None or not others:
        return
    said = max(others, key=lambda n: sum(len(cell.text) for cell in columns[n]))
    few = [n for n in others if n != said and len({cell.text for cell in columns[n]}) < len(rows)]
    group = next((n for n in few if all(len(cell.text.split()) < WORDS for cell in columns[n])), None)
    if group is None and len(others) == width - 1:
        return  # turns of conversations
    for item, row in zip(node.items, rows, strict=True):
        rest = [row[n] for n in others if n not in {said, group}]
        item.kind, item.items = "map", []
        item.pairs = asked(row[asking], [row[said], *rest], item.line).pairs
        if group is not None:
            item.pairs.append(("category", row[group].line, row[group]))


LEAST_COLUMNS = 3
SOME = 4
"""Of so many conversations one asks by its sign at least."""


def _names_columns(row: Node) -> bool:
    names = [name_of(cell.text) for cell in row.items[:2] if cell.kind == "text"]
    return len(names) == 2 and names[0] in ASKING and names[1] in ANSWERING
