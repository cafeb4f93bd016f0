"""What a HTML page itself says is a question: schema.org's ``Question`` in JSON-LD and microdata, and accordions.

An accordion is a button that names the panel it opens, the label of a box to check with what that unfolds, or two elements of
which the class of one says question and that of the other answer. Their text is in the page; so is, mostly, that of JSON-LD:
then its names tell which texts are questions. A row of a table may have ``Q:`` in its first cell.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Container, Mapping
from itertools import pairwise
from typing import Any

from faqtui.formats import nodes
from faqtui.formats.converted import Asked
from faqtui.formats.html.html_alike import Alike
from faqtui.formats.html.html_asked_rows import AskedRows
from faqtui.formats.html.html_inline import plain
from faqtui.formats.html.html_nodes import HEADINGS, classes
from faqtui.formats.nodes import Node, NotRead
from faqtui.letters import ASKS
from faqtui.sanitize import sanitize

_MOST_NODES = 400_000
_QUESTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:question|faq-?q|accordion[-_]{0,2}(?:(?:item|section|panel)[-_]{1,2})?"
    r"(?:button|head|header|title|heading|trigger|toggle|label)|faq[-_]{0,2}(?:item[-_]{1,2})?(?:title|heading|header|toggle))"
    r"(?:$|[\s_-])|^\s*(?:accordion|collapsible)\s*$|(?:^|\s)q(?:$|\s)",
    re.IGNORECASE,
)
_ANSWER_CLASS = re.compile(
    r"(?:^|[\s_-])(?:answer|faq-?a|panel|accordion[-_]{0,2}(?:(?:item|section|panel)[-_]{1,2})?"
    r"(?:body|content|panel|collapse|text)|collapse|collapsible-?content|faq[-_]{0,2}(?:item[-_]{1,2})?(?:content|body|text|answer))"
    r"(?:$|[\s_-])|(?:^|\s)a(?:$|\s)|^\s*content\s*$",
    re.IGNORECASE,
)
_FOLDING = re.compile(r"accordion|toggle|collaps|faq", re.IGNORECASE)
_TITLES = HEADINGS.keys() | {"dt", "summary"}
"""Elements that stand for a question which is marked in them."""

_PANELS = frozenset({"div", "section", "article", "p", "ul", "ol"})
"""Elements that a box to check unfolds."""

_FEW = 400
"""Children of an element that are looked at for a pair of question and answer."""

_LONGEST_QUESTION = 600


def folded_name(text: str) -> str:
    """A text as names are compared: letters and digits only."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _within_place(node: Any) -> Any:
    """What stands alone in a tag that only names a place: ``<a name="x"><p class="question">Is it hot?</p></a>``."""
    if node.name != "a" or "href" in (getattr(node, "attrs", None) or {}):
        return node
    inner = [child for child in node.children or [] if child.name != "#text" or (child.data or "").strip()]
    return inner[0] if len(inner) == 1 else node


