"""Templates of wikis that hold questions: ``{{FAQ|Is it far?|No.}}``, ``{{Q|...}}`` above ``{{A|...}}``, or named arguments.

All other templates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from faqtui.records import NamedTuple

_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\|")
_ITEM = r"(?:[ _/-]?(?:item|entry|row|box|section))?"
_PAIR = re.compile(rf"(?:faq|q(?:uestion)?[ _]?(?:&|and|/)?[ _]?a(?:nswers?)?|qa){_ITEM}", re.IGNORECASE)
_QUESTION = re.compile(rf"(?:q|question|frage|pregunta|domanda|вопрос|問|问){_ITEM}", re.IGNORECASE)
_ANSWER = re.compile(rf"(?:a|answer|antwort|respuesta|r\u00e9ponse|risposta|ответ|答){_ITEM}", re.IGNORECASE)
_NAMED = re.compile(r"\s*(\w{1,20})\s*=")


class Held(NamedTuple):
    """What a template says that begins on a line: a question, its answer with the line that this begins on, and its last line."""

    question: str
    answer: Sequence[str]
    begun: int
    last: int


def held(lines: Sequence[str]) -> dict[int, Held]:
    """The templates with questions and answers that stand on lines of their own, by their first lines."""
    text = "\n".join(lines)
    if "{{" not in text:
        return {}
    found: dict[int, Held] = {}
    open_: list[list[int]] = []  # of each template that is open where it begins, and where its arguments do
    links = line = counted = 0
    for token in _TOKEN.finditer(text):
        sign, place = token[0], token.start()
        if sign == "{{":
            open_.append([place])
        elif sign == "[[":
            links += 1
        elif sign == "]]":
            links = max(0, links - 1)
        elif sign == "|" and open_ and not links:
            open_[-1].append(place)
        elif sign == "}}" and open_:
            begun, *bars = open_.pop()
            links = 0
            if open_ or text[begun - 1 : begun] not in {"", "\n"} or text[place + 2 : place + 3] not in {"", "\n"}:
                continue
            line += text.count("\n", counted, begun)
            counted = begun
            made = _held(text, [begun + 1, *bars, place], line)
            if made is not None:
                found[line] = made
    return found if any(template.question for template in found.values()) else {}


def _held(text: str, bars: Sequence[int], line: int) -> Held | None:
    """What a template says whose name and arguments stand between these places; None where it is of another sort."""
    name = text[bars[0] + 1 : bars[1]].strip()
    pair = _PAIR.fullmatch(name) is not None
    asks, answers = _QUESTION.fullmatch(name) is not None, _ANSWER.fullmatch(name) is not None
    if len(bars) < 3 or (not (pair or asks or answers) and "=" not in text[bars[1] : bars[2]]):
        return None
    said: dict[str, tuple[int, str]] = {}
    named = False
    for number, (begun, end) in enumerate(pairwise(bars[1:])):
        argument = text[begun + 1 : end]
        key = _NAMED.match(argument)
        sort = key[1] if key is not None else ""
        sort = "q" if _QUESTION.fullmatch(sort) else "a" if _ANSWER.fullmatch(sort) else sort if sort.isdigit() else ""
        if key is not None and sort:
            named = named or sort in "qa"
            said[sort] = begun + 1 + key.end(), argument[key.end() :]
        elif pair or asks or answers:
            said.setdefault(str(number + 1), (begun + 1, argument))
    nothing = 0, ""
    question = said.get("q", nothing if answers else said.get("1", nothing))
    answer = said.get("a", said.get("1" if answers or (named and "q" in said) else "2", nothing))
    if not (pair or asks or answers) and not (question[1].strip() and answer[1].strip() and named):
        return None
    if not question[1].strip() and not answer[1].strip():
        return None
    whole = answer[1].rstrip()
    begun = answer[0] + len(whole) - len(whole.lstrip()) if whole else bars[0]
    last = line + text.count("\n", bars[0], bars[-1])
    return Held(" ".join(question[1].split()), whole.strip().split("\n"), line + text.count("\n", bars[0], begun), last)
