"""Components with questions in markup (Vue, Svelte, Astro, JSX, PHP): the page that is in one, without its program and styles."""

from __future__ import annotations

import re

from faqtui.formats import reading
from faqtui.formats.converted import Converted
from faqtui.formats.detect import is_page
from faqtui.markdown.literals import element_end, html_of

SUFFIXES = (".vue", ".svelte", ".astro")
JSX = (".jsx", ".tsx", ".js", ".ts", ".mjs")

_PROGRAM = re.compile(r"<(script|style|i18n)\b[^>]{0,400}>|<!--", re.IGNORECASE)
_FENCE = re.compile(r"\s*---[ \t]*\n")
_ASKING = re.compile(
    r"<(?:h[1-6]|summary|dt)\b|\saria-expanded=\"(?:true|false)"
    r"|[\w)\"'*]\s?[?\uff1f\u061f][\"')]{0,2}\s{0,40}</(?:p|div|span|b|strong|button|a|li|td|label)>",
    re.IGNORECASE,
)
"""Titles, folds and terms, what opens and closes a panel, and elements of text that ask."""

_TITLED = re.compile(r"<[\w.]{0,40}[-A-Z][\w.-]{0,40}\s[^<>]{0,400}?\b:?(?:title|header|question|label|heading)=")
_RETURNED = re.compile(r"(?:\breturn|=>)\s{0,20}\(?\s{0,20}(?=<[A-Za-z>])")
_COMMENT = re.compile(r"\{/\*(?:[^*]|\*(?!/)){0,2000}\*/\}")
_OUTER = re.compile(r"</?template\b[^<>]{0,200}>", re.IGNORECASE)
_BOUND = re.compile(r"(?<=\s)(?:[:@#][\w.:-]{1,60}|v-[\w.:-]{1,60})(?:=\"[^\"]{0,2000}\")?")

LEAST = 2
"""Titles, folds or terms of a component that is read as a page."""

MOST_MISSES = 20
"""What begins like an element and ends never, after which no more are looked for."""

LONGEST_PAGE = 500_000


def read(path: str, text: str) -> Converted | None:
    """What a component shows, every line where it was; None where its markup has no titles, or gives them to components.

    JSX that has none, or gives them to others, is Markdown with elements.
    """
    if path.lower().endswith(".php"):
        return reading.read("html", path, _without_end(text)) if is_page(text) else None
    is_jsx = path.lower().endswith(JSX)
    if not is_jsx and not path.lower().endswith(SUFFIXES):
        return None
    page = _elements_of(text) if is_jsx else _without_program(text)
    if len(_ASKING.findall(page)) >= LEAST and not _TITLED.search(page):
        return reading.read("html", path, _BOUND.sub("", _OUTER.sub("", page)))
    return _as_markdown(page) if is_jsx and page.strip() else None


def _without_end(text: str) -> str:
    """A template of PHP without the program that goes on up to its end: no sign has to close that."""
    last = text.rfind("<?php")
    return text[:last] if last >= 0 and text.find("?>", last) < 0 else text


def _as_markdown(page: str) -> Converted:
    lines: list[str] = []
    indented = False  # what is inside of pre is as it is
    for line in page.split("\n"):
        lines.append(line if indented else line.lstrip())
        indented = "<pre" in line or (indented and "</pre" not in line)
    return Converted("JSX", lines, list(range(len(lines))))


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


def _elements_of(text: str) -> str:
    """The elements that functions of JSX give, as HTML, every line where it was."""
    kept: list[str] = []
    place = misses = 0
    while misses < MOST_MISSES and (begun := _RETURNED.search(text, place)):
        kept.append(_blank(text[place : begun.end()]))
        place = begun.end()
        if (end := element_end(text, place, LONGEST_PAGE)) is None:
            misses += 1
            continue
        element = _COMMENT.sub(lambda said: _blank(said[0]), text[place:end])
        page = html_of(element)
        kept.append(page + "\n" * (element.count("\n") - page.count("\n")))
        place = end
    return "".join([*kept, _blank(text[place:])])


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
