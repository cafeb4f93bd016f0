"""The object that a JavaScript or TypeScript module exports, as far as it is plain data: nothing is run.

Sites write the order and the titles of their pages so (``export default { intro: 'Introduction' }``). Strings, numbers,
lists and objects are read; what else stands for a value (a call, a component, a name) becomes None.
"""

from __future__ import annotations

from typing import Any

from faqtui.markdown.literals import unescaped
from faqtui.patterns import pattern

MAX_NESTING = 30
"""Objects and lists inside one another that are read."""

_TRIES = 5
"""Places of a module at which its data may begin that are tried."""

_TOKEN = pattern(
    # A comment or string that is not closed ends with the text or the line: looking for its end again and again would be
    # quadratic.
    r"(?P<skip>[ \t\r\n]+|//[^\n]*|/\*[\s\S]*?(?:\*/|\Z))"
    r"|(?P<string>'(?:[^'\\\n]|\\.)*'?|\"(?:[^\"\\\n]|\\.)*\"?|`(?:[^`\\]|\\[\s\S])*`?)"
    r"|(?P<word>[\w$]+(?:\.[\w$]+)*)"
    r"|(?P<sign>[\s\S])"
)
_START = pattern(r"\bexport\s+default\b|\bmodule\.exports\s*=|\bexports\.\w+\s*=|\breturn\b")
_NAMED = pattern(r"=\s*(?=[{\[])")
_WORDS = {"true": True, "false": False}
_CLOSERS = {"{": "}", "[": "]", "(": ")"}


def exported(text: str) -> Any:
    """The dictionary or list that a module exports; None where it exports none that can be read."""
    starts = [match.end() for match in _START.finditer(text)] + [match.end() for match in _NAMED.finditer(text)]
    for start in starts[:_TRIES]:
        tokens = _tokens(text[start:])
        if tokens and tokens[0] == ("sign", "(") and len(tokens) > 1:
            tokens = tokens[1:]
        if tokens and tokens[0][1] in {"{", "["}:
            return _ObjectReader(tokens).value(0)
    return None


def _tokens(text: str) -> list[tuple[str, str]]:
    return [(str(m.lastgroup), m[0]) for m in _TOKEN.finditer(text) if m.lastgroup != "skip"]


class _ObjectReader:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = [*tokens, ("end", "")]
        self._at = 0

    def value(self, depth: int) -> Any:
        """The value that begins here; what is left behind stands before the sign that ends it."""
        kind, text = self._tokens[self._at]
        read: Any = None
        if kind == "sign" and text in {"{", "["} and depth < MAX_NESTING:
            self._at += 1
            read = self._object(depth) if text == "{" else self._list(depth)
        elif kind in {"string", "word"}:
            self._at += 1
            read = _string(text) if kind == "string" else _WORDS.get(text, text if text.isdigit() else None)
        if self._tokens[self._at][1] not in {",", "}", "]", ""} and self._skip():
            # "a + b", "f(x)", "x as Y": more than the data that it began with, unless only a type follows.
            return read if isinstance(read, (dict, list)) else None
        return read

    def _skip(self) -> bool:
        """Go on to the comma or bracket that ends the value; whether anything stood before it."""
        start = self._at
        open_: list[str] = []
        while (token := self._tokens[self._at])[0] != "end":
            text = token[1] if token[0] == "sign" else ""
            if not open_ and text in {",", "}", "]", ")"}:
                break
            if text in _CLOSERS:
                open_.append(_CLOSERS[text])
            elif open_ and text == open_[-1]:
                open_.pop()
            self._at += 1
        return self._at > start

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while (token := self._tokens[self._at])[0] != "end":
            kind, text = token
            self._at += 1
            if text == "}" and kind == "sign":
                break
            if kind in {"string", "word"} and self._tokens[self._at][1] == ":":
                self._at += 1
                found[_string(text) if kind == "string" else text] = self.value(depth + 1)
            elif text != ",":
                self._skip()
        return found

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []
        while (token := self._tokens[self._at])[0] != "end":
            if token == ("sign", "]"):
                self._at += 1
                break
            if token[1] in {",", "}", ")"} and token[0] == "sign":
                self._at += 1
                continue
            found.append(self.value(depth + 1))
        return found


def _string(text: str) -> str:
    return unescaped(text[1:].removesuffix(text[0]))
