"""JSON, YAML and TOML that hold questions and answers, in the shapes that people give them.

- lists of mappings with a question and an answer under any of their usual names (`ASKING`, `ANSWERING`), or of pairs
- mappings of a question to its answer
- categories above (a mapping of a name to a list; a mapping with a name and a list) and beside (``category: Billing``)
- what `data_pairs` puts together, and whole pages in one text (`data_documents`)
- schema.org's ``FAQPage``, Microsoft's ``### YamlMime:FAQ``, and lists in the front matter of a page

Answers are Markdown; what is HTML from its first to its last letter is made to Markdown. What else a question's mapping says
stands below its answer, under its name, save for what only programs want to know (`MACHINE`), which is noise, as are numbers,
truth values, points in time and digests. Data without questions are no FAQ.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from faqtui.formats import nodes
from faqtui.formats.converted import Asked
from faqtui.formats.data.data_answers import MOST_BESIDE, Teller, says_again, under
from faqtui.formats.data.data_documents import cut_page, is_page, without_front_matter
from faqtui.formats.data.data_groups import Groups
from faqtui.formats.data.data_languages import is_language
from faqtui.formats.data.data_names import (
    ANSWERING,
    ASKING,
    GROUPING,
    MACHINE,
    NAMING,
    PARTS,
    PLACE,
    SUBTITLES,
    WAY,
    WHOLE,
)
from faqtui.formats.data.data_shapes import (
    WORDS,
    are_texts,
    asking_keys,
    asks,
    first_of,
    group_of,
    is_identifier,
    is_noise,
    is_only,
    is_unsaid,
    is_weak_question,
    labels_of,
    main_of,
    name_of,
    names_of,
    only_counts,
)
from faqtui.formats.nodes import Node
from faqtui.records import NamedTuple
from faqtui.sanitize import sanitize

_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]+);", re.IGNORECASE)


class Walker(Teller):
    """Walks nodes to their questions. The mappings `weak` (see `standing`) are questions, though nothing calls them so."""

    def __init__(
        self, count: int, elements: int, weak: frozenset[int] = frozenset(), groups: Groups | None = None
    ) -> None:
        super().__init__(count, elements)
        self.asked: list[Asked] = []
        self._said: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        self.title = ""
        self._weak = weak
        self._groups = groups or Groups(Node("list", 0))
        self._holding: dict[int, bool] = {}

    def _say(self, path: tuple[str, ...], lines: Sequence[tuple[int, str]]) -> None:
        """Keep a text that stands beside the questions of a category."""
        if lines:
            said = self._said.setdefault(path, [])
            said += [*([(lines[0][0], "")] if said else []), *lines]

    def texts(self) -> list[Asked]:
        """What stands beside questions, for each category; where that has none, for the one above. No answer is said again."""
        used = {one.path[:depth] for one in self.asked for depth in range(len(one.path) + 1)}
        found: list[Asked] = []
        answered = {text for one in self.asked for _, text in one.lines}
        for path, said in self._said.items():
            lines = [line for line in said if line[1] not in answered or len(line[1].split()) < WORDS]
            if not any(text for _, text in lines):
                continue
            own = path
            while own and own not in used:
                own = own[:-1]
            numbers = [number for number, _ in lines]
            found.append(Asked("", min(numbers), max(numbers) + 1, lines, own))
        return found

    def walk(self, node: Node, path: tuple[str, ...], depth: int, *, key: str = "") -> None:
        """Find the questions in a node; `key` is what it is called.

        That is a category, unless the node is a question itself and the key made for programs.
        """
        self.step()
        if depth > nodes.MAX_DEPTH:
            return
        inside = (*path, " ".join(key.split())) if key else path
        if node.kind == "text":
            self._text(node, inside)
        elif node.kind == "list":
            self._list(node, inside, depth)
        elif not self._question(node, self._around(key, path) if is_identifier(key) else inside, depth):
            self._mapping(node, path, depth, key)

    def _around(self, key: str, path: tuple[str, ...]) -> tuple[str, ...]:
        """The path of a question with this key for programs, which may begin with the id of a category."""
        group = self._groups.before(key)
        return (*path, group) if group and group not in path else path

    def _text(self, node: Node, path: tuple[str, ...]) -> None:
        """Take a text that is a page as its questions, any other as what stands beside some."""
        found = cut_page(without_front_matter(self.lines(node)), path) if is_page(node) else None
        if found is None:
            if node.text and (not node.plain or " " in node.text):
                self._say(path, node.lines)
            return
        titles = {one.question for one in self.asked}
        if found[0] and titles.issuperset(one.question for one in found[0]):
            return  # the same page once more, as HTML beside its Markdown
        first, last = node.lines[0][0], node.lines[-1][0]
        if last + 1 < node.end or last - first >= len(node.lines):  # YAML folds its lines: whose each is cannot be told
            for one in found[0]:
                one.end = node.end
        self.asked += found[0]
        for said in found[1]:
            self._say(said.path, said.lines)

    def _list(self, node: Node, path: tuple[str, ...], depth: int) -> None:
        items = node.items
        place = 0
        while place < len(items):
            item = items[place]
            below = items[place + 1] if place + 1 < len(items) else None
            place += 1
            if below is not None and is_only(item, ASKING) and is_only(below, ANSWERING):
                # The question in one item, its answer in the next.
                both = Node("map", item.line)
                both.pairs, both.end = [*item.pairs, *below.pairs], below.end
                item = both
                place += 1
            self.walk(item, path, depth + 1)

    def _question(self, node: Node, path: tuple[str, ...], depth: int) -> bool:
        """Take a mapping as a question, if it is one."""
        names = names_of(node)
        question, answer, strong = _places(node, names)
        if question is None or question == answer:
            return False
        _, line, title = node.pairs[question]
        text = "" if title.plain and not any(char.isalpha() for char in title.text) else title.text
        nested = [
            place
            for place, (_, _, value) in enumerate(node.pairs)
            if value.kind != "text" and place != answer and names[place] not in MACHINE and self._holds(value, 0)
        ]
        if not text or (answer is None and (nested or names[question] not in ASKING)):
            return False
        if answer is None and not asks(text) and (len(node.pairs) > FEW_WORDS or len(text) < FEW_LETTERS):
            return False  # a label among those of a form
        said = node.pairs[answer][2] if answer is not None else Node("text", line)
        several = names[question] in ASKING and asks(text) and all(map(is_weak_question, said.items))
        if said.kind != "text" and not several and self._holds(said, 0):
            return False  # questions under a name that answers usually have
        if not strong and (nested or id(node) not in self._weak):
            return False
        lines = self.lines(said)
        own = self._tell_beside(node, {question, answer, *nested}, title.text, lines, path)
        end = max(title.end, node.pairs[answer][2].end) if answer is not None else title.end
        self._ask(text, line, lines, own, end)
        for place in nested:
            self.walk(node.pairs[place][2], own, depth + 1)
        return True

    def _tell_beside(
        self, node: Node, told: Container[int | None], title: str, lines: list[tuple[int, str]], path: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Add to the `lines` of an answer what else its mapping says, and give the path with the categories that stand there.

        The pairs at the places `told` are known, and what says no more than the `title` of the question.
        """
        names, own = names_of(node), path
        labels = labels_of(node)
        for place, (key, number, value) in enumerate(node.pairs):
            if place in told or place in labels.values():
                continue
            if place in labels:
                lines += [(lines[-1][0] if lines else number, "")] if lines else []
                lines.append((number, f"[{node.pairs[labels[place]][2].text}]({value.text})"))
                continue
            if key == WAY:
                own = (*path, *(item.text for item in value.items))
            elif group := self._groups.of(key, value, names):
                own = _in_group(path, own, group)
                if are_texts(value) and len(value.items) > 1:  # it is in others too
                    rest = Node("list", value.line)
                    rest.items = value.items[1:]
                    lines += [(number, ""), *under(key, number, self.told(rest, 0))]
            elif is_noise(key) or (names[place] in NAMING and value.text == title):
                continue
            elif names[place] == "url" and value.text.endswith(".json"):
                continue  # where programs find it
            elif not only_counts(value) and (said := self.told(value, 0)):
                if len(names) <= MOST_BESIDE and says_again(said, lines):
                    continue
                lines += [(lines[-1][0] if lines else number, "")] if lines else []
                goes_on = names[place][-1:].isdigit() and names[place].rstrip("0123456789") in PARTS
                lines += said if goes_on or names[place] in ANSWERING else under(key, number, said)
        return own

    def _ask(self, question: str, line: int, lines: list[tuple[int, str]], path: tuple[str, ...], end: int = 0) -> None:
        if _ENTITY.search(question):
            from html import unescape  # entities mean themselves in data for web pages; Markdown reads them once only

            question = " ".join(sanitize(unescape(question)).split()) if "<" not in unescape(question) else question
        numbers = [line, *(number for number, _ in lines)]
        self.asked.append(Asked(question, min(numbers), max(end, *numbers, max(numbers) + 1), lines, path))

    def _mapping(self, node: Node, path: tuple[str, ...], depth: int, called: str) -> None:
        """A mapping that is no question: a category with a name, one category for each key, or questions as keys."""
        asking = asking_keys(node)
        names = names_of(node)
        holding = [value.kind != "text" and self._holds(value, 0) for _, _, value in node.pairs]
        named: int | None = None
        if any(holding) or any(is_page(value) for _, _, value in node.pairs):
            for wanted in (GROUPING, NAMING, SUBTITLES):
                found = first_of(node, names, wanted, text=True)
                if named is None or (found is not None and wanted is NAMING and _is_id_of(node, named, found)):
                    named = found
            if named is None:
                groups = [
                    n
                    for n, name in enumerate(names)
                    if name in GROUPING and not holding[n] and group_of(node.pairs[n][2])
                ]
                named = groups[0] if groups else None
        text = group_of(node.pairs[named][2]) if named is not None else ""
        if called and not (text and is_identifier(called) and not is_language(called)):
            path = (*path, " ".join(called.split()))
        if depth == 0:
            self.title = text
        elif text:
            path = (*path, text)
        ids = {
            place
            for place, name in enumerate(names)
            if named is not None and name in GROUPING and place != named and _is_id_of(node, place, named)
        }
        titles = _titles_of(node, holding)
        languages = sum(held and is_language(key) for held, (key, _, _) in zip(holding, node.pairs, strict=True))
        for place, (key, number, value) in enumerate(node.pairs):
            name = names[place]
            if place == named or place in titles.told or place in ids:
                continue
            if value.kind == "text":
                if value.text and asking and (asks(key) or (asking > 1 and " " in key.strip())):
                    self._ask(key, number, self.lines(value), path, value.end)
                elif not is_noise(key) and not (name == "url" and "@type" in names):  # where schema.org's thing is
                    self._text(value, path)
                continue
            if not holding[place]:
                if asks(key) and (told := self.told(value, 0)):
                    self._ask(key, number, told, path)
                elif not is_noise(key):
                    self._beside(value, path)
                continue
            letter = len(key) == 1 and key.isupper()
            generic = (
                (is_unsaid(name) and not letter)
                or PLACE.fullmatch(name)
                or (languages == 1 and is_language(key))
                or (name in WHOLE and sum(holding) == 1)
            )
            title = titles.names.get(key, "") or ("" if generic or value.kind != "list" else self._groups.called(key))
            self.walk(value, path, depth + 1, key=title or ("" if generic else key))

    def _beside(self, node: Node, path: tuple[str, ...]) -> None:
        """Keep what a list or a mapping without questions says; what defines a category belongs to this."""
        if node.kind == "list" and any(map(self._groups.defined_by, node.items)):
            for item in node.items:
                name = self._groups.defined_by(item)
                self._say((*path, name) if name else path, self.told(self._groups.rest_of(item), 0))
        elif not node.pairs or not all(
            value.text and value.text == self._groups.called(key) for key, _, value in node.pairs
        ):
            self._say(path, self.told(node, 0))

    def _holds(self, node: Node, depth: int) -> bool:
        """Whether a list or a mapping has questions in it, as far as its first few items tell."""
        self.step()
        if depth > nodes.MAX_DEPTH or node.kind == "text":
            return False
        known = self._holding.get(id(node))
        if known is None:
            self._holding[id(node)] = False  # while it is being asked, for a node that contains itself
            known = self._holding[id(node)] = self._looks_held(node, depth)
        return known

    def _looks_held(self, node: Node, depth: int) -> bool:
        if node.kind == "list":
            return any(item.kind != "text" and self._holds(item, depth + 1) for item in node.items[:FEW])
        if id(node) in self._weak:
            return True
        names = {name_of(key) for key, _, value in node.pairs}
        texts = {name_of(key) for key, _, value in node.pairs if value.kind == "text"}
        if texts & ASKING or (names & ANSWERING and texts & (NAMING | SUBTITLES)):
            return True
        if asking_keys(node) or any(map(is_page, (value for _, _, value in node.pairs))):
            return True
        return any(value.kind != "text" and self._holds(value, depth + 1) for _, _, value in node.pairs[:FEW_KEYS])


