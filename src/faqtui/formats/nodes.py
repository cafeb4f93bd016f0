"""Data with places: what JSON, YAML and TOML hold, as nodes that know the lines they stand on.

Parsers of data throw places away, or keep them in shapes of their own; here they are the same for all three. What the data
mean is `faqtui.formats.data.data_questions`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # as good as public: since Python 2.6
from typing import Any

MAX_CHARACTERS = 4_000_000
"""The longest file of data that is read: about two seconds of YAML."""
MAX_DEPTH = 60
"""Lists and mappings inside one another. Questions stand at five or six."""

MOST_MERGED = 5_000
"""Pairs of a file that mappings of YAML take over from others: merging what has merged makes much of little."""


def most_values(characters: int) -> int:
    """How many values in so many characters are read: many more than people write, one for every 32 of them."""
    return 24_000 + characters // 32


_SPACE = re.compile(r"(?>[ \t\n\r\ufeff]+|//[^\n]{0,1000}|/\*(?:[^*]{1,1000}+|\*(?!/)){0,400}\*/){1,20}")
_SPACES = frozenset(" \t\n\r\ufeff/")
"""What white space and comments begin with."""

_SINGLE = re.compile(r"'([^'\\]*(?:\\[\s\S][^'\\]*)*)'")
_ATOM = re.compile(r"[^\s,\[\]{}:\"]+")


class Node:
    """A value: a ``text`` with its lines as (line, text), a ``list`` of nodes, or a ``map`` of (key, line of the key, node).

    It stands on lines `line` to before `end`, from 0. `plain` says that a text is none to the format: a number, a truth value.
    """

    __slots__ = ("_given", "end", "items", "kind", "line", "lines", "pairs", "plain")

    def __init__(self, kind: str, line: int) -> None:
        self.kind = kind
        self.line = line
        self.end = line + 1
        self.lines: list[tuple[int, str]] = []
        self.items: list[Node] = []
        self.pairs: list[tuple[str, int, Node]] = []
        self.plain = False
        self._given = ""

    @property
    def whole(self) -> str:
        """A text with the white space around it, as far as the format tells of that."""
        return self._given or "\n".join(text for _, text in self.lines)

    @property
    def text(self) -> str:
        """A text on one line."""
        said = self.lines[0][1] if len(self.lines) == 1 else " ".join([line for _, line in self.lines])
        return " ".join(said.split())


def each(root: Node, *, leaves: bool = True) -> Iterator[Node]:
    """A node and all that stand in it, each once, however often it is used (an alias); without `leaves` those that hold others.

    What stands in one is asked for when all has been done with it, which may change that.
    """
    seen: dict[int, Node] = {}  # with the nodes, so that none of them is given up and its place taken by another
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen[id(node)] = node
        yield node
        below = [*node.items, *(value for _, _, value in node.pairs)]
        waiting += below if leaves else [value for value in below if value.items or value.pairs]


class NotRead(Exception):  # noqa: N818 - it is what became of the file
    """These are no such data, or too many of them; the message says which, for people."""


def of_text(value: str, line: int, step: int = 0) -> Node:
    """A text node whose every line stands on line `line`, or on `step` lines more each."""
    node = Node("text", line)
    if "\n" not in value and value and not value.isspace():
        node.lines = [(line, value)]
        return node
    lines = [(line + step * offset, text) for offset, text in enumerate(value.split("\n"))]
    while lines and not lines[-1][1].strip():
        lines.pop()
    while lines and not lines[0][1].strip():
        lines.pop(0)
    node.lines = lines
    if len(lines) <= value.count("\n"):
        node._given = value
    if lines:
        node.end = lines[-1][0] + 1
    return node


# JSON


def of_json(text: str) -> Node:
    """The value of a JSON text; comments and commas before a closing bracket are let pass. Raises NotRead."""
    return _Json(text).document()


def of_json_lines(text: str) -> Node:
    """A list of the values that each stand on a line. Raises NotRead where one does not."""
    node = Node("list", 0)
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            try:
                item = of_json(line)
            except NotRead as error:
                raise NotRead(re.sub(r"^line \d+", f"line {number + 1}", str(error))) from None
            shift(item, number)
            node.items.append(item)
    if not node.items:
        raise NotRead("there is nothing in it")
    return node


def shift(root: Node, by: int) -> None:
    """Move a value, and all in it, down by so many lines."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.line += by
        node.end += by
        node.lines = [(number + by, text) for number, text in node.lines]
        node.pairs = [(key, line + by, value) for key, line, value in node.pairs]
        waiting += node.items
        waiting += [value for _, _, value in node.pairs]