class Questions:
    """Collects what marks questions while a page is looked at, and tells it when the page is written."""

    def __init__(self, to_markdown: Callable[[str], list[str]]) -> None:
        self._to_markdown = to_markdown
        self.names: set[str] = set()
        self.said: list[Asked] = []
        self._ids: dict[str, Any] = {}
        self._openers: list[tuple[Any, str]] = []
        self._labels: list[tuple[Any, str]] = []
        self._questions: set[int] = set()
        self._inner: set[int] = set()
        self._answers: set[int] = set()
        self._holding: set[int] = set()
        self._rows = AskedRows()
        self._alike = Alike()
        self._stated = 0
        self.listed: set[str] = set()
        self._places: set[str] = set()
        self._asking_rows = 0

    def see(self, node: Any, line: int) -> None:
        """Look at one element."""
        attributes = getattr(node, "attrs", None)
        name = node.name
        self._rows.see(node)
        if name == "script":
            if attributes and "ld+json" in (attributes.get("type") or ""):
                self._data(plain_script(node), line)
            return
        if not attributes:
            self._pair(node)
            return
        if attributes.get("id"):
            self._ids.setdefault(attributes["id"], node)
        if _is_question(node):
            self._microdata(node)
            return
        target = _opened(attributes)
        if name == "label" and attributes.get("for"):
            self._labels.append((node, attributes["for"]))
        if target and (
            name in {"button", "a", "div", "span", "h2", "h3", "h4", "h5"} or attributes.get("role") == "button"
        ):
            self._openers.append((node, target.strip().lstrip("#")))
        self._pair(node)

    def seen(self, tabs: Container[int]) -> None:
        """Everything was looked at: buttons are joined to the panels that they open, labels to what their box unfolds.

        Elements with the ids `tabs` open panels too, but are no questions.
        """
        for row, answers in self._rows.found():
            self._questions.add(id(row))
            self._answers.update(map(id, answers))
        for first, others in self._alike.found():
            if id(first) not in self._questions and not self._inner.intersection((id(first), id(first.parent))):
                self._mark(first, None)
                self._answers.update(map(id, others))
        for node, box in self._labels:
            panel = _unfolded(node, self._ids.get(box))
            if panel is not None and plain(node).strip() and plain(panel).strip():
                self._mark(node, panel)
        for node, target in self._openers:
            panel = self._ids.get(target)
            if (
                panel is None
                or _is_inside(node, panel)
                or id(node) in self._questions
                or _is_menu(node)
                or id(node) in tabs
            ):
                continue
            if not plain(node).strip() or not plain(panel).strip():
                continue
            self._mark(node, panel)

    def _mark(self, question: Any, answer: Any) -> None:
        self._questions.add(id(question))
        parent = question.parent
        for _ in range(2):
            if parent is not None and parent.name in _TITLES:
                self._inner.add(id(parent))  # the heading stands for the button in it
                self._questions.discard(id(question))
                break
            parent = parent.parent if parent is not None else None
        if answer is not None:
            self._answers.add(id(answer))

    def _pair(self, node: Any) -> None:
        """Children of which one is a question, a button that asks or by its class, and the next its answer."""
        elements = [child for child in (getattr(node, "children", None) or [])[:_FEW] if child.name[0] not in "#!"]
        self._alike.see(node, elements)
        for first, other in pairwise(elements):
            one = _within_place(first)
            called = classes(one)
            if one.name == "button" and other.name in _PANELS and _asks(one) and _says(other):
                self._mark(one, other)
                continue
            if id(first) in self._answers and called and classes(first) == classes(other):
                self._answers.add(id(other))  # it goes on
            if not called or not _QUESTION_CLASS.search(called):
                continue
            below = classes(other)
            if below and _ANSWER_CLASS.search(below) and 0 < len(plain(one).strip()) < 600:
                if one.name in _TITLES:
                    self._inner.add(id(one))
                else:
                    self._questions.add(id(one))
                self._answers.add(id(other))

    def list_names(self, names: set[str], places: dict[str, bool]) -> None:
        """Keep what a table of contents calls places of the page, and these, with whether it asks there."""
        self.listed |= names
        self._places |= places.keys()
        self._asking_rows += sum(places.values())

    def has_places(self) -> bool:
        """Whether most rows of the contents ask."""
        return 2 * self._asking_rows > len(self._places)

    def is_place(self, name: str | None) -> bool:
        """Whether the contents lead to a place of this name."""
        return name in self._places

    def is_listed(self, text: str) -> bool:
        """Whether a text is one of these, with or without a number in front of it."""
        folded = folded_name(text) if self.listed and len(text) < _LONGEST_QUESTION else ""
        return folded in self.listed or folded.lstrip("0123456789") in self.listed

    def _microdata(self, node: Any) -> None:
        """An element of type Question: what is its name, and what answers it."""
        self._stated += 1
        waiting = deque(getattr(node, "children", None) or [])
        count = 0
        named = False
        while waiting and count < 2_000 and not named:
            child = waiting.popleft()
            count += 1
            properties = ((getattr(child, "attrs", None) or {}).get("itemprop") or "").split()
            if "name" in properties:
                named = True
                self._mark(child, None)
            elif "acceptedAnswer" in properties or "suggestedAnswer" in properties or _is_question(child):
                continue
            else:
                waiting += getattr(child, "children", None) or []
        if named:
            self._answers.add(id(node))

    def _data(self, text: str, line: int) -> None:
        """Questions in JSON-LD."""
        try:
            root = nodes.of_json(text)
        except NotRead:
            return
        waiting, steps = [root], 0
        while waiting and steps < _MOST_NODES:
            node = waiting.pop()
            steps += 1
            values = {key: value for key, _, value in node.pairs}
            kind = values.get("@type")
            if kind is not None and "Question" in (kind.text, *(item.text for item in kind.items)) and "name" in values:
                self._said(values, line + node.line)
            waiting += reversed([*node.items, *(value for _, _, value in node.pairs)])

    def _said(self, values: dict[str, Node], line: int) -> None:
        from html import unescape  # its table is large

        question = sanitize(" ".join(unescape(values["name"].text).split()))
        answer = values.get("acceptedAnswer") or values.get("suggestedAnswer")
        if answer is not None and answer.kind == "list":
            answer = answer.items[0] if answer.items else None
        text = next((value for key, _, value in answer.pairs if key == "text"), None) if answer is not None else None
        if not question or text is None:
            return
        written = sanitize("\n".join(part for _, part in text.lines))
        lines = [(line, made) for made in self._to_markdown(written)]
        name = folded_name(question)
        if name not in self.names:
            self.names.add(name)
            self.said.append(Asked(question, line, line + 1, lines))

    # Asked while the page is written

    def is_question(self, node: Any) -> bool:
        """Whether this element is a question."""
        return id(node) in self._questions

    def is_within(self, node: Any) -> bool:
        """Whether this heading, term or summary holds the element that is a question."""
        return id(node) in self._inner or id(node) in self._questions

    def holds_answer(self, node: Any) -> bool:
        """Whether the answer to the question above ends with this element."""
        return id(node) in self._answers

    def release(self, node: Any) -> None:
        """Forget that an element is an answer, once that is known of where it stands."""
        self._answers.discard(id(node))

    def is_name(self, name: str) -> bool:
        """Whether data name a question so."""
        return bool(name) and name in self.names

    def has_marks(self) -> bool:
        """Whether the page marks questions at all."""
        return bool(self._questions or self._inner)

    def holds_marks(self, node: Any) -> bool:
        """Whether any question is marked in this element."""
        return id(node) in self._holding

    def held(self, node: Any, parent: Any) -> None:
        """Note of a node, and of its parent behind it, whether they hold a question: told of the innermost first."""
        if self.is_within(node) or id(node) in self._holding:
            self._holding.add(id(parent))

    def are_enough(self, marks: int, asking: int) -> bool:
        """Whether so many marks tell all questions of a page on which so many headings ask without a mark."""
        if self.names:
            return 2 * marks >= len(self.names)
        return marks >= max(1 if self._stated else 2, asking)