def _places(node: Node, names: Sequence[str]) -> tuple[int | None, int | None, bool]:
    """Where a mapping has a question and its answer, if it has them, and whether one of the two is called so."""
    question = first_of(node, names, ASKING, text=True)
    answer = first_of(node, names, ANSWERING)
    strong = question is not None or answer is not None
    if question is None:
        question = first_of(node, names, NAMING, text=True)
    if question is None and answer is not None:
        question = first_of(node, names, SUBTITLES, text=True)
    if answer is None:
        answer = main_of(node, names, text=question is None or not strong)
    if answer is None and question is not None and not strong and is_weak_question(node):
        answer = first_of(node, names, SUBTITLES, text=True)
    return question, answer, strong


def _is_id_of(node: Node, named: int, titled: int) -> bool:
    """Whether the text by which a mapping is named is no name but an id, beside a title that is one: ``category: gates``."""
    own, title = node.pairs[named][2].text, node.pairs[titled][2].text
    return is_identifier(own) and bool(title) and not is_identifier(title)


def _in_group(path: tuple[str, ...], own: tuple[str, ...], group: str) -> tuple[str, ...]:
    """The path of a question that also stands in this category; of two beside it that say the same, the one that says more."""
    if len(own) > len(path):
        said, also = name_of(own[-1]), name_of(group)
        if also in said or said in also:
            return (*own[:-1], max(own[-1], group, key=len))
    return (*own, group)


