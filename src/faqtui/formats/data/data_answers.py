"""What a value of data says, as Markdown: an answer, and what stands beside it under its name.

Texts are Markdown as they are; what is HTML from its first to its last letter is made to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.formats.data.data_names import ANSWERING, SAYING
from faqtui.formats.data.data_shapes import is_noise, name_of, names_of, values_alone
from faqtui.formats.html.html_plain import plain_lines
from faqtui.formats.html.html_work import made
from faqtui.formats.nodes import Node, NotRead
from faqtui.formats.writing import escaped

STEPS, STEPS_EACH = 10_000, 6
"""How often nodes are looked at, at all and for each node of a file: aliases put the same node in many places."""

MOST_BESIDE = 24
"""Values of a question that are compared with its answer."""

_MARKS = re.compile(r"\]\([^()\s]{0,2000}\)|[^\w\s]")
_HTML = re.compile(
    r"\s*<(?:p|div|ul|ol|h[1-6]|table|pre|blockquote|span|strong|em|b|i|section|article|dl)\b", re.IGNORECASE
)


_BLOCK = re.compile(r"<(?:p|ul|ol|table|h[1-6]|pre|blockquote)\b[^<>]{0,200}>", re.IGNORECASE)
_MARKDOWN = re.compile(r"\*\*|\]\(|`|^\s{0,3}(?:[-*+]|\d+\.)\s", re.MULTILINE)
"""What Markdown has and HTML has not."""


_PLACE, _PLACE_ENDS = re.compile(r"</?\d{1,2}[ \t]?/?>"), re.compile(r"</\d{1,2}>")
"""Numbers of the elements that a program puts around words of a translation: ``Ask <1>Jon</1>``."""


class Teller:
    """Makes Markdown of nodes, of `count` in all, which may be shared (aliases) or contain themselves: so many steps and no more.

    Of answers in HTML no more than so many `elements` are parsed: `beyond` is where the first stands that is not.
    """

    def __init__(self, count: int, elements: int) -> None:
        self._steps = STEPS + STEPS_EACH * count
        self._elements = elements
        self.beyond: int | None = None

    def step(self) -> None:
        """Count that a node is looked at. Raises NotRead where that was too often."""
        self._steps -= 1
        if self._steps < 0:
            raise NotRead("its aliases make too much of it")

    def told(self, node: Node, depth: int) -> list[tuple[int, str]]:
        """What a value says, as lines of Markdown: a text, a list, names with values."""
        self.step()
        if depth > 8:
            return []
        if node.kind == "text":
            return self.lines(node)
        told: list[tuple[int, str]] = []
        if node.kind == "list":
            for item in values_alone(node.items):
                said = self.told(item, depth + 1)
                alone = item.kind == "map" and len(item.pairs) == 1 and said[:1] and said[0][1].startswith("- ")
                told += said if alone else _item(said)
            return told
        if link := _link(node):
            return link
        for key, number, value in node.pairs:
            if not is_noise(key) and (below := self.told(value, depth + 1)):
                told += _item(under(key, number, below))
        return told

    def lines(self, node: Node, depth: int = 0) -> list[tuple[int, str]]:
        """An answer as lines of Markdown: a text, a list of paragraphs, or a mapping with the text in it."""
        self.step()
        if depth > 8:
            return []
        if node.kind == "list":
            found: list[tuple[int, str]] = []
            for item in values_alone(node.items):
                if lines := self._part(item, depth + 1):
                    found += [(lines[0][0], "")] if found else []
                    found += lines
            return found
        if node.kind == "map":
            if len(node.pairs) == LEAST_OF_LINK and (link := _link(node)):
                return link
            names = names_of(node)
            places = [place for place, name in enumerate(names) if name in SAYING or name in ANSWERING]
            found = []
            for place, (key, number, value) in enumerate(node.pairs):
                if is_noise(key) or (value.plain and place not in places):
                    continue
                if lines := self.lines(value, depth + 1):
                    found += [(lines[0][0], "")] if found else []
                    found += lines if place in places else under(key, number, lines)
            return found
        text = "\n".join(line for _, line in node.lines)
        if _is_html(text):
            line = node.lines[0][0]
            self._elements -= sum(count for _, count in made(text)) + PARSER
            if self._elements < 0:
                self.beyond = line if self.beyond is None else min(line, self.beyond)
                return [(line, escaped(said)) for _, said in plain_lines(text, line)]
            from faqtui.formats.html.html_blocks import of_fragment

            return [(line, made) for made in of_fragment(text)]
        if _PLACE_ENDS.search(text):
            return [
                (number, _PLACE.sub(lambda found: " " * found[0].endswith("/>"), line)) for number, line in node.lines
            ]
        return list(node.lines)

    def _part(self, node: Node, depth: int) -> list[tuple[int, str]]:
        """One of several parts of an answer, which may stand alone under the name of what it is: ``list``, ``link``, ``code``."""
        if node.kind == "map" and len(node.pairs) == 1:
            key, line, value = node.pairs[0]
            name = name_of(key)
            if name in _LISTS and value.kind == "list":
                said = self.told(value, depth)
                return _numbered(said) if name in _STEPS else said
            if name == "code" and value.lines and not value.plain:
                fence = "````" if any("```" in text for _, text in value.lines) else "```"
                return [(line, fence), *value.lines, (value.lines[-1][0], fence)]
            if value.kind == "map" and (link := _link(value)):
                return link
        return self.lines(node, depth)


def _link(node: Node) -> list[tuple[int, str]]:
    """What a mapping with an address and its label says, if that is what it is."""
    texts = {name_of(key): value for key, _, value in node.pairs if value.kind == "text" and value.text}
    url = next((texts[name] for name in ("url", "href", "link") if name in texts), None)
    label = next((texts[name] for name in ("text", "title", "label", "name") if name in texts), None)
    if url is None or label is None or any(char.isspace() for char in url.text):
        return []
    return [(label.line, f"[{label.text}]({url.text})")]


LEAST_OF_LINK = 2
"""Values of a mapping that is a link and nothing more."""


def _is_html(text: str) -> bool:
    """Whether a text is HTML: from its first to its last letter, or as far as blocks in one paragraph without Markdown say."""
    if "<" not in text:
        return False
    if _HTML.match(text) and text.rstrip().endswith(">"):
        return True
    return "\n\n" not in text and _BLOCK.search(text) is not None and not _MARKDOWN.search(text)


PARSER = 3
"""Elements that are parsed in the time that it takes to begin with a piece of HTML."""


_UNSAID = frozenset(
    {"items", "item", "list", "listitems", "bullets", "bulletpoints", "points", "elements", "lines", "paragraphs"}
)
"""Names of lists that say no more than that they are one."""

_STEPS = frozenset({"ol", "orderedlist", "numbered", "numberedlist", "steps"})
_LISTS = _UNSAID - {"lines", "paragraphs"} | _STEPS | {"ul", "unorderedlist"}
"""Names of lists that are a part of an answer."""


def under(key: str, number: int, told: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines under their name: beside it where it is one line, below it else."""
    name = " ".join(key.replace("_", " ").split())
    if name_of(key) in _UNSAID and len(told) > 1:
        return told
    if len(told) == 1 and not told[0][1].startswith("- "):
        return [(told[0][0], f"**{name}:** {told[0][1]}")]
    return [(number, f"**{name}:**"), (number, ""), *told]


def _item(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(number, ("  " if place else "- ") + text if text else "") for place, (number, text) in enumerate(lines)]


def _numbered(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Items with numbers instead of bullets."""
    return [
        (number, f"1. {text[2:]}" if text.startswith("- ") else f" {text}" if text else "") for number, text in lines
    ]


def says_again(told: Sequence[tuple[int, str]], lines: Sequence[tuple[int, str]]) -> bool:
    """Whether a text has the words of an answer without its markup, as what only programs read has."""
    first = next(iter(told[0][1].split(maxsplit=1)), "")
    return bool(first and lines) and first in lines[0][1] and _words_of(told) == _words_of(lines)


def _words_of(lines: Sequence[tuple[int, str]]) -> list[str]:
    return _MARKS.sub("", " ".join(text for _, text in lines)).split()
