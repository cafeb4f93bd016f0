"""Questions that an MDX file exports as data: ``export const faqs = [{ q: "When?", a: "Now." }]``, for a component to show.

What is read is the literal of an array of objects; their strings are Markdown. Anything that only a program could tell is left
as it is, and the array with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from faqtui.markdown.dialects.jsxlines import joined
from faqtui.markdown.literals import dedented, element_end, unescaped, without_fragment
from faqtui.parsing.questions.sections import Section
from faqtui.patterns import pattern
from faqtui.records import NamedTuple
from faqtui.sanitize import sanitize

_EXPORT = pattern(r"export\s+(?:const|let|var)\s+([\w$]{1,80})[^=\n]{0,120}=\s*[\[{]|export\s+default\s*[\[{]")
_SHOWS = pattern(r"<[A-Z][\w.]*(?:\s[^<>]*)?/>")
_KEY = pattern(r"([\w$]+|\"[^\"\n]*\"|'[^'\n]*')\s*:\s*")
_SPACE = pattern(r"\s++")
_STRING = pattern(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`", re.DOTALL)
_PLAIN = pattern(r"-?[0-9][\w.]{0,40}|true\b|false\b|null\b|undefined\b")
_QUESTIONS = ("question", "q", "title", "name", "header", "heading", "label", "summary", "ask", "prompt")
_ANSWERS = ("answer", "a", "content", "text", "body", "description", "response", "reply", "details", "children", "html")
_CATEGORIES = ("category", "section", "group", "topic")
_DEEPEST = 12
_FAILURES = 20
"""Exports that are no literals, after which no further ones are tried: each is read up to where that shows."""


class Exported(NamedTuple):
    """What was found in a file: the sections, the names of their arrays, the lines (start, end excluded) of these."""

    sections: list[Section]
    names: list[str]
    spans: list[tuple[int, int]]


@dataclass(slots=True)
class _Text:
    """A string or an element: its lines as (number, text)."""

    lines: list[tuple[int, str]] = field(default_factory=list)

    def __str__(self) -> str:
        return " ".join(" ".join(text for _, text in self.lines).split())


@dataclass(slots=True)
class _Object:
    """An object: its lines, the end excluded, and its values by name in lower case."""

    start: int
    end: int
    values: dict[str, _Text | _Object | list[Any]]


class _NoLiteral(Exception):  # noqa: N818 - nobody is told of it
    """What stands here only a program could tell."""


def read(lines: Sequence[str], starts: Iterable[int]) -> Exported:
    """The questions of the arrays whose ``export`` stands on one of these lines, in order."""
    exported = Exported([], [], [])
    text = "\n".join(lines)
    offsets = [0, *accumulate(len(line) + 1 for line in lines)]
    reach = failures = 0
    for start in starts:
        if start < reach or failures > _FAILURES:
            continue
        begun = offsets[start] + len(lines[start]) - len(lines[start].lstrip())
        found = _EXPORT.match(text, begun)
        if found is None:
            continue
        reader = _ExportReader(text, found.end() - 1, start, offsets[start])
        try:
            value = reader.value(0)
        except _NoLiteral:
            failures += 1
            continue
        if sections := list(_sections(value, ())):
            reach = reader.line() + 1
            exported.sections.extend(sections)
            exported.spans.append((start, reach))
            exported.names.append(found[1] or "")
    return exported


def without_components(lines: list[str], names: Sequence[str]) -> list[str]:
    """The lines of a page without the components that show the arrays of these names."""
    if not names:
        return lines
    shown = [f"{{{name}}}" for name in names if name]
    return [
        "" if any(name in line for name in shown) and _SHOWS.fullmatch(line.strip()) else line for line in joined(lines)
    ]


class Array(NamedTuple):
    """What was found in an array: its sections, and the place in the text behind it."""

    sections: list[Section]
    end: int


def array(text: str, place: int, number: int, offset: int) -> Array | None:
    """The questions of the array that begins at a place of a text, whose line `number` begins at `offset`.

    None where it is no literal.
    """
    reader = _ExportReader(text, place, number, offset)
    try:
        value = reader.value(0)
    except _NoLiteral:
        return None
    return Array(list(_sections(value, ())), reader.place)


def _sections(value: object, path: tuple[str, ...]) -> Iterator[Section]:
    """The questions of a value, in order; objects with a title and an array are categories."""
    if isinstance(value, list):
        for item in value:
            yield from _sections(item, path)
    if not isinstance(value, _Object):
        return
    values = value.values
    question = next((str(values[n]) for n in _QUESTIONS if isinstance(values.get(n), _Text) and str(values[n])), "")
    answer = next((v for n in _ANSWERS if isinstance(v := values.get(n), _Text)), None)
    if question and answer is not None:
        given = next((str(values[n]) for n in _CATEGORIES if isinstance(values.get(n), _Text)), "")
        yield Section(question, value.start, value.end, answer.lines, (*path, given) if given else path, "data")
        return
    for below in values.values():
        yield from _sections(below, (*path, question) if question else path)


class _ExportReader:
    """Reads a literal from a place in a text; line `number` begins at `offset`."""

    def __init__(self, text: str, place: int, number: int, offset: int) -> None:
        self.text = text
        self.place = place
        self._number, self._counted = number, offset

    def line(self) -> int:
        """The number of the line that was read up to."""
        self._number += self.text.count("\n", self._counted, self.place)
        self._counted = self.place
        return self._number

    def value(self, depth: int) -> Any:
        """The literal that begins here. Raises `_NoLiteral`."""
        self._space()
        sign = self._sign()
        if depth > _DEEPEST or not sign:
            raise _NoLiteral
        if sign == "[":
            return self._array(depth)
        if sign == "{":
            return self._object(depth)
        if sign == "(":
            self.place += 1
            found = self.value(depth + 1)
            self._expect(")")
            return found
        if sign == "<":
            return self._element()
        if sign in "\"'`":
            return self._strings()
        plain = _PLAIN.match(self.text, self.place)
        if plain is None:
            raise _NoLiteral
        self.place = plain.end()
        return None

    def _array(self, depth: int) -> list[Any]:
        self.place += 1
        found: list[Any] = []
        while not self._ends("]"):
            found.append(self.value(depth + 1))
            self._separate("]")
        return found

    def _object(self, depth: int) -> _Object:
        start = self.line()
        self.place += 1
        values: dict[str, Any] = {}
        while not self._ends("}"):
            key = _KEY.match(self.text, self.place)
            if key is None:
                raise _NoLiteral
            self.place = key.end()
            values[key[1].strip("\"'").lower()] = self.value(depth + 1)
            self._separate("}")
        return _Object(start, self.line() + 1, values)

    def _ends(self, sign: str) -> bool:
        """Whether the array or object ends here, and go past its end."""
        self._space()
        ended = self._sign() == sign
        self.place += ended
        return ended

    def _separate(self, end: str) -> None:
        """Go past the comma between two values, which the last may leave out."""
        self._space()
        if self._sign() != end:
            self._expect(",")

    def _expect(self, sign: str) -> None:
        self._space()
        if self._sign() != sign:
            raise _NoLiteral
        self.place += 1

    def _strings(self) -> _Text:
        """A string, or several that are joined."""
        number = self.line()
        written: list[str] = []
        while True:
            found = _STRING.match(self.text, self.place)
            if found is None or "${" in (found[3] or ""):
                raise _NoLiteral
            self.place = found.end()
            written.append(unescaped(next(part for part in found.groups() if part is not None)))
            self._space()
            if self._sign() != "+":
                return _text("".join(written), number, spread=len(written) == 1 and found[3] is not None)
            self.place += 1
            self._space()

    def _element(self) -> _Text:
        """An element of JSX with what is in it, as written."""
        begun, number = self.place, self.line()
        end = element_end(self.text, begun)
        if end is None:
            raise _NoLiteral
        self.place = end
        return _text(without_fragment(self.text[begun:end]), number, spread=True)

    def _space(self) -> None:
        """Go past white space and comments."""
        while True:
            found = _SPACE.match(self.text, self.place)
            if found is not None:
                self.place = found.end()
            sign = self.text[self.place : self.place + 2]
            if sign not in {"//", "/*"}:
                return
            end = self.text.find("\n" if sign == "//" else "*/", self.place)
            if end < 0:
                raise _NoLiteral
            self.place = end + (2 if sign == "/*" else 0)

    def _sign(self) -> str:
        return self.text[self.place : self.place + 1]


def _text(text: str, number: int, *, spread: bool) -> _Text:
    """A text that begins on a line; its own lines are those of the file where it is `spread` over them."""
    pieces = dedented(sanitize(text).lstrip(" \t")).split("\n")
    lines = [(number + n * spread, piece) for n, piece in enumerate(pieces)]
    while lines and not lines[-1][1].strip():
        lines.pop()
    while lines and not lines[0][1].strip():
        lines.pop(0)
    return _Text(lines)