class _Titles(NamedTuple):
    """What the lists of questions in a mapping are called, by their keys, and the places in it that say no more than this."""

    names: dict[str, str]
    told: frozenset[int]


def _titles_of(node: Node, holding: Sequence[bool]) -> _Titles:
    """The titles that a mapping has for its own lists, in a mapping of their keys to these (``menu: {pay: Paying}``)."""
    keys = {key for held, (key, _, value) in zip(holding, node.pairs, strict=True) if held and value.kind == "list"}
    if len(keys) < LEAST_TITLED:
        return _Titles({}, frozenset())
    for place, (_, _, value) in enumerate(node.pairs):
        if not holding[place] and value.kind == "map" and keys <= {key for key, _, _ in value.pairs}:
            names = {key: title.text for key, _, title in value.pairs if key in keys}
            if all(names.values()) and all(title.kind == "text" for _, _, title in value.pairs):
                return _Titles(names, frozenset({place} if len(names) == len(value.pairs) else ()))
    return _Titles({}, frozenset())


LEAST_TITLED = 2
"""Lists in a mapping that may be called by another in it."""

FEW_WORDS = 4
"""Values of a mapping that may be a question without an answer, though it does not ask."""

FEW_LETTERS = 8
"""Letters of a question without an answer that does not ask."""

FEW = 40
"""Items of a list that are asked whether they hold questions."""

FEW_KEYS = 400