def _opened(attributes: Mapping[str, str | None]) -> str | None:
    """The id of what an element opens: what its program goes by, and only then what it says to those who hear the page."""
    target = attributes.get("data-bs-target") or attributes.get("data-target")
    if not target and "collapse" in (attributes.get("data-toggle"), attributes.get("data-bs-toggle")):
        target = attributes.get("href")
    return target if target and target.strip("# ") else attributes.get("aria-controls")


def _is_question(node: Any) -> bool:
    attributes = getattr(node, "attrs", None) or {}
    return "itemscope" in attributes and "Question" in (attributes.get("itemtype") or "")


def _says(panel: Any) -> bool:
    """Whether an element has text, as its first nodes tell."""
    waiting, steps = [panel], 0
    while waiting and steps < _FEW:
        steps += 1
        one = waiting.pop()
        if one.name == "#text" and (one.data or "").strip():
            return True
        waiting += reversed(getattr(one, "children", None) or [])
    return False


def _asks(button: Any) -> bool:
    """Whether a button asks, but for the sign on it that shows how to open what is behind it."""
    return plain(button)[:_LONGEST_QUESTION].rstrip(" \t\n\r+-\u2212\u203a\u25b8\u25bc\u25be\u2304").endswith(ASKS)


def _unfolded(label: Any, box: Any) -> Any:
    """What stands behind a label and its box to check, which style sheets show while it is checked; None where nothing does."""
    kind = (box.attrs or {}).get("type") if box is not None and box.name == "input" else None
    if kind != "checkbox" and not (kind == "radio" and plain(label).rstrip().endswith(ASKS)):
        return None  # boxes of which only one is checked may be tabs as well
    around = box.parent
    if around is None or around is not label.parent:
        return None
    elements = [child for child in (around.children or [])[:_FEW] if child.name[0] not in "#!"]
    places = [place for place, child in enumerate(elements) if child is label or child is box]
    behind = elements[places[-1] + 1] if len(places) == 2 and places[-1] + 1 < len(elements) else None
    near = behind is not None and places[1] - places[0] == 1 and behind.name in _PANELS
    return behind if near else None


def plain_script(node: Any) -> str:
    """What a script holds."""
    return "".join(str(child.data or "") for child in getattr(node, "children", None) or [] if child.name == "#text")


def _is_inside(node: Any, other: Any) -> bool:
    parent, steps = node.parent, 0
    while parent is not None and steps < 100:
        if parent is other:
            return True
        parent, steps = parent.parent, steps + 1
    return False


def _is_menu(node: Any) -> bool:
    """Whether a button opens the menu of the page, or is a tab and none that folds."""
    names = classes(node)
    if "tab" in names.split("-"):
        around = [node.parent, getattr(node.parent, "parent", None)]
        return not any(_FOLDING.search(classes(one)) for one in around if one is not None)
    return "navbar" in names or "menu" in names or "dropdown" in names