class _Json:
    """A reader without recursion, so that no depth of brackets ends the program."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 0
        self.counted = 0
        self.below = -1
        """Where the line ends that is counted."""

    def _line_of(self, position: int) -> int:
        if position > self.below:
            self.line += self.text.count("\n", self.counted, position)
            self.counted = position
            self.below = self.text.find("\n", position)
            if self.below < 0:
                self.below = len(self.text)
        return self.line

    def _space(self) -> str:
        """The next character that says something; empty at the end."""
        text, at = self.text, self.at
        while text[at : at + 1] in _SPACES and (match := _SPACE.match(text, at)):
            at = match.end()
        self.at = at
        return text[at : at + 1]

    def _fail(self, reason: str) -> NotRead:
        return NotRead(f"line {self.text.count(chr(10), 0, self.at) + 1}: {reason}")

    def document(self) -> Node:
        top = Node("list", 0)
        open_: list[Node] = [top]
        keys: list[tuple[str, int] | None] = [None]
        count, most = 0, most_values(len(self.text))
        while True:
            char = self._space()
            inside = open_[-1]
            if not char:
                if inside is top and len(top.items) == 1:
                    return top.items[0]
                raise self._fail("it ends in the middle")
            if inside is top and top.items:
                raise self._fail("something follows after its end")
            line = self._line_of(self.at)
            if char in "]}" and inside is not top and (char == "}") == (inside.kind == "map") and keys[-1] is None:
                self.at += 1
                inside.end = line + 1
                open_.pop()
                keys.pop()
                continue
            if inside.kind == "map" and keys[-1] is None:
                if char == ",":
                    self.at += 1
                    continue
                keys[-1] = (self._text(char), line)
                if self._space() != ":":
                    raise self._fail("a colon is missing")
                self.at += 1
                continue
            if char == "," and inside is not top:
                self.at += 1
                continue
            count += 1
            if count > most:
                raise NotRead("it has too many values")
            if char in "[{":
                node = Node("map" if char == "{" else "list", line)
                self.at += 1
            else:
                node = of_text(self._text(char), line)
                node.plain = char != '"'
            key = keys[-1]
            if inside.kind == "map" and key is not None:
                inside.pairs.append((*key, node))
                keys[-1] = None
            else:
                inside.items.append(node)
            if char in "[{":
                if len(open_) > MAX_DEPTH:
                    raise NotRead("its lists and mappings are nested too deeply")
                open_.append(node)
                keys.append(None)

    def _text(self, char: str) -> str:
        if char == "'" and (match := _SINGLE.match(self.text, self.at)):  # JSON5
            self.at = match.end()
            said = re.sub(r"\\'|\"|\n", lambda sign: {"\\'": "'", '"': '\\"', "\n": "\\n"}[sign[0]], match[1])
            try:
                return str(scanstring(f'"{said}"', 1, False)[0])
            except JSONDecodeError as error:
                raise self._fail(error.msg.lower()) from None
        if char == '"':
            try:
                value, self.at = scanstring(self.text, self.at + 1, False)
            except JSONDecodeError as error:
                raise self._fail(error.msg.lower()) from None
            return str(value)
        match = _ATOM.match(self.text, self.at)
        if match is None:
            raise self._fail(f"{char} stands where a value should")
        self.at = match.end()
        return "" if match[0] == "null" else match[0]


# YAML


def of_yaml(text: str) -> Node:
    """The value of a YAML text, its documents as a list where there are several. Raises NotRead.

    Of one that is refused, values that need quotation marks get them.
    """
    try:
        roots = _composed(text)
    except NotRead as refused:
        from faqtui.formats.loose_yaml import quoted

        mended = quoted(text)
        if mended == text:
            raise
        try:
            roots = _composed(mended)
        except NotRead:
            raise refused from None
        text = mended
    made: dict[int, Node] = {}
    lines = text.split("\n")
    most = most_values(len(text))
    nodes = [_of_yaml(root, made, lines, most) for root in roots]
    # A line of "---" that ends the only document begins another, of nothing.
    nodes = [node for node in nodes if node.items or node.pairs or node.lines] or nodes[:1]
    if not nodes:
        raise NotRead("there is nothing in it")
    if len(nodes) == 1:
        return nodes[0]
    several = Node("list", 0)
    several.items, several.end = nodes, nodes[-1].end
    return several


def _composed(text: str) -> list[Any]:
    """What PyYAML makes of the documents of a text. Raises NotRead."""
    import yaml  # 28 ms that no Markdown file needs

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return [root for root in yaml.compose_all(text, Loader=loader) if root is not None]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark is not None else ""
        raise NotRead(place + str(getattr(error, "problem", None) or "it is no YAML")) from None


def _of_yaml(root: Any, made: dict[int, Node], lines: list[str], most: int) -> Node:
    """Nodes for those of PyYAML, `most` of them; one that is used again (an alias) stays one. Raises NotRead."""
    waiting = [root]
    order: list[Any] = []
    while waiting:
        node = waiting.pop()
        if id(node) in made:
            continue
        if len(made) >= most:
            raise NotRead("it has too many values")
        made[id(node)] = new = Node({"mapping": "map", "sequence": "list"}.get(node.id, "text"), node.start_mark.line)
        new.end = max(new.line + 1, node.end_mark.line + (1 if node.end_mark.column else 0))
        order.append(node)
        if node.id == "scalar":
            new.plain = not node.style and not node.tag.endswith(":str")  # style is "" or None, by the loader
            if new.line == node.end_mark.line and "\n" not in node.value:  # as most are
                said = not node.tag.endswith(":null") and bool(node.value.strip())
                new.lines = [(new.line, str(node.value))] if said else []
                continue
            new.lines = list(_yaml_lines(node, lines)) if not node.tag.endswith(":null") else []
            folded = node.end_mark.line + (1 if node.end_mark.column else 0) if node.style != "|" else 0
            new.end = max(folded, new.lines[-1][0] + 1 if new.lines else 0, new.line + 1)
        elif node.id == "sequence":
            waiting += node.value
        else:
            waiting += [value for _, value in node.value]
    for node in order:
        new = made[id(node)]
        if node.id == "sequence":
            new.items = [made[id(item)] for item in node.value]
        elif node.id == "mapping":
            new.pairs = [
                (str(key.value), key.start_mark.line, made[id(value)])
                for key, value in node.value
                if key.id == "scalar"
            ]
    _merge([made[id(node)] for node in order])
    return made[id(root)]


def _merge(nodes: list[Node]) -> None:
    """Give mappings what they take over from others with ``<<``, `MOST_MERGED` pairs in all; what takes more stays as it is."""
    most = MOST_MERGED
    taking = [node for node in nodes if any(key == "<<" for key, _, _ in node.pairs)]
    for node in reversed(taking):  # what others take from stands above them
        own = {key for key, _, _ in node.pairs}
        pairs: list[tuple[str, int, Node]] = []
        for key, line, value in node.pairs:
            sources = value.items if value.kind == "list" else [value]
            if key != "<<" or most <= 0 or not all(source.kind == "map" for source in sources):
                pairs.append((key, line, value))
                continue
            for source in sources:
                most -= len(source.pairs)
                pairs += [pair for pair in source.pairs if pair[0] not in own]
                own |= {name for name, _, _ in source.pairs}
        node.pairs = pairs


def _yaml_lines(node: Any, lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines of a scalar with the lines of the file they stand on: told by their words where YAML folds them."""
    literal = node.style == "|"
    number = node.start_mark.line + (1 if node.style in {"|", ">"} else 0)
    last = min(max(node.end_mark.line, number), len(lines) - 1)
    texts = str(node.value).split("\n")
    while texts and not texts[-1].strip():
        texts.pop()
    while texts and not texts[0].strip():
        texts.pop(0)
    if literal:
        # Blank lines before the text are not part of the value's first line in every case.
        while number < last and not lines[number].strip():
            number += 1
    for offset, text in enumerate(texts):
        if literal:
            yield min(number + offset, len(lines) - 1), text
            continue
        word = telling(text)
        found = (
            next((at for at in range(number, min(last, number + 200) + 1) if word in lines[at]), number)
            if word
            else number
        )
        number = found
        yield number, text


def telling(text: str) -> str:
    """One of the first words of a line, by which it is found again: the first that has three letters, else the longest."""
    words = text[:200].split()[:6]
    return next((w for w in words if sum(map(str.isalnum, w)) > 2), max(words, key=len, default=""))[:40]
