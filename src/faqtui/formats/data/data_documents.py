"""Texts of data that are whole pages: Markdown or HTML with several headings that ask, cut as a page is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.formats.converted import Asked, Mark, cut
from faqtui.formats.data.data_shapes import asks
from faqtui.formats.nodes import Node

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INLINE = r"(?:</?(?:b|strong|em|span|a)\b[^>]{0,200}>[^<]{0,400})"
_OF_HTML = re.compile(rf"<h[1-6]\b[^>]{{0,200}}>[^<]{{0,400}}+{_INLINE}{{0,4}}</h[1-6]", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,200}>?")


def is_page(node: Node) -> bool:
    """Whether a text has two headings that ask, or more."""
    if node.kind != "text" or not node.lines or not any(sign in text for _, text in node.lines for sign in "#<"):
        return False
    found = sum(1 for _, _, text in _headings([text for _, text in node.lines]) if asks(text))
    if found < 2:
        whole = "\n".join(text for _, text in node.lines)
        found = sum(1 for match in _OF_HTML.finditer(whole) if asks(_TAG.sub("", match[0])))
    return found > 1


def without_front_matter(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines of a page below the front matter that it begins with."""
    texts = [text.rstrip() for _, text in lines[:MOST_OF_FRONT_MATTER]]
    return lines[texts.index("---", 1) + 1 :] if texts[:1] == ["---"] and "---" in texts[1:] else lines


MOST_OF_FRONT_MATTER = 60
"""Lines of front matter that a page in a text has."""


def cut_page(lines: Sequence[tuple[int, str]], path: tuple[str, ...]) -> tuple[list[Asked], list[Asked]] | None:
    """The questions of a page in Markdown, and what stands beside them; None where no headings of it ask."""
    numbers, texts = [number for number, _ in lines], [text for _, text in lines]
    headings = _headings(texts)
    levels = [level for _, level, text in headings if asks(text)]
    if not levels:
        return None
    level = max(levels, key=levels.count)
    marks = [Mark(line) for line, own, _ in headings if own == level]
    title, asked, said = cut(texts, numbers, headings, marks)
    for one in [*asked, *said]:
        one.path = (*path, *one.path)
    if title and title.casefold() not in {name.casefold() for name in path}:
        said.insert(0, Asked("", numbers[0], numbers[0] + 1, [(numbers[0], title)], path))
    return asked, said


def _headings(lines: Sequence[str]) -> list[tuple[int, int, str]]:
    """The headings of Markdown outside of code, as (line, level, text)."""
    found: list[tuple[int, int, str]] = []
    fence = ""
    for number, line in enumerate(lines):
        if match := _FENCE.match(line):
            if not fence:
                fence = match[1]
            elif match[1].startswith(fence):
                fence = ""
        elif not fence and (match := _HEADING.match(line)) and (title := match[2].rstrip(" \t#")):
            found.append((number, len(match[1]), title))
    return found
