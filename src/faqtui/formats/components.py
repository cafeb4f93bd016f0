"""Components with questions in markup (Vue, Svelte, Astro, JSX): the page that is in one, without its program and styles."""

from __future__ import annotations

import re

from faqtui.formats.converted import Converted
from faqtui.markdown.literals import element_end, html_of

SUFFIXES = (".vue", ".svelte", ".astro")
JSX = (".jsx", ".tsx", ".js", ".ts", ".mjs")

_PROGRAM = re.compile(r"<(script|style|i18n)\b[^>]{0,400}>|<!--", re.IGNORECASE)
_FENCE = re.compile(r"\s*---[ \t]*\n")
_ASKING = re.compile(r"<(?:h[1-6]|summary|dt)\b", re.IGNORECASE)
_TITLED = re.compile(r"<[\w.]{0,40}[-A-Z][\w.-]{0,40}\s[^<>]{0,400}?\b:?(?:title|header|question|label|heading)=")
_RETURNED = re.compile(r"(?:\breturn|=>)\s{0,20}\(?\s{0,20}(?=<[A-Za-z>])")
_COMMENT = re.compile(r"\{/\*(?:[^*]|\*(?!/)){0,2000}\*/\}")
_OUTER = re.compile(r"</?template\b[^<>]{0,200}>", re.IGNORECASE)
_BOUND = re.compile(r"(?<=\s)(?:[:@#][\w.:-]{1,60}|v-[\w.:-]{1,60})(?:=\"[^\"]{0,2000}\")?")

LEAST = 2
"""Titles, folds or terms of a component that is read as a page."""


def page_of(path: str, text: str) -> str | None:
    """The markup of a component as HTML, every line where it was; None where it has no titles, or gives them to components."""
    if not path.lower().endswith((*SUFFIXES, *JSX)):
        return None
    page = _elements_of(text) if path.lower().endswith(JSX) else _without_program(text)
    if len(_ASKING.findall(page)) < LEAST or _TITLED.search(page):
        return None
    return _BOUND.sub("", _OUTER.sub("", page))


def markdown_of(path: str, text: str) -> Converted | None:
    """The elements of a component of JSX that gives its titles to others, as Markdown with elements has them; None without."""
    page = _elements_of(text) if path.lower().endswith(JSX) else ""
    if not page.strip():
        return None
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


MOST_MISSES = 20
"""What begins like an element and ends never, after which no more are looked for."""

LONGEST_PAGE = 500_000


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
