"""Questions that scripts have as data: the lists and objects in them that are literals, as nodes. Nothing is run.

Sites keep them in modules (``export const faqs = [{ q: "When?", a: "Now." }]``), in components (React, Vue, Svelte, Astro), in
PHP (``['question' => 'When?']``) and Python. Strings, elements of JSX, lists and objects are read; what else stands for a value
(a call, a name) says nothing, save for the text that a function for translations is given. The program around them is no text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.formats.converted import Converted
from faqtui.formats.data.data_names import ASKING, NAMING
from faqtui.formats.data.data_shapes import name_of
from faqtui.formats.data.data_signs import may_ask
from faqtui.formats.data.data_standing import is_called_faq, name_of_file
from faqtui.formats.nodes import MAX_DEPTH, Node, NotRead, most_values, of_text
from faqtui.letters import ASKS
from faqtui.markdown.literals import dedented, element_end, html_of, unescaped

_TOKEN = re.compile(
    r"(?P<skip>[ \t\r\n]+|//[^\n]*|/\*[\s\S]*?(?:\*/|\Z)|\#[ \t!][^\n]*)"
    r"|(?P<string>\"\"\"[\s\S]*?(?:\"\"\"|\Z)|'''[\s\S]*?(?:'''|\Z)"
    r"|'(?:[^'\\\n]|\\[\s\S])*'?|\"(?:[^\"\\\n]|\\[\s\S])*\"?|`(?:[^`\\]|\\[\s\S])*`?)"
    r"|(?P<word>[$@]?\w[\w$]*(?:\.[\w$]+)*)"
    r"|(?P<sign>=>|[\s\S])"
)
_OPENED = {"[": "]", "{": "}", "(": ")"}
_BEFORE = frozenset({"=", "(", "return", "default", ":", "=>", "{", ","})
"""What stands before a value."""

_ELEMENTS = 20
"""Signs that begin no element, after which no further ones are tried: each is read up to where that shows."""

MAX_CHARACTERS = 1_500_000
"""The longest script that is read: two seconds of it."""

_HEAD = 65_536
_TITLES = ASKING | NAMING


def of_script(text: str, path: str = "") -> Converted:
    """The text of a script. Raises NotRead where it has too many values."""
    from faqtui.formats.data.data_reading import converted_of

    if len(text) > MAX_CHARACTERS:
        raise NotRead(f"it is longer than {MAX_CHARACTERS // 1_000} KB")
    root = _Script(text).literals(called=is_called_faq(name_of_file(path)))
    if not root.pairs:
        return Converted("script", asked=[])
    found = converted_of("script", root, len(text))
    # What a program fills in is no question yet.
    found.asked = [one for one in found.asked or () if "${" not in one.question]
    return found


class _NoLiteral(Exception):  # noqa: N818 - nobody is told of it
    """What stands here is part of the program."""


class _Script:
    """A script being read, token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(str(m.lastgroup), m[0], m.start()) for m in _TOKEN.finditer(text) if m.lastgroup != "skip"]
        self.tokens.append(("end", "", len(text)))
        self.at = 0
        self.chosen = [""]
        """What the last value that was no literal chooses from."""
        self.most = most_values(len(text))
        self.line = self.counted = self.count = self.misses = 0

    def literals(self, *, called: bool) -> Node:
        """A mapping of the literals that may ask; `called` says that the file is called a FAQ, where none of their names does."""
        found: list[tuple[bool, Node]] = []
        room = len(self.tokens)
        name = before = ""
        while self.tokens[self.at][0] != "end":
            kind, text, place = self.tokens[self.at]
            begins = text == "[" or (text == "{" and self._is_object()) or (text == "array" and self._next() == "(")
            if begins and before in _BEFORE and room > 0:
                start = self.at
                try:
                    node = self._value(0)
                    named = is_called_faq(name_of(name))
                    if named or may_ask(self.text[place : self.tokens[self.at][2]].encode()[:_HEAD]):
                        found.append((named, node))
                    before = "]"
                    continue
                except _NoLiteral:
                    room -= self.at - start
                    self.at = start
            if kind == "word" and before != ":":
                name = text.lstrip("$")
            before = text
            self.at += 1
        called = called and not any(named for named, _ in found)
        root = Node("map", 0)
        root.pairs = [("faqs" if named or called else "items", node.line, node) for named, node in found]
        return root

    def _next(self) -> str:
        return self.tokens[self.at + 1][1] if self.at + 1 < len(self.tokens) else ""

    def _here(self) -> int:
        """The line of the next token."""
        place = self.tokens[self.at][2]
        if place >= self.counted:
            self.line += self.text.count("\n", self.counted, place)
        else:  # a literal that turned out to be none is read again
            self.line -= self.text.count("\n", place, self.counted)
        self.counted = place
        return self.line

    def _value(self, depth: int) -> Node:
        """The value that begins here, up to the sign behind it. Raises `_NoLiteral`, or NotRead."""
        self.count += 1
        if self.count > self.most:
            raise NotRead("it has too many values")
        kind, text, _ = self.tokens[self.at]
        line = self._here()
        if depth > MAX_DEPTH or kind == "end":
            raise _NoLiteral
        if text in {"array", "dict", "list"} and self._next() == "(":
            self.at += 1
            return self._items(depth, ")")
        if text == "[" or (text == "{" and self._is_object()):
            return self._items(depth, _OPENED[text])
        if text == "<" and (element := self._element(line)) is not None:
            return element
        if kind == "string":
            return self._strings(line)
        if text == "(":
            self.at += 1
            node = self._value(depth + 1)
            if self.tokens[self.at][1] == ")":
                self.at += 1
            return node
        return self._other(kind, line)

    def _is_object(self) -> bool:
        """Whether the brace here opens an object: a key and a colon follow, a spread, or its end."""
        kind, text, _ = self.tokens[self.at + 1]
        below = self.tokens[min(self.at + 2, len(self.tokens) - 1)][1]
        return text in {"}", "."} or (kind in {"word", "string"} and below in {":", ",", "}"})

    def _items(self, depth: int, end: str) -> Node:
        """A list or an object; in PHP both are written alike."""
        node = Node("list", self._here())
        self.at += 1
        while self.tokens[self.at][1] != end or self.tokens[self.at][0] != "sign":
            kind, text, _ = self.tokens[self.at]
            if kind == "end" or (kind == "sign" and text in {"]", "}", ")"}):
                raise _NoLiteral  # it ends in the middle, or by another bracket
            if text == ",":
                self.at += 1
                continue
            if text == "." or (end == "}" and kind == "word" and self._next() in {",", "}"}):
                self._other(kind, self._here())  # what is spread, or a name alone
            elif kind in {"word", "string"} and self._next() in {":", "=>"}:
                line = self._here()
                self.at += 2
                key, value = _unquoted(text), self._value(depth + 1)
                first, *others = self.chosen if len(value.lines) > 1 else [""]
                if others and name_of(key) in _TITLES and value.text == " ".join([first, *others]):
                    node.pairs += [(key, line, of_text(first, line)), ("or", line, of_text("\n\n".join(others), line))]
                else:
                    node.pairs.append((key, line, value))
            elif end == "}":
                raise _NoLiteral  # a method: this is no plain data
            else:
                node.items.append(self._value(depth + 1))
            if self.tokens[self.at][1] not in {",", end}:
                self._other("", self.line)
        node.kind = "map" if node.pairs and not node.items else "list"
        node.end = self._here() + 1
        self.at += 1
        return node

    def _strings(self, line: int) -> Node:
        """A string, or several that are joined, with signs or without."""
        said: list[str] = []
        first = self.tokens[self.at][1]
        while self.tokens[self.at][0] == "string":
            said.append(_unquoted(self.tokens[self.at][1]))
            self.at += 1
            if self.tokens[self.at][1] in {"+", "."} and self.tokens[self.at + 1][0] == "string":
                self.at += 1
        spread = len(said) == 1 and first.startswith(("`", "'''", '"""'))
        return of_text(dedented("".join(said)), line, 1 if spread else 0)

    def _element(self, line: int) -> Node | None:
        """An element of JSX as HTML; None for a sign that means less."""
        begun = self.tokens[self.at][2]
        end = element_end(self.text, begun) if self.misses <= _ELEMENTS else None
        if end is None:
            self.misses += 1
            return None
        while self.tokens[self.at][2] < end and self.tokens[self.at][0] != "end":
            self.at += 1
        return of_text(dedented(html_of(self.text[begun:end])), line, 1)

    def _other(self, kind: str, line: int) -> Node:
        """Go past what is no literal, up to the comma or the bracket that ends it; the text that may be shown of it.

        That is what a function is given, beside a key or alone, what is fallen back on, or all that is chosen from.
        """
        called = kind == "word" and self._next() == "("
        said: list[str] = []
        open_: list[str] = []
        chosen = ""
        while self.tokens[self.at][0] != "end":
            sort, text, _ = self.tokens[self.at]
            if not open_ and text in {",", "}", "]", ")"}:
                break
            if sort == "string" and ((called and open_ == [")"]) or (chosen and not open_)):
                said.append(_unquoted(text))
            if sort == "sign":
                if text in _OPENED:
                    open_.append(_OPENED[text])
                elif open_ and text == open_[-1]:
                    open_.pop()
                if not open_ and text in {"?", "|"}:
                    chosen = chosen or text
            self.at += 1
        texts = self.chosen = [text for text in said if _is_said(text)] if chosen == "?" else [""]
        node = of_text("\n\n".join(texts) if len(texts) > 1 else _shown(said), line)
        node.plain = not node.lines
        return node


_KEY = re.compile(r"[\w-]{1,80}(?:[.:/][\w-]{1,80}){1,12}$")


def _shown(texts: Sequence[str]) -> str:
    """The first text of these that is one to read: it has several words, or stands behind a key."""
    keyed = len(texts) > 1 and _KEY.match(texts[0]) is not None
    return next((text for text in texts[keyed:] if keyed or " " in text.strip()), "")


def _is_said(text: str) -> bool:
    """Whether a text that a program chooses is one to read, no name of its own."""
    return " " in text.strip() or text.endswith((".", "!", *ASKS))


def _unquoted(text: str) -> str:
    if text[:1] not in "'\"`":
        return text
    mark = text[:3] if text[:3] in {"'''", '"""'} and len(text) > 5 else text[0]
    return unescaped(text[len(mark) :].removesuffix(mark))
