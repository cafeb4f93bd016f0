"""Components with questions in markup (Vue, Svelte, Astro): the page that is in one, without its program and styles."""

from __future__ import annotations

import re

SUFFIXES = (".vue", ".svelte", ".astro")

_PROGRAM = re.compile(r"<(script|style|i18n)\b[^>]{0,400}>|<!--", re.IGNORECASE)
_FENCE = re.compile(r"\s*---[ \t]*\n")
_ASKING = re.compile(r"<(?:h[1-6]|summary|dt)\b", re.IGNORECASE)
_TITLED = re.compile(r"<[\w.]{0,40}[-A-Z][\w.-]{0,40}\s[^<>]{0,400}?\b:?(?:title|header|question|label|heading)=")
_OUTER = re.compile(r"</?template\b[^<>]{0,200}>", re.IGNORECASE)
_BOUND = re.compile(r"(?<=\s)(?:[:@#][\w.:-]{1,60}|v-[\w.:-]{1,60})(?:=\"[^\"]{0,2000}\")?")

LEAST = 2
"""Titles, folds or terms of a component that is read as a page."""


def page_of(path: str, text: str) -> str | None:
    """The markup of a component as HTML, every line where it was; None where it has no titles, or gives them to components."""
    if not path.lower().endswith(SUFFIXES):
        return None
    page = _without_program(text)
    if len(_ASKING.findall(page)) < LEAST or _TITLED.search(page):
        return None
    return _BOUND.sub("", _OUTER.sub("", page))


def _without_program(text: str) -> str:
    kept: list[str] = []
    lower = text.lower()
    if len(lower) != len(text):
        lower = text  # a letter that has two in lower case
    place = 0
    fence = _FENCE.match(text)
    if fence is not None and (end := text.find("\n---", fence.end() - 1)) >= 0:
        place = end + 4
        kept.append(_blank(text[:place]))
    while begun := _PROGRAM.search(text, place):
        closing = f"</{begun[1].lower()}" if begun[1] else "-->"
        end = lower.find(closing, begun.end())
        kept += [text[place : begun.start()], _blank(text[begun.start() : end if end >= 0 else len(text)])]
        if end < 0:
            return "".join(kept)
        place = text.find(">", end) + 1 or len(text)
    return "".join([*kept, text[place:]])


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
