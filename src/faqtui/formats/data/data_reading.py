"""A text of JSON, YAML or TOML as the questions in it: read to nodes, put together, walked, and what it says twice left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from faqtui.formats import nodes, toml_nodes
from faqtui.formats.converted import Asked, Converted
from faqtui.formats.data.data_groups import Groups
from faqtui.formats.data.data_names import ANSWERING, ASKING
from faqtui.formats.data.data_pairs import join
from faqtui.formats.data.data_questions import Walker
from faqtui.formats.data.data_shapes import forget
from faqtui.formats.data.data_standing import name_of_file, standing
from faqtui.formats.data.data_trees import make_texts
from faqtui.formats.html.html_plain import most_elements
from faqtui.formats.nodes import Node, NotRead
from faqtui.sanitize import sanitize

_OF_PROGRAMS = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.Z+-]{0,20})?$|[\da-f]{24,64}$|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$",
    re.IGNORECASE,
)
"""Points in time and digests, which are noise as numbers are."""

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


def of_json(text: str, path: str = "") -> Converted:
    """A JSON text, or one of JSON on every line. Raises NotRead."""
    try:
        root = nodes.of_json(text)
    except NotRead:
        head = text.lstrip()[:20_000]
        if not head.startswith(("{", "[")) or "}\n{" not in head.replace("\n\n", "\n"):
            raise
        root = nodes.of_json_lines(text)
    return converted_of("JSON", root, len(text), path)


def of_yaml(text: str, path: str = "") -> Converted:
    """A YAML text. Raises NotRead."""
    return converted_of("YAML", nodes.of_yaml(text), len(text), path)


def of_toml(text: str, path: str = "") -> Converted:
    """A TOML text. Raises NotRead."""
    return converted_of("TOML", toml_nodes.of_toml(text), len(text), path)


def converted_of(name: str, root: Node, characters: int, path: str = "") -> Converted:
    """The questions in a node of a file of so many characters at a path, which `name` is the format of."""
    make_texts(root)
    join(root, name_of_file(path))
    count = make_safe(root)
    walker = Walker(count, most_elements(characters), standing(root), Groups(root))
    walker.walk(root, (), 0)
    forget()
    _leave_said_again(walker.asked, root)
    _leave_own_names(walker.asked)
    leave_labels(walker.asked)
    texts = walker.texts() if walker.asked else []
    return Converted(name, title=walker.title, asked=walker.asked, texts=texts, beyond=walker.beyond)


def _leave_own_names(asked: Sequence[Asked]) -> None:
    """Take questions out of a category that has their name and no other question, as a page of each one has."""
    counts = Counter(one.path[:depth] for one in asked for depth in range(1, len(one.path) + 1))
    for one in asked:
        if one.path and one.path[-1] == one.question and counts[one.path] == 1:
            one.path = one.path[:-1]


_LABEL = re.compile(r"\W{0,3}([^\W\d_]{1,12})[ \t]?\d{0,3}[ \t]{0,2}[.:)\uff1a\uff0e][ \t]{0,4}(?=\S)")
_LETTERS = {"q": "a", "f": "a", "p": "r", "d": "r", "v": "a", "в": "о", "問": "答", "问": "答"}
"""Letters and signs that questions and their answers are labelled with."""


def leave_labels(asked: Sequence[Asked]) -> None:
    """Take off what labels all questions as questions, and all their answers as answers: ``Q. Why?``, ``A. For that.``."""
    labels = [_LABEL.match(one.question) for one in asked]
    words = {match[1].casefold() if match else "" for match in labels}
    word = next(iter(words), "")
    if len(asked) < LEAST_LABELLED or len(words) != 1 or not (word in _LETTERS or word in ASKING):
        return
    for one, match in zip(asked, labels, strict=True):
        one.question = one.question[match.end() :] if match else one.question
    answers = [one for one in asked if one.lines]
    said = [_LABEL.match(one.lines[0][1]) for one in answers]
    if all(match and (match[1].casefold() in {_LETTERS.get(word, "")} | ANSWERING) for match in said):
        for one, match in zip(answers, said, strict=True):
            one.lines[0] = (one.lines[0][0], one.lines[0][1][match.end() if match else 0 :])


LEAST_LABELLED = 2
"""Questions from which what all begin with labels them."""


def _leave_said_again(asked: list[Asked], root: Node) -> None:
    """Take out the questions that schema.org's data for search engines have again, beside those that people see."""
    pages = [value for _, _, value in root.pairs if value.kind == "map" and _is_faq_page(value)]
    if not pages:
        return
    hidden = [any(page.line <= one.start < page.end for page in pages) for one in asked]
    shown = {one.question for one, again in zip(asked, hidden, strict=True) if not again}
    asked[:] = [one for one, again in zip(asked, hidden, strict=True) if not again or one.question not in shown]


def _is_faq_page(node: Node) -> bool:
    return any(key == "@type" and value.text == "FAQPage" for key, _, value in node.pairs)


def _is_for_programs(text: str) -> bool:
    return text[:1] in _HEXADECIMAL and _OF_PROGRAMS.match(text) is not None


def make_safe(root: Node) -> int:
    """Sanitise every value once more: an escape in quotes puts characters into it that were not in the file. How many nodes."""
    count = 0
    for node in nodes.each(root):
        count += 1
        if node.lines:
            node.lines = [(number, sanitize(text)) for number, text in node.lines]
            node.plain = node.plain or (len(node.lines) == 1 and _is_for_programs(node.lines[0][1]))
        if node.pairs:
            node.pairs = [(sanitize(key), line, value) for key, line, value in node.pairs]
    return count
